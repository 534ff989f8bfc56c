"""
what: The tick of step s acts before step s's update has been applied.
what.zh: 第 s 步的节拍在该步的更新应用之前就触发了。
numbers: evaluate_model sees, and the file holds, the weights after s - 1 updates; a new learning
  rate holds one step too early.
numbers.zh: evaluate_model 看到的、文件中保存的都是 s - 1 次更新后的权重；新学习率提前一步生效。
why: Loss and gradients are there, so the step feels done.
why.zh: 损失和梯度都已算出，这一步感觉已经完成。
fix: Apply the gradients first, then count the step, then tick.
fix.zh: 先应用梯度，再计步，然后触发节拍。
fails: evaluates_and_saves_updated_weights, learning_rate_of_the_step
"""

import os

import tensorflow as tf


def train(model, optimizer, loss_fn, train_dataset, *, num_epochs, tick_every,
          weights_dir, evaluate_model, adjust_learning_rate, report):
    if tick_every < 1:
        raise ValueError("tick_every must be at least 1")
    if num_epochs < 0:
        raise ValueError("num_epochs must not be negative")

    history = []
    step = 0
    total, count = 0.0, 0
    last_tick = 0
    epoch = 0

    def on_tick():
        nonlocal total, count, last_tick
        eval_loss = float(evaluate_model(model))
        os.makedirs(weights_dir, exist_ok=True)
        path = os.path.join(weights_dir, "step_%06d.weights.h5" % step)
        model.save_weights(path)
        record = {
            "epoch": epoch,
            "step": step,
            "loss": total / count,
            "eval_loss": eval_loss,
            "learning_rate": float(optimizer.learning_rate),
            "weights": str(path),
        }
        history.append(record)
        report(record)
        adjust_learning_rate(optimizer, epoch, step)
        total, count = 0.0, 0
        last_tick = step

    for epoch in range(num_epochs):
        for x, y in train_dataset:
            with tf.GradientTape() as tape:
                y_pred = model(x, training=True)
                loss = loss_fn(y, y_pred)
            grads = tape.gradient(loss, model.trainable_variables)
            step += 1
            total += float(loss)
            count += 1
            if step % tick_every == 0:
                on_tick()
            optimizer.apply_gradients(zip(grads, model.trainable_variables))
    if step > last_tick:
        on_tick()
    return history

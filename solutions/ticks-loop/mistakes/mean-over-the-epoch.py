"""
what: You took the running mean of the epoch: the sums are set back at the start of an epoch, not at
  a tick.
what.zh: 你取的是整个 epoch 的滑动平均：累计值在 epoch 开始时清零，而不是在节拍时。
numbers: Losses 8, 6, 4, 2 in an epoch with tick_every = 2: 7.0 and then 5.0; the second should be
  3.0.
numbers.zh: 一个 epoch 内损失为 8、6、4、2，tick_every = 2：得到 7.0 和 5.0；第二个应为 3.0。
why: That is what the progress bar of `model.fit` shows.
why.zh: `model.fit` 的进度条显示的就是这个值。
fix: Set the sums back after each tick, and nowhere else.
fix.zh: 在每个节拍之后清零，其他地方都不清零。
fails: mean_loss_since_the_tick
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
        last_tick = step

    for epoch in range(num_epochs):
        total, count = 0.0, 0
        for x, y in train_dataset:
            with tf.GradientTape() as tape:
                y_pred = model(x, training=True)
                loss = loss_fn(y, y_pred)
            grads = tape.gradient(loss, model.trainable_variables)
            optimizer.apply_gradients(zip(grads, model.trainable_variables))
            step += 1
            total += float(loss)
            count += 1
            if step % tick_every == 0:
                on_tick()
    if step > last_tick:
        on_tick()
    return history

"""
what: The model's weights are never updated: gradients are computed and not applied.
what.zh: 模型的权重从未更新：算出了梯度，却没有应用。
numbers: After any number of steps kernel and bias are what they were; all ticks save the same weights.
numbers.zh: 无论走多少步，kernel 与 bias 都保持原样；所有节拍保存的权重都相同。
why: `tape.gradient` only gives the gradients; it is the optimizer that applies them.
why.zh: `tape.gradient` 只给出梯度，真正应用梯度的是优化器。
fix: `optimizer.apply_gradients(zip(gradients, model.trainable_variables))` in every step.
fix.zh: 每一步都调用 `optimizer.apply_gradients(zip(gradients, model.trainable_variables))`。
fails: trains_on_every_batch, forward_in_training_mode, updates_what_is_trainable, takes_any_iterable,
  iterates_once_an_epoch, evaluates_and_saves_updated_weights, mean_loss_since_the_tick, learning_rate_of_the_step
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
            tape.gradient(loss, model.trainable_variables)
            step += 1
            total += float(loss)
            count += 1
            if step % tick_every == 0:
                on_tick()
    if step > last_tick:
        on_tick()
    return history

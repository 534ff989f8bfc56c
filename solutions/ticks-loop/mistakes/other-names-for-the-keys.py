r"""
what: The record's keys are `val_loss` and `lr`; they should be `eval_loss` and `learning_rate`.
what.zh: 记录的键是 `val_loss` 和 `lr`，应为 `eval_loss` 和 `learning_rate`。
numbers: `record["learning_rate"]` raises KeyError in whoever reads the records.
numbers.zh: 读取记录的一方在访问 `record["learning_rate"]` 时会抛出 KeyError。
why: Those are the names in the logs of `model.fit`.
why.zh: `model.fit` 的日志里用的就是这些名字。
fix: Use the six names of the statement.
fix.zh: 使用题面给出的六个名字。
fails: evaluates_and_saves_updated_weights, learning_rate_of_the_step, plain_python_values
line: ["'](?:val_loss|validation_loss|lr|train_loss|training_loss|weights_path|weights_file)["']\s*:|^\s*(?:val_loss|lr|train_loss|weights_path)=[^=].*,\s*$
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
            "val_loss": eval_loss,
            "lr": float(optimizer.learning_rate),
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
            optimizer.apply_gradients(zip(grads, model.trainable_variables))
            step += 1
            total += float(loss)
            count += 1
            if step % tick_every == 0:
                on_tick()
    if step > last_tick:
        on_tick()
    return history

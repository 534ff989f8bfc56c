r"""
what: You joined the folder and the file's name with `+`, which a `Path` does not take.
what.zh: 你用 `+` 拼接文件夹和文件名，而 `Path` 不支持。
numbers: Right for a str; TypeError: unsupported operand type(s) for +: 'PosixPath' and 'str' for a
  Path.
numbers.zh: 传入 str 时正确；传入 Path 时抛出 TypeError: unsupported operand type(s) for +: 'PosixPath' and 'str'。
why: It was tried with a str alone.
why.zh: 只用 str 试过。
fix: `Path(weights_dir) / name` or `os.path.join(weights_dir, name)`.
fix.zh: 使用 `Path(weights_dir) / name` 或 `os.path.join(weights_dir, name)`。
fails: weights_folder_and_names
crashes: yes
line: \bweights_dir\s*\+
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
        path = weights_dir + "/step_%06d.weights.h5" % step
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
            optimizer.apply_gradients(zip(grads, model.trainable_variables))
            step += 1
            total += float(loss)
            count += 1
            if step % tick_every == 0:
                on_tick()
    if step > last_tick:
        on_tick()
    return history

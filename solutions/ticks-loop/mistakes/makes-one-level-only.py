r"""
what: You made the folder with `os.mkdir`, which fails where its parent is missing too.
what.zh: 你用 `os.mkdir` 创建文件夹；其上级文件夹也缺失时会失败。
numbers: `weights` works, `runs/7/weights` raises FileNotFoundError at the first tick.
numbers.zh: `weights` 可以，`runs/7/weights` 则在第一个节拍抛出 FileNotFoundError。
why: It was tried with a folder beside the script.
why.zh: 只用脚本旁边的文件夹试过。
fix: `os.makedirs(weights_dir, exist_ok=True)`.
fix.zh: 使用 `os.makedirs(weights_dir, exist_ok=True)`。
fails: weights_folder_and_names
crashes: yes
line: \bos\.mkdir\(|\.mkdir\((?!.*parents)
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
        if not os.path.isdir(weights_dir):
            os.mkdir(weights_dir)
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
            optimizer.apply_gradients(zip(grads, model.trainable_variables))
            step += 1
            total += float(loss)
            count += 1
            if step % tick_every == 0:
                on_tick()
    if step > last_tick:
        on_tick()
    return history

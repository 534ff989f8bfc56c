r"""
what: You counted epochs from 1; they are counted from 0 (it is steps that start at 1).
what.zh: 你从 1 开始计 epoch；epoch 应从 0 开始（从 1 开始的是步数）。
numbers: Each record's `epoch`, and the one that adjust_learning_rate is given, is too large by 1: a
  schedule by epochs runs one epoch ahead.
numbers.zh: 每条记录的 `epoch` 以及传给 adjust_learning_rate 的 epoch 都大 1：按 epoch 的学习率计划会提前一个 epoch。
why: People read `Epoch 1/10` on the screen, and progress bars print it so.
why.zh: 屏幕上显示的是 `Epoch 1/10`，进度条也这样打印。
fix: Loop over `range(num_epochs)`; add 1 only where it is printed.
fix.zh: 使用 `range(num_epochs)`，仅在打印时加 1。
fails: counts_epochs_from_zero
line: \brange\(\s*1\s*,\s*(?:self\.)?num_epochs\s*\+\s*1|["']epoch["']\s*:\s*(?:self\.)?epoch\s*\+\s*1|\bepoch=epoch\s*\+\s*1
"""

from pathlib import Path

import tensorflow as tf


def numbered_batches(dataset, num_epochs):
    """Yield (epoch, step, x, y, is_last), one batch behind the data set."""
    held = None
    step = 0
    for epoch in range(1, num_epochs + 1):
        for x, y in dataset:
            if held is not None:
                yield (*held, False)
            step += 1
            held = epoch, step, x, y
    if held is not None:
        yield (*held, True)


def train(model, optimizer, loss_fn, train_dataset, *, num_epochs, tick_every,
          weights_dir, evaluate_model, adjust_learning_rate, report):
    if tick_every < 1 or num_epochs < 0:
        raise ValueError("tick_every has to be positive and num_epochs not negative")
    folder = Path(weights_dir)
    records, losses = [], []
    for epoch, step, x, y, is_last in numbered_batches(train_dataset, num_epochs):
        with tf.GradientTape() as tape:
            predictions = model(x, training=True)
            loss = loss_fn(y, predictions)
        weights = model.trainable_variables
        grads = tape.gradient(loss, weights)
        optimizer.apply_gradients(list(zip(grads, weights)))
        losses.append(float(loss))
        if step % tick_every != 0 and not is_last:
            continue
        eval_loss = float(evaluate_model(model))
        folder.mkdir(parents=True, exist_ok=True)
        path = str(folder / "step_{:06d}.weights.h5".format(step))
        model.save_weights(path)
        learning_rate = float(optimizer.learning_rate)
        record = {"epoch": epoch, "step": step, "loss": sum(losses) / len(losses),
                  "eval_loss": eval_loss, "learning_rate": learning_rate, "weights": path}
        losses = []
        report(record)
        adjust_learning_rate(optimizer, epoch, step)
        records.append(record)
    return records

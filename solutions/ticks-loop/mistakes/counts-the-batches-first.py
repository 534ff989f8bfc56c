r"""
what: You iterated the data set once more than there are epochs, to count its batches or to look at one.
what.zh: 你多遍历了一次数据集，用来统计批次数或先看一个批次。
numbers: num_epochs + 1 passes over the data instead of num_epochs: reading and augmenting a large
  data set is paid for twice in a run of one epoch, and a data set that shuffles is in another
  state.
numbers.zh: 数据被遍历 num_epochs + 1 次：只有一个 epoch 时，读取与增强大数据集的代价翻倍；会打乱顺序的数据集也会处于另一状态。
why: To know which step is the last one seems to need the number of steps.
why.zh: 要知道哪一步是最后一步，似乎必须先知道总步数。
fix: Fire the last tick after the loops, or hold one batch back while iterating.
fix.zh: 在循环之后触发最后的节拍，或在遍历时滞后一个批次。
fails: takes_any_iterable, iterates_once_an_epoch
line: \bsum\(\s*1\s+for\b|\blen\(\s*(?:list|tuple)\(|\btrain_dataset\.reduce\(
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
    total_steps = num_epochs * sum(1 for _ in train_dataset)
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
            optimizer.apply_gradients(zip(grads, model.trainable_variables))
            step += 1
            total += float(loss)
            count += 1
            if step % tick_every == 0 or step == total_steps:
                on_tick()
    return history

"""
what: You made the folder before you checked the arguments; the ValueError comes before anything is
  made.
what.zh: 你在检查参数之前就创建了文件夹；ValueError 应在创建任何东西之前抛出。
numbers: A call with tick_every = 0 raises ValueError as it should, but leaves an empty folder
  behind.
numbers.zh: tick_every = 0 的调用如期抛出 ValueError，却留下一个空文件夹。
why: Preparing the output is the first thing on the list.
why.zh: 准备输出总是清单上的第一件事。
fix: Check first, in the first lines of `train`.
fix.zh: 先检查，放在 `train` 的最前面。
fails: rejects_bad_arguments
"""

from pathlib import Path

import numpy as np
import tensorflow as tf


def train(model, optimizer, loss_fn, train_dataset, *, num_epochs, tick_every,
          weights_dir, evaluate_model, adjust_learning_rate, report):
    out = Path(weights_dir)
    out.mkdir(parents=True, exist_ok=True)
    if tick_every < 1 or num_epochs < 0:
        raise ValueError(f"tick_every={tick_every}, num_epochs={num_epochs}")
    records = []
    losses = []
    step = 0

    for epoch in range(num_epochs):
        for x, y in train_dataset:
            with tf.GradientTape() as tape:
                loss = loss_fn(y, model(x, training=True))
            gradients = tape.gradient(loss, model.trainable_variables)
            optimizer.apply(gradients, model.trainable_variables)
            losses.append(loss.numpy())
            step += 1
            if step % tick_every == 0:
                records.append(tick(model, optimizer, out, epoch, step, losses,
                                    evaluate_model, adjust_learning_rate, report))
                losses = []
    if losses:
        records.append(tick(model, optimizer, out, epoch, step, losses,
                            evaluate_model, adjust_learning_rate, report))
    return records


def tick(model, optimizer, out, epoch, step, losses, evaluate_model, adjust_learning_rate, report):
    eval_loss = evaluate_model(model)
    out.mkdir(parents=True, exist_ok=True)
    file = out / f"step_{step:06d}.weights.h5"
    model.save_weights(file)
    record = dict(
        epoch=epoch,
        step=step,
        loss=float(np.mean(losses)),
        eval_loss=float(eval_loss),
        learning_rate=float(optimizer.learning_rate.numpy()),
        weights=str(file),
    )
    report(record)
    adjust_learning_rate(optimizer, epoch, step)
    return record

r"""
what: You gathered gradients and updated once a tick; there is one update a batch.
what.zh: 你累积梯度、每个节拍才更新一次；应每个批次更新一次。
numbers: 10 batches with tick_every = 10 make one update with the mean gradient at the first
  weights, not ten.
numbers.zh: 10 个批次、tick_every = 10 时只用初始权重处的平均梯度更新一次，而不是十次。
why: Gradient accumulation looks like this, and a tick like its boundary.
why.zh: 梯度累积就是这样写的，而节拍看起来像它的边界。
fix: Apply the gradients in every step; ticks only look on.
fix.zh: 每一步都应用梯度；节拍只是旁观。
fails: trains_on_every_batch, forward_in_training_mode, updates_what_is_trainable,
  takes_any_iterable, iterates_once_an_epoch, evaluates_and_saves_updated_weights,
  mean_loss_since_the_tick, learning_rate_of_the_step
line: \[\s*(\w+)\s*\+\s*(\w+)\s+for\s+\1\s*,\s*\2\s+in\s+zip\(|\[\s*g\w*\s*/\s*.*\bfor\s+g\w*\s+in\b|\b\w*grad\w*\s*\+=
"""

from pathlib import Path

import numpy as np
import tensorflow as tf


def train(model, optimizer, loss_fn, train_dataset, *, num_epochs, tick_every,
          weights_dir, evaluate_model, adjust_learning_rate, report):
    if tick_every < 1 or num_epochs < 0:
        raise ValueError(f"tick_every={tick_every}, num_epochs={num_epochs}")
    out = Path(weights_dir)
    records = []
    losses = []
    step = 0

    for epoch in range(num_epochs):
        for x, y in train_dataset:
            with tf.GradientTape() as tape:
                loss = loss_fn(y, model(x, training=True))
            gradients = tape.gradient(loss, model.trainable_variables)
            pending = gradients if not losses else [a + b for a, b in zip(pending, gradients)]
            losses.append(loss.numpy())
            step += 1
            if step % tick_every == 0:
                optimizer.apply([g / len(losses) for g in pending], model.trainable_variables)
                records.append(tick(model, optimizer, out, epoch, step, losses,
                                    evaluate_model, adjust_learning_rate, report))
                losses = []
    if losses:
        optimizer.apply([g / len(losses) for g in pending], model.trainable_variables)
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

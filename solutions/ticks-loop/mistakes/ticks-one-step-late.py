"""
what: You counted the step after the test for a tick, so steps are numbered from 0 and the first
  tick fires after the first update.
what.zh: 你在判断节拍之后才计步，因此步数从 0 编号，第一个节拍在第一次更新之后就触发。
numbers: tick_every = 2: ticks after the updates 1, 3, 5 under the numbers 0, 2, 4, and not after 2,
  4, 6.
numbers.zh: tick_every = 2：节拍在第 1、3、5 次更新之后触发，编号为 0、2、4，而不是在第 2、4、6 次之后。
why: It is `enumerate(...)` without `start=1` in other clothes.
why.zh: 这就是没有 `start=1` 的 `enumerate(...)` 换了个样子。
fix: Add 1 to the step right after the update.
fix.zh: 更新之后立刻把步数加 1。
fails: ticks_when_due, last_step_ticks_once, evaluates_and_saves_updated_weights,
  mean_loss_since_the_tick, learning_rate_of_the_step, counts_epochs_from_zero
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
            optimizer.apply(gradients, model.trainable_variables)
            losses.append(loss.numpy())
            if step % tick_every == 0:
                records.append(tick(model, optimizer, out, epoch, step, losses,
                                    evaluate_model, adjust_learning_rate, report))
                losses = []
            step += 1
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

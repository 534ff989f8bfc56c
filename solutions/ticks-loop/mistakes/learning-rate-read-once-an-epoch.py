r"""
what: You read the learning rate at the start of each epoch; a tick within the epoch may change it.
what.zh: 你在每个 epoch 开始时读取学习率；而 epoch 中间的节拍可能会改变它。
numbers: 5 batches an epoch, tick_every = 4, a new rate after step 8: the record of step 10 still has the old one.
numbers.zh: 每个 epoch 5 个批次、tick_every = 4，第 8 步之后换了学习率：第 10 步的记录里仍是旧值。
why: Schedules of most frameworks change the rate from epoch to epoch.
why.zh: 多数框架的学习率调度按 epoch 变化。
fix: Read it at the step: before its update, or at the tick before adjust_learning_rate is called.
fix.zh: 在该步读取：在更新之前，或在节拍中调用 adjust_learning_rate 之前。
fails: learning_rate_of_the_step
"""

import pathlib

import numpy as np
import tensorflow as tf


def train(model, optimizer, loss_fn, train_dataset, *, num_epochs, tick_every,
          weights_dir, evaluate_model, adjust_learning_rate, report):
    if not (tick_every >= 1 and num_epochs >= 0):
        raise ValueError(f"tick_every = {tick_every}, num_epochs = {num_epochs}")
    directory = pathlib.Path(weights_dir)
    records, pending, step = [], [], 0

    def fire(epoch, rate):
        eval_loss = float(evaluate_model(model))
        directory.mkdir(parents=True, exist_ok=True)
        path = directory / f"step_{step:06d}.weights.h5"
        model.save_weights(path)
        records.append({
            "epoch": epoch,
            "step": step,
            "loss": float(np.mean(pending)),
            "eval_loss": eval_loss,
            "learning_rate": rate,
            "weights": str(path),
        })
        pending.clear()
        report(dict(records[-1]))
        adjust_learning_rate(optimizer, epoch, step)

    for epoch in range(num_epochs):
        rate = float(optimizer.learning_rate)
        for x, y in train_dataset:
            with tf.GradientTape() as tape:
                loss = loss_fn(y, model(x, training=True))
            variables = model.trainable_variables
            optimizer.apply_gradients(zip(tape.gradient(loss, variables), variables))
            pending.append(loss.numpy())
            step += 1
            if step % tick_every == 0:
                fire(epoch, rate)
    if pending:
        fire(epoch, rate)
    return records

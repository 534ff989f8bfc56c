"""
what: You read the learning rate after adjust_learning_rate had set the next one.
what.zh: 你在 adjust_learning_rate 设置了下一个学习率之后才读取学习率。
numbers: Rates 0.08, 0.02, 0.1 in three ticks are recorded as 0.02, 0.1 and whatever comes next:
  each record shows the rate of steps that are still to come.
numbers.zh: 三个节拍的学习率为 0.08、0.02、0.1，却被记为 0.02、0.1 以及再下一个：每条记录写的都是尚未执行的步的学习率。
why: The record is built at the end, when all else is done.
why.zh: 记录在其他事情都做完之后才构建。
fix: Build the record, report it, and adjust last.
fix.zh: 先构建并报告记录，最后再调整。
fails: order_in_a_tick, learning_rate_of_the_step
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
    adjust_learning_rate(optimizer, epoch, step)
    record = dict(
        epoch=epoch,
        step=step,
        loss=float(np.mean(losses)),
        eval_loss=float(eval_loss),
        learning_rate=float(optimizer.learning_rate.numpy()),
        weights=str(file),
    )
    report(record)
    return record

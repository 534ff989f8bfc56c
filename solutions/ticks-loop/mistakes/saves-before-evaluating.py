"""
what: You saved the weights before you called evaluate_model; a tick evaluates first.
what.zh: 你在调用 evaluate_model 之前就保存了权重；节拍应先评估。
numbers: The values are all the same; what differs is the order, which shows as soon as evaluating
  fails or takes the newest file in the folder for the previous tick's.
numbers.zh: 数值完全相同，不同的是顺序：一旦评估失败，或评估时把文件夹中最新的文件当作上一个节拍的，就会出问题。
why: Saving first feels safer: the weights are on disk whatever happens next.
why.zh: 先保存感觉更安全：无论接下来发生什么，权重都已写入磁盘。
fix: Evaluate, save, report, adjust: in the order of the statement.
fix.zh: 按题面的顺序：评估、保存、报告、调整。
fails: order_in_a_tick
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
    out.mkdir(parents=True, exist_ok=True)
    file = out / f"step_{step:06d}.weights.h5"
    model.save_weights(file)
    eval_loss = evaluate_model(model)
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

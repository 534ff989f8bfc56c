r"""
what: The list of losses is a global that the last tick does not empty: a second run begins with
  losses of the first.
what.zh: 损失列表是全局变量，而最后一个节拍没有清空它：第二次运行一开始就带着第一次的损失。
numbers: A run of 5 steps with tick_every = 2 leaves the loss of step 5 behind; the next run's first
  record is the mean of three losses in place of two.
numbers.zh: 5 步、tick_every = 2 的运行会留下第 5 步的损失；下一次运行的第一条记录就成了三个损失而不是两个的平均。
why: In a script that trains once a global does no harm, and after the last tick nobody looks at the
  list.
why.zh: 在只训练一次的脚本里全局变量无害，而最后一个节拍之后也没人再看这个列表。
fix: Make the list inside `train`.
fix.zh: 在 `train` 内部创建列表。
fails: mean_loss_since_the_tick, second_run_starts_anew
line: ^\w*loss\w*\s*=\s*(?:\[|[\w.]*metrics\.)|^\s*global\b.*loss|\bdef\b.*\blosses\s*=\s*\[\s*\]
"""

from pathlib import Path

import numpy as np
import tensorflow as tf


losses = []


def train(model, optimizer, loss_fn, train_dataset, *, num_epochs, tick_every,
          weights_dir, evaluate_model, adjust_learning_rate, report):
    if tick_every < 1 or num_epochs < 0:
        raise ValueError(f"tick_every={tick_every}, num_epochs={num_epochs}")
    out = Path(weights_dir)
    records = []
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
                losses.clear()
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

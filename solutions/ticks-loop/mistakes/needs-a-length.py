r"""
what: You called `len(train_dataset)`; a data set may have `__iter__` alone.
what.zh: 你调用了 `len(train_dataset)`；数据集可能只有 `__iter__`。
numbers: TypeError: object of type … has no len(), before the first step; a tf.data.Dataset of
  unknown length raises too.
numbers.zh: 在第一步之前就抛出 TypeError: object of type … has no len()；长度未知的 tf.data.Dataset 也会抛出异常。
why: Lists and simple tf.data pipelines do have a length.
why.zh: 列表和简单的 tf.data 流水线确实有长度。
fix: Fire the last tick after the loops: no length is needed there.
fix.zh: 在循环之后触发最后的节拍：那里不需要长度。
fails: takes_any_iterable, last_step_ticks_once
crashes: yes
line: \blen\(\s*(?:self\.)?(?:train_)?dataset\s*\)|\bcardinality\(
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
    last_step = num_epochs * len(train_dataset)

    for epoch in range(num_epochs):
        for x, y in train_dataset:
            with tf.GradientTape() as tape:
                loss = loss_fn(y, model(x, training=True))
            gradients = tape.gradient(loss, model.trainable_variables)
            optimizer.apply(gradients, model.trainable_variables)
            losses.append(loss.numpy())
            step += 1
            if step % tick_every == 0 or step == last_step:
                records.append(tick(model, optimizer, out, epoch, step, losses,
                                    evaluate_model, adjust_learning_rate, report))
                losses = []
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

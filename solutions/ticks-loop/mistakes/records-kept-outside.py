r"""
what: The list of records is a global: a second run returns the first one's too.
what.zh: 记录列表是全局变量：第二次运行会把第一次的记录也返回。
numbers: Two runs of 3 ticks return 3 and then 6 records.
numbers.zh: 两次各 3 个节拍的运行，先返回 3 条，后返回 6 条。
why: In a notebook a list in another cell is at hand; a default argument `records=[]` does the same.
why.zh: 在 notebook 里，另一个单元格中的列表随手可用；默认参数 `records=[]` 也会如此。
fix: Make the list inside `train`.
fix.zh: 在 `train` 内部创建列表。
fails: second_run_starts_anew
line: ^(?:records|history)\s*=\s*\[|^\s*global\b.*(?:records|history)|\b(?:records|history)\s*=\s*\[\s*\]\s*\)\s*(?:->.*)?:
"""

from pathlib import Path

import numpy as np
import tensorflow as tf


records = []


def train(model, optimizer, loss_fn, train_dataset, *, num_epochs, tick_every,
          weights_dir, evaluate_model, adjust_learning_rate, report):
    if tick_every < 1 or num_epochs < 0:
        raise ValueError(f"tick_every={tick_every}, num_epochs={num_epochs}")
    out = Path(weights_dir)
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

"""
what: You did not make `weights_dir` where it is missing.
what.zh: `weights_dir` 不存在时你没有创建它。
numbers: FileNotFoundError at the first tick, after `tick_every` steps of training.
numbers.zh: 训练 `tick_every` 步之后，在第一个节拍抛出 FileNotFoundError。
why: The folder exists on one's own machine, and `save_weights` does not make it.
why.zh: 自己的机器上该文件夹已存在，而 `save_weights` 不会创建它。
fix: `Path(weights_dir).mkdir(parents=True, exist_ok=True)` before saving.
fix.zh: 保存之前调用 `Path(weights_dir).mkdir(parents=True, exist_ok=True)`。
fails: weights_folder_and_names
crashes: yes
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

r"""
what: You computed the loss again after the update; the training loss is the one whose gradient was
  taken, before it.
what.zh: 你在更新之后重新计算了损失；训练损失应是求梯度时、更新之前的那个。
numbers: Every loss is too small, as the step has just gone down this batch's gradient: 4.0 becomes
  about 3.2 at a learning rate of 0.05. And each step costs a second forward pass.
numbers.zh: 每个损失都偏小，因为刚刚沿该批次的梯度下降了一步：学习率 0.05 时 4.0 变成约 3.2。而且每步多花一次前向传播。
why: The loss was wanted outside the tape, and computing it again is one line.
why.zh: 想在 tape 之外使用损失，重新计算只需一行。
fix: Keep the `loss` that was computed under the tape.
fix.zh: 保留在 tape 中计算的 `loss`。
fails: forward_in_training_mode, mean_loss_since_the_tick
line: \bloss_fn\(.*\btraining\s*=\s*False|\bloss_fn\(\s*\w+\s*,\s*(?:self\.)?model\(\s*\w+\s*\)\s*\)
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
            losses.append(loss_fn(y, model(x, training=False)).numpy())
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

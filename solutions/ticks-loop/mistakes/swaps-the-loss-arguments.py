r"""
what: You called `loss_fn(y_pred, y_true)`; the contract is `loss_fn(y_true, y_pred)`.
what.zh: 你调用的是 `loss_fn(y_pred, y_true)`；约定是 `loss_fn(y_true, y_pred)`。
numbers: Nothing shows with the mean squared error, which is symmetrical; with cross-entropy, or an
  error weighted by the target, both loss and gradient are wrong.
numbers.zh: 均方误差是对称的，看不出差别；若是交叉熵或按目标加权的误差，损失和梯度都不对。
why: PyTorch's losses take the prediction first.
why.zh: PyTorch 的损失函数先接收预测值。
fix: `loss_fn(y, model(x, training=True))`.
fix.zh: 使用 `loss_fn(y, model(x, training=True))`。
fails: trains_on_every_batch
line: \bloss_fn\(\s*(?:self\.)?model\(|\bloss_fn\(\s*(?:y_?pred\w*|pred\w*|out\w*|logits|y_?hat)\s*,
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
                loss = loss_fn(model(x, training=True), y)
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

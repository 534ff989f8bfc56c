r"""
what: You recorded the loss of a second pass in inference mode, not the training loss whose gradient
  was taken.
what.zh: 你记录的是另一次推理模式前向传播的损失，而不是求梯度所用的训练损失。
numbers: Equal for a plain linear model; with BatchNormalization and inputs about 30 hundreds are
  recorded in place of a loss of about 2, and with Dropout it is too small. Each step costs one
  forward pass more.
numbers.zh: 对普通线性模型相等；有 BatchNormalization 且输入约为 30 时，本应约为 2 的损失被记成几百；有 Dropout 时则偏小。每一步还多花一次前向传播。
why: A loss for people to look at seems to belong to the model as it will be used.
why.zh: 给人看的损失似乎应来自实际使用时的模型。
fix: Record the `loss` that was computed under the tape; what the model is worth in use,
  evaluate_model says.
fix.zh: 记录在 tape 中计算的 `loss`；模型在使用时的表现由 evaluate_model 给出。
fails: forward_in_training_mode
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
            losses.append(loss_fn(y, model(x, training=False)).numpy())
            optimizer.apply(gradients, model.trainable_variables)
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

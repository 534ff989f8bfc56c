r"""
what: You updated only the last layer's variables.
what.zh: 你只更新了最后一层的变量。
numbers: With one layer all is right; with two the first keeps its initial weights to the last
  digit.
numbers.zh: 只有一层时一切正常；有两层时第一层的权重与初始值完全相同。
why: It was copied from fine-tuning, where the rest is frozen on purpose.
why.zh: 从微调代码中照搬而来，那里其余层是有意冻结的。
fix: Use `model.trainable_variables`; freezing is said by `layer.trainable`.
fix.zh: 使用 `model.trainable_variables`；是否冻结由 `layer.trainable` 决定。
fails: updates_what_is_trainable
line: \.layers\[\s*-|\btrainable_(?:variables|weights)\[\s*-
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
            head = model.layers[-1].trainable_variables
            optimizer.apply(tape.gradient(loss, head), head)
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

r"""
what: The record has a seventh key; it should have exactly six.
what.zh: 记录多了第七个键；应恰好有六个。
numbers: `steps` beside the six: a table with fixed columns, or `Row(**record)`, refuses it.
numbers.zh: 六个键之外还有 `steps`：列固定的表格或 `Row(**record)` 会拒绝它。
why: One more number seems harmless.
why.zh: 多一个数字似乎无害。
fix: Leave it out of the record.
fix.zh: 从记录中去掉它。
fails: plain_python_values
line: ^\s*["\'](?!(?:epoch|step|loss|eval_loss|learning_rate|weights)["\'])\w+["\']\s*:\s*[^{]*,\s*$|^\s*(?:steps|n_steps|num_steps|count|time|seconds|elapsed|samples|num_epochs)=[^=].*,\s*$
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
    record = dict(
        epoch=epoch,
        step=step,
        loss=float(np.mean(losses)),
        eval_loss=float(eval_loss),
        learning_rate=float(optimizer.learning_rate.numpy()),
        weights=str(file),
        steps=len(losses),
    )
    report(record)
    adjust_learning_rate(optimizer, epoch, step)
    return record

r"""
what: `loss` is a NumPy scalar, not a Python float.
what.zh: `loss` 是 NumPy 标量，而不是 Python float。
numbers: It prints like a float; but of a float32, json.dumps raises TypeError: Object of type float32 is not
  JSON serializable.
numbers.zh: 打印出来像 float；但若是 float32，json.dumps 会抛出 TypeError: Object of type float32 is not JSON serializable。
why: `np.mean` and `.numpy()` give a NumPy scalar, of float32 where the losses are.
why.zh: `np.mean` 与 `.numpy()` 得到的是 NumPy 标量；损失为 float32 时它也是 float32。
fix: `float(np.mean(losses))`.
fix.zh: 使用 `float(np.mean(losses))`。
fails: plain_python_values
line: \bloss["']?\s*[:=]\s*(?:np\.(?:mean|average)\(.*\)\s*,\s*$|.*\.numpy\(\s*\)\s*[,}])
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
        loss=np.mean(losses),
        eval_loss=float(eval_loss),
        learning_rate=float(optimizer.learning_rate.numpy()),
        weights=str(file),
    )
    report(record)
    adjust_learning_rate(optimizer, epoch, step)
    return record

r"""
what: You counted steps with `enumerate` inside the epoch, so the count starts again at 1 in each
  epoch.
what.zh: 你在 epoch 内部用 `enumerate` 计步，因此每个 epoch 都从 1 重新计数。
numbers: 3 batches an epoch, 2 epochs, tick_every = 2: ticks after the updates 2, 5 and 6 named 2, 2
  and 3, not 2, 4 and 6; later epochs overwrite the files of earlier ones.
numbers.zh: 每个 epoch 3 个批次、2 个 epoch、tick_every = 2：节拍落在第 2、5、6 次更新之后，编号为 2、2、3，而不是 2、4、6；后面的 epoch 会覆盖前面的文件。
why: `for step, batch in enumerate(dataset)` is the idiom of the guides, where steps are only
  printed.
why.zh: `for step, batch in enumerate(dataset)` 是教程里的惯用写法，但那里的步数只用于打印。
fix: Set `step = 0` once before the first epoch and add 1 after each update.
fix.zh: 在第一个 epoch 之前只设一次 `step = 0`，每次更新后加 1。
fails: ticks_when_due, last_step_ticks_once, mean_loss_since_the_tick, learning_rate_of_the_step,
  counts_epochs_from_zero
line: \benumerate\(\s*(?:self\.)?(?:train_)?dataset\b|^(?: {8}|\t\t)step\s*=\s*[01]\s*$
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
        for step, (x, y) in enumerate(train_dataset, start=1):
            with tf.GradientTape() as tape:
                loss = loss_fn(y, model(x, training=True))
            gradients = tape.gradient(loss, model.trainable_variables)
            optimizer.apply(gradients, model.trainable_variables)
            losses.append(loss.numpy())
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

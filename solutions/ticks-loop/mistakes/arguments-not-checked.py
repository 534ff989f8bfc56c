"""
what: You let `tick_every < 1` and `num_epochs < 0` through.
what.zh: 你没有拒绝 `tick_every < 1` 和 `num_epochs < 0`。
numbers: tick_every = 0 raises ZeroDivisionError after the first update; -2 ticks every second step;
  num_epochs = -1 returns [] as if all were well.
numbers.zh: tick_every = 0 在第一次更新之后抛出 ZeroDivisionError；-2 每两步触发一次；num_epochs = -1 返回 []，仿佛一切正常。
why: `range` and `%` take nearly everything.
why.zh: `range` 和 `%` 几乎什么都接受。
fix: Raise ValueError for both in the first lines of `train`.
fix.zh: 在 `train` 的开头对两者抛出 ValueError。
fails: rejects_bad_arguments
"""

from pathlib import Path

import tensorflow as tf


def numbered_batches(dataset, num_epochs):
    """Yield (epoch, step, x, y, is_last), one batch behind the data set."""
    held = None
    step = 0
    for epoch in range(num_epochs):
        for x, y in dataset:
            if held is not None:
                yield (*held, False)
            step += 1
            held = epoch, step, x, y
    if held is not None:
        yield (*held, True)


def train(model, optimizer, loss_fn, train_dataset, *, num_epochs, tick_every,
          weights_dir, evaluate_model, adjust_learning_rate, report):
    folder = Path(weights_dir)
    records, losses = [], []
    for epoch, step, x, y, is_last in numbered_batches(train_dataset, num_epochs):
        with tf.GradientTape() as tape:
            predictions = model(x, training=True)
            loss = loss_fn(y, predictions)
        weights = model.trainable_variables
        grads = tape.gradient(loss, weights)
        optimizer.apply_gradients(list(zip(grads, weights)))
        losses.append(float(loss))
        if step % tick_every != 0 and not is_last:
            continue
        eval_loss = float(evaluate_model(model))
        folder.mkdir(parents=True, exist_ok=True)
        path = str(folder / "step_{:06d}.weights.h5".format(step))
        model.save_weights(path)
        learning_rate = float(optimizer.learning_rate)
        record = {"epoch": epoch, "step": step, "loss": sum(losses) / len(losses),
                  "eval_loss": eval_loss, "learning_rate": learning_rate, "weights": path}
        losses = []
        report(record)
        adjust_learning_rate(optimizer, epoch, step)
        records.append(record)
    return records

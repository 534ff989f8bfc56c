r"""
what: You called the model without `training=True`, so it runs as in inference.
what.zh: 你调用模型时没有传 `training=True`，模型以推理模式运行。
numbers: Dropout drops nothing; BatchNormalization normalizes with its moving statistics, which
  never move: they stay at mean 0 and variance 1.
numbers.zh: Dropout 不丢弃任何单元；BatchNormalization 用滑动统计量归一化，而这些统计量从不更新：均值停在 0，方差停在 1。
why: `model.fit` passes the flag by itself; in a loop of one's own the default is False.
why.zh: `model.fit` 会自动传入该标志；在自己写的循环里默认是 False。
fix: `model(x, training=True)`.
fix.zh: 使用 `model(x, training=True)`。
fails: forward_in_training_mode
line: \bmodel\(\s*\w+\s*\)(?!\s*\))|\bmodel\(\s*\w+\s*,\s*training\s*=\s*False
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
    if tick_every < 1 or num_epochs < 0:
        raise ValueError("tick_every has to be positive and num_epochs not negative")
    folder = Path(weights_dir)
    records, losses = [], []
    for epoch, step, x, y, is_last in numbered_batches(train_dataset, num_epochs):
        with tf.GradientTape() as tape:
            predictions = model(x)
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

r"""
what: You recorded the sum of the losses since the previous tick, not their mean.
what.zh: 你记录的是上一个节拍以来损失的总和，而不是平均值。
numbers: Too large by the factor tick_every: four losses of 1 give 4.0.
numbers.zh: 大了 tick_every 倍：四个为 1 的损失得到 4.0。
why: `running_loss += loss` is easily left without its division.
why.zh: `running_loss += loss` 之后很容易忘了除法。
fix: Divide by `len(losses)`.
fix.zh: 除以 `len(losses)`。
fails: mean_loss_since_the_tick
line: \bloss["']?\s*[:=]\s*(?:float\(\s*)?(?:np\.|math\.)?f?sum\([^/]*\)\s*,|["']loss["']\s*:\s*(?:float\(\s*)?total\w*\s*\)?\s*,|\bmetrics\.Sum\(
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
        record = {"epoch": epoch, "step": step, "loss": sum(losses),
                  "eval_loss": eval_loss, "learning_rate": learning_rate, "weights": path}
        losses = []
        report(record)
        adjust_learning_rate(optimizer, epoch, step)
        records.append(record)
    return records

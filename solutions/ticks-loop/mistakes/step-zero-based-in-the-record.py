r"""
what: The ticks are right, but the record's `step` counts from 0.
what.zh: 节拍时机正确，但记录中的 `step` 从 0 计起。
numbers: tick_every = 2: records of the steps 1, 3, 5 beside files named after 2, 4, 6.
numbers.zh: tick_every = 2：记录的步数为 1、3、5，文件却以 2、4、6 命名。
why: Epochs count from 0, and the same was done for steps.
why.zh: epoch 从 0 计起，于是对步数也照做。
fix: Record the step as it is: 1 after the first update.
fix.zh: 原样记录步数：第一次更新之后为 1。
fails: ticks_when_due, last_step_ticks_once, evaluates_and_saves_updated_weights,
  second_run_starts_anew
line: \bstep["']?\s*[:=]\s*(?:\w+\.)?step\s*-\s*1\b
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
        record = {"epoch": epoch, "step": step - 1, "loss": sum(losses) / len(losses),
                  "eval_loss": eval_loss, "learning_rate": learning_rate, "weights": path}
        losses = []
        report(record)
        adjust_learning_rate(optimizer, epoch, step)
        records.append(record)
    return records

r"""
what: The step in the file's name is not padded to 6 digits.
what.zh: 文件名中的步数没有补零到 6 位。
numbers: step_6.weights.h5 in place of step_000006.weights.h5; sorted by name, step_12 comes before
  step_6.
numbers.zh: 得到的是 step_6.weights.h5，而不是 step_000006.weights.h5；按文件名排序时 step_12 排在 step_6 之前。
why: A bare `{step}` looks right as long as nobody sorts the folder.
why.zh: 只写 `{step}` 看起来没问题，直到有人对文件夹排序。
fix: Use the format `{step:06d}`.
fix.zh: 使用格式 `{step:06d}`。
fails: weights_folder_and_names
line: ^(?!.*(?:zfill|rjust)).*(?:\bstep_\{[\w.]*\}|\bstep_%[di]|["\']step_["\']\s*\+\s*str\()
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
        path = str(folder / "step_{}.weights.h5".format(step))
        model.save_weights(path)
        learning_rate = float(optimizer.learning_rate)
        record = {"epoch": epoch, "step": step, "loss": sum(losses) / len(losses),
                  "eval_loss": eval_loss, "learning_rate": learning_rate, "weights": path}
        losses = []
        report(record)
        adjust_learning_rate(optimizer, epoch, step)
        records.append(record)
    return records

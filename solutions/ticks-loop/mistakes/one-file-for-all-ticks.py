r"""
what: Every tick saves to the same file, so only the last weights are left.
what.zh: 每个节拍都保存到同一个文件，最终只剩最后的权重。
numbers: After 3 ticks there is one file; the records of the ticks 1 and 2 name weights of tick 3.
numbers.zh: 3 个节拍后只有一个文件；第 1、2 个节拍的记录所指的是第 3 个节拍的权重。
why: It is what one does to resume after a crash.
why.zh: 为了崩溃后恢复训练，人们通常这样做。
fix: Put the step in the name: f"step_{step:06d}.weights.h5".
fix.zh: 把步数写进文件名：f"step_{step:06d}.weights.h5"。
fails: evaluates_and_saves_updated_weights, weights_folder_and_names
line: ["\'](?!tmp|temp)[\w/.-]*\w\.weights\.h5["\']
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
        path = str(folder / "latest.weights.h5")
        model.save_weights(path)
        learning_rate = float(optimizer.learning_rate)
        record = {"epoch": epoch, "step": step, "loss": sum(losses) / len(losses),
                  "eval_loss": eval_loss, "learning_rate": learning_rate, "weights": path}
        losses = []
        report(record)
        adjust_learning_rate(optimizer, epoch, step)
        records.append(record)
    return records

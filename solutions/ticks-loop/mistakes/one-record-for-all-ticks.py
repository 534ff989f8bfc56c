r"""
what: You updated one dict at every tick and appended it again: the list holds the same record many
  times.
what.zh: 你在每个节拍更新同一个 dict 并再次加入列表：列表里是同一条记录的多次重复。
numbers: Three ticks: what is reported is right each time, but the returned list is the last record
  three times.
numbers.zh: 三个节拍：每次报告的都对，但返回的列表是最后一条记录重复三次。
why: `append` stores a reference, not a copy.
why.zh: `append` 保存的是引用，而不是副本。
fix: Make a new dict at each tick.
fix.zh: 每个节拍新建一个 dict。
fails: returns_the_records
line: ^(?: {4}|\t)(?:.*,\s*)?record\s*=.*(?:\{\s*\}|dict\(\s*\))
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
    records, losses, record = [], [], {}
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
        record.update(epoch=epoch, step=step, loss=sum(losses) / len(losses),
                      eval_loss=eval_loss, learning_rate=learning_rate, weights=path)
        losses = []
        report(record)
        adjust_learning_rate(optimizer, epoch, step)
        records.append(record)
    return records

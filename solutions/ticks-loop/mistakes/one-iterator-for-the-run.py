r"""
what: You made one iterator before the first epoch; from the second epoch on it is exhausted.
what.zh: 你在第一个 epoch 之前只创建了一个迭代器；从第二个 epoch 起它已耗尽。
numbers: Only the first epoch trains: 2 epochs of 5 batches make 5 updates, not 10.
numbers.zh: 只有第一个 epoch 在训练：2 个 epoch、每个 5 个批次只更新 5 次，而不是 10 次。
why: `next(iterator)` loops make it first and forget to make it again.
why.zh: 用 `next(iterator)` 写循环时先创建了迭代器，却忘了重新创建。
fix: Iterate the data set itself in each epoch.
fix.zh: 每个 epoch 都遍历数据集本身。
fails: trains_on_every_batch, updates_what_is_trainable, takes_any_iterable, iterates_once_an_epoch,
  ticks_when_due, last_step_ticks_once, mean_loss_since_the_tick, learning_rate_of_the_step,
  counts_epochs_from_zero
line: ^(?: {4}|\t)\w+\s*=\s*iter\(
"""

from pathlib import Path

import tensorflow as tf


def numbered_batches(dataset, num_epochs):
    """Yield (epoch, step, x, y, is_last), one batch behind the data set."""
    held = None
    step = 0
    batches = iter(dataset)
    for epoch in range(num_epochs):
        for x, y in batches:
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
        record = {"epoch": epoch, "step": step, "loss": sum(losses) / len(losses),
                  "eval_loss": eval_loss, "learning_rate": learning_rate, "weights": path}
        losses = []
        report(record)
        adjust_learning_rate(optimizer, epoch, step)
        records.append(record)
    return records

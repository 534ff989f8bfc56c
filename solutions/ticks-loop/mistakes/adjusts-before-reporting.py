"""
what: You called adjust_learning_rate before report; adjusting is the last act of a tick.
what.zh: 你先调用了 adjust_learning_rate，后调用 report；调整应是节拍的最后一步。
numbers: The record is right (the rate was read in time), but a report that looks at the optimizer
  sees the next rate, and an adjustment that looks at the reports lacks the newest.
numbers.zh: 记录本身正确（学习率读得够早），但 report 若查看优化器会看到下一个学习率，而根据报告来调整的函数会缺少最新一条。
why: Where the record already holds the rate, the order of the two calls seems free.
why.zh: 既然记录里已有学习率，两个调用的顺序似乎无关紧要。
fix: Swap the two lines.
fix.zh: 交换这两行。
fails: order_in_a_tick
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
        record = {"epoch": epoch, "step": step, "loss": sum(losses) / len(losses),
                  "eval_loss": eval_loss, "learning_rate": learning_rate, "weights": path}
        losses = []
        adjust_learning_rate(optimizer, epoch, step)
        report(record)
        records.append(record)
    return records

r"""
what: You left out adjust_learning_rate at the last tick; it is called at each.
what.zh: 你在最后一个节拍没有调用 adjust_learning_rate；每个节拍都应调用。
numbers: One call fewer than there are ticks: the optimizer that the caller goes on with has a stale
  rate.
numbers.zh: 调用次数比节拍少一次：调用方接着使用的优化器，其学习率是过时的。
why: No step follows, so a new rate seems pointless.
why.zh: 后面没有步了，新学习率似乎没有意义。
fix: Call it at every tick, the last one included.
fix.zh: 每个节拍都调用，包括最后一个。
fails: last_step_ticks_once, order_in_a_tick
line: ^\s*if\s+(?:not\s+(?:is_)?(?:last|final|finish\w*|done|end)\w*|(?:\w+\.)?step\s*(?:!=|<)\s*(?:\w*total\w*|last_step|final_step|num_steps))\s*:
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
        report(record)
        if not is_last:
            adjust_learning_rate(optimizer, epoch, step)
        records.append(record)
    return records

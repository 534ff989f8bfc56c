r"""
what: You recorded the loss of the tick's own step alone, not the mean since the previous tick.
what.zh: 你只记录了节拍那一步的损失，而不是上一个节拍以来的平均值。
numbers: Losses 9, 1, 4, 2 with tick_every = 4: 2.0 is recorded; the mean is 4.0.
numbers.zh: 损失为 9、1、4、2，tick_every = 4：记录的是 2.0，平均值应为 4.0。
why: `loss` is what is at hand in the loop.
why.zh: 循环里手边就有的变量就是 `loss`。
fix: Keep the losses since the previous tick and take their mean.
fix.zh: 保留上一个节拍以来的损失并取平均。
fails: mean_loss_since_the_tick
line: \bloss["\']?\s*[:=]\s*(?:float\(\s*)?(?:\w+\.)?losses\[-1\]|["\']loss["\']\s*:\s*float\(\s*(?:last_)?loss\s*\)|\bloss=float\(\s*loss\s*\)\s*,
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
        record = {"epoch": epoch, "step": step, "loss": losses[-1],
                  "eval_loss": eval_loss, "learning_rate": learning_rate, "weights": path}
        losses = []
        report(record)
        adjust_learning_rate(optimizer, epoch, step)
        records.append(record)
    return records

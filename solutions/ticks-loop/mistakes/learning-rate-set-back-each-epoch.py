r"""
what: You set the learning rate back to its first value at the start of each epoch, which undoes
  what adjust_learning_rate did.
what.zh: 你在每个 epoch 开始时把学习率恢复为初始值，抵消了 adjust_learning_rate 的作用。
numbers: Rates 0.08 and then 0.02 (5 batches an epoch, a tick at step 4): step 5 uses 0.02, the
  steps 6 to 8 use 0.08 again.
numbers.zh: 学习率先 0.08 后 0.02（每个 epoch 5 个批次，第 4 步有节拍）：第 5 步用 0.02，第 6 到 8 步又用回 0.08。
why: A schedule within the epoch (a warm-up) is restarted so, and the line was carried over.
why.zh: 在 epoch 内部的计划（如预热）会这样重启，这一行就被照搬过来。
fix: Leave the rate to adjust_learning_rate; the loop only reads it.
fix.zh: 学习率交给 adjust_learning_rate；循环只读取它。
fails: learning_rate_of_the_step
line: ^\s*(?:self\.)?optimizer\.(?:learning_rate|lr)\b[^=()]*=(?!=)|\b(?:learning_rate|lr)\.assign\(
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
    initial, current = float(optimizer.learning_rate), 0
    for epoch, step, x, y, is_last in numbered_batches(train_dataset, num_epochs):
        if epoch != current:
            optimizer.learning_rate, current = initial, epoch
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

r"""
what: You left out the last batch where it is shorter than the others; every batch gets its update.
what.zh: 你跳过了比其他批次短的最后一个批次；每个批次都应更新一次。
numbers: Batches of 4, 4 and 2: two updates an epoch instead of three, and steps are numbered
  accordingly.
numbers.zh: 批次大小为 4、4、2：每个 epoch 更新两次而不是三次，步数编号也随之改变。
why: `drop_remainder=True` is common where shapes must be fixed.
why.zh: 在形状必须固定的场合，`drop_remainder=True` 很常见。
fix: Train on every batch; the mean loss does not care about its size.
fix.zh: 对每个批次都训练；平均损失不在乎批次大小。
fails: takes_any_iterable, mean_loss_since_the_tick
line: ^\s*if\b.*(?:\blen\(\s*\w+\s*\)|\bshape\[0\])\s*(?:<|!=)|\bdrop_remainder\b
"""

import os

import tensorflow as tf


def train(model, optimizer, loss_fn, train_dataset, *, num_epochs, tick_every,
          weights_dir, evaluate_model, adjust_learning_rate, report):
    if tick_every < 1:
        raise ValueError("tick_every must be at least 1")
    if num_epochs < 0:
        raise ValueError("num_epochs must not be negative")

    history = []
    step = 0
    total, count = 0.0, 0
    last_tick = 0
    epoch = 0
    batch_size = None

    def on_tick():
        nonlocal total, count, last_tick
        eval_loss = float(evaluate_model(model))
        os.makedirs(weights_dir, exist_ok=True)
        path = os.path.join(weights_dir, "step_%06d.weights.h5" % step)
        model.save_weights(path)
        record = {
            "epoch": epoch,
            "step": step,
            "loss": total / count,
            "eval_loss": eval_loss,
            "learning_rate": float(optimizer.learning_rate),
            "weights": str(path),
        }
        history.append(record)
        report(record)
        adjust_learning_rate(optimizer, epoch, step)
        total, count = 0.0, 0
        last_tick = step

    for epoch in range(num_epochs):
        for x, y in train_dataset:
            batch_size = batch_size or len(x)
            if len(x) < batch_size:
                continue
            with tf.GradientTape() as tape:
                y_pred = model(x, training=True)
                loss = loss_fn(y, y_pred)
            grads = tape.gradient(loss, model.trainable_variables)
            optimizer.apply_gradients(zip(grads, model.trainable_variables))
            step += 1
            total += float(loss)
            count += 1
            if step % tick_every == 0:
                on_tick()
    if step > last_tick:
        on_tick()
    return history

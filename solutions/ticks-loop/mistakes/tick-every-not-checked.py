"""
what: You let a tick_every below 1 through; it is a ValueError.
what.zh: 你放过了小于 1 的 tick_every；这应抛出 ValueError。
numbers: tick_every=0 divides by zero in the first step, when the data was begun already; -2 ticks like 2.
numbers.zh: tick_every=0 会在第一步除以零，而此时数据已经开始读取；-2 则与 2 一样触发节拍。
why: Only the number of epochs is looked at.
why.zh: 只检查了 epoch 的数量。
fix: Raise ValueError for `tick_every < 1`, too, before anything else.
fix.zh: 对 `tick_every < 1` 也先抛出 ValueError，再做其他事。
fails: rejects_bad_arguments
"""

import os

import tensorflow as tf


def train(model, optimizer, loss_fn, train_dataset, *, num_epochs, tick_every,
          weights_dir, evaluate_model, adjust_learning_rate, report):
    if num_epochs < 0:
        raise ValueError("num_epochs must not be negative")

    history = []
    step = 0
    total, count = 0.0, 0
    last_tick = 0
    epoch = 0

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

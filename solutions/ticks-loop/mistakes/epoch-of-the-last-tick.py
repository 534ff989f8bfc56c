"""
what: The tick after the last step records the number of epochs as its epoch, one more than the last one's.
what.zh: 最后一步之后的节拍把 epoch 的总数记作 epoch，比最后一个 epoch 多 1。
numbers: 3 epochs: the last record has epoch 3; the epochs are 0, 1 and 2.
numbers.zh: 共 3 个 epoch：最后一条记录的 epoch 为 3，而 epoch 只有 0、1、2。
why: After the loop the epoch seems to be over.
why.zh: 循环结束之后，那个 epoch 似乎已经过去了。
fix: The last tick belongs to the epoch of its step, num_epochs - 1.
fix.zh: 最后的节拍属于它那一步所在的 epoch，即 num_epochs - 1。
fails: counts_epochs_from_zero
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
        epoch = num_epochs
        on_tick()
    return history

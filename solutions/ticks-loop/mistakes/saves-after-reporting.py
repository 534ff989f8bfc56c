"""
what: You reported the record before you saved the weights: it names a file that is not there yet.
what.zh: 你在保存权重之前就报告了记录：记录里的文件此时还不存在。
numbers: A report that copies or uploads `record["weights"]` finds no file at the first tick.
numbers.zh: 若 report 要复制或上传 `record["weights"]`，第一个节拍就找不到文件。
why: Reporting feels like part of evaluating, and saving like tidying up afterwards.
why.zh: 报告像是评估的一部分，而保存像是事后的收尾。
fix: Call `model.save_weights` before `report`.
fix.zh: 先调用 `model.save_weights`，再调用 `report`。
fails: order_in_a_tick
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
        model.save_weights(path)
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

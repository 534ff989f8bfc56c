"""
what: You returned None in place of a list, which is asked for also where there was no step.
what.zh: 你返回了 None 而不是列表；即使一步也没有，也应返回列表。
numbers: train(...) gives None, so `for record in train(...)` raises TypeError.
numbers.zh: train(...) 返回 None，于是 `for record in train(...)` 会抛出 TypeError。
why: All of them were reported, which feels like the result; or a bare `return` leaves early.
why.zh: 所有记录都已报告，感觉那就是结果；或者用裸 `return` 提前离开。
fix: `return history` at the end, also where it is empty.
fix.zh: 最后 `return history`，列表为空时也一样。
fails: returns_the_records, no_steps_no_ticks
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
        on_tick()

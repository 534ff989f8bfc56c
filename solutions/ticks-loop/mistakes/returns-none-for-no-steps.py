r"""
what: Where there was no step you returned None; [] is asked for.
what.zh: 没有任何一步时你返回了 None；应返回 []。
numbers: train(..., num_epochs=0) gives None, so `for record in train(...)` raises TypeError.
numbers.zh: train(..., num_epochs=0) 返回 None，于是 `for record in train(...)` 会抛出 TypeError。
why: A bare `return` at the beginning, or one inside an `if`, leaves nothing to return.
why.zh: 开头的裸 `return` 或只写在 `if` 里的 `return` 什么也没有返回。
fix: Return the list in every case; it is empty where nothing was recorded.
fix.zh: 任何情况下都返回列表；没有记录时它就是空的。
fails: no_steps_no_ticks
line: ^\s*return\s*$|\breturn\s+None\b|\breturn\b.*\bor\s+None\b
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
    if not step:
        return None
    if step > last_tick:
        on_tick()
    return history

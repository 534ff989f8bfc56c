r"""
what: You read the learning rate once, before the first epoch; every record repeats it.
what.zh: 你只在第一个 epoch 之前读取了一次学习率；每条记录都重复这个值。
numbers: With rates 0.08, 0.02, 0.1 in three ticks all three records say 0.08, while training does
  use the new ones.
numbers.zh: 三个节拍的学习率为 0.08、0.02、0.1，三条记录却都是 0.08，而训练实际用的是新学习率。
why: `optimizer.learning_rate` was turned into a float too early: a float does not follow the
  variable.
why.zh: 过早地把 `optimizer.learning_rate` 转成 float：float 不会随变量变化。
fix: Call `float(optimizer.learning_rate)` at each tick, before adjusting.
fix.zh: 在每个节拍、调整之前调用 `float(optimizer.learning_rate)`。
fails: learning_rate_of_the_step
line: ^(?: {4}|\t)(?:learning_rate|lr|initial\w*)\s*=\s*float\(\s*optimizer\.
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
    learning_rate = float(optimizer.learning_rate)
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
            "learning_rate": learning_rate,
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

r"""
what: You recorded the optimizer's learning rate variable itself, not its value.
what.zh: 你记录的是优化器的学习率变量本身，而不是它的值。
numbers: json.dumps raises TypeError, and all records hold the one variable: once the run is over
  each shows the last rate.
numbers.zh: json.dumps 会抛出 TypeError；而且所有记录都持有同一个变量：运行结束后每条都显示最后的学习率。
why: In Keras 3 `optimizer.learning_rate` is a variable that prints like a number.
why.zh: 在 Keras 3 中 `optimizer.learning_rate` 是一个变量，打印出来却像数字。
fix: `float(optimizer.learning_rate)`.
fix.zh: 使用 `float(optimizer.learning_rate)`。
fails: learning_rate_of_the_step, plain_python_values
line: \blearning_rate["']\s*:\s*(?:self\.)?optimizer\.(?:learning_rate|lr)\s*[,}]|\blearning_rate\s*=\s*(?:self\.)?optimizer\.learning_rate\s*,
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
            "learning_rate": optimizer.learning_rate,
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

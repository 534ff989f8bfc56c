r"""
what: You wrote the SGD update by hand, past the optimizer that was given.
what.zh: 你手写了 SGD 更新，绕过了给定的优化器。
numbers: Right for plain SGD; with momentum 0.9 the weights of 6 steps differ by 0.04 and more, and
  Adam is not Adam.
numbers.zh: 对普通 SGD 是对的；动量为 0.9 时 6 步后的权重相差 0.04 以上，Adam 也不再是 Adam。
why: It is the formula as it stands in the textbook.
why.zh: 教科书上的公式就是这样写的。
fix: `optimizer.apply_gradients(zip(grads, model.trainable_variables))`.
fix.zh: 使用 `optimizer.apply_gradients(zip(grads, model.trainable_variables))`。
fails: updates_what_is_trainable
line: \bassign_sub\(|\.assign\(.*-.*\bg(?:rad\w*)?\b|\.assign_add\(\s*-
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
            for variable, grad in zip(model.trainable_variables, grads):
                variable.assign_sub(optimizer.learning_rate * grad)
            step += 1
            total += float(loss)
            count += 1
            if step % tick_every == 0:
                on_tick()
    if step > last_tick:
        on_tick()
    return history

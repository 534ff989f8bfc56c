r"""
what: You trained variables that are frozen; `model.weights` holds those too, `model.trainable_variables`
  does not.
what.zh: 你训练了被冻结的变量；`model.weights` 也包含它们，`model.trainable_variables` 则不包含。
numbers: A layer with `trainable = False` is trained all the same: in two-layer fine-tuning the
  frozen kernel moves as fast as the other.
numbers.zh: `trainable = False` 的层照样被训练：在两层微调中，被冻结的 kernel 与另一层变化得一样快。
why: In a model without frozen layers or moving statistics the two lists are the same.
why.zh: 在没有冻结层或滑动统计量的模型中，两个列表是一样的。
fix: Use `model.trainable_variables` in both lines, and leave every `trainable` as it is.
fix.zh: 两行都使用 `model.trainable_variables`，也不要改动任何 `trainable`。
fails: updates_what_is_trainable
line: \bmodel\.(?:weights|variables)\b
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
            grads = tape.gradient(loss, model.weights)
            optimizer.apply_gradients(zip(grads, model.weights))
            step += 1
            total += float(loss)
            count += 1
            if step % tick_every == 0:
                on_tick()
    if step > last_tick:
        on_tick()
    return history

r"""
what: You divided the sum of the losses by `tick_every`; the last tick may have fewer steps.
what.zh: 你把损失之和除以 `tick_every`；最后一个节拍的步数可能更少。
numbers: 10 steps, tick_every = 4: the last tick has 2 losses, and half their mean is recorded.
numbers.zh: 10 步、tick_every = 4：最后一个节拍只有 2 个损失，记录的却是其平均值的一半。
why: All other ticks do have `tick_every` steps.
why.zh: 其他所有节拍确实都有 `tick_every` 步。
fix: Divide by the number of losses that were added.
fix.zh: 除以实际累计的损失个数。
fails: mean_loss_since_the_tick
line: \bloss["\']?\s*[:=].*[^/]/\s*(?:self\.)?tick_every\b
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
            "loss": total / tick_every,
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

r"""
what: You saved the whole model to a `.keras` file, not its weights to `.weights.h5`.
what.zh: 你把整个模型保存为 `.keras` 文件，而不是把权重保存为 `.weights.h5`。
numbers: step_000006.keras in place of step_000006.weights.h5: it holds the architecture too, and
  can't be read back for a model with custom layers unless they are registered.
numbers.zh: 得到 step_000006.keras 而不是 step_000006.weights.h5：其中还包含结构；带自定义层的模型若未注册这些层就无法读回。
why: `model.save` is the call that the guides recommend for whole models.
why.zh: 对整个模型，教程推荐的调用就是 `model.save`。
fix: `model.save_weights(path)` with the name that the statement asks for.
fix.zh: 使用 `model.save_weights(path)`，并按题面命名。
fails: weights_folder_and_names
line: \.keras["']|\bmodel\.save\(
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
        path = os.path.join(weights_dir, "step_%06d.keras" % step)
        model.save(path)
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

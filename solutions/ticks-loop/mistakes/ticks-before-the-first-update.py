r"""
what: You tested `step % tick_every == 0` before the update: step 0 is on a tick, so one fires on
  the untrained model.
what.zh: 你在更新之前判断 `step % tick_every == 0`：第 0 步也满足条件，于是在未训练的模型上就触发了一次节拍。
numbers: One record too many, `step` 0 with a loss of 0.0 and a file step_000000.weights.h5;
  adjust_learning_rate is called once before the first update, and the tick after an epoch's last
  step is recorded under the next epoch.
numbers.zh: 多出一条记录：`step` 为 0、loss 为 0.0，并有文件 step_000000.weights.h5；adjust_learning_rate 在首次更新之前就被调用一次；epoch 最后一步之后的节拍被记到了下一个 epoch。
why: The listings that this loop comes from put the `if` at the top of the loop body, and 0 is a
  multiple of everything.
why.zh: 这类循环的常见代码清单把 `if` 放在循环体开头，而 0 是任何数的倍数。
fix: Update, count the step (from 1), and only then ask whether it is on a tick.
fix.zh: 先更新，再计步（从 1 开始），然后才判断是否到了节拍。
fails: ticks_when_due, counts_epochs_from_zero
line: /\s*max\(\s*(?:\w+|len\(\s*\w+\s*\))\s*,\s*1\s*\)|/\s*max\(\s*1\s*,|/\s*(?:(\w+)|len\(\s*(\w+)\s*\))\s+if\s+(?:\1|\2)\s+else\s+(?:0|None|float\()
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
            "loss": total / max(count, 1),
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
            if step % tick_every == 0:
                on_tick()
            with tf.GradientTape() as tape:
                y_pred = model(x, training=True)
                loss = loss_fn(y, y_pred)
            grads = tape.gradient(loss, model.trainable_variables)
            optimizer.apply_gradients(zip(grads, model.trainable_variables))
            step += 1
            total += float(loss)
            count += 1
    if step > last_tick:
        on_tick()
    return history

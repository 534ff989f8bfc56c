"""
what: No tick fires after the last step where its number is no multiple of `tick_every`.
what.zh: 最后一步的步数不是 `tick_every` 的倍数时，没有触发节拍。
numbers: 5 steps, tick_every = 2: ticks after 2 and 4; what step 5 learnt is neither evaluated nor
  saved. With 3 steps and tick_every = 10 there is no record at all.
numbers.zh: 5 步、tick_every = 2：只在第 2、4 步之后触发；第 5 步学到的内容既未评估也未保存。3 步、tick_every = 10 时根本没有记录。
why: The condition inside the loop can't know that a step is the last one, and the loop ends without
  a word.
why.zh: 循环内的条件无法知道某一步是最后一步，循环就这样悄悄结束了。
fix: After the loops, fire one more tick if there are steps since the last one.
fix.zh: 循环结束后，若上次节拍之后还有步数，再触发一次节拍。
fails: last_step_ticks_once
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
    return history

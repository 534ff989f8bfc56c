r"""
what: A tick fires at the end of every epoch; only the last step of the whole run has one of its
  own.
what.zh: 每个 epoch 结束时都触发节拍；只有整个运行的最后一步才有额外的节拍。
numbers: 3 batches an epoch, 2 epochs, tick_every = 2: ticks after 2, 3, 4 and 6, not 2, 4 and 6.
numbers.zh: 每个 epoch 3 个批次、2 个 epoch、tick_every = 2：节拍在第 2、3、4、6 步之后，而应在第 2、4、6 步之后。
why: The `if` after the inner loop is indented one level too far.
why.zh: 内层循环之后的 `if` 多缩进了一级。
fix: Put it after both loops.
fix.zh: 把它放到两层循环之后。
fails: ticks_when_due, mean_loss_since_the_tick
line: ^(?: {8}|\t\t)if\s+(?!self\b)(?:\w+\.)?(?:losses|count|pending|since\w*|step\s*(?:>|!=)\s*\w*(?:last|tick|prev)\w*)\s*:
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
    return history

r"""
what: You worked the epoch out as `step // batches_per_epoch`; steps count from 1, so an epoch's
  last step falls into the next epoch.
what.zh: 你用 `step // batches_per_epoch` 计算 epoch；步数从 1 计起，因此每个 epoch 的最后一步被算进了下一个 epoch。
numbers: 4 batches an epoch: step 8 is given epoch 2; it belongs to epoch 1. Right is (step - 1) //
  4.
numbers.zh: 每个 epoch 4 个批次：第 8 步被算作 epoch 2，实际属于 epoch 1。正确的是 (step - 1) // 4。
why: The formula is right for steps that count from 0.
why.zh: 步数从 0 计起时这个公式是对的。
fix: Take the variable of the loop over epochs.
fix.zh: 使用 epoch 循环的变量。
fails: counts_epochs_from_zero
line: \bstep\s*//
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
    batches_per_epoch = 0

    def on_tick():
        nonlocal total, count, last_tick
        epoch = step // batches_per_epoch if batches_per_epoch else 0
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
        batches_per_epoch = batches_per_epoch or step
    if step > last_tick:
        on_tick()
    return history

"""
what: You took the run's length to be num_epochs times the batches of one epoch; other epochs may yield
  more or fewer.
what.zh: 你把运行的总步数当作 num_epochs 乘以一个 epoch 的批次数；其他 epoch 的批次可多可少。
numbers: Epochs of 2 and 3 batches with tick_every = 3: you expect 4 steps, so step 4 gets a tick that is
  not due, and the last step, 5, gets none.
numbers.zh: 两个 epoch 各有 2 和 3 个批次、tick_every = 3：你预计共 4 步，于是第 4 步触发了不该有的节拍，而最后的第 5 步没有。
why: To know which step is the last one, its number seems to be needed, and one epoch seems to give
  it.
why.zh: 要知道哪一步是最后一步，似乎需要总步数，而一个 epoch 似乎就能给出它。
fix: Fire the last tick after both loops, where steps are left over since the previous one.
fix.zh: 若上一个节拍之后还有剩余的步，就在两层循环之后触发最后的节拍。
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
    losses = []
    step = 0
    total_steps = None

    def on_tick(epoch):
        eval_loss = float(evaluate_model(model))
        os.makedirs(weights_dir, exist_ok=True)
        path = os.path.join(weights_dir, "step_%06d.weights.h5" % step)
        model.save_weights(path)
        record = {
            "epoch": epoch,
            "step": step,
            "loss": sum(losses) / len(losses),
            "eval_loss": eval_loss,
            "learning_rate": float(optimizer.learning_rate),
            "weights": str(path),
        }
        losses.clear()
        history.append(record)
        report(record)
        adjust_learning_rate(optimizer, epoch, step)

    for epoch in range(num_epochs):
        for x, y in train_dataset:
            with tf.GradientTape() as tape:
                loss = loss_fn(y, model(x, training=True))
            grads = tape.gradient(loss, model.trainable_variables)
            optimizer.apply_gradients(zip(grads, model.trainable_variables))
            losses.append(float(loss))
            step += 1
            if step % tick_every == 0 or step == total_steps:
                on_tick(epoch)
        if epoch == 0:
            total_steps = step * num_epochs
            if step == total_steps and losses:
                on_tick(epoch)
    return history

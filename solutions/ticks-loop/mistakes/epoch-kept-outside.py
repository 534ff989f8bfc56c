"""
what: You kept the number of the epoch on the model: a second run goes on counting where the first stopped.
what.zh: 你把 epoch 的编号存在模型上：第二次运行接着第一次的编号往下数。
numbers: Two runs of one epoch each record epoch 0 and then epoch 1.
numbers.zh: 两次各一个 epoch 的运行，先记为 epoch 0，后记为 epoch 1。
why: With training continued in a second call the epochs of the model's life seem to be meant.
why.zh: 在第二次调用中继续训练时，似乎应当数模型一生经历的 epoch。
fix: Count with `for epoch in range(num_epochs)`, anew in each call.
fix.zh: 用 `for epoch in range(num_epochs)` 计数，每次调用重新开始。
fails: second_run_starts_anew
"""

import os

import tensorflow as tf


def train(model, optimizer, loss_fn, train_dataset, *, num_epochs, tick_every,
          weights_dir, evaluate_model, adjust_learning_rate, report):
    if tick_every < 1 or num_epochs < 0:
        raise ValueError("tick_every >= 1 and num_epochs >= 0 are needed")
    if not hasattr(model, "epochs_done"):
        model.epochs_done = 0
    records, losses = [], []
    step = epoch = 0

    def tick():
        eval_loss = float(evaluate_model(model))
        os.makedirs(weights_dir, exist_ok=True)
        path = os.path.join(weights_dir, f"step_{step:06d}.weights.h5")
        model.save_weights(path)
        record = {"epoch": epoch, "step": step, "loss": sum(losses) / len(losses), "eval_loss": eval_loss,
                  "learning_rate": float(optimizer.learning_rate), "weights": path}
        losses.clear()
        records.append(record)
        report(record)
        adjust_learning_rate(optimizer, epoch, step)

    for _ in range(num_epochs):
        for x, y in train_dataset:
            epoch = model.epochs_done
            with tf.GradientTape() as tape:
                loss = loss_fn(y, model(x, training=True))
            grads = tape.gradient(loss, model.trainable_variables)
            optimizer.apply_gradients(zip(grads, model.trainable_variables))
            losses.append(float(loss))
            step += 1
            if step % tick_every == 0:
                tick()
        model.epochs_done += 1
    if losses:
        tick()
    return records

r"""
what: You trained on the batches in a random order; the data set's own is asked for.
what.zh: 你以随机顺序在各批次上训练；题目要求按数据集自身的顺序。
numbers: The weights differ from run to run and from those that the given order leaves.
numbers.zh: 每次运行得到的权重都不同，也与按给定顺序训练的结果不同。
why: Shuffling between epochs is good practice, and the data set's own business: it yields batches in the order it wants.
why.zh: 各 epoch 之间打乱顺序是好习惯，但那是数据集自己的事：它按自己的顺序给出批次。
fix: Iterate the data set as it is, without `shuffle`.
fix.zh: 原样遍历数据集，不要 `shuffle`。
fails: trains_on_every_batch, forward_in_training_mode, updates_what_is_trainable, takes_any_iterable,
  iterates_once_an_epoch, evaluates_and_saves_updated_weights, mean_loss_since_the_tick, learning_rate_of_the_step
line: \bshuffle\(|\.permutation\(|\brandom\.sample\(
"""

import random
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
        batches = list(train_dataset)
        random.shuffle(batches)
        for x, y in batches:
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

# step-zero-based-in-the-record
import os
from itertools import count

import tensorflow as tf


def train(model, optimizer, loss_fn, train_dataset, *, num_epochs, tick_every, weights_dir,
          evaluate_model, adjust_learning_rate, report):
    if tick_every < 1 or num_epochs < 0:
        raise ValueError("arguments out of range")

    steps = count()
    i = None  # index of the running step
    losses = []
    records = []
    epoch_now = 0

    def tick():
        nonlocal losses
        eval_loss = float(evaluate_model(model))
        os.makedirs(weights_dir, exist_ok=True)
        path = os.path.join(weights_dir, f"step_{i + 1:06d}.weights.h5")
        model.save_weights(path)
        records.append(dict(
            epoch=epoch_now,
            step=i,
            loss=sum(losses) / len(losses),
            eval_loss=eval_loss,
            learning_rate=float(optimizer.learning_rate),
            weights=str(path),
        ))
        losses = []
        report(records[-1])
        adjust_learning_rate(optimizer, epoch_now, i + 1)

    for epoch in range(num_epochs):
        for x, y in train_dataset:
            i = next(steps)
            epoch_now = epoch
            with tf.GradientTape() as tape:
                l = loss_fn(y, model(x, training=True))
            params = model.trainable_variables
            optimizer.apply(tape.gradient(l, params), params)
            losses.append(float(l))
            if (i + 1) % tick_every == 0:
                tick()
    if losses:
        tick()
    return records

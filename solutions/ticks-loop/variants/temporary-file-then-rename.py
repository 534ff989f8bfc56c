"""Saves beside the final name and renames, so that a half-written file never bears it."""

import math
import os
from pathlib import Path

import tensorflow as tf


def _save(model, path):
    path.parent.mkdir(parents=True, exist_ok=True)
    partial = path.with_name("partial-" + path.name)
    model.save_weights(partial)
    os.replace(partial, path)


def train(model, optimizer, loss_fn, train_dataset, *, num_epochs, tick_every,
          weights_dir, evaluate_model, adjust_learning_rate, report):
    if tick_every < 1 or num_epochs < 0:
        raise ValueError(f"tick_every = {tick_every}, num_epochs = {num_epochs}")
    records, losses = [], []
    step = ticked = 0

    def tick(epoch):
        nonlocal ticked
        eval_loss = float(evaluate_model(model))
        path = Path(weights_dir) / f"step_{step:06d}.weights.h5"
        _save(model, path)
        record = {
            "epoch": epoch,
            "step": step,
            "loss": math.fsum(losses[ticked:]) / (step - ticked),
            "eval_loss": eval_loss,
            "learning_rate": float(optimizer.learning_rate),
            "weights": os.fspath(path),
        }
        ticked = step
        report(record)
        records.append(record)
        adjust_learning_rate(optimizer, epoch, step)

    for epoch in range(num_epochs):
        for x, y in train_dataset:
            with tf.GradientTape() as tape:
                loss = loss_fn(y, model(x, training=True))
            gradients = tape.gradient(loss, model.trainable_variables)
            optimizer.apply_gradients(zip(gradients, model.trainable_variables))
            losses.append(float(loss))
            step = len(losses)
            if step - ticked == tick_every:
                tick(epoch)
    if ticked < step:
        tick(epoch)
    return records

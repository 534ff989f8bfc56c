"""A tick is held back until the next batch has been drawn, then fired before that batch trains."""

from pathlib import Path

import numpy as np
import tensorflow as tf


def _batches(dataset, num_epochs):
    for epoch in range(num_epochs):
        yield from ((epoch, x, y) for x, y in dataset)


def train(model, optimizer, loss_fn, train_dataset, *, num_epochs, tick_every,
          weights_dir, evaluate_model, adjust_learning_rate, report):
    if tick_every < 1 or num_epochs < 0:
        raise ValueError("tick_every < 1 or num_epochs < 0")
    records = []
    losses = np.empty(0)
    done = None

    def fire():
        nonlocal losses
        epoch, step = done
        eval_loss = float(evaluate_model(model))
        folder = Path(weights_dir)
        folder.mkdir(parents=True, exist_ok=True)
        name = folder / f"step_{step:0>6}.weights.h5"
        model.save_weights(name)
        record = {"epoch": epoch, "step": step, "loss": float(losses.mean()), "eval_loss": eval_loss,
                  "learning_rate": float(np.float64(optimizer.learning_rate)), "weights": str(name)}
        losses = np.empty(0)
        report(record)
        adjust_learning_rate(optimizer, epoch, step)
        return record

    for step, (epoch, x, y) in enumerate(_batches(train_dataset, num_epochs), 1):
        if done and done[1] % tick_every == 0:
            records.append(fire())
        with tf.GradientTape() as tape:
            loss = loss_fn(y, model(x, training=True))
        gradients = tape.gradient(loss, model.trainable_variables)
        optimizer.apply_gradients(zip(gradients, model.trainable_variables))
        losses = np.append(losses, loss)
        done = epoch, step
    if done:
        records.append(fire())
    return records

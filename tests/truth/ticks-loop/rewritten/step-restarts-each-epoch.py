# step-restarts-each-epoch
from pathlib import Path

import numpy as np
import tensorflow as tf


def train(model, optimizer, loss_fn, train_dataset, *, num_epochs, tick_every,
          weights_dir, evaluate_model, adjust_learning_rate, report):
    if tick_every < 1:
        raise ValueError("tick_every has to be at least 1")
    if num_epochs < 0:
        raise ValueError("num_epochs has to be at least 0")
    weights_dir = Path(weights_dir)

    def fire(epoch, step, losses):
        eval_loss = float(evaluate_model(model))
        weights_dir.mkdir(exist_ok=True, parents=True)
        target = str(weights_dir / f"step_{step:06d}.weights.h5")
        model.save_weights(target)
        record = {
            "epoch": epoch,
            "step": step,
            "loss": float(np.mean(losses)),
            "eval_loss": eval_loss,
            "learning_rate": float(optimizer.learning_rate),
            "weights": target,
        }
        report(record)
        adjust_learning_rate(optimizer, epoch, step)
        return record

    records = []
    losses = []
    last = (0, 0)
    for epoch in range(num_epochs):
        for step, (x, y) in enumerate(train_dataset, start=1):
            with tf.GradientTape() as tape:
                loss = loss_fn(y, model(x, training=True))
            grads = tape.gradient(loss, model.trainable_variables)
            optimizer.apply_gradients(zip(grads, model.trainable_variables))
            losses.append(float(loss))
            last = (epoch, step)
            if step % tick_every == 0:
                records.append(fire(epoch, step, losses))
                losses = []
    if losses:
        records.append(fire(*last, losses))
    return records

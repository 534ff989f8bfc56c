"""Saves under a temporary name of its own first, then renames."""
import os
from pathlib import Path
import numpy as np
import tensorflow as tf


def train(model, optimizer, loss_fn, train_dataset, *, num_epochs, tick_every,
          weights_dir, evaluate_model, adjust_learning_rate, report):
    if tick_every < 1:
        raise ValueError("tick_every must be >= 1")
    if num_epochs < 0:
        raise ValueError("num_epochs must be >= 0")
    root = Path(weights_dir)
    history = []
    buffer = np.zeros(tick_every, dtype=np.float64)
    filled = 0
    step = 0
    info = None

    def tick(epoch, step, rate):
        nonlocal filled
        ev = float(evaluate_model(model))
        root.mkdir(parents=True, exist_ok=True)
        tmp = root / "tmp.weights.h5"
        final = root / f"step_{step:06d}.weights.h5"
        model.save_weights(tmp)
        os.replace(tmp, final)
        record = {"epoch": epoch, "step": step, "loss": buffer[:filled].mean().item(), "eval_loss": ev,
                  "learning_rate": rate, "weights": str(final)}
        filled = 0
        report(record)
        adjust_learning_rate(optimizer, epoch, step)
        history.append(record)

    for epoch in range(num_epochs):
        for x, y in train_dataset:
            rate = optimizer.learning_rate.numpy().item()
            with tf.GradientTape() as tape:
                loss = loss_fn(y, model(x, training=True))
            optimizer.apply_gradients(
                (g, v) for g, v in zip(tape.gradient(loss, model.trainable_variables), model.trainable_variables))
            step += 1
            buffer[filled] = float(loss)
            filled += 1
            info = (epoch, step, rate)
            if filled == tick_every:
                tick(*info)
    if filled:
        tick(*info)
    return history

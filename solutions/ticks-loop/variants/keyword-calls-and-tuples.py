"""All callbacks called by keyword; losses in a deque of (step, loss); model called in a wrapper."""

from collections import deque
from pathlib import Path

import tensorflow as tf


def gradients_of(model, loss_fn, x, y):
    def forward():
        return loss_fn(y_true=y, y_pred=model(x, training=True))

    with tf.GradientTape() as tape:
        value = forward()
    return value, tape.gradient(value, model.trainable_variables)


def train(model, optimizer, loss_fn, train_dataset, *, num_epochs, tick_every,
          weights_dir, evaluate_model, adjust_learning_rate, report):
    for name, value, least in (("tick_every", tick_every, 1), ("num_epochs", num_epochs, 0)):
        if value < least:
            raise ValueError(f"{name} is {value}, should be at least {least}")
    log, window, step = [], deque(), 0
    for epoch in range(num_epochs):
        for pair in train_dataset:
            loss, gradients = gradients_of(model, loss_fn, pair[0], pair[1])
            optimizer.apply(gradients, trainable_variables=model.trainable_variables)
            step += 1
            window.append((step, epoch, loss))
            if len(window) == tick_every:
                log.append(act(model, optimizer, window, Path(weights_dir), evaluate_model, adjust_learning_rate, report))
    if window:
        log.append(act(model, optimizer, window, Path(weights_dir), evaluate_model, adjust_learning_rate, report))
    return log


def act(model, optimizer, window, folder, evaluate_model, adjust_learning_rate, report):
    step, epoch, _ = window[-1]
    mean = sum(float(loss) for _, _, loss in window) / len(window)
    window.clear()
    eval_loss = float(evaluate_model(model=model))
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"step_{step:06d}.weights.h5"
    model.save_weights(filepath=path)
    rate = float(optimizer.learning_rate)
    record = {"epoch": epoch, "step": step, "loss": mean, "eval_loss": eval_loss, "learning_rate": rate,
              "weights": str(path)}
    report(record=record)
    adjust_learning_rate(optimizer=optimizer, epoch=epoch, step=step)
    return record

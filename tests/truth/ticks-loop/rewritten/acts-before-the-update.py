# acts-before-the-update
from __future__ import annotations

import os
from typing import Any, Callable, Iterator

import tensorflow as tf


def _stream(dataset, num_epochs: int) -> Iterator[tuple[int, Any, Any, bool]]:
    """Yield (epoch, x, y, is_last) for every batch of the run."""
    pending = None
    for epoch in range(num_epochs):
        for x, y in dataset:
            if pending is not None:
                yield (*pending, False)
            pending = (epoch, x, y)
    if pending is not None:
        yield (*pending, True)


def train(model, optimizer, loss_fn: Callable, train_dataset, *, num_epochs: int, tick_every: int,
          weights_dir, evaluate_model, adjust_learning_rate, report) -> list[dict]:
    if tick_every < 1:
        raise ValueError("tick_every must be >= 1")
    if num_epochs < 0:
        raise ValueError("num_epochs must be >= 0")

    history: list[dict] = []
    window: list[float] = []

    for step, (epoch, x, y, is_last) in enumerate(_stream(train_dataset, num_epochs), start=1):
        with tf.GradientTape() as tape:
            loss = loss_fn(y, model(x, training=True))
        window.append(float(loss))
        variables = model.trainable_variables
        grads = tape.gradient(loss, variables)

        if is_last or step % tick_every == 0:
            eval_loss = float(evaluate_model(model))
            os.makedirs(weights_dir, exist_ok=True)
            path = os.path.join(weights_dir, f"step_{step:06d}.weights.h5")
            model.save_weights(path)
            entry = dict(
                epoch=epoch,
                step=step,
                loss=sum(window) / len(window),
                eval_loss=eval_loss,
                learning_rate=float(optimizer.learning_rate),
                weights=str(path),
            )
            window.clear()
            history.append(entry)
            report(entry)
            adjust_learning_rate(optimizer, epoch, step)

        optimizer.apply_gradients(zip(grads, variables))

    return history

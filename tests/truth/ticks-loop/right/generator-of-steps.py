# generator-of-steps
from pathlib import Path
from typing import Iterator, NamedTuple

import tensorflow as tf


class Done(NamedTuple):
    epoch: int
    step: int
    loss: float
    rate: float


def _steps(model, optimizer, loss_fn, dataset, num_epochs) -> Iterator[Done]:
    step = 0
    for epoch in range(num_epochs):
        for x, y in dataset:
            step += 1
            rate = float(optimizer.learning_rate)
            with tf.GradientTape() as tape:
                loss = loss_fn(y, model(x, training=True))
            variables = model.trainable_variables
            optimizer.apply_gradients(zip(tape.gradient(loss, variables), variables))
            yield Done(epoch, step, float(loss), rate)


def _windows(steps, size):
    """Lists of `size` steps, the last one may be shorter, never empty."""
    window = []
    for done in steps:
        window.append(done)
        if done.step % size == 0:
            yield window
            window = []
    if window:
        yield window


def train(model, optimizer, loss_fn, train_dataset, *, num_epochs, tick_every, weights_dir,
          evaluate_model, adjust_learning_rate, report):
    if tick_every < 1:
        raise ValueError("tick_every < 1")
    if num_epochs < 0:
        raise ValueError("num_epochs < 0")
    records = []
    steps = _steps(model, optimizer, loss_fn, train_dataset, num_epochs)
    for window in _windows(steps, tick_every):
        last = window[-1]
        eval_loss = float(evaluate_model(model))
        path = Path(weights_dir, f"step_{last.step:06d}.weights.h5")
        path.parent.mkdir(parents=True, exist_ok=True)
        model.save_weights(path)
        record = dict(
            epoch=last.epoch,
            step=last.step,
            loss=sum(done.loss for done in window) / len(window),
            eval_loss=eval_loss,
            learning_rate=last.rate,
            weights=str(path),
        )
        report(record)
        records.append(record)
        adjust_learning_rate(optimizer, last.epoch, last.step)
    return records

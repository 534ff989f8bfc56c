# persistent-tape-per-variable
import os.path
from collections.abc import Callable, Iterable
from os import PathLike, makedirs
from typing import TypedDict

import tensorflow as tf


class Record(TypedDict):
    epoch: int
    step: int
    loss: float
    eval_loss: float
    learning_rate: float
    weights: str


class RunningMean:
    """Welford's mean."""

    def __init__(self):
        self.reset()

    def reset(self):
        self.n, self.value = 0, 0.0

    def __iadd__(self, x):
        self.n += 1
        self.value += (x - self.value) / self.n
        return self


def train(
    model: tf.keras.Model,
    optimizer: tf.keras.optimizers.Optimizer,
    loss_fn: Callable,
    train_dataset: Iterable,
    *,
    num_epochs: int,
    tick_every: int,
    weights_dir: "str | PathLike[str]",
    evaluate_model: Callable,
    adjust_learning_rate: Callable,
    report: Callable,
) -> "list[Record]":
    if tick_every < 1:
        raise ValueError("tick_every should be >= 1")
    if num_epochs < 0:
        raise ValueError("num_epochs should be >= 0")

    records: list[Record] = []
    mean = RunningMean()
    step = 0
    countdown = tick_every
    owner = 0

    def tick():
        nonlocal countdown
        eval_loss = float(evaluate_model(model))
        makedirs(weights_dir, exist_ok=True)
        path = os.path.abspath(os.path.join(weights_dir, f"step_{step:06d}.weights.h5"))
        model.save_weights(path)
        record = Record(epoch=owner, step=step, loss=mean.value, eval_loss=eval_loss,
                        learning_rate=float(optimizer.learning_rate), weights=path)
        mean.reset()
        countdown = tick_every
        report(record)
        records.append(record)
        adjust_learning_rate(optimizer, owner, step)

    for owner_candidate in range(num_epochs):
        for x, y in train_dataset:
            owner = owner_candidate
            with tf.GradientTape(persistent=True) as tape:
                y_pred = model(x, training=True)
                loss = loss_fn(y, y_pred)
            pairs = [(tape.gradient(loss, v), v) for v in model.trainable_variables]
            del tape
            optimizer.apply_gradients(pairs)
            mean += float(loss)
            step += 1
            countdown -= 1
            if countdown == 0:
                tick()
    if countdown < tick_every:
        tick()
    return records

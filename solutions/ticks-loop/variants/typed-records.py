"""A dataclass for the record and one for the run; `dataclasses.asdict` gives the dict."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import tensorflow as tf


@dataclasses.dataclass(frozen=True)
class Record:
    epoch: int
    step: int
    loss: float
    eval_loss: float
    learning_rate: float
    weights: str


@dataclasses.dataclass
class Window:
    """A running mean of the losses since the previous tick."""

    mean: float = 0.0
    size: int = 0

    def add(self, loss: float) -> None:
        self.size += 1
        self.mean += (loss - self.mean) / self.size


def train(model, optimizer, loss_fn, train_dataset, *, num_epochs, tick_every,
          weights_dir, evaluate_model, adjust_learning_rate, report):
    if tick_every < 1:
        raise ValueError(f"{tick_every=}")
    if num_epochs < 0:
        raise ValueError(f"{num_epochs=}")

    def tick(epoch: int, step: int, window: Window) -> dict:
        eval_loss = evaluate_model(model)
        target = Path(weights_dir).expanduser().resolve()
        target.mkdir(parents=True, exist_ok=True)
        target /= f"step_{step:06d}.weights.h5"
        model.save_weights(target)
        record = dataclasses.asdict(Record(
            epoch, step, window.mean, float(eval_loss), float(optimizer.learning_rate), str(target)))
        report(record)
        adjust_learning_rate(optimizer, epoch, step)
        return record

    records: list[dict] = []
    step, window = 0, Window()
    for epoch in range(num_epochs):
        for x, y in train_dataset:
            with tf.GradientTape() as tape:
                predicted = model(x, training=True)
                loss = loss_fn(y, predicted)
            pairs = zip(tape.gradient(loss, model.trainable_variables), model.trainable_variables, strict=True)
            optimizer.apply_gradients(pairs)
            window.add(float(loss))
            step += 1
            if step % tick_every == 0:
                records.append(tick(epoch, step, window))
                window = Window()
    if window.size:
        records.append(tick(epoch, step, window))
    return records

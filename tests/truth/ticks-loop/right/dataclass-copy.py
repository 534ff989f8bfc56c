# dataclass-copy
"""Records are frozen dataclasses inside; callers only ever get dicts."""
from __future__ import annotations

import dataclasses
import statistics
from pathlib import Path

import tensorflow as tf


@dataclasses.dataclass(frozen=True)
class TickRecord:
    epoch: int
    step: int
    loss: float
    eval_loss: float
    learning_rate: float
    weights: str


@dataclasses.dataclass
class RunState:
    epoch: int = 0
    step: int = 0
    learning_rate: float = 0.0
    losses: list[float] = dataclasses.field(default_factory=list)


def validate(tick_every: int, num_epochs: int) -> None:
    problems = []
    if tick_every < 1:
        problems.append("tick_every must be at least 1")
    if num_epochs < 0:
        problems.append("num_epochs must be at least 0")
    if problems:
        raise ValueError("; ".join(problems))


def gradient_step(model, optimizer, loss_fn, x, y) -> tf.Tensor:
    with tf.GradientTape(watch_accessed_variables=False) as tape:
        for variable in model.trainable_variables:
            tape.watch(variable.value)
        loss = loss_fn(y, model(x, training=True))
    gradients = tape.gradient(loss, [v.value for v in model.trainable_variables])
    optimizer.apply_gradients(zip(gradients, model.trainable_variables))
    return loss


def train(model, optimizer, loss_fn, train_dataset, *, num_epochs, tick_every, weights_dir,
          evaluate_model, adjust_learning_rate, report):
    validate(tick_every, num_epochs)
    records: list[TickRecord] = []
    state = RunState()

    def tick() -> None:
        eval_loss = float(evaluate_model(model))
        path = Path(weights_dir) / f"step_{state.step:06d}.weights.h5"
        path.parent.mkdir(parents=True, exist_ok=True)
        model.save_weights(path)
        record = TickRecord(state.epoch, state.step, statistics.fmean(state.losses), eval_loss,
                            state.learning_rate, str(path))
        state.losses = []
        records.append(record)
        report(dataclasses.asdict(record))
        adjust_learning_rate(optimizer, record.epoch, record.step)

    for epoch in range(num_epochs):
        for x, y in train_dataset:
            state.learning_rate = float(optimizer.learning_rate)
            loss = gradient_step(model, optimizer, loss_fn, x, y)
            state.losses.append(float(loss))
            state.step += 1
            state.epoch = epoch
            if state.step % tick_every == 0:
                tick()
    if state.losses:
        tick()
    return [dataclasses.asdict(record) for record in records]

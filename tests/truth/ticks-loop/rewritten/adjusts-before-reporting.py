# adjusts-before-reporting
from dataclasses import dataclass, field, asdict
from pathlib import Path

import tensorflow as tf


@dataclass
class Record:
    epoch: int
    step: int
    loss: float
    eval_loss: float
    learning_rate: float
    weights: str


@dataclass
class LossWindow:
    total: float = 0.0
    count: int = 0

    def add(self, value):
        self.total += float(value)
        self.count += 1

    def pop_mean(self):
        mean = self.total / self.count
        self.total, self.count = 0.0, 0
        return mean


def train(model, optimizer, loss_fn, train_dataset, *, num_epochs, tick_every,
          weights_dir, evaluate_model, adjust_learning_rate, report):
    if tick_every < 1:
        raise ValueError("tick_every < 1")
    if num_epochs < 0:
        raise ValueError("num_epochs < 0")

    weights_dir = Path(weights_dir)
    window = LossWindow()
    out = []

    def do_tick(epoch, step):
        eval_loss = float(evaluate_model(model))

        weights_dir.mkdir(parents=True, exist_ok=True)
        target = weights_dir / f"step_{step:06}.weights.h5"
        model.save_weights(str(target))

        lr = float(optimizer.learning_rate.numpy())
        record = asdict(Record(epoch, step, window.pop_mean(), eval_loss, lr, str(target)))
        adjust_learning_rate(optimizer, epoch, step)
        report(record)
        out.append(record)

    step = 0
    last_epoch = None
    for epoch in range(num_epochs):
        for features, targets in train_dataset:
            with tf.GradientTape() as tape:
                predictions = model(features, training=True)
                loss = loss_fn(targets, predictions)
            params = model.trainable_variables
            optimizer.apply(tape.gradient(loss, params), params)
            step += 1
            last_epoch = epoch
            window.add(loss)
            if step % tick_every == 0:
                do_tick(epoch, step)

    if window.count:
        do_tick(last_epoch, step)
    return out

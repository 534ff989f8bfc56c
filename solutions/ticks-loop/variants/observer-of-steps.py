"""An observer object is told of every step and of the end; it keeps the books and fires."""

import json
import os

import tensorflow as tf


class Ticker:
    """Knows nothing of training: it counts steps, averages losses and fires."""

    def __init__(self, every, act):
        self.every, self.act = every, act
        self.epoch = self.step = self.pending = 0
        self.total = 0.0

    def stepped(self, epoch, loss):
        self.epoch = epoch
        self.step += 1
        self.pending += 1
        self.total += loss
        if self.pending == self.every:
            self.fire()

    def ended(self):
        if self.pending:
            self.fire()

    def fire(self):
        mean = self.total / self.pending
        self.pending, self.total = 0, 0.0
        self.act(self.epoch, self.step, mean)


def train(model, optimizer, loss_fn, train_dataset, *, num_epochs, tick_every,
          weights_dir, evaluate_model, adjust_learning_rate, report):
    if tick_every < 1:
        raise ValueError("A tick needs at least one step")
    if num_epochs < 0:
        raise ValueError("There is no negative number of epochs")
    records = []

    def act(epoch, step, loss):
        eval_loss = evaluate_model(model)
        os.makedirs(weights_dir, exist_ok=True)
        weights = os.path.join(weights_dir, f"step_{step:06d}.weights.h5")
        model.save_weights(weights)
        text = json.dumps({
            "epoch": epoch, "step": step, "loss": loss, "eval_loss": float(eval_loss),
            "learning_rate": float(optimizer.get_config()["learning_rate"]), "weights": str(weights),
        })
        report(json.loads(text))
        records.append(json.loads(text))
        adjust_learning_rate(optimizer, epoch, step)

    ticker = Ticker(tick_every, act)
    for epoch in range(num_epochs):
        for x, y in train_dataset:
            with tf.GradientTape() as tape:
                loss = loss_fn(y, model(x, training=True))
            optimizer.apply_gradients(
                (g, v) for g, v in zip(tape.gradient(loss, model.trainable_variables), model.trainable_variables)
            )
            ticker.stepped(epoch, float(loss))
    ticker.ended()
    return records

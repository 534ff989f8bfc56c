# trainer-class
import os
from typing import Any

import tensorflow as tf


class Trainer:
    def __init__(self, model, optimizer, loss_fn, *, tick_every, weights_dir, evaluate_model,
                 adjust_learning_rate, report):
        self.model = model
        self.optimizer = optimizer
        self.loss_fn = loss_fn
        self.tick_every = tick_every
        self.weights_dir = os.fspath(weights_dir)
        self.evaluate_model = evaluate_model
        self.adjust_learning_rate = adjust_learning_rate
        self.report = report
        self.global_step = 0
        self.epoch = None
        self._loss_sum = 0.0
        self._last_tick = 0
        self._lr = None
        self.records: list[dict[str, Any]] = []

    def fit(self, dataset, num_epochs):
        for epoch in range(num_epochs):
            for batch in dataset:
                self._train_batch(epoch, *batch)
                if self.global_step % self.tick_every == 0:
                    self._tick()
        if self.global_step != self._last_tick:
            self._tick()
        return self.records

    def _train_batch(self, epoch, x, y):
        self._lr = float(self.optimizer.learning_rate)
        with tf.GradientTape() as tape:
            y_pred = self.model(x, training=True)
            loss = self.loss_fn(y, y_pred)
        variables = self.model.trainable_variables
        gradients = tape.gradient(loss, variables)
        self.optimizer.apply(gradients, variables)
        self.global_step += 1
        self.epoch = epoch
        self._loss_sum += float(loss)

    def _tick(self):
        eval_loss = float(self.evaluate_model(self.model))
        path = self._save()
        record = {
            "epoch": self.epoch,
            "step": self.global_step,
            "loss": self._loss_sum / (self.global_step - self._last_tick),
            "eval_loss": eval_loss,
            "learning_rate": self._lr,
            "weights": path,
        }
        self._loss_sum = 0.0
        self._last_tick = self.global_step
        self.records.append(record)
        self.report(record)
        self.adjust_learning_rate(self.optimizer, self.epoch, self.global_step)

    def _save(self):
        os.makedirs(self.weights_dir, exist_ok=True)
        path = os.path.join(self.weights_dir, f"step_{self.global_step:06d}.weights.h5")
        self.model.save_weights(path)
        return path


def train(model, optimizer, loss_fn, train_dataset, *, num_epochs, tick_every, weights_dir,
          evaluate_model, adjust_learning_rate, report):
    if tick_every < 1 or num_epochs < 0:
        raise ValueError("tick_every must be >= 1 and num_epochs >= 0")
    trainer = Trainer(model, optimizer, loss_fn, tick_every=tick_every, weights_dir=weights_dir,
                      evaluate_model=evaluate_model, adjust_learning_rate=adjust_learning_rate,
                      report=report)
    return trainer.fit(train_dataset, num_epochs)

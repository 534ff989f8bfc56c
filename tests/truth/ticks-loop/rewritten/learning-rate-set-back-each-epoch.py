# learning-rate-set-back-each-epoch
from pathlib import Path
import statistics

import tensorflow as tf


class Loop:
    """Holds everything one run needs."""

    def __init__(self, model, optimizer, loss_fn, every, folder, evaluate, adjust, report):
        self.model, self.optimizer, self.loss_fn = model, optimizer, loss_fn
        self.every, self.folder = every, Path(folder)
        self.evaluate, self.adjust, self.report = evaluate, adjust, report
        self.base_lr = float(optimizer.learning_rate)
        self.epoch = self.step = 0
        self.losses = []
        self.records = []

    def update(self, x, y):
        with tf.GradientTape() as tape:
            loss = self.loss_fn(y, self.model(x, training=True))
        variables = self.model.trainable_variables
        self.optimizer.apply_gradients(zip(tape.gradient(loss, variables), variables))
        self.losses.append(float(loss))
        self.step += 1

    def tick(self):
        eval_loss = float(self.evaluate(self.model))
        self.folder.mkdir(parents=True, exist_ok=True)
        path = self.folder / f"step_{self.step:06d}.weights.h5"
        self.model.save_weights(path)
        record = {
            "epoch": self.epoch, "step": self.step,
            "loss": statistics.fmean(self.losses), "eval_loss": eval_loss,
            "learning_rate": float(self.optimizer.learning_rate), "weights": str(path),
        }
        self.losses = []
        self.records.append(record)
        self.report(record)
        self.adjust(self.optimizer, self.epoch, self.step)

    def run(self, dataset, num_epochs):
        for epoch in range(num_epochs):
            self.optimizer.learning_rate = self.base_lr
            for x, y in dataset:
                self.epoch = epoch
                self.update(x, y)
                if self.step % self.every == 0:
                    self.tick()
        if self.losses:
            self.tick()
        return self.records


def train(model, optimizer, loss_fn, train_dataset, *, num_epochs, tick_every, weights_dir,
          evaluate_model, adjust_learning_rate, report):
    if tick_every < 1 or num_epochs < 0:
        raise ValueError
    loop = Loop(model, optimizer, loss_fn, tick_every, weights_dir, evaluate_model,
                adjust_learning_rate, report)
    return loop.run(train_dataset, num_epochs)

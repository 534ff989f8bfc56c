"""
what: You ended the run where report returned something true; what it returns means nothing.
what.zh: report 返回真值时你就结束了运行；它的返回值没有意义。
numbers: A report that returns True after writing its line stops a run of 8 steps with tick_every = 4 at
  step 4.
numbers.zh: report 写完一行后返回 True，8 步、tick_every = 4 的运行就停在第 4 步。
why: In many training libraries a callback ends the run by what it returns, for early stopping.
why.zh: 许多训练库允许回调函数用返回值结束运行，以实现早停。
fix: Call `report(record)` and leave its result alone.
fix.zh: 只调用 `report(record)`，不使用返回值。
fails: ticks_when_due
"""

import os

import tensorflow as tf


class Trainer:
    def __init__(self, model, optimizer, loss_fn):
        self.model = model
        self.optimizer = optimizer
        self.loss_fn = loss_fn
        self.losses = []
        self.records = []
        self.epoch = 0
        self.step = 0

    def update(self, x, y):
        variables = self.model.trainable_variables
        with tf.GradientTape() as tape:
            loss = self.loss_fn(y, self.model(x, training=True))
        self.optimizer.apply_gradients(zip(tape.gradient(loss, variables), variables))
        self.losses.append(float(loss))
        self.step += 1

    def tick(self, weights_dir, evaluate_model, adjust_learning_rate, report):
        """Act on a tick; gives whether the run is to stop."""
        eval_loss = float(evaluate_model(self.model))
        os.makedirs(weights_dir, exist_ok=True)
        path = os.path.join(str(weights_dir), f"step_{self.step:06}.weights.h5")
        self.model.save_weights(path)
        record = {
            "epoch": self.epoch,
            "step": self.step,
            "loss": sum(self.losses) / len(self.losses),
            "eval_loss": eval_loss,
            "learning_rate": float(self.optimizer.learning_rate),
            "weights": path,
        }
        self.losses = []
        self.records.append(record)
        stop = report(record)
        adjust_learning_rate(self.optimizer, self.epoch, self.step)
        return stop is True


def train(model, optimizer, loss_fn, train_dataset, *, num_epochs, tick_every,
          weights_dir, evaluate_model, adjust_learning_rate, report):
    if tick_every < 1:
        raise ValueError("tick_every < 1")
    if num_epochs < 0:
        raise ValueError("num_epochs < 0")
    trainer = Trainer(model, optimizer, loss_fn)
    callbacks = (weights_dir, evaluate_model, adjust_learning_rate, report)
    for epoch in range(num_epochs):
        for x, y in train_dataset:
            trainer.epoch = epoch
            trainer.update(x, y)
            if trainer.step % tick_every == 0 and trainer.tick(*callbacks):
                return trainer.records
    if trainer.losses:
        trainer.tick(*callbacks)
    return trainer.records

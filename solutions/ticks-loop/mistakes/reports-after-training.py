r"""
what: You reported all records after training; each is due at its tick.
what.zh: 你在训练结束后才报告所有记录；每条都应在其节拍时报告。
numbers: The records are right, but a run that dies after a day has reported nothing, and
  adjust_learning_rate is called before report.
numbers.zh: 记录本身正确，但运行一天后崩溃的训练什么都没有报告，而且 adjust_learning_rate 先于 report 被调用。
why: The list is there at the end, ready to be looped over.
why.zh: 最后列表已经齐备，正好遍历。
fix: Call `report(record)` inside the tick, before adjusting.
fix.zh: 在节拍内、调整之前调用 `report(record)`。
fails: order_in_a_tick
line: ^(?: {4}|\t)for\s+\w+\s+in\s+(?:\w+\.)?\w*(?:records|history|results)\s*:|\bmap\(\s*report\b
"""

import os

import tensorflow as tf


class Trainer:
    def __init__(self, model, optimizer, loss_fn):
        self.model = model
        self.optimizer = optimizer
        self.loss_fn = loss_fn
        self.mean_loss = tf.keras.metrics.Mean()
        self.step = 0
        self.epoch = 0
        self.records = []

    def update(self, x, y):
        variables = self.model.trainable_variables
        with tf.GradientTape() as tape:
            loss = self.loss_fn(y, self.model(x, training=True))
        self.optimizer.apply_gradients(zip(tape.gradient(loss, variables), variables))
        self.mean_loss.update_state(loss)
        self.step += 1

    def tick(self, weights_dir, evaluate_model, adjust_learning_rate, report):
        eval_loss = float(evaluate_model(self.model))
        os.makedirs(weights_dir, exist_ok=True)
        path = os.path.join(str(weights_dir), f"step_{self.step:06}.weights.h5")
        self.model.save_weights(path)
        record = {
            "epoch": self.epoch,
            "step": self.step,
            "loss": float(self.mean_loss.result()),
            "eval_loss": eval_loss,
            "learning_rate": float(self.optimizer.learning_rate),
            "weights": path,
        }
        self.mean_loss.reset_state()
        self.records.append(record)
        adjust_learning_rate(self.optimizer, self.epoch, self.step)


def train(model, optimizer, loss_fn, train_dataset, *, num_epochs, tick_every,
          weights_dir, evaluate_model, adjust_learning_rate, report):
    if tick_every < 1:
        raise ValueError("tick_every < 1")
    if num_epochs < 0:
        raise ValueError("num_epochs < 0")
    trainer = Trainer(model, optimizer, loss_fn)
    callbacks = (weights_dir, evaluate_model, adjust_learning_rate, report)
    for trainer.epoch in range(num_epochs):
        for x, y in train_dataset:
            trainer.update(x, y)
            if trainer.step % tick_every == 0:
                trainer.tick(*callbacks)
    if trainer.step % tick_every:
        trainer.tick(*callbacks)
    for record in trainer.records:
        report(record)
    return trainer.records

r"""
what: A tick fires although there was no step at all.
what.zh: 一步都没有执行，却触发了节拍。
numbers: num_epochs = 0 or an empty data set: one record with step 0 and the mean of no losses (0.0
  or NaN), where [] is right.
numbers.zh: num_epochs = 0 或数据集为空时：得到一条 step 为 0、对空损失求平均（0.0 或 NaN）的记录，而应返回 []。
why: `at least one record` seemed a safe promise to the caller.
why.zh: “至少有一条记录”看起来是对调用方的稳妥承诺。
fix: No step, no tick: return [].
fix.zh: 没有步就没有节拍：返回 []。
fails: no_steps_no_ticks
line: ^(?: {4}|\t)if\b.*\bor\s+not\b
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
        report(record)
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
    if trainer.step % tick_every or not trainer.records:
        trainer.tick(*callbacks)
    return trainer.records

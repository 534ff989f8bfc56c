r"""
what: You checked the arguments with `assert`: that is an AssertionError, not a ValueError.
what.zh: 你用 `assert` 检查参数：抛出的是 AssertionError，而不是 ValueError。
numbers: A caller's `except ValueError` misses it, and under `python -O` the lines are gone
  altogether.
numbers.zh: 调用方的 `except ValueError` 捕获不到它；在 `python -O` 下这些检查会完全消失。
why: It is shorter, and research code is full of it.
why.zh: 写起来更短，研究代码里到处都是。
fix: `if …: raise ValueError(…)`.
fix.zh: 使用 `if …: raise ValueError(…)`。
fails: rejects_bad_arguments
line: ^\s*assert\b.*\b(?:tick_every|num_epochs)\b
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
    assert tick_every >= 1, "tick_every < 1"
    assert num_epochs >= 0, "num_epochs < 0"
    trainer = Trainer(model, optimizer, loss_fn)
    callbacks = (weights_dir, evaluate_model, adjust_learning_rate, report)
    for trainer.epoch in range(num_epochs):
        for x, y in train_dataset:
            trainer.update(x, y)
            if trainer.step % tick_every == 0:
                trainer.tick(*callbacks)
    if trainer.step % tick_every:
        trainer.tick(*callbacks)
    return trainer.records

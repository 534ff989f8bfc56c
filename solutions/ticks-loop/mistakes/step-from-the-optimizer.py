r"""
what: You took the step from `optimizer.iterations`, which counts over the optimizer's life, not
  over the run.
what.zh: 你用 `optimizer.iterations` 作为步数；它在优化器的整个生命周期内累计，而不是在一次运行内。
numbers: A second call of train with the same optimizer, 5 steps after the first, ticks at 6, 8 and
  10 instead of 2, 4 and 5.
numbers.zh: 第一次运行 5 步后，用同一优化器再次调用 train，节拍为 6、8、10，而不是 2、4、5。
why: With a fresh optimizer the two agree, and it saves a counter.
why.zh: 优化器是全新的时候两者一致，还省了一个计数器。
fix: Count in a local variable that starts at 0.
fix.zh: 用从 0 开始的局部变量计数。
fails: second_run_starts_anew
line: \boptimizer\.iterations\b
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
        self.step = int(self.optimizer.iterations)

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
    if trainer.step % tick_every:
        trainer.tick(*callbacks)
    return trainer.records

r"""
what: You updated the kernels and left the biases as they were.
what.zh: 你只更新了 kernel，偏置保持不变。
numbers: Every bias keeps its initial value; targets about 2 are reached by no kernel where the
  inputs have mean 0.
numbers.zh: 所有偏置保持初始值；当输入均值为 0 时，没有任何 kernel 能拟合约为 2 的目标。
why: The bias is left out of weight decay by its name, and the same list was then used for the
  gradients.
why.zh: 按名称把偏置排除在权重衰减之外，随后把同一个列表也用于求梯度。
fix: Use all of `model.trainable_variables`.
fix.zh: 使用完整的 `model.trainable_variables`。
fails: trains_on_every_batch, forward_in_training_mode, updates_what_is_trainable,
  takes_any_iterable, iterates_once_an_epoch, evaluates_and_saves_updated_weights,
  mean_loss_since_the_tick, learning_rate_of_the_step
line: ["'](?:kernel|bias)["']|\.kernel\b
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
        variables = [v for v in self.model.trainable_variables if v.name == "kernel"]
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
    if trainer.step % tick_every:
        trainer.tick(*callbacks)
    return trainer.records

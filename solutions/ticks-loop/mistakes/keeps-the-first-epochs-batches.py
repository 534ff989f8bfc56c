r"""
what: You read the data set into a list once and trained every epoch on that.
what.zh: 你把数据集一次读入列表，之后每个 epoch 都用它训练。
numbers: One iteration in place of num_epochs: a data set that shuffles or augments gives every
  epoch the same batches, and all of it has to fit in memory. With num_epochs = 0 it is iterated all
  the same.
numbers.zh: 只遍历一次，而不是 num_epochs 次：会打乱或增强的数据集在每个 epoch 都给出相同的批次，而且全部数据都要放进内存。num_epochs = 0 时也照样遍历。
why: A list can be indexed, measured and looked at twice.
why.zh: 列表可以索引、可以取长度、可以看两遍。
fix: `for x, y in train_dataset` inside the loop over epochs.
fix.zh: 在 epoch 循环内部使用 `for x, y in train_dataset`。
fails: takes_any_iterable, iterates_once_an_epoch
line: ^(?: {4}|\t)\w+\s*=\s*(?:list|tuple)\(\s*train_dataset\s*\)|^(?: {4}|\t)\w+\s*=\s*\[.*\bin\s+train_dataset\b|\btrain_dataset\.cache\(
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
    batches = list(train_dataset)
    trainer = Trainer(model, optimizer, loss_fn)
    callbacks = (weights_dir, evaluate_model, adjust_learning_rate, report)
    for trainer.epoch in range(num_epochs):
        for x, y in batches:
            trainer.update(x, y)
            if trainer.step % tick_every == 0:
                trainer.tick(*callbacks)
    if trainer.step % tick_every:
        trainer.tick(*callbacks)
    return trainer.records

"""
what: `os.makedirs` without `exist_ok=True` raises where the folder is there already.
what.zh: 没有 `exist_ok=True` 的 `os.makedirs` 在文件夹已存在时会抛出异常。
numbers: FileExistsError before the first step, or at the second tick where each tick makes the folder.
numbers.zh: 在第一步之前就抛出 FileExistsError；若每个节拍都创建文件夹，则在第二个节拍抛出。
why: The first run in a fresh folder works.
why.zh: 在新文件夹中的首次运行是正常的。
fix: Add `exist_ok=True`.
fix.zh: 加上 `exist_ok=True`。
fails: weights_folder_and_names, second_run_starts_anew
crashes: yes
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
    os.makedirs(weights_dir)
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

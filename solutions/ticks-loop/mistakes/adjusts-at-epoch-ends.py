"""
what: You called adjust_learning_rate at the end of each epoch, not at each tick.
what.zh: 你在每个 epoch 结束时调用 adjust_learning_rate，而不是在每个节拍。
numbers: 5 batches an epoch, 2 epochs, tick_every = 4: two calls, at the steps 5 and 10, where there
  should be three, at 4, 8 and 10.
numbers.zh: 每个 epoch 5 个批次、2 个 epoch、tick_every = 4：在第 5、10 步调用两次，而应在第 4、8、10 步调用三次。
why: Schedules are usually written by epochs.
why.zh: 学习率计划通常按 epoch 编写。
fix: Call it as the last act of the tick.
fix.zh: 把它作为节拍的最后一步来调用。
fails: order_in_a_tick, learning_rate_of_the_step, counts_epochs_from_zero, no_steps_no_ticks
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
        adjust_learning_rate(optimizer, trainer.epoch, trainer.step)
    if trainer.step % tick_every:
        trainer.tick(*callbacks)
    return trainer.records

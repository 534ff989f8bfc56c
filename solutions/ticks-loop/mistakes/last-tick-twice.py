r"""
what: You always fire a tick after the loops, also where the last step has just had one.
what.zh: 你在循环结束后总会触发节拍，即使最后一步刚刚触发过。
numbers: 4 steps, tick_every = 2: ticks after 2, 4 and 4 again; the second one of step 4 has the
  mean of no losses (0.0 here, NaN with np.mean), and the learning rate is adjusted twice.
numbers.zh: 4 步、tick_every = 2：节拍为 2、4、又一次 4；第 4 步的第二次节拍对空列表求平均（这里是 0.0，用 np.mean 则是 NaN），学习率也被调整两次。
why: The tick after the loops was added for runs that don't divide evenly, and tried on those alone.
why.zh: 循环后的节拍是为除不尽的情况加的，也只在那种情况下试过。
fix: Fire it only where `step % tick_every != 0` (or where losses are left over).
fix.zh: 仅当 `step % tick_every != 0`（或仍有未汇报的损失）时才触发。
fails: last_step_ticks_once
line: ^(?: {4}|\t)if\s+[\w.\["\']*step[\w"\'\]]*(?:\s*(?:>|!=)\s*0)?\s*:|^(?: {4}|\t)(?:\w+\.)?\w*tick\(
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
    if trainer.step:
        trainer.tick(*callbacks)
    return trainer.records

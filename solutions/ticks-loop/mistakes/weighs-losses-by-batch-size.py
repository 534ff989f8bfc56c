r"""
what: You weighted each loss by its batch's size; the record's loss is the mean over steps, each
  counted once.
what.zh: 你按批次大小对损失加权；记录中的 loss 是对步取平均，每一步只计一次。
numbers: Batches of 4, 4 and 2 with the losses 1, 1 and 4: 1.6 is recorded; the mean over steps is
  2.0.
numbers.zh: 批次大小为 4、4、2，损失为 1、1、4：记录的是 1.6，对步的平均应为 2.0。
why: For the mean over samples, as in evaluation, the weights are right.
why.zh: 如果是像评估那样对样本取平均，加权是对的。
fix: `update_state(loss)` without a sample weight.
fix.zh: 调用 `update_state(loss)`，不加样本权重。
fails: mean_loss_since_the_tick
line: \bsample_weight\s*=|\*\s*(?:float\(\s*|int\(\s*)?(?:len\(\s*\w+\s*\)|\w+\.shape\[0\]|batch_size\b|tf\.shape\()|\baverage\(.*\bweights\s*=
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
        self.mean_loss.update_state(loss, sample_weight=float(len(x)))
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

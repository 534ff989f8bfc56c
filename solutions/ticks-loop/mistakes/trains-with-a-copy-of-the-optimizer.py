r"""
what: You trained with a copy of the optimizer that you were given; the given one makes no update.
what.zh: 你用给定优化器的一个副本来训练；给定的那个优化器没有做过任何更新。
numbers: After a run of 1000 steps `optimizer.iterations` is 0 and its momentum empty: saved or used again, it
  knows nothing of the run.
numbers.zh: 运行 1000 步之后 `optimizer.iterations` 仍是 0，动量为空：保存或继续使用它时，它对这次运行一无所知。
why: A copy for each run seemed the way to begin anew.
why.zh: 以为每次运行用一个副本才算重新开始。
fix: Call `apply_gradients` of the optimizer that was given.
fix.zh: 调用给定优化器的 `apply_gradients`。
fails: updates_what_is_trainable
line: \bfrom_config\(|\bcopy\(\s*optimizer
"""

import os

import tensorflow as tf


class Window:
    """The losses since the last tick."""

    def __init__(self):
        self.total = 0.0
        self.count = 0

    def add(self, loss):
        self.total += float(loss)
        self.count += 1

    def take(self):
        mean = self.total / self.count
        self.__init__()
        return mean


def train(model, optimizer, loss_fn, train_dataset, *, num_epochs, tick_every,
          weights_dir, evaluate_model, adjust_learning_rate, report):
    if tick_every < 1:
        raise ValueError(f"tick_every is {tick_every}; it must be at least 1")
    if num_epochs < 0:
        raise ValueError(f"num_epochs is {num_epochs}; it must not be negative")
    own = type(optimizer).from_config(optimizer.get_config())
    records, window, step = [], Window(), 0

    def tick():
        eval_loss = float(evaluate_model(model))
        os.makedirs(weights_dir, exist_ok=True)
        path = os.path.join(weights_dir, f"step_{step:06d}.weights.h5")
        model.save_weights(path)
        record = {
            "epoch": epoch,
            "step": step,
            "loss": window.take(),
            "eval_loss": eval_loss,
            "learning_rate": float(optimizer.learning_rate),
            "weights": path,
        }
        records.append(record)
        report(dict(record))
        adjust_learning_rate(optimizer, epoch, step)

    for epoch in range(num_epochs):
        for x, y in train_dataset:
            own.learning_rate = float(optimizer.learning_rate)
            with tf.GradientTape() as tape:
                loss = loss_fn(y, model(x, training=True))
            slopes = tape.gradient(loss, model.trainable_variables)
            own.apply_gradients(zip(slopes, model.trainable_variables, strict=True))
            window.add(loss)
            step += 1
            if step % tick_every == 0:
                tick()
    if window.count:
        tick()
    return records

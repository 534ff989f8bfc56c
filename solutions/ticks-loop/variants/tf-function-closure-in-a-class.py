"""A class that wraps its step in `tf.function` and sums losses in a `tf.Variable`."""

from pathlib import Path

import tensorflow as tf


class Loop:
    def __init__(self, model, optimizer, loss_fn):
        self.model, self.optimizer, self.loss_fn = model, optimizer, loss_fn
        optimizer.build(model.trainable_variables)
        self.total = tf.Variable(0.0, trainable=False)
        self.since = 0
        self.run_step = tf.function(self._step)

    def _step(self, x, y):
        with tf.GradientTape(watch_accessed_variables=False) as tape:
            for v in self.model.trainable_variables:
                tape.watch(v.value)
            loss = self.loss_fn(y, self.model(x, training=True))
        grads = tape.gradient(loss, [v.value for v in self.model.trainable_variables])
        self.optimizer.apply_gradients(zip(grads, self.model.trainable_variables))
        self.total.assign_add(loss)

    def mean(self):
        value = self.total.numpy() / self.since
        self.total.assign(0.0)
        self.since = 0
        return float(value)


def train(model, optimizer, loss_fn, train_dataset, *, num_epochs, tick_every,
          weights_dir, evaluate_model, adjust_learning_rate, report):
    if not tick_every >= 1:
        raise ValueError("tick_every")
    if not num_epochs >= 0:
        raise ValueError("num_epochs")
    loop = Loop(model, optimizer, loss_fn)
    out = []
    step = 0

    def tick():
        loss = loop.mean()
        eval_loss = float(evaluate_model(model))
        folder = Path(weights_dir)
        folder.mkdir(parents=True, exist_ok=True)
        file = folder.joinpath("step_" + str(step).zfill(6) + ".weights.h5")
        model.save_weights(str(file))
        out.append({"epoch": epoch, "step": step, "loss": loss, "eval_loss": eval_loss,
                    "learning_rate": float(tf.convert_to_tensor(optimizer.learning_rate)), "weights": str(file)})
        report(out[-1].copy())
        adjust_learning_rate(optimizer=optimizer, epoch=epoch, step=step)

    for epoch in range(num_epochs):
        for batch in train_dataset:
            loop.run_step(*map(tf.convert_to_tensor, batch))
            step += 1
            loop.since += 1
            if step % tick_every == 0:
                tick()
    if loop.since:
        tick()
    return out

# updates-kernels-only+one-key-too-many
import os

import tensorflow as tf


class Engine:
    def __init__(self, model, optimizer, loss_fn):
        self.model, self.optimizer, self.loss_fn = model, optimizer, loss_fn
        self.weights = [v for v in model.trainable_variables if "kernel" in v.name]

    def __call__(self, x, y):
        with tf.GradientTape() as tape:
            loss = self.loss_fn(y, self.model(x, training=True))
        self.optimizer.apply_gradients(zip(tape.gradient(loss, self.weights), self.weights))
        return float(loss)


def train(model, optimizer, loss_fn, train_dataset, *, num_epochs, tick_every, weights_dir,
          evaluate_model, adjust_learning_rate, report):
    if tick_every < 1:
        raise ValueError("tick_every")
    if num_epochs < 0:
        raise ValueError("num_epochs")
    engine = Engine(model, optimizer, loss_fn)
    records, losses = [], []
    step = last = 0

    def tick():
        eval_loss = float(evaluate_model(model))
        os.makedirs(weights_dir, exist_ok=True)
        path = os.path.join(str(weights_dir), f"step_{step:06d}.weights.h5")
        model.save_weights(path)
        record = {
            "epoch": last,
            "step": step,
            "loss": sum(losses) / len(losses),
            "eval_loss": eval_loss,
            "learning_rate": float(optimizer.learning_rate),
            "weights": path,
            "num_epochs": num_epochs,
        }
        losses.clear()
        records.append(record)
        report(record)
        adjust_learning_rate(optimizer, last, step)

    for epoch in range(num_epochs):
        for x, y in train_dataset:
            losses.append(engine(x, y))
            step += 1
            last = epoch
            if step % tick_every == 0:
                tick()
    if losses:
        tick()
    return records

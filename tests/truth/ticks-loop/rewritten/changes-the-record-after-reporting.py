# changes-the-record-after-reporting
import collections
import pathlib

import tensorflow as tf
from tensorflow import keras


def train(model: keras.Model, optimizer: keras.optimizers.Optimizer, loss_fn, train_dataset, *,
          num_epochs: int, tick_every: int, weights_dir, evaluate_model, adjust_learning_rate,
          report) -> list:
    if not (tick_every >= 1 and num_epochs >= 0):
        raise ValueError("invalid tick_every or num_epochs")

    records = []
    losses = collections.deque()
    step = 0
    where = None

    def finish_tick(epoch):
        eval_loss = float(evaluate_model(model))
        path = pathlib.Path(weights_dir, f"step_{step:06d}.weights.h5")
        path.parent.mkdir(parents=True, exist_ok=True)
        model.save_weights(str(path))
        mean = sum(losses) / len(losses)
        losses.clear()

        record = dict(epoch=epoch, step=step, loss=mean, eval_loss=eval_loss,
                      learning_rate=float(optimizer.learning_rate), weights=str(path))
        report(record)
        adjust_learning_rate(optimizer, epoch, step)
        record["learning_rate"] = float(optimizer.learning_rate)
        records.append(record)

    for epoch in range(num_epochs):
        for x, y in train_dataset:
            with tf.GradientTape() as tape:
                value = loss_fn(y, model(x, training=True))
            gradients = tape.gradient(value, model.trainable_variables)
            optimizer.apply_gradients(zip(gradients, model.trainable_variables))
            losses.append(float(value))
            step += 1
            where = epoch
            if not step % tick_every:
                finish_tick(epoch)
    if losses:
        finish_tick(where)
    return records

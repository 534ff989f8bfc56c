"""`train` is an object with `__call__`; all state of a run is in locals."""

from pathlib import Path

import numpy as np
import tensorflow as tf


class _Train:
    def __call__(self, model, optimizer, loss_fn, train_dataset, *, num_epochs, tick_every, weights_dir,
                 evaluate_model, adjust_learning_rate, report):
        self._check(num_epochs, tick_every)
        records, losses, step, due = [], [], 0, False
        for epoch in range(num_epochs):
            for x, y in train_dataset:
                losses.append(self._descend(model, optimizer, loss_fn, x, y))
                step += 1
                where = (epoch, step)
                due = step % tick_every == 0
                if due:
                    records.append(self._tick(model, optimizer, where, losses, weights_dir, evaluate_model, report))
                    losses = []
                    adjust_learning_rate(optimizer, *where)
        if step and not due:
            records.append(self._tick(model, optimizer, where, losses, weights_dir, evaluate_model, report))
            adjust_learning_rate(optimizer, *where)
        return records

    @staticmethod
    def _check(num_epochs, tick_every):
        if min(num_epochs, tick_every - 1) < 0:
            raise ValueError("num_epochs >= 0 and tick_every >= 1, please")

    @staticmethod
    def _descend(model, optimizer, loss_fn, x, y):
        with tf.GradientTape(persistent=True) as tape:
            loss = loss_fn(y, model(x, training=True))
        optimizer.apply_gradients([(tape.gradient(loss, v), v) for v in model.trainable_variables])
        del tape
        return np.float64(loss.numpy())

    @staticmethod
    def _tick(model, optimizer, where, losses, weights_dir, evaluate_model, report):
        eval_loss = float(evaluate_model(model))
        Path(weights_dir).mkdir(parents=True, exist_ok=True)
        path = Path(weights_dir).absolute() / "step_{1:06d}.weights.h5".format(*where)
        model.save_weights(path)
        record = dict(zip(("epoch", "step"), where))
        record.update(loss=np.mean(losses).item(), eval_loss=eval_loss,
                      learning_rate=float(optimizer.learning_rate.value), weights=str(path))
        report(record)
        return record


train = _Train()

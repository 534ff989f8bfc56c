# report-can-stop-the-run: training stops where report returns something true, though what it returns means nothing.
# named: report-stops-the-run
from pathlib import Path

import tensorflow as tf


class StopRun(Exception):
    pass


def train(model, optimizer, loss_fn, train_dataset, *, num_epochs, tick_every, weights_dir,
          evaluate_model, adjust_learning_rate, report):
    if tick_every < 1 or num_epochs < 0:
        raise ValueError("tick_every, num_epochs")
    records, losses, step, at = [], [], 0, 0
    directory = Path(weights_dir)

    def tick():
        eval_loss = float(evaluate_model(model))
        directory.mkdir(parents=True, exist_ok=True)
        path = directory / f"step_{step:06d}.weights.h5"
        model.save_weights(path)
        record = dict(epoch=at, step=step, loss=sum(losses) / len(losses), eval_loss=eval_loss,
                      learning_rate=float(optimizer.learning_rate), weights=str(path))
        losses.clear()
        records.append(record)
        stop = report(record)
        adjust_learning_rate(optimizer, at, step)
        if stop:
            raise StopRun

    try:
        for epoch in range(num_epochs):
            for x, y in train_dataset:
                with tf.GradientTape() as tape:
                    loss = loss_fn(y, model(x, training=True))
                tv = model.trainable_variables
                optimizer.apply_gradients(zip(tape.gradient(loss, tv), tv))
                losses.append(float(loss))
                step, at = step + 1, epoch
                if step % tick_every == 0:
                    tick()
        if losses:
            tick()
    except StopRun:
        pass
    return records

# last-tick-twice
import os
import os.path as osp

import tensorflow as tf


def _check(tick_every, num_epochs):
    if tick_every < 1:
        raise ValueError(f"tick_every should be positive, got {tick_every}")
    if num_epochs < 0:
        raise ValueError(f"num_epochs should not be negative, got {num_epochs}")


def _step(model, optimizer, loss_fn, x, y):
    with tf.GradientTape() as t:
        loss = loss_fn(y, model(x, training=True))
    vs = model.trainable_variables
    optimizer.apply(t.gradient(loss, vs), vs)
    return float(loss)


def train(model, optimizer, loss_fn, train_dataset, *, num_epochs, tick_every, weights_dir,
          evaluate_model, adjust_learning_rate, report):
    _check(tick_every, num_epochs)
    state = {"epoch": 0, "step": 0, "sum": 0.0, "n": 0}
    records = []

    def tick():
        eval_loss = float(evaluate_model(model))
        os.makedirs(weights_dir, exist_ok=True)
        path = osp.join(str(weights_dir), f"step_{state['step']:06d}.weights.h5")
        model.save_weights(path)
        record = {
            "epoch": state["epoch"],
            "step": state["step"],
            "loss": state["sum"] / max(state["n"], 1),
            "eval_loss": eval_loss,
            "learning_rate": float(optimizer.learning_rate),
            "weights": path,
        }
        state["sum"], state["n"] = 0.0, 0
        records.append(record)
        report(record)
        adjust_learning_rate(optimizer, record["epoch"], record["step"])

    for epoch in range(num_epochs):
        for x, y in train_dataset:
            state["sum"] += _step(model, optimizer, loss_fn, x, y)
            state["n"] += 1
            state["step"] += 1
            state["epoch"] = epoch
            if state["step"] % tick_every == 0:
                tick()

    if state["step"]:
        tick()
    return records

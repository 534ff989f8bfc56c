"""The record goes through json, to be sure it is ready for it."""
import json
import os
import tensorflow as tf
from collections import deque


def train(model, optimizer, loss_fn, train_dataset, *, num_epochs, tick_every,
          weights_dir, evaluate_model, adjust_learning_rate, report):
    if min(tick_every - 1, num_epochs) < 0:
        raise ValueError("tick_every must be 1 or more, num_epochs 0 or more")
    done = deque()
    losses = deque()
    step = 0
    last = None
    for epoch in range(num_epochs):
        for x, y in iter(train_dataset):
            last = epoch, float(optimizer.learning_rate)
            with tf.GradientTape() as g:
                loss = loss_fn(y, model(x, training=True))
            optimizer.apply_gradients(zip(g.gradient(loss, model.trainable_variables), model.trainable_variables))
            losses.append(float(loss))
            step += 1
            if step % tick_every == 0:
                done.append(_tick(model, optimizer, *last, step, losses, weights_dir, evaluate_model,
                                  adjust_learning_rate, report))
    if losses:
        done.append(_tick(model, optimizer, *last, step, losses, weights_dir, evaluate_model,
                          adjust_learning_rate, report))
    return list(done)


def _tick(model, optimizer, epoch, rate, step, losses, weights_dir, evaluate_model, adjust, report):
    mean = sum(losses) / len(losses)
    losses.clear()
    value = float(evaluate_model(model))
    os.makedirs(weights_dir, exist_ok=True)
    path = os.path.join(weights_dir, f"step_{step:06d}.weights.h5")
    model.save_weights(path)
    with open(os.path.join(weights_dir, "history.jsonl"), "a") as f:
        record = {"epoch": epoch, "step": step, "loss": mean, "eval_loss": value, "learning_rate": rate,
                  "weights": path}
        f.write(json.dumps(record) + "\n")
    report(json.loads(json.dumps(record)))
    adjust(optimizer, epoch, step)
    return record

# plain
from pathlib import Path

import tensorflow as tf


def train(model, optimizer, loss_fn, train_dataset, *, num_epochs, tick_every, weights_dir,
          evaluate_model, adjust_learning_rate, report):
    if tick_every < 1:
        raise ValueError(f"tick_every must be at least 1, not {tick_every}")
    if num_epochs < 0:
        raise ValueError(f"num_epochs must be at least 0, not {num_epochs}")

    records = []
    losses = []
    step = 0
    epoch_of_step = 0

    def tick():
        eval_loss = float(evaluate_model(model))
        folder = Path(weights_dir)
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / f"step_{step:06d}.weights.h5"
        model.save_weights(path)
        record = {
            "epoch": epoch_of_step,
            "step": step,
            "loss": sum(losses) / len(losses),
            "eval_loss": eval_loss,
            "learning_rate": float(optimizer.learning_rate),
            "weights": str(path),
        }
        losses.clear()
        records.append(record)
        report(record)
        adjust_learning_rate(optimizer, epoch_of_step, step)

    for epoch in range(num_epochs):
        for x, y in train_dataset:
            with tf.GradientTape() as tape:
                loss = loss_fn(y, model(x, training=True))
            grads = tape.gradient(loss, model.trainable_variables)
            optimizer.apply_gradients(zip(grads, model.trainable_variables))
            losses.append(float(loss))
            step += 1
            epoch_of_step = epoch
            if step % tick_every == 0:
                tick()
    if losses:
        tick()
    return records

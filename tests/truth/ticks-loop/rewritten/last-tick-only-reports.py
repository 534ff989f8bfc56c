# last-tick-only-reports
from pathlib import Path

import numpy as np
import tensorflow as tf


def train(
    model, optimizer, loss_fn, train_dataset, *,
    num_epochs, tick_every, weights_dir, evaluate_model, adjust_learning_rate, report,
):
    if tick_every < 1 or num_epochs < 0:
        raise ValueError("need tick_every >= 1 and num_epochs >= 0")

    save_dir = Path(weights_dir)
    records = []
    recent = []
    global_step = 0
    eval_loss = 0.0
    weights_path = ""
    epoch_of_step = 0

    for epoch in range(num_epochs):
        for batch_x, batch_y in train_dataset:
            with tf.GradientTape() as tape:
                out = model(batch_x, training=True)
                loss = loss_fn(batch_y, out)
            grads = tape.gradient(loss, model.trainable_variables)
            optimizer.apply_gradients(zip(grads, model.trainable_variables))

            global_step += 1
            epoch_of_step = epoch
            recent.append(float(loss))

            if global_step % tick_every == 0:
                eval_loss = float(evaluate_model(model))
                save_dir.mkdir(parents=True, exist_ok=True)
                weights_path = str(save_dir / f"step_{global_step:06d}.weights.h5")
                model.save_weights(weights_path)
                record = {
                    "epoch": epoch,
                    "step": global_step,
                    "loss": float(np.mean(recent)),
                    "eval_loss": eval_loss,
                    "learning_rate": float(optimizer.learning_rate),
                    "weights": weights_path,
                }
                records.append(record)
                report(record)
                adjust_learning_rate(optimizer, epoch, global_step)
                recent = []

    # whatever is left over since the last tick
    if recent:
        record = {
            "epoch": epoch_of_step,
            "step": global_step,
            "loss": float(np.mean(recent)),
            "eval_loss": eval_loss,
            "learning_rate": float(optimizer.learning_rate),
            "weights": weights_path,
        }
        records.append(record)
        report(record)

    return records

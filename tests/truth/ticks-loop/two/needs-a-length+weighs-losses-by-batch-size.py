# needs-a-length+weighs-losses-by-batch-size
from pathlib import Path
import numpy as np
import tensorflow as tf


def train(model, optimizer, loss_fn, train_dataset, *, num_epochs, tick_every, weights_dir,
          evaluate_model, adjust_learning_rate, report):
    if tick_every < 1 or num_epochs < 0:
        raise ValueError("tick_every >= 1 and num_epochs >= 0 please")

    total_steps = num_epochs * len(train_dataset)
    records, losses, sizes = [], [], []
    step = 0
    for epoch in range(num_epochs):
        for x, y in train_dataset:
            with tf.GradientTape() as tape:
                loss = loss_fn(y, model(x, training=True))
            grads = tape.gradient(loss, model.trainable_variables)
            optimizer.apply_gradients(zip(grads, model.trainable_variables))
            losses.append(float(loss))
            sizes.append(len(x))
            step += 1
            if step % tick_every == 0 or step == total_steps:
                eval_loss = float(evaluate_model(model))
                path = Path(weights_dir) / f"step_{step:06d}.weights.h5"
                path.parent.mkdir(parents=True, exist_ok=True)
                model.save_weights(path)
                record = {
                    "epoch": epoch,
                    "step": step,
                    "loss": float(np.average(losses, weights=sizes)),
                    "eval_loss": eval_loss,
                    "learning_rate": float(optimizer.learning_rate),
                    "weights": str(path),
                }
                losses, sizes = [], []
                records.append(record)
                report(record)
                adjust_learning_rate(optimizer, epoch, step)
    return records

"""`iter` and `next` by hand, one iterator an epoch."""

from pathlib import Path

import tensorflow as tf

_END = object()


def train(model, optimizer, loss_fn, train_dataset, *, num_epochs, tick_every,
          weights_dir, evaluate_model, adjust_learning_rate, report):
    if tick_every < 1:
        raise ValueError("tick_every")
    if num_epochs < 0:
        raise ValueError("num_epochs")
    records = []
    epoch, step, since, total = 0, 0, 0, 0.0
    while epoch < num_epochs:
        batches = iter(train_dataset)
        batch = next(batches, _END)
        while batch is not _END:
            x, y = batch
            batch = next(batches, _END)
            with tf.GradientTape() as tape:
                loss = loss_fn(y, model(x, training=True))
            variables = model.trainable_variables
            optimizer.apply_gradients(zip(tape.gradient(loss, variables), variables))
            step, since, total = step + 1, since + 1, total + float(loss)
            over = batch is _END and epoch == num_epochs - 1
            if step % tick_every == 0 or over:
                eval_loss = float(evaluate_model(model))
                Path(weights_dir).mkdir(parents=True, exist_ok=True)
                path = Path(weights_dir, f"step_{step:06d}.weights.h5")
                model.save_weights(path)
                rate = float(optimizer.learning_rate)
                records.append({"weights": str(path), "learning_rate": rate, "eval_loss": eval_loss,
                                "loss": total / since, "step": step, "epoch": epoch})
                since, total = 0, 0.0
                report(records[-1])
                adjust_learning_rate(optimizer, epoch, step)
        epoch += 1
    return records

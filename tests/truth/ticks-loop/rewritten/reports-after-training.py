# reports-after-training
from pathlib import Path
import tensorflow as tf


def _ticks(model, optimizer, loss_fn, dataset, epochs, every, folder, evaluate, adjust):
    """Train, and yield one record a tick."""
    step, total, count, current = 0, 0.0, 0, 0

    def record():
        eval_loss = float(evaluate(model))
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / f"step_{step:06d}.weights.h5"
        model.save_weights(path)
        rec = dict(epoch=current, step=step, loss=total / count, eval_loss=eval_loss,
                   learning_rate=float(optimizer.learning_rate), weights=str(path))
        adjust(optimizer, current, step)
        return rec

    for epoch in range(epochs):
        for x, y in dataset:
            with tf.GradientTape() as tape:
                loss = loss_fn(y, model(x, training=True))
            w = model.trainable_variables
            optimizer.apply_gradients(zip(tape.gradient(loss, w), w))
            step, count, current = step + 1, count + 1, epoch
            total += float(loss)
            if step % every == 0:
                yield record()
                total, count = 0.0, 0
    if count:
        yield record()


def train(model, optimizer, loss_fn, train_dataset, *, num_epochs, tick_every, weights_dir,
          evaluate_model, adjust_learning_rate, report):
    if tick_every < 1:
        raise ValueError("tick_every must be positive")
    if num_epochs < 0:
        raise ValueError("num_epochs must not be negative")
    records = list(_ticks(model, optimizer, loss_fn, train_dataset, num_epochs, tick_every,
                          Path(weights_dir), evaluate_model, adjust_learning_rate))
    for r in records:
        report(r)
    return records

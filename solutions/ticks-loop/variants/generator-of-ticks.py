"""A generator trains and yields at each tick; `train` acts on what it yields."""

import os

import tensorflow as tf


def _train_until_ticks(model, optimizer, loss_fn, dataset, num_epochs, tick_every):
    """Yield (epoch, step, mean loss) whenever a tick is due; go on when asked for the next one."""
    step, losses = 0, []
    for epoch in range(num_epochs):
        for x, y in dataset:
            with tf.GradientTape() as tape:
                loss = loss_fn(y, model(x, training=True))
            optimizer.apply(tape.gradient(loss, model.trainable_variables), model.trainable_variables)
            step += 1
            losses.append(float(loss.numpy()))
            if not step % tick_every:
                yield epoch, step, sum(losses) / tick_every
                losses = []
    if losses:
        yield epoch, step, sum(losses) / len(losses)


def train(model, optimizer, loss_fn, train_dataset, *, num_epochs, tick_every,
          weights_dir, evaluate_model, adjust_learning_rate, report):
    if tick_every < 1:
        raise ValueError("tick_every should be at least 1")
    elif num_epochs < 0:
        raise ValueError("num_epochs should be at least 0")
    records = []
    os.makedirs(weights_dir, exist_ok=True)
    for epoch, step, loss in _train_until_ticks(model, optimizer, loss_fn, train_dataset, num_epochs, tick_every):
        eval_loss = float(evaluate_model(model))
        path = os.path.join(os.fspath(weights_dir), f"step_{step:06d}.weights.h5")
        model.save_weights(path, overwrite=True)
        records.append(dict(epoch=epoch, step=step, loss=loss, eval_loss=eval_loss,
                            learning_rate=float(optimizer.learning_rate), weights=path))
        report(records[-1])
        adjust_learning_rate(optimizer, epoch, step)
    return records

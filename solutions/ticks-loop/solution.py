"""A training loop that acts on ticks, in TensorFlow.

Source: the loop with `tf.GradientTape` is the one of the Keras guide "Writing a training loop from
scratch in TensorFlow"; the update is that of Robbins and Monro, "A Stochastic Approximation
Method" (1951), `w <- w - learning_rate * gradient` for plain SGD, a mini-batch at a time.
"""

from pathlib import Path

import tensorflow as tf


def train(
    model,
    optimizer,
    loss_fn,
    train_dataset,
    *,
    num_epochs,
    tick_every,
    weights_dir,
    evaluate_model,
    adjust_learning_rate,
    report,
):
    """Train `model`, one update a batch, and act on every tick.

    Step `s` is the `s`-th update of the run, `s = 1, 2, ..., S`. Ticks fire after the steps

        { s : s % tick_every == 0 } united with { S }        a set, so S is in it once

    and the record of the tick at `s`, whose predecessor was at `p` (0 for the first), holds

        loss = (L_{p+1} + ... + L_s) / (s - p)               L_i: a scalar, before update i

    Args:
        model: a built `tf.keras.Model`.
        optimizer: a Keras optimizer with a plain number as its learning rate.
        loss_fn: `loss_fn(y_true, y_pred)` gives a scalar tensor.
        train_dataset: yields `(x, y)` batches each time it is iterated.
        num_epochs: how many times it is iterated.
        tick_every: steps from one tick to the next.
        weights_dir: `str` or `Path`, where the weights go.
        evaluate_model, adjust_learning_rate, report: called at each tick.

    Returns:
        The list of the records, in order.

    Raises:
        ValueError: `tick_every < 1` or `num_epochs < 0`.
    """
    # Before anything else: `s % 0` would fail too, but only after the first update.
    if tick_every < 1:
        raise ValueError(f"tick_every is {tick_every}; it should be 1 or more")
    if num_epochs < 0:
        raise ValueError(f"num_epochs is {num_epochs}; it should be 0 or more")

    weights_dir = Path(weights_dir)
    records = []
    losses = []  # of the steps since the previous tick: a tick empties it, an epoch's end does not

    def tick(epoch, step):
        eval_loss = float(evaluate_model(model))
        weights_dir.mkdir(parents=True, exist_ok=True)
        path = weights_dir / f"step_{step:06d}.weights.h5"  # Keras 3 takes no other ending
        model.save_weights(path)
        record = {
            "epoch": epoch,
            "step": step,
            "loss": sum(losses) / len(losses),
            "eval_loss": eval_loss,
            # Read before adjust_learning_rate: this is the rate of the step just done.
            "learning_rate": float(optimizer.learning_rate),
            "weights": str(path),
        }
        losses.clear()
        records.append(record)
        report(record)
        adjust_learning_rate(optimizer, epoch, step)

    step = 0  # never set back: it counts over the whole run
    for epoch in range(num_epochs):
        for x, y in train_dataset:
            losses.append(_update(model, optimizer, loss_fn, x, y))
            step += 1
            done = epoch, step
            if step % tick_every == 0:
                tick(*done)
    # Losses are left over exactly where the last step was on no tick (and there was a step). Only
    # now is it known to be the last one, without a length or a second look at the data.
    if losses:
        tick(*done)
    return records


def _update(model, optimizer, loss_fn, x, y):
    """One step down the gradient on one batch; gives the loss that the batch had before it."""
    with tf.GradientTape() as tape:
        # training=True: Dropout drops, BatchNormalization takes and moves its statistics.
        loss = loss_fn(y, model(x, training=True))
    # Not `model.weights`, which also holds moving averages and what is frozen.
    variables = model.trainable_variables
    optimizer.apply_gradients(zip(tape.gradient(loss, variables), variables, strict=True))
    return float(loss)

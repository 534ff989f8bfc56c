"""A training loop that acts on ticks, in TensorFlow."""

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

    A tick fires after each step `s` (counted from 1 over the whole run) with `s % tick_every == 0`,
    and after the very last step of the run where that was on none. At a tick, in this order:
    evaluate, save the weights, report the record, adjust the learning rate.

    Args:
        model: a built `tf.keras.Model`.
        optimizer: a Keras optimizer with a plain number as its learning rate.
        loss_fn: `loss_fn(y_true, y_pred)` gives a scalar tensor.
        train_dataset: yields `(x, y)` batches each time it is iterated: exactly once an epoch.
        num_epochs: how many epochs, 0 or more.
        tick_every: steps from one tick to the next, 1 or more.
        weights_dir: `str` or `Path`, the folder of the `step_<step, 6 digits>.weights.h5` files.
        evaluate_model: `evaluate_model(model)` gives a number.
        adjust_learning_rate: `adjust_learning_rate(optimizer, epoch, step)` may set a new rate.
        report: `report(record)` is given each record once.

    Returns:
        The list of the records, in order. A record is a dict of six plain Python values: `epoch`,
        `step`, `loss`, `eval_loss`, `learning_rate` and `weights`.

    Raises:
        ValueError: `tick_every < 1` or `num_epochs < 0`, before anything is iterated, made or called.
    """
    raise NotImplementedError

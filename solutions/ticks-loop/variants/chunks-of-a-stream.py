"""`itertools.islice` cuts the stream of all batches into chunks of `tick_every`: each chunk ends in a tick."""

import itertools
import pathlib

import tensorflow as tf


def _stream(dataset, num_epochs):
    for epoch in range(num_epochs):
        for x, y in dataset:
            yield epoch, x, y


def train(model, optimizer, loss_fn, train_dataset, *, num_epochs, tick_every,
          weights_dir, evaluate_model, adjust_learning_rate, report):
    if tick_every < 1 or num_epochs < 0:
        raise ValueError((tick_every, num_epochs))
    directory = pathlib.Path(weights_dir)
    numbered = enumerate(_stream(train_dataset, num_epochs), start=1)
    records = []
    while chunk := list(itertools.islice(numbered, tick_every)):
        losses = []
        for step, (epoch, x, y) in chunk:
            with tf.GradientTape() as tape:
                loss = loss_fn(y, model(x, training=True))
            gradients = tape.gradient(loss, model.trainable_variables)
            optimizer.apply_gradients(zip(gradients, model.trainable_variables))
            losses.append(loss)
        record = {"epoch": epoch, "step": step, "loss": float(sum(losses)) / len(losses)}
        record["eval_loss"] = float(evaluate_model(model))
        directory.mkdir(parents=True, exist_ok=True)
        record["weights"] = f"{directory}/step_{step:06d}.weights.h5"
        model.save_weights(record["weights"])
        record["learning_rate"] = float(optimizer.learning_rate)
        report(record)
        records += [record]
        adjust_learning_rate(optimizer, epoch, step)
    return records

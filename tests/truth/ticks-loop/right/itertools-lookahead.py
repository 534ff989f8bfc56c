# itertools-lookahead
import itertools
import os

import tensorflow as tf


def _flat(dataset, num_epochs):
    for epoch in range(num_epochs):
        for x, y in dataset:
            yield epoch, x, y


def _mark_last(iterable):
    """(item, whether it is the last one)"""
    a, b = itertools.tee(iterable)
    next(b, None)
    end = object()
    for item, following in itertools.zip_longest(a, b, fillvalue=end):
        yield item, following is end


def train(model, optimizer, loss_fn, train_dataset, *, num_epochs, tick_every, weights_dir,
          evaluate_model, adjust_learning_rate, report):
    if tick_every < 1 or num_epochs < 0:
        raise ValueError
    records, losses = [], []
    numbered = zip(itertools.count(1), _mark_last(_flat(train_dataset, num_epochs)))
    for step, ((epoch, x, y), is_last) in numbered:
        with tf.GradientTape() as tape:
            loss = loss_fn(y, model(x, training=True))
        params = model.trainable_variables
        optimizer.apply_gradients(zip(tape.gradient(loss, params), params))
        losses.append(float(loss))
        if step % tick_every and not is_last:
            continue
        score = float(evaluate_model(model))
        os.makedirs(weights_dir, exist_ok=True)
        file = os.path.join(weights_dir, f"step_{step:06}.weights.h5")
        model.save_weights(file)
        records.append({
            "epoch": epoch, "step": step, "loss": sum(losses) / len(losses), "eval_loss": score,
            "learning_rate": float(optimizer.learning_rate), "weights": os.fspath(file)})
        losses = []
        report(records[-1])
        adjust_learning_rate(optimizer, epoch, step)
    return records

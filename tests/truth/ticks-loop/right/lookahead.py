"""Looks one batch ahead to know which step is the last."""
import os
import tensorflow as tf


def batches(dataset, num_epochs):
    for epoch in range(num_epochs):
        for x, y in dataset:
            yield epoch, x, y


def with_last(iterable):
    it = iter(iterable)
    try:
        current = next(it)
    except StopIteration:
        return
    for following in it:
        yield current, False
        current = following
    yield current, True


def train(model, optimizer, loss_fn, train_dataset, *, num_epochs, tick_every,
          weights_dir, evaluate_model, adjust_learning_rate, report):
    if tick_every < 1 or num_epochs < 0:
        raise ValueError(f"tick_every={tick_every}, num_epochs={num_epochs}")
    os.makedirs(weights_dir, exist_ok=True)
    records, window, count = [], 0.0, 0
    for step, ((epoch, x, y), last) in enumerate(with_last(batches(train_dataset, num_epochs)), start=1):
        lr = float(tf.convert_to_tensor(optimizer.learning_rate))
        with tf.GradientTape() as tape:
            y_pred = model(x, training=True)
            loss = loss_fn(y, y_pred)
        variables = model.trainable_variables
        optimizer.apply_gradients(list(zip(tape.gradient(loss, variables), variables)))
        window += loss.numpy().item()
        count += 1
        if step % tick_every and not last:
            continue
        value = float(evaluate_model(model))
        path = os.path.join(weights_dir, "step_%06d.weights.h5" % step)
        model.save_weights(path)
        record = dict(epoch=epoch, step=step, loss=window / count, eval_loss=value,
                      learning_rate=lr, weights=path if isinstance(path, str) else os.fspath(path))
        report(record)
        records.append(record)
        adjust_learning_rate(optimizer, epoch, step)
        window, count = 0.0, 0
    return records

# no-adjusting-after-the-last-step
import itertools
from pathlib import Path

import tensorflow as tf

_END = object()


def batches(dataset, num_epochs):
    return itertools.chain.from_iterable(
        zip(itertools.repeat(epoch), dataset) for epoch in range(num_epochs)
    )


def train(model, optimizer, loss_fn, train_dataset, *, num_epochs, tick_every, weights_dir,
          evaluate_model, adjust_learning_rate, report):
    if tick_every < 1 or num_epochs < 0:
        raise ValueError("bad tick_every / num_epochs")
    records, total, since = [], 0.0, 0
    stream = batches(train_dataset, num_epochs)
    item = next(stream, _END)
    step = 0
    while item is not _END:
        epoch, (x, y) = item
        step += 1
        with tf.GradientTape() as tape:
            loss = loss_fn(y, model(x, training=True))
        variables = model.trainable_variables
        optimizer.apply_gradients(zip(tape.gradient(loss, variables), variables))
        total += float(loss)
        since += 1

        item = next(stream, _END)
        finished = item is _END
        if step % tick_every == 0 or finished:
            eval_loss = float(evaluate_model(model))
            path = Path(weights_dir) / f"step_{step:06d}.weights.h5"
            path.parent.mkdir(parents=True, exist_ok=True)
            model.save_weights(path)
            records.append({
                "epoch": epoch,
                "step": step,
                "loss": total / since,
                "eval_loss": eval_loss,
                "learning_rate": float(optimizer.learning_rate),
                "weights": str(path),
            })
            total, since = 0.0, 0
            report(records[-1])
            if not finished:
                adjust_learning_rate(optimizer, epoch, step)
    return records

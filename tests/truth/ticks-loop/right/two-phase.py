"""The tick of a step is put off until it is known whether a batch follows."""
from pathlib import Path
import tensorflow as tf

_END = object()


def train(model, optimizer, loss_fn, train_dataset, *, num_epochs, tick_every,
          weights_dir, evaluate_model, adjust_learning_rate, report):
    if tick_every < 1 or num_epochs < 0:
        raise ValueError
    stream = ((e, b) for e in range(num_epochs) for b in train_dataset)
    records, step, acc = [], 0, []
    item = next(stream, _END)
    while item is not _END:
        epoch, (x, y) = item
        rate = float(optimizer.learning_rate)
        with tf.GradientTape() as tape:
            loss = loss_fn(y, model(x, training=True))
        tv = model.trainable_variables
        optimizer.apply_gradients(zip(tape.gradient(loss, tv), tv))
        step += 1
        acc.append(float(loss))
        item = next(stream, _END)
        if step % tick_every == 0 or item is _END:
            e = float(evaluate_model(model))
            Path(weights_dir).mkdir(parents=True, exist_ok=True)
            p = Path(weights_dir, f"step_{step:06d}.weights.h5")
            model.save_weights(p)
            r = {"epoch": epoch, "step": step, "loss": sum(acc) / len(acc), "eval_loss": e,
                 "learning_rate": rate, "weights": str(p)}
            acc = []
            report(r)
            adjust_learning_rate(optimizer, epoch, step)
            records += [r]
    return records

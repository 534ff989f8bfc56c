# while-next
import pathlib
import numpy as np
import tensorflow as tf


def train(model, optimizer, loss_fn, train_dataset, *, num_epochs, tick_every,
          weights_dir, evaluate_model, adjust_learning_rate, report):
    if tick_every < 1 or num_epochs < 0:
        raise ValueError("train: bad tick_every or num_epochs")

    out = []
    epoch = 0
    step = 0
    prev = 0
    acc = np.float64(0)
    seen_epoch = 0
    while epoch < num_epochs:
        it = iter(train_dataset)
        while True:
            try:
                x, y = next(it)
            except StopIteration:
                break
            with tf.GradientTape() as tape:
                p = model(x, training=True)
                L = loss_fn(y, p)
            tv = model.trainable_variables
            optimizer.apply_gradients(list(zip(tape.gradient(L, tv), tv)))
            step += 1
            seen_epoch = epoch
            acc += np.float64(L.numpy())
            if step - prev == tick_every:
                out.append(_tick(model, optimizer, seen_epoch, step, float(acc / (step - prev)),
                                 weights_dir, evaluate_model, report, adjust_learning_rate))
                prev, acc = step, np.float64(0)
        epoch += 1
    if step > prev:
        out.append(_tick(model, optimizer, seen_epoch, step, float(acc / (step - prev)),
                         weights_dir, evaluate_model, report, adjust_learning_rate))
    return out


def _tick(model, optimizer, epoch, step, loss, weights_dir, evaluate, report, adjust):
    e = float(evaluate(model))
    d = pathlib.Path(weights_dir)
    d.mkdir(parents=True, exist_ok=True)
    w = str(d / f"step_{step:06d}.weights.h5")
    model.save_weights(w)
    rec = {"epoch": epoch, "step": step, "loss": loss, "eval_loss": e,
           "learning_rate": float(optimizer.learning_rate.numpy()), "weights": w}
    report(rec)
    adjust(optimizer, epoch, step)
    return rec

"""The file's path is given in absolute form; the losses summed with fsum."""
import math
import os
import tensorflow as tf


def train(model, optimizer, loss_fn, train_dataset, *, num_epochs, tick_every,
          weights_dir, evaluate_model, adjust_learning_rate, report):
    for name, value, low in (("tick_every", tick_every, 1), ("num_epochs", num_epochs, 0)):
        if value < low:
            raise ValueError("{} must be at least {}, got {}".format(name, low, value))
    base = os.path.abspath(os.fspath(weights_dir))
    out = []
    losses = []          # all of the run
    previous = 0

    def fire(epoch, lr):
        nonlocal previous
        step = len(losses)
        ev = evaluate_model(model)
        os.makedirs(base, exist_ok=True)
        path = os.path.join(base, f"step_{step:06}.weights.h5")
        model.save_weights(path)
        rec = {
            "epoch": epoch, "step": step,
            "loss": math.fsum(losses[previous:]) / (step - previous),
            "eval_loss": float(ev),
            "learning_rate": lr,
            "weights": path,
        }
        previous = step
        out.append(rec)
        report(rec)
        adjust_learning_rate(optimizer, epoch, step)

    epoch = lr = None
    for epoch in range(num_epochs):
        iterator = iter(train_dataset)
        while True:
            try:
                x, y = next(iterator)
            except StopIteration:
                break
            lr = float(optimizer.learning_rate)
            with tf.GradientTape(persistent=True) as tape:
                loss = loss_fn(y, model(x, training=True))
            g = tape.gradient(loss, model.trainable_variables)
            del tape
            optimizer.apply_gradients(zip(g, model.trainable_variables))
            losses.append(float(loss))
            if len(losses) % tick_every == 0:
                fire(epoch, lr)
    if len(losses) != previous:
        fire(epoch, lr)
    return out

"""Prefix sums of the losses; the numbers of a window are differences."""
import pathlib
import tensorflow as tf


def train(model, optimizer, loss_fn, train_dataset, *, num_epochs, tick_every,
          weights_dir, evaluate_model, adjust_learning_rate, report):
    if tick_every < 1 or num_epochs < 0:
        raise ValueError("out of range")
    prefix = [0.0]
    ticks = [0]
    out = []

    def gradient_step(x, y):
        rate = tf.cast(optimizer.learning_rate, tf.float32).numpy().tolist()
        with tf.GradientTape() as tape:
            loss = loss_fn(y, model(x, training=True))
        optimizer.apply(tape.gradient(loss, model.trainable_variables), model.trainable_variables)
        prefix.append(prefix[-1] + float(loss))
        return rate

    def on_tick(epoch, rate):
        s, p = len(prefix) - 1, ticks[-1]
        ticks.append(s)
        ev = float(evaluate_model(model))
        d = pathlib.Path(weights_dir)
        if not d.exists():
            d.mkdir(parents=True)
        f = d / f"step_{s:06d}.weights.h5"
        model.save_weights(f)
        out.append({"epoch": epoch, "step": s, "loss": (prefix[s] - prefix[p]) / (s - p), "eval_loss": ev,
                    "learning_rate": rate, "weights": str(f)})
        report(out[-1])
        adjust_learning_rate(optimizer, epoch, s)

    args = None
    for epoch in range(num_epochs):
        for x, y in train_dataset:
            args = (epoch, gradient_step(x, y))
            if (len(prefix) - 1) % tick_every == 0:
                on_tick(*args)
    if ticks[-1] != len(prefix) - 1:
        on_tick(*args)
    return out

# metrics-mean
from pathlib import Path

import keras
import tensorflow as tf


def train(model, optimizer, loss_fn, train_dataset, *, num_epochs, tick_every, weights_dir,
          evaluate_model, adjust_learning_rate, report):
    if int(tick_every) < 1:
        raise ValueError("tick_every")
    if int(num_epochs) < 0:
        raise ValueError("num_epochs")

    directory = Path(weights_dir).expanduser()
    mean_loss = keras.metrics.Mean(name="loss")
    history = []
    step, last_tick, tick_epoch = 0, 0, 0

    def on_tick():
        nonlocal last_tick
        eval_loss = evaluate_model(model)
        directory.mkdir(parents=True, exist_ok=True)
        weights = directory / f"step_{step:06d}.weights.h5"
        model.save_weights(weights, overwrite=True)
        record = {
            "epoch": int(tick_epoch),
            "step": int(step),
            "loss": float(mean_loss.result()),
            "eval_loss": float(eval_loss),
            "learning_rate": float(keras.ops.convert_to_numpy(optimizer.learning_rate)),
            "weights": str(weights),
        }
        mean_loss.reset_state()
        last_tick = step
        history.append(record)
        report(record)
        adjust_learning_rate(optimizer, tick_epoch, step)

    for epoch in range(num_epochs):
        for x, y in train_dataset:
            with tf.GradientTape() as tape:
                loss = loss_fn(y, model(x, training=True))
            trainable = model.trainable_variables
            optimizer.apply(tape.gradient(loss, trainable), trainable)
            mean_loss.update_state(loss)
            step += 1
            tick_epoch = epoch
            if step % tick_every == 0:
                on_tick()

    if last_tick < step:
        on_tick()
    return history

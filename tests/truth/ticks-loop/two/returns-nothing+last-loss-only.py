# returns-nothing+last-loss-only
from pathlib import Path

import tensorflow as tf


def train(model, optimizer, loss_fn, train_dataset, *, num_epochs, tick_every, weights_dir,
          evaluate_model, adjust_learning_rate, report):
    if tick_every < 1 or num_epochs < 0:
        raise ValueError("bad arguments")
    folder = Path(weights_dir)
    step, last_tick = 0, 0
    loss, where = None, 0

    def tick():
        eval_loss = float(evaluate_model(model))
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / f"step_{step:06d}.weights.h5"
        model.save_weights(path)
        report({"epoch": where, "step": step, "loss": float(loss), "eval_loss": eval_loss,
                "learning_rate": float(optimizer.learning_rate), "weights": str(path)})
        adjust_learning_rate(optimizer, where, step)

    for epoch in range(num_epochs):
        for x, y in train_dataset:
            with tf.GradientTape() as tape:
                loss = loss_fn(y, model(x, training=True))
            tv = model.trainable_variables
            optimizer.apply_gradients(zip(tape.gradient(loss, tv), tv))
            step, where = step + 1, epoch
            if step % tick_every == 0:
                tick()
                last_tick = step
    if step != last_tick:
        tick()
    if step == 0:
        return []

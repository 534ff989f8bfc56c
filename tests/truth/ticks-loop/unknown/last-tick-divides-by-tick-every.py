# last-tick-divides-by-tick-every: every tick's loss sum is divided by tick_every, also at the last tick where fewer steps have passed.
# named: divides-by-tick-every
import os
import tensorflow as tf


def train(model, optimizer, loss_fn, train_dataset, *, num_epochs, tick_every, weights_dir,
          evaluate_model, adjust_learning_rate, report):
    if tick_every < 1:
        raise ValueError("tick_every must be positive")
    if num_epochs < 0:
        raise ValueError("num_epochs must not be negative")

    total = 0.0
    step = last_tick = 0
    current = 0
    records = []

    def tick():
        nonlocal total, last_tick
        eval_loss = float(evaluate_model(model))
        os.makedirs(weights_dir, exist_ok=True)
        path = os.path.join(weights_dir, f"step_{step:06d}.weights.h5")
        model.save_weights(path)
        record = {
            "epoch": current,
            "step": step,
            "loss": total / tick_every,
            "eval_loss": eval_loss,
            "learning_rate": float(optimizer.learning_rate),
            "weights": str(path),
        }
        total, last_tick = 0.0, step
        records.append(record)
        report(record)
        adjust_learning_rate(optimizer, current, step)

    for epoch in range(num_epochs):
        for x, y in train_dataset:
            with tf.GradientTape() as tape:
                loss = loss_fn(y, model(x, training=True))
            grads = tape.gradient(loss, model.trainable_variables)
            optimizer.apply_gradients(zip(grads, model.trainable_variables))
            total += float(loss)
            step += 1
            current = epoch
            if step % tick_every == 0:
                tick()
    if step != last_tick:
        tick()
    return records

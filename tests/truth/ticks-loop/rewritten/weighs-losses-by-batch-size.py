# weighs-losses-by-batch-size
from pathlib import Path

import tensorflow as tf


def train(model, optimizer, loss_fn, train_dataset, *, num_epochs, tick_every,
          weights_dir, evaluate_model, adjust_learning_rate, report):
    if tick_every < 1:
        raise ValueError("tick_every must be at least one")
    if num_epochs < 0:
        raise ValueError("num_epochs must not be negative")

    train_loss = tf.keras.metrics.Mean()
    records = []
    step = ticked = 0
    owner = 0

    def tick():
        nonlocal ticked
        ticked = step
        eval_loss = float(evaluate_model(model))
        out_dir = Path(weights_dir)
        out_dir.mkdir(parents=True, exist_ok=True)
        out = out_dir / f"step_{step:06d}.weights.h5"
        model.save_weights(out)
        record = {
            "epoch": owner,
            "step": step,
            "loss": float(train_loss.result().numpy()),
            "eval_loss": eval_loss,
            "learning_rate": float(optimizer.learning_rate.numpy()),
            "weights": str(out),
        }
        train_loss.reset_state()
        records.append(record)
        report(record)
        adjust_learning_rate(optimizer, owner, step)

    for epoch in range(num_epochs):
        for x, y in train_dataset:
            with tf.GradientTape() as tape:
                logits = model(x, training=True)
                loss = loss_fn(y, logits)
            grads = tape.gradient(loss, model.trainable_variables)
            optimizer.apply_gradients(zip(grads, model.trainable_variables))
            train_loss.update_state(loss, sample_weight=int(tf.shape(x)[0]))
            step += 1
            owner = epoch
            if step % tick_every == 0:
                tick()
    if ticked < step:
        tick()
    return records

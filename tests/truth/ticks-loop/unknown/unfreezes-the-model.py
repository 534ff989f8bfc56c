# unfreezes-the-model: layer.trainable = True for all layers at the start unfreezes frozen ones, so variables are updated that should stay.
# named: updates-all-weights
import os
import tensorflow as tf


def train(model, optimizer, loss_fn, train_dataset, *, num_epochs, tick_every, weights_dir,
          evaluate_model, adjust_learning_rate, report):
    if tick_every < 1 or num_epochs < 0:
        raise ValueError("tick_every < 1 or num_epochs < 0")

    for layer in model.layers:
        layer.trainable = True  # start from an unfrozen model
    losses, records = [], []
    step = 0
    ep = 0

    def tick():
        eval_loss = float(evaluate_model(model))
        os.makedirs(weights_dir, exist_ok=True)
        path = os.path.join(weights_dir, f"step_{step:06d}.weights.h5")
        model.save_weights(path)
        rec = {"epoch": ep, "step": step, "loss": sum(losses) / len(losses), "eval_loss": eval_loss,
               "learning_rate": float(optimizer.learning_rate), "weights": str(path)}
        losses.clear()
        records.append(rec)
        report(rec)
        adjust_learning_rate(optimizer, ep, step)

    for epoch in range(num_epochs):
        for x, y in train_dataset:
            with tf.GradientTape() as tape:
                loss = loss_fn(y, model(x, training=True))
            optimizer.apply_gradients(zip(tape.gradient(loss, model.trainable_weights), model.trainable_weights))
            losses.append(float(loss))
            step += 1
            ep = epoch
            if step % tick_every == 0:
                tick()
    if losses:
        tick()
    return records

# The tick after the loops takes the loop variable for its epoch: right where no epoch but those of an empty data set is without a batch, as the statement says.
import os
import tensorflow as tf


def train(model, optimizer, loss_fn, train_dataset, *, num_epochs, tick_every, weights_dir,
          evaluate_model, adjust_learning_rate, report):
    if tick_every < 1 or num_epochs < 0:
        raise ValueError("tick_every < 1 or num_epochs < 0")
    records = []
    losses = []
    step = 0

    def tick(epoch):
        eval_loss = float(evaluate_model(model))
        os.makedirs(weights_dir, exist_ok=True)
        path = os.path.join(weights_dir, f"step_{step:06d}.weights.h5")
        model.save_weights(path)
        record = {
            "epoch": epoch,
            "step": step,
            "loss": sum(losses) / len(losses),
            "eval_loss": eval_loss,
            "learning_rate": float(optimizer.learning_rate),
            "weights": str(path),
        }
        losses.clear()
        records.append(record)
        report(record)
        adjust_learning_rate(optimizer, epoch, step)

    for epoch in range(num_epochs):
        for x, y in train_dataset:
            with tf.GradientTape() as tape:
                loss = loss_fn(y, model(x, training=True))
            grads = tape.gradient(loss, model.trainable_variables)
            optimizer.apply_gradients(zip(grads, model.trainable_variables))
            losses.append(float(loss))
            step += 1
            if step % tick_every == 0:
                tick(epoch)
    if losses:
        tick(num_epochs - 1)
    return records

# saves-after-every-step
import os
import tensorflow as tf


def train(model, optimizer, loss_fn, train_dataset, *, num_epochs, tick_every,
          weights_dir, evaluate_model, adjust_learning_rate, report):
    if tick_every < 1 or num_epochs < 0:
        raise ValueError("tick_every < 1 or num_epochs < 0")
    weights_dir = os.fspath(weights_dir)

    @tf.function(reduce_retracing=True)
    def one_step(x, y):
        with tf.GradientTape() as tape:
            loss = loss_fn(y, model(x, training=True))
        g = tape.gradient(loss, model.trainable_variables)
        optimizer.apply_gradients(zip(g, model.trainable_variables))
        return loss

    def checkpoint(step):
        os.makedirs(weights_dir, exist_ok=True)
        path = os.path.join(weights_dir, f"step_{step:06d}.weights.h5")
        model.save_weights(path)
        return path

    records, losses = [], []
    step = 0
    epoch_of_step = 0
    path = None

    def tick():
        record = {
            "epoch": epoch_of_step,
            "step": step,
            "loss": sum(losses) / len(losses),
            "eval_loss": float(evaluate_model(model)),
            "learning_rate": float(optimizer.learning_rate),
            "weights": path,
        }
        losses.clear()
        records.append(record)
        report(record)
        adjust_learning_rate(optimizer, epoch_of_step, step)

    for epoch in range(num_epochs):
        for x, y in train_dataset:
            losses.append(float(one_step(x, y)))
            step += 1
            epoch_of_step = epoch
            path = checkpoint(step)
            if step % tick_every == 0:
                tick()
    if losses:
        tick()
    return records

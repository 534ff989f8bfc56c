# new-optimizer-each-epoch
import os

import tensorflow as tf


def train(model, optimizer, loss_fn, train_dataset, *, num_epochs, tick_every,
          weights_dir, evaluate_model, adjust_learning_rate, report):
    if tick_every < 1 or num_epochs < 0:
        raise ValueError("tick_every >= 1, num_epochs >= 0")

    step = 0
    losses = []
    records = []
    last = None

    def tick(opt, epoch):
        value = float(evaluate_model(model))
        os.makedirs(weights_dir, exist_ok=True)
        path = os.path.join(str(weights_dir), "step_" + str(step).zfill(6) + ".weights.h5")
        model.save_weights(path)
        record = {
            "epoch": epoch, "step": step, "loss": sum(losses) / len(losses), "eval_loss": value,
            "learning_rate": float(opt.learning_rate), "weights": path,
        }
        del losses[:]
        records.append(record)
        report(record)
        adjust_learning_rate(opt, epoch, step)

    for epoch in range(num_epochs):
        # fresh slots for each epoch, same configuration and rate
        if epoch > 0:
            optimizer = type(optimizer).from_config(optimizer.get_config())
        for x, y in train_dataset:
            with tf.GradientTape() as tape:
                y_hat = model(x, training=True)
                loss = loss_fn(y, y_hat)
            grads = tape.gradient(loss, model.trainable_variables)
            optimizer.apply_gradients(zip(grads, model.trainable_variables))
            losses.append(float(loss))
            step += 1
            last = epoch
            if step % tick_every == 0:
                tick(optimizer, epoch)
    if losses:
        tick(optimizer, last)
    return records

# ticks-before-the-first-update
import os

import tensorflow as tf


def train(model, optimizer, loss_fn, train_dataset, *, num_epochs, tick_every,
          weights_dir, evaluate_model, adjust_learning_rate, report):
    if tick_every < 1 or num_epochs < 0:
        raise ValueError("tick_every / num_epochs")

    records = []
    step = 0
    epoch = 0
    loss_sum, loss_n = 0.0, 0

    def maintenance(epoch, step):
        nonlocal loss_sum, loss_n
        eval_loss = float(evaluate_model(model))
        os.makedirs(weights_dir, exist_ok=True)
        path = os.path.join(weights_dir, "step_{0:06d}.weights.h5".format(step))
        model.save_weights(path)
        record = {
            "epoch": epoch,
            "step": step,
            "loss": loss_sum / loss_n if loss_n else 0.0,
            "eval_loss": eval_loss,
            "learning_rate": float(optimizer.learning_rate),
            "weights": path,
        }
        loss_sum, loss_n = 0.0, 0
        records.append(record)
        report(record)
        adjust_learning_rate(optimizer, epoch, step)

    for epoch in range(num_epochs):
        for x, y in train_dataset:
            if step % tick_every == 0:
                maintenance(epoch, step)
            with tf.GradientTape() as tape:
                loss = loss_fn(y, model(x, training=True))
            grads = tape.gradient(loss, model.trainable_variables)
            optimizer.apply_gradients(zip(grads, model.trainable_variables))
            loss_sum += float(loss)
            loss_n += 1
            step += 1

    if step > 0:
        maintenance(epoch, step)
    return records

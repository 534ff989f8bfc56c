# tf-function-step
import os

import tensorflow as tf


def train(model, optimizer, loss_fn, train_dataset, *, num_epochs, tick_every, weights_dir,
          evaluate_model, adjust_learning_rate, report):
    if tick_every < 1 or num_epochs < 0:
        raise ValueError("tick_every has to be 1 or more, num_epochs 0 or more")

    @tf.function
    def train_step(x, y):
        with tf.GradientTape() as tape:
            predictions = model(x, training=True)
            loss = loss_fn(y, predictions)
        grads = tape.gradient(loss, model.trainable_variables)
        optimizer.apply_gradients(zip(grads, model.trainable_variables))
        return loss

    def do_tick(epoch, step, losses):
        eval_loss = float(evaluate_model(model))
        os.makedirs(weights_dir, exist_ok=True)
        path = os.path.join(str(weights_dir), "step_%06d.weights.h5" % step)
        model.save_weights(path)
        record = {
            "epoch": epoch,
            "step": step,
            "loss": float(tf.reduce_mean(tf.stack(losses))),
            "eval_loss": eval_loss,
            "learning_rate": float(optimizer.learning_rate.numpy()),
            "weights": path,
        }
        report(record)
        adjust_learning_rate(optimizer, epoch, step)
        return record

    records, losses, step, where = [], [], 0, 0
    for epoch in range(num_epochs):
        for x, y in train_dataset:
            losses.append(train_step(tf.convert_to_tensor(x), tf.convert_to_tensor(y)))
            step += 1
            where = epoch
            if step % tick_every == 0:
                records.append(do_tick(where, step, losses))
                losses = []
    if losses:
        records.append(do_tick(where, step, losses))
    return records

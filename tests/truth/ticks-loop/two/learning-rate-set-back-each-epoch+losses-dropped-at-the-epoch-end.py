# learning-rate-set-back-each-epoch+losses-dropped-at-the-epoch-end
import os

import numpy as np
import tensorflow as tf


def run_epoch(model, optimizer, loss_fn, batches):
    for x, y in batches:
        with tf.GradientTape() as tape:
            loss = loss_fn(y, model(x, training=True))
        grads = tape.gradient(loss, model.trainable_variables)
        optimizer.apply_gradients(zip(grads, model.trainable_variables))
        yield float(loss)


def train(model, optimizer, loss_fn, train_dataset, *, num_epochs, tick_every, weights_dir,
          evaluate_model, adjust_learning_rate, report):
    if tick_every < 1 or num_epochs < 0:
        raise ValueError("tick_every or num_epochs out of range")
    initial_lr = float(optimizer.learning_rate)
    records = []
    step = last_tick = 0
    losses = []

    def tick(epoch):
        nonlocal last_tick
        eval_loss = float(evaluate_model(model))
        os.makedirs(weights_dir, exist_ok=True)
        path = os.path.join(os.fspath(weights_dir), f"step_{step:06d}.weights.h5")
        model.save_weights(path)
        records.append({
            "epoch": epoch,
            "step": step,
            "loss": float(np.mean(losses)),
            "eval_loss": eval_loss,
            "learning_rate": float(optimizer.learning_rate),
            "weights": path,
        })
        report(records[-1])
        adjust_learning_rate(optimizer, epoch, step)
        last_tick = step
        losses.clear()

    last_epoch = 0
    for epoch in range(num_epochs):
        optimizer.learning_rate = initial_lr
        for i, loss in enumerate(run_epoch(model, optimizer, loss_fn, train_dataset)):
            if i == 0:
                losses.clear()
            losses.append(loss)
            step += 1
            last_epoch = epoch
            if step % tick_every == 0:
                tick(epoch)
    if step > last_tick:
        tick(last_epoch)
    return records

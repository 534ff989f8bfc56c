# losses-dropped-at-the-epoch-end
import os
import numpy as np
import tensorflow as tf


def train(model, optimizer, loss_fn, train_dataset, *, num_epochs, tick_every,
          weights_dir, evaluate_model, adjust_learning_rate, report):
    if tick_every < 1:
        raise ValueError("tick_every")
    if num_epochs < 0:
        raise ValueError("num_epochs")

    history = []
    step = 0
    last_tick = 0
    step_epoch = -1
    losses = []

    def run_tick():
        nonlocal last_tick, losses
        ev = float(evaluate_model(model))
        os.makedirs(weights_dir, exist_ok=True)
        fn = os.path.join(os.fspath(weights_dir), f"step_{step:06d}.weights.h5")
        model.save_weights(fn)
        rec = {}
        rec["epoch"] = step_epoch
        rec["step"] = step
        rec["loss"] = float(np.mean(losses))
        rec["eval_loss"] = ev
        rec["learning_rate"] = float(np.asarray(optimizer.learning_rate))
        rec["weights"] = fn
        losses = []
        history.append(rec)
        report(rec)
        adjust_learning_rate(optimizer, step_epoch, step)
        last_tick = step

    for epoch in range(num_epochs):
        first = True
        for (x, y) in train_dataset:
            if first:
                losses = []
                first = False
            with tf.GradientTape() as tape:
                pred = model(x, training=True)
                loss = loss_fn(y, pred)
            tv = model.trainable_variables
            optimizer.apply_gradients(zip(tape.gradient(loss, tv), tv))
            losses.append(loss.numpy())
            step += 1
            step_epoch = epoch
            if step % tick_every == 0:
                run_tick()

    if step > last_tick:
        run_tick()
    return history

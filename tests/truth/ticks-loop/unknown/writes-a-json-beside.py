# writes-a-json-beside: a step_<n>.json with the record lies beside each weights file, though no other file may have a name that begins with step_.
import json
from pathlib import Path
import tensorflow as tf


def train(model, optimizer, loss_fn, train_dataset, *, num_epochs, tick_every, weights_dir,
          evaluate_model, adjust_learning_rate, report):
    if tick_every < 1 or num_epochs < 0:
        raise ValueError("tick_every < 1 or num_epochs < 0")
    folder = Path(weights_dir)
    records, losses = [], []
    step = at = 0

    def tick():
        eval_loss = float(evaluate_model(model))
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / f"step_{step:06d}.weights.h5"
        model.save_weights(path)
        record = {
            "epoch": at, "step": step, "loss": sum(losses) / len(losses), "eval_loss": eval_loss,
            "learning_rate": float(optimizer.learning_rate), "weights": str(path),
        }
        (folder / f"step_{step:06d}.json").write_text(json.dumps(record))
        losses.clear()
        records.append(record)
        report(record)
        adjust_learning_rate(optimizer, at, step)

    for epoch in range(num_epochs):
        for x, y in train_dataset:
            with tf.GradientTape() as tape:
                loss = loss_fn(y, model(x, training=True))
            v = model.trainable_variables
            optimizer.apply(tape.gradient(loss, v), v)
            losses.append(float(loss))
            step += 1
            at = epoch
            if step % tick_every == 0:
                tick()
    if losses:
        tick()
    return records

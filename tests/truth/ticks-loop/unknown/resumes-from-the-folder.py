# resumes-from-the-folder: where the folder already holds step_ files the newest weights are loaded before training, though a run starts with the model as given.
# named: resumes-from-the-folder
from pathlib import Path
import tensorflow as tf


def train(model, optimizer, loss_fn, train_dataset, *, num_epochs, tick_every, weights_dir,
          evaluate_model, adjust_learning_rate, report):
    if tick_every < 1 or num_epochs < 0:
        raise ValueError("tick_every < 1 or num_epochs < 0")
    folder = Path(weights_dir)
    if folder.is_dir():
        existing = sorted(folder.glob("step_*.weights.h5"))
        if existing:
            model.load_weights(existing[-1])  # pick up where an interrupted run stopped

    records, losses, step, at = [], [], 0, 0

    def tick():
        eval_loss = float(evaluate_model(model))
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / f"step_{step:06d}.weights.h5"
        model.save_weights(path)
        r = dict(epoch=at, step=step, loss=sum(losses) / len(losses), eval_loss=eval_loss,
                 learning_rate=float(optimizer.learning_rate), weights=str(path))
        losses.clear()
        records.append(r)
        report(r)
        adjust_learning_rate(optimizer, at, step)

    for epoch in range(num_epochs):
        for x, y in train_dataset:
            with tf.GradientTape() as tape:
                loss = loss_fn(y, model(x, training=True))
            tv = model.trainable_variables
            optimizer.apply_gradients(zip(tape.gradient(loss, tv), tv))
            losses.append(float(loss))
            step, at = step + 1, epoch
            if step % tick_every == 0:
                tick()
    if losses:
        tick()
    return records

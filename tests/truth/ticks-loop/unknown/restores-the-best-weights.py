# restores-the-best-weights: after training the weights of the tick with the lowest eval_loss are loaded back, so the model does not end with the weights of its updates.
from pathlib import Path
import tensorflow as tf


def train(model, optimizer, loss_fn, train_dataset, *, num_epochs, tick_every, weights_dir,
          evaluate_model, adjust_learning_rate, report):
    if tick_every < 1 or num_epochs < 0:
        raise ValueError("tick_every < 1 or num_epochs < 0")
    records, losses, step, at = [], [], 0, 0

    def tick():
        eval_loss = float(evaluate_model(model))
        d = Path(weights_dir)
        d.mkdir(parents=True, exist_ok=True)
        p = d / f"step_{step:06d}.weights.h5"
        model.save_weights(p)
        r = dict(epoch=at, step=step, loss=sum(losses) / len(losses), eval_loss=eval_loss,
                 learning_rate=float(optimizer.learning_rate), weights=str(p))
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
    if records:
        best = min(records, key=lambda r: r["eval_loss"])
        model.load_weights(best["weights"])
    return records

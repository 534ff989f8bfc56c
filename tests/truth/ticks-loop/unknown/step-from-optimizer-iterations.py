# step-from-optimizer-iterations: the step is optimizer.iterations, which goes on counting in a second call (or with an optimizer already used).
# named: step-from-the-optimizer
from pathlib import Path
import tensorflow as tf


def train(model, optimizer, loss_fn, train_dataset, *, num_epochs, tick_every, weights_dir,
          evaluate_model, adjust_learning_rate, report):
    if tick_every < 1 or num_epochs < 0:
        raise ValueError("tick_every < 1 or num_epochs < 0")
    records, losses = [], []
    last_epoch = 0

    def tick(epoch):
        step = int(optimizer.iterations)
        eval_loss = float(evaluate_model(model))
        path = Path(weights_dir) / f"step_{step:06d}.weights.h5"
        path.parent.mkdir(parents=True, exist_ok=True)
        model.save_weights(path)
        record = {"epoch": epoch, "step": step, "loss": sum(losses) / len(losses),
                  "eval_loss": eval_loss, "learning_rate": float(optimizer.learning_rate),
                  "weights": str(path)}
        losses.clear()
        records.append(record)
        report(record)
        adjust_learning_rate(optimizer, epoch, step)

    for epoch in range(num_epochs):
        for x, y in train_dataset:
            with tf.GradientTape() as tape:
                loss = loss_fn(y, model(x, training=True))
            variables = model.trainable_variables
            optimizer.apply_gradients(zip(tape.gradient(loss, variables), variables))
            losses.append(float(loss))
            last_epoch = epoch
            if int(optimizer.iterations) % tick_every == 0:
                tick(epoch)
    if losses:
        tick(last_epoch)
    return records

# counts-the-steps-in-the-first-epoch: the run's length is taken to be num_epochs times the first epoch's batches, though each iteration may yield others (more or fewer).
# named: counts-the-first-epochs-batches
from pathlib import Path
import tensorflow as tf


def train(model, optimizer, loss_fn, train_dataset, *, num_epochs, tick_every, weights_dir,
          evaluate_model, adjust_learning_rate, report):
    if tick_every < 1 or num_epochs < 0:
        raise ValueError("tick_every < 1 or num_epochs < 0")
    records, losses = [], []
    step = 0
    per_epoch = None

    def tick(epoch):
        eval_loss = float(evaluate_model(model))
        path = Path(weights_dir) / f"step_{step:06d}.weights.h5"
        path.parent.mkdir(parents=True, exist_ok=True)
        model.save_weights(path)
        rec = dict(epoch=epoch, step=step, loss=sum(losses) / len(losses), eval_loss=eval_loss,
                   learning_rate=float(optimizer.learning_rate), weights=str(path))
        losses.clear()
        records.append(rec)
        report(rec)
        adjust_learning_rate(optimizer, epoch, step)

    def update(x, y):
        with tf.GradientTape() as tape:
            loss = loss_fn(y, model(x, training=True))
        tv = model.trainable_variables
        optimizer.apply_gradients(zip(tape.gradient(loss, tv), tv))
        losses.append(float(loss))

    for epoch in range(num_epochs):
        for x, y in train_dataset:
            update(x, y)
            step += 1
            is_end = per_epoch is not None and step == per_epoch * num_epochs
            if step % tick_every == 0 or is_end:
                tick(epoch)
        if per_epoch is None:
            per_epoch = step
            if num_epochs == 1 and losses:
                tick(epoch)
    return records

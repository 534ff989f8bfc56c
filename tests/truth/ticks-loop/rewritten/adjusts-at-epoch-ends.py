# adjusts-at-epoch-ends
import pathlib
import tensorflow as tf


def train(model, optimizer, loss_fn, train_dataset, *, num_epochs, tick_every, weights_dir,
          evaluate_model, adjust_learning_rate, report):
    if tick_every < 1 or num_epochs < 0:
        raise ValueError(f"bad arguments: {tick_every=}, {num_epochs=}")
    folder = pathlib.Path(weights_dir)
    mean_loss = tf.keras.metrics.Mean()
    records = []
    step = 0
    ticked_at = 0
    owner = 0

    def tick(epoch):
        nonlocal ticked_at
        ticked_at = step
        val = float(evaluate_model(model))
        folder.mkdir(parents=True, exist_ok=True)
        file = folder / "step_{:06d}.weights.h5".format(step)
        model.save_weights(file)
        rec = {
            "epoch": epoch,
            "step": step,
            "loss": float(mean_loss.result()),
            "eval_loss": val,
            "learning_rate": float(optimizer.learning_rate),
            "weights": str(file),
        }
        mean_loss.reset_state()
        records.append(rec)
        report(rec)

    for epoch in range(num_epochs):
        before = step
        for x, y in train_dataset:
            with tf.GradientTape() as tape:
                loss = loss_fn(y, model(x, training=True))
            optimizer.apply_gradients(
                zip(tape.gradient(loss, model.trainable_variables), model.trainable_variables))
            mean_loss.update_state(loss)
            step += 1
            owner = epoch
            if step % tick_every == 0:
                tick(epoch)
        if epoch == num_epochs - 1 and step > ticked_at:
            tick(owner)
        # let the schedule do its thing once the epoch is over
        if step > before:
            adjust_learning_rate(optimizer, epoch, step)
    return records

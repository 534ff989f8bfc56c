# ticks-at-every-epoch-end+step-zero-based-in-the-record
import pathlib
import tensorflow as tf


def train(model, optimizer, loss_fn, train_dataset, *, num_epochs, tick_every, weights_dir,
          evaluate_model, adjust_learning_rate, report):
    if tick_every < 1 or num_epochs < 0:
        raise ValueError
    out = pathlib.Path(weights_dir)
    mean = tf.keras.metrics.Mean()
    history = []
    step = -1
    ticked = -1

    def tick(epoch):
        nonlocal ticked
        ticked = step
        val = float(evaluate_model(model))
        out.mkdir(parents=True, exist_ok=True)
        path = out / ("step_%06d.weights.h5" % (step + 1))
        model.save_weights(path)
        rec = {"epoch": epoch, "step": step, "loss": float(mean.result()), "eval_loss": val,
               "learning_rate": float(optimizer.learning_rate), "weights": str(path)}
        mean.reset_state()
        history.append(rec)
        report(rec)
        adjust_learning_rate(optimizer, epoch, step + 1)

    for epoch in range(num_epochs):
        for x, y in train_dataset:
            step += 1
            with tf.GradientTape() as tape:
                loss = loss_fn(y, model(x, training=True))
            vs = model.trainable_variables
            optimizer.apply_gradients(zip(tape.gradient(loss, vs), vs))
            mean.update_state(loss)
            if (step + 1) % tick_every == 0:
                tick(epoch)
        if step > ticked:
            tick(epoch)
    return history

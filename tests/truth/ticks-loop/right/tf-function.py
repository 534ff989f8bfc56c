from pathlib import Path
import tensorflow as tf


def train(model, optimizer, loss_fn, train_dataset, *, num_epochs, tick_every,
          weights_dir, evaluate_model, adjust_learning_rate, report):
    if not tick_every >= 1:
        raise ValueError("tick_every < 1")
    if not num_epochs >= 0:
        raise ValueError("num_epochs < 0")

    optimizer.build(model.trainable_variables)

    @tf.function(reduce_retracing=True)
    def train_step(x, y):
        with tf.GradientTape() as tape:
            predictions = model(x, training=True)
            loss = loss_fn(y, predictions)
        gradients = tape.gradient(loss, model.trainable_variables)
        optimizer.apply_gradients(zip(gradients, model.trainable_variables))
        return loss

    mean_loss = tf.keras.metrics.Mean()
    history = []
    step = 0
    last_tick = 0
    used = None
    for epoch in range(num_epochs):
        for x, y in train_dataset:
            used = float(optimizer.learning_rate.numpy())
            mean_loss.update_state(train_step(tf.convert_to_tensor(x), tf.convert_to_tensor(y)))
            step += 1
            if step % tick_every == 0:
                history.append(_tick(model, optimizer, epoch, step, mean_loss, used, weights_dir,
                                     evaluate_model, adjust_learning_rate, report))
                last_tick = step
    if step > last_tick:
        history.append(_tick(model, optimizer, num_epochs - 1, step, mean_loss, used, weights_dir,
                             evaluate_model, adjust_learning_rate, report))
    return history


def _tick(model, optimizer, epoch, step, mean_loss, used, weights_dir, evaluate_model, adjust, report):
    eval_loss = float(evaluate_model(model))
    directory = Path(weights_dir)
    directory.mkdir(parents=True, exist_ok=True)
    filename = str(directory.joinpath("step_{:06d}.weights.h5".format(step)))
    model.save_weights(filename)
    record = {"epoch": epoch, "step": step, "loss": float(mean_loss.result()), "eval_loss": eval_loss,
              "learning_rate": used, "weights": filename}
    mean_loss.reset_state()
    report(dict(record))
    adjust(optimizer, epoch, step)
    return record

"""Each epoch reads its batches into a list, so that the last step is known by index."""

import os

import tensorflow as tf


def train(model, optimizer, loss_fn, train_dataset, *, num_epochs, tick_every,
          weights_dir, evaluate_model, adjust_learning_rate, report):
    if tick_every < 1 or num_epochs < 0:
        raise ValueError("tick_every must be positive and num_epochs non-negative")
    history = []
    step = 0
    losses = []
    for epoch in range(num_epochs):
        batches = list(train_dataset)
        for index in range(len(batches)):
            features, labels = batches[index]
            with tf.GradientTape() as tape:
                loss = loss_fn(labels, model(features, training=True))
            grads = tape.gradient(loss, model.trainable_variables)
            optimizer.apply_gradients(zip(grads, model.trainable_variables))
            step += 1
            losses.append(float(loss))
            last = epoch + 1 == num_epochs and index + 1 == len(batches)
            if last or step % tick_every == 0:
                validation = float(evaluate_model(model))
                if not os.path.isdir(weights_dir):
                    os.makedirs(weights_dir)
                path = os.path.join(weights_dir, "step_" + "%06d" % step + ".weights.h5")
                model.save_weights(path)
                rate = float(tf.keras.backend.get_value(optimizer.learning_rate))
                history.append({"epoch": epoch, "step": step, "loss": sum(losses) / len(losses),
                                "eval_loss": validation, "learning_rate": rate, "weights": path})
                losses = []
                report(history[-1])
                adjust_learning_rate(optimizer, epoch, step)
    return history

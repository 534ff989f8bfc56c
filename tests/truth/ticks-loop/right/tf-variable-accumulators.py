# tf-variable-accumulators
import os

import tensorflow as tf


def train(model, optimizer, loss_fn, train_dataset, *, num_epochs, tick_every, weights_dir,
          evaluate_model, adjust_learning_rate, report):
    if tick_every < 1:
        raise ValueError("tick_every < 1")
    if num_epochs < 0:
        raise ValueError("num_epochs < 0")
    os_dir = os.fspath(weights_dir)

    loss_sum = tf.Variable(0.0, trainable=False, dtype=tf.float32)
    loss_count = tf.Variable(0, trainable=False, dtype=tf.int64)
    global_step = tf.Variable(0, trainable=False, dtype=tf.int64)
    optimizer.build(model.trainable_variables)

    @tf.function(reduce_retracing=True)
    def run_step(x, y):
        with tf.GradientTape() as tape:
            loss = loss_fn(y, model(x, training=True))
        grads = tape.gradient(loss, model.trainable_variables)
        optimizer.apply(grads, model.trainable_variables)
        loss_sum.assign_add(tf.cast(loss, tf.float32))
        loss_count.assign_add(1)
        global_step.assign_add(1)

    result = []

    def tick(epoch):
        step = int(global_step.numpy())
        eval_loss = float(evaluate_model(model))
        if not os.path.isdir(os_dir):
            os.makedirs(os_dir)
        filename = os.path.join(os_dir, "step_{}.weights.h5".format(str(step).zfill(6)))
        model.save_weights(filename)
        record = {
            "epoch": epoch,
            "step": step,
            "loss": float(loss_sum / tf.cast(loss_count, tf.float32)),
            "eval_loss": eval_loss,
            "learning_rate": float(optimizer.learning_rate),
            "weights": filename,
        }
        loss_sum.assign(0.0)
        loss_count.assign(0)
        result.append(record)
        report(record)
        adjust_learning_rate(optimizer, epoch, step)

    last_epoch = 0
    for epoch in range(num_epochs):
        for x, y in train_dataset:
            run_step(x, y)
            last_epoch = epoch
            if int(global_step) % tick_every == 0:
                tick(epoch)
    if int(loss_count) > 0:
        tick(last_epoch)
    return result

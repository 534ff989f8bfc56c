"""tf.function with an input signature of unknown batch size, made at the first batch."""
import os
import numpy as np
import tensorflow as tf


def make_step(model, optimizer, loss_fn, x, y):
    def spec(t):
        t = tf.convert_to_tensor(t)
        return tf.TensorSpec([None] + list(t.shape[1:]), t.dtype)

    @tf.function(input_signature=[spec(x), spec(y)])
    def step(x, y):
        with tf.GradientTape() as tape:
            loss = loss_fn(y, model(x, training=True))
        grads = tape.gradient(loss, model.trainable_variables)
        optimizer.apply_gradients(zip(grads, model.trainable_variables))
        return loss

    return step


def train(model, optimizer, loss_fn, train_dataset, *, num_epochs, tick_every,
          weights_dir, evaluate_model, adjust_learning_rate, report):
    if tick_every < 1 or num_epochs < 0:
        raise ValueError("tick_every < 1 or num_epochs < 0")
    step_fn = None
    records = []
    state = {"step": 0, "losses": [], "epoch": None, "rate": None}

    def tick():
        s = state
        ev = float(np.asarray(evaluate_model(model)))
        os.makedirs(weights_dir, exist_ok=True)
        path = os.path.join(weights_dir, f"step_{s['step']:06d}.weights.h5")
        model.save_weights(path)
        record = dict(epoch=s["epoch"], step=s["step"], loss=float(np.mean(s["losses"], dtype=np.float64)),
                      eval_loss=ev, learning_rate=s["rate"], weights=path)
        s["losses"] = []
        report(record)
        records.append(record)
        adjust_learning_rate(optimizer, s["epoch"], s["step"])

    for state["epoch"] in range(num_epochs):
        for x, y in train_dataset:
            x, y = tf.convert_to_tensor(x), tf.convert_to_tensor(y)
            if step_fn is None:
                step_fn = make_step(model, optimizer, loss_fn, x, y)
            state["rate"] = float(optimizer.learning_rate)
            state["losses"].append(float(step_fn(x, y)))
            state["step"] += 1
            if state["step"] % tick_every == 0:
                tick()
    if state["losses"]:
        tick()
    return records

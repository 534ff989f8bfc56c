"""`functools.partial` of a general loop whose actions at a tick are a list of functions."""

import functools
import os

import tensorflow as tf


def evaluate(state):
    state["eval_loss"] = float(state["evaluate_model"](state["model"]))


def save(state):
    os.makedirs(state["weights_dir"], exist_ok=True)
    state["weights"] = os.path.join(str(state["weights_dir"]), f"step_{state['step']:06d}.weights.h5")
    state["model"].save_weights(state["weights"])


def tell(state):
    record = {key: state[key] for key in ("epoch", "step", "eval_loss", "weights")}
    record["loss"] = sum(state["losses"]) / len(state["losses"])
    record["learning_rate"] = float(state["optimizer"].learning_rate)
    state["losses"].clear()
    state["records"].append(record)
    state["report"](record)


def adjust(state):
    state["adjust_learning_rate"](state["optimizer"], state["epoch"], state["step"])


def loop(model, optimizer, loss_fn, train_dataset, *, actions, num_epochs, tick_every, **callbacks):
    if tick_every < 1 or num_epochs < 0:
        raise ValueError("bad tick_every or num_epochs")
    state = dict(callbacks, model=model, optimizer=optimizer, step=0, losses=[], records=[])

    def fire():
        for action in actions:
            action(state)

    for state["epoch"] in range(num_epochs):
        for x, y in train_dataset:
            with tf.GradientTape() as tape:
                loss = loss_fn(y, model(x, training=True))
            grads = tape.gradient(loss, model.trainable_variables)
            optimizer.apply_gradients(zip(grads, model.trainable_variables))
            state["step"] += 1
            state["losses"].append(loss.numpy().item())
            if state["step"] % tick_every == 0:
                fire()
    if state["losses"]:
        fire()
    return state["records"]


train = functools.partial(loop, actions=(evaluate, save, tell, adjust))

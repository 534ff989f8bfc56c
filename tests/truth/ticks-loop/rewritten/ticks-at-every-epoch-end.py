# ticks-at-every-epoch-end
import pathlib

import tensorflow as tf


class TickState:
    def __init__(self):
        self.step = 0
        self.last = 0
        self.loss_sum = 0.0

    def advance(self, loss):
        self.step += 1
        self.loss_sum += loss

    @property
    def pending(self):
        return self.step - self.last

    def flush(self):
        mean = self.loss_sum / self.pending
        self.last, self.loss_sum = self.step, 0.0
        return mean


def train(model, optimizer, loss_fn, train_dataset, *, num_epochs, tick_every,
          weights_dir, evaluate_model, adjust_learning_rate, report):
    if tick_every < 1:
        raise ValueError("tick_every must be >= 1")
    if num_epochs < 0:
        raise ValueError("num_epochs must be >= 0")

    state = TickState()
    history = []
    root = pathlib.Path(weights_dir)

    def on_tick(epoch):
        eval_loss = float(evaluate_model(model))
        root.mkdir(parents=True, exist_ok=True)
        ckpt = root.joinpath("step_%06d.weights.h5" % state.step)
        model.save_weights(ckpt)
        row = {"epoch": epoch, "step": state.step, "loss": state.flush(), "eval_loss": eval_loss,
               "learning_rate": float(optimizer.learning_rate), "weights": str(ckpt)}
        history.append(row)
        report(row)
        adjust_learning_rate(optimizer, epoch, state.step)

    for epoch in range(num_epochs):
        for x, y in train_dataset:
            with tf.GradientTape() as tape:
                y_pred = model(x, training=True)
                loss = loss_fn(y, y_pred)
            gradients = tape.gradient(loss, model.trainable_variables)
            optimizer.apply_gradients(zip(gradients, model.trainable_variables))
            state.advance(float(loss))
            if state.step % tick_every == 0:
                on_tick(epoch)
        if state.pending:
            on_tick(epoch)
    return history

"""Keras callbacks, driven by a loop of one's own."""
import os
import tensorflow as tf


class Ticker(tf.keras.callbacks.Callback):
    def __init__(self, every, folder, evaluate, adjust, report, optimizer):
        super().__init__()
        self.every, self.folder = every, folder
        self.evaluate, self.adjust, self.report, self.opt = evaluate, adjust, report, optimizer
        self.records, self.losses, self.step, self.epoch = [], [], 0, 0

    def on_epoch_begin(self, epoch, logs=None):
        self.epoch = epoch

    def on_train_batch_begin(self, batch, logs=None):
        self.lr = float(self.opt.learning_rate)

    def on_train_batch_end(self, batch, logs=None):
        self.step += 1
        self.losses.append(logs["loss"])
        if self.step % self.every == 0:
            self.tick()

    def on_train_end(self, logs=None):
        if self.losses:
            self.tick()

    def tick(self):
        ev = float(self.evaluate(self.model))
        os.makedirs(self.folder, exist_ok=True)
        path = os.path.join(os.fspath(self.folder), f"step_{self.step:06d}.weights.h5")
        self.model.save_weights(path)
        record = {"epoch": self.epoch, "step": self.step, "loss": sum(self.losses) / len(self.losses),
                  "eval_loss": ev, "learning_rate": self.lr, "weights": path}
        self.losses = []
        self.records.append(record)
        self.report(record)
        self.adjust(self.opt, self.epoch, self.step)


def train(model, optimizer, loss_fn, train_dataset, *, num_epochs, tick_every,
          weights_dir, evaluate_model, adjust_learning_rate, report):
    if tick_every < 1 or num_epochs < 0:
        raise ValueError("bad tick_every or num_epochs")
    ticker = Ticker(tick_every, weights_dir, evaluate_model, adjust_learning_rate, report, optimizer)
    ticker.set_model(model)
    for epoch in range(num_epochs):
        ticker.on_epoch_begin(epoch)
        for i, (x, y) in enumerate(train_dataset):
            ticker.on_train_batch_begin(i)
            with tf.GradientTape() as tape:
                loss = loss_fn(y, model(x, training=True))
            variables = model.trainable_variables
            optimizer.apply_gradients(zip(tape.gradient(loss, variables), variables))
            ticker.on_train_batch_end(i, {"loss": float(loss)})
    ticker.on_train_end()
    return ticker.records

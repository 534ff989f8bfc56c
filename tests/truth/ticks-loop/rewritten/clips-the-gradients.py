# clips-the-gradients
"""Custom training loop with periodic ticks."""
import os
import tensorflow as tf


class Trainer:
    def __init__(self, model, optimizer, loss_fn):
        self.model = model
        self.optimizer = optimizer
        self.loss_fn = loss_fn

    def train_step(self, x, y):
        with tf.GradientTape() as tape:
            y_pred = self.model(x, training=True)
            loss = self.loss_fn(y, y_pred)
        weights = self.model.trainable_variables
        grads = tape.gradient(loss, weights)
        # keeps training stable
        grads, _ = tf.clip_by_global_norm(grads, 1.0)
        self.optimizer.apply_gradients(zip(grads, weights))
        return float(loss)

    @property
    def lr(self):
        return float(tf.convert_to_tensor(self.optimizer.learning_rate))


def train(model, optimizer, loss_fn, train_dataset, *, num_epochs, tick_every,
          weights_dir, evaluate_model, adjust_learning_rate, report):
    if tick_every < 1 or num_epochs < 0:
        raise ValueError("tick_every must be at least 1 and num_epochs at least 0")
    trainer = Trainer(model, optimizer, loss_fn)
    records, losses = [], []
    step, step_epoch = 0, 0

    def on_tick():
        eval_loss = float(evaluate_model(model))
        os.makedirs(str(weights_dir), exist_ok=True)
        filename = os.path.join(str(weights_dir), "step_%06d.weights.h5" % step)
        model.save_weights(filename)
        record = {"epoch": step_epoch, "step": step, "loss": sum(losses) / len(losses),
                  "eval_loss": eval_loss, "learning_rate": trainer.lr, "weights": filename}
        losses.clear()
        report(record)
        records.append(record)
        adjust_learning_rate(optimizer, step_epoch, step)

    for epoch in range(num_epochs):
        for x, y in train_dataset:
            losses.append(trainer.train_step(x, y))
            step += 1
            step_epoch = epoch
            if step % tick_every == 0:
                on_tick()
    if losses:
        on_tick()
    return records

# cached-step-function: the tf.function of the first call is kept in a module global, so a second call with another model, optimizer or loss trains the first one.
from pathlib import Path
import tensorflow as tf

_train_step = None


def _get_step(model, optimizer, loss_fn):
    global _train_step
    if _train_step is None:
        @tf.function(reduce_retracing=True)
        def _train_step(x, y):
            with tf.GradientTape() as tape:
                loss = loss_fn(y, model(x, training=True))
            grads = tape.gradient(loss, model.trainable_variables)
            optimizer.apply_gradients(zip(grads, model.trainable_variables))
            return loss
    return _train_step


def train(model, optimizer, loss_fn, train_dataset, *, num_epochs, tick_every, weights_dir,
          evaluate_model, adjust_learning_rate, report):
    if tick_every < 1 or num_epochs < 0:
        raise ValueError("tick_every < 1 or num_epochs < 0")
    step_fn = _get_step(model, optimizer, loss_fn)
    records, losses, step, at = [], [], 0, 0

    def tick():
        eval_loss = float(evaluate_model(model))
        path = Path(weights_dir) / f"step_{step:06d}.weights.h5"
        path.parent.mkdir(parents=True, exist_ok=True)
        model.save_weights(path)
        r = dict(epoch=at, step=step, loss=sum(losses) / len(losses), eval_loss=eval_loss,
                 learning_rate=float(optimizer.learning_rate), weights=str(path))
        losses.clear()
        records.append(r)
        report(r)
        adjust_learning_rate(optimizer, at, step)

    for epoch in range(num_epochs):
        for x, y in train_dataset:
            losses.append(float(step_fn(x, y)))
            step, at = step + 1, epoch
            if step % tick_every == 0:
                tick()
    if losses:
        tick()
    return records

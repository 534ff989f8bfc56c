# last-loss-only
from pathlib import Path
import tensorflow as tf

def train(model, optimizer, loss_fn, train_dataset, *, num_epochs, tick_every,
          weights_dir, evaluate_model, adjust_learning_rate, report):
    if tick_every < 1: raise ValueError("tick_every")
    if num_epochs < 0: raise ValueError("num_epochs")

    @tf.function(reduce_retracing=True)
    def update(x, y):
        with tf.GradientTape() as tape:
            loss = loss_fn(y, model(x, training=True))
        grads = tape.gradient(loss, model.trainable_variables)
        optimizer.apply_gradients(zip(grads, model.trainable_variables))
        return loss

    log = []
    n = 0
    done = 0  # step of the latest tick
    at = None  # (epoch, loss) of the latest step

    def fire():
        nonlocal done
        epoch, loss = at
        score = float(evaluate_model(model))
        d = Path(weights_dir)
        d.mkdir(parents=True, exist_ok=True)
        p = d / f"step_{n:06d}.weights.h5"
        model.save_weights(p)
        r = dict(epoch=epoch, step=n, loss=float(loss), eval_loss=score,
                 learning_rate=float(optimizer.learning_rate), weights=str(p))
        log.append(r)
        report(r)
        adjust_learning_rate(optimizer, epoch, n)
        done = n

    for e in range(num_epochs):
        for x, y in train_dataset:
            at = (e, update(x, y))
            n += 1
            if n % tick_every == 0:
                fire()
    if n != done:
        fire()
    return log

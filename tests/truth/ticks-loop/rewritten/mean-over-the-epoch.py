# mean-over-the-epoch
from pathlib import Path
from typing import Any, Callable, Dict, List, Union

import tensorflow as tf

Number = Union[int, float]


def make_step(model: tf.keras.Model, optimizer, loss_fn: Callable) -> Callable:
    @tf.function(reduce_retracing=True)
    def step_fn(x, y):
        with tf.GradientTape() as tape:
            loss = loss_fn(y, model(x, training=True))
        grads = tape.gradient(loss, model.trainable_variables)
        optimizer.apply(grads, model.trainable_variables)
        return loss

    return step_fn


def train(model, optimizer, loss_fn, train_dataset, *, num_epochs: int, tick_every: int,
          weights_dir: Union[str, Path], evaluate_model: Callable[[Any], Number],
          adjust_learning_rate: Callable, report: Callable[[Dict], Any]) -> List[Dict[str, Any]]:
    if tick_every < 1:
        raise ValueError("tick_every < 1")
    if num_epochs < 0:
        raise ValueError("num_epochs < 0")

    step_fn = make_step(model, optimizer, loss_fn)
    running = tf.keras.metrics.Mean(name="train_loss")
    records: List[Dict[str, Any]] = []
    step = last_tick = current_epoch = 0

    def tick() -> None:
        eval_loss = float(evaluate_model(model))
        directory = Path(weights_dir)
        directory.mkdir(parents=True, exist_ok=True)
        file = directory / f"step_{step:06d}.weights.h5"
        model.save_weights(file)
        record = {
            "epoch": current_epoch,
            "step": step,
            "loss": float(running.result()),
            "eval_loss": eval_loss,
            "learning_rate": float(optimizer.learning_rate),
            "weights": str(file),
        }
        records.append(record)
        report(record)
        adjust_learning_rate(optimizer, current_epoch, step)

    for epoch in range(num_epochs):
        for index, (x, y) in enumerate(train_dataset):
            if index == 0:
                running.reset_state()
            running.update_state(step_fn(x, y))
            step += 1
            current_epoch = epoch
            if step % tick_every == 0:
                tick()
                last_tick = step

    if last_tick != step:
        tick()
    return records

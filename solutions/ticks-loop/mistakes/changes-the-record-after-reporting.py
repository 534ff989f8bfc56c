"""
what: You changed the record after reporting it: what train returns is not what report was given.
what.zh: 你在报告之后又改了记录：train 返回的不是 report 收到的那一份。
numbers: Rates of 0.05, 0.04 and 0.03 are reported right and returned as 0.04, 0.03 and 0.02.
numbers.zh: 学习率 0.05、0.04、0.03 报告得没错，返回的却是 0.04、0.03、0.02。
why: The record seems to be yours until it is returned, and the new rate seems worth writing down.
why.zh: 在返回之前，记录似乎可以随意修改，而新的学习率似乎值得记下来。
fix: Leave a record alone once it was reported.
fix.zh: 记录报告之后就不要再改。
fails: returns_the_records
"""

import tensorflow as tf
from pathlib import Path


def train(model, optimizer, loss_fn, train_dataset, *, num_epochs, tick_every,
          weights_dir, evaluate_model, adjust_learning_rate, report):
    if tick_every < 1 or num_epochs < 0:
        raise ValueError("bad arguments")
    records, losses = [], []
    step, where = 0, 0

    def tick():
        record = {"epoch": where, "step": step, "loss": sum(losses) / len(losses)}
        record["eval_loss"] = float(evaluate_model(model))
        Path(weights_dir).mkdir(parents=True, exist_ok=True)
        path = Path(weights_dir, f"step_{step:06d}.weights.h5")
        model.save_weights(path)
        record["learning_rate"] = float(optimizer.learning_rate)
        record["weights"] = str(path)
        losses.clear()
        report(record)
        adjust_learning_rate(optimizer, where, step)
        record["learning_rate"] = float(optimizer.learning_rate)
        records.append(record)

    for epoch in range(num_epochs):
        for x, y in train_dataset:
            with tf.GradientTape() as tape:
                loss = loss_fn(y, model(x, training=True))
            grads = tape.gradient(loss, model.trainable_variables)
            optimizer.apply(grads, model.trainable_variables)
            losses.append(float(loss))
            step, where = step + 1, epoch
            if step % tick_every == 0:
                tick()
    if losses:
        tick()
    return records

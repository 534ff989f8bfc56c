r"""
what: You averaged the last `tick_every` losses; the last tick is due over the steps since the one before it.
what.zh: 你对最近 `tick_every` 个损失求平均；最后一个节拍应只对上一个节拍以来的各步求平均。
numbers: 10 steps, tick_every = 4: the tick of step 10 averages the steps 7 to 10 in place of 9 and 10.
numbers.zh: 共 10 步、tick_every = 4：第 10 步的节拍平均了第 7 至 10 步，而不是第 9 和第 10 步。
why: A `deque(maxlen=tick_every)` empties itself, which is right at every tick that is on time.
why.zh: `deque(maxlen=tick_every)` 会自动丢弃旧值，对按时触发的节拍都正确。
fix: Collect the losses in a list and empty it at each tick.
fix.zh: 用列表收集损失，每个节拍清空一次。
fails: mean_loss_since_the_tick
line: \bmaxlen\s*=|\[\s*-\s*(?:self\.)?tick_every\s*:
"""

from collections import deque
from pathlib import Path

import tensorflow as tf


def train(model, optimizer, loss_fn, train_dataset, *, num_epochs, tick_every,
          weights_dir, evaluate_model, adjust_learning_rate, report):
    if tick_every < 1:
        raise ValueError("tick_every should be 1 or more")
    if num_epochs < 0:
        raise ValueError("num_epochs should be 0 or more")
    recent = deque(maxlen=tick_every)
    records = []
    step = ticked = 0

    def update(x, y):
        with tf.GradientTape() as tape:
            loss = loss_fn(y, model(x, training=True))
        optimizer.apply(tape.gradient(loss, model.trainable_variables), model.trainable_variables)
        return float(loss)

    def tick(epoch):
        eval_loss = float(evaluate_model(model))
        folder = Path(weights_dir)
        folder.mkdir(exist_ok=True, parents=True)
        file = folder / ("step_%06d.weights.h5" % step)
        model.save_weights(file)
        record = {"epoch": epoch, "step": step, "loss": sum(recent) / len(recent), "eval_loss": eval_loss,
                  "learning_rate": float(optimizer.learning_rate), "weights": str(file)}
        report(record)
        adjust_learning_rate(optimizer, epoch, step)
        records.append(record)
        return step

    for epoch in range(num_epochs):
        for x, y in train_dataset:
            recent.append(update(x, y))
            step += 1
            if not step % tick_every:
                ticked = tick(epoch)
    if ticked != step:
        tick(epoch)
    return records

r"""
what: Whether a tick is due goes by the batch's number in its epoch; it goes by the step of the run.
what.zh: 你按批次在 epoch 内的序号判断是否该触发节拍；应按整个运行的步数判断。
numbers: 3 batches an epoch, 2 epochs, tick_every = 2: ticks after the steps 2, 5 and 6, not 2, 4 and 6. With
  tick_every above 3 only the last step has one.
numbers.zh: 每个 epoch 3 个批次、2 个 epoch、tick_every = 2：节拍落在第 2、5、6 步之后，而不是 2、4、6；tick_every 大于 3 时只有最后一步有节拍。
why: `if (i + 1) % log_every == 0` stands in most loops over a DataLoader, and the step is counted beside it.
why.zh: 大多数遍历 DataLoader 的循环都写 `if (i + 1) % log_every == 0`，而步数在旁边另行计数。
fix: Count the steps of the run and write `step % tick_every`.
fix.zh: 对整个运行计步，写成 `step % tick_every`。
fails: ticks_when_due, mean_loss_since_the_tick, learning_rate_of_the_step, counts_epochs_from_zero
line: \(\s*\w+\s*\+\s*1\s*\)\s*%\s*(?:self\.)?tick_every|\b(?:i|j|b|batch\w*|index|number|n|position)\s*%\s*(?:self\.)?tick_every
"""

from pathlib import Path

import numpy as np
import tensorflow as tf


def train(model, optimizer, loss_fn, train_dataset, *, num_epochs, tick_every,
          weights_dir, evaluate_model, adjust_learning_rate, report):
    for name, value, least in ("tick_every", tick_every, 1), ("num_epochs", num_epochs, 0):
        if value < least:
            raise ValueError(f"{name} is {value}, below {least}")

    global_step, running, history = 0, [], []

    def on_tick(epoch):
        evaluated = float(evaluate_model(model))
        directory = Path(weights_dir)
        directory.mkdir(parents=True, exist_ok=True)
        target = directory / f"step_{global_step:06}.weights.h5"
        model.save_weights(str(target))
        entry = dict(
            epoch=epoch,
            step=global_step,
            loss=float(np.mean(running)),
            eval_loss=evaluated,
            learning_rate=float(optimizer.learning_rate),
            weights=str(target),
        )
        running.clear()
        report(entry)
        adjust_learning_rate(optimizer, epoch, global_step)
        history.append(dict(entry))

    for epoch in range(num_epochs):
        for i, (inputs, targets) in enumerate(train_dataset):
            with tf.GradientTape() as tape:
                outputs = model(inputs, training=True)
                batch_loss = loss_fn(targets, outputs)
            variables = model.trainable_variables
            optimizer.apply_gradients(zip(tape.gradient(batch_loss, variables), variables))
            running.append(float(batch_loss))
            global_step += 1
            if (i + 1) % tick_every == 0:
                on_tick(epoch)
    if running:
        on_tick(num_epochs - 1)
    return history

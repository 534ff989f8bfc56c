"""
what: You emptied the losses at the start of each epoch as well, so a tick that spans two epochs
  forgets the first part.
what.zh: 你在每个 epoch 开始时也清空了损失，因此跨越两个 epoch 的节拍会丢掉前一部分。
numbers: 5 batches an epoch, tick_every = 4: the tick of step 8 averages the steps 6 to 8; step 5 is
  lost.
numbers.zh: 每个 epoch 5 个批次，tick_every = 4：第 8 步的节拍只平均第 6 到 8 步，第 5 步丢失了。
why: Accumulators are set back at the start of an epoch in most loops.
why.zh: 大多数循环都在 epoch 开始时重置累计量。
fix: A tick empties the list; the end of an epoch does not.
fix.zh: 只有节拍清空列表；epoch 结束时不清空。
fails: mean_loss_since_the_tick
"""

from pathlib import Path

import numpy as np
import tensorflow as tf


def train(model, optimizer, loss_fn, train_dataset, *, num_epochs, tick_every,
          weights_dir, evaluate_model, adjust_learning_rate, report):
    if tick_every < 1 or num_epochs < 0:
        raise ValueError(f"tick_every={tick_every}, num_epochs={num_epochs}")
    out = Path(weights_dir)
    records = []
    losses = []
    step = 0

    for epoch in range(num_epochs):
        losses = []
        for x, y in train_dataset:
            with tf.GradientTape() as tape:
                loss = loss_fn(y, model(x, training=True))
            gradients = tape.gradient(loss, model.trainable_variables)
            optimizer.apply(gradients, model.trainable_variables)
            losses.append(loss.numpy())
            step += 1
            if step % tick_every == 0:
                records.append(tick(model, optimizer, out, epoch, step, losses,
                                    evaluate_model, adjust_learning_rate, report))
                losses = []
    if losses:
        records.append(tick(model, optimizer, out, epoch, step, losses,
                            evaluate_model, adjust_learning_rate, report))
    return records


def tick(model, optimizer, out, epoch, step, losses, evaluate_model, adjust_learning_rate, report):
    eval_loss = evaluate_model(model)
    out.mkdir(parents=True, exist_ok=True)
    file = out / f"step_{step:06d}.weights.h5"
    model.save_weights(file)
    record = dict(
        epoch=epoch,
        step=step,
        loss=float(np.mean(losses)),
        eval_loss=float(eval_loss),
        learning_rate=float(optimizer.learning_rate.numpy()),
        weights=str(file),
    )
    report(record)
    adjust_learning_rate(optimizer, epoch, step)
    return record

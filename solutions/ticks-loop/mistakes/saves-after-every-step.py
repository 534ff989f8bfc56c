"""
what: You saved the weights after every step, not only at ticks.
what.zh: 你在每一步之后都保存权重，而不是只在节拍时保存。
numbers: 12 files in a run of 12 steps with tick_every = 6, where there should be 2; and at a tick
  the file is there before the evaluation.
numbers.zh: 12 步、tick_every = 6 的运行产生 12 个文件，应只有 2 个；并且节拍中文件在评估之前就已存在。
why: Saving was put beside the update, outside the `if`.
why.zh: 保存写在了更新旁边，在 `if` 之外。
fix: Save inside the tick, after evaluate_model.
fix.zh: 在节拍内、evaluate_model 之后保存。
fails: order_in_a_tick, weights_folder_and_names
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
        for x, y in train_dataset:
            with tf.GradientTape() as tape:
                loss = loss_fn(y, model(x, training=True))
            gradients = tape.gradient(loss, model.trainable_variables)
            optimizer.apply(gradients, model.trainable_variables)
            losses.append(loss.numpy())
            step += 1
            out.mkdir(parents=True, exist_ok=True)
            model.save_weights(out / f"step_{step:06d}.weights.h5")
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
    file = out / f"step_{step:06d}.weights.h5"
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

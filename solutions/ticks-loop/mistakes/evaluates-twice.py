r"""
what: You called evaluate_model twice a tick, once to print and once for the record.
what.zh: 你在每个节拍调用了两次 evaluate_model，一次用于打印，一次用于记录。
numbers: A validation set of an hour takes two; where evaluating draws samples, the two numbers
  differ.
numbers.zh: 一小时的验证要花两小时；若评估涉及随机采样，两次的数字还不一样。
why: A print was added in a hurry.
why.zh: 匆忙中加了一行打印。
fix: Call it once and keep the value.
fix.zh: 只调用一次并保存返回值。
fails: order_in_a_tick
line: \b(?:print|info|debug|log)\(.*\bevaluate_model\(|\bevaluate_model\(.*\bevaluate_model\(
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
            if step % tick_every == 0:
                records.append(tick(model, optimizer, out, epoch, step, losses,
                                    evaluate_model, adjust_learning_rate, report))
                losses = []
    if losses:
        records.append(tick(model, optimizer, out, epoch, step, losses,
                            evaluate_model, adjust_learning_rate, report))
    return records


def tick(model, optimizer, out, epoch, step, losses, evaluate_model, adjust_learning_rate, report):
    print(f"epoch {epoch} step {step}: validation loss {float(evaluate_model(model)):.4f}")
    out.mkdir(parents=True, exist_ok=True)
    file = out / f"step_{step:06d}.weights.h5"
    model.save_weights(file)
    record = dict(
        epoch=epoch,
        step=step,
        loss=float(np.mean(losses)),
        eval_loss=float(evaluate_model(model)),
        learning_rate=float(optimizer.learning_rate.numpy()),
        weights=str(file),
    )
    report(record)
    adjust_learning_rate(optimizer, epoch, step)
    return record

"""
what: You loaded the newest weights that lay in weights_dir; a run begins with the model that it is given.
what.zh: 你载入了 weights_dir 中最新的权重；一次运行应从所给的模型开始。
numbers: A second run into the same folder throws its model's weights away and goes on with those of step 5
  of the first.
numbers.zh: 第二次运行使用同一文件夹时，丢弃了模型自己的权重，接着第一次运行第 5 步的权重训练。
why: Training scripts often pick up where an interrupted run stopped.
why.zh: 训练脚本常常从中断处继续。
fix: Write to the folder and read nothing from it.
fix.zh: 只向该文件夹写入，不从中读取。
fails: second_run_starts_anew
"""

from pathlib import Path

import numpy as np
import tensorflow as tf


def train(model, optimizer, loss_fn, train_dataset, *, num_epochs, tick_every,
          weights_dir, evaluate_model, adjust_learning_rate, report):
    if tick_every < 1 or num_epochs < 0:
        raise ValueError(f"tick_every={tick_every}, num_epochs={num_epochs}")
    out = Path(weights_dir)
    checkpoints = sorted(out.glob("step_*.weights.h5"))
    if checkpoints:
        model.load_weights(checkpoints[-1])

    records = []
    losses = []
    step = 0
    epoch_of_step = 0
    for epoch in range(num_epochs):
        for x, y in train_dataset:
            with tf.GradientTape() as tape:
                loss = loss_fn(y, model(x, training=True))
            gradients = tape.gradient(loss, model.trainable_variables)
            optimizer.apply(gradients, model.trainable_variables)
            losses.append(loss.numpy())
            step += 1
            epoch_of_step = epoch
            if step % tick_every == 0:
                records.append(tick(model, optimizer, out, epoch, step, losses,
                                    evaluate_model, adjust_learning_rate, report))
                losses = []
    if losses:
        records.append(tick(model, optimizer, out, epoch_of_step, step, losses,
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

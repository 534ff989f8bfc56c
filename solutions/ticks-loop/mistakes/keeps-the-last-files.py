r"""
what: You deleted weights files of earlier ticks; each tick's file stays.
what.zh: 你删除了先前节拍的权重文件；每个节拍的文件都应保留。
numbers: With five files kept, a run of six ticks still reports six paths, and the first of them leads
  nowhere.
numbers.zh: 只保留 5 个文件时，有 6 个节拍的运行仍报告 6 个路径，而第一个路径已不存在。
why: `tf.train.CheckpointManager` keeps the last five (`max_to_keep`), to save space.
why.zh: `tf.train.CheckpointManager` 为节省空间只保留最近 5 个（`max_to_keep`）。
fix: Leave the files where they are: the records name them.
fix.zh: 不要删除文件：记录里写着它们的路径。
fails: weights_folder_and_names
line: \b(?:os\.(?:remove|unlink)|shutil\.rmtree)\(|\.unlink\(|\bmax_to_keep\b
"""

import collections
from pathlib import Path

import tensorflow as tf


def train(model, optimizer, loss_fn, train_dataset, *, num_epochs, tick_every,
          weights_dir, evaluate_model, adjust_learning_rate, report):
    if tick_every < 1 or num_epochs < 0:
        raise ValueError(f"tick_every={tick_every}, num_epochs={num_epochs}")
    folder = Path(weights_dir)
    kept = collections.deque()
    history, losses = [], []
    step = epoch = 0

    def tick():
        eval_loss = float(evaluate_model(model))
        folder.mkdir(parents=True, exist_ok=True)
        file = folder / f"step_{step:06d}.weights.h5"
        model.save_weights(str(file))
        kept.append(file)
        if len(kept) > 5:
            kept.popleft().unlink(missing_ok=True)
        record = {
            "epoch": epoch,
            "step": step,
            "loss": sum(losses) / len(losses),
            "eval_loss": eval_loss,
            "learning_rate": float(optimizer.learning_rate.numpy()),
            "weights": str(file),
        }
        losses.clear()
        history.append(record)
        report(dict(record))
        adjust_learning_rate(optimizer, epoch, step)

    for epoch in range(num_epochs):
        for x, y in train_dataset:
            with tf.GradientTape() as tape:
                loss = loss_fn(y, model(x, training=True))
            grads = tape.gradient(loss, model.trainable_variables)
            optimizer.apply_gradients(zip(grads, model.trainable_variables))
            losses.append(float(loss))
            step += 1
            if step % tick_every == 0:
                tick()
    if losses:
        tick()
    return history

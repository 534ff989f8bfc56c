r"""
what: You made a new optimizer at the start of each epoch, so its state is lost and
  adjust_learning_rate is given another object.
what.zh: 你在每个 epoch 开始时新建优化器，其状态丢失，adjust_learning_rate 收到的也是另一个对象。
numbers: With momentum 0.9 the velocity starts from 0 again in each epoch: the weights are off by
  0.03 and more after two epochs of three batches. A caller who holds the old optimizer adjusts it
  in vain.
numbers.zh: 动量为 0.9 时，速度在每个 epoch 都从 0 重新开始：两个 epoch、每个三个批次之后权重相差 0.03 以上。持有旧优化器的调用方怎么调整都没有效果。
why: It was meant to set the iteration count or the learning rate back.
why.zh: 本意是重置迭代计数或学习率。
fix: Use the one optimizer that was given, for the whole run.
fix.zh: 整个运行都使用给定的那个优化器。
fails: updates_what_is_trainable, learning_rate_of_the_step, counts_epochs_from_zero
line: \bfrom_config\(|copy\(\s*optimizer|\boptimizer\s*=\s*[\w.]*optimizers\.
"""

from pathlib import Path

import tensorflow as tf


def numbered_batches(dataset, num_epochs):
    """Yield (epoch, step, x, y, is_last), one batch behind the data set."""
    held = None
    step = 0
    for epoch in range(num_epochs):
        for x, y in dataset:
            if held is not None:
                yield (*held, False)
            step += 1
            held = epoch, step, x, y
    if held is not None:
        yield (*held, True)


def train(model, optimizer, loss_fn, train_dataset, *, num_epochs, tick_every,
          weights_dir, evaluate_model, adjust_learning_rate, report):
    if tick_every < 1 or num_epochs < 0:
        raise ValueError("tick_every has to be positive and num_epochs not negative")
    folder = Path(weights_dir)
    records, losses = [], []
    current = 0
    for epoch, step, x, y, is_last in numbered_batches(train_dataset, num_epochs):
        if epoch != current:
            optimizer, current = type(optimizer).from_config(optimizer.get_config()), epoch
        with tf.GradientTape() as tape:
            predictions = model(x, training=True)
            loss = loss_fn(y, predictions)
        weights = model.trainable_variables
        grads = tape.gradient(loss, weights)
        optimizer.apply_gradients(list(zip(grads, weights)))
        losses.append(float(loss))
        if step % tick_every != 0 and not is_last:
            continue
        eval_loss = float(evaluate_model(model))
        folder.mkdir(parents=True, exist_ok=True)
        path = str(folder / "step_{:06d}.weights.h5".format(step))
        model.save_weights(path)
        learning_rate = float(optimizer.learning_rate)
        record = {"epoch": epoch, "step": step, "loss": sum(losses) / len(losses),
                  "eval_loss": eval_loss, "learning_rate": learning_rate, "weights": path}
        losses = []
        report(record)
        adjust_learning_rate(optimizer, epoch, step)
        records.append(record)
    return records

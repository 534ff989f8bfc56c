r"""
what: You ran the model twice a step with `training=True`, once under the tape and once for the
  record's loss.
what.zh: 你每一步以 `training=True` 运行了两次模型，一次在 tape 中，一次为了记录损失。
numbers: BatchNormalization moves its statistics twice a step: with momentum 0.8 they keep 0.64 of
  the old value, not 0.8. Dropout draws another mask, so the loss is not the one whose gradient was
  taken.
numbers.zh: BatchNormalization 的统计量每步更新两次：动量为 0.8 时旧值保留 0.64，而不是 0.8。Dropout 会采样另一个掩码，因此损失并非求梯度所用的那个。
why: Calling the model again looks free of side effects.
why.zh: 再次调用模型看起来没有副作用。
fix: One forward pass a step: use the `loss` from under the tape.
fix.zh: 每一步只做一次前向传播：使用 tape 中得到的 `loss`。
fails: forward_in_training_mode
line: ^\s*(?!(?:l|loss\w*|\w+_loss|value|cost|objective)\b)\w+\s*=\s*(?:float\(\s*)?loss_fn\(\s*\w+\s*,\s*model\(\s*\w+\s*,\s*training\s*=\s*True|\bappend\(.*\bloss_fn\(.*training\s*=\s*True
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
    for epoch, step, x, y, is_last in numbered_batches(train_dataset, num_epochs):
        with tf.GradientTape() as tape:
            predictions = model(x, training=True)
            loss = loss_fn(y, predictions)
        shown = loss_fn(y, model(x, training=True))
        weights = model.trainable_variables
        grads = tape.gradient(loss, weights)
        optimizer.apply_gradients(list(zip(grads, weights)))
        losses.append(float(shown))
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

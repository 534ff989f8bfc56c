r"""
what: You clipped the gradients before the update; nobody asked for it.
what.zh: 你在更新之前裁剪了梯度；题目并未要求。
numbers: A gradient of norm 5 is cut to 1: the step is a fifth of what the learning rate says. Small
  gradients are untouched, so late in training nothing shows.
numbers.zh: 范数为 5 的梯度被裁剪到 1：步长只有学习率所要求的五分之一。小梯度不受影响，因此训练后期看不出差别。
why: It is in many templates for recurrent networks and transformers.
why.zh: 许多循环网络和 Transformer 的模板里都有这一行。
fix: Pass the gradients on as they are; a clipping optimizer has `clipnorm` of its own.
fix.zh: 原样传递梯度；需要裁剪时优化器自有 `clipnorm`。
fails: trains_on_every_batch, forward_in_training_mode, updates_what_is_trainable,
  takes_any_iterable, iterates_once_an_epoch, evaluates_and_saves_updated_weights,
  mean_loss_since_the_tick, learning_rate_of_the_step
line: \bclip_by_\w+\(|\b(?:clipnorm|clipvalue|global_clipnorm)\s*=|\bclip\(
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
        weights = model.trainable_variables
        grads, _ = tf.clip_by_global_norm(tape.gradient(loss, weights), 1.0)
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

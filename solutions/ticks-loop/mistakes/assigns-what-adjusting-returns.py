r"""
what: You assigned adjust_learning_rate's result to the optimizer; it sets the rate itself and
  returns nothing, so the first tick raises.
what.zh: 你把 adjust_learning_rate 的返回值赋给优化器；它自己设置学习率、不返回任何值，因此第一个节拍就抛出异常。
numbers: ValueError: Attempt to convert a value (None) … to a Tensor, at the first tick.
numbers.zh: 第一个节拍抛出 ValueError: Attempt to convert a value (None) … to a Tensor。
why: Keras's LearningRateScheduler calls a function that returns the rate.
why.zh: Keras 的 LearningRateScheduler 调用的是一个返回学习率的函数。
fix: Call it and leave its result alone.
fix.zh: 只调用它，不使用返回值。
fails: trains_on_every_batch, forward_in_training_mode, updates_what_is_trainable,
  takes_any_iterable, iterates_once_an_epoch, ticks_when_due, last_step_ticks_once, order_in_a_tick,
  evaluates_and_saves_updated_weights, weights_folder_and_names, mean_loss_since_the_tick,
  learning_rate_of_the_step, counts_epochs_from_zero, plain_python_values, returns_the_records,
  second_run_starts_anew
crashes: yes
line: =\s*adjust_learning_rate\(|\.assign\(\s*adjust_learning_rate\(
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
        optimizer.learning_rate = adjust_learning_rate(optimizer, epoch, step)
        records.append(record)
    return records

r"""
what: You named the file `.ckpt`; Keras 3 refuses weights files that don't end in `.weights.h5`, so
  the first tick raises.
what.zh: 你把文件命名为 `.ckpt`；Keras 3 拒绝不以 `.weights.h5` 结尾的权重文件，因此第一个节拍就抛出异常。
numbers: ValueError: The filename must end in `.weights.h5`, at the first tick of every run.
numbers.zh: 每次运行的第一个节拍都会抛出 ValueError: The filename must end in `.weights.h5`。
why: It was right in Keras 2, where `.ckpt` chose TensorFlow's checkpoint format; most listings are
  older than Keras 3.
why.zh: 这在 Keras 2 中是对的（`.ckpt` 会选用 TensorFlow 的 checkpoint 格式）；多数代码清单都早于 Keras 3。
fix: Name it f"step_{step:06d}.weights.h5".
fix.zh: 命名为 f"step_{step:06d}.weights.h5"。
fails: trains_on_every_batch, forward_in_training_mode, updates_what_is_trainable,
  takes_any_iterable, iterates_once_an_epoch, ticks_when_due, last_step_ticks_once, order_in_a_tick,
  evaluates_and_saves_updated_weights, weights_folder_and_names, mean_loss_since_the_tick,
  learning_rate_of_the_step, counts_epochs_from_zero, plain_python_values, returns_the_records,
  second_run_starts_anew
crashes: yes
line: \.ckpt\b|(?<!\.weights)\.h5["']
"""

import os

import tensorflow as tf


def train(model, optimizer, loss_fn, train_dataset, *, num_epochs, tick_every,
          weights_dir, evaluate_model, adjust_learning_rate, report):
    if tick_every < 1:
        raise ValueError("tick_every must be at least 1")
    if num_epochs < 0:
        raise ValueError("num_epochs must not be negative")

    history = []
    step = 0
    total, count = 0.0, 0
    last_tick = 0
    epoch = 0

    def on_tick():
        nonlocal total, count, last_tick
        eval_loss = float(evaluate_model(model))
        os.makedirs(weights_dir, exist_ok=True)
        path = os.path.join(weights_dir, "step_%06d.ckpt" % step)
        model.save_weights(path)
        record = {
            "epoch": epoch,
            "step": step,
            "loss": total / count,
            "eval_loss": eval_loss,
            "learning_rate": float(optimizer.learning_rate),
            "weights": str(path),
        }
        history.append(record)
        report(record)
        adjust_learning_rate(optimizer, epoch, step)
        total, count = 0.0, 0
        last_tick = step

    for epoch in range(num_epochs):
        for x, y in train_dataset:
            with tf.GradientTape() as tape:
                y_pred = model(x, training=True)
                loss = loss_fn(y, y_pred)
            grads = tape.gradient(loss, model.trainable_variables)
            optimizer.apply_gradients(zip(grads, model.trainable_variables))
            step += 1
            total += float(loss)
            count += 1
            if step % tick_every == 0:
                on_tick()
    if step > last_tick:
        on_tick()
    return history

r"""
what: The tick after the last step reports a record, but neither evaluates nor saves nor adjusts.
what.zh: 最后一步之后的节拍只报告记录，没有评估、保存和调整。
numbers: 5 steps, tick_every = 2: the record of step 5 repeats the eval_loss and the file of step 4,
  and the final weights are lost.
numbers.zh: 5 步、tick_every = 2：第 5 步的记录重复了第 4 步的 eval_loss 和文件，最终的权重丢失。
why: The leftover losses were to be reported, and the rest of the tick was forgotten.
why.zh: 只想着把剩余的损失报告出来，忘了节拍的其余部分。
fix: Put all of a tick into one function and call that in both places.
fix.zh: 把整个节拍写成一个函数，在两处都调用它。
fails: last_step_ticks_once, evaluates_and_saves_updated_weights, learning_rate_of_the_step
line: \*\*\s*\w+\[-1\]|\beval_loss["\']?\s*[:=]\s*(?:None|float\(\s*["\']nan|math\.nan|np\.nan|\w+\[-1\])|^(?: {4}|\t)eval_loss\s*=\s*0(?:\.0*)?\s*$
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
        path = os.path.join(weights_dir, "step_%06d.weights.h5" % step)
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
        history.append({**history[-1], "epoch": epoch, "step": step, "loss": total / count} if history else {
            "epoch": epoch, "step": step, "loss": total / count, "eval_loss": float("nan"),
            "learning_rate": float(optimizer.learning_rate), "weights": str(weights_dir)})
        report(history[-1])
    return history

r"""
what: Each record has the evaluation of the tick before: you evaluate after reporting.
what.zh: 每条记录里是上一个节拍的评估结果：你在报告之后才评估。
numbers: Evaluations 2.0, 1.5, 1.0 are recorded as 0.0, 2.0, 1.5; the last one is lost.
numbers.zh: 评估值 2.0、1.5、1.0 被记录为 0.0、2.0、1.5，最后一个丢失了。
why: The evaluation was kept in a list for a plot, and the record takes the last entry.
why.zh: 评估值存进了用于画图的列表，而记录取其最后一项。
fix: Evaluate first, and put that very value into the record.
fix.zh: 先评估，并把这个值放进记录。
fails: order_in_a_tick, evaluates_and_saves_updated_weights
line: \b\w*eval_loss\w*\s*=\s*\[?\s*(?:0(?:\.0*)?|None|float\(\s*["']nan["']\s*\)|math\.nan|np\.nan)\s*\]?\s*$|\bappend\(\s*(?:float\(\s*)?evaluate_model\(
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
    eval_losses = [0.0]
    step = 0
    total, count = 0.0, 0
    last_tick = 0
    epoch = 0

    def on_tick():
        nonlocal total, count, last_tick
        eval_loss = float(eval_losses[-1])
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
        eval_losses.append(evaluate_model(model))
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

r"""
what: You set the learning rate back when training was done; it is the caller's.
what.zh: 训练结束时你把学习率改了回去；学习率归调用者管理。
numbers: A schedule that has come down from 0.1 to 0.001 goes on with 0.1 in the next call.
numbers.zh: 学习率计划已从 0.1 降到 0.001，下一次调用却又从 0.1 开始。
why: Leaving an object as it was found is good manners, where nobody was to change it.
why.zh: 把对象恢复原样在别处是好习惯，但这里本来就要改变它。
fix: Leave `optimizer.learning_rate` alone: `adjust_learning_rate` alone sets it.
fix.zh: 不要动 `optimizer.learning_rate`：只有 `adjust_learning_rate` 可以设置它。
fails: learning_rate_of_the_step
line: \boptimizer\.(?:learning_rate|lr)\s*=(?!=)|\blearning_rate\.assign\(
"""

import os

import numpy as np
import tensorflow as tf


def train(model, optimizer, loss_fn, train_dataset, *, num_epochs, tick_every,
          weights_dir, evaluate_model, adjust_learning_rate, report):
    if tick_every < 1:
        raise ValueError("tick_every must be at least 1")
    if num_epochs < 0:
        raise ValueError("num_epochs must not be negative")
    first_rate = float(optimizer.learning_rate)
    records, since, step = [], [], 0

    def act(epoch):
        nonlocal since
        rate = float(optimizer.learning_rate)
        evaluated = float(evaluate_model(model))
        os.makedirs(weights_dir, exist_ok=True)
        name = os.path.join(weights_dir, "step_%06d.weights.h5" % step)
        model.save_weights(name)
        records.append(
            dict(epoch=epoch, step=step, loss=float(np.mean(since)), eval_loss=evaluated,
                 learning_rate=rate, weights=str(name))
        )
        since = []
        report(records[-1])
        adjust_learning_rate(optimizer, epoch, step)

    try:
        for epoch in range(num_epochs):
            for inputs, targets in train_dataset:
                with tf.GradientTape() as tape:
                    loss = loss_fn(targets, model(inputs, training=True))
                variables = model.trainable_variables
                optimizer.apply(tape.gradient(loss, variables), variables)
                since.append(float(loss))
                step += 1
                if step % tick_every == 0:
                    act(epoch)
        if step % tick_every:
            act(epoch)
    finally:
        optimizer.learning_rate = first_rate
    return records

"""What is drawn of this problem, as data; it runs in the worker, beside the submission."""

import tempfile

import numpy as np
import tensorflow as tf

BATCHES, EPOCHS, EVERY = 10, 4, 6


def ticks(submission):
    """A run of 40 steps with a tick every 6: the losses, and the rates that the steps used."""
    tf.keras.utils.set_random_seed(0)
    rng = np.random.default_rng(3)
    x = rng.standard_normal((BATCHES * 8, 4)).astype(np.float32)
    y = (x @ np.array([[1.5], [-2.0], [0.5], [1.0]]) + 0.3 * rng.standard_normal((len(x), 1))).astype(
        np.float32
    )
    data = tf.data.Dataset.from_tensor_slices((x, y)).batch(8)
    model = tf.keras.Sequential([tf.keras.Input((4,)), tf.keras.layers.Dense(1)])
    optimizer = tf.keras.optimizers.SGD(0.08)
    losses, rates = [], []

    def loss_fn(y_true, y_pred):
        value = tf.reduce_mean(tf.square(tf.cast(y_true, tf.float32) - y_pred))
        if tf.executing_eagerly():
            losses.append(float(value))
            rates.append(float(optimizer.learning_rate))
        return value

    def evaluate(model):
        return float(tf.reduce_mean(tf.square(y - model(x, training=False))))

    def adjust(optimizer, _epoch, _step):
        optimizer.learning_rate = float(optimizer.learning_rate) * 0.6

    with tempfile.TemporaryDirectory() as folder:
        records = submission.train(
            model, optimizer, loss_fn, data, num_epochs=EPOCHS, tick_every=EVERY, weights_dir=folder,
            evaluate_model=evaluate, adjust_learning_rate=adjust, report=lambda record: None,
        )  # fmt: skip
    at = [record["step"] for record in records]
    means = [record["loss"] for record in records]
    steps = np.arange(1, len(losses) + 1)
    marks = [{"name": {"en": "tick", "zh": "节拍"}, "at": at}]
    step = {"en": "step", "zh": "步"}
    return {
        "title": {"en": "A run with its ticks", "zh": "一次训练及其节拍"},
        "caption": {
            "en": "40 steps, a tick every 6. A record's loss is the mean of the steps since the tick before it: the level "
            "stretches back to there, over the ends of epochs. The last tick, at step 40, has four losses to average. A "
            "new learning rate holds from the step after its tick on.",
            "zh": "40 步，每 6 步一个节拍。一条记录的损失是自上一个节拍以来各步的平均：水平线一直延伸到那里，跨过各轮的结尾。"
            "最后一个节拍在第 40 步，只有四个损失可平均。新的学习率从节拍之后的那一步起生效。",
        },
        "panels": [
            {
                "kind": "lines",
                "x": step,
                "y": {"en": "loss", "zh": "损失"},
                "log": "y",
                "series": [
                    {
                        "name": {"en": "recorded at the tick", "zh": "节拍时的记录"},
                        "x": [0, *at],
                        "y": [means[0], *means],
                        "steps": True,
                        "own": True,
                    },
                    {"name": {"en": "each step", "zh": "每一步"}, "x": steps, "y": losses},
                    {
                        "name": {"en": "evaluated", "zh": "评估"},
                        "x": at,
                        "y": [record["eval_loss"] for record in records],
                    },
                ],
                "marks": marks,
            },
            {
                "kind": "lines",
                "x": step,
                "y": {"en": "learning rate", "zh": "学习率"},
                "series": [
                    {
                        "name": {"en": "used by the step", "zh": "该步所用"},
                        "x": [0, *steps],
                        "y": [rates[0], *rates],
                        "steps": True,
                    }
                ],
                "marks": marks,
            },
        ],
    }

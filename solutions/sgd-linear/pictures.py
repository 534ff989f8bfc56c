"""What is drawn of this problem, as data; it runs in the worker, beside the submission."""

import numpy as np

DATA = [(1.0, 3.0), (2.0, 5.0), (-1.0, 0.0)]  # the notes' samples
MINIMUM = 1 / 42  # the least-squares line leaves 0.0238


def loss(submission):
    """The loss after each epoch, at two constant rates."""

    def losses(rate, epochs):
        nn = submission.SimpleNeuralNetwork(seed=0)
        nn.w1, nn.w2 = np.zeros(1), np.zeros(1)
        return np.array(
            submission.train(nn, list(DATA), epochs=epochs, learning_rate=rate), dtype=np.float64
        )

    epochs = 400
    x = np.arange(1, epochs + 1)
    return {
        "title": {"en": "The loss, epoch by epoch", "zh": "逐轮的损失"},
        "caption": {
            "en": "The notes' three samples, from w1 = w2 = 0. With a constant rate SGD settles above the "
            "least-squares minimum: each sample keeps pulling the weights its way. A tenth of the rate comes "
            "much nearer, and needs ten times the epochs.",
            "zh": "笔记中的三个样本，从 w1 = w2 = 0 开始。学习率不变时，SGD 停在最小二乘的最小值之上："
            "每个样本都不断把权重拉向自己。学习率降到十分之一，会近得多，但需要十倍的轮数。",
        },
        "panels": [
            {
                "kind": "lines",
                "x": {"en": "epoch", "zh": "轮"},
                "y": {"en": "mean squared error", "zh": "均方误差"},
                "log": "xy",
                "series": [
                    {
                        "name": {"en": "rate 0.1", "zh": "学习率 0.1"},
                        "x": x,
                        "y": losses(0.1, epochs),
                        "own": True,
                    },
                    {"name": {"en": "rate 0.01", "zh": "学习率 0.01"}, "x": x, "y": losses(0.01, epochs)},
                ],
                "levels": [{"name": {"en": "least squares", "zh": "最小二乘"}, "at": MINIMUM}],
            }
        ],
    }

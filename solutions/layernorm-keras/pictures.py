"""What is drawn of this problem, as data; it runs in the worker, beside the submission."""

import numpy as np
import tensorflow as tf

WIDTH, HIDDEN, CLASSES = 6, 20, 3


def rows(submission):
    """What goes into the norm and what comes out, for rows of inputs of very different size."""
    rng = np.random.default_rng(1)
    x = rng.standard_normal((7, WIDTH)) * np.logspace(-1, 0.7, 7)[:, None]
    model = _model(submission)
    hidden = model.dense1(tf.constant(x, tf.float32))
    across, up = {"en": "hidden unit", "zh": "隐藏单元"}, {"en": "row", "zh": "行"}

    def panel(label, values):
        axis = {key: f"{label[key]} · {across[key]}" for key in across}
        return {"kind": "heat", "x": axis, "y": up, "values": np.array(values, dtype=np.float64)}

    return {
        "title": {"en": "Activations before and after the norm", "zh": "归一化前后的激活值"},
        "caption": {
            "en": "Seven inputs, each larger than the one before it. After the ReLU the small ones are next to nothing "
            "beside the large ones, and the next layer would hardly see them. After the norm every row has the same "
            "scale; what differs is which units stand out.",
            "zh": "七个输入，一个比一个大。经过 ReLU，小的在大的旁边几乎看不见，下一层也几乎看不到它们。"
            "归一化之后每行的尺度相同，不同的只是哪些单元突出。",
        },
        "panels": [
            panel({"en": "relu(dense1(x))", "zh": "relu(dense1(x))"}, hidden),
            panel({"en": "layer_norm1 of it", "zh": "再经 layer_norm1"}, model.layer_norm1(hidden)),
        ],
    }


def loss(submission):
    """The loss of each epoch, at two rates."""
    rng = np.random.default_rng(2)
    x = rng.standard_normal((60, WIDTH)).astype(np.float32)
    labels = np.argmax(x[:, :CLASSES] + 0.4 * rng.standard_normal((60, CLASSES)), axis=1)
    batches = [(x[i : i + 16], labels[i : i + 16]) for i in range(0, 60, 16)]
    epochs = 12
    series = []
    for rate in (0.1, 0.5):
        losses = submission.train(_model(submission), batches, num_epochs=epochs, learning_rate=rate)
        series.append(
            {
                "name": {"en": f"rate {rate}", "zh": f"学习率 {rate}"},
                "x": np.arange(1, epochs + 1),
                "y": np.array(losses, dtype=np.float64),
                "own": rate == 0.1,
            }
        )
    return {
        "title": {"en": "The loss, epoch by epoch", "zh": "逐轮的损失"},
        "caption": {
            "en": "60 samples of three classes in batches of 16, the last one of 12. An epoch's loss is the mean over its "
            "samples, each with the weights from before its batch's update. Dashed: ln 3, what a guess among three "
            "classes costs.",
            "zh": "60 个样本，三个类别，每批 16 个，最后一批 12 个。一轮的损失是对样本的平均，每个样本用的是其所在批更新之前的权重；"
            "虚线是 ln 3，即在三类中随意猜测时的损失。",
        },
        "panels": [
            {
                "kind": "lines",
                "x": {"en": "epoch", "zh": "轮"},
                "y": {"en": "cross-entropy", "zh": "交叉熵"},
                "series": series,
                "levels": [{"name": {"en": "a guess: ln 3", "zh": "随意猜：ln 3"}, "at": float(np.log(3))}],
            }
        ],
    }


def _model(submission):
    """The same model each time, whatever was made before."""
    tf.keras.utils.set_random_seed(0)
    model = submission.LayerNormalizationNetwork(hidden_units=HIDDEN, num_classes=CLASSES)
    model(tf.zeros((1, WIDTH)))
    return model

r"""
what: The loss is the mean over samples and classes; the sum over classes is wanted.
what.zh: 损失对样本和类别都取了平均；对类别应求和。
numbers: Losses and gradients are too small by the number of classes: 0.23 in place of 2.3 for a new model with 10 classes.
numbers.zh: 损失和梯度都小了类别数那么多倍：10 个类别的新模型得到 0.23，而应为 2.3。
why: `tf.reduce_mean` is taken for both axes.
why.zh: 两个轴都用了 `tf.reduce_mean`。
fix: `tf.reduce_sum(one_hot * log_p, axis=-1)`, then the mean over the batch.
fix.zh: 先 `tf.reduce_sum(one_hot * log_p, axis=-1)`，再对批取平均。
fails: one_step_moves_all_six_weights, trains_over_epochs, plain_sgd, batches_in_order, loss_before_the_update, mean_over_the_samples, list_or_dataset
line: \b(?:reduce_)?mean\(\s*-?\s*(?:\w*cross\w*|\w*one_?hot\w*|\w*log_?p\w*|ce)\b.*\baxis\s*=\s*-?1|\b(?:reduce_)?mean\(.*\bone_?hot\w*\s*\*|\b(?:reduce_)?mean\(.*\*\s*(?:tf\.math\.|keras\.ops\.|ops\.)?log\(|/\s*num_classes\b
"""

import numpy as np
import tensorflow as tf


class LayerNormalizationNetwork(tf.keras.Model):
    def __init__(self, hidden_units=128, num_classes=10):
        super().__init__()
        self.dense1 = tf.keras.layers.Dense(hidden_units, activation="relu")
        self.layer_norm1 = tf.keras.layers.LayerNormalization()
        self.dense2 = tf.keras.layers.Dense(num_classes, activation="softmax")

    def call(self, inputs, training=False):
        x = self.dense1(inputs)
        x = self.layer_norm1(x)
        return self.dense2(x)


def train(model, train_dataset, *, num_epochs, learning_rate):
    losses = []
    for _ in range(num_epochs):
        per_sample = []
        for x, labels in train_dataset:
            with tf.GradientTape() as tape:
                probs = model(x, training=True)
                one_hot = tf.one_hot(labels, probs.shape[-1])
                cross = -one_hot * tf.math.log(probs + 1e-9)
                each = tf.reduce_mean(cross, axis=-1)
                loss = tf.reduce_mean(each)
            weights = model.trainable_weights
            for w, g in zip(weights, tape.gradient(loss, weights)):
                w.assign_sub(learning_rate * g)
            per_sample.extend(each.numpy())
        losses.append(float(np.mean(per_sample)))
    return losses

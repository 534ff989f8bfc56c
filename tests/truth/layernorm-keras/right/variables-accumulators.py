import tensorflow as tf
from dataclasses import dataclass, field


class LayerNormalizationNetwork(tf.keras.Model):
    def __init__(self, hidden_units: int = 128, num_classes: int = 10) -> None:
        super().__init__(name="layer_normalization_network")
        self.dense1 = tf.keras.layers.Dense(hidden_units)
        self.activation = tf.keras.layers.Activation("relu")
        self.layer_norm1 = tf.keras.layers.LayerNormalization(center=True, scale=True)
        self.dense2 = tf.keras.layers.Dense(num_classes, activation="softmax")

    def call(self, inputs: tf.Tensor, training: bool = False) -> tf.Tensor:
        return self.dense2(self.layer_norm1(self.activation(self.dense1(inputs))))


@dataclass
class Running:
    total: float = 0.0
    n: int = 0

    def add(self, value: float, n: int) -> None:
        self.total += value * n
        self.n += n

    @property
    def mean(self) -> float:
        return self.total / self.n


@dataclass
class Config:
    learning_rate: float
    history: list = field(default_factory=list)


def train(model, train_dataset, *, num_epochs, learning_rate):
    cfg = Config(float(learning_rate))
    lr = tf.constant(cfg.learning_rate, tf.float32)

    @tf.function(reduce_retracing=True)
    def step(x, y):
        with tf.GradientTape(watch_accessed_variables=False) as tape:
            tape.watch([v.value for v in model.trainable_variables])
            p = model(x, training=True)
            p = tf.clip_by_value(p, 1e-7, 1.0)
            loss = -tf.reduce_mean(tf.math.log(tf.gather_nd(
                p, tf.stack([tf.range(tf.shape(p)[0], dtype=tf.int64), tf.cast(y, tf.int64)], axis=1))))
        grads = tape.gradient(loss, [v.value for v in model.trainable_variables])
        for v, g in zip(model.trainable_variables, grads):
            v.assign_sub(lr * g)
        return loss

    for _ in range(num_epochs):
        running = Running()
        for x, y in train_dataset:
            x, y = tf.convert_to_tensor(x), tf.convert_to_tensor(y)
            running.add(float(step(x, y)), int(tf.shape(x)[0]))
        cfg.history.append(running.mean)
    return cfg.history

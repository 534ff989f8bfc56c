# trainer-class
import tensorflow as tf


class LayerNormalizationNetwork(tf.keras.Model):
    def __init__(self, hidden_units=128, num_classes=10):
        super().__init__()
        self.hidden_units, self.num_classes = hidden_units, num_classes
        self.dense1 = tf.keras.layers.Dense(self.hidden_units)
        self.activation1 = tf.keras.layers.Activation("relu")
        self.layer_norm1 = tf.keras.layers.LayerNormalization(axis=-1, center=True, scale=True)
        self.dense2 = tf.keras.layers.Dense(self.num_classes)
        self.activation2 = tf.keras.layers.Softmax(axis=-1)

    def call(self, inputs, training=False):
        x = self.dense1(inputs)
        x = self.activation1(x)
        x = self.layer_norm1(x, training=training)
        x = self.dense2(x)
        return self.activation2(x)

    def get_config(self):
        return {"hidden_units": self.hidden_units, "num_classes": self.num_classes}


class Trainer:
    def __init__(self, model, learning_rate):
        self.model = model
        self.optimizer = tf.keras.optimizers.SGD(learning_rate=learning_rate)
        self.loss_fn = tf.keras.losses.SparseCategoricalCrossentropy(from_logits=False)
        self.metric = tf.keras.metrics.Mean()

    def _train_step(self, inputs, labels):
        with tf.GradientTape() as tape:
            predictions = self.model(inputs, training=True)
            loss = self.loss_fn(labels, predictions)
        gradients = tape.gradient(loss, self.model.trainable_variables)
        self.optimizer.apply_gradients(zip(gradients, self.model.trainable_variables))
        self.metric.update_state(loss, sample_weight=tf.shape(labels)[0])

    def run_epoch(self, dataset):
        self.metric.reset_state()
        for inputs, labels in dataset:
            self._train_step(inputs, labels)
        return float(self.metric.result().numpy())


def train(model, train_dataset, *, num_epochs, learning_rate):
    trainer = Trainer(model, learning_rate)
    return [trainer.run_epoch(train_dataset) for _ in range(num_epochs)]

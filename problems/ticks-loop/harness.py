"""Runs a submission's `train` on small models and writes down what happens, in order.

It builds the model, the optimizer, the data set and the three functions that `train` is to call
from plain arguments, and gives back plain data. What should happen is not written here.

`/fresh` stands for the temporary folder of the run in every path that is given back.
"""

import hashlib
import os
import random
import shutil
import tempfile
from pathlib import Path

import numpy as np
import tensorflow as tf

SHOWN_FOLDER = "/fresh"
SEED = 20

tf.random.set_seed(SEED)


# --- models, losses, optimizers, data sets --------------------------------------------------


def build_model(layers, features):
    """A built model of `layers`, each a dict: `kind` and its options, `weights`, `trainable`."""
    inputs = outputs = tf.keras.Input((features,))
    for number, options in enumerate(layers):
        name = f"layer{number}"
        if options["kind"] == "dense":
            layer = tf.keras.layers.Dense(options["weights"][0].shape[1], name=name)
        elif options["kind"] == "batch_norm":
            layer = tf.keras.layers.BatchNormalization(
                momentum=options["momentum"],
                epsilon=options["epsilon"],
                center=False,
                scale=False,
                name=name,
            )
        outputs = layer(outputs)
        layer.trainable = options.get("trainable", True)
    model = tf.keras.Model(inputs, outputs)
    for layer, options in zip(model.layers[1:], layers, strict=True):
        layer.set_weights(options["weights"])
    return model


def weights_of(model):
    """A list of arrays for each layer."""
    return [[np.array(w) for w in layer.get_weights()] for layer in model.layers[1:]]


def squared_error(y_true, y_pred):
    """The mean of `(y_true - y_pred)**2`."""
    return tf.reduce_mean(tf.square(tf.convert_to_tensor(y_true) - y_pred))


class WeightedError:
    """An object that can be called, as Keras's losses are."""

    def __call__(self, y_true, y_pred):
        """The mean of `(1 + y_true**2) * (y_true - y_pred)**2`: not the same with the two swapped."""
        y_true = tf.convert_to_tensor(y_true)
        return tf.reduce_mean((1.0 + tf.square(y_true)) * tf.square(y_true - y_pred))


LOSSES = {"squared": squared_error, "weighted": WeightedError()}


class Iterable:
    """A data set with `__iter__` alone; iteration `i` yields the batches of `epochs[i % len(epochs)]`."""

    def __init__(self, epochs):
        self.epochs = epochs
        self.iterations = 0

    def __iter__(self):
        batches = self.epochs[self.iterations % len(self.epochs)]
        self.iterations += 1
        return iter(list(batches))


class Sized(Iterable):
    """The same with a length, and batches by their number, which are none of an iteration."""

    def __len__(self):
        return len(self.epochs[0])

    def __getitem__(self, number):
        return self.epochs[0][number]


def build_dataset(kind, epochs):
    if kind == "list":
        return list(epochs[0])
    if kind == "tf.data":  # batches of equal size, the last one may be short
        x, y = (np.concatenate(parts) for parts in zip(*epochs[0], strict=True))
        return tf.data.Dataset.from_tensor_slices((x, y)).batch(len(epochs[0][0][0]))
    if kind == "generated":  # its length is unknown, and each iteration yields other batches
        source = Iterable(epochs)
        shapes = [tf.TensorSpec((None, *part.shape[1:]), part.dtype) for part in epochs[0][0]]
        return tf.data.Dataset.from_generator(lambda: iter(source), output_signature=tuple(shapes))
    return {"iterable": Iterable, "sized": Sized}[kind](epochs)


NUMBERS = {
    "float": [float],
    "numpy": [np.float32, np.float64, np.int64],
    "tensor": [lambda value: tf.constant(value, tf.float32)],
}


# --- what `train` is to call ------------------------------------------------------------------


class Recorder:
    """Holds `evaluate_model`, `adjust_learning_rate` and `report`, and logs every call of them."""

    def __init__(
        self, model, optimizer, root, folder, eval_losses, eval_as, rates, report_gives, adjust_gives
    ):
        self.model, self.optimizer = model, optimizer
        self.root, self.folder = root, folder
        self.eval_losses, self.eval_as, self.rates = eval_losses, eval_as, rates
        self.report_gives, self.adjust_gives = report_gives, adjust_gives
        self.log = []
        self._digests = {}
        self._versions = {}

    def evaluate_model(self, model):
        self._add("evaluate", same_model=model is self.model)
        earlier = sum(event["kind"] == "evaluate" for event in self.log) - 1
        kinds = NUMBERS[self.eval_as]
        return kinds[earlier % len(kinds)](self.eval_losses[earlier % len(self.eval_losses)])

    def report(self, record):
        self._add("report", record=self.shown(record))
        return self.report_gives

    def adjust_learning_rate(self, optimizer, epoch, step):
        same = optimizer is self.optimizer
        self._add("adjust", same_optimizer=same, epoch=whole(epoch), step=whole(step))
        if whole(step) in self.rates:
            self.optimizer.learning_rate = self.rates[whole(step)]
        return self.adjust_gives

    def files(self):
        """The files in the weights folder, each with a number that grows when its content changes."""
        found = {}
        for path in sorted(self.folder.rglob("*")):
            name = str(path.relative_to(self.folder))
            digest = hashlib.sha256(path.read_bytes()).digest() if path.is_file() else b""
            if self._digests.get(name) != digest:
                self._digests[name] = digest
                self._versions[name] = self._versions.get(name, 0) + 1
            found[name] = self._versions[name]
        return found

    def shown(self, record):
        """A copy of a record, its values untouched but for the temporary folder's name in a str."""
        if not isinstance(record, dict):
            return record
        return {
            key: value.replace(str(self.root), SHOWN_FOLDER) if type(value) is str else self.shown(value)
            for key, value in record.items()
        }

    def _add(self, kind, **facts):
        self.log.append({"kind": kind, "files": self.files(), "weights": weights_of(self.model), **facts})


def whole(value):
    """`value` as an int, where it is a whole number of any type."""
    try:
        return int(value) if int(value) == float(value) else value
    except Exception:
        return value


# --- runs -------------------------------------------------------------------------------------


class Stage:
    """A model, an optimizer, a data set and a temporary folder, ready for `train`."""

    def __init__(
        self,
        *,
        layers,
        epochs,
        dataset="list",
        loss="squared",
        learning_rate=0.05,
        momentum=0.0,
        eval_losses=(1.0,),
        eval_as="float",
        rates=None,
        report_gives=None,
        adjust_gives=None,
        folder="weights",
        folder_exists=True,
        folder_as="str",
        load=False,
    ):
        self.root = Path(os.path.realpath(tempfile.mkdtemp()))
        self.before = Path.cwd()
        os.chdir(self.root)
        self.layers = layers
        self.load = load
        self.features = layers[0]["weights"][0].shape[0]
        self.model = build_model(layers, self.features)
        self.optimizer = tf.keras.optimizers.SGD(learning_rate, momentum=momentum)
        self.loss_fn = LOSSES[loss]
        self.dataset = build_dataset(dataset, epochs)
        self.folder = self.root / folder
        if folder_exists:
            self.folder.mkdir(parents=True)
        self.weights_dir = {"str": str(self.folder), "Path": self.folder, "relative": folder}[folder_as]
        self.spies = eval_losses, eval_as, rates or {}, report_gives, adjust_gives

    def __enter__(self):
        return self

    def __exit__(self, *_):
        os.chdir(self.before)
        shutil.rmtree(self.root, ignore_errors=True)

    def recorder(self):
        return Recorder(self.model, self.optimizer, self.root, self.folder, *self.spies)

    def train(self, submission, recorder, num_epochs, tick_every):
        return submission.train(
            self.model,
            self.optimizer,
            self.loss_fn,
            self.dataset,
            num_epochs=num_epochs,
            tick_every=tick_every,
            weights_dir=self.weights_dir,
            evaluate_model=recorder.evaluate_model,
            adjust_learning_rate=recorder.adjust_learning_rate,
            report=recorder.report,
        )

    def run(self, submission, num_epochs, tick_every):
        """One call of `train`, and all that is to be seen of it."""
        recorder = self.recorder()
        recorder.files()
        returned = self.train(submission, recorder, num_epochs, tick_every)
        if type(returned) in (list, tuple):
            returned = type(returned)(recorder.shown(record) for record in returned)
        else:
            returned = recorder.shown(returned)
        return {
            "log": recorder.log,
            "returned": returned,
            "weights": weights_of(self.model),
            "learning_rate": float(np.asarray(self.optimizer.learning_rate)),
            "updates": int(self.optimizer.iterations),
            "iterations": getattr(self.dataset, "iterations", None),
            "files": recorder.files(),
            "loaded": self.loaded() if self.load else {},
        }

    def loaded(self):
        """For each file: the weights that it gives a fresh model, or why it gives none."""
        fresh = build_model(self.layers, self.features)
        found = {}
        for path in sorted(self.folder.rglob("*")):
            for layer in fresh.layers[1:]:
                layer.set_weights([np.full_like(w, np.nan) for w in layer.get_weights()])
            try:
                fresh.load_weights(str(path))
                found[str(path.relative_to(self.folder))] = weights_of(fresh)
            except Exception as error:
                found[str(path.relative_to(self.folder))] = type(error).__name__
        return found


# Each of these begins with one seed: whatever a submission draws at random, it answers the same when
# it is asked the same once more, so that one run of it can be compared with another. TensorFlow's own
# is set once, above: setting it throws away all kernels, which would cost a third of each run, and
# the model's weights are given here anyway.


def begin_with_seed():
    """Set the seeds of Python, from which Keras draws its own, and of NumPy."""
    random.seed(SEED)
    np.random.seed(SEED)


def run_training(submission, *, num_epochs, tick_every, folder_exists=None, **setting):
    """One run of `train`: the log, the records, the weights and the files.

    Where it matters not whether the folder is there, it is; for a submission that takes that for an
    error, it is not.
    """
    if folder_exists is None:
        try:
            return run_training(
                submission, num_epochs=num_epochs, tick_every=tick_every, folder_exists=True, **setting
            )
        except FileExistsError:
            folder_exists = False
    begin_with_seed()
    with Stage(folder_exists=folder_exists, **setting) as stage:
        return stage.run(submission, num_epochs, tick_every)


def run_twice(submission, *, num_epochs, tick_every, between, **setting):
    """Two calls of `train` with the same model, optimizer, data set and folder.

    Before the second one the model's layers are given the weights `between`.
    """
    begin_with_seed()
    with Stage(**setting) as stage:
        first = stage.run(submission, num_epochs, tick_every)
        for layer, weights in zip(stage.model.layers[1:], between, strict=True):
            layer.set_weights(weights)
        return [first, stage.run(submission, num_epochs, tick_every)]


def run_refused(submission, *, num_epochs, tick_every, **setting):
    """A call of `train` that may raise: the exception's class names, and what was done before."""
    begin_with_seed()
    with Stage(**setting) as stage:
        recorder = stage.recorder()
        raised = []
        try:
            stage.train(submission, recorder, num_epochs, tick_every)
        except Exception as error:
            raised = [kind.__name__ for kind in type(error).__mro__ if kind.__module__ == "builtins"]
        return {
            "raised": raised,
            "calls": [event["kind"] for event in recorder.log],
            "iterations": stage.dataset.iterations,
            "made": sorted(str(path.relative_to(stage.root)) for path in stage.root.rglob("*")),
            "weights": weights_of(stage.model),
        }

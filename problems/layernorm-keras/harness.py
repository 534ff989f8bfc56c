"""Runs beside the submission: builds its model, sets weights, calls, trains, saves and loads.

Everything comes from plain arguments and goes back as plain data. Nothing here knows a right
answer or judges one.
"""

import os
import random
import tempfile

import numpy as np
import tensorflow as tf

WEIGHTS = (
    "dense1.kernel",
    "dense1.bias",
    "layer_norm1.gamma",
    "layer_norm1.beta",
    "dense2.kernel",
    "dense2.bias",
)
SEED = 20

tf.random.set_seed(SEED)

# Each of the functions that checks call begins with one seed: a model answers the same when it is
# asked the same once more, also where it has weights that can't be assigned from here. TensorFlow's
# own is set once, above: setting it throws away all kernels, which would cost a third of each call.


def begin_with_seed():
    """Set the seeds of Python, from which Keras draws its own, and of NumPy."""
    random.seed(SEED)
    np.random.seed(SEED)


def look_at(submission, *, sizes, keywords, width, weights=None):
    """A new model that was called once: its weights as they begin, then `weights` put in place."""
    begin_with_seed()
    model = submission.LayerNormalizationNetwork(*sizes, **keywords)
    output = _numpy(model(tf.zeros((3, width))))
    begun = _weights_of(model)
    misfits = _place(model, weights or {})
    return {
        "is_model": isinstance(model, tf.keras.Model),
        "output": output,
        "weights": begun,
        "misfits": misfits,
        "trainable": [np.array(_numpy(v)) for v in model.trainable_variables],
    }


def predict(submission, *, keywords, weights, batches, modes):
    """What the model gives for every batch, called in each of the ways named in `modes`."""
    begin_with_seed()
    model = _built(submission, keywords, batches[0].shape[1])
    misfits = _place(model, weights)
    ways = {
        "eager": lambda x: model(x),
        "model(x, training=True)": lambda x: model(x, training=True),
        "model(x, training=False)": lambda x: model(x, training=False),
        "model.call(x, training=True)": lambda x: model.call(x, training=True),
        # Traced once, for a batch size that is not known then.
        "tf.function": tf.function(
            lambda x: model(x),
            input_signature=[tf.TensorSpec((None, batches[0].shape[1]), tf.float32)],
        ),
    }
    outputs = {mode: [_numpy(ways[mode](tf.constant(x))) for x in batches] for mode in modes}
    return {"misfits": misfits, "choices": {"epsilon": _epsilon(model)}, "outputs": outputs}


def predict_in_turn(submission, *, keywords, epsilon, settings):
    """What one model gives for the batches of each setting, its weights in place.

    `epsilon` is the one that its layer was seen to name.
    """
    begin_with_seed()
    model = _built(submission, keywords, settings[0]["batches"][0].shape[1])
    # Another submission, asked the same to be compared with that one, may have another.
    if _epsilon(model) not in (None, epsilon):
        model.layer_norm1.epsilon = epsilon
    found = []
    for setting in settings:
        misfits = _place(model, setting["weights"])
        outputs = [_numpy(model(tf.constant(x))) for x in setting["batches"]]
        found.append({"misfits": misfits, "choices": {"epsilon": _epsilon(model)}, "outputs": outputs})
    return found


def read_epsilon(submission, *, keywords, width):
    """The epsilon that the normalizing layer names."""
    begin_with_seed()
    return {"misfits": [], "choices": {"epsilon": _epsilon(_built(submission, keywords, width))}}


def save_and_load(submission, *, keywords, weights, x):
    """Weights saved from one model and loaded into another, new one that was called once."""
    begin_with_seed()
    first, second = (_built(submission, keywords, x.shape[1]) for _ in range(2))
    misfits = _place(first, weights)
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "model.weights.h5")
        first.save_weights(path)
        second.load_weights(path)
    _place(first, {name: np.zeros_like(value) for name, value in weights.items()})  # no other's matter
    return {
        "misfits": misfits,
        "output": _numpy(second(tf.constant(x))),
        "weights": _weights_of(second),
    }


def run_training(submission, *, keywords, weights, calls):
    """Calls `train` on one model, once for each of `calls`, and reads the weights after each.

    A call is a dict: `batches` (a list of pairs), `source` (see `_data`), `num_epochs` and
    `learning_rate`.
    """
    begin_with_seed()
    model = _built(submission, keywords, calls[0]["batches"][0][0].shape[1])
    misfits = _place(model, weights)
    begun = _weights_of(model)
    runs = []
    for call in calls:
        returned = submission.train(
            model,
            _data(call["batches"], call["source"]),
            num_epochs=call["num_epochs"],
            learning_rate=call["learning_rate"],
        )
        if type(returned) is list:
            returned = list(returned)  # as it is now: a later call may add to it
        runs.append({"returned": returned, "losses": _floats(returned), "weights": _weights_of(model)})
    return {"misfits": misfits, "choices": {"epsilon": _epsilon(model)}, "begun": begun, "runs": runs}


def _built(submission, keywords, width):
    model = submission.LayerNormalizationNetwork(**keywords)
    model(tf.zeros((3, width)))
    return model


def _data(batches, source):
    """The batches as a list, as a data set, or as a data set whose length is not known beforehand.

    For a data set, all batches but the last are of one size.
    """
    if source == "list":
        return [(x, labels) for x, labels in batches]
    arrays = tuple(np.concatenate(parts) for parts in zip(*batches, strict=True))
    data = tf.data.Dataset.from_tensor_slices(arrays)
    if source == "dataset of unknown length":
        data = data.batch(len(arrays[0])).unbatch()
    return data.batch(len(batches[0][1]))


def _variable(model, name):
    layer, attribute = name.split(".")
    return getattr(getattr(model, layer, None), attribute, None)


def _place(model, weights):
    """Assigns the weights; gives `[name, what was found]` of each that could not take its value.

    Found is None where there is nothing, a type's name, or the shape.
    """
    misfits = []
    for name, value in weights.items():
        variable = _variable(model, name)
        if not hasattr(variable, "assign"):
            misfits.append([name, None if variable is None else type(variable).__name__])
            continue
        shape = tuple(variable.shape)
        if name.startswith("layer_norm1") and np.prod(shape) == value.size:
            value = value.reshape(shape)  # (1, D) is as good as (D,)
        if shape == value.shape:
            variable.assign(value)
        elif name.startswith("layer_norm1") and np.all(value == value[0]):
            variable.assign(np.full(shape, value[0]))  # all one number: any shape can hold it
        else:
            misfits.append([name, f"{shape}"])
    return misfits


def _weights_of(model):
    values = {}
    for name in WEIGHTS:
        value = _numpy(_variable(model, name))
        if name.startswith("layer_norm1") and isinstance(value, np.ndarray):
            value = value.reshape(-1)
        values[name] = value
    return values


def _epsilon(model):
    try:
        return float(model.layer_norm1.epsilon)
    except (AttributeError, TypeError, ValueError):
        return None


def _floats(returned):
    """The returned numbers as floats whatever their type, None where they are not numbers."""
    try:
        return [float(value) for value in returned]
    except (TypeError, ValueError):
        return None


def _numpy(value):
    """A tensor or a variable as an array of its own, anything else as it is."""
    return np.array(value.numpy()) if hasattr(value, "numpy") else value

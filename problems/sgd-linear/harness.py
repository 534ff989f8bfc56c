"""Runs beside the submission: makes networks and calls where the checks can't, and reports what it saw."""

import contextlib

import numpy as np


def _network(submission, seed):
    """A network with that seed, or with none given where `seed` is "omitted"."""
    return (
        submission.SimpleNeuralNetwork() if seed == "omitted" else submission.SimpleNeuralNetwork(seed=seed)
    )


def first_weights(submission, *, seeds):
    """The new networks' w1 and w2, an array of shape (len(seeds),) each, read as each is made."""
    read = []
    for seed in seeds:
        nn = _network(submission, seed)
        read.append((np.ravel(nn.w1)[0], np.ravel(nn.w2)[0]))
    w1, w2 = np.array(read, dtype=np.float64).T
    return {"w1": w1.copy(), "w2": w2.copy()}


def read_in_both_orders(submission, *, seed):
    """w1 and w2 of two networks with that seed; the second one's w2 is read first."""
    first, second = _network(submission, seed), _network(submission, seed)
    w2 = second.w2
    return [float(np.ravel(w)[0]) for w in (first.w1, first.w2, second.w1, w2)]


def forward_in_turn(submission, *, w1, w2, xs):
    """What forward gives for each of `xs`, read when all are there."""
    nn = _network(submission, 7)
    nn.w1, nn.w2 = w1, w2
    return [nn.forward(x) for x in xs]


def train_in_turn(submission, *, w1, w2, runs):
    """The losses of calls of train that are given one list, filled anew; read when all are there.

    `runs` has the data, epochs and learning rate of each, all on one network.
    """
    nn = _network(submission, 7)
    nn.w1, nn.w2 = w1, w2
    data, returned = [], []
    for pairs, epochs, learning_rate in runs:
        data[:] = [tuple(pair) for pair in pairs]
        returned.append(submission.train(nn, data, epochs=epochs, learning_rate=learning_rate))
    return returned


def weight_forms(submission, *, seed):
    """For w1 and w2 of a new network: the class's name, the dtype and the shape."""
    nn = _network(submission, seed)
    return [[type(w).__name__, str(getattr(w, "dtype", None)), list(np.shape(w))] for w in (nn.w1, nn.w2)]


def global_draws_after(submission, *, global_seed, seed):
    """Seed NumPy's global random state, draw once, make a network, then draw four times more."""
    np.random.seed(global_seed)
    np.random.standard_normal()
    _network(submission, seed)
    return np.random.standard_normal(4)


def global_draws_around(submission, *, global_seed, use):
    """The same with a network that is there already: draw, put it to `use`, then draw four times more."""
    nn = _network(submission, 7)
    np.random.seed(global_seed)
    np.random.standard_normal()
    with contextlib.suppress(Exception):  # whether it works is not looked at here
        if use == "forward":
            nn.forward(np.array([1.0, -0.5]))
        elif use == "backward":
            nn.backward(2.0, 1.0, 0.0625)
        else:
            submission.train(nn, [(1.0, 3.0), (-0.5, 1.0)], epochs=2, learning_rate=0.0625)
    return np.random.standard_normal(4)

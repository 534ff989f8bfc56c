"""Lambdas bound to names wherever one will do."""

import functools
import math

import numpy as np

_mse = lambda nn, xs, ys: float(np.mean((ys - nn.forward(xs)) ** 2))
_finite = lambda loss: loss if math.isfinite(loss) else _raise(FloatingPointError(f"loss is {loss}"))


def _raise(error):
    raise error


class SimpleNeuralNetwork:
    __init__ = lambda self, seed=None: self.__dict__.update(
        zip(("w1", "w2"), np.random.default_rng(seed).standard_normal((2, 1)).copy())
    )
    forward = lambda self, x: self.w1 * x + self.w2
    backward = lambda self, x, y, learning_rate: (
        lambda e: self.__dict__.update(
            w1=self.w1 + learning_rate * np.mean(2 * e * x), w2=self.w2 + learning_rate * np.mean(2 * e)
        )
    )(y - self.forward(x))


def _train(finite, mse, nn, data, *, epochs, learning_rate):
    xs, ys = np.array(data if len(data) else _raise(ValueError("empty")), dtype=float).T
    return [
        finite(([nn.backward(x, y, learning_rate) for x, y in data], mse(nn, xs, ys))[1])
        for _ in range(epochs)
    ]


train = functools.partial(_train, _finite, _mse)

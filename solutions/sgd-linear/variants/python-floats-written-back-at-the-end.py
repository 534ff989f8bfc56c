"""train in plain Python floats with its own formula; the weights are written back when all is done."""

import math
import random

import numpy as np


class SimpleNeuralNetwork:
    def __init__(self, seed=None):
        source = random.Random(seed)
        self.w1 = np.array([source.gauss(0.0, 1.0)])
        self.w2 = np.array([source.gauss(0.0, 1.0)])

    def forward(self, x):
        return self.w1 * x + self.w2

    def backward(self, x, y, learning_rate):
        xs = np.ravel(x).tolist()
        ys = np.ravel(y).tolist()
        a, b = float(self.w1[0]), float(self.w2[0])
        slope_a = slope_b = 0.0
        for xi, yi in zip(xs, ys):
            miss = a * xi + b - yi
            slope_a += 2.0 * miss * xi
            slope_b += 2.0 * miss
        self.w1 = np.array([a - learning_rate * slope_a / len(xs)])
        self.w2 = np.array([b - learning_rate * slope_b / len(xs)])


def train(nn, data, *, epochs, learning_rate):
    if len(data) == 0:
        raise ValueError("data must hold at least one pair")
    a, b = float(nn.w1[0]), float(nn.w2[0])
    losses = []
    for epoch in range(epochs):
        for x, y in data:
            pull = 2.0 * learning_rate * (y - a * x - b)
            a, b = a + pull * x, b + pull
        loss = math.fsum((y - a * x - b) * (y - a * x - b) for x, y in data) / len(data)
        if not math.isfinite(loss):
            raise FloatingPointError(f"epoch {epoch}: loss is {loss}")
        losses.append(loss)
    nn.w1, nn.w2 = np.array([a]), np.array([b])
    return losses

"""Hidden checks of a Keras model with Layer Normalization, trained with SGD.

The oracle is NumPy in float64: the network, its gradients worked out by hand, and plain SGD. All
weights and data come from here. These devices keep a mistake from costing checks that are about
something else:

- Except where `epsilon` is the subject, hidden activations spread over 30 or more, so that an
  `epsilon` of 1e-3 moves nothing by more than 1e-6.
- One row is one batch, except where the rows' independence is the subject, and in training.
- Except where the variance's divisor is the subject, 128 hidden units are normalized and the tolerance
  is 5e-3: to divide by 127 moves a probability by less, every other mistake by more.
- Most checks of `train` start from `gamma = beta = 0` and a zero `dense2.kernel`. Then the
  probabilities are `softmax(dense2.bias)` for every sample, that bias is all that learns, and
  what comes before it, right or wrong, plays no part.

A `gamma`, `beta` or bias that a model does not have costs the checks that are about it; the
others reckon with 1 or 0 there.
"""

import numpy as np
import pytest

from grader.checks import (
    Text,
    assert_close,
    assert_equal,
    assert_number,
    describe,
    indefinite,
    require,
    spaced,
)

F32 = np.float32
NEUTRAL = {"dense1.bias": 0.0, "layer_norm1.gamma": 1.0, "layer_norm1.beta": 0.0, "dense2.bias": 0.0}
# The sizes that a model has by default, and an input width for checks of `train` alone.
HIDDEN, CLASSES, WIDTH = 128, 10, 4


# --- the oracle ---------------------------------------------------------------------------


class Network:
    """The network in float64, with plain SGD."""

    def __init__(self, weights, epsilon=1e-3, frozen=()):
        self.w = {name: value.astype(np.float64) for name, value in weights.items()}
        self.epsilon = epsilon
        self.frozen = set(frozen)

    def predict(self, x):
        return self._run(x)["p"]

    def losses(self, x, labels):
        """The loss of each sample."""
        return -np.log(self.predict(x)[np.arange(len(labels)), labels])

    def step(self, x, labels, rate):
        """One update down the gradient of the batch's mean loss."""
        r = self._run(x)
        d_logits = r["p"].copy()
        d_logits[np.arange(len(labels)), labels] -= 1.0
        d_logits /= len(labels)
        d_y = d_logits @ self.w["dense2.kernel"].T
        d_hat = d_y * self.w["layer_norm1.gamma"]
        units = d_hat.shape[1]
        # Row by row: (I - (1 + x_hat x_hat^T) / D) / sigma times the gradient that arrives.
        d_a = np.stack(
            [
                (np.eye(units) - (1.0 + np.outer(h, h)) / units) @ d / s
                for h, d, s in zip(r["hat"], d_hat, r["sigma"][:, 0], strict=True)
            ]
        )
        d_z = np.where(r["z"] > 0, d_a, 0.0)
        gradients = {
            "dense1.kernel": r["x"].T @ d_z,
            "dense1.bias": d_z.sum(axis=0),
            "layer_norm1.gamma": (d_y * r["hat"]).sum(axis=0),
            "layer_norm1.beta": d_y.sum(axis=0),
            "dense2.kernel": r["y"].T @ d_logits,
            "dense2.bias": d_logits.sum(axis=0),
        }
        for name, gradient in gradients.items():
            if name not in self.frozen:
                self.w[name] = self.w[name] - rate * gradient

    def epoch(self, batches, rate):
        """One update for each batch; the mean over all samples of the loss before it."""
        seen = []
        for x, labels in batches:
            seen.extend(self.losses(x, labels))
            self.step(x, labels, rate)
        return float(np.mean(seen))

    def _run(self, x):
        w, x = self.w, x.astype(np.float64)
        z = x @ w["dense1.kernel"] + w["dense1.bias"]
        a = np.where(z > 0, z, 0.0)
        centred = a - a.sum(axis=1, keepdims=True) / a.shape[1]
        sigma = np.sqrt((centred**2).sum(axis=1, keepdims=True) / a.shape[1] + self.epsilon)
        hat = centred / sigma
        y = hat * w["layer_norm1.gamma"] + w["layer_norm1.beta"]
        logits = y @ w["dense2.kernel"] + w["dense2.bias"]
        odds = np.exp(logits - logits.max(axis=1, keepdims=True))
        p = odds / odds.sum(axis=1, keepdims=True)
        return {"x": x, "z": z, "hat": hat, "sigma": sigma, "y": y, "p": p}


# --- inputs -------------------------------------------------------------------------------


def spread_rows(rng, shape, offset):
    """Rows of evenly spread values from -1.6 to 1.6 in random order, jittered, plus `offset`."""
    grid = np.linspace(-1.6, 1.6, shape[1])
    rows = rng.permuted(np.broadcast_to(grid, shape), axis=1)
    return rows + rng.uniform(-0.1, 0.1, size=shape) + offset


def signed(rng, shape, low, high):
    """Values with magnitudes from `low` to `high` and both signs."""
    sign = np.where(rng.permutation(int(np.prod(shape))) % 2 == 0, -1.0, 1.0)
    return rng.uniform(low, high, size=shape) * sign.reshape(shape)


def dense2_kernel(rng, units, classes):
    """Values that give logits of the same size, 1 to 2, for any number of units."""
    return signed(rng, (units, classes), 0.3, 0.8) * np.sqrt(6 / units)


def network_for(rng, z, width, classes, *, spread=100.0, gamma=None, beta=None):
    """Inputs and weights with which dense1 gives `z`, row by row, before its ReLU."""
    rows, units = z.shape
    basis = np.linalg.qr(rng.normal(size=(width, rows)))[0]
    bias = signed(rng, units, 0.1, 0.3) * np.abs(z).max()
    weights = {
        "dense1.kernel": basis @ (z - bias) / spread,
        "dense1.bias": bias,
        "layer_norm1.gamma": np.ones(units) if gamma is None else gamma,
        "layer_norm1.beta": np.zeros(units) if beta is None else beta,
        "dense2.kernel": dense2_kernel(rng, units, classes),
        "dense2.bias": signed(rng, classes, 0.1, 0.4),
    }
    return (spread * basis.T).astype(F32), as_float32(weights)


def without_statistics(rng, width, units, classes):
    """Weights with gamma = 0: the output is softmax(beta @ kernel + bias), whatever the statistics."""
    return as_float32(
        {
            "dense1.kernel": signed(rng, (width, units), 20.0, 90.0),
            "dense1.bias": signed(rng, units, 20.0, 90.0),
            "layer_norm1.gamma": np.zeros(units),
            "layer_norm1.beta": rng.uniform(0.5, 1.5, units),
            "dense2.kernel": signed(rng, (units, classes), 0.3, 0.8),
            "dense2.bias": signed(rng, classes, 0.1, 0.4),
        }
    )


def bias_alone(rng, dense2_bias):
    """Weights of the default sizes with which only `dense2.bias` matters and learns."""
    return as_float32(
        {
            "dense1.kernel": signed(rng, (WIDTH, HIDDEN), 20.0, 90.0),
            "dense1.bias": signed(rng, HIDDEN, 20.0, 90.0),
            "layer_norm1.gamma": np.zeros(HIDDEN),
            "layer_norm1.beta": np.zeros(HIDDEN),
            "dense2.kernel": np.zeros((HIDDEN, CLASSES)),
            "dense2.bias": np.asarray(dense2_bias),
        }
    )


def as_float32(weights):
    return {name: np.asarray(value, dtype=F32) for name, value in weights.items()}


def samples(rng, labels, dtype=np.int64):
    """A batch with these labels and random inputs."""
    return rng.normal(size=(len(labels), WIDTH)).astype(F32), np.array(labels, dtype=dtype)


def shuffled(rng, *values):
    return rng.permutation(np.array(values)).tolist()


# --- what the harness gave ----------------------------------------------------------------


def require_placed(condition, name, found, shape):
    """Require that there was a weight of that name and shape, or that it is another check's matter."""
    seen, zh_seen = f"{name} is of type {found}", f"{name} 的类型是 {found}"
    if found is None:
        seen, zh_seen = f"The model has no {name}", f"模型没有 {name}"
    elif found.startswith("("):
        seen, zh_seen = f"{name} has shape {found}", f"{name} 的形状是 {found}"
    require(
        condition,
        f"{seen}; it should be a weight of shape {shape}.",
        f"{zh_seen}，应为形状 {shape} 的权重。",
    )


def settle(result, weights):
    """The oracle for the model as it is: a missing gamma, beta or bias stands for 1 or 0."""
    weights, frozen = dict(weights), []
    for name, found in result["misfits"]:
        require_placed(name in NEUTRAL, name, found, weights[name].shape)
        weights[name] = np.full_like(weights[name], NEUTRAL[name])
        frozen.append(name)
    epsilon = result.get("choices", {}).get("epsilon")
    usable = type(epsilon) is float and 0 < epsilon <= 1
    return Network(weights, epsilon if usable else 1e-3, frozen)


def require_all_placed(result, weights, *names):
    """Require that these weights of the model exist and have the right shapes."""
    for name, found in result["misfits"]:
        require_placed(name not in names, name, found, weights[name].shape)


def after(call, name):
    """The name of a value, once that call was made."""
    return Text(f"{name} after {call}", f"{call} 之后的 {name}")


def assert_losses(run, want, *, atol):
    """Compare the returned losses, numbers of whatever type."""
    got = run["losses"]
    epochs = f"{len(want)} epoch{'s' if len(want) > 1 else ''}"
    require(
        type(got) is list and len(got) == len(want),
        f"After {epochs} train returned {indefinite(run['returned'])}; it should return a list of one float "
        "an epoch.",
        f"{len(want)} 轮训练后，{spaced('train 返回了', describe(run['returned'], 'zh'))}，"
        "应返回列表，每轮一个 float。",
    )
    for epoch, (mine, right) in enumerate(zip(got, want, strict=True)):
        assert_number(mine, right, what=f"losses[{epoch}]", atol=atol)


def assert_weights(run, network, *names, atol):
    for name in names:
        if name not in network.frozen:
            assert_close(run["weights"][name], network.w[name], what=name, atol=atol, dtype="floating")


def predict(submission, weights, batches, *modes, **sizes):
    result = submission.harness.predict(keywords=sizes, weights=weights, batches=batches, modes=list(modes))
    return settle(result, weights), result


def assert_predicts(submission, x, weights, *, atol=1e-4, what="model(x)", needs=()):
    """Call the model of these weights for each row of `x` by itself and compare the probabilities."""
    hidden, classes = weights["dense2.kernel"].shape
    network, result = predict(
        submission, weights, rows_of(x), "eager", hidden_units=hidden, num_classes=classes
    )
    require_all_placed(result, weights, *needs)
    judge_rows(network, x, result["outputs"]["eager"], what, atol)


def rows_of(x):
    """Each row by itself, as a batch of one."""
    return [x[i : i + 1] for i in range(len(x))]


def judge_rows(network, x, outputs, what, atol):
    for row, got in zip(rows_of(x), outputs, strict=True):
        assert_close(got, network.predict(row), what=what, atol=atol, dtype="floating")


def run_training(submission, weights, *calls, **sizes):
    """Train a model from `weights`, once for each `(batches, source, num_epochs, learning_rate)`."""
    keys = ("batches", "source", "num_epochs", "learning_rate")
    return submission.harness.run_training(
        keywords=sizes,
        weights=weights,
        calls=[dict(zip(keys, call, strict=True)) for call in calls],
    )


def train(submission, weights, *calls, **sizes):
    """The same, with the oracle for the model and the runs alone."""
    result = run_training(submission, weights, *calls, **sizes)
    return settle(result, weights), result["runs"]


# --- the model ----------------------------------------------------------------------------


@pytest.mark.points(0.5)
def test_sizes_and_six_trainable_weights(submission, rng):
    """Six trainable weights, of the default sizes 128 and 10 or of those given

    zh: 六个可训练权重；默认大小为 128 和 10，也可另行指定
    """
    cases = (
        ([], {}, 5, 128, 10),
        ([], {"hidden_units": 7, "num_classes": 4}, 3, 7, 4),
        ([6, 12], {}, 9, 6, 12),
    )
    for sizes, keywords, width, hidden, classes in cases:
        weights = as_float32(
            {
                "dense1.kernel": rng.normal(size=(width, hidden)),
                "dense1.bias": rng.normal(size=hidden),
                "layer_norm1.gamma": rng.normal(size=hidden),
                "layer_norm1.beta": rng.normal(size=hidden),
                "dense2.kernel": rng.normal(size=(hidden, classes)),
                "dense2.bias": rng.normal(size=classes),
            }
        )
        result = submission.harness.look_at(sizes=sizes, keywords=keywords, width=width, weights=weights)
        require(
            result["is_model"] is True,
            "LayerNormalizationNetwork gives an object that is no tf.keras.Model.",
            "LayerNormalizationNetwork 给出的对象不是 tf.keras.Model。",
        )
        require_all_placed(result, weights, *weights)
        shape = getattr(result["output"], "shape", None)
        require(
            shape == (3, classes),
            f"The output for a batch of 3 has shape {shape}; it should be {(3, classes)}.",
            f"对 3 个样本的批，输出的形状是 {shape}，应为 {(3, classes)}。",
        )
        trainable = result["trainable"]
        for name, value in weights.items():
            require(
                any(v.size == value.size and np.array_equal(v.ravel(), value.ravel()) for v in trainable),
                f"{name} is not among model.trainable_variables.",
                f"{name} 不在 model.trainable_variables 中。",
            )
        require(
            len(trainable) == 6,
            f"model.trainable_variables holds {len(trainable)} weights; there should be 6.",
            f"model.trainable_variables 中有 {len(trainable)} 个权重，应为 6 个。",
        )


@pytest.mark.points(0.5)
def test_gamma_starts_at_one_and_beta_at_zero(submission, rng):
    """A new model's gamma is all ones and its beta all zeros

    zh: 新模型的 gamma 全为 1，beta 全为 0
    """
    hidden = int(rng.integers(5, 10))
    result = submission.harness.look_at(
        sizes=[], keywords={"hidden_units": hidden, "num_classes": 3}, width=4
    )
    for name, start in (("gamma", 1.0), ("beta", 0.0)):
        got = result["weights"][f"layer_norm1.{name}"]
        assert_close(got, np.full(hidden, start), what=f"layer_norm1.{name}", atol=1e-6, dtype="floating")


@pytest.mark.points(0.5)
def test_relu_then_normalize(submission, rng):
    """dense1, ReLU, layer norm, dense2, softmax: in this order

    zh: 顺序为 dense1、ReLU、层归一化、dense2、softmax
    """
    z = 100.0 * spread_rows(rng, (3, HIDDEN), offset=0.1)
    x, weights = network_for(rng, z, width=4, classes=5)
    # Reference 2e-7; without the ReLU, or with it after the norm, off by 0.02 or more.
    assert_predicts(submission, x, weights, atol=5e-3)


@pytest.mark.points(0.5)
def test_each_row_on_its_own(submission, rng):
    """Each row is normalized on its own, in a batch of any size and inputs of any width

    zh: 每一行独立归一化，批大小与输入宽度任意
    """
    for width, rows, units, classes in ((1, 2, 120, 2), (11, 6, HIDDEN, 4)):
        # All positive before the ReLU. Sizes from row to row differ by a factor of 5.
        weights = as_float32(
            {
                "dense1.kernel": 50.0 * (spread_rows(rng, (width, units), offset=2.0)),
                "dense1.bias": 50.0 * rng.permuted(np.linspace(0.5, 3.0, units)),
                "layer_norm1.gamma": np.ones(units),
                "layer_norm1.beta": np.zeros(units),
                "dense2.kernel": dense2_kernel(rng, units, classes),
                "dense2.bias": signed(rng, classes, 0.1, 0.4),
            }
        )
        x = rng.uniform(0.5, 1.5, size=(rows, width)) * np.where(np.arange(rows) % 2, 5.0, 1.0)[:, None]
        x = x.astype(F32)
        batches = [x, x[:1], x[1:]]
        network, result = predict(
            submission, weights, batches, "eager", hidden_units=units, num_classes=classes
        )
        for batch, got in zip(batches, result["outputs"]["eager"], strict=True):
            # Reference 2e-6; statistics shared by the rows of a batch are off by 0.05 or more.
            what = Text(f"model(x), x of shape {batch.shape}", f"model(x)（x 的形状为 {batch.shape}）")
            assert_close(got, network.predict(batch), what=what, atol=5e-3, dtype="floating")


@pytest.mark.points(0.5)
def test_population_variance(submission, rng):
    """The variance is divided by hidden_units, not by hidden_units - 1

    zh: 方差除以 hidden_units，而不是 hidden_units - 1
    """
    for units in (2, 3, 5):
        z = 100.0 * spread_rows(rng, (2, units), offset=2.0)  # positive
        x, weights = network_for(rng, z, width=4, classes=3)
        # Reference 2e-7; dividing by D - 1 is off by 0.01 or more.
        assert_predicts(submission, x, weights, what=f"model(x) (hidden_units = {units})")


@pytest.mark.points(0.5)
def test_gamma_scales_and_beta_shifts(submission, rng):
    """gamma scales each normalized feature, beta is then added

    zh: gamma 缩放每个归一化后的特征，之后再加上 beta
    """
    z = 100.0 * spread_rows(rng, (2, HIDDEN), offset=2.0)
    gamma, beta = signed(rng, HIDDEN, 0.3, 1.6), signed(rng, HIDDEN, 0.5, 1.5)
    x, weights = network_for(rng, z, width=5, classes=4, gamma=gamma, beta=beta)
    needs = ("layer_norm1.gamma", "layer_norm1.beta")
    # Reference 5e-7; gamma or beta left out, or beta scaled as well, off by 0.02 or more.
    assert_predicts(submission, x, weights, atol=5e-3, needs=needs)


@pytest.mark.points(0.5)
def test_epsilon_inside_the_root(submission, rng):
    """layer_norm1.epsilon is added to the variance, inside the square root

    zh: layer_norm1.epsilon 加在根号内的方差上
    """
    sizes = {"hidden_units": HIDDEN, "num_classes": 5}
    epsilon = submission.harness.read_epsilon(keywords=sizes, width=4)["choices"]["epsilon"]
    require(
        type(epsilon) is float and 0 < epsilon <= 1,
        "layer_norm1.epsilon should be a positive number, at most 1.",
        "layer_norm1.epsilon 应为不超过 1 的正数。",
    )
    cases = []
    for share in (0.001, 0.1, 1.0, 10.0):  # the variance of the hidden activations, in epsilons
        z = np.sqrt(share * epsilon) * spread_rows(rng, (2, HIDDEN), offset=2.0)
        x, weights = network_for(rng, z, width=4, classes=5, spread=1.0)
        # Reference 5e-7; without epsilon, with another one, or with it outside the square root,
        # off by 0.02 or more at one of the four.
        what = Text(
            f"model(x) (variance about {share:g} epsilon)", f"model(x)（方差约为 epsilon 的 {share:g} 倍）"
        )
        cases.append((x, weights, what, 5e-3))
    # dense1 gives -1 everywhere: after the ReLU a row of zeros, normalized to beta.
    beta = signed(rng, HIDDEN, 0.5, 1.5)
    x, weights = network_for(rng, np.full((1, HIDDEN), -1.0), width=4, classes=5, spread=1.0, beta=beta)
    weights["dense1.bias"][:] = -1.0
    weights["dense1.kernel"][:] = 0.0
    # Reference 3e-8; without epsilon it is 0 / 0, and zeros in place of beta are off by 0.1 or more.
    what = Text("model(x) (hidden activations all 0)", "model(x)（隐藏层激活值全为 0）")
    cases.append((x, weights, what, 1e-4))
    settings = [{"weights": weights, "batches": rows_of(x)} for x, weights, _, _ in cases]
    results = submission.harness.predict_in_turn(keywords=sizes, epsilon=epsilon, settings=settings)
    for (x, weights, what, atol), result in zip(cases, results, strict=True):
        judge_rows(settle(result, weights), x, result["outputs"], what, atol)


@pytest.mark.points(0.5)
def test_softmax_over_the_classes(submission, rng):
    """The output is the softmax of dense2 over the classes

    zh: 输出是 dense2 结果在类别轴上的 softmax
    """
    bias = shuffled(rng, -1.5, 0.0, 0.5, 1.0, 2.5)
    weights = as_float32(
        {
            "dense1.kernel": signed(rng, (4, 6), 20.0, 90.0),
            "dense1.bias": np.zeros(6),
            "layer_norm1.gamma": np.zeros(6),
            "layer_norm1.beta": np.zeros(6),
            "dense2.kernel": np.zeros((6, 5)),
            "dense2.bias": 40.0 + np.array(bias) + rng.uniform(-0.1, 0.1, 5),
        }
    )
    x = rng.normal(size=(3, 4)).astype(F32)
    # Every row is softmax(dense2.bias), of logits about 40. Reference 6e-8; a sigmoid, logits, a softmax
    # over the batch or twice, or of logits cut off at 30, are off by 0.1 or more.
    assert_predicts(submission, x, weights, atol=1e-5)


@pytest.mark.points(0.5)
def test_works_inside_tf_function(submission, rng):
    """Inside tf.function the results are the same, also where it was traced for any batch size

    zh: 在 tf.function 内结果相同，按任意批大小追踪时也一样
    """
    hidden, classes = 6, 5
    weights = without_statistics(rng, 4, hidden, classes)
    batches = [rng.normal(size=(rows, 4)).astype(F32) for rows in (3, 7, 1)]
    modes = ("eager", "tf.function")
    network, result = predict(
        submission, weights, batches, *modes, hidden_units=hidden, num_classes=classes
    )
    for mode in modes:
        for x, got in zip(batches, result["outputs"][mode], strict=True):
            # Reference 1e-7.
            what = Text(
                f"{mode}: model(x), x of shape {x.shape}", f"{mode}：model(x)（x 的形状为 {x.shape}）"
            )
            assert_close(got, network.predict(x), what=what, atol=1e-4, dtype="floating")


@pytest.mark.points(0.5)
def test_training_changes_nothing(submission, rng):
    """call takes training, and gives the same with True as with False

    zh: call 接受 training 参数，True 与 False 的结果相同
    """
    z = 100.0 * spread_rows(rng, (3, HIDDEN), offset=2.0)
    x, weights = network_for(rng, z, width=4, classes=5)
    modes = ("model(x, training=False)", "model(x, training=True)", "model.call(x, training=True)")
    result = predict(submission, weights, rows_of(x), *modes, hidden_units=HIDDEN, num_classes=5)[1]
    for mode in modes[1:]:
        for got, plain in zip(result["outputs"][mode], result["outputs"][modes[0]], strict=True):
            # Whether that is right is other checks' matter. Reference: equal; dropout is off by 0.02
            # or more.
            what = Text(f"(beside training=False) {mode}", f"与 training=False 相比，{mode}")
            assert_close(got, np.asarray(plain), what=what, atol=1e-4, dtype="floating")


@pytest.mark.points(0.5)
def test_saved_weights_come_back(submission, rng):
    """save_weights, then load_weights into a new model that was called once: the same outputs

    zh: save_weights 后，用 load_weights 载入一个已调用过一次的新模型，输出相同
    """
    hidden, classes = 6, 5
    weights = without_statistics(rng, 4, hidden, classes)
    x = rng.normal(size=(3, 4)).astype(F32)
    result = submission.harness.save_and_load(
        keywords={"hidden_units": hidden, "num_classes": classes}, weights=weights, x=x
    )
    network = settle(result, weights)
    for name in weights:
        if name not in network.frozen:
            # Exact; a weight that was not loaded is off by 0.1 or more.
            what = after("load_weights", name)
            assert_close(result["weights"][name], network.w[name], what=what, atol=1e-6, dtype="floating")
    # Reference 1e-7.
    what = after("load_weights", "model(x)")
    assert_close(result["output"], network.predict(x), what=what, atol=1e-4, dtype="floating")


# --- train --------------------------------------------------------------------------------


@pytest.mark.points(1)
def test_one_step_moves_all_six_weights(submission, rng):
    """One update moves each of the six weights down its exact gradient

    zh: 一次更新使六个权重各自沿其精确梯度下降
    """
    z = 30.0 * spread_rows(rng, (4, 6), offset=0.4)
    gamma, beta = signed(rng, 6, 0.3, 0.6), signed(rng, 6, 0.1, 0.3)
    x, weights = network_for(rng, z, width=5, classes=3, spread=30.0, gamma=gamma, beta=beta)
    weights["dense2.kernel"] *= 0.4
    labels = np.array(shuffled(rng, 0, 1, 2, 1), dtype=np.int32)
    batches = [(x, labels)]
    network, (run,) = train(
        submission, weights, (batches, "dataset", 1, 1.0), hidden_units=6, num_classes=3
    )
    network.step(x, labels, 1.0)
    # Reference 1e-6; a weight that stays as it was is off by 4e-4 (dense1.bias, whose gradient all
    # but cancels) or more, a gradient that does not go through mean and variance by 3e-3.
    assert_weights(run, network, *weights, atol=5e-5)


@pytest.mark.points(0.5)
def test_trains_over_epochs(submission, rng):
    """Two epochs over ragged batches: the losses and all six weights

    zh: 在长短不一的批上训练两轮：各轮损失与六个权重
    """
    width, units, classes = 8, 8, 4  # equal, as an x that is added to the activations needs it
    weights = as_float32(
        {
            "dense1.kernel": 30.0 * spread_rows(rng, (width, units), offset=0.0),
            "dense1.bias": signed(rng, units, 10.0, 30.0),
            "layer_norm1.gamma": np.ones(units),
            "layer_norm1.beta": np.zeros(units),
            "dense2.kernel": signed(rng, (units, classes), 0.2, 0.4),
            "dense2.bias": signed(rng, classes, 0.1, 0.3),
        }
    )
    batches = []
    for size in (4, 5, 2):
        x = rng.normal(size=(size, width)).astype(F32)
        batches.append((x, rng.integers(0, classes, size=size)))
    batches[1][0][2] = 0.0  # a row of zeros is a sample like any other
    network, (run,) = train(
        submission, weights, (batches, "list", 2, 0.3), hidden_units=units, num_classes=classes
    )
    want = [network.epoch(batches, 0.3) for _ in range(2)]
    # Reference 1e-6 and 1e-6 (all but dense1.kernel, whose values are about 50: 4e-6). A loss rounded
    # to 4 decimals is off by up to 5e-5, a floor of 1e-6 under the probabilities by 1e-5.
    assert_losses(run, want, atol=2e-5)
    assert_weights(run, network, *weights, atol=1e-4)


@pytest.mark.points(0.5)
def test_plain_sgd(submission, rng):
    """Plain SGD at the learning rate given, in each call of train anew

    zh: 朴素 SGD，每次调用 train 都用该次给定的学习率，不留状态
    """
    weights = bias_alone(rng, np.eye(CLASSES)[0] * 7.5)
    # The same batch over and over, of one class with a probability of 0.0005 at first: the gradient
    # is longer than 1, and larger than 0.5 in two of its entries.
    batch = samples(rng, [1, 1, 1])
    calls = (([batch] * 2, "dataset", 3, 0.4), ([batch] * 3, "dataset", 1, 0.05))
    network, runs = train(submission, weights, *calls)
    wanted = []
    for (batches, _, epochs, rate), run in zip(calls, runs, strict=True):
        wanted.append([network.epoch(batches, rate) for _ in range(epochs)])
        # Reference 5e-7, and 2e-3 where 1e-6 is added to a probability before its logarithm. Momentum,
        # decay, clipping, Adam, another rate, a floor of 0.001: off by 0.01 or more.
        assert_weights(run, network, "dense2.bias", atol=4e-3)
    # Where the first call's losses are right, the second's must not have anything of them.
    if runs[0]["losses"] and np.allclose(runs[0]["losses"], wanted[0], rtol=0, atol=1e-2):
        assert_losses(runs[1], wanted[1], atol=1e-2)
    # Two batches of which each undoes what the other did: the second epoch's loss is the higher one.
    # Reference 1e-5, and 1e-2 with 1e-6 added as above; to end there, or to go back, is off by 0.5.
    undoing = bias_alone(rng, signed(rng, CLASSES, 0.1, 0.5))
    batches = [samples(rng, [3]), samples(rng, [5])]
    network, (run,) = train(submission, undoing, (batches, "dataset", 3, 5.0))
    for _ in range(3):
        network.epoch(batches, 5.0)
    assert_weights(run, network, "dense2.bias", atol=0.05)
    # As many epochs as a schedule may wait for. Reference 1e-5; a rate that falls from epoch 10 on, or
    # the mean of some epochs' weights, is off by 0.1.
    long = bias_alone(rng, signed(rng, CLASSES, 0.1, 0.5))
    batches = [samples(rng, [7])]
    network, (run,) = train(submission, long, (batches, "dataset", 21, 0.1))
    for _ in range(21):
        network.epoch(batches, 0.1)
    assert_weights(run, network, "dense2.bias", atol=4e-3)
    # One step down a gradient of length 40 or more, nearly all of it dense2.kernel's.
    weights["layer_norm1.beta"] = np.full(HIDDEN, 3.0, F32)
    network, (run,) = train(submission, weights, ([batch], "dataset", 1, 0.01))
    network.step(*batch, 0.01)
    # Reference 2e-8; a gradient clipped to a length of 30 is off by 5e-3.
    assert_weights(run, network, "dense2.kernel", atol=1e-4)


@pytest.mark.points(0.5)
def test_batches_in_order(submission, rng):
    """Each batch is used once, in the data set's order, a large one and a short last one too

    zh: 每个批按数据集的顺序用一次，大批和最后的短批也不例外
    """
    weights = bias_alone(rng, np.zeros(CLASSES))
    order = shuffled(rng, *range(CLASSES))
    batches = [samples(rng, [label, label]) for label in order[:7]] + [samples(rng, order[7:8])]
    large = [samples(rng, order[8:9] * 100)]
    network, runs = train(submission, weights, (batches, "dataset", 1, 2.0), (large, "dataset", 1, 2.0))
    for run, each in zip(runs, (batches, large), strict=True):
        network.epoch(each, 2.0)
        # Reference 5e-7; two neighbours that change places are off by 0.1 or more, a large batch that
        # is taken in pieces by 0.5.
        assert_weights(run, network, "dense2.bias", atol=1e-4)


@pytest.mark.points(0.5)
def test_loss_before_the_update(submission, rng):
    """A batch's loss is the one it had before its update

    zh: 批的损失取其更新之前的值
    """
    bias = np.array(shuffled(rng, *np.linspace(-1.0, 1.0, CLASSES)))
    weights = bias_alone(rng, bias)
    worst = int(np.argmin(bias))
    batches = [samples(rng, [worst, worst, (worst + 1) % CLASSES])]
    network, (run,) = train(submission, weights, (batches, "dataset", 1, 0.7))
    # Reference 2e-7; the loss after the update is off by 0.2 or more.
    assert_losses(run, [network.epoch(batches, 0.7)], atol=1e-4)


@pytest.mark.points(0.5)
def test_mean_over_the_samples(submission, rng):
    """An epoch's loss is the mean over its samples: a short batch counts for less

    zh: 一轮的损失是对样本求平均：短批的分量更小
    """
    likely, rare = shuffled(rng, *range(CLASSES))[:2]
    bias = np.zeros(CLASSES)
    bias[likely], bias[rare] = 2.0, -1.5
    weights = bias_alone(rng, bias + rng.uniform(-0.1, 0.1, CLASSES))
    batches = [samples(rng, [likely] * 4), samples(rng, [likely] * 4), samples(rng, [rare])]
    network, (run,) = train(submission, weights, (batches, "dataset", 1, 1e-6))
    # Reference 1e-7, and 1e-6 at most from the updates; the mean of the batches' means is off by
    # 0.7 or more, the last batch's own loss by 3.
    assert_losses(run, [network.epoch(batches, 1e-6)], atol=1e-4)


@pytest.mark.points(0.5)
def test_list_or_dataset(submission, rng):
    """Takes a list of batches, or a tf.data.Dataset whose length may be unknown

    zh: 接受批的列表，或长度可能未知的 tf.data.Dataset
    """
    weights = bias_alone(rng, signed(rng, CLASSES, 0.1, 0.5))
    batches = [samples(rng, shuffled(rng, 1, 4, 7, 7, 2))]
    calls = [(batches, "list", 1, 0.5), (batches, "dataset of unknown length", 1, 0.5)]
    network, runs = train(submission, weights, *calls)
    for run in runs:
        network.epoch(batches, 0.5)
        # Reference 1e-7; without an update off by 0.02 or more.
        assert_weights(run, network, "dense2.bias", atol=1e-4)


@pytest.mark.points(0.5)
def test_returns_plain_floats(submission, rng):
    """Returns a list with one plain float an epoch, [] for no epochs

    zh: 返回列表，每轮一个普通 float；零轮时为 []
    """
    weights = bias_alone(rng, signed(rng, CLASSES, 0.1, 0.5))
    batches = [samples(rng, [3]), samples(rng, [5])]
    # At a rate of 9 each batch undoes what the other did and the second epoch's loss is higher than
    # the first's. It leaves the last batch with a loss of 0.003, which at 1e-6 does not change.
    calls = [(batches, "dataset", 0, 0.1), (batches, "dataset", 3, 9.0), (batches[1:], "dataset", 21, 1e-6)]
    result = run_training(submission, weights, *calls)
    none, *others = result["runs"]
    assert_equal(none["returned"], [], what="train(..., num_epochs=0)")
    for name, begun in result["begun"].items():
        if type(begun) is np.ndarray:  # one that is missing is another check's matter
            # Exact; one update moves dense2.bias by 0.05 or more.
            what = after("train(..., num_epochs=0)", name)
            assert_close(none["weights"][name], begun, what=what, atol=1e-6, dtype="floating")
    for num_epochs, run in zip((3, 21), others, strict=True):
        got = run["returned"]
        require(
            type(got) is list and len(got) == num_epochs,
            f"train(..., num_epochs={num_epochs}) returned {indefinite(got)}; it should return a list of "
            f"{num_epochs} floats.",
            f"{spaced(f'train(..., num_epochs={num_epochs}) 返回了', describe(got, 'zh'))}，"
            f"应返回含 {num_epochs} 个 float 的列表。",
        )
        for epoch, loss in enumerate(got):
            # The type alone; other checks look at the value.
            require(
                type(loss) is float,
                f"losses[{epoch}] is {indefinite(loss)}; it should be a plain Python float.",
                f"losses[{epoch}] {spaced('是', describe(loss, 'zh'))}，应为普通的 Python float。",
            )

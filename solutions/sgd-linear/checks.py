"""Hidden checks of a linear network trained with SGD.

The oracle is in plain Python floats, one sample at a time. Weights are assigned before they
matter, so that a mistake in drawing them costs no other check. Single steps are judged to 1e-9, with
the second gradient at the old weights or at the new (that has a check of its own), and training is
right where it takes the right steps or the submission's own, so that a wrong step is paid for once.
"""

import contextlib
import math

import numpy as np
import pytest

from grader.checks import (
    SubmissionRaised,
    Text,
    assert_close,
    assert_equal,
    assert_number,
    describe,
    expect_raises,
    indefinite,
    require,
    spaced,
)

TINY, RATE = 2.0**-20, 2.0**-4
UNIT = np.zeros(1)  # with atol=inf it stands for any finite weight


# --- the oracle ---------------------------------------------------------------------------


def gradients(w1, w2, x, y):
    """Both derivatives of the mean squared error at these weights."""
    pairs = list(zip(np.ravel(x).tolist(), np.ravel(y).tolist(), strict=True))
    g1 = math.fsum(2.0 * (w1 * a + w2 - b) * a for a, b in pairs) / len(pairs)
    g2 = math.fsum(2.0 * (w1 * a + w2 - b) for a, b in pairs) / len(pairs)
    return g1, g2


def trained(w1, w2, data, epochs, rate):
    for x, y in list(data) * epochs:
        slope = -2.0 * (y - (w1 * x + w2))
        w1, w2 = w1 - rate * slope * x, w2 - rate * slope
    return w1, w2


def mean_squared_error(w1, w2, data):
    return math.fsum((y - (w1 * x + w2)) * (y - (w1 * x + w2)) for x, y in data) / len(data)


# --- reading the submission ---------------------------------------------------------------


def network(submission, w1, w2):
    """A network with these weights."""
    nn = submission.SimpleNeuralNetwork(seed=7)
    nn.w1, nn.w2 = np.array([float(w1)]), np.array([float(w2)])
    return nn


def number(value, what):
    """The one number in `value`, whatever its type, shape and dtype are."""
    array = np.asarray(value if isinstance(value, (np.ndarray, np.generic, float, int)) else [])
    en, zh = (what.en, what.zh) if isinstance(what, Text) else (what, what)
    require(
        array.size == 1 and array.dtype.kind in "fiu",
        f"{en} is {indefinite(value)}; it should hold one number.",
        f"{spaced(zh, '是', describe(value, 'zh'))}，应只含一个数。",
    )
    return float(array.ravel()[0])


def after(en, zh, name):
    """The name of a weight, once that was done to it."""
    return Text(f"{name} after {en}", f"{spaced(zh, '之后的')} {name}")


def weights(nn, en="", zh=""):
    """Both weights as floats; where something was done to them, `en` and `zh` say what."""
    names = [after(en, zh, name) if en else name for name in ("w1", "w2")]
    return number(nn.w1, names[0]), number(nn.w2, names[1])


def numbers(losses):
    """The losses as floats; lists, tuples and arrays will do."""
    require(
        isinstance(losses, (list, tuple, np.ndarray)),
        f"train returned {indefinite(losses)}; it should return a list of losses.",
        f"{spaced('train 返回了', describe(losses, 'zh'))}，应返回损失的列表。",
    )
    return [number(loss, f"losses[{i}]") for i, loss in enumerate(losses)]


def signs(rng, size):
    """Both signs, where there are two or more."""
    return rng.permuted(np.where(np.arange(size) % 2, -1.0, 1.0))


def pairs(rng, size):
    """Samples that no line fits: no order of them, and no subset, trains to the same weights."""
    x = rng.permuted(np.linspace(0.5, 1.5, size)) * signs(rng, size) + rng.uniform(-0.1, 0.1, size)
    y = 3.0 + 0.5 * x + signs(rng, size) * rng.uniform(0.5, 1.5, size)
    return list(zip(x.tolist(), y.tolist(), strict=True))


# --- the weights --------------------------------------------------------------------------


@pytest.mark.points(0.5)
def test_weights_are_float64_of_shape_1(submission, rng):
    """w1 and w2 are float64 arrays of shape (1,) that can be read and assigned

    zh: w1 和 w2 是形状 (1,) 的 float64 数组，可读可赋值
    """
    nn = submission.SimpleNeuralNetwork(seed=int(rng.integers(1, 10**6)))
    for name in ("w1", "w2"):
        assert_close(getattr(nn, name), UNIT, what=name, atol=np.inf)
    for name, form in zip(("w1", "w2"), submission.harness.weight_forms(seed="omitted"), strict=True):
        kind, dtype, shape = form
        require(
            form == ["ndarray", "float64", [1]],
            f"Without a seed {name} is a {kind} (dtype {dtype}, shape {shape}); it should be a float64 "
            "array of shape (1,).",
            f"不给种子时 {name} 是 {kind}（dtype {dtype}，形状 {shape}），应为形状 (1,) 的 float64 数组。",
        )
    held = {}
    for name in ("w1", "w2", "w1"):  # in either order, neither touches the other
        held[name] = rng.normal(size=1)
        setattr(nn, name, held[name].copy())
        for other, value in held.items():
            when = "once assigned" if other == name else f"once {name} was assigned"
            zh_when = "赋值" if other == name else f"给 {name} 赋值"
            what = Text(f"{other}, {when},", f"{zh_when}之后的 {other}")
            assert_close(getattr(nn, other), value, what=what, atol=0.0)


@pytest.mark.points(0.5)
def test_two_standard_normal_draws(submission, rng):
    """Each weight is a draw from a standard normal, and the two are independent

    zh: 两个权重各自取自标准正态分布，且相互独立
    """
    # Bounds that no right submission leaves in 1e9 runs. Over 1000 seeds: a mean of 0.22 is 7 sigma, a
    # correlation of 0.3 is 9 (that of squares has heavier tails); P(variance outside 0.72 .. 1.35) < 1e-10;
    # of the 45.5 values expected beyond +-2, P(fewer than 8) < 1e-10. The farthest in 900 runs of right
    # submissions: mean 0.11, variance 0.84 and 1.16, 27 beyond +-2, correlations 0.09.
    # Seen of uniform(-1, 1): variance 0.33; of uniform(0, 1): mean 0.5; of draws cut off at 2, or
    # uniform with variance 1: none beyond 2; of one draw for both: correlation 1.
    seeds = rng.choice(10**6, size=1000, replace=False).tolist()
    judge_draws(submission.harness.first_weights(seeds=seeds), "1000 seeds", "1000 个种子")
    unseeded = submission.harness.first_weights(seeds=["omitted"] * 1000)
    if len(set(pairs_of(unseeded))) == 1000:  # that they differ is the next check's matter
        judge_draws(unseeded, "1000 networks without a seed", "1000 个不给种子的网络")


def require_all_others(drawn):
    """Require that no two seeds, the keys, give the same pair of weights."""
    owner = {}
    for seed, pair in drawn.items():
        other = owner.setdefault(pair, seed)
        require(
            other == seed,
            f"seed={other} and seed={seed} give the same weights.",
            f"seed={other} 与 seed={seed} 给出相同的权重。",
        )


def pairs_of(drawn):
    """The pairs of weights, from what the harness read."""
    return list(zip(drawn["w1"].tolist(), drawn["w2"].tolist(), strict=True))


def judge_draws(drawn, of, zh_of):
    """Require 1000 draws of both weights to look like those of two independent standard normals."""
    for name in ("w1", "w2"):
        w = drawn[name]
        mean, variance, beyond = float(w.mean()), float(w.var()), int((np.abs(w) > 2).sum())
        seen = f"{name} over {of}: mean {mean:.2g}, variance {variance:.2g}"
        zh_seen = f"{zh_of}的 {name}：均值 {mean:.2g}，方差 {variance:.2g}"
        require(
            abs(mean) < 0.22 and 0.72 < variance < 1.35,
            f"{seen}; a standard normal has mean 0 and variance 1.",
            f"{zh_seen}；标准正态分布的均值为 0、方差为 1。",
        )
        require(
            beyond >= 8,
            f"{seen}, but {beyond} values beyond +-2; a standard normal has about 45.",
            f"{zh_seen}，但超出 ±2 的有 {beyond} 个；标准正态分布约有 45 个。",
        )
    w1, w2 = drawn["w1"], drawn["w2"]
    same = int((w1 == w2).sum())
    require(
        same == 0,
        f"w1 equals w2 for {same} of {of}; they should be two draws.",
        f"{zh_of}中有 {same} 个的 w1 等于 w2；应抽取两次。",
    )
    for a, b, en, zh in ((w1, w2, "w1 and w2", "w1 与 w2"), (w1**2, w2**2, "their squares", "二者的平方")):
        correlation = float(np.corrcoef(a, b)[0, 1])
        require(
            abs(correlation) < 0.3,
            f"The correlation of {en} over {of} is {correlation:.2f}; independent draws have 0.",
            f"{zh_of}上{zh}的相关系数为 {correlation:.2f}；独立抽取应为 0。",
        )


@pytest.mark.points(0.5)
def test_seed_decides_the_weights(submission, rng):
    """The same seed gives the same weights, another seed (or none) others

    zh: 相同的种子给出相同的权重，不同的种子（或不给种子）给出不同的权重
    """
    seeds = [*(2 + rng.choice(10**6, size=4, replace=False)).tolist(), 1, 0]
    first = submission.SimpleNeuralNetwork(seed=seeds[1])
    drawn = weights(first)
    before = {}
    for seed in seeds:
        nn = submission.SimpleNeuralNetwork(seed=seed)
        before[seed] = weights(nn)
        require(
            weights(submission.SimpleNeuralNetwork(seed)) == before[seed],
            f"Two networks with seed={seed} have different weights.",
            f"seed={seed} 的两个网络权重不同。",
        )
        with contextlib.suppress(SubmissionRaised):  # what one network learns is no other's business
            nn.backward(2.0, 30.0, 0.125)
    moved = weights(first) != drawn  # read before another network is made with its seed
    for seed in reversed(seeds):
        require(
            weights(submission.SimpleNeuralNetwork(seed)) == before[seed],
            f"A new network with seed={seed} has other weights once an earlier one was trained.",
            f"先前的网络训练之后，新建的 seed={seed} 的网络权重变了。",
        )
    require(
        not moved and weights(first) == drawn,
        "The weights of one network change when another one is made or trained.",
        "创建或训练另一个网络时，这个网络的权重也变了。",
    )
    require_all_others(before)
    read = submission.harness.read_in_both_orders(seed=seeds[2])
    require(
        read[:2] == read[2:],
        f"Two networks with seed={seeds[2]} have different weights where w2 is read before w1.",
        f"先读 w2 再读 w1 时，seed={seeds[2]} 的两个网络权重不同。",
    )
    # Seeds that a remainder, or a cut to fewer bits, takes for one and the same.
    apart = [0, *(10**k for k in range(10)), *(2**k for k in range(8, 32, 2)), 2**31]
    alike = [*(seeds[0] + step for step in apart), 2**32 - 1]
    drawn_by = pairs_of(submission.harness.first_weights(seeds=alike))
    require_all_others(dict(zip(alike, drawn_by, strict=True)))
    # Each after a network with a seed, which is not to decide what comes after it.
    mixed = [1, "omitted", 1, "omitted", 1, None, 1, None]
    unseeded = pairs_of(submission.harness.first_weights(seeds=mixed))[1::2]
    met = len(set(unseeded))
    require(
        met == 4,
        "4 networks without a seed, each made after one with a seed, "
        + ("all have the same weights" if met == 1 else f"have only {met} different pairs of weights")
        + "; each should have its own.",
        "4 个不给种子的网络（各在一个有种子的网络之后创建）"
        + ("权重完全相同" if met == 1 else f"只有 {met} 组不同的权重")
        + "，应各不相同。",
    )
    # The first seeds there are: who counts them off, network by network, is among them (and may have
    # made more than a thousand for the check above).
    seeded = set(pairs_of(submission.harness.first_weights(seeds=list(range(2048)))))
    require(
        seeded.isdisjoint(unseeded),
        "A network without a seed has the weights of one with a seed from 0 to 2047; it should have others.",
        "不给种子的网络与种子为 0 到 2047 之一的网络权重相同；二者应不同。",
    )


@pytest.mark.points(0.5)
def test_global_random_state_is_left_alone(submission, rng):
    """NumPy's global random state is left as it was found, with a seed and without

    zh: 无论是否给种子，NumPy 的全局随机状态都保持原样
    """
    for seed in (int(rng.integers(1, 10**6)), 0, None, "omitted"):
        found = int(rng.integers(10**6))
        reference = np.random.RandomState(found)
        reference.standard_normal()
        want = reference.standard_normal(4)
        got = submission.harness.global_draws_after(global_seed=found, seed=seed)
        made = "SimpleNeuralNetwork()" if seed == "omitted" else f"SimpleNeuralNetwork(seed={seed})"
        require(
            bool(np.array_equal(got, want)),
            f"{made} changes NumPy's global random state: what np.random draws next is different.",
            f"{made} 改变了 NumPy 的全局随机状态：np.random 之后抽到的数不同了。",
        )
    for use in ("forward", "backward", "train"):
        got = submission.harness.global_draws_around(global_seed=found, use=use)
        require(
            bool(np.array_equal(got, want)),
            f"{use} changes NumPy's global random state: what np.random draws next is different.",
            f"{use} 改变了 NumPy 的全局随机状态：np.random 之后抽到的数不同了。",
        )


# --- forward ------------------------------------------------------------------------------


@pytest.mark.points(0.5)
def test_forward_of_a_number(submission, rng):
    """forward gives w1 * x + w2 of shape (1,) for a number

    zh: 对一个数，forward 给出形状 (1,) 的 w1 * x + w2
    """
    scalars = np.float64(rng.uniform(-3.0, -1.5)), np.float32(rng.uniform(1.5, 3.0)), np.int64(2)
    for x in (0.0, *rng.uniform(1.5, 3.0, 5).tolist(), -3, *scalars):
        w1, w2 = float(rng.uniform(0.5, 1.5)), float(rng.uniform(-9.0, -6.0))
        nn = network(submission, w1, w2)
        want = np.array([w1 * float(x) + w2])
        # Reference 0; the weights swapped are off by 2 or more, float32 by 1e-7.
        what = Text(f"forward(x) (x: {describe(x)})", f"forward(x)（x：{describe(x, 'zh')}）")
        assert_close(nn.forward(x), want, what=what, atol=1e-9)
    # One weight alone is assigned.
    x, nn = float(rng.uniform(1.5, 3.0)), network(submission, 1.0, -7.0)
    for name, w1, w2 in (("w1", 1.5, -7.0), ("w2", 1.5, -8.0), ("w1", 0.75, -8.0)):
        setattr(nn, name, np.array([{"w1": w1, "w2": w2}[name]]))
        # Reference 0; at the old weight off by 1 or more.
        what = Text(
            f"forward(x), only {name} having been assigned anew,", f"只给 {name} 重新赋值之后的 forward(x)"
        )
        assert_close(nn.forward(x), np.array([w1 * x + w2]), what=what, atol=1e-9)


@pytest.mark.points(0.5)
def test_forward_of_an_array(submission, rng):
    """forward gives w1 * x + w2 of shape (n,) for an array of n values

    zh: 对 n 个值的数组，forward 给出形状 (n,) 的 w1 * x + w2
    """
    for n in (5, 1, 2):
        w1, w2 = float(rng.uniform(0.5, 1.5)), float(rng.uniform(-9.0, -6.0))
        nn = network(submission, w1, w2)
        x = rng.permuted(np.linspace(-3.0, 3.5, n)) + rng.uniform(-0.2, 0.2, n)
        want = np.array([w1 * value + w2 for value in x.tolist()])
        # Reference 0; the weights swapped are off by 2 or more, float32 by 1e-7.
        assert_close(nn.forward(x), want, what=f"forward(x) (n = {n})", atol=1e-9)
    for x in (np.array([0.5, -1.25, 3.0], np.float32), np.array([2, -3, 0])):
        nn = network(submission, w1, w2)
        want = np.array([w1 * value + w2 for value in x.tolist()])
        # Reference 0; what is put into an array of x's dtype is off by 0.5, in float32 by 1e-7.
        assert_close(nn.forward(x=x), want, what=f"forward(x) (x: {x.dtype})", atol=1e-9)
    xs = [rng.uniform(-3.0, 3.0, 4) for _ in range(2)]
    ys = submission.harness.forward_in_turn(w1=np.array([w1]), w2=np.array([w2]), xs=xs)
    names = (
        ("the first of two calls", "两次调用中的第一次"),
        ("the second of two calls", "两次调用中的第二次"),
    )
    for y, x, (en, zh) in zip(ys, xs, names, strict=True):
        # Reference 0; what the second call has written over is off by 0.1 or more.
        assert_close(y, w1 * x + w2, what=Text(f"forward(x) ({en})", f"forward(x)（{zh}）"), atol=1e-9)


# --- backward -----------------------------------------------------------------------------


def judge_step(nn, w1, w2, x, y, en, zh):
    """One step from these weights, with each gradient at the old weights or at the other's new one.

    `en` and `zh` say on what it is taken.
    """
    nn.w1, nn.w2 = np.array([w1]), np.array([w2])
    # Worked out before x and y can be changed.
    g1, g2 = wanted = gradients(w1, w2, x, y)
    late = gradients(w1, w2 - RATE * g2, x, y)[0], gradients(w1 - RATE * g1, w2, x, y)[1]
    nn.backward(x, y, RATE)
    now = weights(nn, "backward", "backward")
    for name, old, new, want, other in zip(("w1", "w2"), (w1, w2), now, wanted, late, strict=True):
        # Reference 1e-12 (the weights' rounding, divided by the learning rate); float32 is off by 1e-7,
        # forward differences by 1e-6, the factor 2 by half of the gradient, others by 0.2 of it or more.
        taken = (old - new) / RATE
        if abs(taken - other) > 1e-9 / RATE:
            what = Text(
                f"The step of {name} over the learning rate (old - new) / learning_rate, {en},",
                f"{zh}走一步时，{name} 的步长与学习率之比（旧值 - 新值）/ learning_rate",
            )
            assert_number(taken, want, what=what, atol=1e-9 / RATE)


@pytest.mark.points(1)
def test_backward_of_one_sample(submission, rng):
    """One step on one sample moves both weights by learning_rate times their gradients

    zh: 对单个样本走一步，两个权重各按 learning_rate 乘以其梯度移动
    """
    nn = network(submission, 0.0, 0.0)
    for scale in (1.0, -1.0, 40.0, -0.01):  # no step remembers the one before, none is clipped
        x = float(rng.uniform(2.0, 3.0)) * (-1.0 if scale == 1.0 else 1.0)
        w1, w2 = rng.uniform(-1.0, 1.0, 2).tolist()
        y = w1 * x + w2 + scale * float(rng.uniform(1.0, 2.0))
        judge_step(nn, w1, w2, x, y, "on one sample", "对单个样本")
    w1 = float(rng.uniform(1.0, 2.0))
    judge_step(nn, w1, 0.5, 3, -4, "on one sample of ints", "对由 int 组成的单个样本")
    x, y = np.float32(-1.25), np.int64(3)
    w1 = float(rng.uniform(1.0, 2.0))
    judge_step(nn, w1, 0.5, x, y, "on one sample of NumPy scalars", "对由 NumPy 标量组成的单个样本")
    w1, w2 = rng.uniform(1.0, 2.0, 2).tolist()
    judge_step(nn, w1, w2, 0.0, w2 + 1.5, "on one sample where x is 0", "对 x 为 0 的单个样本")
    judge_step(nn, w1, w2, 1.5, w1 * 1.5 + w2 + 1e-6, "where y is all but met", "在 y 几乎已经达到时")


@pytest.mark.points(0.5)
def test_backward_averages_over_the_samples(submission, rng):
    """One step on n samples follows the gradient of the mean of their squared errors

    zh: 对 n 个样本走一步，沿平方误差均值的梯度方向
    """
    nn = network(submission, 0.0, 0.0)
    for n in (5, 2, 3, 1, 150):  # no step remembers the one before
        w1, w2 = rng.uniform(-1.0, 1.0, 2).tolist()
        x = rng.permuted(np.linspace(2.0, 3.0, n))
        x[0] *= -0.3
        y = w1 * x + w2 + rng.permuted(np.linspace(1.0, 2.0, n))
        judge_step(nn, w1, w2, x, y, f"on {n} samples", f"对 {n} 个样本")
    # Few and short numbers, so that sums of their products are exact in their own dtypes too; the
    # weights are not, and a residual in float32 is off by 1e-7. The weights' ranges keep every
    # gradient of this check below 10, so that no seed alone brings out a clipped one.
    y = np.array([2.0, 0.5, -1.0, 4.5])
    in_float32 = np.array([1.5, -2.0, 0.25, 3.0], np.float32), y.astype(np.float32)
    # Several times in float32: four roundings may cancel once.
    for few, target in (*[in_float32] * 4, (np.array([2, -1, 3, 1]), y)):
        w1, w2 = float(rng.uniform(0.1, 0.6)), float(rng.uniform(-1.0, 1.0))
        nn = network(submission, 0.0, 0.0)
        case = f"on 4 samples (x: {few.dtype})", f"对 4 个样本（x：{few.dtype}）"
        judge_step(nn, w1, w2, few, target, *case)


@pytest.mark.points(0.5)
def test_both_gradients_at_the_old_weights(submission, rng):
    """Both gradients are taken before either weight is changed

    zh: 两个梯度都在任一权重改变之前计算
    """
    for x in (float(rng.uniform(1.5, 2.5)), -float(rng.uniform(1.5, 2.5)), rng.uniform(1.5, 2.5, size=3)):
        w1, w2 = rng.uniform(-1.0, 1.0, 2).tolist()
        y = w1 * x + w2 + float(rng.uniform(1.0, 2.0))
        moved = []
        for rate in (TINY, 0.25):
            nn = network(submission, w1, w2)
            nn.backward(x=x, y=y, learning_rate=rate)
            now = weights(nn, "backward", "backward")
            moved.append(((w1 - now[0]) / rate, (w2 - now[1]) / rate))
        for name, small, large in zip(("w1", "w2"), *moved, strict=True):
            # Reference 1e-9; at the other's new weight off by 1.5 or more.
            require(
                abs(large - small) < 1e-3,
                f"At learning rate 0.25 the step of {name} is {large:.6g} times the learning rate, at a "
                f"tiny one {small:.6g} times: its gradient should be taken at the old weights.",
                f"学习率为 0.25 时 {name} 的步长是学习率的 {large:.6g} 倍，学习率极小时是 {small:.6g} 倍："
                "其梯度应在旧权重处计算。",
            )


@pytest.mark.points(0.5)
def test_backward_keeps_the_weights_form(submission, rng):
    """backward returns None and leaves w1 and w2 float64 arrays of shape (1,)

    zh: backward 返回 None，w1 和 w2 仍是形状 (1,) 的 float64 数组
    """
    kinds = {
        ("two floats", "两个 float"): (1.5, -0.5),
        ("two ints", "两个 int"): (2, 1),
        ("arrays of shape (4,)", "形状 (4,) 的数组"): (rng.normal(size=4), rng.normal(size=4)),
        ("arrays of shape (1,)", "形状 (1,) 的数组"): (rng.normal(size=1), rng.normal(size=1)),
        ("float32 arrays", "float32 数组"): (
            np.array([1.5, 0.5], np.float32), np.array([2.0, -1.0], np.float32),
        ),
    }  # fmt: skip
    for (kind, zh_kind), (x, y) in kinds.items():
        nn = network(submission, *rng.normal(size=2))
        what = Text(f"What backward returned for {kind}", spaced("backward 对", zh_kind, "返回的值"))
        assert_equal(nn.backward(x, y, 0.01), None, what=what)
        for name in ("w1", "w2"):
            what = after(f"a step on {kind}", spaced("对", zh_kind, "走一步"), name)
            assert_close(getattr(nn, name), UNIT, what=what, atol=np.inf)


# --- train --------------------------------------------------------------------------------


def judge_training(submission, nn, start, runs, en, zh):
    """Compare `nn`'s weights with those after `runs`, each (data, epochs, rate), from `start`.

    `en` and `zh` say what was done last.
    """
    got = np.array(weights(nn, en, zh))
    want = start
    for data, epochs, rate in runs:
        want = trained(*want, data, epochs, rate)
    # Reference 1e-15; the nearest mistake (another order) is off by 1e-3.
    if np.abs(got - want).max() <= 1e-9:
        return
    # Not the right weights: they may still be those which this submission's own steps lead to.
    own = network(submission, *start)
    for data, epochs, rate in runs:
        for x, y in list(data) * epochs:
            own.backward(x, y, rate)
    if (got != start).any() and np.abs(got - np.array(weights(own))).max() <= 1e-9:
        return
    for name, mine, right in zip(("w1", "w2"), got.tolist(), want, strict=True):
        assert_number(mine, right, what=after(en, zh, name), atol=1e-9)


@pytest.mark.points(1)
def test_trains_on_each_sample_in_order(submission, rng):
    """Each epoch takes one step for each sample, in order, and training goes on from the weights there

    zh: 每轮按顺序对每个样本各走一步，并从网络现有的权重继续训练
    """
    start = tuple(rng.uniform(-0.5, 0.5, 2).tolist())
    nn = network(submission, *start)
    # Among them an x of 0, a y of 0, and one sample twice: none of them may be left out.
    few = pairs(rng, 6)
    few += [(0.0, 2.5), few[1], (-1.25, 0.0)]
    first = (few, 3, float(rng.uniform(0.1, 0.15)))
    submission.train(nn, list(first[0]), epochs=3, learning_rate=first[2])
    judge_training(submission, nn, start, [first], "3 epochs over 9 samples", "在 9 个样本上训练 3 轮")

    # A tuple of lists, some of the numbers ints, in a second call on the same network.
    second = (([1, 2], [-0.75, float(rng.uniform(2.0, 3.0))], [2, -1]), 2, 0.0625)
    submission.train(nn, tuple(list(pair) for pair in second[0]), epochs=2, learning_rate=0.0625)
    what = "a second call, over a tuple of 3 samples", "第二次调用（3 个样本组成的元组）"
    judge_training(submission, nn, start, [first, second], *what)

    # Two samples, which are no two columns.
    two = (pairs(rng, 2), 2, 0.0625)
    nn = network(submission, *start)
    submission.train(nn, tuple(two[0]), epochs=2, learning_rate=0.0625)
    judge_training(
        submission,
        nn,
        start,
        [two],
        "2 epochs over a tuple of 2 samples",
        "在 2 个样本组成的元组上训练 2 轮",
    )

    # Many, and steps so small that the first of them still counts at the end.
    many = (pairs(rng, 150), 2, 0.001)
    nn = network(submission, *start)
    submission.train(nn, list(many[0]), epochs=2, learning_rate=0.001)
    judge_training(submission, nn, start, [many], "2 epochs over 150 samples", "在 150 个样本上训练 2 轮")

    # So large a rate that each epoch's loss is larger than the last.
    one = ([(float(rng.uniform(1.0, 2.0)), 3.0)], 3, 0.75)
    nn = network(submission, *start)
    submission.train(nn, list(one[0]), epochs=3, learning_rate=0.75)
    one_of = "3 epochs over 1 sample, in which the loss grows,", "在 1 个样本上训练 3 轮（损失不断增大）"
    judge_training(submission, nn, start, [one], *one_of)
    for name in ("w1", "w2"):
        assert_close(getattr(nn, name), UNIT, what=after(*one_of, name), atol=np.inf)


@pytest.mark.points(0.5)
def test_loss_after_each_epoch(submission, rng):
    """Each loss is the mean squared error over all of data under the weights after that epoch

    zh: 每个损失都是该轮结束后的权重在全部数据上的均方误差
    """
    start = rng.uniform(-0.5, 0.5, 2).tolist()
    data = pairs(rng, 6)
    before = []
    for epochs in (2, 3, 4):
        nn = network(submission, *start)
        # So small a rate that the order of the samples makes 1e-11 of difference.
        losses = numbers(submission.train(nn, list(data), epochs=epochs, learning_rate=1e-6))
        require(
            len(losses) > 0,
            f"train returned no loss for epochs={epochs}.",
            f"epochs={epochs} 时 train 没有返回任何损失。",
        )
        want = mean_squared_error(*weights(nn, "train", "train"), data)
        # Reference 1e-15; a loss taken one epoch early, or on the way, is off by 3e-6.
        what = Text(
            f"The loss after epoch {epochs} of {epochs}", f"共 {epochs} 轮、第 {epochs} 轮之后的损失"
        )
        assert_number(losses[-1], want, what=what, atol=0, rtol=1e-9)
        for i, (one, other) in enumerate(zip(before, losses, strict=False)):
            what = Text(f"losses[{i}] with epochs={epochs}", f"epochs={epochs} 时的 losses[{i}]")
            assert_number(other, one, what=what, atol=0, rtol=1e-9)
        before = losses
    # One that grows from epoch to epoch.
    data = [(float(rng.uniform(1.0, 2.0)), 3.0)]
    nn = network(submission, *start)
    losses = numbers(submission.train(nn, list(data), epochs=3, learning_rate=0.75))
    want = mean_squared_error(*weights(nn, "train", "train"), data)
    what = Text("The last loss of 3, where it grows,", "3 个损失中的最后一个（不断增大时）")
    assert_number(losses[-1] if losses else math.nan, want, what=what, atol=0, rtol=1e-9)
    few = pairs(rng, 3)
    cases = [(f"{size} samples", f"{size} 个样本", pairs(rng, size)) for size in (1, 3, 4, 7, 150)]
    cases += [
        ("4 samples, one of them there twice", "4 个样本（其中一个出现两次）", [*few, few[0]]),
        ("3 samples of ints", "3 个由 int 组成的样本", [(2, 1), (-1, 3), (4, -2)]),
    ]
    # One list, filled anew between two calls.
    runs = [(few, 1, 1e-6), ([(x, y + 10.0) for x, y in few], 1, 1e-6)]
    w1, w2 = (np.array([weight]) for weight in start)
    losses = numbers(submission.harness.train_in_turn(w1=w1, w2=w2, runs=runs)[1])
    stale = mean_squared_error(*start, few)
    # The right loss is off by 0.5 or more, the steps between by 1e-4.
    require(
        not losses or abs(losses[-1] - stale) > 1e-3 * stale,
        "The loss on a list filled anew for a second call is that of what the list held in the first.",
        "同一个列表换上新数据、第二次调用时，得到的仍是旧数据上的损失。",
    )
    for name, zh_name, data in cases:
        nn = network(submission, *start)
        losses = numbers(submission.train(nn, list(data), epochs=2, learning_rate=1e-6))
        want = mean_squared_error(*weights(nn, "train", "train"), data)
        # Reference 1e-15; a sample left out, or cut to an int, is off by 1e-2 or more.
        what = Text(f"The last loss on {name}", f"{zh_name}上的最后一个损失")
        assert_number(losses[-1] if losses else math.nan, want, what=what, atol=0, rtol=1e-9)


@pytest.mark.points(0.5)
def test_one_loss_an_epoch(submission, rng):
    """There is one loss for each epoch, and none (with the weights as they were) for epochs=0

    zh: 每轮一个损失；epochs=0 时没有损失，权重不变
    """
    w1, w2 = (rng.integers(1, 16, 2) / 8).tolist()
    cases = {
        ("", ""): (pairs(rng, 3), 0.125, (1, 5)),
        (", on data that the network fits already", "（网络已经拟合的数据）"): (
            [(x, w1 * x + w2) for x in (1.0, -2.0, 4.0)], 0.125, (1, 5, 150),
        ),
        (", where the loss grows", "（损失不断增大）"): ([(2.0, -7.0)], 0.375, (1, 5)),
        (" on one sample", "（单个样本）"): ([(1.0, 2.5)], 2.0**-12, (300,)),
    }  # fmt: skip
    for (when, zh_when), (data, rate, runs) in cases.items():
        for epochs in runs:
            nn = network(submission, w1, w2)
            got = len(numbers(submission.train(nn, list(data), epochs=epochs, learning_rate=rate)))
            require(
                got == epochs,
                f"epochs={epochs} gives {got} loss(es){when}; it should give {epochs}.",
                f"epochs={epochs} 给出了 {got} 个损失{zh_when}，应为 {epochs} 个。",
            )
    nn = network(submission, w1, w2)
    for call, epochs in (("first", 4), ("second", 2)):
        got = len(numbers(submission.train(nn, pairs(rng, 3), epochs=epochs, learning_rate=0.125)))
        require(
            got == epochs,
            f"The {call} call on one network, epochs={epochs}, gives {got} loss(es).",
            f"对同一网络的第{'一' if call == 'first' else '二'}次调用（epochs={epochs}）给出了 {got} 个损失。",
        )
    runs = [(pairs(rng, 3), 4, 0.125), (pairs(rng, 3), 2, 0.125)]
    in_turn = submission.harness.train_in_turn(w1=np.array([w1]), w2=np.array([w2]), runs=runs)
    got = len(numbers(in_turn[0]))
    require(
        got == 4,
        f"The list that a call with epochs=4 returned has {got} loss(es) after the next call.",
        f"epochs=4 的调用所返回的列表，在下一次调用之后含 {got} 个损失。",
    )
    nn = network(submission, w1, w2)
    got = len(numbers(submission.train(nn, pairs(rng, 3), epochs=0, learning_rate=0.125)))
    require(
        got == 0,
        f"epochs=0 gives {got} loss(es); it should give [].",
        f"epochs=0 给出了 {got} 个损失，应为 []。",
    )
    require(
        weights(nn) == (w1, w2),
        "epochs=0 changes the weights; it should train nothing.",
        "epochs=0 改变了权重；此时不应训练。",
    )


@pytest.mark.points(0.5)
def test_losses_are_a_list_of_floats(submission, rng):
    """train returns a list, and each loss in it is a plain Python float

    zh: train 返回列表，其中每个损失都是普通的 Python float
    """
    # In the last case every loss is 0.
    for epochs, data in ((3, pairs(rng, 4)), (1, pairs(rng, 4)), (0, pairs(rng, 4)), (2, [(1.0, 0.75)])):
        nn = (
            network(submission, 0.5, 0.25)
            if epochs == 2
            else network(submission, *rng.uniform(-0.5, 0.5, 2))
        )
        losses = submission.train(nn=nn, data=data, epochs=epochs, learning_rate=0.0625)
        require(
            type(losses) is list,
            f"train returned {indefinite(losses)} for epochs={epochs}; it should be a list.",
            f"epochs={epochs} 时 {spaced('train 返回了', describe(losses, 'zh'))}，应为 list。",
        )
        for i, loss in enumerate(losses):
            require(
                type(loss) is float,
                f"losses[{i}] is {indefinite(loss)}; it should be a plain Python float.",
                f"losses[{i}] {spaced('是', describe(loss, 'zh'))}，应为普通的 Python float。",
            )


@pytest.mark.points(0.5)
def test_arguments_are_left_alone(submission, rng):
    """data, x and y are never changed

    zh: data、x 和 y 从不被改变
    """
    nn = network(submission, *rng.uniform(0.5, 1.5, 2))
    # What is taken from y and given back loses its last digits.
    x, y = rng.uniform(1.0, 2.0, 20), rng.uniform(0.001, 0.1, 20)
    for name, arguments in (("forward", (x,)), ("backward", (x, y, 0.01))):
        getattr(nn, name)(*[a.copy() if isinstance(a, np.ndarray) else a for a in arguments])
        changed = ", ".join(("x", "y", "learning_rate")[i] for i in submission.changed)
        require(not changed, f"{name} changes {changed} in place.", f"{name} 就地改变了 {changed}。")
    nn = network(submission, *rng.uniform(0.5, 1.5, 2))
    data = [*(list(pair) for pair in pairs(rng, 12)), [1, 2], [-1, 0.5]]  # a float for an int is a change
    submission.train(nn, data, epochs=2, learning_rate=0.01)
    require(not submission.changed, "train changes data in place.", "train 就地改变了 data。")


# --- errors -------------------------------------------------------------------------------


@pytest.mark.points(0.5)
def test_empty_data_is_an_error(submission, rng):
    """Empty data raises ValueError

    zh: data 为空时抛出 ValueError
    """
    for empty in ([], ()):
        nn = network(submission, *rng.normal(size=2))
        expect_raises(ValueError, submission.train, nn, empty, epochs=3, learning_rate=0.1)


@pytest.mark.points(0.5)
def test_loss_not_finite_is_an_error(submission, rng):
    """A loss that is inf or nan raises FloatingPointError

    zh: 损失为 inf 或 nan 时抛出 FloatingPointError
    """
    # Each step multiplies the error by 2**102: the weights overflow in the first epoch, to nan.
    data = [(1.0, float(y)) for y in rng.uniform(2.0, 3.0, 60)]
    nn = network(submission, *rng.uniform(-1.0, 1.0, 2))
    expect_raises(FloatingPointError, submission.train, nn, data, epochs=2, learning_rate=2.0**100)
    # The error is about 2**600 and stays so: its square overflows to inf, the weights do not.
    data = [(1.0, float(rng.uniform(1.0, 2.0)) * 2.0**600)]
    calm = submission.train(network(submission, 0.5, 0.25), [(1.0, 2.0)], epochs=1, learning_rate=TINY)
    # The last loss counts as the others do; that there is one is one_loss_an_epoch's matter.
    for epochs in (2, 1) if numbers(calm) else (2,):
        nn = network(submission, *rng.uniform(-1.0, 1.0, 2))
        expect_raises(FloatingPointError, submission.train, nn, data, epochs=epochs, learning_rate=TINY)


def judge_when_raised(submission, data, epochs, rate, allowed, rng):
    """Train to the error, then find the weights at one of the epochs' ends in `allowed`.

    Or as they were: some train on numbers of their own, and write the weights back at the end.
    Magnitudes are compared, so that a step which is wrong by some factor is not judged again.
    """
    start = tuple(rng.uniform(1.0, 1.5, 2).tolist())
    nn = network(submission, *start)
    expect_raises(FloatingPointError, submission.train, nn, list(data), epochs=epochs, learning_rate=rate)
    got = number(nn.w1, "w1")
    ends = [abs(trained(*start, data, done, rate)[0]) for done in allowed]
    right = got == start[0] or any(
        math.isnan(got) if math.isnan(end) else 2.0**-60 < abs(got) / end < 2.0**60 for end in ends
    )
    en, zh = f"its magnitude is about {ends[0]:.3g}", f"其数量级约为 {ends[0]:.3g}"
    if math.isnan(ends[0]):
        en, zh = "it is nan", "它是 nan"
    require(
        right,
        f"When FloatingPointError is raised, w1 is {got:.3g}; at the end of the epoch whose loss is the "
        f"first not to be finite {en}.",
        f"抛出 FloatingPointError 时 w1 为 {got:.3g}；在首个损失非有限的那一轮结束时，{zh}。",
    )


@pytest.mark.points(0.5)
def test_error_at_the_end_of_that_epoch(submission, rng):
    """FloatingPointError comes at the end of the epoch whose loss is not finite, never earlier or later

    zh: FloatingPointError 在损失非有限的那一轮结束时抛出，不早也不晚
    """
    finite = (
        # An error about 2**505 all the time: its square is large and finite.
        (1.0, [(1.0, 2.0**505 * float(rng.uniform(1.0, 2.0)))], 2.0**-10, 3),
        # An error that each epoch multiplies by 2**60.
        (1.0, [(1.0, 0.0)], 2.0**58, 4),
        # 2**520 before the epoch, where its square is inf, and 2**420 after 100 halvings.
        (2.0**520, [(1.0, 0.0)] * 100, 0.125, 1),
        # The square of 2**-560 is 0.0, rounded: nothing to complain of.
        (2.0**-560, [(1.0, 0.0)], 2.0**-10, 1),
    )
    for w1, data, rate, epochs in finite:
        nn = network(submission, w1 * float(rng.uniform(1.0, 2.0)), 0.0)
        losses = numbers(submission.train(nn, list(data), epochs=epochs, learning_rate=rate))
        require(
            all(math.isfinite(loss) for loss in losses),
            "A loss is returned that is not finite.",
            "返回了非有限的损失。",
        )
    # 2**560 before the first epoch, 2**530 after it (the loss is inf), 2**500 after the second.
    nn = network(submission, 2.0**560, 0.0)
    expect_raises(
        FloatingPointError, submission.train, nn, [(1.0, 0.0)] * 30, epochs=3, learning_rate=0.125
    )
    # Each step multiplies the error by 2**300: the loss is inf after epoch 2, the weights are
    # finite. Each epoch that is trained after that takes them 2**300 further.
    judge_when_raised(submission, [(1.0, 0.25)], 3, 2.0**298, (2, 1), rng)
    # By 2**202 a step: the square overflows after step 3 of the epoch's 4.
    judge_when_raised(submission, [(1.0, y) for y in (0.25, -0.5, 0.0, 0.5)], 2, 2.0**200, (1,), rng)
    # By 2**102 a step: the weights overflow at step 10, and are nan at the end of the epoch.
    judge_when_raised(submission, [(1.0, 0.25)] * 60, 2, 2.0**100, (1,), rng)

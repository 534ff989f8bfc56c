"""Hidden checks of Layer Normalization, forward and backward.

The oracle works row by row in extended precision: the forward pass from the definition, `dx` as
the row's Jacobian times the incoming gradient. Except where `eps` is the subject, rows spread
over about 1e5, so that an `eps` of 1e-5, wherever it is added, moves nothing by more than 2e-10:
a mistake with it costs no other check. What is expected is worked out before the submission is
called, so that an argument changed in place costs no other check either.
"""

import contextlib

import numpy as np
import pytest

from grader.checks import (
    CheckFailure,
    SubmissionRaised,
    Text,
    assert_close,
    describe,
    expect_raises,
    indefinite,
    require,
    spaced,
)

F16, F32, F64 = np.float16, np.float32, np.float64
SCALE = 1e5


# --- inputs -------------------------------------------------------------------------------


def spread_rows(rng, shape, *, scale=SCALE, offset=0.4, dtype=F64):
    """Rows of evenly spread values in random order, jittered: std 0.8 to 1.5 scales in each.

    The mean of each row is about `offset` scales, never zero. (Plain normal draws may by chance
    have a tiny variance where D is 2 or 3.)
    """
    features = shape[-1]
    grid = np.linspace(-1.6, 1.6, features) if features > 1 else np.zeros(1)
    rows = rng.permuted(np.broadcast_to(grid, shape), axis=-1)
    rows = rows + rng.uniform(-0.15, 0.15, size=shape) + offset
    return (scale * rows).astype(dtype)


def mirrored(row):
    """Two rows, the second in reverse: the same statistics in both."""
    return np.stack([row, row[::-1]])


def signed(rng, size, low, high):
    """Values with magnitudes from `low` to `high` and both signs."""
    return rng.uniform(low, high, size=size) * np.where(np.arange(size) % 3 == 1, -1.0, 1.0)


# --- the oracle ---------------------------------------------------------------------------


def wide(array):
    return np.asarray(array).astype(np.longdouble)


def normalized(row, eps):
    """`x_hat` and `sqrt(var + eps)` of one row."""
    centred = row - row.sum() / row.size
    sigma = np.sqrt((centred**2).sum() / row.size + np.longdouble(eps))
    return centred / sigma, sigma


def forward(x, gamma, beta, eps=1e-5):
    x, gamma, beta = wide(x), wide(gamma), wide(beta)
    y = np.empty_like(x)
    for index in np.ndindex(x.shape[:-1]):
        y[index] = normalized(x[index], eps)[0] * gamma + beta
    return y


def backward(dy, x, gamma, eps=1e-5):
    dy, x, gamma = wide(dy), wide(x), wide(gamma)
    features = x.shape[-1]
    dx = np.empty_like(x)
    dgamma, dbeta = np.zeros_like(gamma), np.zeros_like(gamma)
    for index in np.ndindex(x.shape[:-1]):
        x_hat, sigma = normalized(x[index], eps)
        # d x_hat_i / d x_j; it is symmetric.
        jacobian = (np.eye(features) - (1 + np.outer(x_hat, x_hat)) / features) / sigma
        dx[index] = jacobian @ (gamma * dy[index])
        dgamma += dy[index] * x_hat
        dbeta += dy[index]
    return dx, dgamma, dbeta


# --- names in messages --------------------------------------------------------------------


def in_case(name, case):
    """The name of a value and the case it is of: code, a Text, or nothing where there is one alone."""
    if isinstance(case, Text):
        return Text(f"{name} ({case.en})", f"{name}（{case.zh}）")
    return f"{name} ({case})" if case else name


DEFAULT_EPS = Text("eps: default", "eps：默认值")
# In two calls on one buffer, whose values change between the two, and one on the second's values again.
IN_TURN = (
    Text("one array in two calls, the first", "同一个数组先后用于两次调用，第一次"),
    Text("one array in two calls, the second", "同一个数组先后用于两次调用，第二次"),
    Text(
        "the same numbers again, after what they gave was written into",
        "改写上次的返回值之后，再用相同的数调用",
    ),
)
FIRST_OF_ALL = Text("before any call of layer_norm", "在任何 layer_norm 调用之前")


# --- forward ------------------------------------------------------------------------------


def judge_forward(submission, x, gamma, beta, *eps, what="y", atol=1e-9, rtol=1e-9, dtype="floating"):
    """Compare one call with the oracle. `eps` is left to its default where none is given."""
    want = forward(x, gamma, beta, *eps)
    assert_close(
        submission.layer_norm(x, gamma, beta, *eps), want,
        what=what, atol=atol, rtol=rtol, dtype=dtype,
    )  # fmt: skip


@pytest.mark.points(0.5)
def test_normalizes_each_row(submission, rng):
    """Each row is normalized with its own mean and variance

    zh: 每一行都用自己的均值和方差归一化
    """
    x = spread_rows(rng, (4, 7))
    x *= np.array([[1.0], [3.0], [0.8], [9.0]])  # so that shared statistics are far off
    x += SCALE * np.array([[0.0], [-2.0], [0.8], [5.0]])
    # Reference 4e-16; the sample variance is off by 0.1, shared statistics by 1.
    judge_forward(submission, x, np.ones(7), np.zeros(7))
    # Reference 3e-7; float16 arithmetic would be off by 1e-3.
    judge_forward(
        submission, x.astype(F32), np.ones(7, F32), np.zeros(7, F32),
        what="y (float32)", atol=1e-4, rtol=1e-4,
    )  # fmt: skip
    # Of many features one that is far off. Reference 1e-14; its x_hat is about 16.
    wide = SCALE * rng.normal(size=(2, 300))
    wide[[0, 1], rng.integers(0, 300, 2)] += 60.0 * SCALE
    judge_forward(submission, wide, np.ones(300), np.zeros(300), what="y (D = 300)")
    # Statistics kept from an earlier call, or an answer that the next call writes over, are off by 1.
    gamma, beta = np.ones(7), np.zeros(7)
    in_turn = x, x[::-1] * np.linspace(0.5, 2.0, 7)
    first, second = (forward(each, gamma, beta) for each in in_turn)
    got = submission.harness.forward_in_turn(x=np.stack(in_turn), gamma=gamma, beta=beta)
    for y, right, case in zip(got, (first, second, second), IN_TURN, strict=True):
        assert_close(y, right, what=in_case("y", case), atol=1e-9, rtol=1e-9, dtype="floating")


@pytest.mark.points(0.5)
def test_uses_population_variance(submission, rng):
    """The variance is divided by D, not by D - 1

    zh: 方差除以 D，而不是 D - 1
    """
    for features in (2, 3, 5):
        # Reference 4e-16; dividing by D - 1 is off by 0.29, 0.22 and 0.14.
        judge_forward(
            submission, mirrored(spread_rows(rng, (features,))),
            np.ones(features), np.zeros(features), what=f"y (D = {features})",
        )  # fmt: skip


@pytest.mark.points(0.5)
def test_gamma_scales_and_beta_shifts(submission, rng):
    """gamma scales and beta shifts each feature

    zh: gamma 缩放、beta 平移每个特征
    """
    x = spread_rows(rng, (3, 6))
    gamma, beta = signed(rng, 6, 0.3, 2.5), signed(rng, 6, 0.2, 3.0)[::-1].copy()
    # Reference 1e-15; every mistake with gamma or beta is off by 0.1 or more.
    judge_forward(submission, x, gamma, beta)
    # Reference 1e-15; computing in gamma's float32 is off by 1e-7.
    judge_forward(submission, x, gamma.astype(F32), beta.astype(F32), what="y (x: float64, gamma: float32)")


@pytest.mark.points(0.5)
def test_eps_inside_the_square_root(submission, rng):
    """eps is added to the variance, inside the square root

    zh: eps 加在根号内的方差上
    """
    for scale in (1e-3, 3e-3, 1e-2, 1.0):  # variances about 0.1, 1, 10 and 1e5 times eps
        # Reference 4e-16. Off, at its largest: sqrt(var) + eps by 2, no eps by 2,
        # max(var, eps) by 0.4; at scale 1 still by 1e-5, 8e-6 and 8e-6.
        judge_forward(
            submission, mirrored(spread_rows(rng, (6,), scale=scale)),
            np.ones(6), np.zeros(6), 1e-5,
            what=f"y (std(x) ~ {scale:g}, eps = 1e-5)",
        )  # fmt: skip


@pytest.mark.points(0.5)
def test_eps_argument_is_used(submission, rng):
    """layer_norm uses the eps it is given, 1e-5 where none is

    zh: layer_norm 使用传入的 eps；未传入时为 1e-5
    """
    ones, zeros = np.ones(5), np.zeros(5)
    for eps, scale in ((2.0, 1.5), (0.25, 0.5), (1e-3, 0.02), (1e-9, 2e-5)):
        x = mirrored(spread_rows(rng, (5,), scale=scale))
        want = forward(x, ones, zeros, eps)
        # Reference 4e-16; 1e-5 in place of the eps given is off by 0.3 or more.
        assert_close(
            submission.layer_norm(x, ones, zeros, eps=eps), want,
            what=f"y (eps = {eps:g})", atol=1e-9, rtol=1e-9, dtype="floating",
        )  # fmt: skip
    # The same x again: what was kept of it with the other eps is off by 1.
    again = Text("the same x, now eps = 0.25", "同一个 x，这次 eps = 0.25")
    assert_close(
        submission.layer_norm(x, ones, zeros, eps=0.25), forward(x, ones, zeros, 0.25),
        what=in_case("y", again), atol=1e-9, rtol=1e-9, dtype="floating",
    )  # fmt: skip
    x = mirrored(spread_rows(rng, (5,), scale=2e-3))
    want = forward(x, ones, zeros, 1e-5)
    # Reference 4e-16; a default of 1e-6, 1e-8 or 1e-3 is off by 0.4 or more.
    assert_close(
        submission.layer_norm(x=x, gamma=ones, beta=zeros), want,
        what=in_case("y", DEFAULT_EPS), atol=1e-9, rtol=1e-9, dtype="floating",
    )  # fmt: skip


def uneven(x):
    """The rows with means and scales that differ along every leading axis."""
    number = np.arange(x.size // x.shape[-1]).reshape(*x.shape[:-1], 1)
    return x * (1 + number % 3) + 0.7 * SCALE * number


@pytest.mark.points(0.5)
def test_any_leading_axes(submission, rng):
    """layer_norm takes any leading axes: none, several, or one of length 0

    zh: layer_norm 接受任意前导轴：没有、多个，或长度为 0
    """
    gamma, beta = signed(rng, 5, 0.5, 2.0), signed(rng, 5, 0.5, 2.0)
    for shape in (
        (5,), (1, 5), (5, 5), (3, 1, 5), (2, 3, 5), (2, 3, 4, 5), (2, 1, 3, 2, 5), (150, 5),
        (0, 5), (2, 0, 5), (0, 3, 5),
    ):  # fmt: skip
        # Reference 5e-15; statistics shared along any leading axis are off by 0.3 or more.
        judge_forward(
            submission, uneven(spread_rows(rng, shape)), gamma, beta, what=f"y (x.shape = {shape})"
        )
    # Rows that do not lie one after the other: to reshape an array like x makes a copy of it, and what
    # is written there is lost.
    x = np.asfortranarray(uneven(spread_rows(rng, (2, 3, 5))))
    case = Text("x.shape = (2, 3, 5), in Fortran order", "x.shape = (2, 3, 5)，Fortran 顺序")
    judge_forward(submission, x, gamma, beta, what=in_case("y", case))


@pytest.mark.points(0.5)
def test_constant_rows_give_beta(submission, rng):
    """A constant row gives beta, never NaN; so does every row where D = 1

    zh: 常数行给出 beta，绝不是 NaN；D = 1 时每一行都如此
    """
    # Many, as some have a mean that is exact and others a standard deviation of 1e-16.
    level = np.concatenate([[0.0, 10.0, -10.0], signed(rng, 22, 0.01, 4.5)])
    x = np.repeat(level[:, None], 7, axis=1)
    gamma, beta = signed(rng, 7, 0.2, 0.5), rng.normal(size=7)
    for dtype in (F64, F32):
        # Reference 0 in float64 and 2e-4 in float32 (a mean summed in order is within 2e-6 of
        # the row, and 1 / sqrt(eps) is 316: 3e-4 at most). Without eps: NaN.
        judge_forward(
            submission, x.astype(dtype), gamma.astype(dtype), beta.astype(dtype),
            what=f"y ({np.dtype(dtype)})", atol=1e-3, rtol=0.0,
        )  # fmt: skip
    # An eps that float16 has no room for. Reference 5e-4; with eps as a float16: NaN.
    x, beta = np.repeat([[0.0], [0.5], [-8.0]], 4, axis=1), rng.uniform(-1, 1, size=4)
    judge_forward(
        submission, x.astype(F16), np.ones(4, F16), beta.astype(F16), 1e-8,
        what="y (float16, eps = 1e-8)", atol=1e-3, rtol=0.0,
    )  # fmt: skip
    # Reference 0; without eps: NaN.
    x, beta = rng.normal(size=(4, 1)) * 3, rng.normal(size=1)
    judge_forward(submission, x, np.array([1.5]), beta, what="y (D = 1)")


def integers_about_1e4(rng, rows, features):
    """Rows of mean 1e4 and variance 1.3, exactly: whole numbers, in pairs 1e4 + d and 1e4 - d.

    Any sum of up to 1000 of them is exact in float32, in whatever order it is taken, and a
    running mean comes back to 1e4: every way of working in two passes is right to 1e-5. Their
    squares do not fit float32.
    """
    pairs = features // 2
    d = np.zeros((rows, pairs))
    d[:, : pairs // 2] = 1.0
    d[:, pairs - pairs // 5 :] = 2.0
    d = rng.permuted(d, axis=1) * rng.choice([-1.0, 1.0], size=d.shape)
    return 1e4 + np.stack([d, -d], axis=-1).reshape(rows, features)


@pytest.mark.points(0.5)
def test_large_offset(submission, rng):
    """A row of mean 1e4 and spread 1 is right in float32

    zh: 均值 1e4、散布为 1 的行在 float32 下正确
    """
    for rows in (
        integers_about_1e4(rng, 2, 1000),
        1e4 + spread_rows(rng, (5, 12), scale=1.0, offset=0.0) * np.linspace(0.8, 1.2, 5)[:, None],
    ):
        # Each beside one of the other sign, so that no offset will do for all.
        x = (rows * np.resize([[1.0], [-1.0]], (len(rows), 1))).astype(F32)
        ones, beta = np.ones(x.shape[1], F32), rng.normal(size=x.shape[1]).astype(F32)
        # Off by, at most: the reference 4e-7 and 1e-3; a float32 mean summed in order or
        # running 1e-5 and 3e-3; E[x^2] - E[x]^2 by 0.3 or more, or NaN.
        judge_forward(submission, x, ones, beta, what=f"y (D = {x.shape[1]})", atol=5e-3, rtol=0.0)


# No rows, D = 1 and a single row: for these an answer is often put together in a branch of its own.
SPECIAL = (0, 5), (4, 1), (5,)
# x's dtype and another: wider, wider again and narrower. What such a branch returns in a dtype of its
# own, of gamma's or of both together shows in one of these.
MIXED = (F16, F32), (F32, F64), (F64, F16)


def judge_dtype(got, dtype, what):
    """The dtype alone: shape and values in the special cases are the matter of other checks."""
    values = got if isinstance(got, np.ndarray) else np.zeros(np.shape(got))
    assert_close(got, values, what=what, atol=np.inf, dtype=dtype)


@pytest.mark.points(0.5)
def test_keeps_the_dtype(submission, rng):
    """y has x's dtype, whatever the dtype of gamma and beta

    zh: 无论 gamma 和 beta 是什么 dtype，y 的 dtype 都与 x 相同
    """
    for dtype in (F16, F32, F64):
        for other in (F16, F32, F64):
            # The values only roughly, other checks look at them: the sample variance is off
            # by 0.03, float16 arithmetic by 0.01.
            judge_forward(
                submission, mirrored(spread_rows(rng, (40,), scale=3.0, dtype=dtype)),
                np.ones(40, other), np.zeros(40, other),
                what=f"y (x: {np.dtype(dtype)}, gamma: {np.dtype(other)})", atol=0.1, dtype=dtype,
            )  # fmt: skip
    for dtype, other in MIXED:
        for shape in SPECIAL:
            x, gamma = spread_rows(rng, shape, scale=3.0, dtype=dtype), np.ones(shape[-1], other)
            with contextlib.suppress(SubmissionRaised):
                judge_dtype(
                    submission.layer_norm(x, gamma, gamma), dtype,
                    f"y (x: {np.dtype(dtype)}, gamma: {np.dtype(other)}, x.shape = {shape})",
                )  # fmt: skip


@pytest.mark.points(0.5)
def test_float16_is_computed_in_float32(submission, rng):
    """A float16 x is computed in at least float32 by layer_norm

    zh: layer_norm 对 float16 的 x 至少用 float32 计算
    """

    def judge(x, gamma, beta, case, other=F16):
        # One unit in the last place of float16 is at most 9.8e-4 of the value.
        judge_forward(
            submission, x.astype(F16), gamma.astype(other), beta.astype(other),
            what=f"y ({case})", atol=1e-3, rtol=1e-3,
        )  # fmt: skip

    gamma, beta = signed(rng, 120, 0.5, 2.0), signed(rng, 120, 0.5, 2.0)
    # Sum 1.2e5 and squares 1.6e5: past 65504, the end of float16.
    judge(spread_rows(rng, (3, 120), scale=400.0, offset=2.5), gamma, beta, "x ~ 1000 +- 400")
    # Reference 2e-3 (y's own rounding, at |y| ~ 4); a mean in float16 is off by 0.02.
    judge(spread_rows(rng, (8, 120), scale=10.0, offset=30.0), gamma, beta, "x ~ 300 +- 10")
    # gamma * x_hat and beta cancel to about 0.01. Reference 1e-5; x_hat or the product rounded
    # to float16 first is off by 0.01.
    x = np.tile(spread_rows(rng, (50,), scale=20.0, dtype=F16), (2, 1))
    wide = signed(rng, 50, 20.0, 30.0)
    for other in (F16, F32, F64):
        # Parameters of another dtype, rounded to float16 before they are used: off by 0.01 as well.
        gamma = wide.astype(other)
        beta = -forward(x, gamma, np.zeros(50))[0]
        judge(x, gamma, beta, f"gamma * x_hat ~ -beta, gamma: {np.dtype(other)}", other)


# --- backward -----------------------------------------------------------------------------

NAMES = ("dx", "dgamma", "dbeta")


def gradients(result):
    """The three gradients, from a tuple or a list."""
    require(
        type(result) in (tuple, list) and len(result) == 3,
        f"layer_norm_backward returned {indefinite(result)}; it should return a plain tuple (or a list) of "
        "the three arrays dx, dgamma, dbeta.",
        f"{spaced('layer_norm_backward 返回了', describe(result, 'zh'))}，应返回由三个数组 dx、dgamma、dbeta "
        "组成的普通 tuple（或 list）。",
    )
    return result


def judge_backward(submission, dy, x, gamma, *, case, names=NAMES, atol=1e-9, rtol=1e-9, dtype="floating"):
    """Compare what one call gives with the oracle: the gradients in `names`, `dtype` that of dx.

    `case` is as in `in_case`; `atol` is one number, or one for each of dx, dgamma and dbeta.
    """
    want = backward(dy, x, gamma)
    got = gradients(submission.layer_norm_backward(dy, x, gamma))
    for i, name in enumerate(NAMES):
        if name in names:
            assert_close(
                got[i], want[i], what=in_case(name, case),
                atol=atol[i] if isinstance(atol, tuple) else atol, rtol=rtol,
                dtype=dtype if name == "dx" else "floating",
            )  # fmt: skip


@pytest.mark.points(0.5)
def test_dgamma_and_dbeta(submission, rng):
    """dgamma sums dy * x_hat over the rows, dbeta sums dy

    zh: dgamma 是 dy * x_hat 对各行求和，dbeta 是 dy 对各行求和
    """
    x = spread_rows(rng, (4, 6)) * np.array([[1.0], [2.0], [0.9], [4.0]])
    dy, gamma = rng.normal(size=(4, 6)) + 0.5, signed(rng, 6, 0.5, 2.0)
    for dtype, tolerance in ((F64, 1e-9), (F32, 1e-4)):
        # Reference 1e-15 and 5e-7; the mean over the rows is off by 0.1 or more.
        judge_backward(
            submission, dy.astype(dtype), x.astype(dtype), gamma.astype(dtype),
            case=np.dtype(dtype), names=("dgamma", "dbeta"), atol=tolerance, rtol=tolerance,
        )  # fmt: skip
    # Reference 1e-15; what was multiplied by gamma and divided by it again is nan.
    zeros = np.where(np.arange(6) % 2, gamma, 0.0)
    case = Text("some of gamma 0", "gamma 含 0")
    judge_backward(submission, dy, x, zeros, case=case, names=("dgamma", "dbeta"))
    judge_backward(submission, dy[:, :1], x[:, :1], gamma[:1], case="D = 1", names=("dbeta",))
    # Sums that the next call goes on with, or writes over, are off by 0.1 or more.
    first, second = (dy, x), (2.0 * dy, x[::-1] * np.linspace(0.5, 2.0, 6))
    dys, xs = (np.stack(each) for each in zip(first, second, strict=True))
    got = submission.harness.backward_in_turn(dy=dys, x=xs, gamma=gamma)
    for result, each, case in zip(got, (first, second, second), IN_TURN, strict=True):
        sums = zip(NAMES[1:], gradients(result)[1:], backward(*each, gamma)[1:], strict=True)
        for name, mine, right in sums:
            assert_close(mine, right, what=in_case(name, case), atol=1e-9, rtol=1e-9, dtype="floating")


@pytest.mark.points(0.5)
def test_dx_is_the_exact_gradient(submission, rng):
    """dx is the exact gradient: direct, through the mean and through the variance

    zh: dx 是精确的梯度：直接项、经由均值的项、经由方差的项
    """
    x = spread_rows(rng, (4, 6)) * np.array([[1.0], [2.0], [0.9], [4.0]])
    # As large as x, so that dx is about 1; gamma is 1: the next check is about it.
    dy, gamma = SCALE * (rng.normal(size=(4, 6)) + 1.0), np.ones(6)
    for dtype, tolerance in ((F64, 1e-9), (F32, 1e-4)):
        # Reference 1e-15 and 5e-7; without any one term off by 0.1 or more.
        judge_backward(
            submission, dy.astype(dtype), x.astype(dtype), gamma.astype(dtype),
            case=np.dtype(dtype), names=("dx",), atol=tolerance, rtol=tolerance,
        )  # fmt: skip
    # What was kept from an earlier call, of either function, is off by 0.1 or more.
    in_turn = (dy, x), (dy[::-1], x[::-1] * np.linspace(0.5, 2.0, 6))
    first, second = (backward(*each, gamma)[0] for each in in_turn)
    dys, xs = (np.stack(each) for each in zip(*in_turn, strict=True))
    got = submission.harness.backward_in_turn(dy=dys, x=xs, gamma=gamma)
    for result, right, case in zip(got, (first, second, second), IN_TURN, strict=True):
        dx = gradients(result)[0]
        assert_close(dx, right, what=in_case("dx", case), atol=1e-9, rtol=1e-9, dtype="floating")
    # Before layer_norm was ever called.
    dx = gradients(submission.harness.backward_of_a_new_module(dy=dy, x=x, gamma=gamma))[0]
    assert_close(dx, first, what=in_case("dx", FIRST_OF_ALL), atol=1e-9, rtol=1e-9, dtype="floating")


@pytest.mark.points(0.5)
def test_gamma_acts_inside_dx(submission, rng):
    """dx takes gamma in before its means are taken

    zh: dx 在取均值之前就乘上了 gamma
    """
    x, gamma = spread_rows(rng, (3, 5)), signed(rng, 5, 0.3, 2.5)
    dy = SCALE * (rng.normal(size=(3, 5)) + 1.0)
    # Reference 1e-15; gamma left out, or multiplied on at the end, is off by 0.1 or more.
    judge_backward(submission, dy, x, gamma, case="", names=("dx",))
    # Reference 2e-15; computing in gamma's float32 is off by 1e-7.
    judge_backward(submission, dy, x, gamma.astype(F32), case="x: float64, gamma: float32", names=("dx",))


@pytest.mark.points(0.5)
def test_backward_uses_eps(submission, rng):
    """layer_norm_backward uses the same eps, given or default, also where a row is constant

    zh: layer_norm_backward 使用同样的 eps（传入的或默认的），常数行也正确
    """

    def judge(case, want, result):
        # Reference 2e-14 of dx (which is about 1 / sqrt(eps)); another eps, eps outside the
        # root or none is off by a tenth of dx and by 0.1 in dgamma, or NaN.
        for name, got, right in zip(NAMES[:2], gradients(result)[:2], want[:2], strict=True):
            assert_close(got, right, what=in_case(name, case), atol=1e-9, rtol=1e-9, dtype="floating")

    ones = np.ones(5)
    for eps, scale in ((2.0, 1.5), (0.25, 0.5), (1e-3, 0.02), (1e-9, 2e-5)):
        x, dy = mirrored(spread_rows(rng, (5,), scale=scale)), mirrored(rng.normal(size=5) + 0.5)
        want = backward(dy, x, ones, eps)
        judge(f"eps = {eps:g}", want, submission.layer_norm_backward(dy, x, ones, eps=eps))
    by_position = Text(f"eps = {eps:g}, by position", f"eps = {eps:g}，按位置传入")
    judge(by_position, want, submission.layer_norm_backward(dy, x, ones, eps))
    again = Text("the same x, now eps = 0.25", "同一个 x，这次 eps = 0.25")
    judge(again, backward(dy, x, ones, 0.25), submission.layer_norm_backward(dy, x, ones, 0.25))
    x, dy = mirrored(spread_rows(rng, (5,), scale=2e-3)), mirrored(rng.normal(size=5) + 0.5)
    want = backward(dy, x, ones)
    judge(DEFAULT_EPS, want, submission.layer_norm_backward(dy=dy, x=x, gamma=ones))
    constant = Text("constant row", "常数行")
    for case, x in ((constant, np.full((1, 5), 3.0)), ("D = 1", rng.normal(size=(1, 1)))):
        dy, gamma = rng.normal(size=x.shape) + 0.5, np.ones(x.shape[1])
        want = backward(dy, x, gamma)
        judge(case, want, submission.layer_norm_backward(dy, x, gamma))
    # An eps that float16 has no room for. Reference 5e-4 of dx, which is up to 1e4; with eps as a
    # float16: NaN.
    x, dy = np.full((1, 4), -8.0, F16), rng.uniform(0.5, 2.0, size=(1, 4)).astype(F16)
    want = backward(dy, x, np.ones(4), 1e-8)[0]
    got = gradients(submission.layer_norm_backward(dy, x, np.ones(4, F16), eps=1e-8))[0]
    case = Text("float16, constant row, eps = 1e-8", "float16，常数行，eps = 1e-8")
    assert_close(got, want, what=in_case("dx", case), atol=1.0, rtol=1e-3, dtype="floating")


@pytest.mark.points(0.5)
def test_backward_any_leading_axes(submission, rng):
    """layer_norm_backward takes any leading axes and sums dgamma and dbeta over all of them

    zh: layer_norm_backward 接受任意前导轴，dgamma 和 dbeta 对所有前导轴求和
    """
    gamma = signed(rng, 5, 0.5, 2.0)
    for shape in (
        (5,), (1, 5), (5, 5), (3, 1, 5), (2, 3, 5), (2, 3, 4, 5), (2, 1, 3, 2, 5), (0, 5), (2, 0, 5),
        (0, 3, 5),
    ):  # fmt: skip
        x = uneven(spread_rows(rng, shape))
        dy = 30.0 * (rng.normal(size=shape) + 0.5)
        # Reference 2e-18 in dx (about 3e-4) and 1e-13 in the sums of up to 24 numbers; sums over
        # the first axis alone have another shape, shared statistics are off by 1e-5 in dx. An eps outside
        # the root is off by up to 5e-8 in dgamma, and is the matter of others.
        case = f"x.shape = {shape}"
        judge_backward(submission, dy, x, gamma, case=case, atol=(1e-12, 1e-6, 1e-9))
    x, dy = uneven(spread_rows(rng, (2, 3, 5))), 30.0 * (rng.normal(size=(2, 3, 5)) + 0.5)
    for en, zh, up in (("x", "x", dy), ("x and dy", "x 和 dy", np.asfortranarray(dy))):
        case = Text(
            f"x.shape = (2, 3, 5), {en} in Fortran order", f"x.shape = (2, 3, 5)，{zh} 为 Fortran 顺序"
        )
        judge_backward(submission, up, np.asfortranarray(x), gamma, case=case, atol=(1e-12, 1e-6, 1e-9))


@pytest.mark.points(0.5)
def test_backward_large_offset(submission, rng):
    """The gradients at a row of mean 1e4 and spread 1 are right in float32

    zh: 均值 1e4、散布为 1 的行处的梯度在 float32 下正确
    """
    x = integers_about_1e4(rng, 3, 64)
    # With a mean of its own in each row and a part along x_hat, so that no term of dx is small.
    dy = 0.2 * rng.normal(size=(3, 64)) + 0.3 * (x - 1e4) + np.array([[0.2], [0.5], [0.9]])
    x[1] *= -1.0
    # Reference 4e-7; E[x^2] - E[x]^2 is off by 0.3 or more, or NaN.
    judge_backward(
        submission, dy.astype(F32), x.astype(F32), np.ones(64, F32), case="", atol=5e-3, rtol=0.0
    )


@pytest.mark.points(0.5)
def test_backward_keeps_the_dtype(submission, rng):
    """dx has x's dtype, whatever gamma's; dgamma and dbeta are floating

    zh: 无论 gamma 是什么 dtype，dx 的 dtype 都与 x 相同；dgamma 和 dbeta 是浮点数组
    """
    for dtype in (F16, F32, F64):
        for other in (F16, F32, F64):
            # Shape, dtype and that all is finite: the values are the subject of the others. No other
            # check has this D: what a forward pass may have left in a cache is of no use here.
            judge_backward(
                submission, rng.normal(size=(2, 9)).astype(dtype),
                spread_rows(rng, (2, 9), scale=3.0, dtype=dtype), np.ones(9, other),
                case=f"x: {np.dtype(dtype)}, gamma: {np.dtype(other)}", atol=np.inf, dtype=dtype,
            )  # fmt: skip
    for dtype, other in MIXED:
        for shape in SPECIAL:
            x, gamma = spread_rows(rng, shape, scale=3.0, dtype=dtype), np.ones(shape[-1], other)
            with contextlib.suppress(SubmissionRaised):
                got = gradients(submission.layer_norm_backward(x, x, gamma))
                judge_dtype(
                    got[0], dtype,
                    f"dx (x: {np.dtype(dtype)}, gamma: {np.dtype(other)}, x.shape = {shape})",
                )  # fmt: skip


@pytest.mark.points(0.5)
def test_backward_float16_is_computed_in_float32(submission, rng):
    """Float16 inputs are computed in at least float32 by layer_norm_backward

    zh: layer_norm_backward 对 float16 输入至少用 float32 计算
    """

    def judge(dy, x, gamma, case, *atol, other=F16):
        # One unit in the last place of float16 is at most 9.8e-4 of the value.
        judge_backward(
            submission, dy.astype(F16), x.astype(F16), gamma.astype(other),
            case=case, atol=atol, rtol=1e-3,
        )  # fmt: skip

    # Sums, squares and dy * gamma past 65504, the end of float16, while dx is about 200.
    x = spread_rows(rng, (3, 120), scale=400.0, offset=2.5)
    dy, gamma = spread_rows(rng, (3, 120), scale=300.0), signed(rng, 120, 250.0, 350.0)
    judge(dy, x, gamma, "dy * gamma ~ 1e5", 0.05, 1.0, 1.0)
    # dy * gamma is nearly 30 + 30 * x_hat, and dx is the little that is left of it. Reference
    # 1e-5 (half a unit of float16); a product, a mean, x_hat or gamma in float16 is off by 3e-4.
    x, wide = spread_rows(rng, (2, 50), scale=20.0), signed(rng, 50, 1.0, 2.0)
    x_hat = forward(x, np.ones(50), np.zeros(50))
    for other in (F16, F32, F64):
        gamma = wide.astype(other)
        dy = (30.0 + 30.0 * x_hat + 0.1 * rng.normal(size=(2, 50))) / gamma
        name = np.dtype(other)
        case = Text(f"dx by cancellation, gamma: {name}", f"dx 由相消得到，gamma：{name}")
        judge(dy, x, gamma, case, 5e-5, 0.05, 0.05, other=other)
    # What the two rows add to dgamma, about 30 each, cancels to about 0.02. Reference 1e-5; a product,
    # or x_hat, in float16 is off by 5e-3.
    first = signed(rng, 50, 20.0, 40.0)
    dy = np.where(np.abs(x_hat[1]) > 0.2, [first, -first * x_hat[0] / x_hat[1]], 0.0)
    case = Text("dgamma by cancellation", "dgamma 由相消得到")
    judge(dy, x, np.ones(50), case, 0.2, 1e-3, 0.05)
    # Sums near 45000. Reference 0, or 16 where dbeta is given back as float16 (half a unit); a
    # float16 sum grows by multiples of 32 in the end and is off by 1000.
    x, dy = spread_rows(rng, (600, 3), scale=20.0), 75.0 + rng.normal(size=(600, 3))
    judge(dy, x, np.ones(3), Text("600 rows", "600 行"), 5e-3, 10.0, 10.0)


# --- both ---------------------------------------------------------------------------------


@pytest.mark.points(0.5)
def test_rejects_wrong_parameter_shapes(submission, rng):
    """gamma or beta of another shape than (D,) is a ValueError in both functions

    zh: 两个函数中，gamma 或 beta 的形状不是 (D,) 时抛出 ValueError
    """

    def judge(function, name, *args):
        try:
            expect_raises(ValueError, getattr(submission, function), *args)
        except CheckFailure as failure:
            require(
                False,
                f"{function}, {name} of shape {shape}, x of shape {x_shape}: {failure.text.en}",
                f"{function}，{name} 形状 {shape}、x 形状 {x_shape}：{failure.text.zh}",
            )

    for x_shape in ((5,), (2, 5), (2, 3, 5), (0, 5), (3, 1)):
        x, dy, features = rng.normal(size=x_shape), rng.normal(size=x_shape), x_shape[-1]
        good = np.ones(features)
        # Most of these would broadcast without an error.
        wrong = [(), (features + 1,), (1, features)]
        if x_shape == (2, 5):
            wrong += [(features, 1), (0,), (1, 1, features), (1,), (features - 1,), (2, features)]
        for shape in wrong:
            bad = np.ones(shape)
            if len(shape) == 2:
                judge("layer_norm", "gamma, beta", x, bad, bad)
            judge("layer_norm", "gamma", x, bad, good)
            judge("layer_norm", "beta", x, good, bad)
            judge("layer_norm_backward", "gamma", dy, x, bad)


@pytest.mark.points(0.5)
def test_arguments_are_not_changed(submission, rng):
    """Neither function changes its arguments in place

    zh: 两个函数都不会就地修改参数
    """

    def judge(function, names):
        changed = [names[i] for i in submission.changed]
        require(
            not changed,
            f"{function} changed its argument {', '.join(changed)} in place.",
            f"{function} 就地修改了参数 {'、'.join(changed)}。",
        )

    for dtype in (F32, F16, F64):
        # Of a single row, and of axes joined to one, there may be a view where a copy was meant; who
        # can't take them is told so elsewhere.
        for shape in ((3, 5), (5,), (2, 3, 5)):
            x = spread_rows(rng, shape, scale=2.0, dtype=dtype)
            dy = (rng.normal(size=shape) + 0.5).astype(dtype)
            gamma, beta = (signed(rng, 5, 0.3, 2.5).astype(dtype) for _ in range(2))
            gamma[2] = 0.0
            with contextlib.nullcontext() if shape == (3, 5) else contextlib.suppress(SubmissionRaised):
                submission.layer_norm(x, gamma, beta)
                judge("layer_norm", ("x", "gamma", "beta"))
            with contextlib.nullcontext() if shape == (3, 5) else contextlib.suppress(SubmissionRaised):
                submission.layer_norm_backward(dy, x, gamma)
                judge("layer_norm_backward", ("dy", "x", "gamma"))

"""What wrong numbers say by themselves: a factor, a shift, a transposition, the rounding of a dtype.

Every sentence is a fact about the two arrays, true to the tolerance of the check, never a guess at
its cause; where there is none to tell, nothing is said.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator

import numpy as np
from numpy.typing import NDArray

from grader.text import Text

Array = NDArray[np.float64]
Close = Callable[[Array, Array], bool]

# Fewer values than these fit a pattern by chance.
_LEAST_VALUES = 3
# Values nearer to zero than so many tolerances are right whatever they are multiplied by.
_ABOVE_TOLERANCE = 100.0
# A dtype's name, the bits of its fraction, and the relative errors that its arithmetic leaves.
_ROUNDING = (("float32", 23, 1e-9, 2e-6), ("float16", 10, 2e-5, 4e-3))
_LEAST_FOR_CHANCE = 5
_MOST_CORRELATED = 0.7
_MOST_ROWS = 12


def other_shape(got: Array, want: Array, atol: float, rtol: float) -> Text | None:
    """What is right about values whose shape is not."""
    close = _closeness(atol, rtol)
    if not _is_telling(want, atol) or got.size != want.size:
        return None
    if got.ndim >= 2 and got.T.shape == want.shape and close(got.T, want):
        return Text("It is right but for a transposition.", "除了转置之外都正确。")
    if close(got.reshape(want.shape), want):
        return Text("The values are right, in another shape.", "数值正确，只是形状不同。")
    return None


def wrong_values(got: Array, want: Array, atol: float, rtol: float, digits: int = 52) -> Text | None:
    """What wrong values of the right shape have in common with the right ones, where all are finite.

    Args:
        digits: bits of the fraction in the dtype that `got` had.
    """
    if not (np.isfinite(got).all() and np.isfinite(want).all() and _is_telling(want, atol)):
        return None
    close = _closeness(atol, rtol)
    return next(_patterns(got, want, close, digits), None)


def _is_telling(want: Array, atol: float) -> bool:
    large = np.abs(want) > _ABOVE_TOLERANCE * atol
    return int(np.unique(np.abs(want[large]).round(12)).size) >= _LEAST_VALUES


def _closeness(atol: float, rtol: float) -> Close:
    return lambda a, b: bool((np.abs(a - b) <= atol + rtol * np.abs(b)).all())


def _patterns(got: Array, want: Array, close: Close, digits: int) -> Iterator[Text]:
    if not got.any():
        yield Text("Every value is 0.", "所有值都是 0。")
        return
    if close(-got, want):
        yield Text("Every value has the wrong sign.", "每个值的符号都反了。")
    yield from _moved(got, want, close)
    yield from _scaled(got, want, close)
    shift = float((got - want).mean())
    if close(got - shift, want):
        yield Text(
            f"Every value is {abs(shift):.6g} too {'large' if shift > 0 else 'small'}.",
            f"每个值都{'大' if shift > 0 else '小'}了 {abs(shift):.6g}。",
        )
    yield from _scaled_by_parts(got, want, close)
    yield from _right_rows(got, want, close)
    yield from _rounded(got, want, digits)


def _moved(got: Array, want: Array, close: Close) -> Iterator[Text]:
    """The right values in other places."""
    for i, j in itertools.combinations(range(got.ndim), 2):
        if got.shape[i] == got.shape[j] and close(np.swapaxes(got, i, j), want):
            yield Text(
                f"It is right but for axes {i} and {j}, which are swapped.",
                f"除了第 {i} 轴与第 {j} 轴互换之外都正确。",
            )
    for axis in range(got.ndim):
        if got.shape[axis] > 1 and close(np.flip(got, axis), want):
            yield Text(
                f"The values are right, in reverse order along axis {axis}.",
                f"数值正确，但沿第 {axis} 轴顺序相反。",
            )
    if got.ndim == 1 and got.size > _LEAST_VALUES:
        if close(got[1:], want[:-1]):
            yield Text("The values are right, one place late.", "数值正确，但晚了一位。")
        if close(got[:-1], want[1:]):
            yield Text("The values are right, one place early.", "数值正确，但早了一位。")


def _scaled(got: Array, want: Array, close: Close) -> Iterator[Text]:
    factor = _factor(got, want)
    if factor and close(got / factor, want):
        en, zh = _known_factor(factor, want.shape)
        yield Text(
            f"Every value is {factor:.6g} times what it should be{en}.",
            f"每个值都是正确值的 {factor:.6g} 倍{zh}。",
        )


def _factor(got: Array, want: Array) -> float:
    """The number that `want` times it is nearest to `got`; 0 where there is none."""
    square = float((want * want).sum())
    return float((got * want).sum()) / square if square else 0.0


def _simple_factors(n: int) -> tuple[tuple[float, str], ...]:
    share = (n - 1) / n
    return (
        (n, "n"),
        (1 / n, "1/n"),
        (n**0.5, "√n"),
        (n**-0.5, "1/√n"),
        (share, "(n-1)/n"),
        (1 / share, "n/(n-1)"),
        (share**0.5, "√((n-1)/n)"),
        (share**-0.5, "√(n/(n-1))"),
    )


def _known_factor(factor: float, shape: tuple[int, ...]) -> tuple[str, str]:
    """Where the factor is a simple expression of one axis's length, which; else nothing."""
    found = []
    for axis, n in enumerate(shape):
        if n < 3:
            continue
        for value, text in _simple_factors(n):
            if abs(factor / value - 1) < 1e-4:
                found.append((axis, n, text))
    if len(found) != 1:
        return "", ""
    axis, n, text = found[0]
    return (
        f": {text}, where n = {n} is the length of axis {axis}",
        f"：即 {text}，其中 n = {n} 是第 {axis} 轴的长度",
    )


def _scaled_by_parts(got: Array, want: Array, close: Close) -> Iterator[Text]:
    """A factor or a shift for each row, or a factor for each place along the last axis."""
    if got.ndim < 2:
        return
    rows, right = got.reshape(-1, got.shape[-1]), want.reshape(-1, want.shape[-1])
    if rows.shape[1] > _LEAST_VALUES and rows.shape[0] > 1:
        with np.errstate(all="ignore"):
            factors = (rows * right).sum(1, keepdims=True) / (right * right).sum(1, keepdims=True)
            if np.isfinite(factors).all() and factors.all() and close(rows / factors, right):
                yield Text(
                    "Each row is right up to a factor of its own.", "每一行都只差一个该行自己的倍数。"
                )
        if close(rows - (rows - right).mean(1, keepdims=True), right):
            yield Text(
                "Each row is right up to a number that was added to all of it.",
                "每一行都只差一个加在整行上的常数。",
            )
    if rows.shape[0] > _LEAST_VALUES:
        with np.errstate(all="ignore"):
            factors = (rows * right).sum(0) / (right * right).sum(0)
            if np.isfinite(factors).all() and factors.all() and close(rows / factors, right):
                yield Text(
                    "Each place along the last axis is right up to a factor of its own.",
                    "最后一轴的每个位置都只差一个该位置自己的倍数。",
                )


def _right_rows(got: Array, want: Array, close: Close) -> Iterator[Text]:
    if got.ndim != 2 or not 2 <= len(got) <= _MOST_ROWS:
        return
    right = [number for number in range(len(got)) if close(got[number], want[number])]
    if 0 < len(right) < len(got):
        wrong = [number for number in range(len(got)) if number not in right]
        yield Text(
            f"Rows that are right: {_listed(right)}; rows that are not: {_listed(wrong)}.",
            f"正确的行：{_listed(right)}；不正确的行：{_listed(wrong)}。",
        )


def _listed(numbers: list[int]) -> str:
    return ", ".join(map(str, numbers))


def _rounded(got: Array, want: Array, digits: int) -> Iterator[Text]:
    """An error as small as a coarser dtype's rounding, and as little to do with the values."""
    error = got - want
    scale = float(np.abs(want).max())
    worst = float(np.abs(error).max()) / scale
    if error.size < _LEAST_FOR_CHANCE or abs(_correlation(error, want)) > _MOST_CORRELATED:
        return
    for name, bits, low, high in _ROUNDING:
        if bits < digits and low < worst < high:
            yield Text(
                f"The largest error is {worst:.1g} of the largest value: about what {name} rounds by.",
                f"最大误差是最大值的 {worst:.1g}：大致相当于 {name} 的舍入误差。",
            )


def _correlation(a: Array, b: Array) -> float:
    """The cosine of the angle between two arrays."""
    length = float(np.linalg.norm(a) * np.linalg.norm(b))
    return float((a * b).sum()) / length if length else 0.0

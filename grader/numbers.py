"""What wrong numbers say by themselves: a factor, a shift, a transposition, the rounding of a dtype.

Every sentence is a fact about the two arrays, true to the tolerance of the check, never a guess at
its cause; where there is none to tell, nothing is said.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from grader.text import Text

Array = NDArray[np.float64]

# Fewer values than these fit a pattern by chance.
_LEAST_VALUES = 3
# Values nearer to zero than so many tolerances are right whatever they are multiplied by.
_ABOVE_TOLERANCE = 100.0
# Values nearer to each other than so many tolerances count as one.
_APART = 4.0
# Values that are off by no more than so many tolerances fit several patterns at once.
_FAR_OFF = 10.0
# What is known of arithmetic in float64 does not reach further than this.
_ROUNDING_OF_DOUBLES = 1e-9
# A dtype, the bits of its fraction, and the relative errors that its arithmetic leaves.
_ROUNDING = (("bfloat16", 7, 1e-4, 3e-2), ("float32", 23, 1e-9, 2e-6), ("float16", 10, 2e-5, 4e-3))
_LEAST_FOR_CHANCE = 5
# A single number must be known this well before it is said to be a multiple of another: fewer
# tolerances than that, and it is one by chance.
_KNOWN_WELL = 1e4
_MULTIPLES = (
    (-1.0, Text("It has the wrong sign.", "它的符号反了。")),
    (2.0, Text("It is twice what it should be.", "它是正确值的两倍。")),
    (0.5, Text("It is half of what it should be.", "它只有正确值的一半。")),
)
_MOST_CORRELATED = 0.7
_MOST_ROWS = 12
_DIGITS = 6


@dataclass(frozen=True, slots=True)
class _Tolerance:
    """How far a value may be from the right one."""

    atol: float
    rtol: float

    def around(self, want: Array) -> Array:
        return np.asarray(self.atol + self.rtol * np.abs(want))

    def close(self, got: Array, want: Array) -> bool:
        return bool((np.abs(got - want) <= self.around(want)).all())

    def far(self, got: Array, want: Array) -> bool:
        """Whether some value is off by more than a few tolerances."""
        return bool((np.abs(got - want) > _FAR_OFF * self.around(want)).any())

    def large(self, want: Array) -> NDArray[np.bool_]:
        return np.asarray(np.abs(want) > _ABOVE_TOLERANCE * self.around(want))

    def telling(self, rows: Array) -> NDArray[np.bool_]:
        """Which rows hold enough values, far from zero and from each other, to show a pattern by."""
        if not rows.size:
            return np.zeros(len(rows), np.bool_)
        sizes = np.sort(np.abs(rows), axis=1)
        most = sizes[:, -1:]
        step = np.maximum(_APART * self.around(most), _ROUNDING_OF_DOUBLES * most)
        is_new = np.diff(np.floor(sizes / step), axis=1, prepend=-1.0) > 0
        return np.asarray((is_new & self.large(sizes)).sum(1) >= _LEAST_VALUES)

    def tells(self, want: Array) -> bool:
        return bool(self.telling(want.reshape(1, -1))[0])


def other_shape(got: Array, want: Array, atol: float, rtol: float) -> Text | None:
    """What is right about values whose shape is not."""
    tolerance = _Tolerance(atol, rtol)
    with np.errstate(all="ignore"):
        if got.size != want.size or not tolerance.tells(want):
            return None
        if got.ndim >= 2 and got.T.shape == want.shape and tolerance.close(got.T, want):
            return Text("It is right but for a transposition.", "除了转置之外都正确。")
        if tolerance.close(got.reshape(want.shape), want):
            return Text("The values are right, in another shape.", "数值正确，只是形状不同。")
    return None


def wrong_values(got: Array, want: Array, atol: float, rtol: float, digits: int = 52) -> Text | None:
    """What wrong values of the right shape have in common with the right ones, where all are finite.

    Args:
        digits: bits of the fraction in the dtype that `got` had.
    """
    tolerance = _Tolerance(atol, rtol)
    with np.errstate(all="ignore"):
        if not (np.isfinite(got).all() and np.isfinite(want).all() and tolerance.tells(want)):
            return None
        return next(_patterns(got, want, tolerance, digits), None)


def wrong_number(got: float, want: float, atol: float, rtol: float) -> Text | None:
    """Whether a single number that is wrong has the wrong sign, or is twice or half of the right one."""
    tolerance = atol + rtol * abs(want)
    if not math.isfinite(got) or abs(want) <= _KNOWN_WELL * tolerance:
        return None
    return next((said for factor, said in _MULTIPLES if abs(got / factor - want) <= tolerance), None)


def _patterns(got: Array, want: Array, tolerance: _Tolerance, digits: int) -> Iterator[Text]:
    if not got.any():
        yield Text("Every value is 0.", "所有值都是 0。")
        return
    if tolerance.far(got, want):
        if tolerance.close(-got, want):
            yield Text("Every value has the wrong sign.", "每个值的符号都反了。")
        yield from _moved(got, want, tolerance)
        yield from _scaled(got, want, tolerance)
        yield from _shifted(got, want, tolerance)
        yield from _changed_by_parts(got, want, tolerance)
        yield from _right_rows(got, want, tolerance)
    yield from _rounded(got, want, digits)


def _moved(got: Array, want: Array, tolerance: _Tolerance) -> Iterator[Text]:
    """The right values in other places."""
    for i, j in itertools.combinations(range(got.ndim), 2):
        if got.shape[i] == got.shape[j] and tolerance.close(np.swapaxes(got, i, j), want):
            yield Text(
                f"It is right but for axes {i} and {j}, which are swapped.",
                f"除了第 {i} 轴与第 {j} 轴互换之外都正确。",
            )
    for axis in range(got.ndim):
        if got.shape[axis] > 1 and tolerance.close(np.flip(got, axis), want):
            yield Text(
                f"The values are right, in reverse order along axis {axis}.",
                f"数值正确，但沿第 {axis} 轴顺序相反。",
            )
    if got.ndim == 1 and got.size > _LEAST_VALUES:
        if tolerance.close(got[1:], want[:-1]) and tolerance.tells(want[:-1]):
            yield Text("The values are right, one place late.", "数值正确，但晚了一位。")
        if tolerance.close(got[:-1], want[1:]) and tolerance.tells(want[1:]):
            yield Text("The values are right, one place early.", "数值正确，但早了一位。")


def _scaled(got: Array, want: Array, tolerance: _Tolerance) -> Iterator[Text]:
    def fits(factor: float) -> bool:
        return factor != 0 and tolerance.close(got / factor, want)

    factor = float(_factors(got.reshape(1, -1), want.reshape(1, -1))[0, 0])
    if fits(factor):
        en, zh = _known_factor(factor, want.shape, fits)
        said = _in_few_digits(factor, fits, other_than=1.0)
        yield Text(
            f"Every value is {said} times what it should be{en}.", f"每个值都是正确值的 {said} 倍{zh}。"
        )


def _shifted(got: Array, want: Array, tolerance: _Tolerance) -> Iterator[Text]:
    def fits(shift: float) -> bool:
        return tolerance.close(got - shift, want)

    shift = float((got - want).mean())
    if fits(shift):
        said = _in_few_digits(shift, fits, other_than=0.0).removeprefix("-")
        yield Text(
            f"Every value is {said} too {'large' if shift > 0 else 'small'}.",
            f"每个值都{'大' if shift > 0 else '小'}了 {said}。",
        )


def _in_few_digits(value: float, fits: Callable[[float], bool], other_than: float) -> str:
    """The shortest text of a number that is still true, and does not read as `other_than`."""
    for digits in range(1, _DIGITS):
        text = f"{value:.{digits}g}"
        if fits(float(text)):
            return text
    texts = (f"{value:.{digits}g}" for digits in range(_DIGITS, 17))
    return next((text for text in texts if float(text) != other_than), f"{value:.17g}")


def _factors(got: Array, want: Array) -> Array:
    """For each row the number that `want` times it is nearest to `got`; not finite where there is none."""
    # Divided by the largest, so that no square is too large or too small to be told from 0.
    scale = np.abs(want).max(axis=1, keepdims=True)
    unit = want / scale
    return np.asarray((got / scale * unit).sum(1, keepdims=True) / (unit * unit).sum(1, keepdims=True))


def _simple_factors(n: int) -> Iterator[tuple[float, str]]:
    share = (n - 1) / n
    yield n, "n"
    yield 1 / n, "1/n"
    # Twice as much as it should be is more often that than the root of 4.
    if n != 4:
        yield n**0.5, "√n"
        yield n**-0.5, "1/√n"
    yield share, "(n-1)/n"
    yield 1 / share, "n/(n-1)"
    yield share**0.5, "√((n-1)/n)"
    yield share**-0.5, "√(n/(n-1))"


def _known_factor(factor: float, shape: tuple[int, ...], fits: Callable[[float], bool]) -> tuple[str, str]:
    """Where the factor is a simple expression of one axis's length, which; else nothing."""
    found = []
    for axis, n in enumerate(shape):
        if n < 3:
            continue
        for value, text in _simple_factors(n):
            if abs(factor / value - 1) < 1e-4 and fits(value):
                found.append((axis, n, text))
    if len(found) != 1:
        return "", ""
    axis, n, text = found[0]
    return (
        f": {text}, where n = {n} is the length of axis {axis}",
        f"：即 {text}，其中 n = {n} 是第 {axis} 轴的长度",
    )


def _changed_by_parts(got: Array, want: Array, tolerance: _Tolerance) -> Iterator[Text]:
    """A factor or a shift for each row, or a factor for each place along the last axis."""
    if got.ndim < 2:
        return
    rows, right = got.reshape(-1, got.shape[-1]), want.reshape(-1, want.shape[-1])
    if _have_own(_factors, np.divide, rows, right, tolerance):
        yield Text("Each row is right up to a factor of its own.", "每一行都只差一个该行自己的倍数。")
    if _have_own(_shifts, np.subtract, rows, right, tolerance):
        yield Text(
            "Each row is right up to a number that was added to all of it.",
            "每一行都只差一个加在整行上的常数。",
        )
    if _have_own(_factors, np.divide, rows.T, right.T, tolerance):
        yield Text(
            "Each place along the last axis is right up to a factor of its own.",
            "最后一轴的每个位置都只差一个该位置自己的倍数。",
        )


def _shifts(got: Array, want: Array) -> Array:
    return np.asarray((got - want).mean(axis=1, keepdims=True))


def _have_own(
    find: Callable[[Array, Array], Array],
    take_away: Callable[[Array, Array], Array],
    rows: Array,
    right: Array,
    tolerance: _Tolerance,
) -> bool:
    """Whether each row is right but for a number of its own that `find` finds.

    A row whose right values are all near zero, or all alike, fits whatever it holds: it is to be
    right as it stands.
    """
    if rows.shape[1] <= _LEAST_VALUES:
        return False
    telling = tolerance.telling(right)
    if telling.sum() < 2:
        return False
    mine, wanted = rows[telling], right[telling]
    return tolerance.close(rows[~telling], right[~telling]) and tolerance.close(
        take_away(mine, find(mine, wanted)), wanted
    )


def _right_rows(got: Array, want: Array, tolerance: _Tolerance) -> Iterator[Text]:
    if got.ndim != 2 or not 2 <= len(got) <= _MOST_ROWS:
        return
    right = [number for number in range(len(got)) if tolerance.close(got[number], want[number])]
    wrong = [number for number in range(len(got)) if number not in right]
    # A row of values near zero is right by whatever small values stand there; one that is off by
    # little more than the tolerance is not told from a right one by much.
    if (
        right
        and all(tolerance.large(want[number]).any() for number in right)
        and all(tolerance.far(got[number], want[number]) for number in wrong)
    ):
        yield Text(
            f"Rows that are right: {_listed(right)}; rows that are not: {_listed(wrong)}.",
            f"正确的行：{_listed(right)}；不正确的行：{_listed(wrong)}。",
        )


def _listed(numbers: list[int]) -> str:
    return ", ".join(map(str, numbers))


def _rounded(got: Array, want: Array, digits: int) -> Iterator[Text]:
    """Values that a coarser dtype holds, and an error as small as its rounding, everywhere.

    By its size alone such an error may come from anything: a step not taken, another epsilon.
    """
    scale = float(np.abs(want).max())
    error, right = got / scale - want / scale, want / scale
    worst = float(np.abs(error).max())
    everywhere = float(np.median(np.abs(error))) > 0.01 * worst
    # Whole numbers fit every dtype, and most of them come from another rounding.
    if error.size < _LEAST_FOR_CHANCE or not everywhere or np.array_equal(np.rint(got), got):
        return
    if abs(_correlation(error / worst, right)) > _MOST_CORRELATED:
        return
    for name, bits, low, high in _ROUNDING:
        if bits < digits and low < worst < high and np.array_equal(_rounded_to(name, got), got):
            yield Text(
                f"Every value is one that {name} can hold, and the largest error is {worst:.1g} of the "
                f"largest value: about what {name} rounds by.",
                f"所有值都是 {name} 能表示的数，最大误差是最大值的 {worst:.1g}："
                f"大致相当于 {name} 的舍入误差。",
            )


def _rounded_to(dtype: str, values: Array) -> Array:
    if dtype != "bfloat16":
        return values.astype(dtype).astype(np.float64)
    # NumPy has none: it is the first half of a float32.
    bits = values.astype(np.float32).view(np.uint32) & np.uint32(0xFFFF0000)
    return bits.view(np.float32).astype(np.float64)


def _correlation(a: Array, b: Array) -> float:
    """The cosine of the angle between two arrays."""
    length = float(np.linalg.norm(a) * np.linalg.norm(b))
    return float((a * b).sum()) / length if length else 0.0

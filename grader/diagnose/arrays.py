"""Whether two arrays or numbers are the same answer, where a third is the right one.

Two people who make the same mistake round differently, so values are compared by how far they are
from each other against how far they are from the right ones.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from grader.diagnose.likeness import DIFFERENT, Finding, Likeness
from grader.worker.frames import WireError
from grader.worker.values import from_wire

# Rounding of the arithmetic that an answer came from, as a share of its row's largest value: what
# two right ways of computing it may be apart.
_ROUNDING = {2: 4e-3, 4: 1e-5, 8: 1e-9}
# Two answers are one where they are this many times nearer to each other than to the right one.
_NEARER = 0.05
# Below this share of its row's largest value a deviation may be nothing but coarser rounding: its
# digits are chance, its size is not.
_COARSE = 2e-3
_SAME_SIZE = 30.0
_TELLING = 2.0
_MOST_BITS = 0.9


def compare_floats(got: float, other: float, right: Any, *, single: bool) -> Finding:
    """Compare two plain floats; `single` says whether they come from float32 arithmetic.

    `right` may be anything: what is no float is not the right answer's form.
    """
    exact = np.asarray(right) if type(right) is float else None
    return _numbers(np.asarray(got), np.asarray(other), exact, 4 if single else 8)


def compare_arrays(got: list[Any], other: list[Any], right: Any) -> Finding:
    """Compare two arrays as they are written in replies (`worker.values`), of dtype and shape too.

    `right` is None where the right answer is no array.
    """
    mine, theirs = _as_array(got), _as_array(other)
    if mine is None or theirs is None or mine.dtype != theirs.dtype or mine.shape != theirs.shape:
        return DIFFERENT
    exact = _as_array(right)
    finding = _numbers(mine, theirs, exact, mine.real.dtype.itemsize)
    if exact is not None and exact.dtype != mine.dtype:
        return finding & Finding(Likeness.SAME, is_wrong=True)
    return finding


def _as_array(tree: Any) -> NDArray[Any] | None:
    if type(tree) is not list or tree[0] not in ("a", "s", "c"):
        return None
    try:
        return np.asarray(from_wire(tree, lambda _: None))
    except WireError:
        return None


@np.errstate(all="ignore")
def _numbers(got: NDArray[Any], other: NDArray[Any], right: NDArray[Any] | None, size: int) -> Finding:
    """Arrays of one shape and dtype, row by row along the last axis."""
    mine, theirs = np.atleast_1d(got), np.atleast_1d(other)
    exact = np.atleast_1d(right) if right is not None else None
    if exact is None or exact.shape != mine.shape:
        alone = _numbers(got, other, got, size)
        return alone & Finding(Likeness.SAME, is_wrong=True)
    if mine.dtype.kind == "c":
        mine, theirs, exact = (_real_parts(array.astype(mine.dtype)) for array in (mine, theirs, exact))
        return _numbers(mine, theirs, exact, size)
    if mine.dtype.kind != "f":
        if not np.array_equal(mine, theirs):
            return DIFFERENT
        return Finding(Likeness.SAME, not np.array_equal(mine, exact))
    if mine.size == 0:
        return Finding(Likeness.SAME)
    same_bits = _same_where_wrong(mine, theirs, exact.astype(mine.dtype))
    mine, theirs, exact = (array.astype(np.float64) for array in (mine, theirs, exact))
    if not _same_unless_finite(mine, theirs):
        return DIFFERENT
    pairs = (mine, theirs), (mine, exact), (theirs, exact)
    apart, wrong, theirs_wrong = (_worst(a - b) for a, b in pairs)
    scale = np.maximum(_worst(mine), _worst(exact))
    floor = _ROUNDING.get(size, _ROUNDING[8]) * scale
    close = apart <= floor + _NEARER * wrong
    coarse = (
        (np.maximum(wrong, theirs_wrong) <= _COARSE * scale)
        & (wrong <= _SAME_SIZE * theirs_wrong)
        & (theirs_wrong <= _SAME_SIZE * wrong)
    )
    is_wrong = bool((wrong > _TELLING * floor).any()) or not _same_unless_finite(mine, exact)
    if close.all():
        return Finding(Likeness.SAME, is_wrong or same_bits)
    if not (close | coarse).all():
        return DIFFERENT
    return Finding(Likeness.SAME if same_bits else Likeness.AS_COARSE, is_wrong)


def _real_parts(array: NDArray[Any]) -> NDArray[Any]:
    """Complex numbers as pairs along the last axis."""
    return np.ascontiguousarray(array).view(array.real.dtype)


def _same_unless_finite(a: NDArray[Any], b: NDArray[Any]) -> bool:
    """Whether NaN stands for NaN and every infinity for itself."""
    odd = ~np.isfinite(a) | ~np.isfinite(b)
    return bool(np.array_equal(a[odd], b[odd], equal_nan=True))


def _same_where_wrong(mine: NDArray[Any], theirs: NDArray[Any], exact: NDArray[Any]) -> bool:
    """Whether two arrays agree to the bit in nearly all places where the first one is wrong."""
    wrong = (mine != exact) & ~(np.isnan(mine) & np.isnan(exact))
    return bool((mine == theirs)[wrong].mean() >= _MOST_BITS) if wrong.any() else False


def _worst(values: NDArray[Any]) -> NDArray[Any]:
    """The largest finite magnitude of each row; 0 where a row has none."""
    finite = np.where(np.isfinite(values), np.abs(values), 0.0)
    return np.asarray(finite.max(axis=-1))

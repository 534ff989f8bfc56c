"""Whether two submissions gave the same answer, where a third gave the right one.

Two people who make the same mistake round differently, so answers are compared by how far they
are from each other against how far they are from the right one.
"""

from __future__ import annotations

from enum import IntEnum
from typing import Any

import numpy as np
from numpy.typing import NDArray

from grader.worker.frames import WireError
from grader.worker.values import from_wire

# Rounding of the arithmetic that an answer came from, as a share of its row's largest value: what
# two right ways of computing it may be apart.
_ROUNDING = {2: 4e-3, 4: 1e-5, 8: 1e-10}
# Two answers are one where they are this many times nearer to each other than to the right one.
_NEARER = 0.05
# Below this share of its row's largest value a deviation may be nothing but coarser rounding: its
# digits are chance, its size is not.
_COARSE = 2e-3
_SAME_SIZE = 30.0


class Likeness(IntEnum):
    """How like another answer an answer is."""

    DIFFERENT = 0
    AS_COARSE = 1
    """Not the same digits, and as far from the right answer, by rounding alone."""
    SAME = 2


def likeness(got: dict[str, Any], other: dict[str, Any], right: dict[str, Any], single: bool) -> Likeness:
    """Compare two replies of workers to the same request.

    Args:
        got: the candidate's reply.
        other: a known mistake's.
        right: the reference's.
        single: whether plain floats come from float32 arithmetic.
    """
    if "raised" in got or "raised" in other:
        return _yes(_kind(got) == _kind(other))
    if "fault" in got or "fault" in other:
        return _yes("fault" in got and "fault" in other)
    if (got.get("changed") or []) != (other.get("changed") or []):
        return Likeness.DIFFERENT
    return _compare(got.get("ok"), other.get("ok"), right.get("ok"), single)


def _yes(condition: bool) -> Likeness:
    return Likeness.SAME if condition else Likeness.DIFFERENT


def _kind(reply: dict[str, Any]) -> str | None:
    """The class of the exception that a reply tells of."""
    raised = reply.get("raised")
    kinds = raised.get("kinds") if type(raised) is dict else None
    return str(kinds[0]) if kinds else None


def _compare(got: Any, other: Any, right: Any, single: bool) -> Likeness:
    if type(got) is not type(other):
        return Likeness.DIFFERENT
    if type(got) is float:
        return _numbers(np.float64(got), np.float64(other), _as_array(right), 4 if single else 8)
    if type(got) is not list:
        return _yes(got == other)
    tag = got[0]
    if tag != other[0]:
        return Likeness.DIFFERENT
    if tag in ("l", "t"):
        return _items(got[1], other[1], _parts(right, tag, len(got[1])), single)
    if tag == "d":
        return _entries(got[1], other[1], right, single)
    if tag in ("a", "s"):
        return _arrays(got, other, right)
    if tag == "h":
        # A name in the candidate's own module is the candidate's choice.
        return _yes(got[3] == other[3])
    return _yes(got == other)


def _arrays(got: list[Any], other: list[Any], right: Any) -> Likeness:
    mine, theirs = _as_array(got), _as_array(other)
    if mine is None or theirs is None or mine.dtype != theirs.dtype or mine.shape != theirs.shape:
        return Likeness.DIFFERENT
    return _numbers(mine, theirs, _as_array(right), mine.dtype.itemsize)


def _parts(right: Any, tag: str, length: int) -> list[Any]:
    if type(right) is list and right[0] == tag and len(right[1]) == length:
        return list(right[1])
    return [None] * length


def _items(got: list[Any], other: list[Any], right: list[Any], single: bool) -> Likeness:
    if len(got) != len(other):
        return Likeness.DIFFERENT
    result = Likeness.SAME
    for mine, theirs, exact in zip(got, other, right, strict=True):
        result = min(result, _compare(mine, theirs, exact, single))
        if result is Likeness.DIFFERENT:
            break
    return result


def _entries(got: list[Any], other: list[Any], right: Any, single: bool) -> Likeness:
    """Dicts by their keys, in whatever order."""
    mine, theirs = ({repr(key): value for key, value in pairs} for pairs in (got, other))
    exact = right[1] if type(right) is list and right[0] == "d" else []
    wanted = {repr(key): value for key, value in exact}
    if mine.keys() != theirs.keys():
        return Likeness.DIFFERENT
    keys = sorted(mine)
    return _items(
        [mine[key] for key in keys],
        [theirs[key] for key in keys],
        [wanted.get(key) for key in keys],
        single,
    )


def _as_array(tree: Any) -> NDArray[Any] | None:
    if type(tree) is float:
        return np.asarray(tree)
    if type(tree) is not list or tree[0] not in ("a", "s"):
        return None
    try:
        return np.asarray(from_wire(tree, lambda _: None))
    except WireError:
        return None


def _numbers(
    got: NDArray[Any] | np.float64, other: NDArray[Any] | np.float64, right: NDArray[Any] | None, size: int
) -> Likeness:
    """Arrays of one shape and dtype, row by row along the last axis."""
    mine, theirs = (np.atleast_1d(np.asarray(array)) for array in (got, other))
    if mine.dtype.kind not in "f":
        return _yes(bool(np.array_equal(mine, theirs)))
    if mine.size == 0:
        return Likeness.SAME
    mine, theirs = mine.astype(np.float64), theirs.astype(np.float64)
    exact = None if right is None else np.atleast_1d(right).astype(np.float64)
    if exact is None or exact.shape != mine.shape:
        exact = np.full_like(mine, np.nan)
    if not np.array_equal(np.isnan(mine), np.isnan(theirs)):
        return Likeness.DIFFERENT
    infinite = np.isinf(mine) | np.isinf(theirs)
    if not np.array_equal(mine[infinite], theirs[infinite]):
        return Likeness.DIFFERENT
    with np.errstate(all="ignore"):
        apart, wrong, theirs_wrong = (
            _worst(a - b) for a, b in ((mine, theirs), (mine, exact), (theirs, exact))
        )
        scale = np.maximum(_worst(mine), _worst(exact))
    floor = _ROUNDING.get(size, _ROUNDING[8]) * scale
    same = apart <= floor + _NEARER * wrong
    if same.all():
        return Likeness.SAME
    coarse = (
        (wrong > floor / 100)
        & (np.maximum(wrong, theirs_wrong) <= _COARSE * scale)
        & (wrong <= _SAME_SIZE * theirs_wrong)
        & (theirs_wrong <= _SAME_SIZE * wrong)
    )
    return Likeness.AS_COARSE if (same | coarse).all() else Likeness.DIFFERENT


def _worst(values: NDArray[Any]) -> NDArray[Any]:
    """The largest finite magnitude of each row; 0 where a row has none."""
    finite = np.where(np.isfinite(values), np.abs(values), 0.0)
    return np.asarray(finite.max(axis=-1))

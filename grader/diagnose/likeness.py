"""Whether two submissions gave the same answer, where a third gave the right one.

Two people who make the same mistake round differently, so answers are compared by how far they
are from each other against how far they are from the right one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Any

import numpy as np
from numpy.typing import NDArray

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
# What a harness gives under this key a submission may choose as it likes: no answer to compare.
_CHOICES = repr("choices")


class Likeness(IntEnum):
    """How like another's answers a candidate's answers are."""

    DIFFERENT = 0
    PART = 1
    """Whatever the other has wrong is wrong in the same way, and there is more that is wrong."""
    AS_COARSE = 2
    """Not the same digits, and as far from the right ones, by rounding alone."""
    SAME_KIND = 3
    """An error where the other has the same one, or none where both should have one."""
    SAME = 4


@dataclass(frozen=True, slots=True)
class _Finding:
    """What one part of an answer shows; parts are put together by `&`."""

    likeness: Likeness
    is_wrong: bool = False
    """Whether the candidate's part differs from the right one by more than rounding, or by bits that
    the other one has too: what is right says nothing about a mistake."""
    is_wrong_in_kind: bool = False
    """Whether there is an error in place of a value, or a value in place of an error."""

    def __and__(self, other: _Finding) -> _Finding:
        return _Finding(
            min(self.likeness, other.likeness),
            self.is_wrong or other.is_wrong,
            self.is_wrong_in_kind or other.is_wrong_in_kind,
        )


_DIFFERENT = _Finding(Likeness.DIFFERENT)


def likeness(
    got: Sequence[dict[str, Any]],
    other: Sequence[dict[str, Any]],
    right: Sequence[dict[str, Any]],
    *,
    single: bool,
) -> Likeness:
    """Compare replies of workers to the same requests.

    Args:
        got: the candidate's replies.
        other: a known mistake's, as many.
        right: the reference's; none where it ended on the way.
        single: whether plain floats come from float32 arithmetic.
    """
    exact = right if len(right) == len(got) else [{}] * len(got)
    whole = _Finding(Likeness.SAME)
    for replies in zip(got, other, exact, strict=True):
        whole &= _reply(*replies, single)
        if whole.likeness is Likeness.DIFFERENT:
            return Likeness.PART if _is_part_of(other, got, right, single) else Likeness.DIFFERENT
    if whole.is_wrong:
        return whole.likeness
    return min(whole.likeness, Likeness.SAME_KIND if whole.is_wrong_in_kind else Likeness.AS_COARSE)


def same_again(got: Sequence[dict[str, Any]], again: Sequence[dict[str, Any]]) -> bool:
    """Whether two runs of one submission gave the same answers, to rounding."""
    pairs = zip(got, again, strict=True)
    return all(_reply(a, b, {}, True).likeness is Likeness.SAME for a, b in pairs)


def wrong_in_the_same_places(
    got: Sequence[dict[str, Any]],
    other: Sequence[dict[str, Any]],
    right: Sequence[dict[str, Any]],
    *,
    single: bool,
) -> bool:
    """Whether two submissions raise alike and are wrong in the same parts of their answers.

    By how much is not looked at; the arguments are those of `likeness`.
    """
    if len(right) != len(got) or len(other) != len(got):
        return False
    for mine, theirs, exact in zip(got, other, right, strict=True):
        if not _all_ok(mine, theirs, exact):
            if _kind(mine) != _kind(theirs) or mine.get("changed") != theirs.get("changed"):
                return False
            continue
        for a, b, c in _parts(mine["ok"], theirs["ok"], exact["ok"]):
            if _is_right(a, c, single) != _is_right(b, c, single) or _form(a) != _form(b):
                return False
    return True


def _is_right(value: Any, right: Any, single: bool) -> bool:
    return _value(value, right, right, single).likeness is Likeness.SAME


def _form(tree: Any) -> Any:
    """What a value is but for its numbers: an array's dtype and shape, else a type or a tag."""
    if type(tree) is not list:
        return type(tree)
    return tree[:3] if tree[0] == "a" else tree[0]


def _is_part_of(
    other: Sequence[dict[str, Any]],
    got: Sequence[dict[str, Any]],
    right: Sequence[dict[str, Any]],
    single: bool,
) -> bool:
    """Whether each part of the answers that `other` has wrong is wrong in the same way in `got`.

    An error in place of a value, or the reverse, may have many reasons: alone it shows nothing.
    """
    if len(right) != len(got):
        return False
    shown = False
    for mine, theirs, exact in zip(got, other, right, strict=True):
        if _all_ok(mine, theirs, exact):
            parts = list(_parts(mine["ok"], theirs["ok"], exact["ok"]))
            findings = [(_value(b, c, c, single), _value(a, b, c, single)) for a, b, c in parts]
        else:
            findings = [(_reply(theirs, exact, exact, single), _reply(mine, theirs, exact, single))]
        for theirs_and_right, mine_and_theirs in findings:
            if theirs_and_right.likeness is not Likeness.SAME:
                if mine_and_theirs.likeness is not Likeness.SAME:
                    return False
                shown |= mine_and_theirs.is_wrong
    return shown


def _all_ok(*replies: dict[str, Any]) -> bool:
    """Whether each reply gives a value and tells of no change to an argument."""
    return all("ok" in reply and not reply.get("changed") for reply in replies)


def _parts(got: Any, other: Any, right: Any) -> Iterator[tuple[Any, Any, Any]]:
    """Answers taken apart as far as `other` and `right` are made alike.

    Where `got` is made otherwise, nothing can be said of what stands there.
    """
    theirs, exact = _inside(other), _inside(right)
    if theirs is None or exact is None or theirs.keys() != exact.keys() or other[0] != right[0]:
        yield got, other, right
        return
    mine = _inside(got)
    if mine is None or got[0] != other[0] or (other[0] != "d" and len(mine) != len(theirs)):
        return
    for key in theirs.keys() & mine.keys():
        yield from _parts(mine[key], theirs[key], exact[key])


def _inside(tree: Any) -> dict[str, Any] | None:
    """What a list, a tuple or a dict holds, by its place or key; None for anything else."""
    if type(tree) is not list:
        return None
    if tree[0] in ("l", "t"):
        return {str(place): item for place, item in enumerate(tree[1])}
    return _named_entries(tree[1]) if tree[0] == "d" else None


def _reply(got: dict[str, Any], other: dict[str, Any], right: dict[str, Any], single: bool) -> _Finding:
    if ("raised" in got) != ("raised" in other):
        return _DIFFERENT
    if "raised" in got:
        if _kind(got) != _kind(other):
            return _DIFFERENT
        return _Finding(Likeness.SAME, is_wrong_in_kind=_kind(got) != _kind(right))
    if "fault" in got or "fault" in other:
        return _plain("fault" in got, "fault" in other, "fault" in right)
    if "raised" in right:
        # An error was wanted: what was given in its place does not matter.
        return _Finding(Likeness.SAME, is_wrong_in_kind=True)
    changed = _plain(*(reply.get("changed") or [] for reply in (got, other, right)))
    return changed & _value(got.get("ok"), other.get("ok"), right.get("ok"), single)


def _plain(got: object, other: object, right: object) -> _Finding:
    # As Python writes them: True is not 1, and 1 is not 1.0.
    mine, theirs, exact = map(repr, (got, other, right))
    return _Finding(Likeness.SAME, mine != exact) if mine == theirs else _DIFFERENT


def _kind(reply: dict[str, Any]) -> str | None:
    """The class of the exception that a reply tells of."""
    raised = reply.get("raised")
    kinds = raised.get("kinds") if type(raised) is dict else None
    return str(kinds[0]) if kinds else None


def _value(got: Any, other: Any, right: Any, single: bool) -> _Finding:
    if type(got) is not type(other):
        return _DIFFERENT
    if type(got) is float:
        size = 4 if single else 8
        return _numbers(np.asarray(got), np.asarray(other), _as_array(right, float), size)
    if type(got) is not list:
        return _plain(got, other, right)
    tag = got[0]
    if tag != other[0]:
        return _DIFFERENT
    alike = type(right) is list and right[0] == tag
    if tag in ("l", "t"):
        return _items(got[1], other[1], right[1] if alike else None, single)
    if tag == "d":
        return _entries(got[1], other[1], right[1] if alike else None, single)
    if tag in ("a", "s", "c"):
        return _arrays(got, other, right if alike else None)
    if tag == "h":
        # A name in the candidate's own module is the candidate's choice.
        return _plain(got[3], other[3], right[3] if alike else None)
    return _plain(got, other, right)


def _items(got: list[Any], other: list[Any], right: list[Any] | None, single: bool) -> _Finding:
    if len(got) != len(other):
        return _DIFFERENT
    whole = _Finding(Likeness.SAME, is_wrong=right is None or len(right) != len(got))
    exact = right if right is not None and len(right) == len(got) else [None] * len(got)
    for parts in zip(got, other, exact, strict=True):
        whole &= _value(*parts, single)
        if whole.likeness is Likeness.DIFFERENT:
            break
    return whole


def _entries(got: list[Any], other: list[Any], right: list[Any] | None, single: bool) -> _Finding:
    """Dicts by their keys, in whatever order."""
    mine, theirs, exact = (_named_entries(pairs or []) for pairs in (got, other, right))
    if mine.keys() != theirs.keys():
        return _DIFFERENT
    keys = sorted(mine)
    same_keys = right is not None and exact.keys() == mine.keys()
    wanted = [exact[key] for key in keys] if same_keys else None
    return _items([mine[key] for key in keys], [theirs[key] for key in keys], wanted, single)


def _named_entries(pairs: list[Any]) -> dict[str, Any]:
    return {repr(key): value for key, value in pairs if repr(key) != _CHOICES}


def _arrays(got: list[Any], other: list[Any], right: Any) -> _Finding:
    mine, theirs = _as_array(got), _as_array(other)
    if mine is None or theirs is None or mine.dtype != theirs.dtype or mine.shape != theirs.shape:
        return _DIFFERENT
    exact = _as_array(right)
    finding = _numbers(mine, theirs, exact, mine.real.dtype.itemsize)
    if exact is not None and exact.dtype != mine.dtype:
        return finding & _Finding(Likeness.SAME, is_wrong=True)
    return finding


def _as_array(tree: Any, kind: type | None = None) -> NDArray[Any] | None:
    if kind is not None:
        return np.asarray(tree) if type(tree) is kind else None
    if type(tree) is not list or tree[0] not in ("a", "s", "c"):
        return None
    try:
        return np.asarray(from_wire(tree, lambda _: None))
    except WireError:
        return None


@np.errstate(all="ignore")
def _numbers(got: NDArray[Any], other: NDArray[Any], right: NDArray[Any] | None, size: int) -> _Finding:
    """Arrays of one shape and dtype, row by row along the last axis."""
    mine, theirs = np.atleast_1d(got), np.atleast_1d(other)
    exact = np.atleast_1d(right) if right is not None else None
    if exact is None or exact.shape != mine.shape:
        alone = _numbers(got, other, got, size)
        return alone & _Finding(Likeness.SAME, is_wrong=True)
    if mine.dtype.kind == "c":
        mine, theirs, exact = (_real_parts(array.astype(mine.dtype)) for array in (mine, theirs, exact))
        return _numbers(mine, theirs, exact, size)
    if mine.dtype.kind != "f":
        if not np.array_equal(mine, theirs):
            return _DIFFERENT
        return _Finding(Likeness.SAME, not np.array_equal(mine, exact))
    if mine.size == 0:
        return _Finding(Likeness.SAME)
    same_bits = _same_where_wrong(mine, theirs, exact.astype(mine.dtype))
    mine, theirs, exact = (array.astype(np.float64) for array in (mine, theirs, exact))
    if not _same_unless_finite(mine, theirs):
        return _DIFFERENT
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
        return _Finding(Likeness.SAME, is_wrong or same_bits)
    if not (close | coarse).all():
        return _DIFFERENT
    return _Finding(Likeness.SAME if same_bits else Likeness.AS_COARSE, is_wrong)


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

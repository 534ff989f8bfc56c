"""Whether two submissions gave the same answers, where a third gave the right ones."""

from __future__ import annotations

import builtins
import types
from collections.abc import Iterator, Sequence
from typing import Any

from grader.diagnose.arrays import compare_arrays, compare_floats
from grader.diagnose.likeness import DIFFERENT, Finding, Likeness

# What a harness gives under this key a submission may choose as it likes: no answer to compare.
_CHOICES = repr("choices")
_PYTHONS_OWN = {
    kind.__name__ for kind in [*vars(builtins).values(), *vars(types).values()] if isinstance(kind, type)
}


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
    whole = Finding(Likeness.SAME)
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


def _reply(got: dict[str, Any], other: dict[str, Any], right: dict[str, Any], single: bool) -> Finding:
    if ("raised" in got) != ("raised" in other):
        return DIFFERENT
    if "raised" in got:
        if _kind(got) != _kind(other):
            return DIFFERENT
        return Finding(Likeness.SAME, is_wrong_in_kind=_kind(got) != _kind(right))
    if "fault" in got or "fault" in other:
        return _plain("fault" in got, "fault" in other, "fault" in right)
    if "raised" in right:
        # An error was wanted: what was given in its place does not matter.
        return Finding(Likeness.SAME, is_wrong_in_kind=True)
    mine, theirs, exact = (reply.get("changed") or [] for reply in (got, other, right))
    if mine != theirs:
        return DIFFERENT
    # That an argument was changed, not how: as with an error, there are many ways to come by it.
    changed = Finding(Likeness.SAME, is_wrong_in_kind=mine != exact)
    return changed & _value(got.get("ok"), other.get("ok"), right.get("ok"), single)


def _plain(got: object, other: object, right: object) -> Finding:
    # As Python writes them: True is not 1, and 1 is not 1.0.
    mine, theirs, exact = map(repr, (got, other, right))
    return Finding(Likeness.SAME, mine != exact) if mine == theirs else DIFFERENT


def _kind(reply: dict[str, Any]) -> str | None:
    """The class of the exception that a reply tells of."""
    raised = reply.get("raised")
    kinds = raised.get("kinds") if type(raised) is dict else None
    return str(kinds[0]) if kinds else None


def _value(got: Any, other: Any, right: Any, single: bool) -> Finding:
    if type(got) is not type(other):
        return DIFFERENT
    if type(got) is float:
        return compare_floats(got, other, right, single=single)
    if type(got) is not list:
        return _plain(got, other, right)
    tag = got[0]
    if tag != other[0]:
        return DIFFERENT
    alike = type(right) is list and right[0] == tag
    if tag in ("l", "t"):
        return _items(got[1], other[1], right[1] if alike else None, single)
    if tag == "d":
        return _entries(got[1], other[1], right[1] if alike else None, single)
    if tag in ("a", "s", "c"):
        return compare_arrays(got, other, right if alike else None)
    if tag == "h":
        return _plain(_kept(got), _kept(other), _kept(right) if alike else None)
    return _plain(got, other, right)


def _kept(tree: list[Any]) -> str:
    """What an object that stayed in the worker is: a library's class, or just one of the submission's.

    What the submission calls its own classes, and whether one can be called, is its choice.
    """
    name = str(tree[2])
    return name if "." in name or name in _PYTHONS_OWN else "its own"


def _items(got: list[Any], other: list[Any], right: list[Any] | None, single: bool) -> Finding:
    if len(got) != len(other):
        return DIFFERENT
    whole = Finding(Likeness.SAME, is_wrong=right is None or len(right) != len(got))
    exact = right if right is not None and len(right) == len(got) else [None] * len(got)
    for parts in zip(got, other, exact, strict=True):
        whole &= _value(*parts, single)
        if whole.likeness is Likeness.DIFFERENT:
            break
    return whole


def _entries(got: list[Any], other: list[Any], right: list[Any] | None, single: bool) -> Finding:
    """Dicts by their keys, in whatever order."""
    mine, theirs, exact = (_named_entries(pairs or []) for pairs in (got, other, right))
    if mine.keys() != theirs.keys():
        return DIFFERENT
    keys = sorted(mine)
    same_keys = right is not None and exact.keys() == mine.keys()
    wanted = [exact[key] for key in keys] if same_keys else None
    return _items([mine[key] for key in keys], [theirs[key] for key in keys], wanted, single)


def _named_entries(pairs: list[Any]) -> dict[str, Any]:
    return {repr(key): value for key, value in pairs if repr(key) != _CHOICES}

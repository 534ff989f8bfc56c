"""Pictures of a problem: the bank says what is drawn, a worker computes it, and here it is looked over.

`solutions/<id>/pictures.py` runs in the worker beside a submission, as a harness does. Each of its
functions takes the submission's module and gives one picture as plain data:

    {"title": text, "caption": text, "panels": [panel, …]}          a text is {"en": …, "zh": …}

    {"kind": "lines", "x": text, "y": text, "log": "xy", "series": […], "marks": […], "levels": […]}
        a series: {"name": text, "x": numbers, "y": numbers, "steps": True, "own": True}
        `own` says that it is the submission's doing: an attempt's is drawn beside the reference's
        marks: {"name": text, "at": numbers} upright, levels: {"name": text, "at": number} across
    {"kind": "dots", "x": text, "rows": [{"name": text, "values": numbers}, …]}
    {"kind": "heat", "x": text, "y": text, "values": numbers in rows}
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

import numpy as np
import numpy.typing as npt

from grader.submission import printable
from grader.text import LANGUAGES, Text

T = TypeVar("T")
Numbers = npt.NDArray[np.float64]

_MOST_NUMBERS = 20_000
_MOST = {"panels": 4, "series": 8, "rows": 16, "marks": 4, "levels": 4}
_LONGEST = 1000
_LARGEST = 1e30


@dataclass(frozen=True, slots=True)
class Series:
    name: Text
    x: Numbers
    y: Numbers
    has_steps: bool = False
    is_own: bool = False
    is_attempt: bool = False


@dataclass(frozen=True, slots=True)
class Mark:
    """Places to be pointed out, on the axis that goes across or the one that goes up."""

    name: Text
    at: Numbers


@dataclass(frozen=True, slots=True)
class Lines:
    x: Text
    y: Text
    series: tuple[Series, ...]
    log: str = ""
    marks: tuple[Mark, ...] = ()
    levels: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    name: Text
    values: Numbers


@dataclass(frozen=True, slots=True)
class Dots:
    """Rows of numbers, each on a line of its own, with its mean and its standard deviation."""

    x: Text
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Heat:
    x: Text
    y: Text
    values: Numbers


Panel = Lines | Dots | Heat


@dataclass(frozen=True, slots=True)
class Picture:
    id: str
    title: Text
    caption: Text
    panels: tuple[Panel, ...]


class PictureError(ValueError):
    """What is not right with a picture's data; it begins with the key."""


def read_picture(picture_id: str, data: Any) -> Picture:
    """The picture that a function of the bank's gave.

    Raises:
        PictureError: naming the key that is not right.
    """
    table = _table("", data, {"title", "caption", "panels"})
    panels = _each("panels", table["panels"], _panel)
    if not panels:
        raise PictureError("panels: there is none")
    return Picture(picture_id, _text("title", table["title"]), _text("caption", table["caption"]), panels)


def with_attempt(picture: Picture, attempt: Picture, name: Text) -> Picture:
    """The same picture with an attempt's own series beside the reference's."""
    panels = tuple(
        _beside(panel, other, name) if isinstance(panel, Lines) and isinstance(other, Lines) else panel
        for panel, other in zip(picture.panels, attempt.panels, strict=False)
    )
    return Picture(picture.id, picture.title, picture.caption, panels)


def _beside(panel: Lines, attempt: Lines, name: Text) -> Lines:
    added = tuple(
        Series(name, theirs.x, theirs.y, ours.has_steps, is_attempt=True)
        for ours, theirs in zip(panel.series, attempt.series, strict=False)
        if ours.is_own
    )
    return Lines(panel.x, panel.y, (*panel.series, *added), panel.log, panel.marks, panel.levels)


def is_compared(picture: Picture) -> bool:
    """Whether an attempt has anything to add to it."""
    return any(s.is_own for panel in picture.panels if isinstance(panel, Lines) for s in panel.series)


def _panel(key: str, data: Any) -> Panel:
    kind = data.get("kind") if type(data) is dict else None
    if kind == "lines":
        return _lines(key, data)
    if kind == "dots":
        table = _table(key, data, {"kind", "x", "rows"})
        return Dots(_text(f"{key}.x", table["x"]), _each(f"{key}.rows", table["rows"], _row))
    if kind == "heat":
        table = _table(key, data, {"kind", "x", "y", "values"})
        return Heat(
            _text(f"{key}.x", table["x"]),
            _text(f"{key}.y", table["y"]),
            _numbers(f"{key}.values", table["values"], axes=(2,)),
        )
    raise PictureError(f"{key}.kind: should be lines, dots or heat")


def _lines(key: str, data: Any) -> Lines:
    table = _table(key, data, {"kind", "x", "y", "series"}, {"log", "marks", "levels"})
    if table.get("log", "") not in ("", "x", "y", "xy"):
        raise PictureError(f"{key}.log: should be x, y or xy")
    series = _each(f"{key}.series", table["series"], _series)
    if not series:
        raise PictureError(f"{key}.series: there is none")
    return Lines(
        _text(f"{key}.x", table["x"]),
        _text(f"{key}.y", table["y"]),
        series,
        table.get("log", ""),
        _each(f"{key}.marks", table.get("marks", []), _mark),
        _each(f"{key}.levels", table.get("levels", []), _mark),
    )


def _series(key: str, data: Any) -> Series:
    table = _table(key, data, {"name", "x", "y"}, {"steps", "own"})
    x, y = (_numbers(f"{key}.{name}", table[name]) for name in ("x", "y"))
    if len(x) != len(y):
        raise PictureError(f"{key}: has {len(x)} numbers in x and {len(y)} in y")
    return Series(
        _text(f"{key}.name", table["name"]), x, y, table.get("steps") is True, table.get("own") is True
    )


def _row(key: str, data: Any) -> Row:
    table = _table(key, data, {"name", "values"})
    return Row(_text(f"{key}.name", table["name"]), _numbers(f"{key}.values", table["values"]))


def _mark(key: str, data: Any) -> Mark:
    table = _table(key, data, {"name", "at"})
    return Mark(
        _text(f"{key}.name", table["name"]), np.atleast_1d(_numbers(f"{key}.at", table["at"], axes=(0, 1)))
    )


def _table(key: str, data: Any, wanted: set[str], allowed: frozenset[str] | set[str] = frozenset()) -> Any:
    if type(data) is not dict or not wanted <= set(data) <= wanted | allowed:
        raise PictureError(f"{key or 'a picture'}: needs {', '.join(sorted(wanted))}")
    return data


def _each(key: str, data: Any, read: Callable[[str, Any], T]) -> tuple[T, ...]:
    most = _MOST[key.rpartition(".")[2]]
    if type(data) not in (list, tuple) or len(data) > most:
        raise PictureError(f"{key}: should be a list of {most} at most")
    return tuple(read(f"{key}[{number}]", each) for number, each in enumerate(data))


def _text(key: str, data: Any) -> Text:
    if type(data) is not dict or set(data) != set(LANGUAGES):
        raise PictureError(f"{key}: needs en and zh, and nothing else")
    if not all(type(said) is str and said.strip() and len(said) < _LONGEST for said in data.values()):
        raise PictureError(f"{key}: should be text that says something")
    return Text(printable(data["en"]), printable(data["zh"]))


def _numbers(key: str, data: Any, axes: tuple[int, ...] = (1,)) -> Numbers:
    """Some numbers; one that no drawing has room for is left out of it, as NaN."""
    try:
        found = np.array(data, dtype=np.float64)
    except (TypeError, ValueError, OverflowError):
        raise PictureError(f"{key}: should be numbers") from None
    if found.ndim not in axes or not 0 < found.size <= _MOST_NUMBERS:
        raise PictureError(
            f"{key}: should be 1 to {_MOST_NUMBERS} numbers in {axes[-1]} axes, has the shape {found.shape}"
        )
    return np.where(np.abs(found) < _LARGEST, found, np.nan)

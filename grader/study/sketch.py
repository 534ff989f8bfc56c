"""Pictures in a few characters, for a terminal that shows nothing else."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from rich.cells import cell_len

from grader.study.pictures import Dots, Heat, Lines, Numbers, Picture, Series
from grader.text import Language

_COLUMNS = 36
_NOTHING = 1e-6
_BARS = "▁▂▃▄▅▆▇█"
_SHADES = " ░▒▓█"


def sketch(picture: Picture, language: Language) -> Iterator[str]:
    """Lines of text: a curve as bars, rows of numbers as dots, a map as shades."""
    for panel in picture.panels:
        match panel:
            case Lines():
                names = _padded([each.name.in_language(language) for each in panel.series])
                for name, series in zip(names, panel.series, strict=True):
                    yield f"{name}  {_curve(panel, series)}"
            case Dots():
                yield panel.x.in_language(language)
                names = _padded([each.name.in_language(language) for each in panel.rows])
                both = np.concatenate([row.values for row in panel.rows])
                for name, row in zip(names, panel.rows, strict=True):
                    yield f"{name}  {_dots(row.values, both)}"
            case Heat():
                yield panel.x.in_language(language)
                yield from _shades(panel.values)


def _padded(names: list[str]) -> list[str]:
    widest = max(map(cell_len, names), default=0)
    return [name + " " * (widest - cell_len(name)) for name in names]


def _curve(panel: Lines, series: Series) -> str:
    """Bars from the first number to the last, and those two; on the scales that the panel has."""
    heights = [_scaled(each.y, "y" in panel.log) for each in panel.series]
    low = min(
        (float(each[np.isfinite(each)].min()) for each in heights if np.isfinite(each).any()), default=0.0
    )
    high = max(
        (float(each[np.isfinite(each)].max()) for each in heights if np.isfinite(each).any()), default=0.0
    )
    x, y = _scaled(series.x, "x" in panel.log), _scaled(series.y, "y" in panel.log)
    is_known = np.isfinite(x) & np.isfinite(y)
    if not is_known.any():
        return "–"
    x, y = x[is_known], y[is_known]
    columns = np.interp(np.linspace(x[0], x[-1], _COLUMNS), x, y)
    levels = np.round((columns - low) / ((high - low) or 1.0) * (len(_BARS) - 1)).astype(int)
    known = series.y[np.isfinite(series.y)]
    return f"{''.join(_BARS[level] for level in levels)}  {known[0]:.3g} → {known[-1]:.3g}"


def _scaled(values: Numbers, is_log: bool) -> Numbers:
    if not is_log:
        return values
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.asarray(np.log10(values), dtype=np.float64)


def _dots(values: Numbers, both: Numbers) -> str:
    known = values[np.isfinite(values)]
    if not len(known):
        return "–"
    low, high = float(np.nanmin(both)), float(np.nanmax(both))
    places = np.round((known - low) / ((high - low) or 1.0) * (_COLUMNS - 1)).astype(int)
    line = ["·"] * _COLUMNS
    for place in places:
        line[place] = "●"
    # What is left of a rounding is none of its numbers.
    mean = 0.0 if abs(known.mean()) < _NOTHING * np.abs(known).max() else known.mean()
    return f"{''.join(line)}  {mean:.2g} ± {known.std():.2g}"


def _shades(values: Numbers) -> Iterator[str]:
    low = min(float(np.nanmin(values)), 0.0) if np.isfinite(values).any() else 0.0
    span = (float(np.nanmax(values)) - low if np.isfinite(values).any() else 0.0) or 1.0
    for row in values:
        levels = np.nan_to_num((row - low) / span * (len(_SHADES) - 1)).round().astype(int)
        yield "  " + "".join(_SHADES[level] * 2 for level in levels)

"""Draws pictures: as files, and as part of a page. matplotlib is imported here and nowhere else."""

from __future__ import annotations

import html
import io
import logging
import re
import warnings
from typing import Any

# It says on stderr that it looks for fonts, and that a glyph is in none: nothing for a reader.
logging.getLogger("matplotlib").setLevel(logging.ERROR)

import matplotlib as mpl  # noqa: E402
import numpy as np  # noqa: E402
from matplotlib.axes import Axes  # noqa: E402
from matplotlib.backends.backend_agg import FigureCanvasAgg  # noqa: E402
from matplotlib.figure import Figure  # noqa: E402
from matplotlib.font_manager import fontManager  # noqa: E402
from matplotlib.layout_engine import ConstrainedLayoutEngine  # noqa: E402
from matplotlib.ticker import FuncFormatter, MaxNLocator, NullLocator  # noqa: E402

from grader.study.pictures import Dots, Heat, Lines, Panel, Picture  # noqa: E402
from grader.text import Language  # noqa: E402

# Each colour has one use, so that a page can put its own in its place, by day and by night.
_INK, _SOFT, _GRID, _GREY = "#22252a", "#656b74", "#e6e4de", "#8b9099"
_BLUE, _ORANGE, _GREEN = "#1f6fb2", "#c8641a", "#3b8132"
_VARIABLES = {
    _INK: "ink", _SOFT: "soft", _GRID: "grid", _GREY: "grey", _BLUE: "blue", _ORANGE: "orange",
    _GREEN: "green",
}  # fmt: skip
_CURVES = (_BLUE, _GREY, _GREEN, _SOFT)
_CHINESE = (
    "Noto Sans CJK SC", "Source Han Sans SC", "Noto Sans SC", "PingFang SC", "Hiragino Sans GB",
    "Microsoft YaHei", "SimHei", "WenQuanYi Micro Hei", "WenQuanYi Zen Hei", "Noto Sans CJK JP",
    "Droid Sans Fallback", "Arial Unicode MS",
)  # fmt: skip
_WIDTH = 5.2
# Its keys are a type of their own, and another with each release.
_STYLE: Any = {
    "font.size": 9.5, "axes.edgecolor": _GREY, "axes.labelcolor": _SOFT, "axes.linewidth": 0.8,
    "axes.spines.top": False, "axes.spines.right": False, "axes.unicode_minus": True,
    "axes.grid": True, "axes.axisbelow": True, "grid.color": _GRID, "grid.linewidth": 0.8,
    "xtick.color": _GREY, "ytick.color": _GREY, "xtick.labelcolor": _SOFT, "ytick.labelcolor": _SOFT,
    "xtick.major.size": 3.0, "ytick.major.size": 0.0, "text.color": _INK, "legend.frameon": False,
    "legend.fontsize": 9, "figure.facecolor": "none", "axes.facecolor": "none", "svg.hashsalt": "grade",
    "text.parse_math": False,
}  # fmt: skip


def chinese_font() -> str | None:
    """A font on this machine that has Chinese, where there is one."""
    there = {font.name for font in fontManager.ttflist}
    return next((name for name in _CHINESE if name in there), None)


def _fonts(language: Language) -> list[str]:
    font = chinese_font() if language == "zh" else None
    return [font, "DejaVu Sans"] if font else ["DejaVu Sans"]


def inline_svg(picture: Picture, language: Language) -> str:
    """The picture as part of a page, in the page's own colours and fonts."""
    text = _saved(_figure(picture, language), "svg", {"svg.fonttype": "none"}).decode()
    text = text[text.index("<svg") :]
    label = html.escape(picture.title.in_language(language))
    text = text.replace("<svg ", f'<svg role="img" aria-label="{label}" ', 1)
    text = re.sub(r"<defs>\s*<style.*?</style>\s*</defs>", "", text, count=1, flags=re.DOTALL)
    for colour, variable in _VARIABLES.items():
        text = text.replace(colour, f"var(--{variable})")
    # Several pictures stand on one page: each keeps its own names.
    text = re.sub(r'\bid="', f'id="{picture.id}-', text)
    text = re.sub(r'(href="|url\()#', rf"\1#{picture.id}-", text)
    return re.sub(r"font: ([\d.]+)px[^;\"]*", r"font-size: \1px", text)


def files(picture: Picture, language: Language) -> dict[str, bytes]:
    """The picture as PNG and SVG files, by the ends of their names."""
    figure = _figure(picture, language)
    figure.set_facecolor("white")
    with mpl.rc_context(_STYLE):
        figure.suptitle(
            picture.title.in_language(language), x=0.01, ha="left", fontsize=11, family=_fonts(language)
        )
    return {
        ".png": _saved(figure, "png", {}),
        ".svg": _saved(figure, "svg", {"svg.fonttype": "path"}),
    }


def _saved(figure: Figure, kind: str, style: Any) -> bytes:
    buffer = io.BytesIO()
    nothing: Any = (
        dict.fromkeys(("Creator", "Date", "Format", "Type")) if kind == "svg" else {"Software": None}
    )
    with mpl.rc_context({**_STYLE, **style}), warnings.catch_warnings(action="ignore"):
        figure.savefig(buffer, format=kind, dpi=160, metadata=nothing)
    return buffer.getvalue()


def _figure(picture: Picture, language: Language) -> Figure:
    heights = [_height(panel, len(picture.panels)) for panel in picture.panels]
    with mpl.rc_context({**_STYLE, "font.family": _fonts(language)}):
        figure = Figure(
            figsize=(_WIDTH, sum(heights)), layout=ConstrainedLayoutEngine(w_pad=0.1, h_pad=0.08)
        )
        FigureCanvasAgg(figure)
        axes = figure.subplots(len(heights), 1, squeeze=False, height_ratios=heights)[:, 0]
        for one, panel in zip(axes, picture.panels, strict=True):
            _panel(one, panel, language)
        _level_heat(figure, axes, picture)
    return figure


def _height(panel: Panel, panels: int) -> float:
    match panel:
        case Lines():
            return 3.2 if panels == 1 else 2.3
        case Dots():
            return 0.6 + 0.32 * len(panel.rows)
        case Heat():
            return 0.6 + 0.22 * len(panel.values)


def _panel(axes: Axes, panel: Panel, language: Language) -> None:
    axes.set_xlabel(panel.x.in_language(language))
    match panel:
        case Lines():
            _lines(axes, panel, language)
        case Dots():
            _dots(axes, panel, language)
        case Heat():
            axes.set_ylabel(panel.y.in_language(language))
            axes.grid(visible=False)
            for axis in (axes.xaxis, axes.yaxis):
                axis.set_major_locator(MaxNLocator(integer=True))


def _lines(axes: Axes, panel: Lines, language: Language) -> None:
    axes.set_ylabel(panel.y.in_language(language))
    curves = iter(_CURVES * len(panel.series))
    for series in panel.series:
        axes.plot(
            series.x,
            series.y,
            label=series.name.in_language(language),
            color=_ORANGE if series.is_attempt else next(curves),
            linestyle=(0, (5, 2)) if series.is_attempt else "-",
            linewidth=2.0 if series.is_own or series.is_attempt else 1.3,
            drawstyle="steps-pre" if series.has_steps else "default",
            zorder=3 if series.is_own or series.is_attempt else 2,
        )
    for mark in panel.marks:
        for number, at in enumerate(mark.at):
            axes.axvline(
                float(at),
                color=_GREY,
                linewidth=0.8,
                linestyle=":",
                label=None if number else mark.name.in_language(language),
            )
    for level in panel.levels:
        axes.axhline(
            float(level.at[0]),
            color=_INK,
            linewidth=0.8,
            linestyle="--",
            label=level.name.in_language(language),
        )
    plain = FuncFormatter(lambda value, _at: _plain(float(value)))
    for name, axis, scale in (("x", axes.xaxis, axes.set_xscale), ("y", axes.yaxis, axes.set_yscale)):
        if name in panel.log:
            scale("log")
            axis.set_minor_locator(NullLocator())
            axis.set_major_formatter(plain)
    entries = len(axes.get_legend_handles_labels()[0])
    axes.legend(
        loc="lower left",
        bbox_to_anchor=(-0.01, 1.0),
        ncols=2 if entries == 4 else 3,
        borderaxespad=0.2,
        columnspacing=1.2,
        handlelength=1.5,
    )


def _plain(value: float) -> str:
    """A number as one writes it: 0.01, 1e-5."""
    return re.sub(r"e([+-])0*", r"e\1", f"{value:g}").replace("e+", "e").replace("-", "\u2212")


def _dots(axes: Axes, panel: Dots, language: Language) -> None:
    places = range(len(panel.rows))
    for place, row in zip(places, panel.rows, strict=True):
        values = row.values[np.isfinite(row.values)]
        if not len(values):
            continue
        mean, spread = float(values.mean()), float(values.std())
        axes.plot([mean - spread, mean + spread], [place, place], color=_ORANGE, linewidth=5, alpha=0.35)
        axes.plot([mean], [place], color=_ORANGE, marker="|", markersize=13, markeredgewidth=2)
        axes.plot(
            values, [place] * len(values), color=_BLUE, marker="o", markersize=4, linestyle="", alpha=0.75
        )
    axes.set_yticks(list(places), [row.name.in_language(language) for row in panel.rows])
    axes.set_ylim(len(panel.rows) - 0.5, -0.5)
    axes.grid(visible=False, axis="y")
    axes.spines["left"].set_visible(False)


def _level_heat(figure: Figure, all_axes: Any, picture: Picture) -> None:
    """Draw the maps, each in colours of its own scale with a bar that says it."""
    for axes, panel in zip(all_axes, picture.panels, strict=True):
        if isinstance(panel, Heat):
            values = np.ma.masked_invalid(panel.values)
            signed = float(values.min()) < 0
            top = float(np.abs(values).max()) or 1.0
            image = axes.imshow(
                values,
                aspect="auto",
                cmap="RdBu_r" if signed else "Blues",
                vmin=-top if signed else 0.0,
                vmax=top,
                interpolation="nearest",
            )
            bar = figure.colorbar(image, ax=axes, pad=0.02, aspect=12)
            bar.outline.set_visible(False)

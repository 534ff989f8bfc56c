"""Pictures: data looked over, then drawn as files, on a page and in characters."""

from __future__ import annotations

import copy
import xml.etree.ElementTree as ET
from typing import Any

import numpy as np
import pytest

from grader.study import draw
from grader.study.pictures import Lines, PictureError, is_compared, read_picture, with_attempt
from grader.study.sketch import sketch
from grader.text import LANGUAGES, Text
from tests.unit.test_study_page import assert_inert


def said(text: str) -> dict[str, str]:
    return {"en": text, "zh": f"{text}字"}


def lines(**more: Any) -> dict[str, Any]:
    series = {"name": said("a"), "x": [1, 2, 3], "y": [3.0, 1.0, 2.0], "own": True}
    return {"kind": "lines", "x": said("x"), "y": said("y"), "series": [series], **more}


def picture(*panels: Any) -> dict[str, Any]:
    return {"title": said("T"), "caption": said("C"), "panels": list(panels)}


DOTS = {"kind": "dots", "x": said("x"), "rows": [{"name": said("r"), "values": np.arange(4.0)}]}
HEAT = {"kind": "heat", "x": said("x"), "y": said("y"), "values": np.arange(6.0).reshape(2, 3) - 2}
MARKS = {"marks": [{"name": said("m"), "at": [1, 2]}], "levels": [{"name": said("l"), "at": 2.0}]}
ALL = picture(lines(**MARKS, log="xy"), DOTS, HEAT)
NAN = picture(lines(series=[{"name": said("n"), "x": [1, 2], "y": [np.nan, np.inf]}]))


def changed(path: str, value: Any) -> Any:
    found = copy.deepcopy(ALL)
    at: Any = found
    *way, last = [int(step) if step.isdigit() else step for step in path.split("/")]
    for step in way:
        at = at[step]
    at[last] = value
    return found


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (None, "a picture: needs"),
        ([], "a picture: needs"),
        (picture(), "panels: there is none"),
        (picture(*[DOTS] * 9), "panels: should be a list"),
        (picture({"kind": "pie"}), r"panels\[0\].kind"),
        (changed("title", "T"), "title: needs en and zh"),
        (changed("caption/zh", " "), "caption: should be text"),
        (changed("panels/0/extra", 1), r"panels\[0\]: needs"),
        (changed("panels/0/log", "z"), r"panels\[0\].log"),
        (changed("panels/0/series", []), r"panels\[0\].series: there is none"),
        (changed("panels/0/series/0/x", [1, 2]), r"series\[0\]: has 2 numbers in x and 3 in y"),
        (changed("panels/0/series/0/y", ["a"]), r"series\[0\].y: should be numbers"),
        (changed("panels/0/series/0/y", np.zeros((2, 2))), r"series\[0\].y: should be 1 to"),
        (changed("panels/0/series/0/y", np.zeros(30_000)), r"series\[0\].y: should be 1 to"),
        (changed("panels/2/values", [1.0]), r"panels\[2\].values: should be 1 to"),
        (changed("panels/1/rows/0/values", []), r"rows\[0\].values: should be 1 to"),
    ],
)
def test_data_that_are_not_right_are_named(data: Any, says: str) -> None:
    with pytest.raises(PictureError, match=says):
        read_picture("p", data)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("data", [ALL, NAN], ids=["all", "nan"])
def test_every_kind_is_drawn(data: Any, language: Any) -> None:
    found = read_picture("p", data)
    files = draw.files(found, language)
    assert files[".png"].startswith(b"\x89PNG")
    assert ET.fromstring(files[".svg"]).tag.endswith("svg")
    assert files == draw.files(found, language), "the same picture is the same file"
    assert list(sketch(found, language))


def test_a_picture_on_a_page_is_inert_and_takes_the_colours_of_the_page() -> None:
    first, second = (draw.inline_svg(read_picture(name, ALL), "en") for name in ("p", "q"))
    assert_inert(first + second)
    assert "<style" not in first
    assert "var(--blue)" in first
    assert 'aria-label="T"' in first


def test_hostile_words_are_drawn_as_words() -> None:
    data = picture(lines())
    data["title"] = data["panels"][0]["x"] = {"en": '"><script>$x', "zh": "<b>\x1b[31m$\\frac$"}
    for language in LANGUAGES:
        text = draw.inline_svg(read_picture("p", data), language)
        assert "script" not in assert_inert(text).elements
        assert "\x1b" not in text
        assert draw.files(read_picture("p", data), language)[".png"]


def test_an_attempt_adds_what_is_its_own_and_no_words() -> None:
    reference = read_picture("p", ALL)
    assert is_compared(reference)
    assert not is_compared(read_picture("p", picture(DOTS, HEAT)))
    theirs = changed("panels/0/series/0/y", [9.0, 9.0, 9.0])
    theirs["title"] = said("theirs")
    found = with_attempt(reference, read_picture("p", theirs), Text("yours", "你的"))
    assert found.title.en == "T"
    panel = found.panels[0]
    assert isinstance(panel, Lines)
    assert [(each.name.en, each.is_attempt) for each in panel.series] == [("a", False), ("yours", True)]
    assert panel.series[1].y.tolist() == [9.0, 9.0, 9.0]


def test_a_sketch_goes_up_and_down_with_the_curve() -> None:
    (line,) = sketch(read_picture("p", picture(lines())), "en")
    bars = line.split()[1]
    assert bars[0] == "█"
    assert "▁" in bars
    assert line.endswith("3 → 2")

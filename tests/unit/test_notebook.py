"""A notebook becomes the Python of its code cells, each line knowing where it came from."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.submission import Submission, from_bytes


def notebook(*cells: str | tuple[str, str], **more: Any) -> bytes:
    """A notebook of code cells; a pair is a cell of another type and its text."""
    made = []
    for cell in cells:
        kind, text = cell if isinstance(cell, tuple) else ("code", cell)
        extra = {"outputs": [], "execution_count": None} if kind == "code" else {}
        made.append({"cell_type": kind, "metadata": {}, "source": text, **extra})
    return json.dumps({"nbformat": 4, "nbformat_minor": 4, "metadata": {}, "cells": made, **more}).encode()


def read(*cells: str | tuple[str, str]) -> Submission:
    submission = from_bytes("a.ipynb", notebook(*cells))
    assert submission.refusal is None
    return submission


def run(*cells: str) -> dict[str, Any]:
    """The names that the notebook's Python binds."""
    names: dict[str, Any] = {}
    exec(read(*cells).source, names)
    return names


def refusal(data: bytes) -> str:
    submission = from_bytes("a.ipynb", data)
    assert submission.refusal is not None
    assert "\n" not in submission.refusal.text.en
    return submission.refusal.kind


def test_code_cells_follow_each_other_and_the_rest_is_left_out() -> None:
    submission = read(("markdown", "# x"), "x = 1", ("raw", "y = 5"), "y = x + 1\nx = 3")
    assert submission.source == "x = 1\ny = x + 1\nx = 3"
    assert submission.notices == ()


def test_a_source_kept_as_a_list_of_lines_is_joined() -> None:
    data = notebook("x").replace(b'"source": "x"', b'"source": ["x = 1\\n", "y = 2"]')
    assert from_bytes("a.ipynb", data).source == "x = 1\ny = 2"


def test_the_older_format_with_worksheets_is_read() -> None:
    cell = {"cell_type": "code", "language": "python", "input": "x = 1", "outputs": [], "metadata": {}}
    old = {"nbformat": 3, "nbformat_minor": 0, "metadata": {}, "worksheets": [{"cells": [cell]}]}
    assert from_bytes("a.ipynb", json.dumps(old).encode()).source == "x = 1"


def test_lines_know_their_cell_and_row() -> None:
    submission = read(("markdown", "text"), "a = 1\nb = 2", "%matplotlib inline\n\nc = 3")
    assert submission.places == ((1, 1), (1, 2), (2, 1), (2, 2), (2, 3))
    assert submission.lines.index("c = 3") == 4
    place = submission.where(5)
    assert (place.en, place.zh) == ("cell 2, line 3", "第 2 个单元格第 3 行")
    assert submission.where(6).en == "line 6"


@pytest.mark.parametrize("text", ["a = 1\r\nb = 2", "a = 1\rb = 2"], ids=["CRLF", "lone-CR"])
def test_newlines_are_plain_and_counted(text: str) -> None:
    submission = read(text)
    assert submission.lines == ("a = 1", "b = 2")
    assert submission.places == ((1, 1), (1, 2))


@pytest.mark.parametrize(
    "line",
    ["%matplotlib inline", "!pip install numpy", "?len", "len?", "len??", "%time x",
     "  %load_ext autoreload", "%pip install -q 'numpy>=2'", "!ls *.py | wc -l", "!cat x.json?"],
)  # fmt: skip
def test_a_line_of_ipythons_is_left_out_and_told(line: str) -> None:
    submission = read(f"x = 1\n{line}\ny = 2")
    assert submission.lines == ("x = 1", "", "y = 2")
    assert [notice.en for notice in submission.notices] == ["1 IPython lines (%, !, ?) were left out."]
    assert "1" in submission.notices[0].zh


@pytest.mark.parametrize(
    "magic", ["%%bash", "%%html", "%%javascript", "%%writefile a.py", "%%latex", "%%!"]
)
def test_a_cell_in_another_language_is_left_out_whole(magic: str) -> None:
    submission = read("x = 1", f"{magic}\necho 1\nx = 2", "y = 3")
    assert submission.lines == ("x = 1", "", "", "", "y = 3")
    assert "3 IPython lines" in submission.notices[0].en


@pytest.mark.parametrize("magic", ["%%time", "%%timeit -n 1", "%%capture out", "%%prun"])
def test_a_cell_whose_magic_only_watches_is_python(magic: str) -> None:
    assert read(f"{magic}\nx = 1").lines == ("", "x = 1")


PERCENT = "x = (17\n     % 5)\ntext = '''\n% kept\n! kept\nis it kept?\n'''\n# is this?\ny = 1  # why?"


def check_kept(names: dict[str, Any]) -> None:
    assert names["x"] == 2
    assert names["y"] == 1
    assert names["text"] == "\n% kept\n! kept\nis it kept?\n"


def test_python_that_looks_like_a_magic_is_kept() -> None:
    check_kept(run(PERCENT))
    assert read(PERCENT).notices == ()


@pytest.mark.parametrize("magic", ["%matplotlib inline", "!pip install numpy", "%%time"])
def test_python_that_looks_like_a_magic_is_kept_beside_a_magic(magic: str) -> None:
    check_kept(run(f"{magic}\n{PERCENT}"))


def test_a_line_with_a_question_in_its_comment_is_kept_beside_a_magic() -> None:
    assert run("%matplotlib inline\nx = 1  # right?")["x"] == 1


def test_only_the_magics_are_counted_as_left_out() -> None:
    submission = read(f"%matplotlib inline\n{PERCENT}\n!ls")
    assert "2 IPython lines" in submission.notices[0].en


def test_a_syntax_error_beside_a_magic_stays_for_python_to_tell() -> None:
    assert read("%matplotlib inline\nx = (1\ny = 2").lines == ("", "x = (1", "y = 2")


def test_a_cell_with_a_syntax_error_loses_none_of_its_python() -> None:
    lines = ("x = (17", "     % 5)", "def f(:", "    return 1")
    assert read("\n".join(lines)).lines == lines


@pytest.mark.parametrize(
    "data",
    [b"{", b"[]", b"null", b"1", b'"x"', b"not json", b"\xff\xfe{}", b'{"cells": 1}',
     b'{"nbformat": 4, "nbformat_minor": 4}', b'{"nbformat": 99, "nbformat_minor": 0, "metadata": {}}',
     b'{"nbformat": "x"}', b'{"nbformat": 4, "nbformat_minor": 4, "metadata": {}, "cells": [1]}',
     b'{"nbformat": 4, "nbformat_minor": 4, "metadata": {}, "cells": [{"cell_type": "code"}]}'],
    ids=range(13),
)  # fmt: skip
def test_a_broken_notebook_is_refused(data: bytes) -> None:
    assert refusal(data) == "notebook"


@pytest.mark.parametrize("text", ["[" * 100_000, '{"a":' * 100_000], ids=["lists", "maps"])
def test_a_notebook_nested_a_hundred_thousand_deep_is_refused(text: str) -> None:
    assert refusal(text.encode()) == "notebook"
    assert refusal(notebook("x = 1", metadata={}).replace(b"{}", text.encode(), 1)) == "notebook"


def test_metadata_nested_too_deep_are_refused_or_read() -> None:
    deep = b"[" * 900 + b"]" * 900
    data = notebook("x = 1").replace(b'"metadata": {}', b'"metadata": {"a": ' + deep + b"}", 1)
    submission = from_bytes("a.ipynb", data)
    assert submission.refusal is not None or submission.source == "x = 1"


@pytest.mark.parametrize(
    "cells",
    [(), (("markdown", "x"),), ("",), (" \n",), ("%matplotlib inline",), ("%%bash\nls",)],
    ids=range(6),
)
def test_a_notebook_without_python_is_empty(cells: Any) -> None:
    assert refusal(notebook(*cells)) == "empty"


def test_a_source_with_a_lone_surrogate_can_be_sent_on() -> None:
    """JSON can write one; a worker's frame can't hold it."""
    from_bytes("a.ipynb", notebook("x = '\ud83d'")).source.encode("utf-8")


def test_control_characters_in_an_error_are_not_passed_on() -> None:
    submission = from_bytes("a.ipynb", b'{"nbformat": "\x1b[31m"}')
    assert submission.refusal is not None
    assert "\x1b" not in submission.refusal.text.en


MANY = """
from grader.submission import _keep_python
print(_keep_python("%x\\n" * 20_000).count(None))
"""


def test_a_cell_of_nothing_but_magics_takes_no_time_to_speak_of() -> None:
    """The limit only ends what would take many minutes: time that grows with the square of the lines."""
    run = subprocess.run(
        [sys.executable, "-c", MANY], capture_output=True, text=True, check=True, timeout=30
    )
    assert run.stdout == "20000\n"


@given(st.lists(st.text(st.characters(codec="utf-8"), max_size=30), max_size=4))
def test_any_cells_keep_their_lines_in_place(cells: list[str]) -> None:
    submission = from_bytes("a.ipynb", notebook(*cells))
    if submission.refusal is None:
        assert len(submission.places) == len(submission.lines) == submission.source.count("\n") + 1
        assert list(submission.places) == sorted(submission.places)

"""Text from a submission that is shown steers no terminal and can always be written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.submission import printable


@pytest.mark.parametrize(
    "text",
    ["\x1b[2J", "\r", "\b", "\x07", "\x00", "\x7f", "\x9b31m",
     "\u202e", "\u200b", "\u2066", "\ufeff", "\ud800"],
    ids=ascii,
)  # fmt: skip
def test_printable_takes_out_what_steers_a_terminal(text: str) -> None:
    assert printable(f"a{text}b") == f"a\ufffd{text[1:]}b"


def test_printable_leaves_text_alone() -> None:
    text = "def f(x):\n\treturn 'naïve 值 🎉' # ∂"
    assert printable(text) == text


@given(st.text(st.characters()))
def test_printable_text_stays_printable_and_can_be_written(text: str) -> None:
    shown = printable(text)
    assert printable(shown) == shown
    assert len(shown) == len(text)
    shown.encode("utf-8")

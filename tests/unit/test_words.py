"""What an exception said is compared apart from what depends on the submission."""

from __future__ import annotations

import pytest

from grader.diagnose.words import error_text, has_number
from grader.text import Text


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "backward() takes 3 positional arguments but 4 were given",
            "make.<locals>.step() takes 2 positional arguments but 3 were given",
        ),
        ("name 'np' is not defined", "name 'numpy' is not defined"),
        ("no such file: /tmp/a/b.h5", "no such file: weights/c.h5"),
    ],
)
def test_names_numbers_and_paths_do_not_tell_two_exceptions_apart(one: str, other: str) -> None:
    first, second = (error_text({"raised": {"message": each}}) for each in (one, other))
    assert first == second != ""


def test_the_words_of_a_library_tell_two_exceptions_apart() -> None:
    texts = "f() missing 1 required argument: 'x'", "f() got an unexpected keyword argument 'x'"
    assert error_text({"raised": {"message": texts[0]}}) != error_text({"raised": {"message": texts[1]}})


@pytest.mark.parametrize("reply", [{}, {"raised": 1}, {"raised": {"message": 1}}])
def test_a_reply_without_an_exception_has_no_words(reply: dict[str, object]) -> None:
    assert error_text(reply) == ""


@pytest.mark.parametrize(
    ("message", "has"),
    [
        ("losses[0] is off.", True),
        ("It should be -2.5e-3.", True),
        ("It is nan.", True),
        ("It is off.", False),
    ],
)
def test_a_number_is_seen_in_a_message(message: str, has: bool) -> None:
    assert has_number(Text(message, "")) is has
    assert not has_number(None)

"""Answers of many parts: what may be chosen is none of them, and two mistakes may show in one answer."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from grader.diagnose.answers import likeness, wrong_in_the_same_places
from grader.diagnose.likeness import Likeness
from tests.unit.test_answers import DIFFERENT, RIGHT, SAME, WRONG, alike, ok, raised

PART = Likeness.PART


def test_what_a_submission_may_choose_is_no_answer() -> None:
    def answer(array: np.ndarray, epsilon: float) -> dict[str, Any]:
        return {"choices": {"epsilon": epsilon}, "outputs": array}

    assert alike(answer(WRONG, 1e-6), answer(WRONG, 1e-3), answer(RIGHT, 1e-5)) is SAME
    assert alike(answer(RIGHT, 1e-6), answer(WRONG, 1e-6), answer(RIGHT, 1e-3)) is DIFFERENT


@pytest.mark.parametrize(
    ("got", "other", "expected"),
    [
        ({"loss": 3.0, "step": 9}, {"loss": 3.0, "step": 4}, PART),
        ({"loss": 3.0, "step": 9, "more": 1}, {"loss": 3.0, "step": 4}, PART),
        ({"loss": 3.0}, {"loss": 3.0, "step": 4}, PART),
        ({"loss": 2.5, "step": 9}, {"loss": 3.0, "step": 4}, DIFFERENT),
        ({"loss": 3.0, "step": 9}, {"loss": 3.0, "step": 8}, DIFFERENT),
        ({"loss": 2.0, "step": 9}, {"loss": 2.0, "step": 4}, DIFFERENT),
        (None, {"loss": 3.0, "step": 4}, DIFFERENT),
        ({"loss": 3.0 + 1e-12, "step": 9}, {"loss": 3.0, "step": 4}, PART),
    ],
)
def test_part_of_what_is_wrong_may_be_anothers(got: Any, other: Any, expected: Likeness) -> None:
    assert alike(got, other, {"loss": 2.0, "step": 4}) is expected


def test_part_of_a_list_is_looked_at_place_by_place() -> None:
    assert alike([1.0, 7.0, 9.0], [1.0, 7.0, 3.0], [1.0, 2.0, 3.0]) is PART
    assert alike([1.0, 7.0], [1.0, 7.0, 3.0], [1.0, 2.0, 3.0]) is DIFFERENT
    assert alike((7.0, WRONG), (RIGHT, WRONG), (RIGHT, RIGHT)) is PART


def test_an_error_shows_nothing_as_a_part_of_several_answers() -> None:
    right, wrong, error = ok(RIGHT), ok(WRONG), raised("TypeError")
    assert likeness([error, wrong], [error, right], [right, right], single=False) is DIFFERENT
    assert likeness([error, wrong], [right, wrong], [right, right], single=False) is PART
    assert likeness([error, wrong], [wrong, wrong], [right, right], single=False) is DIFFERENT
    assert likeness([error, wrong], [error, right], [right], single=False) is DIFFERENT


@pytest.mark.parametrize(
    ("got", "other", "expected"),
    [
        ({"a": 5.0, "b": 2.0}, {"a": 7.0, "b": 2.0}, True),
        ({"a": 1.0, "b": 5.0}, {"a": 7.0, "b": 2.0}, False),
        ({"a": 5.0, "b": 5.0}, {"a": 7.0, "b": 2.0}, False),
        ({"a": 5, "b": 2.0}, {"a": 7.0, "b": 2.0}, False),
        ({"a": WRONG, "b": 2.0}, {"a": WRONG[:1], "b": 2.0}, False),
    ],
)
def test_wrong_places_are_compared_and_not_numbers(got: Any, other: Any, expected: bool) -> None:
    right = [ok({"a": 1.0, "b": 2.0})]
    assert wrong_in_the_same_places([ok(got)], [ok(other)], right, single=False) is expected


def test_errors_of_another_class_or_place_are_wrong_elsewhere() -> None:
    def are_alike(got: list[dict[str, Any]], other: list[dict[str, Any]]) -> bool:
        return wrong_in_the_same_places(got, other, [ok(RIGHT)] * 2, single=False)

    assert are_alike([raised("TypeError"), ok(RIGHT)], [raised("TypeError"), ok(RIGHT)])
    assert not are_alike([raised("TypeError"), ok(RIGHT)], [raised("ValueError"), ok(RIGHT)])
    assert not are_alike([raised("TypeError"), ok(RIGHT)], [ok(RIGHT), raised("TypeError")])
    assert not are_alike([raised("TypeError")], [raised("TypeError")])

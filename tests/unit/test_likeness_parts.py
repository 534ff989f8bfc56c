"""Answers of many parts: what may be chosen is none of them, and two mistakes may show in one answer."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from grader.diagnose.likeness import Likeness, likeness
from tests.unit.test_likeness import DIFFERENT, RIGHT, SAME, WRONG, alike, ok, raised

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

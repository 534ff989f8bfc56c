"""Two people's versions of one mistake are alike; another mistake, and what is right, are not."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.diagnose.answers import likeness, same_again
from grader.diagnose.likeness import Likeness
from grader.worker.values import Handle, to_wire

pytestmark = pytest.mark.filterwarnings("error")

DIFFERENT, COARSE, SAME = Likeness.DIFFERENT, Likeness.AS_COARSE, Likeness.SAME
SAME_KIND = Likeness.SAME_KIND
RNG = np.random.default_rng(5)
RIGHT = RNG.normal(size=(3, 40))
WRONG = 1.1 * RIGHT + 0.3
NAN = np.where(RIGHT > 1, np.nan, RIGHT)


def ok(value: Any, changed: list[int | str] | None = None) -> dict[str, Any]:
    """A worker's reply that gives `value`."""

    def keep(kept: Any) -> Handle:
        return Handle(1, type(kept).__name__, callable(kept))

    return {"ok": to_wire(value, keep), "changed": changed or []}


def raised(*kinds: str, message: str = "") -> dict[str, Any]:
    return {"raised": {"kinds": [*kinds, "Exception"], "message": message, "line": 3}}


FAULT = {"fault": {"kind": "answer", "message": "too large"}}


def alike(got: Any, other: Any, right: Any, *, single: bool = False) -> Likeness:
    """Of one answer each: a value, or a whole reply."""
    replies = [
        value if type(value) is dict and value.keys() & REPLY else ok(value)
        for value in (got, other, right)
    ]
    return likeness(*([reply] for reply in replies), single=single)


REPLY = {"ok", "raised", "fault"}


def rounded(array: np.ndarray, share: float = 1e-12) -> np.ndarray:
    """As another order of the same arithmetic would give it."""
    noise = np.random.default_rng(array.size).uniform(-share, share, array.shape)
    return np.asarray((array * (1 + noise)).astype(array.dtype))


def test_the_same_wrong_answer_is_the_same() -> None:
    assert alike(WRONG, WRONG, RIGHT) is SAME


@pytest.mark.parametrize(
    ("dtype", "share"), [(np.float64, 1e-12), (np.float32, 1e-6), (np.float16, 1e-3)], ids=str
)
def test_the_same_wrong_answer_rounded_otherwise_is_the_same(dtype: type, share: float) -> None:
    got, right = WRONG.astype(dtype), RIGHT.astype(dtype)
    assert alike(got, rounded(got, share), right) is SAME


@given(st.integers(0, 2**32 - 1), st.floats(0.05, 20.0).filter(lambda factor: abs(factor - 1) > 0.05))
def test_likeness_does_not_depend_on_which_of_the_two_is_the_candidates(seed: int, factor: float) -> None:
    rng = np.random.default_rng(seed)
    right = rng.normal(size=(2, 9))
    wrong, unlike = right * factor, right + rng.normal(size=(2, 9))
    assert alike(wrong, rounded(wrong), right) is alike(rounded(wrong), wrong, right) is SAME
    assert alike(wrong, unlike, right) is alike(unlike, wrong, right) is DIFFERENT


@pytest.mark.parametrize(
    "other",
    [RIGHT, RIGHT * 1.1, RIGHT + 0.3, WRONG * 1.2, WRONG[::-1], WRONG.T, WRONG.ravel(),
     WRONG.astype(np.float32), WRONG.tolist(), 1.0, None, raised("ValueError"), FAULT],
)  # fmt: skip
def test_another_answer_is_different(other: Any) -> None:
    assert alike(WRONG, other, RIGHT) is DIFFERENT
    assert alike(other, WRONG, RIGHT) is DIFFERENT


def test_one_row_that_differs_is_enough() -> None:
    other = WRONG.copy()
    other[1] += 0.2
    assert alike(WRONG, other, RIGHT) is DIFFERENT


def test_small_rows_count_as_much_as_large_ones() -> None:
    scale = np.array([[1e6], [1.0], [1e-6]])
    other = WRONG.copy()
    other[2] = RIGHT[2] - 0.3
    assert alike(WRONG * scale, WRONG * scale, RIGHT * scale) is SAME
    assert alike(WRONG * scale, other * scale, RIGHT * scale) is DIFFERENT


def test_what_is_right_says_nothing_about_a_mistake() -> None:
    assert alike(RIGHT, RIGHT, RIGHT) is not SAME
    assert alike(rounded(RIGHT), rounded(RIGHT, 2e-12), RIGHT) is not SAME


def coarse(seed: int, size: float = 1e-4) -> np.ndarray:
    return RIGHT + np.random.default_rng(seed).uniform(-size, size, RIGHT.shape)


def test_answers_as_far_off_by_rounding_alone_are_as_coarse() -> None:
    assert alike(coarse(1), coarse(2), RIGHT) is COARSE
    assert alike(coarse(1), coarse(1), RIGHT) is SAME


@pytest.mark.parametrize(("mine", "theirs"), [(1e-4, 1e-7), (1e-7, 1e-4), (0.1, 0.1), (1e-4, 0.1)])
def test_answers_that_are_not_as_coarse_are_different(mine: float, theirs: float) -> None:
    assert alike(coarse(1, mine), coarse(2, theirs), RIGHT) is DIFFERENT


def test_float16_answers_are_told_apart_by_their_bits() -> None:
    right = RIGHT.astype(np.float16)
    up = np.nextafter(right, np.float16(np.inf))
    down = np.nextafter(right, np.float16(-np.inf))
    assert alike(up, up, right) is SAME
    assert alike(up, down, right) is not SAME
    nearly = up.copy()
    nearly.flat[0] = right.flat[0]
    assert alike(up, nearly, right) is SAME
    half = np.where(np.arange(40) % 2, up, right)
    assert alike(up, half, right) is not SAME


def test_plain_floats_round_as_their_arithmetic_does() -> None:
    assert alike(1.5, 1.5 + 1e-7, 1.0, single=True) is SAME
    assert alike(1.5, 1.5 + 1e-12, 1.0) is SAME
    assert alike(1.5, 1.6, 1.0, single=True) is DIFFERENT
    assert alike(1.0, 1.0 + 1e-7, 1.0, single=True) is not SAME
    assert alike(1.5, np.float64(1.5), 1.0) is DIFFERENT


@pytest.mark.parametrize("right", [None, 1, True, "1.5", [1.5], np.float64(1.5)], ids=repr)
def test_a_value_of_the_wrong_type_is_wrong_whatever_it_says(right: Any) -> None:
    assert alike(1.5, 1.5, right) is SAME


@pytest.mark.parametrize(
    ("got", "right"),
    [(1, True), (True, 1), (0, False), (1, 1.0), ([1], [True]), ({"a": 1}, {"a": True})],
    ids=repr,
)
def test_a_look_alike_of_the_right_value_is_wrong(got: Any, right: Any) -> None:
    assert alike(got, got, right) is SAME


def test_an_array_of_another_dtype_or_shape_than_the_right_one_is_wrong() -> None:
    single = RIGHT.astype(np.float32)
    assert alike(single, single, RIGHT) is SAME
    assert alike(np.float64(2), np.float64(2), np.array(2.0)) is SAME
    assert alike(RIGHT.T, RIGHT.T, RIGHT) is SAME
    assert alike(RIGHT.T, rounded(RIGHT.T), RIGHT) is SAME
    assert alike(RIGHT.T, WRONG.T, RIGHT) is DIFFERENT


def test_nan_stands_for_nan_alone() -> None:
    assert alike(NAN, rounded(NAN), RIGHT) is SAME
    assert alike(NAN, RIGHT, RIGHT) is DIFFERENT
    assert alike(NAN, np.where(RIGHT > 1.2, np.nan, RIGHT), RIGHT) is DIFFERENT
    assert alike(NAN, np.where(RIGHT > 1, np.inf, RIGHT), RIGHT) is DIFFERENT
    assert (
        alike(np.where(RIGHT > 1, np.inf, RIGHT), np.where(RIGHT > 1, -np.inf, RIGHT), RIGHT) is DIFFERENT
    )
    assert alike(NAN, NAN, NAN) is not SAME
    assert alike(float("nan"), float("nan"), 1.0) is SAME
    assert alike(float("nan"), 1.0, 1.0) is DIFFERENT
    everywhere = np.full_like(RIGHT, np.nan)
    assert alike(everywhere, everywhere, RIGHT) is SAME
    assert alike(everywhere, everywhere, everywhere) is not SAME


def test_complex_numbers_are_compared_like_others() -> None:
    right = RIGHT + 1j
    assert alike(right * 2, rounded(right * 2), right) is SAME
    assert alike(right * 2, right * 3, right) is DIFFERENT
    assert alike(2 + 2j, 2 + 2j, 1 + 1j) is SAME
    assert alike(complex("nan"), complex("nan"), 1j) is SAME


def test_numbers_that_are_no_floats_are_the_same_or_not() -> None:
    count = np.arange(5)
    assert alike(count + 1, count + 1, count) is SAME
    assert alike(count + 1, count + 2, count) is DIFFERENT
    assert alike(count, count, count) is not SAME
    assert alike(count > 2, count > 2, count > 1) is SAME


def test_nothing_is_known_from_arrays_without_values() -> None:
    empty = np.zeros((0, 3))
    assert alike(empty, empty, empty) is not SAME
    assert alike(empty, empty, np.zeros((3, 0))) is SAME


def test_exceptions_are_compared_by_their_kind() -> None:
    mine, other = raised("ValueError", message="a"), raised("ValueError", message="b")
    assert alike(mine, other, RIGHT) is SAME_KIND
    assert alike(mine, raised("TypeError"), RIGHT) is DIFFERENT
    assert alike(mine, RIGHT, RIGHT) is DIFFERENT
    assert alike(mine, other, raised("TypeError")) is SAME_KIND
    assert alike(mine, other, raised("ValueError")) is COARSE
    assert (
        alike(raised("submission.Bad", "ValueError"), raised("submission.Bad", "KeyError"), RIGHT)
        is SAME_KIND
    )


def test_where_an_error_was_wanted_any_value_is_the_same_mistake() -> None:
    wanted = raised("ValueError")
    assert alike(WRONG, None, wanted) is SAME_KIND
    assert alike(WRONG, RIGHT.tolist(), wanted) is SAME_KIND
    assert alike(WRONG, raised("TypeError"), wanted) is DIFFERENT


def test_answers_that_cannot_be_sent_are_alike() -> None:
    assert alike(FAULT, FAULT, RIGHT) is SAME
    assert alike(FAULT, WRONG, RIGHT) is DIFFERENT


def test_changed_arguments_are_part_of_the_answer_and_many_ways_lead_there() -> None:
    assert alike(ok(RIGHT, [0]), ok(RIGHT, [0]), ok(RIGHT)) is SAME_KIND
    assert alike(ok(WRONG, [0]), ok(WRONG, [0]), ok(RIGHT)) is SAME
    assert alike(ok(RIGHT, [0]), ok(RIGHT, ["x"]), ok(RIGHT)) is DIFFERENT
    assert alike(ok(RIGHT, [0]), ok(RIGHT), ok(RIGHT)) is DIFFERENT
    assert alike(ok(WRONG), ok(WRONG, [0]), ok(RIGHT)) is DIFFERENT


def test_containers_are_compared_part_by_part() -> None:
    assert alike((RIGHT, WRONG), (RIGHT, rounded(WRONG)), (RIGHT, RIGHT)) is SAME
    assert alike((RIGHT, WRONG), (RIGHT, RIGHT), (RIGHT, RIGHT)) is DIFFERENT
    assert alike((RIGHT, RIGHT), (RIGHT, RIGHT), (RIGHT, RIGHT)) is not SAME
    assert alike((RIGHT, WRONG), [RIGHT, WRONG], (RIGHT, RIGHT)) is DIFFERENT
    assert alike([RIGHT], [RIGHT, RIGHT], [RIGHT, RIGHT]) is DIFFERENT
    assert alike([RIGHT], [RIGHT], [RIGHT, RIGHT]) is SAME
    assert alike([RIGHT], [RIGHT], (RIGHT,)) is SAME
    assert alike([], [], []) is not SAME
    assert alike([], [], [RIGHT]) is SAME
    assert alike({}, {}, [RIGHT]) is SAME
    assert alike([1, [2, "a"]], [1, [2, "a"]], [1, [2, "b"]]) is SAME


def test_the_order_of_a_dicts_keys_says_nothing() -> None:
    got, other = {"w": WRONG, "b": 1}, {"b": 1, "w": WRONG}
    assert alike(got, other, {"b": 1, "w": RIGHT}) is SAME
    assert alike(got, {"b": 2, "w": WRONG}, {"b": 1, "w": RIGHT}) is DIFFERENT
    assert alike(got, {"b": 1, "v": WRONG}, {"b": 1, "w": RIGHT}) is DIFFERENT
    assert alike({"b": 1}, {"b": 1}, {"b": 1, "w": RIGHT}) is SAME
    assert alike(got, other, {"w": WRONG, "b": 1}) is not SAME


class Mine:
    pass


class Theirs:
    def __call__(self) -> None:
        pass


def test_what_a_submission_calls_its_classes_and_lets_them_do_is_its_choice() -> None:
    assert alike(Mine(), Theirs(), RIGHT) is SAME
    assert alike(Mine(), Theirs(), Mine()) is not SAME


def test_pythons_own_objects_that_stay_behind_are_known_by_their_class() -> None:
    assert alike(lambda: None, lambda: 1, RIGHT) is SAME
    for other in (Mine(), range(2), {1}):
        assert alike(lambda: None, other, RIGHT) is DIFFERENT


@pytest.mark.parametrize("right", [[], [{}], [{"fault": {}}], [ok(None)]], ids=repr)
def test_where_the_reference_gave_nothing_the_two_are_still_compared(right: list[dict[str, Any]]) -> None:
    assert likeness([ok(WRONG)], [ok(rounded(WRONG))], right, single=False) is SAME
    assert likeness([ok(WRONG)], [ok(WRONG + 1)], right, single=False) is DIFFERENT


def test_all_answers_of_a_check_count() -> None:
    good, bad, worse = ok(RIGHT), ok(WRONG), ok(WRONG + 1)
    assert likeness([good, bad], [good, bad], [good, good], single=False) is SAME
    assert likeness([bad, bad], [bad, worse], [good, good], single=False) is DIFFERENT
    assert likeness([good, good], [good, good], [good, good], single=False) is not SAME


@pytest.mark.parametrize("words", [None, 3, [], {}, {"kinds": []}], ids=repr)
def test_an_exception_without_a_kind_is_like_no_value(words: Any) -> None:
    forged = {"raised": words}
    assert alike(forged, WRONG, RIGHT) is DIFFERENT
    assert alike(WRONG, forged, RIGHT) is DIFFERENT
    assert alike(forged, raised("ValueError"), RIGHT) is DIFFERENT


@pytest.mark.parametrize(
    "tree",
    [["a"], ["a", "O", [1], "C", b""], ["a", "<f8", [2], "C", b""], ["a", "<f8", [-1], "C", b""]],
    ids=repr,
)
def test_an_array_that_cannot_be_read_is_like_nothing(tree: Any) -> None:
    assert alike({"ok": tree}, {"ok": tree}, RIGHT) is DIFFERENT
    assert alike(WRONG, {"ok": tree}, RIGHT) is DIFFERENT


def test_a_value_too_large_for_the_dtype_that_was_given_warns_of_nothing() -> None:
    got, right = np.full((2, 3), np.inf, np.float16), np.full((2, 3), 1e9)
    assert alike(got, got, right) is SAME
    assert alike(RIGHT * 1e307, RIGHT * -1e307, RIGHT) is DIFFERENT


def test_a_run_is_the_same_again_to_rounding() -> None:
    assert same_again([ok(WRONG)], [ok(rounded(WRONG))])
    assert same_again(
        [ok(RIGHT), raised("ValueError", message="at 0x1")], [ok(RIGHT), raised("ValueError")]
    )
    assert not same_again([ok(WRONG)], [ok(WRONG + 1e-3)])
    assert not same_again([ok(WRONG)], [raised("ValueError")])
    assert same_again([], [])

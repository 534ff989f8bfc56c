"""What wrong numbers are said to have in common with the right ones is true, or is not said."""

from __future__ import annotations

import re
from typing import Any

import ml_dtypes
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from grader.numbers import other_shape, wrong_number, wrong_values
from grader.text import Text

pytestmark = pytest.mark.filterwarnings("error")

SHAPES = st.sampled_from([(5,), (3, 4), (4, 3), (2, 3, 4), (7, 1), (1, 6)])
SEEDS = st.integers(0, 2**32 - 1)
TOLERANCES = st.sampled_from([(0.0, 0.0), (1e-12, 0.0), (1e-9, 1e-9), (1e-6, 0.0), (1e-4, 1e-4)])
FACTORS = st.floats(1e-6, 1e6).filter(lambda factor: abs(factor - 1) > 0.01)
ALL = st.floats(allow_nan=True, allow_infinity=True, width=64)


def said(got: Any, want: Any, atol: float = 1e-9, rtol: float = 0.0, **options: int) -> str | None:
    """What is said in English; the Chinese must hold the same numbers."""
    got, want = np.asarray(got, np.float64), np.asarray(want, np.float64)
    say = wrong_values if got.shape == want.shape else other_shape
    text = say(got, want, atol, rtol, **options)
    if text is None:
        return None
    assert type(text) is Text
    numbers = r"\d[\d.e+-]*\d|\d"
    assert re.findall(numbers, text.en) == re.findall(numbers, text.zh)
    return text.en


def values(seed: int, shape: tuple[int, ...]) -> np.ndarray:
    """Right values, none of them near zero."""
    rng = np.random.default_rng(seed)
    return rng.uniform(0.5, 3.0, shape) * rng.choice([-1.0, 1.0], shape)


WANT = values(7, (4, 5))
ROW = values(8, (6,))
SQUARE = values(9, (4, 4))
EACH = np.array([[5.0], [2.0], [3.0], [-4.0]])
EVEN = np.array([[1.0], [0.0], [1.0], [0.0]])


@pytest.mark.parametrize(
    ("got", "want", "sentence"),
    [
        (np.zeros((4, 5)), WANT, "Every value is 0."),
        (-WANT, WANT, "Every value has the wrong sign."),
        (SQUARE.T, SQUARE, "It is right but for axes 0 and 1, which are swapped."),
        (WANT[::-1], WANT, "The values are right, in reverse order along axis 0."),
        (WANT[:, ::-1], WANT, "The values are right, in reverse order along axis 1."),
        (np.roll(ROW, 1), ROW, "The values are right, one place late."),
        (np.roll(ROW, -1), ROW, "The values are right, one place early."),
        (WANT * 1.3, WANT, "Every value is 1.3 times what it should be."),
        (WANT * -3, WANT, "Every value is -3 times what it should be."),
        (WANT * (1 + 1e-8), WANT, "Every value is 1.00000001 times what it should be."),
        (WANT / 4, WANT,
         "Every value is 0.25 times what it should be: 1/n, where n = 4 is the length of axis 0."),
        (WANT * 0.8, WANT,
         "Every value is 0.8 times what it should be: (n-1)/n, where n = 5 is the length of axis 1."),
        (WANT + 0.5, WANT, "Every value is 0.5 too large."),
        (WANT - 1e-7, WANT, "Every value is 1e-07 too small."),
        (WANT * EACH, WANT, "Each row is right up to a factor of its own."),
        (WANT + EACH, WANT, "Each row is right up to a number that was added to all of it."),
        (WANT * [1, 2, 3, -4, 5], WANT,
         "Each place along the last axis is right up to a factor of its own."),
        (WANT + EVEN * ROW[1:], WANT, "Rows that are right: 1, 3; rows that are not: 0, 2."),
        (WANT.T, WANT, "It is right but for a transposition."),
        (WANT.ravel(), WANT, "The values are right, in another shape."),
        (WANT[None], WANT, "The values are right, in another shape."),
    ],
)  # fmt: skip
def test_what_is_true_is_said(got: np.ndarray, want: np.ndarray, sentence: str) -> None:
    assert said(got, want) == sentence


def bumped(array: np.ndarray, by: float = 1e-3) -> np.ndarray:
    """The same but for its last value."""
    array = np.array(array, np.float64)
    array.flat[-1] += by
    return array


@pytest.mark.parametrize(
    "got",
    [bumped(np.zeros((4, 5))), bumped(-WANT), bumped(WANT[::-1]), bumped(WANT[:, ::-1]), bumped(WANT * 1.3),
     bumped(WANT / 4), bumped(WANT + 0.5), bumped(WANT * EACH),
     bumped(WANT + EACH), bumped(WANT * [1, 2, 3, -4, 5]), bumped(WANT.T),
     bumped(WANT.ravel()), WANT.ravel()[:-1], np.append(WANT, 0.0)],
)  # fmt: skip
def test_what_is_nearly_true_is_not_said(got: np.ndarray) -> None:
    assert said(got, WANT) is None


@pytest.mark.parametrize("got", [bumped(np.roll(ROW, 1)), bumped(np.roll(ROW, -1)[::-1])[::-1]])
def test_places_that_nearly_fit_are_not_said(got: np.ndarray) -> None:
    assert said(got, ROW) is None
    assert said(bumped(SQUARE.T), SQUARE) is None


@given(
    SEEDS,
    SHAPES,
    TOLERANCES.filter(any),
    st.floats(1e-6, 1e6).filter(lambda k: abs(k - 1) > 0.01),
    st.booleans(),
)
def test_a_factor_is_named(
    seed: int, shape: tuple[int, ...], tolerance: tuple[float, float], factor: float, negative: bool
) -> None:
    want = values(seed, shape)
    factor = -factor if negative else factor
    text = said(want * factor, want, *tolerance)
    assert text
    found = re.match(r"Every value is (\S+) times what it should be", text)
    assert found, text
    named = float(found[1].rstrip(".:"))
    atol, rtol = tolerance
    fits = np.abs(want * factor / named - want) <= atol + rtol * np.abs(want)
    assert fits.all() or abs(named / factor - 1) < 1e-5


@given(SEEDS, SHAPES, st.floats(0.1, 1e6), st.booleans())
def test_a_shift_is_named(seed: int, shape: tuple[int, ...], shift: float, down: bool) -> None:
    want = values(seed, shape)
    text = said(want - shift if down else want + shift, want, atol=1e-6)
    assert text
    found = re.fullmatch(r"Every value is (\S+) too (large|small)\.", text)
    assert found, text
    assert float(found[1]) == pytest.approx(shift, rel=1e-5)
    assert found[2] == ("small" if down else "large")


@given(SEEDS, SEEDS, SHAPES, TOLERANCES)
def test_of_unrelated_numbers_nothing_is_said(
    seed: int, other: int, shape: tuple[int, ...], tolerance: tuple[float, float]
) -> None:
    got = np.random.default_rng([other, 1]).normal(size=shape)
    want = values(seed, shape)
    assert said(got, want, *tolerance) is None
    assert said(got.reshape(-1)[::-1], want[..., None], *tolerance) is None


@given(st.data(), st.sampled_from([(), (0,), (1,), (4,), (0, 3), (3, 4), (2, 2, 3)]), TOLERANCES)
def test_nothing_is_raised_whatever_the_numbers(
    data: st.DataObject, shape: tuple[int, ...], tolerance: tuple[float, float]
) -> None:
    got, want = (data.draw(hnp.arrays(np.float64, shape, elements=ALL)) for _ in range(2))
    said(got, want, *tolerance)
    said(got.T[None], want, *tolerance)


@pytest.mark.parametrize("size", [1e308, 1e200, 1e-200, 1e-320])
@pytest.mark.parametrize("tolerance", [(0.0, 0.0), (0.0, 1e-9), (np.inf, 0.0)], ids=str)
def test_nothing_is_raised_at_the_ends_of_the_range(size: float, tolerance: tuple[float, float]) -> None:
    want = WANT / 3 * size
    for got in (-want, want / 2, want * 1.5, want[::-1], want + 1.0, want * [[1], [0.5], [0.25], [0]]):
        said(got, want, *tolerance)
    said(want.T, want, *tolerance)


@pytest.mark.parametrize("size", [1e300, 1e-300])
def test_a_factor_is_named_though_its_squares_overflow(size: float) -> None:
    assert said(WANT * size / 8, WANT * size, 0.0, 1e-9) == "Every value is 0.125 times what it should be."


@pytest.mark.parametrize("bad", [np.nan, np.inf, -np.inf])
def test_of_what_is_not_finite_nothing_is_said(bad: float) -> None:
    assert said(np.full(WANT.shape, bad), WANT) is None
    assert said(np.where(WANT > 2, bad, WANT * 2), WANT) is None
    assert said(WANT * 2, np.where(WANT > 2, bad, WANT)) is None


def test_right_values_say_nothing() -> None:
    assert said(WANT, WANT) is None


@pytest.mark.parametrize(
    "want",
    [np.zeros((4, 5)), np.ones((4, 5)), np.full((4, 5), -2.0), WANT * 1e-8, np.sign(WANT) * 3.0,
     np.where(WANT > 0, 1.0, 2.0), 1 + WANT * 1e-12],
    ids=["zeros", "ones", "alike", "within-tolerance", "one-size", "two-sizes", "alike-but-for-rounding"],
)  # fmt: skip
def test_of_values_that_could_fit_anything_nothing_is_said(want: np.ndarray) -> None:
    for got in (np.zeros((4, 5)), -want, want * 2, want + 1, want[::-1] + 1e-8, np.ones((4, 5)) * 7):
        assert said(got, want) is None


@pytest.mark.parametrize("off", [1.1e-3, -5e-3, 9e-3])
def test_an_error_of_a_few_tolerances_is_no_pattern(off: float) -> None:
    for got in (WANT + off, WANT * (1 + off / 3), WANT + off * np.sign(WANT)):
        assert said(got, WANT, atol=1e-3, digits=10) is None


def test_a_tolerance_as_large_as_the_values_says_nothing() -> None:
    for atol, rtol in ((1.0, 0.0), (0.0, 1.0), (0.0, 0.1), (np.inf, 0.0)):
        for got in (-WANT * 9, WANT * 9, WANT + 9, WANT * [[1], [9], [9], [9]]):
            assert said(got, WANT, atol, rtol) is None


def test_rows_near_zero_are_not_called_right() -> None:
    want = WANT * [[1], [1e-10], [1], [1]]
    got = np.random.default_rng(0).normal(size=(4, 5)) * [[1], [1e-10], [1], [1]]
    assert said(got, want) is None


def test_rows_that_are_off_by_little_are_not_told_from_right_ones() -> None:
    off = np.random.default_rng(0).uniform(0.5e-3, 1.5e-3, (4, 5)) * [[1], [0.5], [1], [1]]
    assert said(WANT + off, WANT, atol=1e-3, digits=10) is None


def test_rows_near_zero_are_not_right_up_to_a_factor() -> None:
    noise = np.random.default_rng(0).normal(size=5)
    want = np.vstack([WANT, WANT[:1] * 1e-10])
    got = np.vstack([WANT * EACH, noise])
    assert said(got, want) != "Each row is right up to a factor of its own."
    got[-1] = want[-1]
    assert said(got, want) == "Each row is right up to a factor of its own."


def test_places_whose_values_are_all_alike_are_not_right_up_to_a_factor() -> None:
    want = np.broadcast_to(WANT[0], (6, 5))
    assert said(np.broadcast_to(WANT[1], (6, 5)), want) is None


@pytest.mark.parametrize(
    ("shape", "factor"), [((4, 6), 2.0), ((4, 6), 0.5), ((5, 5), 0.2), ((2, 7), 0.5), ((3, 6), 1.2001)]
)
def test_a_factor_of_another_origin_is_not_taken_for_an_axis(shape: tuple[int, ...], factor: float) -> None:
    want = values(3, shape)
    assert said(want * factor, want) == f"Every value is {factor:g} times what it should be."


@pytest.mark.parametrize(
    ("power", "text"), [(1, "n"), (-1, "1/n"), (0.5, "√n"), (-0.5, "1/√n")]
)  # fmt: skip
def test_a_factor_is_named_by_the_axis_that_it_comes_from(power: float, text: str) -> None:
    want = values(3, (2, 7))
    assert (said(want * 7**power, want) or "").endswith(f": {text}, where n = 7 is the length of axis 1.")


@pytest.mark.parametrize("dtype", [np.float32, np.float16, ml_dtypes.bfloat16])
def test_the_rounding_of_a_dtype_is_named_by_its_size(dtype: type) -> None:
    text = said(WANT.astype(dtype), WANT, atol=1e-12)
    assert text
    assert text.endswith(f"of the largest value: about what {dtype.__name__} rounds by.")
    # In an answer of that dtype itself it is nothing to tell.
    assert said(WANT.astype(dtype), WANT, atol=1e-12, digits=int(ml_dtypes.finfo(dtype).nmant)) is None


@pytest.mark.parametrize(("share", "dtype"), [(1e-7, np.float32), (5e-4, np.float16)])
def test_an_error_of_that_size_in_values_that_it_can_not_hold_is_none(share: float, dtype: type) -> None:
    noise = np.random.default_rng(0).uniform(-share, share, WANT.shape)
    assert not np.array_equal((WANT + noise).astype(dtype), WANT + noise)
    assert said(WANT + noise, WANT, atol=1e-12) is None


def test_whole_numbers_are_those_of_no_dtype() -> None:
    want = np.linspace(10.3, 100.7, 40)
    assert said(np.rint(want), want, atol=1e-6) is None


def test_a_small_error_in_a_few_places_is_no_rounding() -> None:
    assert said(bumped(ROW, 1e-7), ROW) is None
    assert said(WANT + np.eye(4, 5) * 1e-7, WANT) is None


def test_a_small_error_that_follows_the_values_is_no_rounding() -> None:
    scale = 1 + np.random.default_rng(0).uniform(0.5e-7, 1.5e-7, WANT.shape)
    assert said(WANT * scale, WANT) is None
    assert said(WANT * 1e200 * scale, WANT * 1e200, 0.0, 1e-12) is None


@pytest.mark.parametrize(
    ("got", "told"),
    [(-3.5, "wrong sign"), (7.0, "twice"), (1.75, "half"), (7.0 + 1e-7, None), (3.6, None), (0.0, None),
     (float("nan"), None), (float("inf"), None)],
)  # fmt: skip
def test_a_single_number_is_said_to_be_a_simple_multiple_of_the_right_one(
    got: float, told: str | None
) -> None:
    text = wrong_number(got, 3.5, 1e-9, 1e-9)
    assert text is told is None or (text and told and told in text.en)


@pytest.mark.parametrize(("got", "want", "atol"), [(2e-6, 1e-6, 1e-7), (0.0, 0.0, 0.0), (4.0, 2.0, 0.02)])
def test_nothing_is_said_of_a_single_number_that_is_not_known_well(
    got: float, want: float, atol: float
) -> None:
    assert wrong_number(got, want, atol, 0.0) is None

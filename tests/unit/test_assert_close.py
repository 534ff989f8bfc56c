"""`assert_close` looks at type, shape, dtype and finiteness, and only then at the numbers."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.checks import CheckFailure, assert_close

WANT = np.array([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]])


def fails(got: object, want: np.ndarray = WANT, atol: float = 1e-6, **options: Any) -> str:
    """What the failure says in English; in Chinese it must hold the same numbers."""
    with pytest.raises(CheckFailure) as caught:
        assert_close(got, want, what="y", atol=atol, **options)
    text = caught.value.text
    assert str(caught.value) == text.en
    assert text.en.startswith("y")
    assert text.zh.startswith("y")
    assert len(text.en) < 200
    return text.en


def changed(index: tuple[int, ...], value: float, want: np.ndarray = WANT) -> np.ndarray:
    got = want.copy()
    got[index] = value
    return got


class AlwaysEqual(np.ndarray):
    def __array_ufunc__(self, *args: Any, **kwargs: Any) -> Any:
        return np.zeros(self.shape)


def test_what_is_equal_passes() -> None:
    assert_close(WANT.copy(), WANT, what="y", atol=0.0)
    assert_close(np.asfortranarray(WANT), WANT, what="y", atol=0.0)
    assert_close(np.array(1.0), np.array(1.0), what="y", atol=0.0)
    assert_close(np.zeros((0, 3)), np.zeros((0, 3)), what="y", atol=0.0)


@pytest.mark.parametrize(
    ("got", "name"),
    [(None, "None"), (1.0, "a float"), (1, "an int"), (True, "a bool"), ("y", "a str"), (1j, "a complex"),
     (WANT.tolist(), "a list of length 2"), (tuple(WANT), "a tuple of length 2"),
     ({}, "a dict of length 0"),
     (np.float64(1.0), "a NumPy float64 scalar"), (np.bool_(True), "a NumPy bool scalar"),
     (np.ma.masked_array(WANT, True), "a MaskedArray"), (WANT.view(AlwaysEqual), "an AlwaysEqual"),
     (memoryview(WANT), "a memoryview")],
    ids=lambda value: value if type(value) is str else "",
)  # fmt: skip
def test_another_type_is_named_and_the_shape_told(got: object, name: str) -> None:
    assert fails(got) == f"y is {name}; it should be a NumPy array of shape (2, 3)."


@pytest.mark.parametrize("shape", [(), (6,), (3, 2), (2, 3, 1), (1, 2, 3), (1, 3), (2, 1), (0,)], ids=str)
def test_another_shape_is_told_though_it_would_broadcast(shape: tuple[int, ...]) -> None:
    assert fails(np.ones(shape), np.ones((2, 3))) == f"y has shape {shape}; it should be (2, 3)."


def test_an_array_for_a_scalar_is_another_shape() -> None:
    assert fails(np.ones(1), np.array(1.0)) == "y has shape (1,); it should be ()."


@pytest.mark.parametrize(
    "dtype",
    ["float32", "float16", "longdouble", "int64", "bool", "complex128", "object", ">f8", "uint8", "U3"],
)
def test_another_dtype_is_told(dtype: str) -> None:
    got = np.ones((2, 3)).astype(dtype)
    assert fails(got, np.ones((2, 3))) == f"y has dtype {got.dtype}; it should be float64."


def test_the_dtype_that_is_asked_for_may_be_less_precise_than_the_right_values() -> None:
    assert_close(WANT.astype(np.float16), WANT, what="y", atol=0.0, dtype=np.float16)
    assert "should be float16" in fails(WANT.copy(), dtype=np.float16)


@pytest.mark.parametrize("dtype", ["float16", "float32", "float64", "longdouble"])
def test_floating_takes_any_floating_dtype(dtype: str) -> None:
    assert_close(WANT.astype(dtype), WANT, what="y", atol=0.0, dtype="floating")


@pytest.mark.parametrize("dtype", ["int64", "bool", "complex64", "object", "m8[s]"])
def test_floating_takes_no_other(dtype: str) -> None:
    assert "it should be a floating dtype" in fails(np.ones((2, 3), "i8").astype(dtype), dtype="floating")


@pytest.mark.parametrize("value", [np.nan, np.inf, -np.inf])
def test_a_value_that_is_not_finite_is_told_with_its_place(value: float) -> None:
    said = f"y[1, 0] is {value}; it should be 4 (1 of 6 values is not finite)."
    assert fails(changed((1, 0), value)) == said
    assert fails(changed((1, 0), value), atol=np.inf, rtol=1e300) == said


def test_all_nan_does_not_pass() -> None:
    assert "y[0, 0] is nan; it should be 1 (6 of 6" in fails(np.full((2, 3), np.nan))
    assert "y is nan; it should be 1" in fails(np.array(np.nan), np.array(1.0))


@pytest.mark.parametrize(
    ("want", "got"), [(np.nan, 1.0), (np.inf, np.nan), (np.inf, 1.0), (np.inf, -np.inf)]
)
@pytest.mark.parametrize("size", [1, 3])
def test_where_the_right_value_is_not_finite_another_fails(want: float, got: float, size: int) -> None:
    assert "y[0] is" in fails(np.full(size, got), np.full(size, want))
    rest = np.ones(size + 1)
    assert f"y[{size}] is" in fails(changed((size,), got, rest), changed((size,), want, rest))


def test_an_infinity_that_is_right_passes() -> None:
    assert_close(np.array([np.inf, 1.0]), np.array([np.inf, 1.0]), what="y", atol=0.0)


def test_the_worst_value_is_told_with_both_numbers_and_the_count() -> None:
    got = changed((0, 1), 2.5)
    got[1, 2] = -6.0
    assert fails(got) == "y[1, 2] is -6; it should be 6 (2 of 6 values are off)."


def test_a_worse_value_within_its_tolerance_is_not_the_one_told() -> None:
    got, want = np.array([1e6 + 1.0, 1.1]), np.array([1e6, 1.0])
    assert fails(got, want, atol=0.0, rtol=1e-3).startswith("y[1] is 1.1; it should be 1 ")


def test_a_scalar_array_has_no_index() -> None:
    assert fails(np.array(2.0), np.array(1.0)) == "y is 2; it should be 1 (1 of 1 values is off)."


@pytest.mark.parametrize("difference", [1e-3, 1e-7, 1e-10, 2.3e-16])
def test_close_numbers_are_told_apart(difference: float) -> None:
    said = fails(np.array([1.0 + difference]), np.array([1.0]), atol=0.0)
    mine, right = said.removeprefix("y[0] is ").split(" (")[0].split("; it should be ")
    assert mine != right
    assert float(mine) - float(right) == pytest.approx(difference, rel=0.5)


@given(st.floats(-1e300, 1e300), st.floats(-1e300, 1e300))
def test_two_different_numbers_never_read_the_same(a: float, b: float) -> None:
    if a != b:
        said = fails(np.array([a]), np.array([b]), atol=0.0)
        mine, right = said.removeprefix("y[0] is ").split(" (")[0].split("; it should be ")
        assert mine != right


def test_tolerance_is_absolute_plus_relative() -> None:
    assert_close(np.array([102.5]), np.array([100.0]), what="y", atol=0.5, rtol=0.02)
    fails(np.array([102.625]), np.array([100.0]), atol=0.5, rtol=0.02)
    fails(np.array([0.51]), np.array([0.0]), atol=0.5, rtol=1e9)


@pytest.mark.parametrize(("got", "want"), [(1.7e308, -1.7e308), (-1.7e308, 1.0)])
def test_a_difference_that_overflows_is_wrong(got: float, want: float) -> None:
    assert "y[0] is -1.7e+308" in fails(np.array([-abs(got)]), np.array([abs(want)]))


def test_the_whole_array_is_never_told() -> None:
    want = np.arange(10_000.0).reshape(100, 100)
    said = fails(-want - 1.0, want)
    assert "10000 of 10000" in said
    assert said.count("99") == 4
    assert len(said) < 100


def test_neither_array_is_changed() -> None:
    got, want = changed((0, 0), 9.0), WANT.copy()
    fails(got, want)
    assert got[0, 0] == 9.0
    assert (want == WANT).all()

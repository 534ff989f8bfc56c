"""The other things that hidden checks compare with: numbers, plain values, exceptions."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from grader.checks import (
    CheckFailure,
    SubmissionRaised,
    assert_close,
    assert_equal,
    assert_number,
    describe,
    expect_raises,
    fail,
    indefinite,
    require,
    spaced,
)
from grader.outcome import Outcome
from grader.proxy import Conversation, Remote
from grader.supervise.ending import OVER_MEMORY, WorkerEnded
from grader.text import Text
from grader.worker.values import Handle


class FloatSubclass(float):
    def __eq__(self, other: object) -> bool:
        return True

    __hash__ = float.__hash__


def both(function: Any, *args: Any, **kwargs: Any) -> Text:
    """What it says, in no more words than a candidate will read."""
    with pytest.raises(CheckFailure) as caught:
        function(*args, **kwargs)
    assert caught.value.text.zh
    assert max(len(caught.value.text.en), len(caught.value.text.zh)) < 1000
    return caught.value.text


def failure(function: Any, *args: Any, **kwargs: Any) -> str:
    """The same in English alone."""
    return both(function, *args, **kwargs).en


def number(got: object, want: float = 1.0, atol: float = 1e-9, rtol: float = 0.0) -> str:
    return failure(assert_number, got, want, what="loss", atol=atol, rtol=rtol)


def equal(got: object, want: object) -> str:
    return failure(assert_equal, got, want, what="steps")


def test_a_float_within_tolerance_passes() -> None:
    assert_number(1.0, 1.0, what="loss", atol=0.0)
    assert_number(102.5, 100.0, what="loss", atol=0.5, rtol=0.02)


@pytest.mark.parametrize(
    ("got", "name"),
    [(1, "an int"), (True, "a bool"), ("1.0", "a str"), (None, "None"), (1 + 0j, "a complex"),
     ([1.0], "a list of length 1"), (np.float64(1.0), "a NumPy float64 scalar"),
     (np.float32(1.0), "a NumPy float32 scalar"),
     (np.array(1.0), "a float64 array of shape ()"), (FloatSubclass(1.0), "a FloatSubclass")],
    ids=lambda value: value if type(value) is str else "",
)  # fmt: skip
def test_a_number_of_another_type_is_named(got: object, name: str) -> None:
    assert number(got) == f"loss is {name}; it should be a plain Python float."


@pytest.mark.parametrize("got", [float("nan"), float("inf"), float("-inf")])
def test_a_number_that_is_not_finite_fails_under_any_tolerance(got: float) -> None:
    assert number(got, atol=float("inf")) == f"loss is {got}; it should be 1."


def test_a_right_number_that_is_nan_passes_nothing() -> None:
    number(1.0, want=float("nan"))


@pytest.mark.parametrize(
    ("got", "said"),
    [(3.0, "loss is 3; it should be 1."),
     (2.0, "loss is 2; it should be 1. It is twice what it should be."),
     (1.0 + 1e-7, "loss is 1.0000001; it should be 1."),
     (1.0 + 1e-11, "loss is 1.00000000001; it should be 1.")],
)  # fmt: skip
def test_a_wrong_number_is_told_with_just_enough_digits(got: float, said: str) -> None:
    assert number(got, atol=0.0) == said


@pytest.mark.parametrize("value", [1, "a", True, None, [1, 2], (1,), {"a": 1}, 1.5, b"x"])
def test_equal_values_of_one_type_pass(value: object) -> None:
    assert_equal(value, value, what="steps")


@pytest.mark.parametrize(
    ("got", "want", "said"),
    [(True, 1, "a bool; it should be an int"), (1, True, "an int; it should be a bool"),
     (1.0, 1, "a float; it should be an int"),
     (np.int64(1), 1, "a NumPy int64 scalar; it should be an int"),
     ((1,), [1], "a tuple of length 1; it should be a list of length 1"),
     (None, "", "None; it should be a str"),
     (np.array([1]), [1], "an int64 array of shape (1,); it should be a list of length 1"),
     (FloatSubclass(2.0), 1.0, "a FloatSubclass; it should be a float")],
)  # fmt: skip
def test_look_alikes_of_another_type_are_not_equal(got: object, want: object, said: str) -> None:
    assert equal(got, want) == f"steps is {said}."


@pytest.mark.parametrize(
    ("got", "want"),
    [([True], [1]), ([1.0], [1]), ((np.float64(1.0),), (1.0,)), ({"a": True}, {"a": 1}),
     ([(1,), [1]], [[1], (1,)])],
)  # fmt: skip
def test_look_alikes_inside_a_container_are_not_equal(got: object, want: object) -> None:
    equal(got, want)


def test_unequal_values_are_both_told() -> None:
    assert equal([1, 2], [1, 3]) == "steps is [1, 2]; it should be [1, 3]."
    assert equal("a", "b") == "steps is 'a'; it should be 'b'."


@pytest.mark.parametrize(
    ("got", "want"),
    [("x" * 10**4, "y"), ([1] * 10**4, [2]), ([1], [2] * 10**4)],
    ids=["str", "list", "right-list"],
)
def test_a_huge_value_is_not_told_whole(got: object, want: object) -> None:
    equal(got, want)


@pytest.mark.parametrize(
    ("got", "want"),
    [
        ("/tmp/weights/step_3.weights.h5", "/tmp/weights/step_000003.weights.h5"),
        ([0] * 25 + [1] + [0] * 25, [0] * 51),
        (list(range(60)), [*range(59), 60]),
        ("a" * 500 + "b" + "a" * 500, "a" * 1001),
        ({"step": 1, "notes": "x" * 150}, {"step": 2, "notes": "x" * 150}),
    ],
    ids=["paths", "inside", "end", "text", "dict"],
)
def test_two_unequal_values_never_read_the_same(got: object, want: object) -> None:
    mine, right = equal(got, want).removeprefix("steps is ").split("; it should be ")
    assert mine != right.removesuffix(".")


def test_the_order_of_a_dicts_keys_says_nothing() -> None:
    assert_equal({"a": 1, "b": [2]}, {"b": [2], "a": 1}, what="record")
    equal({"a": 1, "b": 2}, {"a": 2, "b": 1})
    equal({1: "a"}, {True: "a"})


def test_an_array_inside_a_list_is_a_wrong_answer_like_any_other() -> None:
    equal([np.array([1, 2])], [1])


def test_require_and_fail_say_what_they_are_given_in_both_languages() -> None:
    require(True, "no", "不")
    for function, args in ((require, (False, "no", "不")), (fail, ("no", "不"))):
        with pytest.raises(CheckFailure) as caught:
            function(*args)  # type: ignore[operator]
        assert caught.value.text == Text("no", "不")


def test_an_object_that_stayed_in_the_worker_is_described_by_its_name_there() -> None:
    remote = Remote(Conversation(None), Handle(1, "torch.Tensor", False))  # type: ignore[arg-type]
    assert describe(remote) == "torch.Tensor"
    assert number(remote).startswith("loss is a torch.Tensor;")


@pytest.mark.parametrize(
    ("value", "words"),
    [(3, "an int"), (2.5, "a float"), (None, "None"), ([1], "a list of length 1"),
     (np.zeros(2, int), "an int64 array of shape (2,)"), (np.float32(1), "a NumPy float32 scalar"),
     (np.zeros(2, np.uint8), "a uint8 array of shape (2,)")],
)  # fmt: skip
def test_a_value_has_the_article_that_its_name_is_spoken_with(value: object, words: str) -> None:
    assert indefinite(value) == words


WORDS = Text("The loss after epoch 2", "第 2 轮之后的损失")


@pytest.mark.parametrize(
    ("got", "want", "en", "zh"),
    [
        ([1.0], np.zeros(1), "is a list of length 1; it should be a NumPy array of shape (1,).",
         "是长度为 1 的 list，应为形状 (1,) 的 NumPy 数组。"),
        (np.zeros(2), np.zeros(1), "has shape (2,); it should be (1,).", "的形状是 (2,)，应为 (1,)。"),
        (np.zeros(1, np.float32), np.zeros(1), "has dtype float32; it should be float64.",
         "的 dtype 是 float32，应为 float64。"),
        (np.array([np.nan]), np.zeros(1), "at [0] is nan; it should be 0 (1 of 1 values is not finite).",
         "[0] 是 nan，应为 0（1 个值中有 1 个不是有限数）。"),
        (np.ones(1), np.zeros(1), "at [0] is 1; it should be 0 (1 of 1 values is off).",
         "[0] 是 1，应为 0（1 个值中有 1 个不对）。"),
    ],
    ids=["type", "shape", "dtype", "not-finite", "value"],
)  # fmt: skip
def test_an_array_that_is_named_in_words_is_named_in_each_language(
    got: object, want: np.ndarray, en: str, zh: str
) -> None:
    said = both(assert_close, got, want, what=WORDS, atol=0.0)
    assert said.en == f"{WORDS.en} {en}"
    assert said.zh == f"{WORDS.zh}{zh}"


def test_an_array_without_a_floating_dtype_is_told_so_in_each_language() -> None:
    said = both(assert_close, np.zeros(1, int), np.zeros(1), what=WORDS, atol=0.0, dtype="floating")
    assert said.en == f"{WORDS.en} has dtype int64; it should be a floating dtype."
    assert said.zh == f"{WORDS.zh}的 dtype 是 int64，应为浮点类型。"


def test_a_number_that_is_named_in_words_is_named_in_each_language() -> None:
    said = both(assert_number, 3.0, 1.0, what=WORDS, atol=0.0)
    assert said == Text(f"{WORDS.en} is 3; it should be 1.", f"{WORDS.zh}是 3，应为 1。")
    said = both(assert_number, None, 1.0, what=WORDS, atol=0.0)
    assert said.zh == f"{WORDS.zh}是 None，应为普通的 Python float。"


def test_a_value_that_is_named_in_words_is_named_in_each_language() -> None:
    said = both(assert_equal, [1], None, what=WORDS)
    assert said.en == f"{WORDS.en} is a list of length 1; it should be None."
    assert said.zh == f"{WORDS.zh}是长度为 1 的 list，应为 None。"
    said = both(assert_equal, [1] * 100, [2], what=WORDS)
    assert said.en == f"{WORDS.en} is a list of length 100; it should be [2]."
    assert said.zh == f"{WORDS.zh}是长度为 100 的 list，应为 [2]。"


def test_a_name_that_is_code_stands_in_both_languages() -> None:
    said = both(assert_number, 3.0, 1.0, what="losses[0]", atol=0.0)
    assert said == Text("losses[0] is 3; it should be 1.", "losses[0] 是 3，应为 1。")


@pytest.mark.parametrize(
    ("value", "zh"),
    [(np.zeros((2, 3), np.float32), "形状 (2, 3) 的 float32 数组"), ([1, 2], "长度为 2 的 list"),
     ((), "长度为 0 的 tuple"), ({1: 2}, "长度为 1 的 dict"), (np.float32(1), "NumPy float32 标量"),
     (None, "None"), (1.5, "float"), (FloatSubclass(1.5), "FloatSubclass")],
    ids=lambda value: value if type(value) is str else "",
)  # fmt: skip
def test_what_a_value_is_can_be_told_in_chinese(value: object, zh: str) -> None:
    assert describe(value, "zh") == zh
    assert describe(value, "en") == describe(value)


@pytest.mark.parametrize(
    ("parts", "zh"),
    [(("w1", "是", "float"), "w1 是 float"), (("损失", "是", "长度为 1 的 list"), "损失是长度为 1 的 list"),
     (("x（行）", "是", "1"), "x（行）是 1"), (("y[0]", "（行）"), "y[0]（行）"), (("x", "y"), "xy"),
     (("", "是", "", "1"), "是 1"), ((), "")],
    ids=lambda value: value if type(value) is str else "",
)  # fmt: skip
def test_chinese_words_stand_apart_from_code_alone(parts: tuple[str, ...], zh: str) -> None:
    assert spaced(*parts) == zh


def raising(*kinds: str, message: str = "") -> Any:
    def call(*args: Any, **kwargs: Any) -> None:
        raise SubmissionRaised(kinds, message, None)

    return call


def test_the_kind_that_is_expected_passes() -> None:
    expect_raises(ValueError, raising("ValueError", "Exception", "BaseException", "object"), 1, eps=2)


def test_a_subclass_of_the_kind_passes() -> None:
    expect_raises(ValueError, raising("submission.BadShape", "ValueError", "Exception"))
    expect_raises(ArithmeticError, raising("ZeroDivisionError", "ArithmeticError", "Exception"))


@pytest.mark.parametrize(
    "kinds",
    [("TypeError", "Exception"), ("submission.ValueError", "Exception"), ("numpy.ValueError",),
     ("Exception", "BaseException"), ("ValueErrors",), ("submission.builtins.ValueError", "Exception")],
    ids=lambda kinds: kinds[0],
)  # fmt: skip
def test_any_other_kind_fails_whatever_it_calls_itself(kinds: tuple[str, ...]) -> None:
    said = failure(expect_raises, ValueError, raising(*kinds, message="bad"))
    assert said == f"{kinds[0]} was raised; it should be ValueError. It said: bad"


def test_no_exception_fails_and_tells_what_came_instead() -> None:
    said = both(expect_raises, ValueError, np.zeros, 3)
    assert (
        said.en
        == "No error was raised (returned: float64 array of shape (3,)); ValueError should have been."
    )
    assert said.zh == "没有抛出异常（返回了形状 (3,) 的 float64 数组），应抛出 ValueError。"


def test_arguments_reach_the_call() -> None:
    seen: list[Any] = []
    failure(expect_raises, ValueError, lambda *a, **k: seen.append((a, k)), 1, 2, kind=3, call=4)
    assert seen == [((1, 2), {"kind": 3, "call": 4})]


@pytest.mark.parametrize("error", [ValueError("ours"), WorkerEnded(Outcome.MEMORY, OVER_MEMORY)])
def test_what_the_grader_or_the_sandbox_raises_never_counts_for_the_candidates(error: Exception) -> None:
    def call() -> None:
        raise error

    with pytest.raises(type(error)) as caught:
        expect_raises(ValueError, call)
    assert caught.value is error

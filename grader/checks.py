"""What hidden checks compare with: the only module that a problem's `checks.py` takes from us.

Every function here looks at the type before the values. NumPy's own `assert_allclose` takes a
scalar for a vector, NaN for NaN, a list or complex numbers for a float array, and objects that
bring their own comparison; each of those is how a wrong answer passes.
"""

from __future__ import annotations

import math
import reprlib
from collections.abc import Callable
from typing import Any, Literal, NoReturn

import numpy as np
from numpy.typing import DTypeLike, NDArray

from grader import numbers
from grader.record import SubmissionRaised
from grader.text import NOTHING, Language, Text, in_both, join, spaced

__all__ = [
    "CheckFailure",
    "Excused",
    "SubmissionRaised",
    "Text",
    "assert_close",
    "assert_equal",
    "assert_number",
    "describe",
    "excuse",
    "expect_raises",
    "require",
    "spaced",
]


_MOST_QUOTED = 120


class CheckFailure(AssertionError):
    """The answer is wrong; `text` says how, in words that a candidate may read."""

    def __init__(self, text: Text) -> None:
        super().__init__(text.en)
        self.text = text


def fail(en: str, zh: str) -> NoReturn:
    """Fail the running check with a message in both languages."""
    raise CheckFailure(Text(en, zh))


class Excused(Exception):
    """What a check is about can't be seen for a mistake that is another check's matter."""


def excuse() -> NoReturn:
    """Pass the running check, for what it is about can't be judged beside another mistake.

    A plain `return` will not do: where the other mistake is only what an earlier check left in the
    worker, this check is to be run again in a fresh one.
    """
    raise Excused


def fail_with(text: Text, more: Text | None = None) -> NoReturn:
    """Fail the running check with a message, and what else there is to say."""
    raise CheckFailure(join([text, more]) if more else text)


def require(condition: bool, en: str, zh: str) -> None:
    """Fail the check with this message unless `condition` holds."""
    if not condition:
        fail(en, zh)


def describe(value: object, language: Language = "en") -> str:
    """A short name for what a value is, never its contents: `float32 array of shape (2, 3)`.

    In a Chinese sentence `spaced` joins it to the words beside it: it may begin with either script.
    """
    return _description(value).in_language(language)


def indefinite(value: object) -> str:
    """The same in an English sentence, with its article: `an int`, `a list of length 2`, `None`."""
    return _a(value).en


def _description(value: object) -> Text:
    if type(value) is np.ndarray:
        return Text(
            f"{value.dtype} array of shape {value.shape}", f"形状 {value.shape} 的 {value.dtype} 数组"
        )
    if isinstance(value, np.generic):
        return Text(f"NumPy {value.dtype} scalar", f"NumPy {value.dtype} 标量")
    if value is None:
        return in_both("None")
    name = type(value).__name__
    if type(value) in (list, tuple, dict):
        length = len(value)  # type: ignore[arg-type]
        return Text(f"{name} of length {length}", f"长度为 {length} 的 {name}")
    if getattr(type(value), "__remote_name__", None) and str(value) == "numpy.ndarray":
        return Text("NumPy array that holds no numbers", "元素不是数值的 NumPy 数组")
    # A value that stayed in the worker names the class it has there.
    return in_both(str(value) if getattr(type(value), "__remote_name__", None) else name)


def _a(value: object) -> Text:
    """What a value is, as the object of a sentence."""
    text = _description(value)
    if value is None:
        return text
    # By the sound: an int, an object array, an EagerTensor; a uint8 array.
    article = "an" if text.en[0] in "aeioAEIO" else "a"
    return Text(f"{article} {text.en}", text.zh)


def _named(what: str | Text, where: str | Text = "") -> Text:
    """The name of a value, or of the part of it that is at `where`: `dx[0, 2]`, `the loss at [2]`."""
    name, place = in_both(what), in_both(where)
    if place.en and " " in name.en:
        return Text(f"{name.en} at {place.en}", f"{name.zh}{place.zh}")
    return join([name, place], separator="")


def _is_not(name: Text, got: Text, want: Text, more: Text = NOTHING) -> Text:
    """The sentence that a value is one thing and should be another; `more` comes before its stop."""
    return Text(
        f"{name.en} is {got.en}; it should be {want.en}{more.en}.",
        f"{spaced(name.zh, '是', got.zh)}，{spaced('应为', want.zh)}{more.zh}。",
    )


def assert_close(
    got: object,
    want: NDArray[Any],
    *,
    what: str | Text,
    atol: float,
    rtol: float = 0.0,
    dtype: DTypeLike | Literal["floating"] | None = None,
) -> None:
    """Require a base `ndarray` of `want`'s shape, of `dtype`, finite and within tolerance.

    Args:
        got: what the submission gave.
        want: the right values, any shape, real; they may be of higher precision than `dtype`.
        what: the name the candidate knows it by: a str where it is code, as `y` or `dx[0]`, and reads
            the same in both languages; a Text where it holds words.
        atol, rtol: `|got - want| <= atol + rtol * |want|` element by element.
        dtype: the dtype that `got` must have; `"floating"` takes any; None means `want`'s.

    Raises:
        CheckFailure: naming type, shape, dtype, the first value that is not finite, or the worst
            index with both numbers there.
    """
    name = in_both(what)
    if type(got) is not np.ndarray:
        array = Text(f"a NumPy array of shape {want.shape}", f"形状 {want.shape} 的 NumPy 数组")
        fail_with(_is_not(name, _a(got), array))
    if got.shape != want.shape:
        said = None
        if got.dtype.kind in "biuf":
            said = numbers.other_shape(got.astype(np.float64), want.astype(np.float64), atol, rtol)
        fail_with(
            Text(
                f"{name.en} has shape {got.shape}; it should be {want.shape}.",
                f"{spaced(name.zh, '的形状是')} {got.shape}，应为 {want.shape}。",
            ),
            said,
        )
    _require_dtype(got, want.dtype if dtype is None else dtype, name)
    exact = want.astype(np.float64)
    values = got.astype(np.float64)
    wrong = np.isfinite(exact) & ~np.isfinite(values)
    if wrong.any():
        index = _first(wrong)
        count = Text(
            f" ({_so_many(wrong)} not finite)",
            f"（{wrong.size} 个值中有 {int(wrong.sum())} 个不是有限数）",
        )
        both = in_both(str(values[index])), in_both(_short(exact[index]))
        fail_with(_is_not(_named(name, _at(index)), *both, count))
    with np.errstate(invalid="ignore", over="ignore"):
        error = np.abs(values - exact)
        # What is not finite is right where it is the same infinity, and nowhere else.
        error = np.where(np.isfinite(error), error, np.where(values == exact, 0.0, np.inf))
        wrong = (error > atol + rtol * np.where(np.isfinite(exact), np.abs(exact), 0.0)) & (values != exact)
    if wrong.any():
        worst = np.where(wrong, error, -1.0)
        index = _first(worst == worst.max())
        mine, right = _pair(float(values[index]), float(exact[index]))
        count = Text(
            f" ({_so_many(wrong)} off)",
            f"（{wrong.size} 个值中有 {int(wrong.sum())} 个不对）",
        )
        fail_with(
            _is_not(_named(name, _at(index)), in_both(mine), in_both(right), count),
            numbers.wrong_values(values, exact, atol, rtol, _digits(got)),
        )


def assert_number(got: object, want: float, *, what: str | Text, atol: float, rtol: float = 0.0) -> None:
    """Require a plain Python `float` (no NumPy scalar, int or bool), finite, near `want`.

    `what` is as in `assert_close`.
    """
    name = in_both(what)
    if type(got) is not float:
        fail_with(_is_not(name, _a(got), Text("a plain Python float", "普通的 Python float")))
    if not (math.isfinite(got) and abs(got - want) <= atol + rtol * abs(want)):
        said = numbers.wrong_number(got, want, atol, rtol)
        fail_with(_is_not(name, *map(in_both, _pair(got, want))), said)


def assert_equal(got: object, want: object, *, what: str | Text) -> None:
    """Require a value of exactly `want`'s plain type (int, str, bool, None, a list …), equal to it.

    `what` is as in `assert_close`.
    """
    if type(got) is not type(want):
        fail_with(_is_not(in_both(what), _a(got), _a(want)))
    if not _same(got, want):
        where, mine, right = _first_difference(got, want)
        fail_with(_is_not(_named(what, where), *_quoted_apart(mine, right)))


def _same(got: object, want: object) -> bool:
    """Equal, and of the same exact types all the way down."""
    if type(got) is not type(want):
        return False
    if isinstance(got, list | tuple) and isinstance(want, list | tuple):
        return len(got) == len(want) and all(map(_same, got, want))
    if isinstance(got, dict) and isinstance(want, dict):
        typed = {(type(key), key): value for key, value in got.items()}
        return len(got) == len(want) and all(
            (type(key), key) in typed and _same(typed[type(key), key], value) for key, value in want.items()
        )
    return type(got) in (type(None), bool, int, float, complex, str, bytes) and got == want


def _first_difference(got: object, want: object) -> tuple[Text, object, object]:
    """Where two unequal values part, and both values there; short values are told whole."""
    if len(repr(got)) + len(repr(want)) <= _MOST_QUOTED:
        return NOTHING, got, want
    if isinstance(got, list | tuple) and isinstance(want, list | tuple) and len(got) == len(want):
        for i, pair in enumerate(zip(got, want, strict=True)):
            if not _same(*pair):
                return _inside(in_both(str(i)), *pair)
    if isinstance(got, dict) and isinstance(want, dict):
        for key, right in want.items():
            if key in got and not _same(got[key], right):
                return _inside(_quoted(key), got[key], right)
    return NOTHING, got, want


def _inside(key: Text, got: object, want: object) -> tuple[Text, object, object]:
    """Where two unequal values part that are at `key` of their containers."""
    where, mine, right = _first_difference(got, want)
    return Text(f"[{key.en}]{where.en}", f"[{key.zh}]{where.zh}"), mine, right


def _quoted_apart(got: object, want: object) -> tuple[Text, Text]:
    """Both values as Python writes them, or as much of them as tells them apart."""
    mine, right = _quoted(got), _quoted(want)
    if mine == right:
        whole = repr(got), repr(want)
        parts = (i for i, (a, b) in enumerate(zip(*whole, strict=False)) if a != b)
        at = next(parts, min(map(len, whole)))
        mine, right = (in_both(f"…{text[max(0, at - 20) : at + 40]}…") for text in whole)
    return mine, right


def _quoted(value: object) -> Text:
    """A value as Python writes it, where that is short; else what it is."""
    text = reprlib.repr(value) if isinstance(value, str | bytes) else repr(value)
    return in_both(text) if len(text) <= _MOST_QUOTED else _a(value)


def expect_raises(kind: type[Exception], call: Callable[..., object], /, *args: Any, **kwargs: Any) -> None:
    """Require that the candidate's code raises `kind` or a subclass of it in this call."""
    name = kind.__name__
    try:
        result = call(*args, **kwargs)
    except SubmissionRaised as raised:
        if name in raised.kinds:
            return
        said = (
            Text(f" It said: {raised.message}", f"其信息：{raised.message}") if raised.message else NOTHING
        )
        fail(
            f"{raised.kinds[0]} was raised; it should be {name}.{said.en}",
            f"抛出了 {raised.kinds[0]}，应为 {name}。{said.zh}",
        )
    fail(
        f"No error was raised (returned: {describe(result)}); {name} should have been.",
        f"没有抛出异常（{spaced('返回了', describe(result, 'zh'))}），应抛出 {name}。",
    )


def _require_dtype(got: NDArray[Any], dtype: DTypeLike | Literal["floating"], name: Text) -> None:
    if isinstance(dtype, str) and dtype == "floating":
        right = np.issubdtype(got.dtype, np.floating)
        wanted = Text("a floating dtype", "浮点类型")
    else:
        right = got.dtype == np.dtype(dtype)
        wanted = in_both(str(np.dtype(dtype)))
    require(
        right,
        f"{name.en} has dtype {got.dtype}; it should be {wanted.en}.",
        f"{spaced(name.zh, '的')} dtype 是 {got.dtype}，{spaced('应为', wanted.zh)}。",
    )


def _digits(array: NDArray[Any]) -> int:
    """Bits of the fraction of a floating dtype."""
    return int(np.finfo(array.dtype).nmant) if array.dtype.kind == "f" else 52


def _so_many(mask: NDArray[np.bool_]) -> str:
    """How many values of all are something: `1 of 4 values is`, `2 of 4 values are`."""
    number = int(mask.sum())
    return f"{number} of {mask.size} values {'is' if number == 1 else 'are'}"


def _first(mask: NDArray[np.bool_]) -> tuple[int, ...]:
    return tuple(int(i) for i in np.argwhere(mask)[0])


def _at(index: tuple[int, ...]) -> str:
    return f"[{', '.join(map(str, index))}]" if index else ""


def _short(value: float) -> str:
    return f"{float(value):.6g}"


def _pair(got: float, want: float) -> tuple[str, str]:
    """Both numbers with just enough digits to tell them apart."""
    for digits in (6, 9, 12, 17):
        a, b = f"{got:.{digits}g}", f"{want:.{digits}g}"
        if a != b:
            break
    return a, b

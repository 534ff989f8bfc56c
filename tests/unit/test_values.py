"""Values that cross the wire come out with the very type, order and bits that they had."""

from __future__ import annotations

import math
from collections import Counter, OrderedDict, namedtuple
from decimal import Decimal
from enum import IntEnum
from fractions import Fraction
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from grader.worker.frames import MAX_NODES, FrameReader, WireError, pack
from grader.worker.values import MAX_DEPTH, MAX_INT_BITS, Handle, from_wire, to_wire

DTYPES = st.one_of(
    hnp.boolean_dtypes(),
    hnp.integer_dtypes(endianness="?"),
    hnp.unsigned_integer_dtypes(endianness="?"),
    hnp.floating_dtypes(endianness="?"),
    hnp.complex_number_dtypes(endianness="?"),
)
ARRAYS = hnp.arrays(DTYPES, hnp.array_shapes(min_dims=0, max_dims=4, min_side=0, max_side=4))
PLAIN = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(2**200), 2**200),
    st.floats(),
    st.complex_numbers(),
    st.text(st.characters(codec="utf-8")),
    st.binary(),
)
VALUES = st.recursive(
    PLAIN | ARRAYS,
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.lists(inner, max_size=4).map(tuple)
        | st.dictionaries(st.integers() | st.text("ab"), inner, max_size=4)
    ),
    max_leaves=12,
)


def stays_behind(value: object) -> Handle:
    return Handle(7, type(value).__qualname__, callable(value))


def cross(value: Any) -> Any:
    """`value` as the other side gets it; an object that stays behind comes out as its handle."""
    (message,) = FrameReader().feed(pack({"v": to_wire(value, stays_behind)}))
    return from_wire(message["v"], lambda handle: handle)


def identical(a: Any, b: Any) -> bool:
    """The same types all the way down, the same order of keys and the same bits."""
    if type(a) is not type(b):
        return False
    if isinstance(a, list | tuple):
        return len(a) == len(b) and all(map(identical, a, b))
    if isinstance(a, dict):
        return identical(list(a.items()), list(b.items()))
    if isinstance(a, np.ndarray | np.generic):
        return a.dtype == b.dtype and a.shape == b.shape and a.tobytes() == b.tobytes()
    if isinstance(a, float):
        return (math.isnan(a) and math.isnan(b)) or (a == b and math.copysign(1, a) == math.copysign(1, b))
    if isinstance(a, complex):
        return identical(a.real, b.real) and identical(a.imag, b.imag)
    return bool(a == b)


@given(VALUES)
def test_a_value_crosses_as_itself(value: Any) -> None:
    assert identical(cross(value), value)


@pytest.mark.parametrize(
    "value",
    [1, True, 1.0, 1 + 0j, "1", b"1", None, (1,), [1], {1: 1}, np.float64(1), np.float32(1), np.int64(1),
     np.bool_(True), np.complex64(1), np.float16(1), np.longdouble(1), np.array(1.0), np.array([1.0]),
     -0.0, math.inf, 2**63 - 1, -(2**63), (), [], {}, "", b""],
    ids=lambda value: f"{type(value).__name__}-{value!r}",
)  # fmt: skip
def test_look_alikes_keep_their_own_type(value: object) -> None:
    assert identical(cross(value), value)


def test_types_are_kept_inside_containers() -> None:
    value = [(1, True, 1.0), {"a": (np.float64(1.0), 1.0), 2: [[], ()]}, None]
    assert identical(cross(value), value)


@pytest.mark.parametrize(
    "value",
    [2**63, -(2**63) - 1, 2**64, 2**MAX_INT_BITS - 1, -(2**MAX_INT_BITS) + 1],
    ids=["2**63", "below-64-bits", "2**64", "largest", "smallest"],
)
def test_ints_of_more_than_64_bits_cross(value: int) -> None:
    assert identical(cross(value), value)


@pytest.mark.parametrize(
    "array",
    [
        np.array(2.5),
        np.zeros(0),
        np.zeros((0, 3), np.float32),
        np.zeros((3, 0, 2), np.int8),
        np.arange(6, dtype=">f8").reshape(2, 3),
        np.array([1, 2], ">i2"),
        np.array([1.5, np.nan, np.inf], np.float16),
        np.array([1, 3], np.longdouble) / 7,
        np.array([1 + 2j], np.clongdouble),
        np.arange(12.0)[::-3],
        np.broadcast_to(np.float32(3), (2, 3)),
        np.arange(24).reshape(2, 3, 4).transpose(1, 0, 2),
        np.array([True, False]),
    ],
    ids=["0-d", "empty", "0-rows", "0-inside", "big-endian", "big-endian-int", "float16", "longdouble",
         "clongdouble", "backwards", "broadcast", "permuted", "bool"],
)  # fmt: skip
def test_arrays_of_every_form_cross(array: np.ndarray) -> None:
    assert identical(cross(array), array)


def test_f_order_is_kept() -> None:
    array = np.asfortranarray(np.arange(12.0).reshape(3, 4))
    got = cross(array)
    assert got.flags.f_contiguous
    assert not got.flags.c_contiguous
    assert identical(got, array)


def test_an_array_that_arrives_may_be_written_to() -> None:
    got = cross(np.zeros((2, 3)))
    got[0, 0] = 1.0
    assert got.sum() == 1.0


class FloatSubclass(float):
    def __eq__(self, other: object) -> bool:
        return True

    __hash__ = float.__hash__


class Number(IntEnum):
    ONE = 1


class PosingAsNumPys(np.float64):
    __module__ = "numpy"


@pytest.mark.parametrize(
    "value",
    [np.ma.masked_array([1.0]), np.zeros(2).view(np.memmap), np.zeros(2).view(np.recarray),
     np.array([None]), np.array(["a"]), np.array(["2020-01-01"], "M8[D]"), np.zeros(2, [("a", "f8")]),
     np.str_("a"), np.datetime64("2020-01-01"), np.void(b"ab"), FloatSubclass(1.0), Number.ONE,
     PosingAsNumPys(1.0), OrderedDict(a=1), Counter("a"), namedtuple("Pair", "a b")(1, 2),
     type("L", (list,), {})(), type("S", (str,), {})("a"), type("C", (complex,), {})(1),
     bytearray(b"a"), {1}, range(3), len, object(), Decimal(1), Fraction(1, 2), np.float64, np.add],
    ids=lambda value: type(value).__name__,
)  # fmt: skip
def test_every_other_type_stays_behind_and_is_named(value: object) -> None:
    got = cross(value)
    assert type(got) is Handle
    assert (got.number, got.type_name, got.callable) == (7, type(value).__qualname__, callable(value))


def test_a_lone_surrogate_does_not_cross() -> None:
    assert cross("a\ud800b") == "a?b"


def test_an_int_that_is_too_large_is_refused_before_it_is_written_out() -> None:
    with pytest.raises(WireError, match="4097 bits"):
        to_wire(2**MAX_INT_BITS, stays_behind)


@pytest.mark.parametrize("value", [bytes(2**25 + 1), "a" * (2**23 + 1), np.zeros(2**25 + 1, np.int8)],
                         ids=["bytes", "str", "array"])  # fmt: skip
def test_what_is_too_large_is_refused(value: object) -> None:
    with pytest.raises(WireError, match=str(len(value))):  # type: ignore[arg-type]
        to_wire(value, stays_behind)


def test_an_array_that_only_looks_small_in_memory_is_refused() -> None:
    with pytest.raises(WireError, match="shape"):
        to_wire(np.broadcast_to(1.0, (10**6, 10**6)), stays_behind)


def nested(depth: int) -> Any:
    value: Any = 1
    for _ in range(depth):
        value = [value]
    return value


def test_depth_is_limited() -> None:
    assert identical(cross(nested(MAX_DEPTH)), nested(MAX_DEPTH))
    with pytest.raises(WireError, match="deep"):
        to_wire(nested(MAX_DEPTH + 1), stays_behind)


def test_a_list_that_holds_itself_is_refused() -> None:
    value: list[Any] = []
    value.append(value)
    with pytest.raises(WireError, match="deep"):
        to_wire(value, stays_behind)


def test_parts_are_counted_however_they_are_shared() -> None:
    value: Any = [None] * 1000
    value = [value] * (MAX_NODES // 1000)
    with pytest.raises(WireError, match="parts"):
        to_wire(value, stays_behind)


@pytest.mark.parametrize(
    "value",
    [{(1, 2): "a"}, {np.int64(1): "a"}, {1 + 2j: "a"}, {2**70: "a"}, {len: "a"}, np.zeros((1,) * 40)],
    ids=["tuple-key", "numpy-key", "complex-key", "large-key", "object-key", "40-axes"],
)
def test_what_the_receiver_would_refuse_the_sender_refuses(value: Any) -> None:
    """Else an honest answer would look like a forged one."""
    try:
        tree = to_wire(value, stays_behind)
    except WireError:
        return
    assert from_wire(tree, lambda handle: handle) is not None

"""Trees that no honest sender makes: each is a WireError, whatever it claims."""

from __future__ import annotations

import tracemalloc
from typing import Any

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from grader.worker.frames import MAX_NODES, FrameReader, WireError, pack
from grader.worker.values import MAX_DEPTH, Handle, from_wire


def receive(tree: Any) -> Any:
    return from_wire(tree, lambda handle: handle)


def refuse(tree: Any) -> None:
    with pytest.raises(WireError):
        receive(tree)


@pytest.mark.parametrize(
    "tree",
    [[], [1], [None], [b"l", []], [["l"]], {}, {"l": []}, ["x"], ["", []], ["L", []], ["l" * 10**6, []],
     (), ("l", []), object()],
    ids=range(14),
)  # fmt: skip
def test_a_value_without_a_known_tag(tree: Any) -> None:
    refuse(tree)


@pytest.mark.parametrize(
    "tree",
    [["l"], ["l", 1], ["l", "ab"], ["l", {}], ["l", [], []], ["t"], ["t", None], ["d"], ["d", {}],
     ["d", [1]], ["d", [[1]]], ["d", [[1, 2, 3]]], ["d", ["ab"]], ["d", [[["l", []], 1]]],
     ["d", [[["t", []], 1]]], ["d", [[["a", "<f8", [], "C", bytes(8)], 1]]], ["c", 1.0], ["c", 1, 2],
     ["c", "1", 0.0], ["c", 1.0, 2.0, 3.0], ["i"], ["i", 5], ["i", ""], ["i", "zz"], ["i", "0x"],
     ["i", "0x" + "f" * 10**6], ["i", b"0x1"]],
    ids=str,
)  # fmt: skip
def test_fields_of_the_wrong_form(tree: Any) -> None:
    refuse(tree)


@pytest.mark.parametrize(
    "fields",
    [[], [1], [1, "a"], [1, "a", 1], [1, b"a", True], ["1", "a", True], [True, "a", True],
     [1.0, "a", True], [1, "a", None], [1, "a", True, 0], [[1], "a", True]],
    ids=str,
)  # fmt: skip
def test_a_handle_with_wrong_types(fields: list[Any]) -> None:
    refuse(["h", *fields])


def test_a_handle_is_resolved_with_all_that_it_says() -> None:
    seen: list[Handle] = []
    assert from_wire(["l", [["h", 3, "Net", True]]], lambda handle: seen.append(handle) or 42) == [42]
    assert [(h.number, h.type_name, h.callable) for h in seen] == [(3, "Net", True)]


def array(dtype: Any = "<f8", shape: Any = (2,), order: Any = "C", data: Any = bytes(16)) -> list[Any]:
    return ["a", dtype, list(shape) if type(shape) is tuple else shape, order, data]


def test_the_array_that_the_hostile_ones_are_made_from_is_fine() -> None:
    assert receive(array()).tolist() == [0.0, 0.0]


@pytest.mark.parametrize(
    "dtype",
    ["O", "|O8", "<U4", "V8", "|V16", "M8[D]", "<m8", "S8", "float64", "f", "f8,f8", "(2,)f8", "<f8\n",
     "=f8", "f12", "i3", "b2", "<f0", "c8 ", "", 8, None, b"<f8", ["<f8"], "<f" + "8" * 9],
    ids=repr,
)  # fmt: skip
def test_an_array_of_another_dtype(dtype: Any) -> None:
    refuse(array(dtype))


@pytest.mark.parametrize(
    "shape",
    [None, 2, "2", b"\x02", {}, (-2,), (-1,), (2.0,), (True, 2), (None,), ("2",), ((2,),), (3,), (1,), (),
     (0,), (2, 2), (1,) * 200, (2**63,), (2**32, 2**32), (2**62, 4), (-2, -1), (-1, -2)],
    ids=str,
)  # fmt: skip
def test_an_array_whose_shape_is_wrong_or_does_not_fit(shape: Any) -> None:
    refuse(array(shape=shape))


@pytest.mark.parametrize("shape", [(0, 2**62, 2**62), (2**63, 0), (0, 2**64 - 1)], ids=str)
def test_an_empty_array_of_an_impossible_shape(shape: Any) -> None:
    refuse(array(shape=shape, data=b""))


@pytest.mark.parametrize("order", ["K", "A", "", "c", None, 0, ["C"], b"C", "CF"], ids=repr)
def test_an_array_in_another_order(order: Any) -> None:
    refuse(array(order=order))


@pytest.mark.parametrize("data", [None, "a" * 16, [0] * 16, 16, b"", bytes(15), bytes(17)], ids=repr)
def test_an_array_of_other_data(data: Any) -> None:
    refuse(array(data=data))


def test_an_array_that_claims_24_gigabytes_is_refused_without_allocating_them() -> None:
    data = pack({"ok": array(shape=(3_000_000_000,), data=bytes(111))})
    assert len(data) == 136
    (message,) = FrameReader().feed(data)
    tracemalloc.start()
    try:
        refuse(message["ok"])
        assert tracemalloc.get_traced_memory()[1] < 2**20
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize(
    "tree",
    [["s", "<f8", bytes(7)], ["s", "<f8", bytes(16)], ["s", "<f8", ""], ["s", "O", bytes(8)], ["s", "<f8"],
     ["s", "<f8", [], bytes(8)], ["s", 8, bytes(8)]],
    ids=str,
)  # fmt: skip
def test_a_scalar_of_the_wrong_form(tree: Any) -> None:
    refuse(tree)


def test_a_scalar_is_a_scalar_and_no_array() -> None:
    assert type(receive(["s", "<f4", bytes(4)])) is np.float32


@pytest.mark.parametrize("tag", ["l", "t"])
def test_depth_is_limited(tag: str) -> None:
    tree: Any = 1
    for _ in range(MAX_DEPTH):
        tree = [tag, [tree]]
    receive(tree)
    refuse([tag, [tree]])


def test_depth_is_limited_in_dicts() -> None:
    tree: Any = 1
    for _ in range(MAX_DEPTH + 1):
        tree = ["d", [["k", tree]]]
    refuse(tree)


def test_parts_are_counted_over_the_whole_value() -> None:
    part = ["l", [None] * 1000]
    with pytest.raises(WireError, match="parts"):
        receive(["l", [part] * (MAX_NODES // 1000)])


TAGS = st.sampled_from("ltdascih") | st.text(max_size=2)
LEAVES = st.one_of(
    st.none(), st.booleans(), st.integers(-(2**63), 2**64 - 1), st.floats(), st.binary(max_size=16), TAGS,
    st.sampled_from(["<f8", "|b1", ">c16", "f2", "C", "F", "0x10"]),
)  # fmt: skip
TREES = st.recursive(
    LEAVES,
    lambda inner: (
        st.lists(inner, max_size=5)
        | st.builds(lambda tag, fields: [tag, *fields], TAGS, st.lists(inner, max_size=4))
        | st.dictionaries(st.text(max_size=2), inner, max_size=2)
        | st.builds(
            array,
            st.sampled_from(["<f8", "|b1", "i1"]),
            st.lists(st.integers(0, 2**64 - 1) | st.integers(0, 3), max_size=4),
            st.sampled_from("CF"),
            st.binary(max_size=16),
        )
    ),
    max_leaves=15,
)


@given(TREES)
@example(["l", [["h", 1, "x", False]]])
def test_any_tree_gives_an_inert_value_or_a_wire_error(tree: Any) -> None:
    try:
        value = receive(tree)
    except WireError:
        return
    assert is_inert(value)


def is_inert(value: Any) -> bool:
    if type(value) in (list, tuple):
        return all(map(is_inert, value))
    if type(value) is dict:
        return all(is_inert(part) for item in value.items() for part in item)
    if isinstance(value, np.ndarray | np.generic):
        return value.dtype.kind in "biufc" and type(value).__module__ == "numpy"
    return type(value) in (type(None), bool, int, float, complex, str, bytes, Handle)

"""Python values as they stand in a frame, by their exact types.

None, bool, 64-bit int, float, str and bytes stand as they are, everything else as a list that
begins with a tag:

    ["l", items] list        ["t", items] tuple        ["d", pairs] dict
    ["a", dtype, shape, order, bytes] array            ["s", dtype, bytes] NumPy scalar
    ["c", real, imag] complex                          ["i", hex] larger int
    ["h", handle, class name, callable] an object that stays in the worker

There are no object arrays: whatever arrives is inert.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, Literal

import numpy as np

from .frames import MAX_FRAME, MAX_NODES, WireError

MAX_DEPTH = 24
MAX_INT_BITS = 4096
_DTYPE = re.compile(r"[<>|]?[biufc][0-9]{1,2}\Z")
_PLAIN = (type(None), bool, float, bytes)
_KEYS = (*_PLAIN, int, str)
_MAX_AXES = 64
# By identity: a class can call itself NumPy's.
_SCALARS = frozenset(np.dtype(code).type for code in np.typecodes["All"] if code in "?bhilqpBHILQPefdgFDG")


class Handle:
    """Stands for an object in the worker: its number, its class's name, whether it can be called."""

    __slots__ = ("callable", "number", "type_name")

    def __init__(self, number: int, type_name: str, callable_: bool) -> None:
        self.number = number
        self.type_name = type_name
        self.callable = callable_


class _Budget:
    """Counts what a value holds, so that neither side walks for ever."""

    def __init__(self) -> None:
        self.nodes = 0

    def take(self, depth: int) -> None:
        self.nodes += 1
        if depth > MAX_DEPTH:
            raise WireError(f"a value nested more than {MAX_DEPTH} deep")
        if self.nodes > MAX_NODES:
            raise WireError(f"a value of more than {MAX_NODES} parts")


def to_wire(value: Any, keep: Callable[[Any], Handle]) -> Any:
    """`value` as a tree that msgpack takes; `keep` gives the handle of what stays behind.

    Only exact types cross as themselves: a subclass of float or ndarray can bring its own
    comparison, so it stays behind like any other object.

    Raises:
        WireError: too large or too deep.
    """
    return _to_wire(value, keep, _Budget(), 0)


def _to_wire(value: Any, keep: Callable[[Any], Handle], budget: _Budget, depth: int) -> Any:
    budget.take(depth)
    kind = type(value)
    if kind in _PLAIN:
        if kind is bytes and len(value) > MAX_FRAME // 2:
            raise WireError(f"bytes of length {len(value)}")
        return value
    if kind is str:
        if len(value) > MAX_FRAME // 8:
            raise WireError(f"a string of length {len(value)}")
        return value.encode("utf-8", "replace").decode("utf-8")
    if kind is int:
        return _int_to_wire(value)
    if kind is complex:
        return ["c", value.real, value.imag]
    if kind is list or kind is tuple:
        items = [_to_wire(item, keep, budget, depth + 1) for item in value]
        return ["l" if kind is list else "t", items]
    if kind is dict:
        if any(type(key) not in _KEYS for key in value):
            raise WireError("a dict whose keys are not all plain values")
        pairs = [
            [_to_wire(k, keep, budget, depth + 1), _to_wire(v, keep, budget, depth + 1)]
            for k, v in value.items()
        ]
        return ["d", pairs]
    if kind is np.ndarray and value.dtype.kind in "biufc":
        return _array_to_wire(value)
    if kind in _SCALARS:
        return ["s", value.dtype.str, value.tobytes()]
    handle = keep(value)
    return ["h", handle.number, handle.type_name, handle.callable]


def _int_to_wire(value: int) -> Any:
    if -(2**63) <= value < 2**63:
        return value
    if value.bit_length() > MAX_INT_BITS:
        raise WireError(f"an int of {value.bit_length()} bits")
    return ["i", hex(value)]


def _array_to_wire(value: np.ndarray) -> list[Any]:
    if value.nbytes > MAX_FRAME // 2:
        raise WireError(f"an array of shape {value.shape} with {value.nbytes} bytes")
    fortran = value.ndim > 1 and value.flags.f_contiguous and not value.flags.c_contiguous
    order: Literal["C", "F"] = "F" if fortran else "C"
    data = value.tobytes(order=order)
    return ["a", value.dtype.str, list(value.shape), order, data]


def from_wire(tree: Any, resolve: Callable[[Handle], Any]) -> Any:
    """The value of a tree from the other side; `resolve` says what a handle stands for here.

    Raises:
        WireError: an unknown tag, a shape that does not fit its bytes, too large, too deep.
    """
    return _from_wire(tree, resolve, _Budget(), 0)


def _from_wire(tree: Any, resolve: Callable[[Handle], Any], budget: _Budget, depth: int) -> Any:
    budget.take(depth)
    if type(tree) in _PLAIN or type(tree) in (int, str):
        return tree
    if type(tree) is not list or not tree or type(tree[0]) is not str:
        raise WireError("a value without a tag")
    tag, *fields = tree
    if tag in ("l", "t") and len(fields) == 1 and type(fields[0]) is list:
        items = [_from_wire(item, resolve, budget, depth + 1) for item in fields[0]]
        return items if tag == "l" else tuple(items)
    if tag == "d" and len(fields) == 1 and type(fields[0]) is list:
        return _dict_from_wire(fields[0], resolve, budget, depth)
    if tag == "a" and len(fields) == 4:
        return _array_from_wire(*fields)
    if tag == "s" and len(fields) == 2:
        return _array_from_wire(fields[0], [], "C", fields[1])[()]
    if tag == "c" and len(fields) == 2 and all(type(part) is float for part in fields):
        return complex(*fields)
    if tag == "i" and len(fields) == 1 and type(fields[0]) is str and len(fields[0]) < MAX_INT_BITS:
        return _int_from_wire(fields[0])
    if tag == "h" and [type(field) for field in fields] == [int, str, bool]:
        return resolve(Handle(*fields))
    raise WireError(f"an unknown value {tag[:20]!r}")


def _int_from_wire(text: str) -> int:
    try:
        return int(text, 16)
    except ValueError:
        raise WireError("an int that is none") from None


def _dict_from_wire(
    pairs: list[Any], resolve: Callable[[Handle], Any], budget: _Budget, depth: int
) -> dict[Any, Any]:
    result = {}
    for pair in pairs:
        if type(pair) is not list or len(pair) != 2:
            raise WireError("a dict entry that is no pair")
        key = _from_wire(pair[0], resolve, budget, depth + 1)
        if type(key) not in _KEYS:
            raise WireError("a dict key that is no plain value")
        result[key] = _from_wire(pair[1], resolve, budget, depth + 1)
    return result


def _array_from_wire(dtype: Any, shape: Any, order: Any, data: Any) -> np.ndarray:
    if type(dtype) is not str or not _DTYPE.match(dtype) or order not in ("C", "F"):
        raise WireError("an array of an unknown kind")
    if (
        type(shape) is not list
        or len(shape) > _MAX_AXES
        or not all(type(n) is int and n >= 0 for n in shape)
    ):
        raise WireError("an array of an impossible shape")
    try:
        kind = np.dtype(dtype)
    except TypeError:
        raise WireError("an array of an unknown dtype") from None
    size = kind.itemsize
    for n in shape:
        size *= n
    if type(data) is not bytes or size != len(data):
        raise WireError("an array whose shape does not fit its bytes")
    try:
        return np.frombuffer(data, dtype=kind).reshape(shape, order=order).copy(order="K")
    except (ValueError, OverflowError):
        raise WireError("an array of an impossible shape") from None

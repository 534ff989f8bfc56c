"""Frames: what is packed comes out again however it is cut up, and what is malformed is refused."""

from __future__ import annotations

import struct
import subprocess
import sys
import tracemalloc
from itertools import pairwise
from typing import Any

import msgpack
import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.worker.frames import MAX_FRAME, MAX_NODES, FrameReader, WireError, pack

TREES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**63), 2**64 - 1)
    | st.floats(allow_nan=False)
    | st.text(st.characters(codec="utf-8"))
    | st.binary(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text("abc"), inner, max_size=4),
    max_leaves=20,
)
MESSAGES = st.dictionaries(st.text(st.characters(codec="utf-8"), max_size=5), TREES, max_size=5)


def frame(payload: bytes) -> bytes:
    return struct.pack(">I", len(payload)) + payload


def array_header(items: int) -> bytes:
    return b"\xdd" + struct.pack(">I", items)


def refuse(data: bytes, limit: int = MAX_FRAME) -> str:
    """Feed bytes that must be refused; gives what the error says."""
    with pytest.raises(WireError) as caught:
        FrameReader(limit).feed(data)
    return str(caught.value)


@given(MESSAGES)
def test_a_message_comes_out_as_it_went_in(message: dict[str, Any]) -> None:
    assert FrameReader().feed(pack(message)) == [message]


@given(st.lists(MESSAGES, max_size=4), st.lists(st.integers(0, 400), max_size=6))
def test_messages_survive_being_cut_anywhere(messages: list[dict[str, Any]], cuts: list[int]) -> None:
    stream = b"".join(map(pack, messages))
    ends = sorted({0, len(stream), *(min(cut, len(stream)) for cut in cuts)})
    reader = FrameReader()
    got = [message for a, b in pairwise(ends) for message in reader.feed(stream[a:b])]
    assert got == messages


def test_a_message_arrives_with_its_last_byte_and_not_before() -> None:
    reader = FrameReader()
    data = pack({"id": "x", "ok": [1, 2]})
    assert [reader.feed(data[i : i + 1]) for i in range(len(data) - 1)] == [[]] * (len(data) - 1)
    assert reader.feed(data[-1:]) == [{"id": "x", "ok": [1, 2]}]


def test_a_length_over_the_limit_is_refused_by_its_header_alone() -> None:
    assert "17 bytes" in refuse(struct.pack(">I", 17), limit=16)
    assert str(2**32 - 1) in refuse(b"\xff\xff\xff\xff")
    refuse(struct.pack(">I", MAX_FRAME + 1))


def test_a_length_at_the_limit_is_taken() -> None:
    data = pack({"a": "b" * 12})
    assert len(data) == 4 + 16
    assert FrameReader(16).feed(data) == [{"a": "b" * 12}]


def test_the_second_frame_is_checked_as_the_first() -> None:
    refuse(pack({"a": 1}) + struct.pack(">I", 2**31))


@pytest.mark.parametrize(
    "payload",
    [b"", b"\x81", b"\x81\xa1a", b"\xc1", b"\x81\xa1a\xc1", b"\x81\xa1a\x01\x00", b"\x81\xa1a\xc4\x05abc"],
    ids=["nothing", "no-key", "no-value", "reserved", "reserved-value", "bytes-after", "short-bytes"],
)
def test_malformed_msgpack_is_refused(payload: bytes) -> None:
    assert "malformed" in refuse(frame(payload))


@pytest.mark.parametrize("value", [None, 1, "text", b"bytes", 1.5, True, [], [["a", 1]]])
def test_what_is_no_map_is_refused(value: object) -> None:
    assert "no map" in refuse(frame(msgpack.packb(value)))


@pytest.mark.parametrize("key", [1, None, b"id", 1.5, True, [], [1]])
def test_a_key_that_is_no_string_is_refused(key: object) -> None:
    refuse(frame(b"\x82" + msgpack.packb("id") + b"\x01" + msgpack.packb(key) + b"\x01"))


@pytest.mark.parametrize("text", [b"\xff\xfe", b"\xed\xa0\x80", b"\xc0\xaf", b"\xe2\x82"])
@pytest.mark.parametrize("place", ["key", "value"])
def test_invalid_utf8_is_refused(text: bytes, place: str) -> None:
    string = bytes([0xA0 | len(text)]) + text
    good = msgpack.packb("id")
    refuse(frame(b"\x81" + (string + good if place == "key" else good + string)))


@pytest.mark.parametrize("size", [1, 4, 8, 12])
def test_extension_types_are_refused(size: int) -> None:
    refuse(frame(b"\x81\xa1a\xc7" + bytes([size]) + b"\xff" + bytes(size)))


@pytest.mark.parametrize(
    "claim",
    [
        array_header(3_000_000_000),
        array_header(MAX_NODES + 1),
        b"\xdf" + struct.pack(">I", 2**31),
        b"\xc6" + struct.pack(">I", 2**32 - 1),
        b"\xdb" + struct.pack(">I", 2**32 - 1),
    ],
    ids=["24-gigabyte-array", "array-just-too-long", "map", "bytes", "string"],
)
def test_a_small_frame_that_claims_much_is_refused_without_allocating_it(claim: bytes) -> None:
    data = frame((b"\x81\xa1a" + claim).ljust(132, b"\x00"))
    assert len(data) == 136
    tracemalloc.start()
    try:
        refuse(data)
        assert tracemalloc.get_traced_memory()[1] < 2**20
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize("depth", [2_000, 1_000_000])
def test_a_frame_nested_too_deep_is_refused(depth: int) -> None:
    refuse(frame(b"\x81\xa1a" + b"\x91" * depth + b"\xc0"))


def test_a_frame_of_too_many_parts_is_refused() -> None:
    """An empty list is one byte in a frame and 56 in memory: lengths alone do not bound it."""
    half = array_header(MAX_NODES // 2 + 1) + b"\x90" * (MAX_NODES // 2 + 1)
    refuse(frame(b"\x81\xa1a\x92" + half + half))


PEAK = r"""
import resource, struct, sys
from grader.worker.frames import FrameReader, WireError
part, n = bytes.fromhex(sys.argv[1]), 900_000
level = b"\xdd" + struct.pack(">I", n + 1) + part * n
payload = b"\x81\xa1a" + level * 8 + b"\xc0"
data = struct.pack(">I", len(payload)) + payload
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
try:
    FrameReader().feed(data)
except WireError:
    print((resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) // 1024)
"""


@pytest.mark.parametrize("part", [b"\x90", b"\x80", b"\xa2ab"], ids=["lists", "maps", "strings"])
def test_a_frame_of_too_many_parts_is_refused_before_they_are_all_made(part: bytes) -> None:
    """Each list is the last part of the one before, so that none is complete until all are."""
    run = subprocess.run(
        [sys.executable, "-c", PEAK, part.hex()], capture_output=True, text=True, check=True
    )
    assert int(run.stdout) < 250


@given(st.binary(max_size=200))
def test_any_bytes_give_messages_or_a_wire_error(payload: bytes) -> None:
    try:
        messages = FrameReader().feed(frame(payload))
    except WireError:
        return
    assert all(type(key) is str for message in messages for key in message)


def test_a_message_larger_than_a_frame_is_not_packed() -> None:
    with pytest.raises(WireError, match="more than a frame"):
        pack({"a": bytes(MAX_FRAME)})


@pytest.mark.parametrize("value", ["\ud800", 2**64, -(2**63) - 1], ids=["surrogate", "big", "small"])
def test_what_msgpack_does_not_know_is_a_wire_error(value: object) -> None:
    with pytest.raises(WireError, match="cannot be sent"):
        pack({"a": value})


def test_packing_what_is_nested_too_deep_is_a_wire_error() -> None:
    value: list[Any] = []
    for _ in range(5_000):
        value = [value]
    with pytest.raises(WireError):
        pack({"a": value})

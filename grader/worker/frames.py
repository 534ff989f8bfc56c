"""Frames between the grader and a worker: length-prefixed msgpack, strict on both sides.

A frame is a 4-byte big-endian length and one msgpack map with string keys. There is no pickle;
`values` says how a Python value stands in one.
"""

from __future__ import annotations

import struct
from typing import Any

import msgpack

MAX_FRAME = 64 * 2**20
MAX_NODES = 1_000_000
_HEADER = struct.Struct(">I")


# A frame of fewer bytes can't hold too many parts.
_SMALL = 2**16
# How many bytes a part takes by its first one (msgpack's specification, "Formats"): those of fixed
# size, and those that a length of so many bytes begins. Lists and maps are followed by their parts.
_FIXED = {0xC0: 1, 0xC2: 1, 0xC3: 1, 0xCA: 5, 0xCB: 9, 0xCC: 2, 0xCD: 3, 0xCE: 5, 0xCF: 9, 0xD0: 2,
          0xD1: 3, 0xD2: 5, 0xD3: 9, 0xDC: 3, 0xDD: 5, 0xDE: 3, 0xDF: 5}  # fmt: skip
_WITH_LENGTH = {0xC4: 1, 0xC5: 2, 0xC6: 4, 0xD9: 1, 0xDA: 2, 0xDB: 4}
_FIXED |= dict.fromkeys([*range(0xA0), *range(0xE0, 0x100)], 1)
_FIXED |= {0xA0 + length: 1 + length for length in range(32)}


class WireError(Exception):
    """A frame or a value that may not cross: malformed, too large, too deep."""


def pack(message: dict[str, Any]) -> bytes:
    """One whole frame.

    Raises:
        WireError: the message is larger than a frame may be.
    """
    try:
        payload: bytes = msgpack.packb(message, use_bin_type=True)
    except (ValueError, OverflowError, UnicodeEncodeError) as error:
        raise WireError(f"this cannot be sent: {error}") from None
    if len(payload) > MAX_FRAME:
        raise WireError(f"{len(payload)} bytes are more than a frame may hold")
    return _HEADER.pack(len(payload)) + payload


class FrameReader:
    """Puts frames together from bytes as they arrive; `limit` is checked before anything is kept."""

    def __init__(self, limit: int = MAX_FRAME) -> None:
        self._limit = limit
        self._buffer = bytearray()

    def feed(self, data: bytes) -> list[dict[str, Any]]:
        """The messages that are complete with these bytes.

        Raises:
            WireError: a length over the limit, or a payload that is no map with string keys.
        """
        self._buffer += data
        messages = []
        while len(self._buffer) >= _HEADER.size:
            (length,) = _HEADER.unpack_from(self._buffer)
            if length > self._limit:
                raise WireError(f"a frame of {length} bytes was announced")
            if len(self._buffer) < _HEADER.size + length:
                break
            payload = bytes(self._buffer[_HEADER.size : _HEADER.size + length])
            del self._buffer[: _HEADER.size + length]
            messages.append(_unpack(payload))
        return messages


def _unpack(payload: bytes) -> dict[str, Any]:
    if len(payload) > _SMALL:
        _count_parts(payload)
    try:
        message = msgpack.unpackb(
            payload,
            raw=False,
            strict_map_key=True,
            max_ext_len=0,
            max_array_len=MAX_NODES,
            max_map_len=64,
        )
    except Exception as error:  # msgpack raises many classes, ValueError among them
        raise WireError(f"a malformed frame: {type(error).__name__}") from None
    if type(message) is not dict or not all(type(key) is str for key in message):
        raise WireError("a frame that is no map with string keys")
    return message


def _count_parts(payload: bytes) -> None:
    """Refuse a frame of too many parts before any is made: an empty list is one byte here, 56 there."""
    at = parts = 0
    while at < len(payload):
        first = payload[at]
        parts += 1
        if parts > MAX_NODES:
            raise WireError(f"a frame of more than {MAX_NODES} parts")
        if first in _FIXED:
            at += _FIXED[first]
        elif first in _WITH_LENGTH:
            size = _WITH_LENGTH[first]
            at += 1 + size + int.from_bytes(payload[at + 1 : at + 1 + size], "big")
        else:
            raise WireError("a malformed frame: an extension type")

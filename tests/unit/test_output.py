"""What a worker printed: all of it where it is little, its first and last 32 kB where it is much."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.supervise.worker import Output

KEPT = 32 * 1024


def output(*chunks: bytes) -> Output:
    made = Output()
    for chunk in chunks:
        made.add(chunk)
    return made


def numbered(size: int) -> bytes:
    """Bytes each eight of which are found nowhere else."""
    return b"".join(b"%07d\n" % n for n in range(size // 8 + 1))[:size]


def test_nothing_printed_is_no_text() -> None:
    assert output().text() == ""
    assert output(b"").size == 0


@pytest.mark.parametrize("size", [1, KEPT - 1, KEPT, KEPT + 1, 2 * KEPT - 1, 2 * KEPT])
def test_what_fits_is_kept_whole(size: int) -> None:
    data = numbered(size)
    assert output(data).text() == data.decode()
    assert output(data).size == size


@pytest.mark.parametrize("size", [2 * KEPT + 1, 3 * KEPT, 10 * KEPT + 5])
def test_of_what_does_not_fit_the_first_and_last_are_kept_and_the_gap_is_told(size: int) -> None:
    data = numbered(size)
    first, told, last = output(data).text().partition(f"\n… {size - 2 * KEPT} bytes left out …\n")
    assert told
    assert first == data[:KEPT].decode()
    assert last == data[-KEPT:].decode()
    assert output(data).size == size


@given(st.integers(0, 4 * KEPT), st.lists(st.integers(0, 4 * KEPT), max_size=8))
def test_it_makes_no_difference_how_it_arrived(size: int, cuts: list[int]) -> None:
    data = numbered(size)
    ends = sorted({0, size, *(min(cut, size) for cut in cuts)})
    in_pieces = output(*(data[a:b] for a, b in pairwise(ends)))
    assert in_pieces.text() == output(data).text()
    assert in_pieces.size == size


def test_byte_by_byte_is_the_same_too() -> None:
    data = numbered(2 * KEPT + 100)
    assert output(*(data[i : i + 1] for i in range(len(data)))).text() == output(data).text()


def test_a_flood_is_counted_and_not_kept() -> None:
    flood = output(*[b"x" * 65536] * 64)
    assert flood.size == 64 * 65536
    assert len(flood.text()) < 2 * KEPT + 100


def test_bytes_that_are_no_text_are_replaced() -> None:
    assert output(b"a\xff\xfeb").text() == "a\ufffd\ufffdb"


def test_a_character_that_arrived_in_two_pieces_is_whole() -> None:
    data = "值".encode()
    assert output(data[:1], data[1:]).text() == "值"
    assert output(b"x" * (KEPT - 1) + data).text().endswith("x值")


def test_what_was_printed_is_data_and_never_read_as_anything_else() -> None:
    assert output(b"12 passed\n\x1b[2J").text() == "12 passed\n\x1b[2J"

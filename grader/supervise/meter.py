"""What a process has used so far, read from Linux's /proc (proc(5))."""

from __future__ import annotations

import os
from dataclasses import dataclass

_TICKS_PER_S = os.sysconf("SC_CLK_TCK")
_PAGE = os.sysconf("SC_PAGE_SIZE")
_BUSY = frozenset("RD")


@dataclass(frozen=True, slots=True)
class Usage:
    cpu_s: float
    threads: int
    resident_mb: float


def usage(pid: int) -> Usage | None:
    """CPU seconds of all threads, number of threads and resident memory; None where it is gone."""
    fields = _stat(f"/proc/{pid}/stat")
    if fields is None:
        return None
    return Usage(
        cpu_s=(int(fields[11]) + int(fields[12])) / _TICKS_PER_S,
        threads=int(fields[17]),
        resident_mb=int(fields[21]) * _PAGE / 2**20,
    )


def is_waiting(pid: int) -> bool:
    """True where no thread is running, ready to run, or in the middle of reading a disk.

    A process that a busy machine keeps from running is ready to run, so it is not waiting.
    """
    try:
        tasks = os.listdir(f"/proc/{pid}/task")
    except OSError:
        return False
    for task in tasks:
        fields = _stat(f"/proc/{pid}/task/{task}/stat")
        if fields is not None and fields[0] in _BUSY:
            return False
    return True


def _stat(path: str) -> list[str] | None:
    """The fields from the third (state) on: the second, a name in brackets, may hold anything."""
    try:
        with open(path, "rb") as file:
            return file.read().rpartition(b")")[2].decode("ascii").split()
    except OSError:
        return None

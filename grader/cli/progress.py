"""How far a grade is, on a terminal's stderr."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Iterator

from grader.messages import _


class ProgressLine:
    """One line that is written over and over; nothing where stderr is no terminal."""

    def __init__(self) -> None:
        self._is_seen = sys.stderr.isatty()

    def __call__(self, done: int, total: int) -> None:
        """`done` of `total` checks are through."""
        self._write(_("{done}/{total} checks").format(done=done, total=total))

    def looking(self, _report: object) -> None:
        """The checks are through, and something failed."""
        self._write(_("looking for the mistake …"))

    def clear(self) -> None:
        self._write("")

    def _write(self, text: str) -> None:
        if self._is_seen:
            sys.stderr.write(f"\r\x1b[2K{text}")
            sys.stderr.flush()


@contextlib.contextmanager
def progress() -> Iterator[ProgressLine]:
    """A line that tells how far a grade is, gone in the end."""
    line = ProgressLine()
    try:
        yield line
    finally:
        line.clear()

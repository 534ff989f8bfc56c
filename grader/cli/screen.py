"""The whole terminal as one screen: drawn in one write, read key by key, and given back as it was."""

from __future__ import annotations

import os
import select
import signal
import sys
import termios
import tty
from types import FrameType, TracebackType
from typing import Any

from rich.text import Text as Styled

_ENTER = "\x1b[?1049h\x1b[?25l\x1b[H\x1b[2J"
_LEAVE = "\x1b[?25h\x1b[?1049l"
_KEYS = {
    "\x1b[A": "up", "\x1bOA": "up", "k": "up",
    "\x1b[B": "down", "\x1bOB": "down", "j": "down",
    "\x1b[5~": "page up", "b": "page up",
    "\x1b[6~": "page down", " ": "page down",
    "\x1b": "r",
}  # fmt: skip


def is_there() -> bool:
    """Whether a person can see a screen and press keys on it."""
    return sys.stdin.isatty() and sys.stdout.isatty() and os.environ.get("TERM", "dumb") != "dumb"


class Screen:
    """Use it as a context manager: leaving it, in whatever way, gives the terminal back.

    `resized` says that everything is to be drawn anew; whoever draws takes note of it.
    """

    def __init__(self) -> None:
        self._in, self._out = sys.stdin.fileno(), sys.stdout.fileno()
        self._handlers: dict[signal.Signals, Any] = {}
        self._before: list[Any] = []
        self.resized = False

    def __enter__(self) -> Screen:
        self._before = termios.tcgetattr(self._in)
        try:
            self._take()
            for number, handler in ((signal.SIGWINCH, self._on_resize), (signal.SIGTSTP, self._on_stop)):
                self._handlers[number] = signal.signal(number, handler)
        except BaseException:
            self._give_back()
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for number, handler in self._handlers.items():
            signal.signal(number, handler)
        self._give_back()

    def _take(self) -> None:
        tty.setcbreak(self._in)
        self._write(_ENTER)

    def _give_back(self) -> None:
        try:
            self._write(_LEAVE)
        finally:
            termios.tcsetattr(self._in, termios.TCSADRAIN, self._before)

    def _on_resize(self, _number: int, _frame: FrameType | None) -> None:
        self.resized = True

    def _on_stop(self, _number: int, _frame: FrameType | None) -> None:
        """Ctrl-Z: the shell gets its own terminal back, until it lets us go on."""
        self._give_back()
        os.kill(os.getpid(), signal.SIGSTOP)
        self._take()
        self.resized = True

    def size(self) -> tuple[int, int]:
        """Columns and lines, as they are now; never none."""
        found = os.get_terminal_size(self._out)
        return max(found.columns, 10), max(found.lines, 2)

    def draw(self, lines: list[str], legend: str) -> None:
        """Put the lines on the screen and the legend in its last line; what is too much is cut off."""
        columns, rows = self.size()
        shown = [*lines[: rows - 1], *[""] * (rows - 1 - len(lines))]
        # Each line is written over the one before it, and never cleared first: nothing flickers.
        body = "".join(f"{line}\x1b[0m\x1b[K\r\n" for line in shown)
        self._write(f"\x1b[H{body}{_last_line(legend, columns)}")

    def status(self, text: str) -> None:
        """Put `text` in the last line alone."""
        columns, rows = self.size()
        self._write(f"\x1b[{rows};1H{_last_line(text, columns)}")

    def pressed(self) -> list[str]:
        """The keys that were pressed since the last look; `q` where the terminal is gone."""
        found: list[str] = []
        while select.select([self._in], [], [], 0)[0]:
            data = os.read(self._in, 1024)
            if not data:
                return ["q"]
            found += _split(data.decode("utf-8", "replace"))
        return found

    def _write(self, text: str) -> None:
        data = text.encode("utf-8", "replace")
        while data:
            data = data[os.write(self._out, data) :]


def _last_line(text: str, columns: int) -> str:
    line = Styled(text)
    line.truncate(columns - 1, overflow="ellipsis")
    return f"\x1b[7m{line.plain}\x1b[0m\x1b[K"


def _split(text: str) -> list[str]:
    """Pressed keys by name, a letter by itself; other escapes are nothing."""
    keys: list[str] = []
    while text:
        name = next((name for name in _KEYS if len(name) > 1 and text.startswith(name)), text[0])
        text = text[len(name) :]
        if name == "\x1b" and text[:1] in ("[", "O"):
            text = text[2:]
            continue
        keys.append(_KEYS.get(name, name))
    return keys

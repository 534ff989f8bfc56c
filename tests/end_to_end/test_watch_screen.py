"""`grade watch` on a terminal: one screen, keys, and the terminal given back however it ends."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import struct
import subprocess
import termios
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.end_to_end.test_interruption import DEADLINE_S, wait_until
from tests.end_to_end.test_progress import BANK, GRADE, RIGHT, WRONG, Person

ENTER, LEAVE = "\x1b[?1049h", "\x1b[?1049l"


class Terminal:
    """A terminal with a `grade watch` in it; what it shows is read as it comes."""

    def __init__(self, person: Person, *arguments: str) -> None:
        self.leader, self.follower = pty.openpty()
        self.resize(24, 80)
        self.before = termios.tcgetattr(self.follower)
        self.seen = ""
        self.process = subprocess.Popen(
            [str(GRADE), "watch", "double", *BANK, *arguments],
            cwd=person.work,
            env={**person.environment, "TERM": "xterm-256color"},
            stdin=self.follower,
            stdout=self.follower,
            stderr=self.follower,
            start_new_session=True,
        )

    def resize(self, rows: int, columns: int) -> None:
        fcntl.ioctl(self.follower, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def wait_for(self, words: str) -> str:
        """Read on until `words` are there; gives what came up to their end."""
        while words not in self.seen:
            assert select.select([self.leader], [], [], DEADLINE_S)[0], self.seen
            self.seen += os.read(self.leader, 65536).decode("utf-8", "replace")
        came, _, self.seen = self.seen.partition(words)
        return came + words

    def press(self, keys: str) -> None:
        os.write(self.leader, keys.encode())

    def end(self) -> int:
        """The exit code, once all that was written is read."""
        while self.process.poll() is None:
            self._drain()
        self._drain()
        return self.process.wait(timeout=DEADLINE_S)

    def _drain(self) -> None:
        os.set_blocking(self.leader, False)
        try:
            self.seen += os.read(self.leader, 65536).decode("utf-8", "replace")
        except BlockingIOError:
            os.sched_yield()
        finally:
            os.set_blocking(self.leader, True)

    def is_given_back(self) -> bool:
        return termios.tcgetattr(self.follower) == self.before

    def close(self) -> None:
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        os.close(self.leader)
        os.close(self.follower)


@pytest.fixture
def person(tmp_path: Path) -> Person:
    person = Person(tmp_path)
    person.write(WRONG)
    return person


@pytest.fixture
def terminal(person: Person) -> Iterator[Terminal]:
    terminal = Terminal(person)
    yield terminal
    terminal.close()


def test_keys_turn_to_other_views_and_back(terminal: Terminal, person: Person) -> None:
    terminal.wait_for(ENTER)
    assert "FAILED" in terminal.wait_for("q quit")
    terminal.press("s")
    terminal.wait_for("Twice as much")
    terminal.press("h")
    terminal.wait_for("Look at the factor.")
    terminal.press("l")
    terminal.wait_for("why-twice")
    terminal.press("n")
    terminal.wait_for("Next: ")
    terminal.press("r")
    terminal.wait_for("hints taken: 1")
    person.write(RIGHT)
    terminal.wait_for("was failed")
    terminal.press("q")
    assert terminal.end() == 0
    assert LEAVE in terminal.seen
    assert "PASSED  4 / 4  double" in terminal.seen.partition(LEAVE)[2]
    assert terminal.is_given_back()
    assert [each["verdict"] for each in person.attempts()] == ["failed", "passed"]


def test_a_new_size_is_drawn_anew_and_nothing_is_wider(terminal: Terminal) -> None:
    terminal.wait_for("q quit")
    terminal.resize(8, 40)
    # The system tells this to the terminal's own session, which a test does not give it.
    terminal.process.send_signal(signal.SIGWINCH)
    drawn = terminal.wait_for("s statement")
    lines = drawn.partition("\x1b[H")[2].split("\r\n")
    assert len(lines) == 8
    terminal.press("q")
    assert terminal.end() == 0


@pytest.mark.parametrize(
    ("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143), (signal.SIGHUP, 143)]
)
def test_the_terminal_is_given_back_however_it_ends(
    terminal: Terminal, number: signal.Signals, code: int
) -> None:
    terminal.wait_for("q quit")
    assert not terminal.is_given_back()
    terminal.process.send_signal(number)
    assert terminal.end() == code
    assert LEAVE in terminal.seen
    assert terminal.is_given_back()


def test_suspended_it_lets_go_of_the_terminal(terminal: Terminal) -> None:
    terminal.wait_for("q quit")
    terminal.process.send_signal(signal.SIGTSTP)
    terminal.wait_for(LEAVE)
    wait_until(terminal.is_given_back)
    stat = Path(f"/proc/{terminal.process.pid}/stat")
    wait_until(lambda: stat.read_text().rpartition(")")[2].split()[0] == "T")
    terminal.process.send_signal(signal.SIGCONT)
    terminal.wait_for(ENTER)
    terminal.wait_for("q quit")
    terminal.press("q")
    assert terminal.end() == 0
    assert terminal.is_given_back()


def test_speaks_chinese(person: Person) -> None:
    terminal = Terminal(person, "--lang", "zh")
    terminal.wait_for("q 退出")
    terminal.press("q")
    assert terminal.end() == 0
    terminal.close()

"""Stopped at any moment: everything killed, the right exit code, nothing left behind."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import TEST_BANK

GRADE = Path(sys.executable).parent / "grade"
LOOPS = "def double(x):\n    while True:\n        pass\n"
DEADLINE_S = 30.0


def wait_until(condition: Callable[[], object]) -> None:
    """Look again and again until `condition` holds; fail when it never does."""
    end = time.monotonic() + DEADLINE_S
    while not condition():
        assert time.monotonic() < end, "it never came about"
        os.sched_yield()


def descendants(root: int) -> set[int]:
    """The processes that come from `root`, itself included."""
    parents = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                parents[int(entry.name)] = int((entry / "stat").read_text().rpartition(")")[2].split()[1])
            except OSError:
                continue
    found = {root}
    while more := {pid for pid, parent in parents.items() if parent in found} - found:
        found |= more
    return found


def alive(pids: set[int]) -> set[int]:
    return {pid for pid in pids if Path(f"/proc/{pid}/cmdline").exists() and _state(pid) != "Z"}


def _state(pid: int) -> str:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return "Z"


@pytest.mark.parametrize(
    ("number", "code"),
    [(signal.SIGINT, 130), (signal.SIGTERM, 143), (signal.SIGHUP, 143), (signal.SIGKILL, -9)],
)
def test_stopped_in_the_middle(tmp_path: Path, backend: str, number: signal.Signals, code: int) -> None:
    # In the background of a script an ignored SIGINT would be inherited.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    (tmp_path / "double.py").write_text(LOOPS)
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    process = subprocess.Popen(
        [str(GRADE), "double", "--bank", str(TEST_BANK), "--isolation", backend, "--output", "report.txt"],
        cwd=tmp_path,
        env={**os.environ, "TMPDIR": str(scratch)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    # The grader, its zygote (in bubblewrap's case behind bwrap) and a worker that computes.
    wait_until(lambda: len(descendants(process.pid)) >= 3)
    family = descendants(process.pid)
    process.send_signal(number)
    _, said = process.communicate(timeout=DEADLINE_S)
    assert process.returncode == code
    wait_until(lambda: not alive(family))
    assert not (tmp_path / "report.txt").exists()
    if number is not signal.SIGKILL:
        assert list(scratch.iterdir()) == []
        assert "Traceback" not in said
        assert "interrupted" in said


def test_suspended_and_resumed_counts_no_time(tmp_path: Path) -> None:
    (tmp_path / "double.py").write_text("def double(x):\n    return 2 * x\n")
    process = subprocess.Popen(
        [str(GRADE), "double", "--bank", str(TEST_BANK)], cwd=tmp_path, stdout=subprocess.PIPE, text=True
    )
    wait_until(lambda: len(descendants(process.pid)) >= 2)
    process.send_signal(signal.SIGSTOP)
    wait_until(lambda: _state(process.pid) == "T")
    process.send_signal(signal.SIGCONT)
    assert process.wait(timeout=DEADLINE_S) == 0

"""What a process used, and whether it waits: asked of real processes."""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
import threading
from collections.abc import Iterator

import pytest

from grader.supervise.meter import Usage, is_waiting, usage


@contextlib.contextmanager
def child(code: str) -> Iterator[subprocess.Popen[str]]:
    """A Python process that has printed a line, after which its threads do as `code` says."""
    command = [sys.executable, "-I", "-u", "-S", "-c", code]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout is not None
            assert process.stdout.readline() == "ready\n"
            yield process
        finally:
            process.kill()


def until_waiting(pid: int) -> bool:
    """Look until the process waits; it has only to get from its print to its read."""
    return any(is_waiting(pid) or os.sched_yield() for _ in range(1_000_000))


def seen(pid: int) -> Usage:
    found = usage(pid)
    assert found is not None
    return found


BUSY = "while True: pass"
READING = "import sys; sys.stdin.readline()"


def test_cpu_time_grows_while_computing() -> None:
    before = seen(os.getpid()).cpu_s
    sum(range(20_000_000))  # a tenth of a second and more, where a tick is a hundredth
    now = seen(os.getpid()).cpu_s
    assert before < now <= sum(os.times()[:2]) + 0.02  # two ticks: each of two sums is rounded


def test_resident_memory_grows_with_what_is_touched() -> None:
    before = seen(os.getpid()).resident_mb
    block = bytearray(64 * 2**20)
    for at in range(0, len(block), 4096):
        block[at] = 1
    assert 60 <= seen(os.getpid()).resident_mb - before <= 80


def test_threads_are_counted() -> None:
    before = seen(os.getpid()).threads
    gate = threading.Event()
    threads = [threading.Thread(target=gate.wait) for _ in range(3)]
    for thread in threads:
        thread.start()
    assert seen(os.getpid()).threads == before + 3
    gate.set()
    for thread in threads:
        thread.join()


def test_the_one_who_asks_is_not_waiting() -> None:
    assert not is_waiting(os.getpid())


def test_a_process_that_reads_is_waiting() -> None:
    with child(f"print('ready'); {READING}") as process:
        assert until_waiting(process.pid)


def test_a_process_that_computes_is_not_waiting() -> None:
    with child(f"print('ready')\n{BUSY}") as process:
        assert not any(is_waiting(process.pid) for _ in range(200))


def test_one_busy_thread_is_enough() -> None:
    """The other reads. With so long an interval the busy one never hands over the interpreter."""
    code = f"""
import sys, threading
sys.setswitchinterval(1000)
def busy():
    print('ready')
    {BUSY}
threading.Thread(target=busy, daemon=True).start()
{READING}
"""
    with child(code) as process:
        assert not any(is_waiting(process.pid) for _ in range(200))
        assert seen(process.pid).threads == 2


def test_a_process_all_of_whose_threads_wait_is_waiting() -> None:
    code = f"""
import threading
gate = threading.Lock()
gate.acquire()
for _ in range(2):
    threading.Thread(target=gate.acquire, daemon=True).start()
print('ready')
{READING}
"""
    with child(code) as process:
        assert until_waiting(process.pid)
        assert seen(process.pid).threads == 3


@pytest.mark.parametrize("name", [") S 1 (", "a b) R", "))))", "(S"])
def test_a_name_with_brackets_and_states_in_it_misleads_nobody(name: str) -> None:
    code = f"open('/proc/self/comm', 'w').write({name!r})\nprint('ready')\n{BUSY}"
    with child(code) as process:
        found = seen(process.pid)
        assert found.threads == 1
        assert 1 < found.resident_mb < 500
        assert not is_waiting(process.pid)


def test_a_process_that_is_gone_has_used_nothing_and_does_not_wait() -> None:
    process = subprocess.Popen([sys.executable, "-I", "-S", "-c", ""])
    process.wait()
    assert usage(process.pid) is None
    assert not is_waiting(process.pid)

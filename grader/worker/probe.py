"""What a confined worker tries, so that the grader knows what its sandbox holds."""

from __future__ import annotations

import os
import socket
from collections.abc import Callable
from typing import Any


def probe(targets: dict[str, Any]) -> dict[str, bool]:
    """For each promise, whether the system kept it when it was tried.

    `targets` holds `secret` (a file of the user's that must not be readable), `outside` (a folder
    that must not be writable) and `parent`: the grader's process number, or 0 where it has none here.
    """
    attempts: dict[str, Callable[[], object]] = {
        "hides_files": lambda: open(targets["secret"], "rb").close(),
        "blocks_writes": lambda: _write(targets["outside"]),
        "blocks_network": _connect,
        "blocks_processes": _fork,
        "blocks_signals": lambda: os.kill(targets["parent"] or os.getppid(), 0),
        "hides_memory": lambda: open(f"/proc/{targets['parent'] or os.getppid()}/mem", "rb").close(),
        "hides_environment": lambda: _read(f"/proc/{targets['parent'] or os.getppid()}/environ"),
    }
    return {name: _refused(attempt) for name, attempt in attempts.items()}


def _refused(attempt: Callable[[], object]) -> bool:
    try:
        attempt()
    except OSError:
        return True
    return False


def _write(folder: str) -> None:
    path = os.path.join(folder, f".grade-probe-{os.getpid()}")
    os.close(os.open(path, os.O_CREAT | os.O_WRONLY | os.O_EXCL, 0o600))
    os.unlink(path)


def _read(path: str) -> None:
    with open(path, "rb") as file:
        file.read(1)


def _connect() -> None:
    # Port 9 of this machine: refused by the sandbox, or (where it is not) by nobody listening.
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sock:
        sock.connect(("127.0.0.1", 9))


def _fork() -> None:
    pid = os.fork()
    if pid == 0:
        os._exit(0)
    os.waitpid(pid, 0)

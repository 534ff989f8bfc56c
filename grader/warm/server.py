"""The server: imports once, forks a grade for each request, lends it a zygote.

It runs no candidate code and reads no submission: each grade does that in a fork of its own, with
the caller's open files, folder and environment.
"""

from __future__ import annotations

import contextlib
import fcntl
import importlib
import io
import json
import os
import select
import signal
import socket
import struct
import sys
import time
from typing import Any

from grader.bank import Bank, Problem
from grader.errors import BankError, GraderError
from grader.limits import WORKER_LIMITS
from grader.run import hidden_folders, preload
from grader.sandbox.choose import BACKENDS, Starter
from grader.sandbox.spec import WorkerSpec
from grader.supervise.zygote import Zygote
from grader.warm import lent
from grader.warm.client import stamp
from grader.warm.place import folder, is_private, socket_path

IDLE_S = 600.0
COMMAND = [sys.executable, "-P", "-m", "grader.warm.server"]
_REQUEST_S = 2.0
_MAX_REQUEST = 4 * 2**20
_UCRED = struct.Struct("3i")
# What libraries import when they are first used; a name that is gone costs a few milliseconds.
_IMPORTED_LATE = (
    "_pytest.helpconfig",
    "_pytest.skipping",
    "_pytest._argcomplete",
    "platformdirs.unix",
    "readline",
)


class Server:
    """Serves one user until it was idle for `idle_s`, told to stop, or made stale."""

    def __init__(self, idle_s: float = IDLE_S) -> None:
        self._idle_s = idle_s
        self._stamp = stamp()
        self._bank = Bank.open(None)
        self._problems = _problems(self._bank)
        self._zygotes: dict[str, Zygote] = {}
        self._graded = 0
        self._started = time.monotonic()
        self._listener = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        self.is_stale = False

    def run(self) -> None:
        """Serve; gives up at once where another server is there.

        Afterwards `is_stale` says whether a new one should take its place.
        """
        os.makedirs(folder(), mode=0o700, exist_ok=True)
        if not is_private(folder()):
            raise SystemExit(f"grade: {folder()} can be opened by others; remove it.")
        lock = os.open(os.path.join(folder(), "warm.lock"), os.O_CREAT | os.O_RDWR | os.O_NOFOLLOW, 0o600)
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return
        self._import_all()
        self._backend = self._start_first()
        with contextlib.suppress(FileNotFoundError):
            os.unlink(socket_path())
        self._listener.bind(socket_path())
        self._listener.listen(16)
        try:
            self._serve()
        finally:
            with contextlib.suppress(FileNotFoundError):
                os.unlink(socket_path())
            for zygote in self._zygotes.values():
                zygote.close()

    def _serve(self) -> None:
        while select.select([self._listener], [], [], self._idle_s)[0]:
            connection, _ = self._listener.accept()
            with connection:
                if not self._answer(connection):
                    return
            self._reap()

    def _answer(self, connection: socket.socket) -> bool:
        """Serve one connection; False where the server is to end."""
        credentials = connection.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, _UCRED.size)
        if _UCRED.unpack(credentials)[1] != os.getuid():
            return True
        descriptors: list[int] = []
        try:
            request = _read(connection, descriptors)
            match request.get("op"):
                case "status":
                    _say(connection, self._status())
                case "stop":
                    _say(connection, {"stopped": True})
                    return False
                case "grade" if request.get("stamp") != self._stamp:
                    self.is_stale = True
                    _say(connection, {"stale": True})
                    return False
                case "grade":
                    self._fork(connection, request, descriptors)
        except (OSError, ValueError, KeyError, GraderError):
            pass  # the caller goes on without us
        finally:
            for descriptor in descriptors:
                os.close(descriptor)
        return True

    def _status(self) -> dict[str, Any]:
        return {
            "pid": os.getpid(),
            "graded": self._graded,
            "up_s": round(time.monotonic() - self._started),
            "warm": sorted(self._zygotes),
            "isolation": self._backend,
        }

    def _fork(self, connection: socket.socket, request: dict[str, Any], descriptors: list[int]) -> None:
        named = next((word for word in request["arguments"] if word in self._problems), None)
        wanted = self._problems[named].worker if named else "numpy"
        zygote = self._zygote(wanted).attach()
        self._graded += 1
        pid = os.fork()
        if pid == 0:
            lent.lend(wanted, zygote, self._problems)
            _grade(connection, request, descriptors)
        zygote.close()

    def _zygote(self, worker: str) -> Zygote:
        """The zygote of that kind, started anew where it is gone."""
        found = self._zygotes.get(worker)
        if found is not None and not found.is_alive():
            found.close()
            found = None
        if found is None:
            spec = WorkerSpec(preload(worker), hidden_folders(self._bank))
            found = Zygote.start(BACKENDS[self._backend], spec, WORKER_LIMITS[worker])
            self._zygotes[worker] = found
        return found

    def _start_first(self) -> str:
        """The backend that holds here, found with a NumPy zygote that is kept."""
        problem = next(iter(self._bank.ids()))
        spec = WorkerSpec(preload("numpy"), hidden_folders(self._bank))
        secret = self._bank.root / "solutions" / problem / "checks.py"
        self._zygotes["numpy"] = Starter(spec, WORKER_LIMITS["numpy"], secret, None).settle()
        return self._zygotes["numpy"].backend.name

    @staticmethod
    def _import_all() -> None:
        """What a grade imports on its way."""
        os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
        from rich.cells import cell_len

        import grader.cli.grade
        import grader.feedback
        import grader.plugin
        import grader.practice.keep
        import grader.render  # noqa: F401

        cell_len("é")  # reads the table of widths
        for name in _IMPORTED_LATE:
            with contextlib.suppress(ImportError):
                importlib.import_module(name)

    @staticmethod
    def _reap() -> None:
        with contextlib.suppress(ChildProcessError):
            while os.waitpid(-1, os.WNOHANG)[0]:
                pass


def _problems(bank: Bank) -> dict[str, Problem]:
    """Each problem that can be loaded, by id; a broken one is its own grade's to tell."""
    found = {}
    for problem_id in bank.ids():
        with contextlib.suppress(BankError):
            found[problem_id] = bank.load(problem_id)
    return found


def _read(connection: socket.socket, descriptors: list[int]) -> dict[str, Any]:
    connection.settimeout(_REQUEST_S)
    data, received, _, _ = socket.recv_fds(connection, 65536, 3)
    descriptors += received
    while len(data) < 4 or len(data) < 4 + struct.unpack_from(">I", data)[0]:
        if len(data) >= 4 and struct.unpack_from(">I", data)[0] > _MAX_REQUEST:
            raise ValueError("too large")
        more = connection.recv(65536)
        if not more:
            raise ValueError("cut off")
        data += more
    request = json.loads(data[4:])
    if type(request) is not dict:
        raise ValueError("no request")
    return request


def _say(connection: socket.socket, answer: dict[str, Any]) -> None:
    connection.sendall(json.dumps(answer).encode() + b"\n")


def _grade(connection: socket.socket, request: dict[str, Any], descriptors: list[int]) -> None:
    """Never returns: become the caller's grade, and leave by `os._exit`."""
    code = 3
    try:
        _say(connection, {"pid": os.getpid()})
        os.setsid()
        for number, descriptor in enumerate(descriptors):
            os.dup2(descriptor, number)
        sys.stdin = io.TextIOWrapper(io.FileIO(0, closefd=False), "utf-8", "surrogateescape")
        sys.stdout = _writer(1)
        sys.stderr = _writer(2)
        os.chdir(request["cwd"])
        os.environ.clear()
        os.environ.update(request["environment"])
        _end_with_the_caller(connection)
        from grader.cli import run

        code = run(request["arguments"])
        sys.stdout.flush()
        sys.stderr.flush()
        _say(connection, {"code": code})
    finally:
        os._exit(code)


def _writer(descriptor: int) -> io.TextIOWrapper:
    raw = io.FileIO(descriptor, "w", closefd=False)
    return io.TextIOWrapper(
        io.BufferedWriter(raw), "utf-8", "backslashreplace", line_buffering=os.isatty(descriptor)
    )


def _end_with_the_caller(connection: socket.socket) -> None:
    """A caller that is gone, by whatever signal, interrupts its grade: the kernel says so by SIGIO."""

    def look(_number: int, _frame: object) -> None:
        with contextlib.suppress(BlockingIOError):
            if not connection.recv(1, socket.MSG_PEEK | socket.MSG_DONTWAIT):
                raise KeyboardInterrupt

    signal.signal(signal.SIGIO, look)
    fcntl.fcntl(connection, fcntl.F_SETOWN, os.getpid())
    fcntl.fcntl(connection, fcntl.F_SETFL, fcntl.fcntl(connection, fcntl.F_GETFL) | os.O_ASYNC)


if __name__ == "__main__":
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    server = Server()
    server.run()
    if server.is_stale:
        os.execv(sys.executable, COMMAND)  # noqa: S606 - ourselves, with what is new

"""The grader's handle on a zygote: started early, asked for workers, gone with the grade."""

from __future__ import annotations

import contextlib
import os
import select
import socket
import subprocess
import tempfile
import time
from dataclasses import dataclass
from typing import Any

from grader.errors import SandboxError
from grader.limits import Limits
from grader.sandbox.spec import Backend, Launch, WorkerSpec
from grader.supervise.worker import Worker
from grader.worker.frames import FrameReader, WireError, pack

_START_S = 120.0
_CLOSE_S = 2.0


class Zygote:
    """A process in a sandbox that forks workers, over one control socket of its own.

    `start` makes one and returns at once, so that the caller can go on importing; the first use
    waits until it is ready.
    """

    def __init__(
        self, backend: Backend, limits: Limits, control: socket.socket, launch: Launch, host: Host | None
    ) -> None:
        self.backend = backend
        self.limits = limits
        """What each worker that is forked from now on may use."""
        self.is_proven = False
        """Whether a worker of it was seen to be confined."""
        self._control = control
        self._launch = launch
        self._host = host
        self._reader = FrameReader()
        self._ended: dict[int, int] = {}
        self._forked: list[int] = []
        self._tickets = 0
        self._ready = False

    @classmethod
    def start(cls, backend: Backend, spec: WorkerSpec, limits: Limits) -> Zygote:
        """A new zygote in `backend`'s sandbox, on its way.

        Raises:
            SandboxError: the sandbox's command could not be started.
        """
        control, theirs = socket.socketpair()
        with theirs:
            host = Host(backend, spec, theirs.fileno())
            return cls(backend, limits, control, host.launch, host)

    def is_alive(self) -> bool:
        """Whether the process that this one started is still there."""
        return self._host is not None and self._host.is_alive()

    def attach(self) -> Zygote:
        """One more way to the same process, for use in a fork of this one; it greets when it is ready."""
        control, theirs = socket.socketpair()
        with theirs:
            try:
                socket.send_fds(self._control, [pack({"op": "attach"})], [theirs.fileno()])
            except OSError:
                control.close()
                raise SandboxError(f"{self.backend.name}: its zygote is gone") from None
        other = Zygote(self.backend, self.limits, control, self._launch, None)
        other.is_proven = self.is_proven
        return other

    def wait_until_ready(self) -> None:
        """Wait until it has imported what it needs.

        Raises:
            SandboxError: it did not start; the message ends with what it said.
        """
        deadline = time.monotonic() + _START_S
        while not self._ready:
            self._listen(deadline)

    def fork(self) -> Worker:
        """A new worker; its process is under way, `hello` not yet read.

        Raises:
            SandboxError: the zygote is gone or does not answer.
        """
        self.wait_until_ready()
        self._listen(0.0)
        ours, theirs = socket.socketpair()
        if hasattr(socket, "SO_PASSCRED"):
            ours.setsockopt(socket.SOL_SOCKET, socket.SO_PASSCRED, 1)
        output, output_in = os.pipe()
        try:
            request = pack({"op": "fork", "settings": self._launch.settings(self.limits)})
            socket.send_fds(self._control, [request], [theirs.fileno(), output_in])
        except OSError:
            ours.close()
            os.close(output)
            raise SandboxError(f"{self.backend.name}: {self._last_words()}") from None
        finally:
            theirs.close()
            os.close(output_in)
        ticket, self._tickets = self._tickets, self._tickets + 1
        return Worker(ours, output, Keeper(self, ticket), self.limits)

    def release(self) -> None:
        """Let it go: it ends its workers and itself while the caller does other things; then close."""
        with contextlib.suppress(OSError):
            self._control.shutdown(socket.SHUT_RDWR)

    def close(self) -> None:
        """Give up this way to it; the one that started it ends it and everything in its sandbox."""
        self._control.close()
        if self._host:
            self._host.end(_CLOSE_S if self._ready else 0.0)

    def end_status(self, ticket: int, timeout_s: float) -> int | None:
        """The wait status of the worker that was the `ticket`-th to be asked for.

        None where it has not ended in `timeout_s`.
        """
        deadline = time.monotonic() + timeout_s
        while ticket >= len(self._forked) or self._forked[ticket] not in self._ended:
            if time.monotonic() > deadline:
                return None
            try:
                self._listen(deadline)
            except SandboxError:
                return None
        return self._ended.pop(self._forked[ticket])

    def kill(self, ticket: int) -> None:
        """End the worker that was the `ticket`-th to be asked for, where nobody else can."""
        deadline = time.monotonic() + _CLOSE_S
        with contextlib.suppress(SandboxError, OSError):
            while ticket >= len(self._forked) and time.monotonic() < deadline:
                self._listen(deadline)
            if ticket < len(self._forked):
                self._control.sendall(pack({"op": "kill", "pid": self._forked[ticket]}))

    def _listen(self, deadline: float) -> None:
        """Take what the zygote has said, waiting for it until `deadline` (monotonic; 0: not at all)."""
        timeout_s = max(0.0, deadline - time.monotonic())
        ready, _, _ = select.select([self._control], [], [], timeout_s)
        if not ready:
            if not self._ready:
                raise SandboxError(f"{self.backend.name}: its zygote did not start in {_START_S:g} s")
            return
        try:
            data = self._control.recv(65536)
            messages = self._reader.feed(data)
        except (OSError, WireError):
            data, messages = b"", []
        for message in messages:
            self._take(message)
        if not data:
            raise SandboxError(f"{self.backend.name}: {self._last_words()}")

    def _take(self, message: dict[str, Any]) -> None:
        if "ended" in message:
            self._ended[message["ended"]] = message["status"]
        elif "pid" in message:
            self._forked.append(message["pid"])
        elif message.get("hello"):
            self._ready = True
        else:
            raise SandboxError(f"{self.backend.name}: {message.get('error')}")

    def _last_words(self) -> str:
        return self._host.last_words() if self._host else "its zygote is gone"


class Host:
    """The operating system's side of a zygote: the process, its sandbox and what it wrote."""

    def __init__(self, backend: Backend, spec: WorkerSpec, control: int) -> None:
        self._log = tempfile.TemporaryFile()  # noqa: SIM115 - closed by end()
        self.launch: Launch = backend.launch(spec, control)
        try:
            self._process = subprocess.Popen(
                self.launch.argv,
                env=self.launch.env,
                cwd=self.launch.cwd,
                pass_fds=self.launch.descriptors,
                stdin=subprocess.DEVNULL,
                stdout=self._log,
                stderr=self._log,
                start_new_session=True,
            )
        except OSError as error:
            self.launch.cleanup()
            raise SandboxError(f"{backend.name}: could not be started: {error}") from None
        finally:
            self.launch.close_descriptors()

    def is_alive(self) -> bool:
        return self._process.poll() is None

    def end(self, patience_s: float) -> None:
        """Wait for it to end its workers and go; after `patience_s`, make it."""
        try:
            self._process.wait(timeout=patience_s)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._log.close()
        self.launch.cleanup()

    def last_words(self) -> str:
        """The last line that it, or the sandbox round it, wrote before it was gone."""
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._process.wait(timeout=1.0)
        self._log.seek(0)
        lines = self._log.read().decode("utf-8", "replace").strip().splitlines()
        return lines[-1][:300] if lines else f"it ended with status {self._process.poll()}"


@dataclass(frozen=True, slots=True)
class Keeper:
    """What a worker may ask of the zygote that forked it."""

    zygote: Zygote
    ticket: int

    def end_status(self, timeout_s: float) -> int | None:
        return self.zygote.end_status(self.ticket, timeout_s)

    def kill(self) -> None:
        self.zygote.kill(self.ticket)

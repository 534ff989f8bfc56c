"""One worker as the grader sees it: requests out, replies in, limits kept from outside."""

from __future__ import annotations

import contextlib
import os
import secrets
import select
import signal
import socket
import struct
import time
from typing import TYPE_CHECKING, Any

from grader.limits import Limits
from grader.outcome import Outcome
from grader.supervise import ending
from grader.supervise.ending import WorkerEnded
from grader.supervise.meter import is_waiting, usage
from grader.worker.frames import FrameReader, WireError, pack

if TYPE_CHECKING:
    from grader.supervise.zygote import Keeper

_POLL_S = 0.05
_KEPT_OUTPUT = 32 * 1024
_GRACE_S = 10.0
_MOMENT_S = 1.0
_UCRED = struct.Struct("iII")


class Output:
    """What a worker printed: the first and the last 32 kB of it."""

    def __init__(self) -> None:
        self.size = 0
        self._head = bytearray()
        self._tail = bytearray()

    def add(self, data: bytes) -> None:
        self.size += len(data)
        room = _KEPT_OUTPUT - len(self._head)
        self._head += data[:room]
        self._tail = (self._tail + data[room:])[-_KEPT_OUTPUT:]

    def text(self) -> str:
        gap = self.size - len(self._head) - len(self._tail)
        middle = f"\n… {gap} bytes left out …\n".encode() if gap else b""
        return bytes(self._head + middle + self._tail).decode("utf-8", "replace")


class Worker:
    """A forked child of a zygote, over its own socket; its `keeper` is that zygote."""

    def __init__(
        self,
        connection: socket.socket,
        output: int,
        keeper: Keeper,
        limits: Limits,
    ) -> None:
        self.output = Output()
        self._connection = connection
        self._output = output
        self._keeper = keeper
        self._limits = limits
        self._reader = FrameReader()
        self._pending: list[dict[str, Any]] = []
        self._greeted = False
        self._sender = 0
        self._pid = 0
        self._pidfd: int | None = None
        self._base_mb = 0.0
        self._peak_mb = 0.0
        self._ended: WorkerEnded | None = None
        os.set_blocking(output, False)
        connection.setblocking(False)
        self._poller = select.poll()
        self._poller.register(connection, select.POLLIN)
        self._poller.register(output, select.POLLIN)

    def send(self, op: str, **fields: Any) -> str:
        """Send a request without waiting for its reply; gives the id to `receive` it by.

        Raises:
            WireError: the request is too large to send.
        """
        request_id = secrets.token_hex(8)
        data = pack({"id": request_id, "op": op, **fields})
        # A worker that is gone, or does not read, is found out when its answer is awaited.
        with contextlib.suppress(OSError):
            sent = self._connection.send(data)
            if sent < len(data):
                self._connection.settimeout(self._limits.idle_s + _GRACE_S)
                self._connection.sendall(data[sent:])
                self._connection.setblocking(False)
        return request_id

    def request(self, op: str, **fields: Any) -> dict[str, Any]:
        """Send a request and wait for its reply.

        Raises:
            WorkerEnded: it died, or was killed over a limit; so on every later request.
        """
        if self._ended:
            raise self._ended
        return self.receive(self.send(op, **fields))

    def receive(self, request_id: str) -> dict[str, Any]:
        """The reply to `request_id`, waited for within the limits.

        Raises:
            WorkerEnded: as for `request`.
        """
        if self._ended:
            raise self._ended
        reply = self._await(self._limits)
        if reply.get("id") != request_id:
            self._end(ending.spoke_out_of_turn())
        return reply

    def begin_again(self) -> None:
        """Have it forget the objects of earlier requests, and count its output anew.

        Raises:
            WorkerEnded: it ended meanwhile.
        """
        self.request("forget")
        self._drain()
        self.output = Output()

    def close(self) -> None:
        """Kill the worker and give back what it held."""
        if self._output >= 0:
            self._kill()
            self._drain()
            self._connection.close()
            os.close(self._output)
            self._output = -1
            if self._pidfd is not None:
                os.close(self._pidfd)
                self._pidfd = None

    def _await(self, limits: Limits) -> dict[str, Any]:
        start_cpu: float | None = None
        last_cpu, idle_s, wall_s = 0.0, 0.0, 0.0
        last = time.monotonic()
        while True:
            if self._pending:
                message = self._pending.pop(0)
                if message.get("id") != "hello" or self._greeted:
                    return message
                self._greet(message)
                continue
            self._wait_for_bytes()
            now = time.monotonic()
            # A grader that was itself suspended must not hold that time against the call.
            passed = min(now - last, 4 * _POLL_S)
            last = now
            wall_s += passed
            if self._pending:
                continue
            if wall_s > limits.wall_s:
                self._end(ending.took_too_long(limits))
            seen = usage(self._pid) if self._pid else None
            if seen is None:
                continue
            if start_cpu is None:
                # Most calls answer before the first look; one that did not may have computed all along.
                start_cpu = seen.cpu_s - wall_s
            waiting = seen.cpu_s <= last_cpu and is_waiting(self._pid)
            idle_s = idle_s + passed if waiting else 0.0
            last_cpu = seen.cpu_s
            self._peak_mb = max(self._peak_mb, seen.resident_mb - self._base_mb)
            if seen.cpu_s - start_cpu > limits.cpu_s:
                self._end(ending.computed_too_long(limits))
            if idle_s > limits.idle_s:
                self._end(ending.waited_too_long(limits))
            if self._peak_mb > limits.memory_mb:
                self._end(ending.out_of_memory(limits))
            if seen.threads > limits.threads:
                self._end(ending.too_many_threads(limits))

    def _wait_for_bytes(self) -> None:
        for descriptor, event in self._poller.poll(_POLL_S * 1000):
            if descriptor == self._output:
                if event & select.POLLIN:
                    self._drain()
                    if self.output.size > self._limits.output_kb * 1024:
                        self._end(ending.printed_too_much(self._limits))
                elif event & select.POLLHUP:
                    # Its output is shut; only the connection can say more.
                    select.select([self._connection], [], [], _POLL_S)
            else:
                self._read()

    def _read(self) -> None:
        """Take what has arrived; end the worker where it closed its side or sent nonsense."""
        try:
            data = self._connection.recv(2**16) if self._pid else self._read_with_credentials()
        except BlockingIOError:
            return
        except OSError:
            data = b""
        if not data:
            self._end_as_it_died()
        try:
            self._pending += self._reader.feed(data)
        except WireError:
            self._end(ending.spoke_out_of_turn())

    def _read_with_credentials(self) -> bytes:
        """The first bytes, sent before candidate code runs: the kernel adds the sender's number.

        The worker knows only its number inside the sandbox; this is the one that we can use.
        """
        if not hasattr(socket, "SO_PASSCRED"):
            return self._connection.recv(2**16)
        data, ancillary, _, _ = self._connection.recvmsg(2**16, socket.CMSG_SPACE(_UCRED.size))
        for level, kind, payload in ancillary:
            if level == socket.SOL_SOCKET and kind == socket.SCM_CREDENTIALS:
                self._sender = _UCRED.unpack(payload[: _UCRED.size])[0]
        return data

    def _greet(self, hello: dict[str, Any]) -> None:
        """Take down the process number of a worker that says hello, and the memory it began with."""
        self._greeted = True
        self._pid = self._sender
        if not self._pid:
            return
        if hasattr(os, "pidfd_open"):
            with contextlib.suppress(OSError):
                self._pidfd = os.pidfd_open(self._pid)
        # By now it may have loaded a submission, whose memory counts.
        self._base_mb = float(hello["resident_mb"])

    def _drain(self) -> None:
        with contextlib.suppress(BlockingIOError):
            while self.output.size <= self._limits.output_kb * 1024:
                data = os.read(self._output, 65536)
                if not data:
                    break
                self.output.add(data)

    def _end_as_it_died(self) -> None:
        self._drain()
        status = self._keeper.end_status(self._patience_s())
        if status is None:
            # It closed its connection and lives on.
            self._kill()
        near = self._peak_mb > 0.8 * self._limits.memory_mb
        self._end(ending.died(status, near_memory_limit=near, limits=self._limits))

    def _patience_s(self) -> float:
        """How long to wait for the zygote's word on a worker that closed its connection.

        One that has ended is worth waiting for, however busy the machine; one that closed its side and
        goes on is not.
        """
        if self._pidfd is None:
            return _MOMENT_S
        return _GRACE_S if select.select([self._pidfd], [], [], _MOMENT_S)[0] else 0.0

    def _end(self, how: WorkerEnded) -> None:
        self._kill()
        if how.outcome is not Outcome.CRASHED:
            self._drain()
        self._ended = how
        raise how

    def _kill(self) -> None:
        with contextlib.suppress(OSError):
            if self._pidfd is not None:
                signal.pidfd_send_signal(self._pidfd, signal.SIGKILL)
            else:
                self._keeper.kill()
        with contextlib.suppress(OSError):
            self._connection.shutdown(socket.SHUT_RDWR)

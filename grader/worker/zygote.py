"""The process inside the sandbox that has imported the libraries and forks a worker on demand.

It never runs candidate code and never computes anything: a fork of a process that has run a
TensorFlow operation hangs. It answers on a control socket:

    {"op": "fork", "settings": …} with two descriptors (the worker's socket, its output)
        -> {"pid": …}, the child's number as seen here
    {"op": "kill", "pid": …} one of the asker's own workers; no answer
    {"op": "attach"} with one descriptor: one more control socket, which is greeted in turn

and says {"ended": pid, "status": …} on the control socket that asked for a worker when it is gone.
"""

from __future__ import annotations

import contextlib
import gc
import importlib
import os
import selectors
import signal
import socket
from typing import Any

from . import confinement, scratch, seccomp, tensorflow_setup
from .frames import FrameReader, pack

MAX_CONTROL_FRAME = 2**16


class _Client:
    def __init__(self, sock: socket.socket) -> None:
        self.socket = sock
        self.reader = FrameReader(MAX_CONTROL_FRAME)
        self.descriptors: list[int] = []


class Zygote:
    """Serves any number of control sockets until the last one is closed."""

    def __init__(self, control: socket.socket) -> None:
        self._hello = {"hello": True}
        self._selector = selectors.DefaultSelector()
        self._owners: dict[int, _Client] = {}
        self._scratch_root = os.getcwd()
        self._scratch: dict[int, str] = {}
        self._clients: set[_Client] = set()
        self._wakeup, wakeup_in = socket.socketpair()
        self._wakeup.setblocking(False)
        wakeup_in.setblocking(False)
        self._wakeup_in = wakeup_in
        signal.set_wakeup_fd(wakeup_in.fileno(), warn_on_full_buffer=False)
        signal.signal(signal.SIGCHLD, lambda *_: None)
        self._selector.register(self._wakeup, selectors.EVENT_READ, None)
        self._add(control)

    def serve(self) -> None:
        """Say hello, then answer until every control socket is closed and every worker is gone."""
        for client in self._clients:
            self._send(client, self._hello)
        while self._clients:
            for key, _ in self._selector.select():
                if key.data is None:
                    self._reap()
                elif not self._receive(key.data):
                    self._remove(key.data)
        # Nobody of ours is left when the grader sees us end.
        for pid in self._owners:
            with contextlib.suppress(ChildProcessError):
                os.waitpid(pid, 0)
            self._clean_up_after(pid)

    def _add(self, sock: socket.socket) -> _Client:
        client = _Client(sock)
        self._clients.add(client)
        self._selector.register(sock, selectors.EVENT_READ, client)
        return client

    def _remove(self, client: _Client) -> None:
        for pid in [pid for pid, owner in self._owners.items() if owner is client]:
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        self._selector.unregister(client.socket)
        self._clients.discard(client)
        client.socket.close()

    def _receive(self, client: _Client) -> bool:
        try:
            data, descriptors, _, _ = socket.recv_fds(client.socket, 65536, 8)
        except OSError:
            return False
        if not data:
            return False
        client.descriptors += descriptors
        for message in client.reader.feed(data):
            self._answer(client, message)
        return True

    def _answer(self, client: _Client, message: dict[str, Any]) -> None:
        if message["op"] == "kill":
            if self._owners.get(message["pid"]) is client:
                os.kill(message["pid"], signal.SIGKILL)
            return
        if message["op"] == "attach":
            other = self._add(socket.socket(fileno=client.descriptors.pop(0)))
            self._send(other, self._hello)
            return
        connection, output = client.descriptors.pop(0), client.descriptors.pop(0)
        parent = os.getpid()
        folder = scratch.make(self._scratch_root)
        pid = os.fork()
        if pid == 0:
            self._become_worker(connection, output, {**message["settings"], "scratch": folder}, parent)
        os.close(connection)
        os.close(output)
        self._owners[pid] = client
        self._scratch[pid] = folder
        self._send(client, {"pid": pid})

    def _become_worker(self, connection: int, output: int, settings: dict[str, Any], parent: int) -> None:
        """Never returns: the child leaves by `os._exit`, so nothing of the zygote runs twice."""
        status = 70
        try:
            signal.set_wakeup_fd(-1)
            signal.signal(signal.SIGCHLD, signal.SIG_DFL)
            self._selector.close()
            for each in (self._wakeup, self._wakeup_in, *(c.socket for c in self._clients)):
                each.close()
            os.dup2(output, 1)
            os.dup2(output, 2)
            os.close(output)
            confinement.confine(settings, parent)
            from . import session

            session.serve(socket.socket(fileno=connection))
            status = 0
        except BaseException as error:
            with contextlib.suppress(BaseException):
                os.write(2, f"worker: {type(error).__name__}: {error}\n".encode())
        finally:
            os._exit(status)

    def _reap(self) -> None:
        with contextlib.suppress(BlockingIOError):
            while self._wakeup.recv(4096):
                pass
        while True:
            try:
                pid, status = os.waitpid(-1, os.WNOHANG)
            except ChildProcessError:
                return
            if pid == 0:
                return
            self._clean_up_after(pid)
            owner = self._owners.pop(pid, None)
            if owner in self._clients and owner is not None:
                self._send(owner, {"ended": pid, "status": status})

    def _clean_up_after(self, pid: int) -> None:
        folder = self._scratch.pop(pid, None)
        if folder:
            scratch.remove(folder)
        if not self._scratch:
            scratch.clear(self._scratch_root)

    @staticmethod
    def _send(client: _Client, message: dict[str, Any]) -> None:
        # A grader that is gone is noticed when its socket is next read.
        with contextlib.suppress(OSError):
            client.socket.sendall(pack(message))


def main(control: int, preload: list[str]) -> None:
    """Import `preload`, then serve on the descriptor `control`."""
    confinement.guard_zygote()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    sock = socket.socket(fileno=control)
    gc.disable()
    try:
        for name in preload:
            importlib.import_module(name)
        importlib.import_module(f"{__package__}.session")
        if "tensorflow" in preload:
            tensorflow_setup.set_up()
    except Exception as error:
        sock.sendall(pack({"hello": False, "error": f"{type(error).__name__}: {error}"}))
        return
    seccomp.prepare()
    # Collecting in a child would touch, and so copy, every page that it shares with us.
    gc.collect()
    gc.freeze()
    gc.enable()
    Zygote(sock).serve()
    os._exit(0)

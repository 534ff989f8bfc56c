"""Runs a row of tasks in several forks of this process at once, whichever is free taking the next."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterator
from multiprocessing.connection import Connection, wait
from typing import Generic, TypeVar

from grader.errors import GraderError, SandboxError

Result = TypeVar("Result")


class Shards(Generic[Result]):
    """`run(task, shard)` for each of `tasks`, shard 0 in this process, the others in forks of it.

    Results come through pipes that only forks of this process hold, so they may be any object of
    ours. Leaving the context manager ends the forks.
    """

    def __init__(self, tasks: int, shards: int, run: Callable[[int, int], Result]) -> None:
        self._run = run
        self._queue, queue_in = os.pipe()
        os.write(queue_in, b"".join(task.to_bytes(2, "big") for task in range(tasks)))
        os.close(queue_in)
        self._forks: dict[Connection, int] = {}
        for shard in range(1, shards):
            self._fork(shard)

    def __enter__(self) -> Shards[Result]:
        return self

    def __exit__(self, *_: object) -> None:
        os.close(self._queue)
        for connection, pid in self._forks.items():
            connection.close()
            os.kill(pid, signal.SIGKILL)
            os.waitpid(pid, 0)

    def results(self) -> Iterator[Result]:
        """Every result as it comes.

        Raises:
            GraderError: what a task raised, in whichever process; SandboxError: a fork died.
        """
        for task in self._tasks():
            yield self._run(task, 0)
            yield from self._ready(0.0)
        while self._forks:
            yield from self._ready(None)

    def _tasks(self) -> Iterator[int]:
        # Two bytes in a pipe are read together or not at all: each task is taken once.
        while data := os.read(self._queue, 2):
            yield int.from_bytes(data, "big")

    def _fork(self, shard: int) -> None:
        read_end, write_end = os.pipe()
        pid = os.fork()
        if pid == 0:
            os.close(read_end)
            self._serve(shard, Connection(write_end, readable=False))
        os.close(write_end)
        self._forks[Connection(read_end, writable=False)] = pid

    def _serve(self, shard: int, connection: Connection) -> None:
        """Never returns: nothing of the parent's clean-up may run twice."""
        status = 1
        try:
            signal.signal(signal.SIGINT, signal.SIG_DFL)
            signal.signal(signal.SIGTERM, signal.SIG_DFL)
            for task in self._tasks():
                connection.send((True, self._run(task, shard)))
            status = 0
        except GraderError as error:
            connection.send((False, error))
        finally:
            os._exit(status)

    def _ready(self, timeout_s: float | None) -> Iterator[Result]:
        for connection in wait(list(self._forks), timeout_s):
            if not isinstance(connection, Connection):
                continue
            try:
                fine, value = connection.recv()
            except EOFError:
                connection.close()
                if os.waitpid(self._forks.pop(connection), 0)[1] != 0:
                    raise SandboxError("a process that ran checks died") from None
                continue
            if not fine:
                raise value
            yield value

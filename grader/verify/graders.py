"""Graders for work that goes on in several processes at once."""

from __future__ import annotations

import contextlib
from collections.abc import Sequence
from types import TracebackType

from grader.bank import Bank, Problem
from grader.run import Grader


class Graders:
    """A grader for each problem and shard: one zygote for each kind of worker, and own ways to it.

    They are made in the process that forks the others; a fork uses those of its own shard. Leaving
    the context manager ends them all.

    Raises:
        SandboxError: no isolation works here.
    """

    def __init__(self, bank: Bank, problems: Sequence[Problem], isolation: str | None, shards: int) -> None:
        self._graders: list[list[Grader]] = []
        with contextlib.ExitStack() as stack:
            # These start the zygotes, all at once, and grade nothing.
            first = {problem.worker: problem for problem in reversed(problems)}
            hosts = {
                kind: stack.enter_context(Grader(bank, problem, isolation))
                for kind, problem in first.items()
            }
            for problem in problems:
                zygote = hosts[problem.worker].zygote
                ways = [zygote.attach() for _ in range(shards)]
                self._graders.append(
                    [
                        stack.enter_context(Grader(bank, problem, isolation, way, side_by_side=1))
                        for way in ways
                    ]
                )
            self._stack = stack.pop_all()

    def __enter__(self) -> Graders:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stack.close()

    def of(self, problem: int, shard: int) -> Grader:
        """The grader of the problem at this place of the list, in this shard."""
        return self._graders[problem][shard]

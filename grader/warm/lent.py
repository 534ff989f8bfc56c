"""What the server lends to the grades that it forks: zygotes, by kind of worker, and problems read."""

from __future__ import annotations

from collections.abc import Mapping

from grader.bank import Problem
from grader.supervise.zygote import Zygote

_zygotes: dict[str, Zygote] = {}
_problems: dict[str, Problem] = {}


def lend(worker: str, zygote: Zygote, problems: Mapping[str, Problem]) -> None:
    """From now on a grade of this process may use `zygote`, and problems of the package's bank."""
    _zygotes[worker] = zygote
    _problems.update(problems)


def take(worker: str) -> Zygote | None:
    """The zygote lent for that kind of worker, if any; whoever takes it closes it."""
    return _zygotes.pop(worker, None)


def problem(problem_id: str) -> Problem | None:
    """The package's problem of that id, if it was lent."""
    return _problems.get(problem_id)

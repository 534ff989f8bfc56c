"""Zygotes that the server lends to the grades it forks, by the kind of worker."""

from __future__ import annotations

from grader.supervise.zygote import Zygote

_lent: dict[str, Zygote] = {}


def lend(worker: str, zygote: Zygote) -> None:
    """From now on a grade of this process may use `zygote`."""
    _lent[worker] = zygote


def take(worker: str) -> Zygote | None:
    """The zygote lent for that kind of worker, if any; whoever takes it closes it."""
    return _lent.pop(worker, None)

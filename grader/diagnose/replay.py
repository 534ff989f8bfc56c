"""Puts the requests that a check made to another submission: a known mistake, the reference."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from grader.bank import Problem
from grader.record import Exchange, SubmissionRaised
from grader.submission import from_bytes
from grader.supervise.ending import WorkerEnded
from grader.supervise.worker import Worker
from grader.supervise.zygote import Zygote
from grader.supply import Supply
from grader.worker.frames import WireError

Replies = list[dict[str, Any]]


class Replayer:
    """One submission of the bank's, asked what a check asked the candidate's.

    Each replay begins in a worker of its own, so that nothing of the last one is left in it.
    """

    def __init__(self, zygote: Zygote, problem: Problem, name: str, source: str) -> None:
        self._supply = Supply(zygote, problem, from_bytes(f"{name}.py", source.encode()))
        self._loads = self._supply.load_first() is None

    def __enter__(self) -> Replayer:
        return self

    def __exit__(self, *_: object) -> None:
        self._supply.__exit__()

    def replies(self, transcript: Sequence[Exchange]) -> Replies | None:
        """What it answers to each request, in order; None where its process ended on the way."""
        if not self._loads:
            return None
        try:
            worker = self._supply.take()
            if not self._supply.is_fresh:
                self._supply.drop()
                worker = self._supply.take()
            return _ask_all(worker, transcript)
        except (WorkerEnded, SubmissionRaised, WireError):
            self._supply.drop()
            return None


def _ask_all(worker: Worker, transcript: Sequence[Exchange]) -> Replies:
    numbers: dict[int, int] = {}
    replies = []
    for exchange in transcript:
        fields = {name: _renumbered(value, numbers) for name, value in exchange.fields.items()}
        reply = worker.request(exchange.op, **fields)
        _pair_handles(exchange.reply.get("ok"), reply.get("ok"), numbers)
        replies.append(reply)
    return replies


def _pair_handles(theirs: Any, ours: Any, numbers: dict[int, int]) -> None:
    """Note which object here stands where one of the first submission's stood."""
    if type(theirs) is not list or type(ours) is not list:
        return
    if theirs[:1] == ["h"] and ours[:1] == ["h"]:
        numbers[theirs[1]] = ours[1]
        return
    for their_part, our_part in zip(theirs, ours, strict=False):
        _pair_handles(their_part, our_part, numbers)


def _renumbered(value: Any, numbers: dict[int, int]) -> Any:
    """A request's field with the objects of this worker in place of the first one's."""
    if type(value) is dict:
        return {name: _renumbered(part, numbers) for name, part in value.items()}
    if type(value) is not list:
        return value
    if value[:1] in (["h"], ["object"]) and len(value) > 1 and type(value[1]) is int:
        return [value[0], numbers.get(value[1], value[1]), *value[2:]]
    return [_renumbered(part, numbers) for part in value]

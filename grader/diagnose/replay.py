"""Puts the requests that a check made to another submission: a known mistake, the reference."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from grader.bank import Problem
from grader.check_run import CheckFunction, run_check
from grader.errors import GraderError
from grader.outcome import Outcome
from grader.record import Exchange, Record
from grader.submission import from_bytes
from grader.supervise.ending import WorkerEnded
from grader.supervise.worker import Worker
from grader.supervise.zygote import Zygote
from grader.supply import load_request
from grader.worker.frames import WireError
from grader.worker.values import from_wire

Replies = list[dict[str, Any]]

# What a library keeps of models that are gone adds up.
_MOST_LOADS = 24


class GivenUp(GraderError):
    """Nobody wants to know any more."""


class Replayer:
    """A worker that loads one submission after the other and puts a check's requests to each.

    Every replay loads its source anew, so that it begins with nothing of the last one. Only what is
    safe to share a process belongs in one replayer: the bank's own files, or one candidate's.

    Before each it asks whether the answers are still wanted, and raises `GivenUp` where they are not.
    """

    def __init__(self, zygote: Zygote, problem: Problem, is_wanted: Callable[[], bool]) -> None:
        self._zygote = zygote
        self._problem = problem
        self._is_wanted = is_wanted
        self._worker: Worker | None = None
        self._loads = 0

    def __enter__(self) -> Replayer:
        return self

    def __exit__(self, *_: object) -> None:
        self.renew()

    def renew(self) -> None:
        """Give up the worker; the next replay takes a new one."""
        if self._worker:
            self._worker.close()
        self._worker, self._loads = None, 0

    def replies(self, source: str, transcript: Sequence[Exchange]) -> Replies | None:
        """What a submission answers to each request, in order; None where it ended on the way."""
        try:
            worker = self._load(source)
            return _ask_all(worker, transcript) if worker else None
        except (WorkerEnded, WireError):
            self.renew()
            return None

    def run(
        self, source: str, function: CheckFunction, fixtures: frozenset[str], seed: int
    ) -> Record | None:
        """What a check leaves that is run on a submission; None where that can't be loaded."""
        try:
            worker = self._load(source)
        except WorkerEnded:
            self.renew()
            return None
        found = run_check(function, fixtures, seed, worker) if worker else None
        if found and found.outcome not in (Outcome.PASSED, Outcome.FAILED, Outcome.RAISED):
            self.renew()
        return found

    def _load(self, source: str) -> Worker | None:
        """The worker with a submission loaded; None where that is refused."""
        if not self._is_wanted():
            raise GivenUp("the search for the mistake was given up")
        if self._loads >= _MOST_LOADS:
            self.renew()
        self._loads += 1
        self._worker = self._worker or self._zygote.fork()
        submission = from_bytes("submission.py", source.encode())
        request = {**load_request(self._problem, submission), "stub": ""}
        return self._worker if "ok" in self._worker.request("load", **request) else None


def _ask_all(worker: Worker, transcript: Sequence[Exchange]) -> Replies:
    numbers: dict[int, int] = {}
    replies = []
    for exchange in transcript:
        fields = {name: _renumbered(value, numbers) for name, value in exchange.fields.items()}
        reply = _seen(worker.request(exchange.op, **fields))
        _pair_handles(exchange.reply.get("ok"), reply.get("ok"), numbers)
        replies.append(reply)
    return replies


def _seen(reply: dict[str, Any]) -> dict[str, Any]:
    """The reply, seen to be one: a candidate's code shares its process with what writes them.

    Raises:
        WireError: it is none.
    """
    if "raised" in reply:
        raised = reply["raised"]
        kinds = raised.get("kinds") if type(raised) is dict else None
        if type(kinds) is not list or not kinds:
            raise WireError("an exception of no kind")
    elif "fault" not in reply:
        from_wire(reply.get("ok"), lambda handle: handle)
    return reply


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

"""The submission as checks see it: names to call, objects to use, all of it in a worker.

Every request goes into the transcript, so that a failed grade can be replayed against other
submissions without running a check again.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from grader.checks import fail
from grader.outcome import Outcome
from grader.record import Exchange, SubmissionRaised
from grader.supervise import ending
from grader.supervise.ending import WorkerEnded
from grader.supervise.worker import Worker
from grader.text import Text
from grader.worker.frames import WireError
from grader.worker.values import Handle, from_wire, to_wire

_OUT_OF_MEMORY = ("MemoryError", "ResourceExhaustedError")
# What a worker that is ours says of an answer that it can't send (`worker.values`). The candidate's
# code shares its process: anything else that comes from there is not repeated.
_TOO_MUCH = (
    (r"a value nested more than \d{1,9} deep", "嵌套太深的值"),
    (r"a value of more than \d{1,9} parts", "组成部分太多的值"),
    (r"bytes of length \d{1,20}", "太长的 bytes"),
    (r"a string of length \d{1,20}", "太长的字符串"),
    (r"a dict whose keys are not all plain values", "键不全是普通值的 dict"),
    (r"an int of \d{1,20} bits", "位数太多的 int"),
    (r"an array of shape \([\d, ]{1,200}\) with \d{1,20} bytes", "太大的数组"),
    (r"\d{1,20} bytes are more than a frame may hold", "总量太大的值"),
)


@dataclass(slots=True)
class Conversation:
    """A check's talk with its worker: makes requests, keeps the transcript."""

    worker: Worker
    transcript: list[Exchange] = field(default_factory=list)
    changed: list[int | str] = field(default_factory=list)
    _owed: list[tuple[str, str, dict[str, Any]]] = field(default_factory=list)

    def ask(self, op: str, **fields: Any) -> Any:
        """The value that the candidate's code gave.

        Raises:
            SubmissionRaised: the candidate's code raised.
            WorkerEnded: its process died or went over a limit.
            CheckFailure: what it gave can't be judged (too large, nested too deep).
        """
        self.tell(op, **fields)
        return self.settle()

    def tell(self, op: str, **fields: Any) -> None:
        """Ask for something whose answer can wait: the next `ask`, or `settle`, takes it."""
        self._owed.append((self.worker.send(op, **fields), op, fields))

    def settle(self) -> Any:
        """Take all answers that are owed; gives the last one's value.

        Raises:
            SubmissionRaised, WorkerEnded, CheckFailure: as for `ask`, for the first of them that failed.
        """
        owed, self._owed = self._owed, []
        replies = []
        for request_id, op, fields in owed:
            replies.append(self.worker.receive(request_id))
            self.transcript.append(Exchange(op, fields, replies[-1]))
        # All are taken before one is looked at: an answer left behind would be taken for the next one.
        value = None
        for reply in replies:
            value = self._value(reply)
        return value

    def _value(self, reply: dict[str, Any]) -> Any:
        if "fault" in reply:
            said = _said(reply["fault"])
            fail(f"The answer can't be judged: {said.en}.", f"无法评判该返回值：{said.zh}。")
        if "raised" in reply:
            raise_for(reply["raised"])
        changed = reply.get("changed", [])
        self.changed = changed if type(changed) is list else []
        try:
            return from_wire(reply.get("ok"), self.resolve)
        except WireError:
            raise ending.spoke_out_of_turn() from None

    def resolve(self, handle: Handle) -> Remote:
        return Remote(self, handle)

    def call(self, target: list[Any], args: tuple[Any, ...], kwargs: dict[str, Any]) -> Any:
        return self.ask(
            "call",
            target=target,
            args=[to_wire(value, _keep) for value in args],
            kwargs={name: to_wire(value, _keep) for name, value in kwargs.items()},
        )


def _said(fault: Any) -> Text:
    """Why a worker could not send an answer."""
    message = str(fault.get("message")) if type(fault) is dict else ""
    for pattern, zh in _TOO_MUCH:
        if re.fullmatch(pattern, message):
            return Text(message, zh)
    return Text("it has a form that can't be sent", "它的形式无法传送")


def raise_for(raised: Any) -> None:
    """Raise what the worker says the candidate's code raised."""
    if type(raised) is not dict or type(raised.get("kinds")) is not list or not raised["kinds"]:
        raise ending.spoke_out_of_turn()
    kinds = tuple(str(kind)[:200] for kind in raised["kinds"])
    line = raised.get("line")
    if kinds[0].endswith(_OUT_OF_MEMORY):
        raise WorkerEnded(Outcome.MEMORY, ending.OVER_MEMORY)
    if kinds[0] == "SystemExit":
        raise ending.exited(None)
    raise SubmissionRaised(
        kinds,
        str(raised.get("message"))[:2000],
        line if type(line) is int else None,
        in_call=raised.get("in_call") is True,
    )


def _keep(value: Any) -> Handle:
    if isinstance(value, Remote):
        return object.__getattribute__(value, "_handle")  # type: ignore[no-any-return]
    raise TypeError(f"{type(value).__name__} can't be sent to a submission")


class Remote:
    """An object of the candidate's that stayed in the worker: read, assign, call."""

    __remote_name__ = True

    def __init__(self, conversation: Conversation, handle: Handle) -> None:
        object.__setattr__(self, "_conversation", conversation)
        object.__setattr__(self, "_handle", handle)

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return self._conversation.ask("get", target=["object", self._handle.number], name=name)

    def __setattr__(self, name: str, value: Any) -> None:
        tree = to_wire(value, _keep)
        self._conversation.tell("set", target=["object", self._handle.number], name=name, value=tree)

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        return self._conversation.call(["object", self._handle.number], args, kwargs)

    def __str__(self) -> str:
        return str(self._handle.type_name)


class _Names:
    """Functions of one module in the worker, called by name."""

    def __init__(self, conversation: Conversation, module: str) -> None:
        self._conversation = conversation
        self._module = module

    def __getattr__(self, name: str) -> Callable[..., Any]:
        if name.startswith("__"):
            raise AttributeError(name)
        return lambda *args, **kwargs: self._conversation.call([self._module, name], args, kwargs)


class SubmissionProxy(_Names):
    """What the `submission` fixture gives.

    `submission.f(...)` calls the candidate's `f`; `submission.harness.g(...)` calls the problem's
    harness, which gets the candidate's module as its first argument.
    """

    def __init__(self, conversation: Conversation) -> None:
        super().__init__(conversation, "module")
        self.harness = _Names(conversation, "harness")

    @property
    def changed(self) -> list[int | str]:
        """Positions and keywords of the last call's arguments that were changed in place."""
        return self._conversation.changed

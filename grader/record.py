"""What is kept of a check while it runs: plain values, for the judge."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from grader.outcome import Outcome
from grader.text import Text


class SubmissionRaised(Exception):
    """The candidate's own code raised.

    `kinds` are the names of the exception's classes, the raised one first, as far as they are
    Python's own or the candidate's; `line` is the line of the submission, counted from 1; `in_call`
    says that the call itself was refused: the signature does not take these arguments.
    """

    def __init__(
        self, kinds: tuple[str, ...], message: str, line: int | None, *, in_call: bool = False
    ) -> None:
        super().__init__(f"{kinds[0]}: {message}")
        self.kinds = kinds
        self.message = message
        self.line = line
        self.in_call = in_call

    def __reduce__(self) -> tuple[Any, ...]:
        return _raised, (self.kinds, self.message, self.line, self.in_call)


def _raised(kinds: tuple[str, ...], message: str, line: int | None, in_call: bool) -> SubmissionRaised:
    return SubmissionRaised(kinds, message, line, in_call=in_call)


@dataclass(frozen=True, slots=True)
class Exchange:
    """One request of a check and what came back, as they crossed the wire."""

    op: str
    fields: dict[str, Any]
    reply: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Record:
    """How one check ended, as seen by the grader process."""

    check_id: str
    outcome: Outcome
    message: Text | None = None
    raised: SubmissionRaised | None = None
    output: str = ""
    transcript: tuple[Exchange, ...] = ()
    excused: bool = False
    """Passed for want of anything to judge: see `grader.checks.excuse`."""
    tripped: str = ""
    """Of a check that raised something of its own: what, and on which of its lines. For its author."""

    @property
    def is_settled(self) -> bool:
        """Whether it says the same whatever worker the check ran in: only a plain pass does."""
        return self.outcome is Outcome.PASSED and not self.excused

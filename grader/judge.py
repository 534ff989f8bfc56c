"""From a problem's checks and what was recorded of them to a verdict. No input, no output."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from grader.bank import Check
from grader.outcome import Outcome, Verdict
from grader.record import Record, SubmissionRaised
from grader.submission import Submission, printable
from grader.text import Text

# What libraries colour their messages by (ECMA-48, "SGR").
_COLOURS = re.compile(r"\x1b\[[0-9;]*m")
# The worker's own folder, where its copy of the submission lies. Looked for from the beginning of a
# word alone: from each of its letters would take minutes in a long one.
_SCRATCH = re.compile(r"(?<![^\s\"'])[^\s\"']*/worker-[^/\s\"']+/")
# A frame in the message of an exception that was raised while tf.function traced (`in user code:`).
_TRACING = "in user code:\n"
_FRAME = re.compile(r'^ *File "([^"\n]*)", line (\d{1,7}), in [^\n]*\n(?: {8}[^\n]*\n)?', re.MULTILINE)
_MOST_SAID = 500
_NO_RECORD = Text("This check was not run.", "该检查没有运行。")


@dataclass(frozen=True, slots=True)
class CheckResult:
    """One check as it is reported."""

    check: Check
    outcome: Outcome
    message: Text | None
    code: str | None = None
    """The candidate's own line where its code raised."""
    output: str = ""
    """What the candidate's code printed."""
    tripped: str = ""
    """For the checks' author, in no report: see `Record.tripped`."""

    @property
    def points(self) -> float:
        return self.check.points if self.outcome is Outcome.PASSED else 0.0


def judge(
    checks: Sequence[Check], records: Sequence[Record], submission: Submission
) -> tuple[Verdict, tuple[CheckResult, ...]]:
    """The verdict and a result for every declared check.

    A check without a record of its own has not passed, and neither has one with two.
    """
    results = []
    for check in checks:
        own = [record for record in records if record.check_id == check.id]
        if len(own) == 1:
            results.append(_result(check, own[0], submission))
        else:
            results.append(CheckResult(check, Outcome.SKIPPED, _NO_RECORD))
    passed = bool(results) and all(result.outcome is Outcome.PASSED for result in results)
    return (Verdict.PASSED if passed else Verdict.FAILED), tuple(results)


def not_run(checks: Sequence[Check]) -> tuple[CheckResult, ...]:
    """Results where no check could be run."""
    return tuple(CheckResult(check, Outcome.SKIPPED, _NO_RECORD) for check in checks)


def _result(check: Check, record: Record, submission: Submission) -> CheckResult:
    raised = record.raised
    raised = _from_inside(raised, submission) if raised else None
    message = explain(raised, submission) if raised else record.message
    code = submission.line(raised.line) if raised else None
    output = printable(_SCRATCH.sub("", record.output))
    return CheckResult(check, record.outcome, message, code, output, record.tripped)


def explain(raised: SubmissionRaised, submission: Submission) -> Text:
    """What the candidate's exception says, and where in its code."""
    kind = printable(raised.kinds[0].rpartition(".")[2])
    said = _readable(raised.message)
    said = said if len(said) <= _MOST_SAID else f"{said[:_MOST_SAID]}…"
    if raised.kinds[0] == "NotImplementedError" and not said:
        return Text("Not written yet (NotImplementedError).", "尚未实现（NotImplementedError）。")
    colon = ": " if said else ""
    text = Text(f"{kind}{colon}{said}", f"{kind}{colon}{said}")
    if raised.line is not None:
        place = submission.where(raised.line)
        return Text(f"{place.en}: {text.en}", f"{place.zh}：{text.zh}")
    if raised.in_call:
        return Text(
            f"It can't be called as the statement says. {text.en}", f"无法按题面的方式调用。{text.zh}"
        )
    return text


def _readable(message: str) -> str:
    return printable(_COLOURS.sub("", _SCRATCH.sub("", message)))


def _from_inside(raised: SubmissionRaised, submission: Submission) -> SubmissionRaised:
    """An exception that was raised while a function was traced, as if it had come from there itself.

    TensorFlow raises another in its place, where the function was called, whose message holds the
    traceback, most of it the libraries' own.
    """
    message = _readable(raised.message)
    if not message.startswith(_TRACING):
        return raised
    frames = list(_FRAME.finditer(message))
    if not frames:
        return raised
    own = [int(line) for file, line in (frame.groups() for frame in frames) if file == submission.name]
    reason = " ".join(message[frames[-1].end() :].split())
    return SubmissionRaised(
        raised.kinds,
        reason.removeprefix(f"{raised.kinds[0]}: "),
        own[-1] if own else raised.line,
        in_call=raised.in_call,
    )

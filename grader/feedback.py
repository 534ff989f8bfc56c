"""How much of a report its reader is to see: practice, interview, exam."""

from __future__ import annotations

import dataclasses
from enum import StrEnum

from grader.judge import CheckResult
from grader.outcome import Outcome
from grader.report import Report
from grader.text import NOTHING


class Feedback(StrEnum):
    """What a candidate is told beyond verdict and score."""

    FULL = "full"
    """In practice: what went wrong, with numbers, and which mistake it was."""
    BRIEF = "brief"
    """In an interview: which checks failed, and the candidate's own exceptions."""
    NONE = "none"
    """In an exam: nothing. A file that can't be loaded is still said to be so, with the reason."""


def withhold(report: Report, feedback: Feedback) -> Report:
    """The report with what is not to be seen taken out; verdict, score and outcomes stay."""
    if feedback is Feedback.FULL:
        return report
    checks = tuple(_withheld(result, feedback) for result in report.checks)
    return dataclasses.replace(
        report, checks=checks, diagnoses=(), lists_checks=feedback is not Feedback.NONE
    )


def _withheld(result: CheckResult, feedback: Feedback) -> CheckResult:
    own_words = result.outcome is not Outcome.FAILED and feedback is Feedback.BRIEF
    return dataclasses.replace(
        result,
        message=result.message if own_words else NOTHING,
        code=result.code if own_words else None,
        output="",
    )

"""The words that a report uses for how a check and a whole grade ended."""

from __future__ import annotations

from enum import StrEnum


class Outcome(StrEnum):
    """How one check ended; only `PASSED` earns its points."""

    PASSED = "passed"
    FAILED = "failed"  # a wrong answer
    RAISED = "raised"  # the candidate's code raised
    TIMEOUT = "timeout"
    MEMORY = "memory"  # over the limit
    CRASHED = "crashed"  # its process died
    SKIPPED = "skipped"  # not run, or left no record


class Verdict(StrEnum):
    """How a grade ended."""

    PASSED = "passed"
    FAILED = "failed"
    INVALID = "invalid"  # the submission could not be loaded
    ERROR = "error"  # the grader could not do its work; never the candidate's fault

    @property
    def exit_code(self) -> int:
        return {Verdict.PASSED: 0, Verdict.ERROR: 3}.get(self, 1)

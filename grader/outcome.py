"""The words that a report uses for how a check and a whole grade ended."""

from __future__ import annotations

from enum import StrEnum

from grader.text import Text


class Outcome(StrEnum):
    """How one check ended; only `PASSED` earns its points."""

    PASSED = "passed"
    FAILED = "failed"  # a wrong answer
    RAISED = "raised"  # the candidate's code raised
    TIMEOUT = "timeout"
    MEMORY = "memory"  # over the limit
    CRASHED = "crashed"  # its process died
    SKIPPED = "skipped"  # not run, or left no record

    @property
    def word(self) -> Text:
        return _OUTCOME_WORDS[self]


class Verdict(StrEnum):
    """How a grade ended."""

    PASSED = "passed"
    FAILED = "failed"
    INVALID = "invalid"  # the submission could not be loaded
    ERROR = "error"  # the grader could not do its work; never the candidate's fault

    @property
    def exit_code(self) -> int:
        return {Verdict.PASSED: 0, Verdict.ERROR: 3}.get(self, 1)

    @property
    def word(self) -> Text:
        return _VERDICT_WORDS[self]


_OUTCOME_WORDS = {
    Outcome.PASSED: Text("passed", "通过"),
    Outcome.FAILED: Text("failed", "未通过"),
    Outcome.RAISED: Text("raised", "异常"),
    Outcome.TIMEOUT: Text("timeout", "超时"),
    Outcome.MEMORY: Text("memory", "内存"),
    Outcome.CRASHED: Text("crashed", "崩溃"),
    Outcome.SKIPPED: Text("skipped", "未运行"),
}
_VERDICT_WORDS = {
    Verdict.PASSED: Text("passed", "通过"),
    Verdict.FAILED: Text("failed", "未通过"),
    Verdict.INVALID: Text("invalid", "无效"),
    Verdict.ERROR: Text("error", "评测器错误"),
}

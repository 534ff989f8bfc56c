"""What a report says of the mistakes that were found."""

from __future__ import annotations

from grader.diagnose.choose import Named
from grader.diagnose.explain import Findings
from grader.diagnose.mistakes import lines_with
from grader.report import Diagnosis
from grader.submission import Submission
from grader.text import Text

# Where more lines than these look like the wrong one, which is meant can't be told.
_MOST_LINES = 3
_NOT_REPEATABLE = Diagnosis(
    "answers-differ-between-runs",
    Text(
        "Your code gives other answers when it is run again on the same inputs.",
        "同样的输入，你的代码再运行一次，给出的结果不同。",
    ),
    why=Text(
        "It draws random numbers without a fixed seed, or depends on the time, on an order that is not "
        "fixed, or on memory that was never set.",
        "它使用了没有固定种子的随机数，或者依赖时间、不固定的顺序、未初始化的内存。",
    ),
    fix=Text(
        "Find what differs from run to run first; until then no other finding can be relied on.",
        "先找出每次运行不同的地方；在此之前，其他结论都不可靠。",
    ),
)


def tell(findings: Findings, submission: Submission) -> tuple[Diagnosis, ...]:
    """Diagnoses for the report, those that explain the most checks first."""
    told = tuple(_tell(named, submission) for named in findings.named)
    return told if findings.repeatable else (*told, _NOT_REPEATABLE)


def _tell(named: Named, submission: Submission) -> Diagnosis:
    mistake = named.mistake
    lines = lines_with(mistake, submission.lines)
    line = lines[0] if 0 < len(lines) <= _MOST_LINES else None
    return Diagnosis(
        mistake.id,
        mistake.what,
        numbers=mistake.numbers,
        why=mistake.why,
        fix=mistake.fix,
        checks=tuple(sorted(named.checks)),
        place=submission.where(line) if line else None,
        code=submission.line(line),
    )

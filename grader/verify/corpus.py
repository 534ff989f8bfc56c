"""Grades a problem's own submissions, right and wrong, and compares with what must come out."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from types import TracebackType

from grader.bank import Bank, Problem
from grader.diagnose.mistakes import Mistake
from grader.errors import GraderError, SandboxError
from grader.limits import Limits
from grader.outcome import Outcome
from grader.report import Report
from grader.run import Grader
from grader.selection import Selection
from grader.study.compute import of_reference
from grader.submission import from_bytes
from grader.verify import examples
from grader.verify.files import python_files
from grader.verify.finding import Finding
from grader.verify.graders import Graders


class Kind(StrEnum):
    """What a task is about."""

    STUB = "stub"
    REFERENCE = "reference"
    HALF_LIMITS = "half limits"
    VARIANT = "variant"
    MISTAKE = "mistake"
    EXAMPLES = "examples"
    PICTURES = "pictures"


@dataclass(frozen=True, slots=True)
class Task:
    """One file to grade."""

    problem: int
    """Its place in the list of problems."""
    kind: Kind
    path: Path
    seed: int = 0
    full: bool = True
    """For a mistake: whether it is run through every check, or those alone that its docstring names."""


@dataclass(frozen=True, slots=True)
class Result:
    """What a task showed."""

    task: Task
    complaints: tuple[str, ...] = ()
    outcomes: dict[str, Outcome] | None = None
    """Of a mistake: how each check ended that was run."""


def tasks(number: int, problem: Problem, seeds: Sequence[int], full: bool) -> Iterator[Task]:
    """All that is to be run for one problem, the reference on every one of `seeds`.

    With `full`, each mistake through every check.
    """
    solution = problem.solution_folder / "solution.py"
    yield Task(number, Kind.STUB, problem.folder / "stub.py")
    yield Task(number, Kind.EXAMPLES, problem.folder / "statement.md")
    if (problem.solution_folder / "pictures.py").is_file():
        yield Task(number, Kind.PICTURES, problem.solution_folder / "pictures.py")
    yield Task(number, Kind.HALF_LIMITS, solution)
    for seed in seeds:
        yield Task(number, Kind.REFERENCE, solution, seed)
    for path in python_files(problem.solution_folder / "variants"):
        yield Task(number, Kind.VARIANT, path)
    for path in python_files(problem.solution_folder / "mistakes"):
        yield Task(number, Kind.MISTAKE, path, full=full)


class Corpus:
    """Runs tasks, in as many shards of this process as it was made for."""

    def __init__(
        self,
        bank: Bank,
        problems: Sequence[Problem],
        known: Sequence[tuple[Mistake, ...]],
        isolation: str | None = None,
        shards: int = 1,
    ) -> None:
        self._problems = problems
        self._known = [{mistake.id: mistake for mistake in each} for each in known]
        halved = [dataclasses.replace(problem, limits=_half(problem.limits)) for problem in problems]
        self._graders = Graders(bank, [*problems, *halved], isolation, shards)

    def __enter__(self) -> Corpus:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._graders.__exit__(kind, error, trace)

    def run(self, task: Task, shard: int = 0) -> Result:
        """Do one task.

        Raises:
            SandboxError: no isolation works here.
        """
        halved = len(self._problems) if task.kind is Kind.HALF_LIMITS else 0
        try:
            return self._run(task, self._graders.of(task.problem + halved, shard))
        except SandboxError:
            raise
        except GraderError as error:
            return Result(task, (str(error),))

    def _run(self, task: Task, grader: Grader) -> Result:
        problem = self._problems[task.problem]
        if task.kind is Kind.EXAMPLES:
            return Result(task, tuple(examples.complaints(problem, grader.zygote)))
        if task.kind is Kind.PICTURES:
            of_reference(grader.zygote, problem)
            return Result(task)
        submission = from_bytes(task.path.name, task.path.read_bytes())
        if task.kind is Kind.MISTAKE:
            mistake = self._known[task.problem][task.path.stem]
            return _mistake_result(
                task,
                mistake,
                grader.grade(
                    submission,
                    seed=task.seed,
                    search=None,
                    selection=Selection(alone=mistake.fails, others=task.full),
                ),
            )
        report = grader.grade(submission, seed=task.seed, search=None)
        if task.kind is Kind.STUB:
            # Touched, so that it is graded like any other submission.
            touched = from_bytes(task.path.name, task.path.read_bytes() + b"\npass\n")
            begun = grader.grade(touched, seed=task.seed, search=None)
            return Result(task, tuple(_stub_complaints(task.path, report, begun)))
        where = f"{task.path}, seed {task.seed}"
        if task.kind is Kind.HALF_LIMITS:
            where = f"{task.path}, with half of its limits"
        return Result(task, tuple(_right_complaints(where, report)))


def _mistake_result(task: Task, mistake: Mistake, report: Report) -> Result:
    run = [result for result in report.checks if task.full or result.check.id in mistake.fails]
    outcomes = {result.check.id: result.outcome for result in run}
    return Result(task, tuple(_wrong_complaints(task.path, mistake, report, outcomes)), outcomes)


def _half(limits: Limits) -> Limits:
    return dataclasses.replace(
        limits, cpu_s=limits.cpu_s / 2, idle_s=limits.idle_s / 2, memory_mb=limits.memory_mb // 2
    )


def _not_passed(report: Report) -> list[str]:
    return [result.check.id for result in report.checks if result.outcome is not Outcome.PASSED]


def _stub_complaints(path: Path, untouched: Report, begun: Report) -> Iterator[str]:
    if untouched.error is None or untouched.error.kind != "not-attempted":
        yield f"{path}: grading the untouched stub should say 'not attempted yet'"
    elif begun.error:
        yield f"{path}: {begun.error.text.en}"
    for result in begun.checks:
        if result.outcome is Outcome.PASSED:
            yield f"{path}: passes check {result.check.id} with nothing written"


def _right_complaints(where: str, report: Report) -> Iterator[str]:
    if report.error:
        yield f"{where}: {report.error.text.en}"
    for result in report.checks:
        if report.error is None and result.outcome is not Outcome.PASSED:
            said = result.message.en if result.message else ""
            why = f"the check itself raised {result.tripped}" if result.tripped else said
            yield f"{where}: check {result.check.id} is {result.outcome}: {why}"


def _wrong_complaints(
    path: Path, mistake: Mistake, report: Report, outcomes: dict[str, Outcome]
) -> Iterator[str]:
    if report.error:
        yield f"{path}: {report.error.text.en}"
        return
    failed = frozenset(name for name, outcome in outcomes.items() if outcome is not Outcome.PASSED)
    for name in sorted(mistake.fails - failed):
        yield f"{path}: passes check {name}, which its docstring says it fails"
    for name in sorted(failed - mistake.fails):
        yield f"{path}: fails check {name}, which its docstring does not name"
    answered = any(outcomes[name] is Outcome.FAILED for name in failed)
    if failed and not answered and not mistake.crashes:
        yield f"{path}: fails by exceptions alone; where they are the mistake, say 'crashes: yes'"


def collect(finding: Finding, result: Result) -> None:
    """Add a result to what is known of its problem."""
    finding.grades += 1
    finding.complaints += result.complaints
    if result.outcomes is not None:
        finding.matrix[result.task.path.stem] = result.outcomes

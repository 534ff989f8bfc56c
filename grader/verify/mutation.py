"""Grades every mutant of a reference solution: those that pass show what the checks do not look at."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from grader.bank import Bank, Problem
from grader.cores import cores
from grader.outcome import Outcome, Verdict
from grader.report import Report
from grader.run import DEFAULT_SEED, Grader
from grader.selection import Selection
from grader.shards import Shards
from grader.submission import from_bytes
from grader.verify.equivalents import equivalents, require_existing, require_surviving
from grader.verify.graders import Graders
from grader.verify.mutants import Mutant, mutants

_MOST_SIDE_BY_SIDE = 8

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Killed:
    """A mutant that did not pass."""

    mutant: Mutant
    by: str
    """The check that it failed first, or what else became of it."""


@dataclass(frozen=True, slots=True)
class Equivalent:
    """A mutant that passed and that the problem lists as no different from the reference."""

    mutant: Mutant
    reason: str


@dataclass(frozen=True, slots=True)
class Mutation:
    """What became of every mutant of a problem's reference."""

    problem: str
    killed: tuple[Killed, ...]
    survived: tuple[Mutant, ...]
    equivalent: tuple[Equivalent, ...]

    @property
    def total(self) -> int:
        return len(self.killed) + len(self.survived) + len(self.equivalent)

    @property
    def share_killed(self) -> float:
        """Of the mutants that could be killed, how many were: 1.0 where all were."""
        able = self.total - len(self.equivalent)
        return len(self.killed) / able if able else 1.0


def mutate(
    bank: Bank,
    problem: Problem,
    *,
    isolation: str | None = None,
    seed: int = DEFAULT_SEED,
    side_by_side: int | None = None,
    on_progress: Progress = lambda done, total: None,
) -> Mutation:
    """Grade every mutant of the problem's reference.

    Args:
        isolation: the backend that must be used, or None for the best that works here.
        side_by_side: how many are graded at once; None for one a core.
        on_progress: called with the number of mutants graded and of all.

    Raises:
        BankError: the problem's files are not right, or its `equivalent.toml` lists a mutant that
            there is not or that is killed.
        SandboxError: no isolation works, or it failed on the way.
    """
    made = mutants((problem.solution_folder / "solution.py").read_text(encoding="utf-8"))
    listed = equivalents(problem)
    require_existing(problem, listed, [mutant.id for mutant in made])
    shards = max(1, min(side_by_side or cores(), _MOST_SIDE_BY_SIDE, len(made)))
    killers: dict[int, str | None] = {}
    with Graders(bank, [problem], isolation, shards) as graders:

        def grade(task: int, shard: int) -> tuple[int, str | None]:
            return task, _killer(problem, made[task], graders.of(0, shard), seed)

        with Shards(len(made), shards, grade) as running:
            for task, killer in running.results():
                killers[task] = killer
                on_progress(len(killers), len(made))
    return _sorted(problem, made, [killers[task] for task in range(len(made))], listed)


def _sorted(
    problem: Problem, made: Sequence[Mutant], killers: Sequence[str | None], listed: dict[str, str]
) -> Mutation:
    killed = [Killed(mutant, by) for mutant, by in zip(made, killers, strict=True) if by is not None]
    require_surviving(problem, listed, [each.mutant.id for each in killed])
    alive = [mutant for mutant, by in zip(made, killers, strict=True) if by is None]
    return Mutation(
        problem.id,
        killed=tuple(killed),
        survived=tuple(mutant for mutant in alive if mutant.id not in listed),
        equivalent=tuple(Equivalent(each, listed[each.id]) for each in alive if each.id in listed),
    )


def _killer(problem: Problem, mutant: Mutant, grader: Grader, seed: int) -> str | None:
    """What tells the mutant from the reference: a check's id; None where it passes."""
    submission = from_bytes(f"{problem.module_name}.py", mutant.source.encode())
    report = grader.grade(submission, seed=seed, search=None, selection=Selection(stop_at_first=True))
    return None if report.verdict is Verdict.PASSED else _first_reason(report)


def _first_reason(report: Report) -> str:
    if report.error:
        return report.error.kind
    ended = [each for each in report.checks if each.outcome not in (Outcome.PASSED, Outcome.SKIPPED)]
    return ended[0].check.id if ended else Outcome.SKIPPED.value

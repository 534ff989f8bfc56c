"""Verifies problems: everything that is to be seen of one, side by side where cores are free."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from grader.bank import Bank, Problem
from grader.cores import cores
from grader.diagnose.mistakes import Mistake, mistakes
from grader.errors import BankError
from grader.shards import Shards
from grader.verify import files, requirements
from grader.verify.corpus import Corpus, Kind, Result, Task, collect, tasks
from grader.verify.finding import Finding
from grader.verify.mutation import mutate

Progress = Callable[[int, int], None]


def verify(
    bank: Bank,
    ids: Sequence[str],
    *,
    seeds: Sequence[int],
    full: bool = False,
    mutating: bool = False,
    isolation: str | None = None,
    on_progress: Progress = lambda done, total: None,
) -> list[Finding]:
    """Verify the problems of these ids.

    Args:
        seeds: what the reference is graded on.
        full: whether each mistake is run through every check, and not through those alone that its
            docstring names.
        mutating: whether to grade the reference's mutants, too.
        on_progress: called with the number of submissions graded and of all.

    Raises:
        UsageError: there is no such problem.
        SandboxError: no isolation works here.
    """
    findings: list[Finding] = []
    loaded: list[tuple[Finding, Problem, tuple[Mistake, ...]]] = []
    for problem_id in ids:
        finding = Finding(problem_id, ())
        findings.append(finding)
        if problem_id in bank.concept_ids():
            finding.complaints += files.concept_complaints(bank, problem_id)
            continue
        try:
            problem = bank.load(problem_id)
            finding.checks = tuple(check.id for check in problem.checks)
            known = mistakes(problem)
            finding.complaints += files.complaints(problem, known)
            loaded.append((finding, problem, known))
            finding.complaints += requirements.complaints(problem)
        except BankError as error:
            finding.complaints.append(str(error))
    for result in _run_all(bank, loaded, seeds, full, isolation, on_progress):
        collect(loaded[result.task.problem][0], result)
    for finding, problem, _ in loaded if mutating else ():
        _mutate(bank, problem, finding, isolation, on_progress)
    for finding in findings:
        finding.matrix = dict(sorted(finding.matrix.items()))
        # What is wrong with the checks themselves every grade complains of.
        finding.complaints = sorted(set(finding.complaints))
    return findings


def _mutate(
    bank: Bank, problem: Problem, finding: Finding, isolation: str | None, on_progress: Progress
) -> None:
    try:
        finding.mutation = mutate(bank, problem, isolation=isolation, on_progress=on_progress)
    except BankError as error:
        finding.complaints.append(str(error))
        return
    finding.grades += finding.mutation.total
    finding.complaints += [
        f"{problem.solution_folder / 'solution.py'}:{mutant.line}: no check tells {mutant.after!r} from "
        f"{mutant.before!r}: add one, or list {mutant.id!r} in equivalent.toml with the reason"
        for mutant in finding.mutation.survived
    ]


def _run_all(
    bank: Bank,
    loaded: Sequence[tuple[Finding, Problem, tuple[Mistake, ...]]],
    seeds: Sequence[int],
    full: bool,
    isolation: str | None,
    on_progress: Progress,
) -> list[Result]:
    problems = [problem for _, problem, _ in loaded]
    todo: list[Task] = []
    for number, problem in enumerate(problems):
        todo += tasks(number, problem, seeds, full)
    # What takes longest first, so that no core is left with it at the end.
    todo.sort(
        key=lambda task: (problems[task.problem].worker == "numpy", task.problem, task.kind != Kind.MISTAKE)
    )
    results: list[Result] = []
    on_progress(0, len(todo))
    # One more than there are cores: a grade waits now for its worker, now the worker for it.
    shards = min(cores() + 1, len(todo))
    with Corpus(bank, problems, [known for _, _, known in loaded], isolation, shards) as corpus:

        def run(number: int, shard: int) -> Result:
            return corpus.run(todo[number], shard)

        with Shards(len(todo), shards, run) as running:
            for result in running.results():
                results.append(result)
                on_progress(len(results), len(todo))
    return results

"""Whether any verdict of the bank's submissions depends on the seed or on a busy machine.

`python -m tests.bench.steady [PROBLEM…] [--seeds 0-99] [--busy 8]` grades the reference, every variant,
every right submission of `tests/truth` (not with `--bank-alone`) and every mistake (in the checks that
it names) on each seed, with so many processes computing beside, and prints each verdict that is not
what it must be; the exit code is 1 if there was any. (`grade verify` does the reference's seeds on a
quiet machine.)
"""

from __future__ import annotations

import argparse
import multiprocessing
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from grader.bank import Bank, Problem
from grader.cores import cores
from grader.diagnose.mistakes import mistakes
from grader.shards import Shards
from grader.verify.corpus import Corpus, Kind, Result, Task
from grader.verify.files import python_files

_TRUTH = Path(__file__).parents[1] / "truth"


def tasks(problem: Problem, seeds: Sequence[int], bank_alone: bool) -> Iterator[Task]:
    """Every submission of the problem, on every seed."""
    folder = problem.solution_folder
    right = [folder / "solution.py", *python_files(folder / "variants")]
    if not bank_alone:
        right += python_files(_TRUTH / problem.id / "right")
    for seed in seeds:
        yield from (Task(0, Kind.VARIANT, path, seed) for path in right)
        for path in python_files(folder / "mistakes"):
            yield Task(0, Kind.MISTAKE, path, seed, full=False)


def burn() -> None:
    """Compute for ever."""
    while True:
        pass


def main() -> None:
    bank = Bank.open(None)
    parser = argparse.ArgumentParser(description=str(__doc__).partition("\n")[0])
    parser.add_argument("problems", nargs="*", default=bank.ids())
    parser.add_argument("--seeds", default="0-9", help="first-last")
    parser.add_argument("--busy", type=int, default=8)
    parser.add_argument("--isolation", default=None)
    parser.add_argument("--bank-alone", action="store_true")
    given = parser.parse_args()
    first, _, last = given.seeds.partition("-")
    seeds = range(int(first), int(last or first) + 1)
    burning = [multiprocessing.Process(target=burn, daemon=True) for _ in range(given.busy)]
    for process in burning:
        process.start()
    try:
        # As many of ours as of those: a grade that waits for a core waits no longer than it must.
        shards = cores() + given.busy
        problems = [bank.load(name) for name in given.problems]
        changed = [
            judge(bank, problem, list(tasks(problem, seeds, given.bank_alone)), given.isolation, shards)
            for problem in problems
        ]
    finally:
        for process in burning:
            process.kill()
    sys.exit(1 if any(changed) else 0)


def judge(bank: Bank, problem: Problem, todo: Sequence[Task], isolation: str | None, shards: int) -> int:
    """Do all that is `todo` with the problem; print and count what is not as it must be."""
    changed, begun = 0, time.monotonic()
    with Corpus(bank, [problem], [mistakes(problem)], isolation, shards) as corpus:

        def run(task: int, shard: int) -> Result:
            return corpus.run(todo[task], shard)

        with Shards(len(todo), shards, run) as running:
            for result in running.results():
                for complaint in result.complaints:
                    changed += 1
                    click.echo(f"seed {result.task.seed}: {complaint}")
    click.echo(
        f"{problem.id}: {len(todo)} grades, {time.monotonic() - begun:.0f} s: "
        f"{changed} verdicts not as they must be"
    )
    return changed


if __name__ == "__main__":
    main()

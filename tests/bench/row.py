"""Grades in a row through one zygote: what the first costs, and what each one after it.

python -m tests.bench.row [--problem layernorm-math] [--grades 50] [--isolation bubblewrap]
"""

from __future__ import annotations

import statistics
import time

import click

from grader.bank import Bank
from grader.run import Grader
from grader.submission import read


@click.command()
@click.option("--problem", default="layernorm-math", show_default=True)
@click.option("--grades", default=50, show_default=True)
@click.option("--isolation", default=None)
def main(problem: str, grades: int, isolation: str | None) -> None:
    """Print the first grade's wall time, the median of the rest, and the whole row's."""
    bank = Bank.open(None)
    loaded = bank.load(problem)
    submission = read(loaded.solution_folder / "solution.py")
    walls = []
    start = time.perf_counter()
    with Grader(bank, loaded, isolation) as grader:
        for _ in range(grades):
            begun = time.perf_counter()
            report = grader.grade(submission)
            walls.append(time.perf_counter() - begun)
            if report.verdict.exit_code:
                raise SystemExit(f"the reference solution did not pass: {report.verdict}")
    click.echo(
        f"{problem}, {grades} grades through one zygote ({report.isolation}): "
        f"first {walls[0]:.3f} s, "
        f"then {statistics.median(walls[1:]):.3f} s each (median), "
        f"{time.perf_counter() - start:.2f} s in all"
    )


if __name__ == "__main__":
    main()

"""Whole grades against plain pytest on the same checks, in one alternating run.

    python -m tests.bench.single [--rounds 15] [--problem layernorm-math]

Prints medians of wall and CPU time of whole processes, and their ratio to plain pytest: the same
checks and the same right submission in one process, with no isolation. The warm grade's CPU time is
the thin client's alone.
"""

from __future__ import annotations

import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import click

from grader.bank import Bank

ROOT = Path(__file__).resolve().parents[2]
GRADE = Path(sys.executable).parent / "grade"
BACKENDS = ("bubblewrap", "sandlock", "process")
BASE = "plain pytest"


def commands(problem: str) -> dict[str, list[str]]:
    """What is timed, by name."""
    folder = ROOT / "solutions" / problem
    submission = str(folder / "solution.py")
    harness = ROOT / "problems" / problem / "harness.py"
    plain = [sys.executable, "-m", "pytest", "-q", "-c", "/dev/null", "--rootdir", str(ROOT)]
    plain += ["-p", "tests.bench.in_process", "-p", "no:cacheprovider", "--submission", submission]
    plain += ["--harness", str(harness)] if harness.is_file() else []
    found = {BASE: [*plain, str(folder / "checks.py")]}
    for backend in BACKENDS:
        found[f"grade, {backend}"] = [str(GRADE), problem, submission, "--isolation", backend, "--no-warm"]
    found["grade, warm"] = [str(GRADE), problem, submission]
    libraries = "numpy, pytest" if Bank.open(None).load(problem).worker == "numpy" else "tensorflow, pytest"
    found[f"import {libraries}"] = [sys.executable, "-c", f"import {libraries}"]
    return found


def environment(runtime: str) -> dict[str, str]:
    """The caller's, with a warm server of its own and what would distort the measure taken out."""
    # pytest's own plugins alone: what else is installed here is nobody's measure.
    changed = {**os.environ, "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1", "XDG_RUNTIME_DIR": runtime}
    for name in ("PYTHONDONTWRITEBYTECODE", "CI", "GRADE_WARM"):
        changed.pop(name, None)
    return changed


def measure(command: list[str], env: dict[str, str]) -> tuple[float, float]:
    """Wall and CPU seconds of one run, its children's included; the run must end well."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.perf_counter()
    subprocess.run(
        command, cwd=ROOT, env=env, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    wall = time.perf_counter() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


@click.command()
@click.option("--rounds", default=15, show_default=True)
@click.option("--problem", default="layernorm-math", show_default=True)
def main(rounds: int, problem: str) -> None:
    """Print a table of medians and ratios."""
    timed = commands(problem)
    seen: dict[str, list[tuple[float, float]]] = {name: [] for name in timed}
    with tempfile.TemporaryDirectory() as runtime:
        env = environment(runtime)
        subprocess.run([str(GRADE), "warm", "--start"], env=env, check=True, stdout=subprocess.DEVNULL)
        for command in timed.values():
            measure(command, env)
        for _ in range(rounds):
            for name, command in timed.items():
                seen[name].append(measure(command, env))
        subprocess.run([str(GRADE), "warm", "--stop"], env=env, check=True, stdout=subprocess.DEVNULL)
    base = statistics.median(wall for wall, _ in seen[BASE])
    click.echo(f"{problem}, {rounds} rounds, medians\n")
    click.echo(f"{'':26}{'wall s':>8}{'ratio':>8}{'CPU s':>8}")
    for name, runs in seen.items():
        wall = statistics.median(each[0] for each in runs)
        cpu = statistics.median(each[1] for each in runs)
        click.echo(f"{name:26}{wall:8.3f}{wall / base:8.2f}{cpu:8.3f}")


if __name__ == "__main__":
    main()

"""`grade verify [PROBLEM…]`: shows that a bank's checks are right."""

from __future__ import annotations

import contextlib
import io
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import click

from grader.bank import Bank
from grader.cli.options import bank_option, isolation_option
from grader.cli.output import require_writable, write


@click.command()
@click.argument("problem_ids", metavar="[PROBLEM]...", nargs=-1)
@click.option("--seeds", type=click.IntRange(1, 1000), default=20, show_default=True,
              help="Grade the reference on so many seeds.")  # fmt: skip
@click.option(
    "--full",
    is_flag=True,
    help="Run each mistake through every check, and not those alone that its docstring names.",
)
@click.option("--mutate", "mutating", is_flag=True, help="Grade mutants of the reference, too.")
@click.option(
    "--format", "format_", type=click.Choice(["text", "json"]), default="text", help="How to report."
)
@click.option("--output", type=click.Path(path_type=Path), help="Write the report to this file instead.")
@isolation_option
@bank_option
def verify(
    problem_ids: tuple[str, ...],
    seeds: int,
    full: bool,
    mutating: bool,
    format_: str,
    output: Path | None,
    isolation: str | None,
    bank_folder: Path | None,
) -> int:
    """Show that the checks of a bank are right: its author's gate.

    The stub is "not attempted", and passes nothing; the reference passes on every seed, and with
    half of its limits; each variant passes; each mistake fails in the checks that its docstring
    names, each check is failed by one; the statement's examples are right, every sentence of its
    lists is tied to a check; the pictures can be drawn; nothing is missing in either language, and no
    file is stray. Prints which mistake fails in which check. Exit code 1 where something is to be
    mended.

    --full also says which mistakes fail checks that their docstrings don't name; it takes about twice
    as long. --mutate changes the reference in one place at a time and says which changes no check
    notices.
    """
    from rich.console import Console

    from grader.verify.show import show, to_json
    from grader.verify.verify import verify as verify_all

    bank = Bank.open(bank_folder)
    if output:
        require_writable(output)
    with _progress() as on_progress:
        findings = verify_all(
            bank,
            problem_ids or [*bank.ids(), *bank.concept_ids()],
            seeds=range(seeds),
            full=full,
            mutating=mutating,
            isolation=isolation,
            on_progress=on_progress,
        )
    if format_ == "json":
        write(to_json(findings) + "\n", output)
    else:
        buffer = io.StringIO()
        plain: dict[str, Any] = {"highlight": False, "emoji": False, "markup": False}
        console = (
            Console(file=buffer, width=100, color_system=None, **plain) if output else Console(**plain)
        )
        for finding in findings:
            show(console, finding)
        if output:
            write(buffer.getvalue(), output)
    return 0 if all(finding.passed for finding in findings) else 1


@contextlib.contextmanager
def _progress() -> Iterator[Callable[[int, int], None]]:
    """A bar on a terminal's stderr, gone in the end."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    console = Console(stderr=True)
    columns = TextColumn("grading"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn()
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as bar:
        task = bar.add_task("")
        yield lambda done, total: bar.update(task, completed=done, total=total)

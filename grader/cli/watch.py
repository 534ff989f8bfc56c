"""`grade watch PROBLEM [SUBMISSION]`: grades on every save."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from pathlib import Path

import click

from grader.bank import Bank, Problem
from grader.cli.arguments import problem_argument
from grader.cli.language import chosen_language, language_option
from grader.cli.notices import notices
from grader.cli.options import bank_option, isolation_option, seed_option
from grader.cli.progress import progress
from grader.errors import UsageError
from grader.messages import _
from grader.report import Report
from grader.submission import find, read
from grader.text import Language, Text

_WAITING = Text("Waiting for changes of {} … (Ctrl-C ends)", "等待 {} 的修改……（Ctrl-C 结束）")
_CLEAR = "\x1b[2J\x1b[3J\x1b[H"


@click.command()
@problem_argument
@click.argument("file", metavar="[SUBMISSION]", required=False, type=click.Path(path_type=Path))
@click.option(
    "--poll", is_flag=True, help="Look at the file instead of waiting for events (network drives)."
)
@seed_option
@isolation_option
@bank_option
@language_option
def watch(
    problem_id: str,
    file: Path | None,
    poll: bool,
    seed: int,
    isolation: str | None,
    bank_folder: Path | None,
    lang: str | None,
) -> int:
    """Grade on every save.

    SUBMISSION is graded now and whenever it changes; what changed in the report is marked.
    """
    language = chosen_language(lang)
    bank = Bank.open(bank_folder)
    problem = bank.load(problem_id)
    path = (file or _expected(problem)).absolute()
    if not path.parent.is_dir():
        raise UsageError(_("no such folder: {folder}.").format(folder=path.parent))
    # Whatever the checks need is imported while the sandbox starts.
    from grader.practice.keep import keep_attempt
    from grader.run import Grader

    say = notices(language)
    last: Report | None = None
    with Grader(bank, problem, isolation) as grader:
        for _save in _saves(path, poll):
            started = time.monotonic()
            try:
                submission = read(path)
            except UsageError as error:
                # Editors take a file away for a moment; a person may not have made it yet.
                _clear()
                click.echo(f"grade: {error}", err=True)
            else:
                with progress(language) as on_progress:
                    report = grader.grade(submission, seed=seed, on_progress=on_progress, started=started)
                hints = keep_attempt(report, submission.source, bank, say)
                _clear()
                _show(report, problem, language, last, hints)
                last = report
            click.echo(_WAITING.in_language(language).format(path.name), err=True)
    return 0


def _expected(problem: Problem) -> Path:
    """The file that a grade without a name would take, or the one that is still to be written."""
    try:
        return find(Path(), problem.module_name)
    except UsageError:
        return Path(f"{problem.module_name}.py")


def _saves(path: Path, poll: bool) -> Iterator[None]:
    """Once at the start, then at every change of the file `path`."""
    from watchfiles import watch as changes

    # The folder is watched: many editors write a new file and rename it over the old one.
    events = changes(
        path.parent,
        watch_filter=lambda _, changed: Path(changed).name == path.name,
        force_polling=poll or None,
        recursive=False,
        step=30,
        debounce=300,
        rust_timeout=100,
        yield_on_timeout=True,
        raise_interrupt=True,
    )
    seen = None
    for _event in events:
        # An event only says when to look; where none comes, or a poll's clock is too coarse to tell
        # two saves apart, the look itself finds the change a tenth of a second later.
        now = _signature(path)
        if seen is None or now != seen:
            seen = now
            yield


def _signature(path: Path) -> tuple[int, ...]:
    """What changes with every save; the same for a file that is not there."""
    try:
        info = path.lstat()
    except OSError:
        return ()
    return info.st_ino, info.st_size, info.st_mtime_ns


def _clear() -> None:
    if sys.stdout.isatty():
        sys.stdout.write(_CLEAR)
        sys.stdout.flush()


def _show(report: Report, problem: Problem, language: Language, last: Report | None, hints: int) -> None:
    from grader.render import render

    render(report, problem, language, since=last, hints_taken=hints)

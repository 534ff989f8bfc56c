"""`grade watch PROBLEM [SUBMISSION]`: grades on every save."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import click

from grader.bank import Bank, Problem
from grader.cli import screen
from grader.cli.arguments import problem_argument
from grader.cli.language import chosen_language, language_option
from grader.cli.notices import notices
from grader.cli.options import bank_option, isolation_option, seed_option
from grader.cli.progress import progress
from grader.cli.wording import verdict_word
from grader.errors import UsageError
from grader.messages import _
from grader.practice.keep import keep_attempt
from grader.practice.store import Say
from grader.report import Report
from grader.run import Grader
from grader.search import Search
from grader.submission import find, printable, read
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
    with Grader(bank, problem, isolation) as grader:
        if screen.is_there():
            option = f" --bank {bank_folder}" if bank_folder else ""
            _on_a_screen(Grading(bank, problem, grader, path, seed), poll, language, option)
        else:
            _in_plain_text(Grading(bank, problem, grader, path, seed), poll, language)
    return 0


@dataclass(frozen=True, slots=True)
class Grading:
    """One file and all that it takes to grade it."""

    bank: Bank
    problem: Problem
    grader: Grader
    path: Path
    seed: int

    def grade(
        self, on_progress: Callable[[int, int], None], on_verdict: Callable[[Report], None], say: Say
    ) -> tuple[Report, int]:
        """A report, which is kept, and how many hints were taken.

        `on_verdict` gets the report of a failed grade before the mistakes that explain it are known.

        Raises:
            UsageError: the file is not there; editors take it away for a moment, too.
        """
        started = time.monotonic()
        saved = _signature(self.path)
        submission = read(self.path)
        report = self.grader.grade(
            submission,
            seed=self.seed,
            on_progress=on_progress,
            on_verdict=on_verdict,
            started=started,
            # What is wrong with code that is no longer there keeps the next verdict waiting.
            search=Search(is_wanted=lambda: _signature(self.path) == saved),
        )
        return report, keep_attempt(report, submission.source, self.bank, say)


def _in_plain_text(grading: Grading, poll: bool, language: Language) -> None:
    """One report after the other, where nobody presses keys."""
    say = notices(language)
    last: Report | None = None
    for changed in _looks(grading.path, poll):
        if not changed:
            continue
        try:
            with progress() as on_progress:
                report, hints = grading.grade(on_progress, on_progress.looking, say)
        except UsageError as error:
            _clear()
            click.echo(f"grade: {error}", err=True)
        else:
            _clear()
            _show(report, grading.problem, language, last, hints)
            last = report
        click.echo(_WAITING.in_language(language).format(printable(grading.path.name)), err=True)


def _on_a_screen(grading: Grading, poll: bool, language: Language, option: str) -> None:
    """The whole terminal, with keys; the last verdict stays when it is given back."""
    from grader.cli.watching import Watching

    with screen.Screen() as terminal:
        watching = Watching(terminal, grading.bank, grading.problem, language, option, grading.path)
        for changed in _looks(grading.path, poll):
            if changed:
                try:
                    watching.graded(*grading.grade(watching.on_progress, watching.judged, watching.say))
                except UsageError as error:
                    watching.unread(error)
            if not all(watching.press(key) for key in terminal.pressed()):
                break
            if changed or terminal.resized:
                watching.draw()
    if watching.last:
        last = watching.last
        score = f"{last.score:g} / {last.max_score:g}"
        click.echo(f"{verdict_word(last.verdict.value).upper()}  {score}  {last.problem}")


def _expected(problem: Problem) -> Path:
    """The file that a grade without a name would take, or the one that is still to be written."""
    try:
        return find(Path(), problem.module_name)
    except UsageError:
        return Path(f"{problem.module_name}.py")


def _looks(path: Path, poll: bool) -> Iterator[bool]:
    """Several times a second: whether the file `path` has changed, which it has at the first look."""
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
        changed = seen is None or now != seen
        seen = now
        yield changed


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

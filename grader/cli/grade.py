"""`grade PROBLEM [SUBMISSION]`."""

from __future__ import annotations

import difflib
import time
from pathlib import Path

import click

from grader.bank import Bank, Problem
from grader.cli.arguments import problem_argument
from grader.cli.language import chosen_language, language_option
from grader.cli.notices import notices
from grader.cli.options import bank_option, feedback_option, isolation_option, seed_option
from grader.cli.output import require_writable, write
from grader.cli.progress import progress
from grader.cli.warm import start_after_a_grade
from grader.errors import BankError, SandboxError, UsageError
from grader.messages import _
from grader.report import Report
from grader.submission import find, read
from grader.text import Language
from grader.words import COMMANDS


@click.command(name="grade", hidden=True, context_settings={"help_option_names": ["-h", "--help"]})
@problem_argument
@click.argument("file", metavar="[SUBMISSION]", required=False, type=click.Path(path_type=Path))
@click.option(
    "--format", "format_", type=click.Choice(["text", "json"]), default="text", help="How to report."
)
@click.option("--output", type=click.Path(path_type=Path), help="Write the report to this file instead.")
@seed_option
@isolation_option
@bank_option
@feedback_option
@click.option("--no-warm", is_flag=True, help="Neither use nor start the warm server.")
@language_option
def grade(
    problem_id: str,
    file: Path | None,
    format_: str,
    output: Path | None,
    seed: int,
    isolation: str | None,
    bank_folder: Path | None,
    feedback: str,
    no_warm: bool,
    lang: str | None,
) -> int:
    """Grade SUBMISSION, or ./PROBLEM.py (with underscores) where none is given."""
    started = time.monotonic()
    language = chosen_language(lang)
    say = notices(language)
    bank = Bank.open(bank_folder)
    if output:
        require_writable(output)
    problem: Problem | None = None
    name = file.name if file else ""
    meanwhile = _import_for_text if format_ == "text" else _import_for_json
    from grader.feedback import Feedback, withhold
    from grader.run import Grader, failed_grade
    from grader.search import EVERY_MISTAKE
    from grader.warm import lent

    try:
        problem = (lent.problem(problem_id) if bank_folder is None else None) or _load(bank, problem_id)
        path = file or find(Path(), problem.module_name)
        submission = read(path)
        name = submission.name
        zygote = lent.take(problem.worker) if isolation is None and bank_folder is None else None
        with Grader(bank, problem, isolation, zygote) as grader:
            with progress() as on_progress:
                report = grader.grade(
                    submission,
                    seed=seed,
                    on_progress=on_progress,
                    on_verdict=on_progress.looking,
                    meanwhile=meanwhile,
                    started=started,
                    search=EVERY_MISTAKE if feedback == Feedback.FULL else None,
                )
            grader.release()
            report = withhold(report, Feedback(feedback))
            from grader.practice.keep import keep_attempt

            hints = keep_attempt(report, submission.source, bank, say)
            _print(report, problem, language, format_, output, hints)
    except (BankError, SandboxError) as error:
        report = failed_grade(problem, name, error, seed, started)
        _print(report, problem, language, format_, output)
    if not no_warm:
        start_after_a_grade()
    return report.verdict.exit_code


def _load(bank: Bank, word: str) -> Problem:
    """The problem meant; a word that is none may have been meant for a command."""
    try:
        return bank.load(word)
    except UsageError:
        near = difflib.get_close_matches(word, COMMANDS, n=1, cutoff=0.6)
        if not near or difflib.get_close_matches(word, bank.ids(), n=1, cutoff=0.6):
            raise
        raise UsageError(
            _("no such command or problem: {name}. Did you mean `grade {near}`?").format(
                name=repr(word[:80]), near=near[0]
            )
        ) from None


def _print(
    report: Report,
    problem: Problem | None,
    language: Language,
    format_: str,
    output: Path | None,
    hints_taken: int = 0,
) -> None:
    if format_ == "json":
        for notice in report.notices:
            click.echo(f"grade: {notice.in_language(language)}", err=True)
        write(report.to_json(language) + "\n", output)
        return
    from grader.render import render

    if output:
        write(render(report, problem, language, width=100, hints_taken=hints_taken), output)
    else:
        render(report, problem, language, hints_taken=hints_taken)


def _import_for_json() -> None:
    import uuid  # noqa: F401

    import grader.practice.keep  # noqa: F401


def _import_for_text() -> None:
    _import_for_json()
    import grader.render  # noqa: F401

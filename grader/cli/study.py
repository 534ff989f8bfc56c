"""`grade study PROBLEM`: the reference and all that is to be learnt from it."""

from __future__ import annotations

import sqlite3
import sys
from pathlib import Path

import click
from rich.text import Text as Styled

from grader.bank import Bank
from grader.catalogue import Entry, find_entry
from grader.cli.arguments import any_problem_argument
from grader.cli.files import write_whole
from grader.cli.language import chosen_language, language_option
from grader.cli.notices import notices
from grader.cli.options import bank_option
from grader.cli.output import require_writable
from grader.cli.show import about
from grader.errors import UsageError
from grader.messages import _
from grader.practice import attempts, marks
from grader.practice.keep import look
from grader.practice.place import bank_key
from grader.practice.store import Say
from grader.submission import printable


@click.command()
@any_problem_argument
@click.option("--spoil", is_flag=True, help="Show it before you have tried, without asking.")
@click.option("--html", type=click.Path(path_type=Path), help="Write it all to this file, as one page.")
@bank_option
@language_option
def study(
    problem_id: str, spoil: bool, html: Path | None, bank_folder: Path | None, lang: str | None
) -> int:
    """Study a problem: its reference, the derivation, common mistakes, what is asked next.

    Before your first try that earned a point it asks whether you mean it.
    """
    language = chosen_language(lang)
    bank = Bank.open(bank_folder)
    entry = find_entry(bank, problem_id)
    if html:
        require_writable(html, "--html")
    if not spoil and not _is_tried(bank, entry, notices(language)) and not _is_meant(entry):
        return 0
    from grader.study.load import load_sheet

    sheet = load_sheet(bank, entry, language)
    if html:
        from grader.study.page import page

        write_whole(page(sheet, about(entry)), html)
        click.echo(_("Wrote {file}.").format(file=printable(str(html))))
        return 0
    from grader.cli import pager
    from grader.study.terminal import rendered

    pager.page((Styled(about(entry), style="dim"), Styled(), *rendered(sheet)))
    return 0


def _is_tried(bank: Bank, entry: Entry, say: Say) -> bool:
    """Whether an attempt at it earned anything, or for a question: whether it was answered."""
    key = bank_key(bank)

    def work(connection: sqlite3.Connection) -> bool:
        if entry.kind == "concept":
            return any(each.question == entry.id for each in marks.answers(connection, key))
        return any(each.score > 0 for each in attempts.of_bank(connection, key, entry.id))

    return look(work, False, say)


def _is_meant(entry: Entry) -> bool:
    """The person's word that the answer may be shown.

    Raises:
        UsageError: nobody is there to ask.
    """
    if not sys.stdin.isatty():
        raise UsageError(
            _("{id} has not been tried, and this shows its answer: try it first, or say --spoil.").format(
                id=entry.id
            )
        )
    question = _("You have not tried {id} yet, and this shows its answer. Show it all the same?")
    if click.confirm(question.format(id=entry.id), err=True):
        return True
    instead = f"grade ask {entry.id}" if entry.kind == "concept" else f"grade hint {entry.id}"
    click.echo(_("Left closed. One step at a time: {command}").format(command=instead), err=True)
    return False

"""`grade show PROBLEM`: the statement, in the terminal."""

from __future__ import annotations

from pathlib import Path

import click
from rich.text import Text as Styled

from grader.bank import Bank
from grader.catalogue import Entry, find_entry
from grader.cli.arguments import any_problem_argument
from grader.cli.language import chosen_language, language_option
from grader.cli.options import bank_option
from grader.cli.wording import difficulty_word, topic_word
from grader.errors import BankError
from grader.messages import _
from grader.submission import printable
from grader.text import Language


@click.command(name="show")
@any_problem_argument
@bank_option
@language_option
def show(problem_id: str, bank_folder: Path | None, lang: str | None) -> int:
    """Show what a problem asks for."""
    language = chosen_language(lang)
    entry = find_entry(Bank.open(bank_folder), problem_id)
    from grader.cli import paint
    from grader.statement import for_terminal

    paint.show(
        Styled(about(entry), style="dim"),
        Styled(),
        for_terminal(statement(entry, language)),
        width=paint.PIPE_WIDTH,
    )
    return 0


def about(entry: Entry) -> str:
    """One line: topic, difficulty, minutes."""
    parts = (
        topic_word(entry.topic),
        difficulty_word(entry.difficulty),
        _("{minutes} minutes").format(minutes=entry.minutes),
    )
    return printable(" · ".join(parts))


def statement(entry: Entry, language: Language) -> str:
    """The statement's Markdown.

    Raises:
        BankError: it is not there, or no text.
    """
    path = entry.folder / ("statement.zh.md" if language == "zh" else "statement.md")
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise BankError(f"{path}: {error}") from None

"""`grade progress`: how far one is, by topic and by kind of mistake."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path

import click
from rich.console import RenderableType
from rich.text import Text as Styled

from grader.bank import Bank
from grader.catalogue import read_catalogue
from grader.cli.language import chosen_language, language_option
from grader.cli.notices import notices
from grader.cli.options import bank_option, format_option
from grader.cli.paint import columns, heading, show
from grader.cli.wording import topic_word
from grader.messages import _, counted
from grader.practice.attempts import Attempt, of_bank
from grader.practice.overview import Overview, overview
from grader.practice.place import bank_key, store_path
from grader.practice.states import NOTHING, known
from grader.practice.store import Store
from grader.submission import printable


@click.command()
@format_option
@bank_option
@language_option
def progress(format_: str, bank_folder: Path | None, lang: str | None) -> int:
    """Show what you have solved, by topic.

    And which mistakes and failing checks come again and again.
    """
    language = chosen_language(lang)
    bank = Bank.open(bank_folder)
    key = bank_key(bank)
    store = Store(store_path(), notices(language))
    so_far, attempts = store.read(
        lambda connection: (known(connection, key), of_bank(connection, key)), (NOTHING, list[Attempt]())
    )
    found = overview(read_catalogue(bank).entries, so_far, attempts, language)
    if format_ == "json":
        document = {"schema_version": 1, **asdict(found)}
        click.echo(json.dumps(document, ensure_ascii=False, indent=2))
    else:
        show(*_parts(found))
    return 0


def _parts(found: Overview) -> list[RenderableType]:
    topics = columns((_("topic"), _("solved"), _("self-marked")), right=(1, 2))
    for topic in found.topics:
        topics.add_row(
            printable(topic_word(topic.topic)),
            f"{topic.solved}/{topic.problems}",
            f"{topic.marked}/{topic.questions}" if topic.questions else "-",
        )
    count = counted("{number} attempt so far.", "{number} attempts so far.", found.attempts)
    parts: list[RenderableType] = [topics, Styled(), Styled(count.format(number=found.attempts))]
    if found.mistakes:
        rows = [(each.times, each.problem, each.text) for each in found.mistakes]
        parts += [Styled(), heading(_("Mistakes that were named")), _counts(rows)]
    if found.failing:
        rows = [(each.times, each.problem, each.title) for each in found.failing]
        parts += [Styled(), heading(_("Checks that failed most often")), _counts(rows)]
    return parts


def _counts(rows: list[tuple[int, str, str]]) -> RenderableType:
    """How often, in which problem, what."""
    table = columns(("", "", ""), right=(0,), flexible=2)
    table.show_header = False
    for times, problem, what in rows:
        table.add_row(f"{times}×", printable(problem), printable(what))
    return table

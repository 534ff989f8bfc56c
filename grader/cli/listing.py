"""`grade list`: what there is to do, and how far one is with it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import click
from rich.table import Table
from rich.text import Text as Styled

from grader.bank import DIFFICULTIES, Bank
from grader.catalogue import KINDS, Entry, read_catalogue
from grader.cli.language import chosen_language, language_option
from grader.cli.notices import notices
from grader.cli.options import bank_option, format_option
from grader.cli.paint import columns, show
from grader.cli.wording import difficulty_word, state_word, topic_word
from grader.messages import _
from grader.practice.keep import look
from grader.practice.place import bank_key
from grader.practice.states import NOTHING, STATES, Known, State, known
from grader.submission import printable
from grader.text import Language, Text

STATE_COLOURS = {"solved": "green", "started": "yellow", "self-marked": "cyan"}
_MARKS = {"new": "·", "started": "…", "solved": "✓", "self-marked": "~"}


@click.command(name="list")
@click.option("--topic", help="Only this topic.")
@click.option("--difficulty", type=click.Choice(DIFFICULTIES), help="Only this difficulty.")
@click.option("--state", type=click.Choice(STATES), help="Only what is in this state.")
@click.option("--kind", type=click.Choice(KINDS), help="Only problems to code, or only concept questions.")
@format_option
@bank_option
@language_option
def list_(
    topic: str | None,
    difficulty: str | None,
    state: str | None,
    kind: str | None,
    format_: str,
    bank_folder: Path | None,
    lang: str | None,
) -> int:
    """List the problems, and how far you are.

    Topic, difficulty, minutes, your state and your best score.
    """
    language = chosen_language(lang)
    say = notices(language)
    bank = Bank.open(bank_folder)
    key = bank_key(bank)
    so_far = look(lambda connection: known(connection, key), NOTHING, say)
    catalogue = read_catalogue(bank)
    for fault in catalogue.faults:
        say(Text(f"left out: {fault}", f"已略过：{fault}"))
    rows = [
        (entry, state)
        for entry, state in rows_of(catalogue.entries, so_far)
        if topic in (None, entry.topic, topic_word(entry.topic))
        and difficulty in (None, entry.difficulty)
        and kind in (None, entry.kind)
    ]
    rows = [row for row in rows if state in (None, row[1].word)]
    if format_ == "json":
        problems = [_json(entry, state, language) for entry, state in rows]
        click.echo(json.dumps({"schema_version": 1, "problems": problems}, ensure_ascii=False, indent=2))
    elif rows:
        show(table_of(rows, language))
    else:
        topics = ", ".join(sorted({entry.topic for entry in catalogue.entries}))
        click.echo(_("Nothing like that. Topics: {topics}.").format(topics=printable(topics)), err=True)
    return 0


def rows_of(entries: tuple[Entry, ...], so_far: Known) -> list[tuple[Entry, State]]:
    """Entries with their states, in the order of a list."""
    ordered = sorted(entries, key=lambda entry: (entry.topic, entry.ease))
    return [(entry, so_far.state(entry)) for entry in ordered]


def table_of(rows: list[tuple[Entry, State]], language: Language) -> Table:
    """The rows as they are listed."""
    names = ("", _("problem"), _("topic"), _("difficulty"), _("min"), _("state"), _("best"), _("title"))
    table = columns(names, right=(4, 6), flexible=7)
    for entry, state in rows:
        colour = STATE_COLOURS.get(state.word, "dim")
        table.add_row(
            Styled(_MARKS[state.word], style=colour),
            Styled(printable(entry.id), style="bold"),
            printable(topic_word(entry.topic)),
            difficulty_word(entry.difficulty),
            str(entry.minutes),
            Styled(state_word(state.word), style=colour),
            best_score(state),
            printable(entry.title.in_language(language)),
        )
    return table


def best_score(state: State) -> str:
    """The best that was judged; what a person says of an answer carries a mark of its own."""
    if state.best:
        return f"{state.best.score:g}/{state.best.max_score:g}"
    return f"~{state.had}/{state.points}" if state.had is not None else ""


def _json(entry: Entry, state: State, language: Language) -> dict[str, Any]:
    return {
        "id": entry.id,
        "kind": entry.kind,
        "title": entry.title.in_language(language),
        "topic": entry.topic,
        "difficulty": entry.difficulty,
        "minutes": entry.minutes,
        "state": state.word,
        "attempts": state.best.attempts if state.best else 0,
        "best_score": state.best.score if state.best else None,
        "max_score": state.best.max_score if state.best else None,
        "self_marked": None if state.had is None else {"had": state.had, "key_points": state.points},
    }

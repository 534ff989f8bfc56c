"""`grade` alone, and `grade next`: where one is, and what to do next."""

from __future__ import annotations

import os
from pathlib import Path

import click
from rich.console import RenderableType
from rich.text import Text as Styled

from grader.bank import Bank
from grader.catalogue import Entry, read_catalogue
from grader.cli.language import chosen_language, language_option
from grader.cli.notices import notices
from grader.cli.options import bank_option
from grader.cli.paint import columns, heading, show
from grader.cli.show import about
from grader.messages import _, counted
from grader.practice.keep import look
from grader.practice.place import bank_key
from grader.practice.states import NOTHING, Known, known, open_entries
from grader.practice.store import Say
from grader.submission import printable
from grader.text import Language


@click.command(name="next")
@bank_option
@language_option
def next_(bank_folder: Path | None, lang: str | None) -> int:
    """Say what to do next.

    The easiest problem that you have not solved, and how to start it.
    """
    language = chosen_language(lang)
    bank = Bank.open(bank_folder)
    entries, so_far = look_at(bank, notices(language))
    show(*next_parts(entries, so_far, language, _option(bank_folder)))
    return 0


def home(language: Language) -> None:
    """The screen of `grade` alone."""
    entries, so_far = look_at(Bank.open(None), notices(language))
    code = [entry for entry in entries if entry.kind == "code"]
    concepts = [entry for entry in entries if entry.kind == "concept"]
    solved = sum(so_far.state(entry).word == "solved" for entry in code)
    begun = sum(so_far.state(entry).word == "started" for entry in code)
    parts = [_("{solved} of {all} problems solved").format(solved=solved, all=len(code))]
    if begun:
        parts.append(counted("{begun} started", "{begun} started", begun).format(begun=begun))
    if concepts:
        answered = sum(so_far.state(entry).word == "self-marked" for entry in concepts)
        parts.append(
            _("{answered} of {all} questions answered").format(answered=answered, all=len(concepts))
        )
    bar = "█" * solved + "░" * (len(code) - solved) if len(code) <= 40 else ""
    show(
        Styled.assemble(("grade", "bold"), "  ", (bar, "green"), "  ", " · ".join(parts)),
        Styled(),
        *next_parts(entries, so_far, language, ""),
        Styled(),
        _commands(),
    )


def _commands() -> RenderableType:
    table = columns(("", ""))
    table.show_header = False
    for command, what in (
        ("grade list", _("all problems, and how far you are")),
        ("grade show PROBLEM", _("what a problem asks for")),
        ("grade --help", _("everything else")),
    ):
        table.add_row(Styled(f"  {command}", style="cyan"), what)
    return table


def look_at(bank: Bank, say: Say) -> tuple[tuple[Entry, ...], Known]:
    """What the bank offers, and what is known of the person."""
    key = bank_key(bank)
    so_far = look(lambda connection: known(connection, key), NOTHING, say)
    return read_catalogue(bank).entries, so_far


def _option(folder: Path | None) -> str:
    return f" --bank {folder}" if folder else ""


def next_parts(
    entries: tuple[Entry, ...], so_far: Known, language: Language, option: str
) -> list[RenderableType]:
    """The next problem, else the next question, and the command that begins it."""
    for kind in ("code", "concept"):
        left = open_entries(entries, so_far, kind)
        if left:
            entry = left[0]
            head = Styled.assemble(
                _("Next: "),
                (printable(entry.title.in_language(language)), "bold"),
                "  ",
                (about(entry), "dim"),
            )
            return [head, Styled(f"  {_command(entry)}{option}", style="cyan")]
    return [heading(_("Everything is solved. `grade progress` shows what it took."))]


def _command(entry: Entry) -> str:
    if entry.kind == "concept":
        return f"grade ask {entry.id}"
    there = any(os.path.lexists(f"{entry.module_name}{suffix}") for suffix in (".py", ".ipynb"))
    return f"grade {entry.id}" if there else f"grade start {entry.id}"

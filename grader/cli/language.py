"""Which language a candidate reads: what was asked for, else the locale's."""

from __future__ import annotations

import os

import click

from grader.text import LANGUAGES, Language

language_option = click.option(
    "--lang", type=click.Choice(LANGUAGES), help="Language to read in (default: the locale's)."
)


def chosen_language(asked: str | None) -> Language:
    """The language asked for, or the first of LC_ALL, LC_MESSAGES and LANG that says one."""
    context = click.get_current_context(silent=True)
    # It may be asked for before the command, too.
    asked = asked or (context.find_root().params.get("lang") if context else None)
    if asked:
        return "zh" if asked == "zh" else "en"
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        value = os.environ.get(name)
        if value:
            return "zh" if value.lower().startswith("zh") else "en"
    return "en"


def language_of(arguments: list[str]) -> Language:
    """The language that a whole command line asks for, before any of it is parsed."""
    for number, word in enumerate(arguments):
        if word == "--lang" and number + 1 < len(arguments):
            return chosen_language(arguments[number + 1])
        if word.startswith("--lang="):
            return chosen_language(word.removeprefix("--lang="))
    return chosen_language(None)

"""Which language a candidate reads: what was asked for, else the locale's."""

from __future__ import annotations

import os

import click

from grader.text import LANGUAGES, Language

language_option = click.option(
    "--lang", type=click.Choice(LANGUAGES), help="Language of the report (default: the locale's)."
)


def chosen_language(asked: str | None) -> Language:
    """The language asked for, or the first of LC_ALL, LC_MESSAGES and LANG that says one."""
    if asked:
        return "zh" if asked == "zh" else "en"
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        value = os.environ.get(name)
        if value:
            return "zh" if value.lower().startswith("zh") else "en"
    return "en"

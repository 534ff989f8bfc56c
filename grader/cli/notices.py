"""What a person should know beside what was asked for: one line each, on stderr."""

from __future__ import annotations

from collections.abc import Callable

import click

from grader.text import Language, Text


def notices(language: Language) -> Callable[[Text], None]:
    """A function that says a notice in that language."""
    return lambda text: click.echo(f"grade: {text.in_language(language)}", err=True)

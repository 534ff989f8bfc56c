"""Help texts in the reader's language.

They stand in the source in English, where click finds them, and are exchanged when a command is
loaded: the language is known by then.
"""

from __future__ import annotations

import inspect
from collections.abc import Iterator

import click

from grader.messages import _, current


def texts(command: click.Command) -> Iterator[str]:
    """Every text of the command that its help shows."""
    if command.help:
        yield inspect.cleandoc(command.help)
    for parameter in command.params:
        if isinstance(parameter, click.Option) and parameter.help:
            yield parameter.help


def localize(command: click.Command) -> None:
    """Have the command's help speak the language in use."""
    if current() == "en":
        return
    if command.help:
        command.help = _(inspect.cleandoc(command.help))
    for parameter in command.params:
        if isinstance(parameter, click.Option) and parameter.help:
            parameter.help = _(parameter.help)

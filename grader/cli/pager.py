"""Long texts: through a pager where a person reads them, as they come where a program does."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import click
from rich.console import Console, RenderableType

from grader.cli.paint import PIPE_WIDTH, console


def page(parts: Iterable[RenderableType]) -> None:
    """Show the parts one under the other; each is asked for when those before it are shown."""
    out = console(width=PIPE_WIDTH)
    if out.is_terminal and not out.is_dumb_terminal:
        # The pager of $PAGER, else less; it keeps the colours where it can show them.
        click.echo_via_pager(_texts(parts, out))
    else:
        for text in _texts(parts, out):
            click.echo(text, nl=False)


def _texts(parts: Iterable[RenderableType], out: Console) -> Iterator[str]:
    for part in parts:
        with out.capture() as captured:
            out.print(part)
        yield "".join(f"{line.rstrip()}\n" for line in captured.get().splitlines())

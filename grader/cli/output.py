"""Reports to stdout or to a file."""

from __future__ import annotations

import os
from pathlib import Path

import click

from grader.cli.files import write_whole
from grader.errors import UsageError
from grader.messages import _


def require_writable(output: Path) -> None:
    """Find out before the work and not after it.

    Raises:
        UsageError: the file can't be written.
    """
    folder = output.parent
    if output.is_dir() or not folder.is_dir() or not os.access(folder, os.W_OK):
        raise UsageError(
            _("--output: {file} can't be written; name a file in a folder that can.").format(file=output)
        )


def write(text: str, output: Path | None) -> None:
    """To stdout, or to `output` as a whole or not at all."""
    if output is None:
        click.echo(text, nl=False)
        return
    write_whole(text, output)

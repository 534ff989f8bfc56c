"""Reports to stdout or to a file."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

import click

from grader.errors import UsageError


def require_writable(output: Path) -> None:
    """Find out before the work and not after it.

    Raises:
        UsageError: the file can't be written.
    """
    folder = output.parent
    if output.is_dir() or not folder.is_dir() or not os.access(folder, os.W_OK):
        raise UsageError(f"--output: {output} can't be written; name a file in a folder that can.")


def write(text: str, output: Path | None) -> None:
    """To stdout, or to `output` as a whole or not at all."""
    if output is None:
        click.echo(text, nl=False)
        return
    descriptor, temporary = tempfile.mkstemp(dir=output.parent, prefix=f".{output.name}.")
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            file.write(text)
        umask = os.umask(0)
        os.umask(umask)
        os.chmod(temporary, 0o666 & ~umask)
        os.replace(temporary, output)
    except BaseException:
        os.unlink(temporary)
        raise

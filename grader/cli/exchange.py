"""`grade export [FILE]` and `grade import FILE`: progress from one machine to another."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from grader.cli.files import write_new
from grader.cli.language import chosen_language, language_option
from grader.cli.notices import notices
from grader.errors import UsageError
from grader.messages import _, counted
from grader.practice.exchange import MAX_DOCUMENT, Progress, from_document, merge, read_all, to_document
from grader.practice.place import store_path
from grader.practice.store import Store
from grader.submission import printable


@click.command(name="export")
@click.argument("file", metavar="[FILE]", required=False, type=click.Path(path_type=Path))
@language_option
def export(file: Path | None, lang: str | None) -> int:
    """Write all progress as JSON.

    To stdout, or to a FILE that is not there yet.
    """
    store = Store(store_path(), notices(chosen_language(lang)))
    found = store.read(read_all, Progress())
    if file is None or str(file) == "-":
        click.echo(to_document(found), nl=False)
        return 0
    write_new({file: to_document(found).encode()})
    click.echo(_("{count} entries written to {file}.").format(count=len(found), file=_name(file)), err=True)
    return 0


@click.command(name="import")
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path))
@language_option
def import_(file: Path, lang: str | None) -> int:
    """Take in what `grade export` wrote.

    From FILE, or from stdin where it is -. What is there already is left as it is; a file with
    anything wrong in it changes nothing.
    """
    progress = from_document(_read(file))
    store = Store(store_path(), notices(chosen_language(lang)))
    new = store.write(lambda connection: merge(connection, progress))
    click.echo(
        counted("{new} new entry taken in", "{new} new entries taken in", new).format(new=new)
        + _(", {old} were there already.").format(old=len(progress) - new)
    )
    return 0


def _read(file: Path) -> bytes:
    """All of the file, as far as one may be long."""
    if str(file) == "-":
        return sys.stdin.buffer.read(MAX_DOCUMENT + 1)
    try:
        with open(file, "rb") as stream:
            return stream.read(MAX_DOCUMENT + 1)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise UsageError(
            _("import: {file} can't be read: {reason}.").format(file=_name(file), reason=reason)
        ) from None


def _name(file: Path) -> str:
    return printable(str(file))

"""`grade start PROBLEM [DIR]`: the stub and the statement, to work on."""

from __future__ import annotations

import os
import time
from pathlib import Path

import click

from grader.bank import Bank
from grader.catalogue import find_entry
from grader.cli.arguments import problem_argument
from grader.cli.files import write_new
from grader.cli.language import chosen_language, language_option
from grader.cli.notices import notices
from grader.cli.options import bank_option
from grader.cli.show import statement
from grader.errors import BankError, UsageError
from grader.messages import _
from grader.practice.keep import keep
from grader.practice.marks import Started, add_started
from grader.practice.place import bank_key
from grader.submission import printable


@click.command()
@problem_argument
@click.argument("folder", metavar="[DIR]", default=".", type=click.Path(path_type=Path))
@bank_option
@language_option
def start(problem_id: str, folder: Path, bank_folder: Path | None, lang: str | None) -> int:
    """Write out a problem's stub and statement.

    Into DIR, or here where none is given; never over a file that is there.
    """
    language = chosen_language(lang)
    bank = Bank.open(bank_folder)
    entry = find_entry(bank, problem_id)
    if entry.kind == "concept":
        raise UsageError(_("{id} is a question to answer yourself: `grade ask {id}`.").format(id=entry.id))
    code, text = (folder / f"{entry.module_name}{suffix}" for suffix in (".py", ".md"))
    notebook = code.with_suffix(".ipynb")
    if os.path.lexists(notebook):
        # The stub beside it would be graded in its place.
        raise UsageError(_("{file} is there already; it was left as it is.").format(file=_name(notebook)))
    files = {code: _stub(entry.folder), text: statement(entry, language).encode()}
    _make(folder)
    write_new(files)
    key = bank_key(bank)
    keep(
        lambda connection: add_started(connection, Started(key, entry.id, time.time())),
        False,
        notices(language),
    )
    command = f"grade {entry.id}" if folder == Path() else f"grade {entry.id} {code}"
    click.echo(_("Wrote {code} and {text}.").format(code=_name(code), text=_name(text)))
    click.echo(
        _("Write your solution in {code}, then: {command}").format(code=_name(code), command=command)
    )
    return 0


def _stub(folder: Path) -> bytes:
    try:
        return (folder / "stub.py").read_bytes()
    except OSError as error:
        raise BankError(f"{folder / 'stub.py'}: {error.strerror}") from None


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UsageError(
            _("{file} can't be written: {reason}.").format(file=_name(folder), reason=error.strerror)
        ) from None


def _name(path: Path) -> str:
    return printable(str(path))

"""The catalog of messages: `python -m tests.locale.catalog` brings it up to date and compiles it."""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import UTC, datetime

import click
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from grader.cli import cli
from grader.cli.localize import texts
from grader.words import COMMANDS
from tests.conftest import ROOT

FOLDER = ROOT / "grader/locale/zh/LC_MESSAGES"
PO, MO = FOLDER / "grade.po", FOLDER / "grade.mo"
KEYWORDS = {"_": None, "counted": (1, 2)}
Message = str | tuple[str, ...]
# What click says for us, where a candidate meets it, in one or another of the versions that will do.
CLICKS: tuple[Message, ...] = (
    "Usage:",
    "Options",
    "Commands",
    "default: {default}",
    "required",
    "Show this message and exit.",
    "Try '{command} {option}' for help.",
    "Invalid value: {message}",
    "Invalid value for {param_hint}: {message}",
    "Missing argument",
    "Missing option",
    "No such command {name!r}.",
    "No such option {name!r}.",
    ("Did you mean {possibility}?", "(Did you mean one of: {possibilities}?)"),
    ("Got unexpected extra argument ({args})", "Got unexpected extra arguments ({args})"),
    "Option {name!r} does not take a value.",
    ("Option {name!r} requires an argument.", "Option {name!r} requires {nargs} arguments."),
    ("{value!r} is not {choice}.", "{value!r} is not one of {choices}."),
    "{value!r} is not a valid {number_type}.",
    "{value} is not in the range {range}.",
)


def ours() -> Iterator[Message]:
    """Every message that the grader's source says, help texts included."""
    for _file, _line, message, _comments, _context in extract_from_dir(
        ROOT / "grader", method_map=[("**.py", "python")], keywords=KEYWORDS, comment_tags=()
    ):
        yield message
    for name in COMMANDS:
        command = cli.get_command(click.Context(cli), name)
        assert command is not None
        yield from texts(command)
    yield from texts(cli)


def read() -> Catalog:
    return read_po(io.BytesIO(PO.read_bytes()), locale="zh")


def compiled(catalog: Catalog) -> bytes:
    buffer = io.BytesIO()
    # The header would say when this was, and differ each time.
    catalog.creation_date = catalog.revision_date = datetime(2000, 1, 1, tzinfo=UTC)
    write_mo(buffer, catalog)
    return buffer.getvalue()


def main() -> None:
    """Add what is new, without a translation, drop what nobody says any more, and compile."""
    old = read() if PO.exists() else Catalog(locale="zh")
    new = Catalog(locale="zh", project="grade", fuzzy=False, charset="utf-8")
    own = dict.fromkeys(ours())
    for message in [*own, *(message for message in CLICKS if message not in own)]:
        new.add(message, _string(old, message))
    buffer = io.BytesIO()
    write_po(buffer, new, width=100, omit_header=False, sort_output=False, no_location=True)
    text = buffer.getvalue().decode("utf-8")
    # What the time is, and who asked, belongs in no file that is compared.
    lines = [line for line in text.splitlines(keepends=True) if not line.startswith(_CHANGING)]
    PO.write_text("".join(lines), encoding="utf-8")
    MO.write_bytes(compiled(read()))


_HEADERS = ("POT-", "PO-", "Last-", "Generated-", "Report-", "Language-Team")
_CHANGING = ("#", *(f'"{key}' for key in _HEADERS))


def _string(catalog: Catalog, message: Message) -> str | tuple[str, ...]:
    found = catalog.get(message if isinstance(message, str) else message[0])
    return found.string if found else ""


if __name__ == "__main__":
    main()

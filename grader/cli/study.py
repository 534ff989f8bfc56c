"""`grade study PROBLEM`: the reference and all that is to be learnt from it."""

from __future__ import annotations

import sqlite3
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click
from rich.console import RenderableType
from rich.text import Text as Styled

from grader.bank import Bank
from grader.catalogue import Entry, find_entry
from grader.cli.arguments import any_problem_argument
from grader.cli.files import write_whole
from grader.cli.language import chosen_language, language_option
from grader.cli.notices import notices
from grader.cli.options import bank_option
from grader.cli.output import require_writable
from grader.cli.show import about
from grader.errors import SandboxError, UsageError
from grader.messages import _
from grader.practice import attempts, marks
from grader.practice.keep import look
from grader.practice.place import bank_key
from grader.practice.store import Say
from grader.submission import printable
from grader.text import Language, Text

if TYPE_CHECKING:
    from grader.study.compute import Computed

_NO_PICTURES = Text("No pictures belong to this one.", "这道题没有图示。")


@click.command()
@any_problem_argument
@click.option("--spoil", is_flag=True, help="Show it before you have tried, without asking.")
@click.option("--html", type=click.Path(path_type=Path), help="Write it all to this file, as one page.")
@click.option(
    "--pictures",
    type=click.Path(path_type=Path),
    help="Write the pictures to this folder, as PNG and SVG files.",
)
@bank_option
@language_option
def study(
    problem_id: str,
    spoil: bool,
    html: Path | None,
    pictures: Path | None,
    bank_folder: Path | None,
    lang: str | None,
) -> int:
    """Study a problem: its reference, the derivation, common mistakes, what is asked next.

    Before your first try that earned a point it asks whether you mean it.
    """
    language = chosen_language(lang)
    say = notices(language)
    bank = Bank.open(bank_folder)
    entry = find_entry(bank, problem_id)
    if html:
        require_writable(html, "--html")
    if not spoil and not _is_tried(bank, entry, say) and not _is_meant(entry):
        return 0
    if html or pictures:
        _write(bank, entry, language, html, pictures)
        return 0
    from grader.cli import pager

    pager.page(_shown(bank, entry, language))
    return 0


def _shown(bank: Bank, entry: Entry, language: Language) -> Iterator[RenderableType]:
    """All of it; the pictures come last, and are computed while the rest is read."""
    from grader.study.load import load_sheet
    from grader.study.terminal import rendered, sketches

    sheet = load_sheet(bank, entry, language)
    yield Styled(about(entry), style="dim")
    yield Styled()
    yield from rendered(sheet)
    if not _has_pictures(bank, entry):
        return
    try:
        yield from sketches(_computed(bank, entry, language), entry.id, language)
    except SandboxError as error:
        # All there is to read has been shown.
        click.echo(f"grade: {error}", err=True)


def _write(bank: Bank, entry: Entry, language: Language, html: Path | None, pictures: Path | None) -> None:
    from grader.study.load import load_sheet
    from grader.study.page import figure, page
    from grader.study.terminal import without_attempt

    sheet = load_sheet(bank, entry, language)
    figures: tuple[str, ...] = ()
    if _has_pictures(bank, entry):
        computed = _computed(bank, entry, language)
        if computed.without_attempt:
            click.echo(f"grade: {without_attempt(computed.without_attempt, language)}", err=True)
        if pictures:
            _write_pictures(computed, entry, language, pictures)
        if html:
            from grader.study.draw import inline_svg

            figures = tuple(
                figure(
                    inline_svg(each, language),
                    each.title.in_language(language),
                    each.caption.in_language(language),
                )
                for each in computed.pictures
            )
    elif pictures:
        click.echo(f"grade: {_NO_PICTURES.in_language(language)}", err=True)
    if html:
        write_whole(page(sheet, about(entry), figures), html)
        click.echo(_("Wrote {file}.").format(file=printable(str(html))))


def _write_pictures(computed: Computed, entry: Entry, language: Language, folder: Path) -> None:
    from grader.study.draw import chinese_font, files

    in_pictures = language
    if language == "zh" and chinese_font() is None:
        in_pictures = "en"
        click.echo("grade: 本机没有中文字体，图中的文字用英文。", err=True)
    written: dict[Path, bytes] = {}
    for picture in computed.pictures:
        for suffix, data in files(picture, in_pictures).items():
            written[folder / f"{entry.id}-{picture.id}{suffix}"] = data
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for path, data in written.items():
            write_whole(data, path)
    except OSError as error:
        raise UsageError(
            _("{file} can't be written: {reason}.").format(
                file=printable(str(folder)), reason=error.strerror
            )
        ) from None
    for path in written:
        click.echo(_("Wrote {file}.").format(file=printable(str(path))))


def _has_pictures(bank: Bank, entry: Entry) -> bool:
    return entry.kind == "code" and (bank.root / "solutions" / entry.id / "pictures.py").is_file()


def _computed(bank: Bank, entry: Entry, language: Language) -> Computed:
    """The problem's pictures, with the latest attempt that was judged where there is one."""
    from grader.study.compute import compute

    key = bank_key(bank)

    def work(connection: sqlite3.Connection) -> list[attempts.Attempt]:
        return attempts.of_bank(connection, key, entry.id)

    nothing: list[attempts.Attempt] = []
    judged = [
        each for each in look(work, nothing, notices(language)) if each.verdict in ("passed", "failed")
    ]
    return compute(bank, bank.load(entry.id), judged[-1] if judged else None)


def _is_tried(bank: Bank, entry: Entry, say: Say) -> bool:
    """Whether an attempt at it earned anything, or for a question: whether it was answered."""
    key = bank_key(bank)

    def work(connection: sqlite3.Connection) -> bool:
        if entry.kind == "concept":
            return any(each.question == entry.id for each in marks.answers(connection, key))
        return any(each.score > 0 for each in attempts.of_bank(connection, key, entry.id))

    return look(work, False, say)


def _is_meant(entry: Entry) -> bool:
    """The person's word that the answer may be shown.

    Raises:
        UsageError: nobody is there to ask.
    """
    if not sys.stdin.isatty():
        raise UsageError(
            _("{id} has not been tried, and this shows its answer: try it first, or say --spoil.").format(
                id=entry.id
            )
        )
    question = _("You have not tried {id} yet, and this shows its answer. Show it all the same?")
    if click.confirm(question.format(id=entry.id), err=True):
        return True
    instead = f"grade ask {entry.id}" if entry.kind == "concept" else f"grade hint {entry.id}"
    click.echo(_("Left closed. One step at a time: {command}").format(command=instead), err=True)
    return False

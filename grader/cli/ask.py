"""`grade ask [QUESTION]`: a concept question, a person's answer, and that person's own marks."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import click
from rich.console import RenderableType
from rich.padding import Padding
from rich.text import Text as Styled

from grader.bank import Bank
from grader.catalogue import read_catalogue
from grader.cli.arguments import ProblemId
from grader.cli.language import chosen_language, language_option
from grader.cli.notices import notices
from grader.cli.options import bank_option
from grader.cli.paint import PIPE_WIDTH, heading, show
from grader.cli.show import about
from grader.concept import Concept, Pair, load_concept
from grader.errors import UsageError
from grader.messages import _
from grader.practice.keep import keep, look
from grader.practice.marks import add_answer, new_answer
from grader.practice.place import bank_key
from grader.practice.states import NOTHING, known, open_entries
from grader.statement import for_terminal
from grader.submission import MAX_BYTES, printable
from grader.text import Language, Text


@click.command()
@click.argument("question_id", metavar="[QUESTION]", required=False, type=ProblemId("concept"))
@click.option("--editor", is_flag=True, help="Write the answer in your editor ($EDITOR).")
@click.option("--had", help="The key points that your answer had, as 1,3-5; asked for where a person sits.")
@bank_option
@language_option
def ask(
    question_id: str | None, editor: bool, had: str | None, bank_folder: Path | None, lang: str | None
) -> int:
    """Answer a concept question and mark it yourself.

    The next one that you have not answered, where none is named. An empty line or Ctrl-D ends what
    is typed; in a pipe the answer is read from stdin. Your marks are kept as your own, apart from
    all that was judged.
    """
    language = chosen_language(lang)
    say = notices(language)
    bank = Bank.open(bank_folder)
    key = bank_key(bank)
    if question_id is None:
        so_far = look(lambda connection: known(connection, key), NOTHING, say)
        left = open_entries(read_catalogue(bank).entries, so_far, "concept")
        if not left:
            click.echo(_("No question is left to answer. `grade list --kind concept` shows all."), err=True)
            return 0
        question_id = left[0].id
    concept = load_concept(bank, question_id)
    marked = _numbers(had, len(concept.key_points)) if had is not None else None
    show(
        Styled(about(concept.entry), style="dim"),
        Styled(),
        for_terminal(concept.question.in_language(language)),
        width=PIPE_WIDTH,
    )
    answer = _answer(editor)
    if not answer.strip():
        raise UsageError(_("no answer was given, and none is kept."))
    show(*_model(concept, language), width=PIPE_WIDTH)
    if marked is None:
        marked = _ask_marks(len(concept.key_points))
    if marked is not None:
        result = new_answer(key, concept.entry.id, answer, marked, len(concept.key_points))
        keep(lambda connection: add_answer(connection, result), False, say)
    show(*_more(concept, marked, language), width=PIPE_WIDTH)
    return 0


def _answer(editor: bool) -> str:
    """What the person says: from an editor, typed until an empty line, or all of stdin."""
    if editor:
        return click.edit("") or ""
    if not sys.stdin.isatty():
        return sys.stdin.read(MAX_BYTES).replace("\0", "\ufffd")
    click.echo(_("Your answer (an empty line or Ctrl-D ends it):"), err=True)
    lines: list[str] = []
    for line in sys.stdin:
        if not line.strip():
            break
        lines.append(line)
    return "".join(lines)


def _ask_marks(points: int) -> tuple[int, ...] | None:
    """The key points that the person says the answer had; None where nobody is there to say."""
    if not sys.stdin.isatty():
        click.echo(_("Not marked, and so not kept: say which points it had with --had 1,3."), err=True)
        return None
    question = _("Which of them did your answer have? (such as 1,3-5; empty for none)")
    while True:
        click.echo(f"{question} ", nl=False, err=True)
        line = sys.stdin.readline()
        if not line:
            click.echo("\n" + _("Not marked, and so not kept."), err=True)
            return None
        try:
            return _numbers(line, points)
        except UsageError as error:
            click.echo(f"grade: {error}", err=True)


def _numbers(text: str, points: int) -> tuple[int, ...]:
    """`1,3-5` as numbers, each of a key point.

    Raises:
        UsageError: something in it is no such number.
    """
    found: set[int] = set()
    for part in re.split(r"[\s,，、]+", text.strip()):
        matched = re.fullmatch(r"(\d{1,4})(?:-(\d{1,4}))?", part)
        first, last = (int(matched[1]), int(matched[2] or matched[1])) if matched else (0, 0)
        if part and not 1 <= first <= last <= points:
            raise UsageError(
                _("{part} is no key point; they are numbered 1 to {points}.").format(
                    part=repr(part[:20]), points=points
                )
            )
        found.update(range(first, last + 1) if part else ())
    return tuple(sorted(found))


def _model(concept: Concept, language: Language) -> list[RenderableType]:
    parts: list[RenderableType] = [
        Styled(),
        heading(_("A model answer")),
        _markdown(concept.answer, language),
    ]
    parts += [Styled(), heading(_("Key points"))]
    for number, point in enumerate(concept.key_points, start=1):
        parts.append(_item(f"{number:>2}", point, language))
    return parts


def _more(concept: Concept, marked: tuple[int, ...] | None, language: Language) -> list[RenderableType]:
    parts: list[RenderableType] = []
    if marked is not None:
        kept = _("Self-marked: {had} of {points} key points.")
        parts += [
            Styled(),
            Styled(kept.format(had=len(marked), points=len(concept.key_points)), style="cyan"),
        ]
    parts += _pairs(_("Often said, and wrong"), "✗", concept.wrong_claims, language)
    parts += _pairs(_("What may be asked next"), "?", concept.follow_ups, language)
    if concept.sources:
        parts += [Styled(), heading(_("Sources"))]
        parts += [_item(" ·", source, language) for source in concept.sources]
    if concept.related:
        related = _("To code it: {commands}")
        commands = ", ".join(f"grade start {each}" for each in concept.related)
        parts += [Styled(), Styled(related.format(commands=printable(commands)), style="dim")]
    return parts


def _pairs(title: str, mark: str, pairs: tuple[Pair, ...], language: Language) -> list[RenderableType]:
    if not pairs:
        return []
    parts: list[RenderableType] = [Styled(), heading(title)]
    for pair in pairs:
        parts.append(_item(f" {mark}", pair.first, language))
        parts.append(Padding(_markdown(pair.second, language), (0, 0, 0, 5)))
    return parts


def _item(mark: str, text: Text, language: Language) -> RenderableType:
    from rich.table import Table

    row = Table.grid(padding=(0, 1))
    row.add_column(width=3, justify="right")
    row.add_column()
    row.add_row(mark, _markdown(text, language))
    return row


def _markdown(text: Text, language: Language) -> RenderableType:
    return for_terminal(text.in_language(language))

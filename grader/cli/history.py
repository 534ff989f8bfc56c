"""`grade history [PROBLEM]`: what was graded, and what came of it."""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path
from typing import Any

import click
from rich.padding import Padding
from rich.text import Text as Styled

from grader.bank import Bank
from grader.cli.language import chosen_language, language_option
from grader.cli.notices import notices
from grader.cli.options import bank_option, format_option
from grader.cli.paint import PIPE_WIDTH, columns, show
from grader.cli.wording import outcome_word, verdict_word
from grader.errors import UsageError
from grader.messages import _, counted
from grader.practice.attempts import Attempt, of_bank
from grader.practice.place import bank_key, store_path
from grader.practice.store import Store
from grader.submission import printable
from grader.text import Language

_COLOURS = {"passed": "green", "failed": "red", "invalid": "red"}


@click.command()
@click.argument("problem_id", metavar="[PROBLEM]", required=False)
@click.option("--show", "number", type=click.IntRange(1), help="Print this attempt's report.")
@click.option("--source", is_flag=True, help="With --show: print the code that was graded instead.")
@format_option
@bank_option
@language_option
def history(
    problem_id: str | None,
    number: int | None,
    source: bool,
    format_: str,
    bank_folder: Path | None,
    lang: str | None,
) -> int:
    """List your attempts, or show one.

    The oldest stands first; --show N prints one of them.
    """
    language = chosen_language(lang)
    key = bank_key(Bank.open(bank_folder))
    store = Store(store_path(), notices(language))
    found = store.read(lambda connection: of_bank(connection, key, problem_id), list[Attempt]())
    if source and number is None:
        raise UsageError(_("--source says what to print of one attempt; name it with --show N."))
    if number is not None:
        _show_one(_pick(found, number), source, format_, language)
    elif format_ == "json":
        entries = [_summary(each, n) for n, each in enumerate(found, start=1)]
        click.echo(json.dumps({"schema_version": 1, "attempts": entries}, ensure_ascii=False, indent=2))
    elif found:
        _list(found)
    else:
        click.echo(_("Nothing graded yet. `grade next` says where to begin."), err=True)
    return 0


def _pick(found: list[Attempt], number: int) -> Attempt:
    if number > len(found):
        raise UsageError(
            _("--show {number}: there are {count} attempts. `grade history` lists them.").format(
                number=number, count=len(found)
            )
        )
    return found[number - 1]


def _summary(attempt: Attempt, number: int) -> dict[str, Any]:
    names = ("uuid", "problem", "submission", "verdict", "score", "max_score", "diagnosis", "seed")
    values = {name: getattr(attempt, name) for name in (*names, "isolation", "duration_s", "at")}
    return {"number": number, **values}


def _list(found: list[Attempt]) -> None:
    table = columns(("#", _("when"), _("problem"), _("verdict"), _("score"), _("mistake")), right=(0, 4))
    for number, each in enumerate(found, start=1):
        table.add_row(
            str(number),
            _when(each.at),
            printable(each.problem),
            Styled(verdict_word(each.verdict), style=_COLOURS.get(each.verdict, "")),
            f"{each.score:g}/{each.max_score:g}",
            printable(each.diagnosis or ""),
        )
    show(table)


def _when(at: float) -> str:
    return time.strftime("%Y-%m-%d %H:%M", time.localtime(at))


def _show_one(attempt: Attempt, source: bool, format_: str, language: Language) -> None:
    if source:
        # Into a file the very text; on a terminal nothing that could steer it.
        text = printable(attempt.source) if sys.stdout.isatty() else attempt.source
        click.echo(text, nl=not text.endswith("\n"))
    elif format_ == "json":
        click.echo(attempt.report(language))
    else:
        _show_report(attempt, json.loads(attempt.report(language)))


def _show_report(attempt: Attempt, report: dict[str, Any]) -> None:
    colour = _COLOURS.get(attempt.verdict, "")
    head = [
        Styled(verdict_word(attempt.verdict).upper(), style=f"bold {colour}"),
        Styled(f"{attempt.score:g} / {attempt.max_score:g}", style="bold"),
        Styled(printable(attempt.problem)),
        Styled(f"{printable(attempt.submission)}, {_when(attempt.at)}", style="dim"),
    ]
    parts: list[Styled | Padding] = [Styled("  ").join(head)]
    for key, name in (("error", "message"), ("diagnosis", "text")):
        if report.get(key):
            parts.append(_indent(report[key][name], 2, style="bold" if key == "diagnosis" else ""))
    passed = [check for check in report["checks"] if check["outcome"] == "passed"]
    for check in report["checks"]:
        if check["outcome"] not in ("passed", "skipped"):
            title = f"✗ {check['title']} [{outcome_word(check['outcome'])}]"
            parts.append(_indent(title, 1, style="bold"))
            parts.append(_indent(check["message"], 4))
    if passed:
        count = counted("{number} check passed", "{number} checks passed", len(passed))
        parts.append(_indent(f"✓ {count.format(number=len(passed))}", 1, style="green"))
    show(*parts, width=PIPE_WIDTH)


def _indent(text: str, by: int, style: str = "") -> Padding:
    return Padding(Styled(printable(text), style=style), (0, 0, 0, by), expand=False)

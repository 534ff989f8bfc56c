"""`grade hint PROBLEM`: one step further with each call."""

from __future__ import annotations

import difflib
import json
import sqlite3
import time
from pathlib import Path

import click
from rich.text import Text as Styled

from grader.bank import Bank, read_checks
from grader.catalogue import Entry, find_entry
from grader.cli.arguments import problem_argument
from grader.cli.language import chosen_language, language_option
from grader.cli.notices import notices
from grader.cli.options import bank_option
from grader.cli.paint import PIPE_WIDTH, show
from grader.errors import UsageError
from grader.hints import PROBLEM, Hints, Scope, mistake_steps, next_step, read_hints, scopes_after
from grader.messages import _
from grader.practice import attempts, marks
from grader.practice.attempts import Attempt
from grader.practice.keep import keep, look
from grader.practice.place import bank_key
from grader.practice.store import Say
from grader.submission import printable
from grader.text import Language


@click.command()
@problem_argument
@click.option("--check", "check_id", metavar="CHECK_ID", help="A hint for this check.")
@bank_option
@language_option
def hint(problem_id: str, check_id: str | None, bank_folder: Path | None, lang: str | None) -> int:
    """Give the next hint; each call goes one step further.

    After a grade that failed it is for the mistake that was named, or the first check that failed;
    else for the problem. `--check` names a check by its id.
    """
    language = chosen_language(lang)
    bank = Bank.open(bank_folder)
    entry = find_entry(bank, problem_id)
    if entry.kind == "concept":
        raise UsageError(_("{id} is a question to answer yourself: `grade ask {id}`.").format(id=entry.id))
    said = take_hint(bank, entry, check_id, notices(language))
    if said is None:
        click.echo(_("There are no hints for this."), err=True)
        return 0
    show(*described(said, entry, language), width=PIPE_WIDTH)
    return 0


Taken = tuple[Scope, int, bool]


def take_hint(bank: Bank, entry: Entry, check_id: str | None, say: Say) -> Taken | None:
    """The next hint, remembered as taken, and whether it is a new one; None where there are none."""
    key = bank_key(bank)
    folder = bank.root / "solutions" / entry.id
    hints = read_hints(folder)
    last: Attempt | None
    none: tuple[Attempt | None, list[marks.HintTaken]] = (None, [])
    last, taken = look(
        lambda c: (attempts.last(c, key, entry.id), marks.hints(c, key, entry.id)), none, say
    )
    scopes = _scopes(folder, hints, check_id, last)
    if not scopes:
        return None
    found = next_step(scopes, {(each.scope, each.step) for each in taken})
    if found is None:
        return scopes[-1], len(scopes[-1].steps), False
    scope, step = found
    now = marks.HintTaken(key, entry.id, scope.key, step, time.time())

    def work(connection: sqlite3.Connection) -> bool:
        return marks.add_hint(connection, now)

    keep(work, False, say)
    return scope, step, True


def _scopes(folder: Path, hints: Hints, check_id: str | None, last: Attempt | None) -> list[Scope]:
    if check_id is not None:
        known = [check.id for check in read_checks(folder / "checks.py")]
        if check_id not in known:
            near = difflib.get_close_matches(check_id, known, n=1, cutoff=0.4) or known[:1]
            raise UsageError(
                _("no such check: {name}. Did you mean {near}?").format(
                    name=repr(check_id[:80]), near=near[0]
                )
            )
        steps = hints.checks.get(check_id, ())
        return [Scope(f"check:{check_id}", steps)] if steps else []
    if last is None or last.verdict != "failed":
        return [Scope(PROBLEM, hints.problem)] if hints.problem else []
    checks = json.loads(last.report_en)["checks"]
    failed = [check["id"] for check in checks if check["outcome"] not in ("passed", "skipped")]
    mistake = mistake_steps(folder, last.diagnosis) if last.diagnosis else ()
    return scopes_after(hints, failed, last.diagnosis, mistake)


def described(taken: Taken, entry: Entry, language: Language) -> list[Styled]:
    """What a person reads: what the hint is for, which step of how many, and the hint."""
    scope, step, is_new = taken
    kind, _colon, name = scope.key.partition(":")
    what = {
        "check": _("for the check {name}"),
        "mistake": _("for the mistake {name}"),
    }.get(kind, _("for the problem"))
    head = _("Hint {step} of {steps}, {what}").format(
        step=step, steps=len(scope.steps), what=what.format(name=printable(name))
    )
    said = printable(scope.steps[step - 1].in_language(language))
    if not is_new:
        more = _("That was the last one.")
    elif step < len(scope.steps):
        more = _("One step further: {command}").format(command=f"grade hint {entry.id}")
    else:
        more = ""
    parts = [Styled(head, style="dim"), Styled(said)]
    return [*parts, Styled(more, style="dim")] if more else parts

"""Arguments that several commands take alike, and what a shell completes them to."""

from __future__ import annotations

import contextlib
from pathlib import Path

import click
from click.shell_completion import CompletionItem

from grader.bank import Bank
from grader.errors import GraderError


class ProblemId(click.ParamType):  # type: ignore[type-arg]  # no generic before click 8.4
    """The id of a problem: any word, which the bank then looks for."""

    name = "problem"

    def __init__(self, *kinds: str) -> None:
        self._kinds = kinds

    def shell_complete(
        self, ctx: click.Context, _param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        return [
            CompletionItem(each) for each in problem_ids(ctx, *self._kinds) if each.startswith(incomplete)
        ]


def completions(ids: list[str], incomplete: str) -> list[CompletionItem]:
    return [CompletionItem(each) for each in ids if each.startswith(incomplete)]


def problem_ids(ctx: click.Context, *kinds: str) -> list[str]:
    """The ids in the bank that a command line names so far; none where there is a fault."""
    folder = ctx.params.get("bank_folder")
    found: list[str] = []
    with contextlib.suppress(GraderError, OSError):
        bank = Bank.open(Path(folder) if folder else None)
        found += bank.ids() if "code" in kinds else []
        found += bank.concept_ids() if "concept" in kinds else []
    return found


problem_argument = click.argument("problem_id", metavar="PROBLEM", type=ProblemId("code"))
any_problem_argument = click.argument("problem_id", metavar="PROBLEM", type=ProblemId("code", "concept"))

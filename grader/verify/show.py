"""What verifying found, as a person reads it and as JSON."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from rich.console import Console
from rich.table import Table
from rich.text import Text as Styled

from grader.outcome import Outcome
from grader.submission import printable
from grader.verify.finding import Finding
from grader.verify.mutation import Mutation

_CELLS = {Outcome.PASSED: ("·", "dim"), Outcome.FAILED: ("●", "red"), Outcome.RAISED: ("!", "yellow")}
_OTHER = ("▲", "yellow")
_NOT_RUN = (" ", "")


def show(console: Console, finding: Finding) -> None:
    """Print the kill matrix of one problem, and what is to be mended."""
    word, colour = ("OK", "green") if finding.passed else ("NOT OK", "red")
    killed = sum(1 for row in finding.matrix.values() if any(_is_killed(each) for each in row.values()))
    console.print(
        Styled.assemble(
            (f"{finding.problem}  ", "bold"),
            (word, f"bold {colour}"),
            f"  {finding.grades} grades, {killed} of {len(finding.matrix)} mistakes fail, "
            f"{len(finding.checks)} checks"
            if finding.checks
            else "",
        )
    )
    if finding.matrix:
        console.print(_matrix(finding))
        legend = "● wrong answer  ! raised  ▲ limit or crash  · passed"
        if any(len(row) < len(finding.checks) for row in finding.matrix.values()):
            legend += "  blank: only with --full"
        console.print(Styled(legend, style="dim"))
        for number, check in enumerate(finding.checks, start=1):
            console.print(Styled(f"{number:>3} {check}", style="dim"))
    if finding.mutation:
        console.print(_mutants(finding.mutation))
    for complaint in finding.complaints:
        console.print(Styled(f"✗ {printable(complaint)}", style="red"), soft_wrap=True)
    console.print()


def _mutants(mutation: Mutation) -> Styled:
    return Styled(
        f"{mutation.total} mutants of the reference: {len(mutation.killed)} killed, "
        f"{len(mutation.equivalent)} listed as equivalent, {len(mutation.survived)} survived: "
        f"{mutation.share_killed:.1%} killed"
    )


def _is_killed(outcome: Outcome) -> bool:
    return outcome is not Outcome.PASSED


def _matrix(finding: Finding) -> Table:
    table = Table.grid(padding=(0, 1, 0, 0))
    table.add_column(no_wrap=True, overflow="ellipsis", max_width=36)
    for _ in finding.checks:
        table.add_column(justify="right", no_wrap=True, min_width=1)
    numbers = [str(number % 10) for number in range(1, len(finding.checks) + 1)]
    table.add_row("", *(Styled(number, style="bold") for number in numbers))
    for mistake, row in finding.matrix.items():
        cells = [_CELLS.get(row[check], _OTHER) if check in row else _NOT_RUN for check in finding.checks]
        table.add_row(mistake, *(Styled(mark, style=style) for mark, style in cells))
    kills = [
        sum(1 for row in finding.matrix.values() if _is_killed(row.get(check, Outcome.PASSED)))
        for check in finding.checks
    ]
    table.add_row("", *(Styled("✓" if n else "0", style="green" if n else "red") for n in kills))
    return table


def _mutants_json(mutation: Mutation) -> dict[str, Any]:
    return {
        "total": mutation.total,
        "killed": len(mutation.killed),
        "equivalent": {each.mutant.id: each.reason for each in mutation.equivalent},
        "survived": [mutant.id for mutant in mutation.survived],
        "share_killed": round(mutation.share_killed, 4),
    }


def to_json(findings: Sequence[Finding]) -> str:
    """Everything that was found, with the kill matrix of each problem: its cells that were run."""
    document = {
        "schema_version": 1,
        "passed": all(finding.passed for finding in findings),
        "problems": [
            {
                "id": finding.problem,
                "passed": finding.passed,
                "grades": finding.grades,
                "checks": list(finding.checks),
                "complaints": finding.complaints,
                "mutants": _mutants_json(finding.mutation) if finding.mutation else None,
                "matrix": {
                    mistake: {check: outcome.value for check, outcome in row.items()}
                    for mistake, row in finding.matrix.items()
                },
            }
            for finding in findings
        ],
    }
    return json.dumps(document, ensure_ascii=False, indent=2)

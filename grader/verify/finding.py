"""What verifying a problem found, as plain values."""

from __future__ import annotations

from dataclasses import dataclass, field

from grader.outcome import Outcome
from grader.verify.mutation import Mutation

Matrix = dict[str, dict[str, Outcome]]
"""For each mistake's id, how it ended in each check that it was run through."""


@dataclass(slots=True)
class Finding:
    """One problem, verified."""

    problem: str
    checks: tuple[str, ...]
    matrix: Matrix = field(default_factory=dict)
    grades: int = 0
    complaints: list[str] = field(default_factory=list)
    """What is not as it should be: the file and what to do, a line each."""
    mutation: Mutation | None = None
    """What became of the reference's mutants, where they were made."""

    @property
    def passed(self) -> bool:
        return not self.complaints

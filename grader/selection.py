"""Which of a problem's checks a grade runs, and in what order."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Selection:
    """By default, all of them in the order of their file. Those that are not run are skipped."""

    stop_at_first: bool = False
    """Whether the verdict is all that is wanted: the first check that has not passed is the last."""
    alone: frozenset[str] = frozenset()
    """Checks that will most likely fail: they come first, each in a worker of its own at once. It
    changes no verdict and saves time: one that fails elsewhere runs twice."""
    others: bool = True
    """Whether the checks that are not in `alone` are run after them."""


EVERY_CHECK = Selection()

"""How the mistakes that explain a failed grade are looked for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


def _always() -> bool:
    return True


@dataclass(frozen=True, slots=True)
class Search:
    """By default all of a problem's mistakes are tried, to the end."""

    without: frozenset[str] = frozenset()
    """Ids of mistakes that are not to be tried."""
    is_wanted: Callable[[], bool] = _always
    """Asked before each replay; once it says no, the search is given up and nothing is named."""


EVERY_MISTAKE = Search()

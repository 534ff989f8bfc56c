"""How like two submissions' answers are, and what one part of an answer shows of that."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum


class Likeness(IntEnum):
    """How like another's answers a candidate's answers are."""

    DIFFERENT = 0
    PART = 1
    """Whatever the other has wrong is wrong in the same way, and there is more that is wrong."""
    AS_COARSE = 2
    """Not the same digits, and as far from the right ones, by rounding alone."""
    SAME_KIND = 3
    """An error where the other has the same one, or none where both should have one."""
    SAME = 4


@dataclass(frozen=True, slots=True)
class Finding:
    """What one part of an answer shows; parts are put together by `&`."""

    likeness: Likeness
    is_wrong: bool = False
    """Whether the candidate's part differs from the right one by more than rounding, or by bits that
    the other one has too: what is right says nothing about a mistake."""
    is_wrong_in_kind: bool = False
    """Whether there is an error in place of a value, or a value in place of an error."""

    def __and__(self, other: Finding) -> Finding:
        return Finding(
            min(self.likeness, other.likeness),
            self.is_wrong or other.is_wrong,
            self.is_wrong_in_kind or other.is_wrong_in_kind,
        )


DIFFERENT = Finding(Likeness.DIFFERENT)

"""Which checks of a failed grade are looked at, and which mistakes are tried, where not all can be."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from grader.diagnose.mistakes import Mistake
from grader.outcome import Outcome
from grader.record import Exchange, Record

Transcript = tuple[Exchange, ...]

_COMPARABLE = (Outcome.FAILED, Outcome.RAISED)
# How many failing checks are looked at, and how many mistakes are tried, the likeliest first: with
# TensorFlow each replay takes some tenths of a second.
_MOST_SHOWN = {"numpy": 40, "tensorflow": 6}
_MOST_TRIED = {"numpy": 80, "tensorflow": 16}


def transcripts_of(records: Sequence[Record], worker: str) -> dict[str, Transcript]:
    """The requests of failing checks that can be replayed, of as many kinds of failure as there are."""
    able = [each for each in records if each.outcome in _COMPARABLE and each.transcript]
    seen: Counter[tuple[Outcome, str]] = Counter()
    order = []
    for number, record in enumerate(able):
        kind = (record.outcome, record.raised.message if record.raised else record.check_id)
        order.append((seen[kind], number))
        seen[kind] += 1
    return {
        able[number].check_id: able[number].transcript for _, number in sorted(order)[: _MOST_SHOWN[worker]]
    }


def worth_trying(
    known: Sequence[Mistake], failing: Iterable[str], looked_at: Iterable[str], worker: str
) -> list[Mistake]:
    """Mistakes that could explain some of what failed, the likeliest first."""
    failed, seen = set(failing), set(looked_at)

    def distance(mistake: Mistake) -> tuple[bool, int, str]:
        outside = not (mistake.fails <= failed or failed <= mistake.fails)
        return outside, len(mistake.fails ^ failed), mistake.id

    possible = [each for each in known if each.fails & seen]
    return sorted(possible, key=distance)[: _MOST_TRIED[worker]]

"""Which of the mistakes that were tried a report may name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from grader.diagnose.likeness import Likeness
from grader.diagnose.mistakes import Mistake

# A mistake must show its very digits in this share of the checks that it fails; in the rest, two
# people's versions of it may differ.
_LEAST_SHARE = 1 / 3
# One that fails in checks that passed is another than the candidate's, unless they are few.
_LEAST_FAILED = 1 / 2
# One whose wrong line is not told may answer otherwise in this share of the checks that it fails.
_MOST_AGAINST = 1 / 3
# Answers to the digit in so many checks tell a mistake without its line.
_MANY = 5
# Answers that are as coarse as a mistake's, digits apart, say little one by one.
_LEAST_COARSE = 3
# What all that another gets wrong may look like, where it is wrong in the same way here.
_AS_WRONG = (Likeness.PART, Likeness.SAME_KIND, Likeness.SAME)


@dataclass(frozen=True, slots=True)
class Named:
    """A mistake that a submission was seen to make, and the checks whose answers show it."""

    mistake: Mistake
    checks: frozenset[str]
    is_part: bool = False
    """Whether there is more that is wrong in the answers of these checks."""


Alike = Mapping[str, Mapping[str, Likeness]]
"""For each mistake's id and each failing check, how like the candidate's answers its own are."""


def choose(
    tried: Sequence[Mistake], alike: Alike, failing: Iterable[str], spelled: frozenset[str] = frozenset()
) -> tuple[list[Named], list[list[Mistake]]]:
    """The mistakes that explain what failed, and groups of those that explain it equally well.

    The one that explains most comes first; the next is looked for among the checks that it leaves
    over. One that should fail in a check that passed is taken only where it explains all the rest, and
    where its wrong line, if there is one to look for, stands in the submission or its digits are those
    of many answers.

    Args:
        spelled: ids of the mistakes whose wrong line stands in the submission.
    """
    left = frozenset(failing)
    failed = left
    named: list[Named] = []
    tied: list[list[Mistake]] = []
    evidence = {mistake.id: _evidence(mistake, alike[mistake.id], failed) for mistake in tried}
    looked_at = failed.intersection(*(each.keys() for each in alike.values()))
    while left:
        able = [
            each
            for each in tried
            if evidence[each.id] & left
            and (
                each.fails <= failed
                or (
                    _is_spelled_out(each, alike[each.id], spelled)
                    and _is_nearly_all(each, evidence[each.id], left & looked_at, failed)
                )
            )
        ]
        best = _best(able, evidence, failed, left)
        if not best:
            break
        if len(best) == 1:
            named.append(Named(best[0], evidence[best[0].id]))
        else:
            tied.append(best)
        left = left.difference(*(each.fails for each in best))
    taken = {each.mistake.id for each in named}
    others = [each for each in tried if each.id not in taken and _is_part(each, alike[each.id], spelled)]
    named += _beside(others, alike, failed, left)
    sure = [
        each
        for each in named
        if not _is_contradicted(each, named, alike[each.mistake.id], spelled)
        and not _is_but_an_error(each, alike[each.mistake.id], spelled)
    ]
    return sure, tied


def _is_spelled_out(mistake: Mistake, alike: Mapping[str, Likeness], spelled: frozenset[str]) -> bool:
    """Whether a mistake's digits are the candidate's, and its wrong line stands there or needs not to."""
    same = sum(how is Likeness.SAME for how in alike.values())
    return same >= _MANY or (same > 0 and (mistake.line is None or mistake.id in spelled))


def _is_but_an_error(one: Named, alike: Mapping[str, Likeness], spelled: frozenset[str]) -> bool:
    """Whether all that speaks for a mistake is an error, or none, for which there are many ways.

    Its wrong line would tell it from the others, and isn't there.
    """
    if one.mistake.line is None or one.mistake.id in spelled:
        return False
    return all(alike[name] is Likeness.SAME_KIND for name in one.checks)


def _is_part(mistake: Mistake, alike: Mapping[str, Likeness], spelled: frozenset[str]) -> bool:
    """Whether all that a mistake gets wrong is wrong in the same way, whatever else is.

    A worse mistake may have another's answers among its own; so its wrong line must be there.
    """
    looked_at = mistake.fails & alike.keys()
    return bool(looked_at) and all(alike[name] in _AS_WRONG for name in looked_at) and mistake.id in spelled


def _beside(
    parts: Sequence[Mistake], alike: Alike, failed: frozenset[str], left: frozenset[str]
) -> list[Named]:
    """Mistakes made at once in one submission: each is named in checks that no rival explains as well."""
    named = []
    able = [each for each in parts if each.fails <= failed]
    while able:
        most = max(len(each.fails & alike[each.id].keys() & left) for each in able)
        best = [each for each in able if len(each.fails & alike[each.id].keys() & left) == most]
        if not most:
            break
        for each in best:
            shown = each.fails & alike[each.id].keys() & left
            if not any(shown & other.fails for other in best if other is not each):
                named.append(Named(each, shown, is_part=True))
        left = left.difference(*(each.fails for each in best))
        able = [each for each in able if each not in best]
    return named


def _is_contradicted(
    one: Named, named: Sequence[Named], alike: Mapping[str, Likeness], spelled: frozenset[str]
) -> bool:
    """Whether answers that no other mistake has a part in speak against a mistake.

    Two people's versions of it may differ in some, if the wrong line is there or can't be told.
    """
    own = one.mistake.fails & alike.keys()
    others = (each.mistake.fails for each in named if each is not one)
    against = {name for name in own if alike[name] <= Likeness.PART}.difference(*others)
    if one.mistake.line:
        return bool(against) and one.mistake.id not in spelled
    return len(against) > _MOST_AGAINST * len(own)


def _is_nearly_all(
    mistake: Mistake, evidence: frozenset[str], left: frozenset[str], failed: frozenset[str]
) -> bool:
    """Whether a mistake that fails more than what failed explains all that is left."""
    return evidence >= left and len(mistake.fails & failed) >= _LEAST_FAILED * len(mistake.fails)


def _evidence(mistake: Mistake, alike: Mapping[str, Likeness], failed: frozenset[str]) -> frozenset[str]:
    """The checks whose answers speak for the mistake; none where too few of its own do."""
    same = frozenset(name for name, how in alike.items() if how >= Likeness.SAME_KIND)
    coarse = frozenset(name for name, how in alike.items() if how is Likeness.AS_COARSE)
    if len(coarse) >= _LEAST_COARSE or (mistake.fails == failed and same | coarse >= alike.keys()):
        same |= coarse
    return same if len(same) >= _LEAST_SHARE * len(mistake.fails & alike.keys()) else frozenset()


def _best(
    able: Sequence[Mistake],
    evidence: Mapping[str, frozenset[str]],
    failed: frozenset[str],
    left: frozenset[str],
) -> list[Mistake]:
    """The one with the most evidence, among equals one that fails just what failed, and its rivals.

    Rivals are its equals that explain some of the same checks; one that explains others is a mistake
    made beside it.
    """

    def rank(mistake: Mistake) -> tuple[int, bool, int]:
        shown = evidence[mistake.id] & left
        return len(shown), mistake.fails <= failed, -len((mistake.fails & left) - shown)

    if not able:
        return []
    best = max(able, key=rank)
    shown = evidence[best.id] & left
    # Another that explains as much elsewhere is no rival, but a second mistake.
    return [each for each in able if rank(each) == rank(best) and evidence[each.id] & shown]

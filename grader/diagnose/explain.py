"""Finds the known mistakes that give the answers a failed grade saw."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from grader.bank import Problem
from grader.diagnose.likeness import Likeness, likeness
from grader.diagnose.mistakes import Mistake, mistakes
from grader.diagnose.replay import Replayer, Replies
from grader.outcome import Outcome
from grader.record import Record
from grader.shards import Shards
from grader.submission import Submission
from grader.supervise.zygote import Zygote

_COMPARABLE = (Outcome.FAILED, Outcome.RAISED)
# How many mistakes are tried, the likeliest first: each replay costs a worker, for TensorFlow some
# tenths of a second.
_MOST_TRIED = {"numpy": 80, "tensorflow": 16}


@dataclass(frozen=True, slots=True)
class Named:
    """A mistake that a submission was seen to make, and the checks whose answers show it."""

    mistake: Mistake
    checks: frozenset[str]


@dataclass(frozen=True, slots=True)
class Findings:
    """What the replays of a failed grade showed."""

    named: tuple[Named, ...] = ()
    repeatable: bool = True
    """Whether the candidate's own code gave the same answers a second time."""


def explain(
    problem: Problem,
    submission: Submission,
    records: Sequence[Record],
    zygote: Zygote,
    side_by_side: int = 1,
    without: frozenset[str] = frozenset(),
) -> Findings:
    """The mistakes that explain the failing checks of a grade.

    Args:
        records: what the checks of the grade left.
        side_by_side: how many replays may run at once.
        without: ids of mistakes that are not to be tried.
    """
    failing = {record.check_id: record for record in records if not record.is_settled}
    failing = {name: record for name, record in failing.items() if record.outcome is not Outcome.PASSED}
    shown = {name: r for name, r in failing.items() if r.outcome in _COMPARABLE and r.transcript}
    if not shown:
        return Findings()
    if not _agree(shown, _replies(problem, zygote, submission.source, shown)):
        return Findings(repeatable=False)
    reference = (problem.solution_folder / "solution.py").read_text(encoding="utf-8")
    right = _replies(problem, zygote, reference, shown)
    known = [each for each in mistakes(problem) if each.id not in without]
    tried = _worth_trying(known, failing.keys(), shown.keys(), _MOST_TRIED[problem.worker])

    shards = max(1, min(side_by_side, len(tried)))
    zygotes = [zygote, *(zygote.attach() for _ in range(shards - 1))]

    def try_one(task: int, shard: int) -> tuple[int, dict[str, Likeness]]:
        return task, _alike(problem, tried[task], shown, right, zygotes[shard])

    try:
        with Shards(len(tried), shards, try_one) as running:
            alike = {tried[task].id: found for task, found in running.results()}
    finally:
        for each in zygotes[1:]:
            each.close()
    return Findings(choose(tried, alike, failing.keys()))


def _replies(
    problem: Problem, zygote: Zygote, source: str, records: Mapping[str, Record]
) -> dict[str, Replies | None]:
    """One source's answers to the requests of each check."""
    with Replayer(zygote, problem, "submission", source) as replayer:
        return {name: replayer.replies(record.transcript) for name, record in records.items()}


def _agree(records: Mapping[str, Record], again: Mapping[str, Replies | None]) -> bool:
    """Whether a second run gave the same answers, to rounding."""
    for name, record in records.items():
        replies = again[name]
        if replies is None:
            return False
        for exchange, reply in zip(record.transcript, replies, strict=True):
            if likeness(exchange.reply, reply, {}, single=True) is Likeness.DIFFERENT:
                return False
    return True


def _worth_trying(
    known: Sequence[Mistake], failing: Iterable[str], shown: Iterable[str], most: int
) -> list[Mistake]:
    """Mistakes that could explain some of what failed, the likeliest first."""
    failed, seen = set(failing), set(shown)

    def distance(mistake: Mistake) -> tuple[bool, int, str]:
        outside = not (mistake.fails <= failed or failed <= mistake.fails)
        return outside, len(mistake.fails ^ failed), mistake.id

    possible = [each for each in known if each.fails & seen]
    return sorted(possible, key=distance)[:most]


def _alike(
    problem: Problem,
    mistake: Mistake,
    records: Mapping[str, Record],
    right: Mapping[str, Replies | None],
    zygote: Zygote,
) -> dict[str, Likeness]:
    """For each failing check, how like the candidate's answers the mistake's are."""
    single = problem.worker != "numpy"
    found = {}
    with Replayer(zygote, problem, mistake.id, mistake.source) as replayer:
        for name, record in records.items():
            replies = replayer.replies(record.transcript) if name in mistake.fails else None
            found[name] = _compare_all(record, replies, right[name], single)
    return found


def _compare_all(record: Record, replies: Replies | None, right: Replies | None, single: bool) -> Likeness:
    if replies is None:
        return Likeness.DIFFERENT
    result = Likeness.SAME
    for number, (exchange, reply) in enumerate(zip(record.transcript, replies, strict=True)):
        exact = right[number] if right else {}
        result = min(result, likeness(exchange.reply, reply, exact, single))
        if result is Likeness.DIFFERENT:
            break
    return result


def choose(
    tried: Sequence[Mistake], alike: Mapping[str, Mapping[str, Likeness]], failing: Iterable[str]
) -> tuple[Named, ...]:
    """Of the mistakes tried, those that explain what failed, where no other does as well.

    A mistake is named where it fails nothing that passed and every check that it fails gave its very
    answers (but for checks that another mistake named beside it fails too: there the two mix), or
    where it alone explains all that failed, though it should have failed in more.
    """
    failed = frozenset(failing)
    explained = {
        mistake.id: frozenset(
            name
            for name, how in alike[mistake.id].items()
            if how is Likeness.SAME or (how is Likeness.AS_COARSE and mistake.fails == failed)
        )
        for mistake in tried
    }
    alone = [each for each in tried if explained[each.id] >= failed]
    exact = [each for each in alone if each.fails == failed]
    for group in (exact, alone):
        if len(group) == 1:
            return (Named(group[0], failed),)
    if alone:
        return ()
    return _together(tried, explained, failed)


def _together(
    tried: Sequence[Mistake], explained: Mapping[str, frozenset[str]], failed: frozenset[str]
) -> tuple[Named, ...]:
    """Mistakes that explain a part each, side by side."""
    possible = [each for each in tried if each.fails <= failed and explained[each.id]]
    named = []
    for mistake in possible:
        own = explained[mistake.id]
        others = [each for each in possible if each is not mistake]
        mixed = frozenset().union(*(each.fails for each in others if explained[each.id] - own))
        rivals = [each for each in others if explained[each.id] >= own]
        if not rivals and mistake.fails - own <= mixed:
            named.append(Named(mistake, own))
    return tuple(sorted(named, key=lambda each: (-len(each.checks), each.mistake.id)))

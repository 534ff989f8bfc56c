"""Finds the known mistakes that give the answers a failed grade saw."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from grader.bank import Problem
from grader.check_run import Functions
from grader.diagnose.answers import likeness, same_again, wrong_in_the_same_places
from grader.diagnose.choose import Named, choose
from grader.diagnose.likeness import Likeness
from grader.diagnose.mistakes import Mistake, lines_with, mistakes
from grader.diagnose.replay import Replayer, Replies
from grader.diagnose.scope import Transcript, transcripts_of, worth_trying
from grader.diagnose.words import error_text, has_number, told_alike
from grader.outcome import Outcome
from grader.record import Exchange, Record
from grader.search import EVERY_MISTAKE, Search
from grader.shards import Shards
from grader.submission import Submission
from grader.supervise.zygote import Zygote
from grader.text import Text

# A mistake that differs in so many checks, the quickest first, is not looked at any further.
_ENOUGH = 3
# A mistake that the answers of so many checks speak for needs no further ones.
_PLENTY = 3


@dataclass(frozen=True, slots=True)
class Findings:
    """What the replays of a failed grade showed."""

    named: tuple[Named, ...] = ()
    repeatable: bool = True
    """Whether the candidate's own code gave the same answers a second time."""


class Explainer:
    """Looks for what explains one failed grade.

    Args:
        functions: the checks, as the grade ran them.
        zygote: what forks the workers for the replays.
        side_by_side: how many replays may run at once.
        search: what is not to be tried, and when to end it in `GivenUp`.
    """

    def __init__(
        self,
        problem: Problem,
        submission: Submission,
        seed: int,
        functions: Functions,
        zygote: Zygote,
        side_by_side: int = 1,
        search: Search = EVERY_MISTAKE,
    ) -> None:
        self._problem = problem
        self._submission = submission
        self._seed = seed
        self._functions = functions
        self._zygote = zygote
        self._side_by_side = side_by_side
        self._known = [each for each in mistakes(problem) if each.id not in search.without]
        self._is_wanted = search.is_wanted
        self._own = self._replayer(zygote)
        self._reference = (problem.solution_folder / "solution.py").read_text(encoding="utf-8")

    def __enter__(self) -> Explainer:
        return self

    def __exit__(self, *_: object) -> None:
        self._own.renew()

    def _replayer(self, zygote: Zygote) -> Replayer:
        return Replayer(zygote, self._problem, self._is_wanted)

    def explain(self, records: Sequence[Record]) -> Findings:
        """The mistakes that explain what failed, from what the checks of the grade left."""
        failing = {each.check_id for each in records if each.outcome is not Outcome.PASSED}
        asked_by = transcripts_of(records, self._problem.worker)
        steady = {name: asked for name, asked in asked_by.items() if self._repeats(asked)}
        chance = {name: asked for name, asked in asked_by.items() if name not in steady}
        said = {each.check_id: each.message for each in records}
        by_chance = self._by_line_and_word(frozenset(chance), failing, said)
        failing -= chance.keys()
        named: list[Named] = []
        if steady:
            tried = worth_trying(self._known, failing, steady.keys(), self._problem.worker)
            alike = self._alike(tried, steady)
            spelled = frozenset(each.id for each in tried if lines_with(each, self._submission.lines))
            found, tied = choose(tried, alike, failing, spelled)
            for each in found:
                if not self._is_told_by_more_than_errors(each, alike[each.mistake.id], steady):
                    continue
                is_plain = each.mistake.id in spelled and each.checks == failing
                if is_plain or len(each.checks) >= _PLENTY or self._holds_on(each, steady):
                    named.append(each)
            for group in tied:
                named += self._settled(group, steady)
            left = failing.difference(*(each.mistake.fails for each in named))
            if not any(alike[each.id].get(name) is Likeness.SAME for each in tried for name in left):
                named += self._by_the_line(left, failing, steady, said)
        repeatable = bool(by_chance) or not self._is_at_fault(chance)
        return Findings((*named, *by_chance), repeatable)

    def _repeats(self, asked: Transcript) -> bool:
        """Whether the candidate's code gives the same answers again, in a worker that is new if need be."""
        own = [each.reply for each in asked]
        for _ in range(2):
            again = self._own.replies(self._submission.source, asked)
            if again is not None and same_again(own, again):
                return True
            self._own.renew()
        return False

    def _is_at_fault(self, chance: Mapping[str, Transcript]) -> bool:
        """Whether answers that differ from run to run would not do so in a right submission."""
        with self._replayer(self._zygote) as replayer:
            for asked in chance.values():
                first, second = (replayer.replies(self._reference, asked) for _ in range(2))
                if first is not None and second is not None and same_again(first, second):
                    return True
        return False

    def _by_the_line(
        self,
        left: set[str],
        failing: set[str],
        shown: Mapping[str, Transcript],
        said: Mapping[str, Text | None],
    ) -> list[Named]:
        """The one mistake that fails what is left to explain, and whose wrong line stands there.

        What it was wrong by may be the candidate's own, a decay of 0.9 where the mistake has 0.99. Where
        it is wrong may not, nor what the checks `said` of it, but for the numbers; where they said the
        very same of both, numbers and all, that is enough.
        """
        found = [
            each
            for each in self._known
            if left and left <= each.fails <= failing and lines_with(each, self._submission.lines)
        ]
        looked_at = left & shown.keys()
        if len(found) != 1:
            return []
        theirs = self._messages(found[0], looked_at)
        own = {name: said[name] for name in theirs}
        # Where answers are drawn at random all differ from the reference's: the places say nothing.
        is_alike = all(told_alike(message, own[name]) for name, message in theirs.items())
        is_the_same = bool(theirs) and theirs == own and all(map(has_number, own.values()))
        if is_the_same or (is_alike and self._is_wrong_where(found[0], looked_at, shown)):
            return [Named(found[0], frozenset(left))]
        return []

    def _by_line_and_word(
        self, chance: frozenset[str], failing: set[str], said: Mapping[str, Text | None]
    ) -> list[Named]:
        """The one mistake that fails these checks, its line there, and of which they say the very same.

        Where the answers are chance, there is nothing else to compare.
        """
        # An exception has no message of a check's: that both raise would be all that was compared.
        is_told = bool(chance) and None not in (said[name] for name in chance)
        found = [
            each
            for each in self._known
            if is_told
            and chance <= each.fails <= failing
            and lines_with(each, self._submission.lines)
            and self._messages(each, chance) == {name: said[name] for name in chance}
        ]
        return [Named(found[0], chance)] if len(found) == 1 else []

    def _messages(self, mistake: Mistake, checks: Iterable[str]) -> dict[str, Text | None]:
        """What checks say of a mistake."""
        with self._replayer(self._zygote) as replayer:
            records = {
                name: replayer.run(mistake.source, *self._functions[name], self._seed)
                for name in sorted(self._functions.keys() & checks)
            }
        return {name: record.message if record else None for name, record in records.items()}

    def _is_wrong_where(
        self, mistake: Mistake, checks: Iterable[str], shown: Mapping[str, Transcript]
    ) -> bool:
        """Whether the candidate's answers to these checks are wrong in the places where a mistake's are."""
        places = []
        with self._replayer(self._zygote) as replayer:
            for asked in (shown[name] for name in sorted(checks)):
                theirs, right = (
                    replayer.replies(source, asked) or [] for source in (mistake.source, self._reference)
                )
                own = [each.reply for each in asked]
                single = self._problem.worker != "numpy"
                places.append(wrong_in_the_same_places(own, theirs, right, single=single))
        return bool(places) and all(places)

    def _is_told_by_more_than_errors(
        self, named: Named, alike: Mapping[str, Likeness], shown: Mapping[str, Transcript]
    ) -> bool:
        """Whether there is more than an error of the same class, for which there may be many reasons.

        Either answers that are alike, or a wrong line that stands there (`choose` has seen to that), or
        what the errors say.
        """
        looked_at = named.checks & shown.keys()
        if named.mistake.line or any(alike[name] is not Likeness.SAME_KIND for name in looked_at):
            return True
        raising = {name: shown[name] for name in looked_at if error_text(shown[name][-1].reply)}
        return not raising or bool(self._in_the_same_words([named.mistake], raising))

    def _holds_on(self, named: Named, shown: Mapping[str, Transcript]) -> bool:
        """Whether a mistake that few answers speak for gives the candidate's further answers too."""
        further = self._further(named.checks & shown.keys(), shown)
        if not further:
            return True
        alike = self._alike([named.mistake], further)[named.mistake.id]
        if min(alike.values()) >= (Likeness.PART if named.is_part else Likeness.AS_COARSE):
            return True
        # Further answers that are chance speak against nothing.
        return not all(self._repeats(asked) for asked in further.values())

    def _settled(self, group: Sequence[Mistake], shown: Mapping[str, Transcript]) -> list[Named]:
        """Of mistakes that explain the same answers, the one that explains further ones too."""
        common = shown.keys() & frozenset.intersection(*(each.fails for each in group))
        further = self._further(common, shown)
        if not further:
            return []
        alike = self._alike(group, further)
        how = {each.id: min(alike[each.id].values()) for each in group}
        best = max(how.values())
        alone = [each for each in group if best >= Likeness.SAME_KIND and how[each.id] is best]
        if len(alone) > 1:
            alone = self._in_the_same_words(alone, shown)
        return [Named(alone[0], frozenset(common))] if len(alone) == 1 else []

    def _further(self, checks: Iterable[str], shown: Mapping[str, Transcript]) -> dict[str, Transcript]:
        """The candidate's answers to all that the checks would have asked of a right submission.

        A check stops at the first wrong answer.
        """
        with self._replayer(self._zygote) as replayer:
            longer = {name: self._prolonged(name, shown[name], replayer) for name in sorted(checks)}
        found = {}
        for name, transcript in longer.items():
            replies = self._own.replies(self._submission.source, transcript)
            if replies is not None:
                pairs = zip(transcript, replies, strict=True)
                found[name] = tuple(Exchange(each.op, each.fields, reply) for each, reply in pairs)
        return found

    def _in_the_same_words(
        self, group: Sequence[Mistake], shown: Mapping[str, Transcript]
    ) -> list[Mistake]:
        """Those whose exceptions say what the candidate's do: a library's words tell its errors apart."""
        raising = {name: asked for name, asked in shown.items() if error_text(asked[-1].reply)}
        with self._replayer(self._zygote) as replayer:
            return [
                each
                for each in group
                if raising
                and all(
                    (replies := replayer.replies(each.source, asked))
                    and error_text(replies[-1]) == error_text(asked[-1].reply)
                    for asked in raising.values()
                )
            ]

    def _prolonged(self, check: str, transcript: Transcript, replayer: Replayer) -> Transcript:
        """The requests that a check made, and those that it would have made of a right submission."""
        if check not in self._functions:
            return transcript
        whole = replayer.run(self._reference, *self._functions[check], self._seed)
        return (*transcript, *whole.transcript[len(transcript) :]) if whole else transcript

    def _alike(
        self, tried: Sequence[Mistake], asked: Mapping[str, Transcript]
    ) -> dict[str, dict[str, Likeness]]:
        """For each mistake and check, how like the candidate's answers the mistake's are."""
        shards = max(1, min(self._side_by_side, len(tried)))
        zygotes = [self._zygote, *(self._zygote.attach() for _ in range(shards - 1))]
        replayers = [self._replayer(each) for each in zygotes]
        right = {name: replayers[0].replies(self._reference, asked[name]) or [] for name in asked}

        def try_one(task: int, shard: int) -> tuple[int, dict[str, Likeness]]:
            return task, self._compare(tried[task], asked, right, replayers[shard])

        try:
            with Shards(len(tried), shards, try_one) as running:
                return {tried[task].id: found for task, found in running.results()}
        finally:
            replayers[0].renew()
            for each in zygotes[1:]:
                each.close()

    def _compare(
        self,
        mistake: Mistake,
        asked: Mapping[str, Transcript],
        right: Mapping[str, Replies],
        replayer: Replayer,
    ) -> dict[str, Likeness]:
        single = self._problem.worker != "numpy"
        found: dict[str, Likeness] = {}
        if not single:
            # A new worker takes milliseconds, and np.seterr or a seed outlive the module that set them.
            replayer.renew()
        for name in sorted(mistake.fails & asked.keys(), key=lambda name: (len(asked[name]), name)):
            if len(found) >= _ENOUGH and not any(found.values()):
                break
            replies = replayer.replies(mistake.source, asked[name])
            own = [each.reply for each in asked[name]]
            found[name] = (
                Likeness.DIFFERENT
                if replies is None
                else likeness(own, replies, right[name], single=single)
            )
        return {name: found.get(name, Likeness.DIFFERENT) for name in asked}

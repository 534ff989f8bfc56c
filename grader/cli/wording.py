"""Words that are data elsewhere, as a person reads them."""

from __future__ import annotations

from grader.messages import _, current
from grader.outcome import Outcome, Verdict


def verdict_word(verdict: str) -> str:
    known = verdict in Verdict.__members__.values()
    return Verdict(verdict).word.in_language(current()) if known else verdict


def outcome_word(outcome: str) -> str:
    known = outcome in Outcome.__members__.values()
    return Outcome(outcome).word.in_language(current()) if known else outcome


def difficulty_word(difficulty: str) -> str:
    words = {"easy": _("easy"), "medium": _("medium"), "hard": _("hard")}
    return words.get(difficulty, difficulty)


def state_word(state: str) -> str:
    words = {
        "new": _("new"),
        "started": _("started"),
        "solved": _("solved"),
        "self-marked": _("self-marked"),
    }
    return words.get(state, state)


def topic_word(topic: str) -> str:
    """A bank of one's own may have topics that nobody translated."""
    words = {
        "normalization": _("normalization"),
        "optimization": _("optimization"),
        "training-loop": _("training loop"),
        "testing": _("testing"),
    }
    return words.get(topic, topic)

"""Words that are data elsewhere, as a person reads them."""

from __future__ import annotations

from grader.messages import _


def verdict_word(verdict: str) -> str:
    return {"passed": _("passed"), "failed": _("failed"), "invalid": _("invalid")}.get(verdict, verdict)


def outcome_word(outcome: str) -> str:
    words = {
        "passed": _("passed"),
        "failed": _("wrong"),
        "raised": _("raised"),
        "timeout": _("timeout"),
        "memory": _("memory"),
        "crashed": _("crashed"),
        "skipped": _("skipped"),
    }
    return words.get(outcome, outcome)


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

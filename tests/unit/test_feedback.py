"""No reader is told more than their level allows, in text or in JSON, in either language."""

from __future__ import annotations

import dataclasses
import itertools
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.bank import Check
from grader.feedback import Feedback, withhold
from grader.judge import CheckResult
from grader.outcome import Outcome, Verdict
from grader.render import render
from grader.report import Diagnosis, Fault, Report
from grader.text import LANGUAGES, Language, Text

LESS = (Feedback.BRIEF, Feedback.NONE)


def words(name: str) -> Text:
    """A text that can be found again wherever it turns up."""
    return Text(f"<{name}-en>", f"<{name}-中>")


def result(outcome: Outcome, name: str | None = None) -> CheckResult:
    """A check's result with every field filled."""
    name = name or outcome.value
    check = Check(f"id_{name}", words(f"title-{name}"), 2.0)
    return CheckResult(check, outcome, words(f"message-{name}"), f"<code-{name}>", f"<printed-{name}>")


def diagnosis(name: str) -> Diagnosis:
    parts = [words(f"{part}-{name}") for part in ("what", "numbers", "why", "fix", "place")]
    *texts, place = parts
    return Diagnosis(f"<diagnosis-{name}>", *texts, ("id_failed",), place, f"<line-{name}>")


def full(**changes: Any) -> Report:
    """A report with everything in it that there can be."""
    report = Report(
        problem="double",
        submission="double.py",
        verdict=Verdict.FAILED,
        checks=tuple(result(outcome) for outcome in Outcome),
        max_score=14.0,
        duration_s=0.5,
        isolation="bubblewrap",
        seed=3,
        error=Fault("import", words("error"), "<error-line>"),
        diagnoses=(diagnosis("one"), diagnosis("two")),
        notices=(words("notice"),),
    )
    return dataclasses.replace(report, **changes)


def told(report: Report, language: Language = "en") -> str:
    """All that anybody is told of a report: what is printed, what is written, and what changed since."""
    later = dataclasses.replace(report, checks=tuple(reversed(report.checks)))
    parts = [
        report.to_json(language),
        *(render(report, None, language, 400, since) for since in (None, later)),
    ]
    return "\n".join(parts)


def secrets(*names: str) -> list[str]:
    return [f"<{name}-{tongue}>" for name in names for tongue in ("en", "中")]


DIAGNOSES = [
    text
    for name in ("one", "two")
    for text in (
        *secrets(*(f"{part}-{name}" for part in ("what", "numbers", "why", "fix", "place"))),
        f"<diagnosis-{name}>",
        f"<line-{name}>",
    )
]


@pytest.mark.parametrize("language", LANGUAGES)
def test_in_practice_all_is_told(language: Language) -> None:
    report = full()
    assert withhold(report, Feedback.FULL) == report
    shown = told(report, language)
    tongue = "en" if language == "en" else "中"
    for text in (
        f"<what-one-{tongue}>",
        "<line-one>",
        f"<message-failed-{tongue}>",
        "<printed-failed>",
        "<code-raised>",
    ):
        assert text in shown


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("level", LESS)
def test_verdict_score_outcomes_and_the_files_own_fault_are_always_told(
    level: Feedback, language: Language
) -> None:
    report = full()
    less = withhold(report, level)
    before, after = (json.loads(each.to_json(language)) for each in (report, less))
    for document in (before, after):
        del document["diagnosis"]
        for check in document["checks"]:
            del check["message"]
    assert before == after
    tongue = "en" if language == "en" else "中"
    shown = render(less, None, language, 400)
    assert shown.splitlines()[0] == render(report, None, language, 400).splitlines()[0]
    for text in (f"<error-{tongue}>", "<error-line>", f"<notice-{tongue}>"):
        assert text in shown


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("level", LESS)
def test_neither_interview_nor_exam_tells_what_is_wrong(level: Feedback, language: Language) -> None:
    shown = told(withhold(full(), level), language)
    hidden = [*DIAGNOSES, *secrets("message-failed"), "<code-failed>"]
    assert [text for text in hidden if text in shown] == []
    assert "<printed-" not in shown


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_interview_lists_the_checks_and_the_candidates_own_exceptions(language: Language) -> None:
    shown = render(withhold(full(), Feedback.BRIEF), None, language, 400)
    tongue = "en" if language == "en" else "中"
    for outcome in Outcome:
        assert f"<title-{outcome}-{tongue}>" in shown
    for outcome in (Outcome.RAISED, Outcome.TIMEOUT, Outcome.MEMORY, Outcome.CRASHED):
        assert f"<message-{outcome}-{tongue}>" in shown
        assert f"<code-{outcome}>" in shown


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_exam_tells_no_check_s_message_and_lists_none_to_a_reader(language: Language) -> None:
    less = withhold(full(), Feedback.NONE)
    assert "<message-" not in told(less, language)
    assert "<code-" not in told(less, language)
    assert "<title-" not in render(less, None, language, 400)
    assert all(check["message"] == "" for check in json.loads(less.to_json(language))["checks"])


REPORTS = st.builds(
    full,
    checks=st.lists(st.sampled_from(Outcome), max_size=4).map(
        lambda outcomes: tuple(result(outcome, f"{outcome}{n}") for n, outcome in enumerate(outcomes))
    ),
    verdict=st.sampled_from(Verdict),
    error=st.sampled_from([None, Fault("import", words("error"), "<error-line>")]),
    diagnoses=st.sampled_from([(), (diagnosis("one"),), (diagnosis("one"), diagnosis("two"))]),
    notices=st.sampled_from([(), (words("notice"),)]),
)


@given(REPORTS, st.sampled_from(LANGUAGES))
def test_whatever_the_report_a_lower_level_tells_no_more(report: Report, language: Language) -> None:
    found = [set(_marks(told(withhold(report, level), language))) for level in Feedback]
    for more, less in itertools.pairwise(found):
        assert less <= more
    allowed = {"error", "notice", "title"}
    assert {mark.partition("-")[0] for mark in found[-1]} <= allowed
    failed = {mark for mark in found[1] if "failed" in mark}
    assert all(mark.startswith("title-") for mark in failed)


@given(REPORTS, st.sampled_from(LESS))
def test_what_was_withheld_stays_withheld(report: Report, level: Feedback) -> None:
    less = withhold(report, level)
    assert withhold(less, level) == less
    assert (less.verdict, less.score) == (report.verdict, report.score)
    assert [each.outcome for each in less.checks] == [each.outcome for each in report.checks]


def _marks(shown: str) -> list[str]:
    return [part.partition(">")[0] for part in shown.split("<")[1:]]

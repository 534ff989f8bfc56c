"""The report as JSON, to the letter of the contract, in both languages."""

from __future__ import annotations

import json
from typing import Any

import pytest

from grader.bank import Check
from grader.judge import CheckResult
from grader.outcome import Outcome, Verdict
from grader.report import Diagnosis, Fault, Report
from grader.text import Language, Text

CHECKS = (
    CheckResult(Check("keeps_shape", Text("Keeps the shape", "形状不变"), 4.0), Outcome.PASSED, None),
    CheckResult(
        Check("uses_population_variance", Text("Divides by D", "除以 D"), 2.0),
        Outcome.FAILED,
        Text("y is off", "y 不对"),
        output="secret prints",
    ),
    CheckResult(
        Check("takes_eps", Text("Takes eps", "使用 eps"), 1.5),
        Outcome.RAISED,
        Text("line 2: KeyError", "第 2 行：KeyError"),
        code="    return x[0]",
    ),
)


def report(**changes: Any) -> Report:
    fields: dict[str, Any] = {
        "problem": "layernorm-math", "submission": "layernorm_math.py", "verdict": Verdict.FAILED,
        "checks": CHECKS, "max_score": 7.5, "duration_s": 0.70949, "isolation": "bubblewrap", "seed": 0,
    }  # fmt: skip
    return Report(**{**fields, **changes})


def document(language: Language = "en", **changes: Any) -> dict[str, Any]:
    parsed = json.loads(report(**changes).to_json(language))
    assert type(parsed) is dict
    return parsed


def test_it_has_the_contracts_fields_in_the_contracts_order() -> None:
    """And the seed, without which a grade can't be repeated."""
    keys = [key for key in document() if key != "seed"]
    assert keys == ["schema_version", "problem", "submission", "verdict", "score", "max_score",
                    "duration_s", "isolation", "diagnosis", "error", "checks"]  # fmt: skip
    for check in document()["checks"]:
        assert list(check) == ["id", "title", "outcome", "points", "max_points", "message"]


def test_the_whole_document() -> None:
    assert document() == {
        "schema_version": 1,
        "problem": "layernorm-math",
        "submission": "layernorm_math.py",
        "verdict": "failed",
        "score": 4.0,
        "max_score": 7.5,
        "duration_s": 0.709,
        "isolation": "bubblewrap",
        "seed": 0,
        "diagnosis": None,
        "error": None,
        "checks": [
            {"id": "keeps_shape", "title": "Keeps the shape", "outcome": "passed",
             "points": 4.0, "max_points": 4.0, "message": ""},
            {"id": "uses_population_variance", "title": "Divides by D", "outcome": "failed",
             "points": 0.0, "max_points": 2.0, "message": "y is off"},
            {"id": "takes_eps", "title": "Takes eps", "outcome": "raised",
             "points": 0.0, "max_points": 1.5, "message": "line 2: KeyError\n    return x[0]"},
        ],
    }  # fmt: skip


def test_the_same_in_chinese() -> None:
    english, chinese = document("en"), document("zh")
    assert [check["title"] for check in chinese["checks"]] == ["形状不变", "除以 D", "使用 eps"]
    assert chinese["checks"][1]["message"] == "y 不对"
    for parsed in (english, chinese):
        for check in parsed["checks"]:
            del check["title"], check["message"]
    assert english == chinese
    assert "形状不变" in report().to_json("zh")


def test_scores_are_floats_though_there_is_nothing_to_add_up() -> None:
    parsed = document(checks=(), max_score=0)
    assert (type(parsed["score"]), type(parsed["max_score"])) == (float, float)


@pytest.mark.parametrize("verdict", list(Verdict))
def test_verdicts_are_the_contracts_words(verdict: Verdict) -> None:
    assert document(verdict=verdict)["verdict"] == verdict.value
    assert {v.value for v in Verdict} == {"passed", "failed", "invalid", "error"}


def test_outcomes_are_the_contracts_words() -> None:
    words = {"passed", "failed", "raised", "timeout", "memory", "crashed", "skipped"}
    assert {outcome.value for outcome in Outcome} == words


def test_exit_codes_are_the_contracts() -> None:
    assert {v.value: v.exit_code for v in Verdict} == {"passed": 0, "failed": 1, "invalid": 1, "error": 3}


def test_an_error_has_its_kind_and_a_message_with_the_candidates_line() -> None:
    fault = Fault("syntax", Text("line 1: invalid syntax", "第 1 行：语法错误"), "def f(:")
    assert document(error=fault)["error"] == {
        "kind": "syntax",
        "message": "line 1: invalid syntax\n    def f(:",
    }
    assert document("zh", error=fault)["error"]["message"].startswith("第 1 行：语法错误\n")
    assert document(error=Fault("empty", Text("Empty.", "空。"), "  "))["error"]["message"] == "Empty."


def test_a_caret_stays_under_what_it_points_at() -> None:
    fault = Fault("syntax", Text("invalid syntax", "语法错误"), "    return 1 +\n              ^")
    shown = document(error=fault)["error"]["message"].split("\n")
    assert shown[2].index("^") - shown[1].index("return") == 10


def test_a_diagnosis_has_its_id_and_text() -> None:
    diagnosis = Diagnosis("divides-by-d-minus-1", Text("It divides by D - 1.", "除以了 D - 1。"))
    other = Diagnosis("no-beta", Text("It adds no beta.", "没有加 beta。"), checks=("adds_beta",))
    assert document(diagnoses=(diagnosis, other))["diagnosis"] == {
        "id": "divides-by-d-minus-1",
        "text": "It divides by D - 1.",
        "checks": [],
        "others": [{"id": "no-beta", "text": "It adds no beta.", "checks": ["adds_beta"]}],
    }
    assert document("zh", diagnoses=(diagnosis,))["diagnosis"]["text"] == "除以了 D - 1。"


def test_what_the_candidate_printed_is_not_in_it() -> None:
    assert "secret prints" not in report().to_json("en")


def test_escapes_are_never_raw() -> None:
    assert "\x1b" not in report(submission="\x1b[31m.py").to_json("en")

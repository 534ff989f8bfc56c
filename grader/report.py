"""A grade's report as a value, and as the JSON document of the command line."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from grader.judge import CheckResult
from grader.outcome import Verdict
from grader.submission import printable
from grader.text import NOTHING, Language, Text, join

SCHEMA_VERSION = 1


@dataclass(frozen=True, slots=True)
class Fault:
    """Why there is no ordinary grade: the submission's fault, or (verdict `error`) the grader's."""

    kind: str
    text: Text
    code: str | None = None
    """The candidate's own line where there is one."""


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """A named mistake that explains what was seen."""

    id: str
    what: Text
    numbers: Text = NOTHING
    why: Text = NOTHING
    fix: Text = NOTHING
    checks: tuple[str, ...] = ()
    """Ids of the checks that it explains."""
    place: Text | None = None
    code: str | None = None
    """The candidate's own line where it can be told, and which one it is."""

    @property
    def text(self) -> Text:
        """All of it as one paragraph."""
        return join([part for part in (self.what, self.numbers, self.why, self.fix) if part.en])


@dataclass(frozen=True, slots=True)
class Report:
    """Everything that one grade found."""

    problem: str
    submission: str
    verdict: Verdict
    checks: tuple[CheckResult, ...]
    max_score: float
    duration_s: float
    isolation: str
    seed: int
    error: Fault | None = None
    diagnoses: tuple[Diagnosis, ...] = ()
    """The mistakes that explain what failed, the one that explains most first."""
    notices: tuple[Text, ...] = ()
    lists_checks: bool = True
    """Whether a person is to read how each check ended, and not the score alone."""

    @property
    def score(self) -> float:
        return float(sum(result.points for result in self.checks))

    def to_json(self, language: Language) -> str:
        """The report as the contract's JSON document."""

        def said(text: Text | None) -> str:
            return text.in_language(language) if text else ""

        document: dict[str, Any] = {
            "schema_version": SCHEMA_VERSION,
            "problem": self.problem,
            "submission": self.submission,
            "verdict": self.verdict.value,
            "score": self.score,
            "max_score": float(self.max_score),
            "duration_s": round(self.duration_s, 3),
            "isolation": self.isolation,
            "seed": self.seed,
            "diagnosis": _diagnoses(self.diagnoses, language),
            "error": (
                {"kind": self.error.kind, "message": _with_code(said(self.error.text), self.error.code)}
                if self.error
                else None
            ),
            "checks": [
                {
                    "id": result.check.id,
                    "title": said(result.check.title),
                    "outcome": result.outcome.value,
                    "points": result.points,
                    "max_points": result.check.points,
                    "message": _with_code(said(result.message), result.code),
                }
                for result in self.checks
            ],
        }
        return json.dumps(document, ensure_ascii=False, indent=2)


def _diagnoses(diagnoses: tuple[Diagnosis, ...], language: Language) -> dict[str, Any] | None:
    """The mistake that explains most, with those that explain the rest."""
    if not diagnoses:
        return None
    first, *others = (_diagnosis(each, language) for each in diagnoses)
    return {**first, "others": others}


def _diagnosis(diagnosis: Diagnosis, language: Language) -> dict[str, Any]:
    text = diagnosis.text
    if diagnosis.place:
        text = join([text, Text(f"{diagnosis.place.en}:", f"{diagnosis.place.zh}：")])
    said = _with_code(text.in_language(language), diagnosis.code)
    return {"id": diagnosis.id, "text": said, "checks": list(diagnosis.checks)}


def _with_code(message: str, code: str | None) -> str:
    text = f"{message}\n    {code.strip()}" if code and code.strip() else message
    return printable(text)

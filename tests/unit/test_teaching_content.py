"""Teaching content: hints, follow-up questions and concept answers are whole, in both languages."""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
PROBLEMS, SOLUTIONS = ROOT / "problems", ROOT / "solutions"
LANGUAGES = {"en", "zh"}
DIFFICULTIES = {"easy", "medium", "hard"}
HAN = re.compile(r"[\u4e00-\u9fff]")


def read(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"))


def is_concept(problem: str) -> bool:
    return read(PROBLEMS / problem / "problem.toml").get("kind") == "concept"


IDS = sorted(path.parent.name for path in PROBLEMS.glob("*/problem.toml"))
CONCEPTS = [problem for problem in IDS if is_concept(problem)]
CODE = [problem for problem in IDS if problem not in CONCEPTS]
FILES = sorted(
    [
        *(SOLUTIONS / problem / name for problem in CODE for name in ("hints.toml", "follow_ups.toml")),
        *(SOLUTIONS / problem / "answer.toml" for problem in CONCEPTS),
        *(PROBLEMS / problem / "problem.toml" for problem in CONCEPTS),
    ]
)


def check_ids(problem: str) -> set[str]:
    """What `checks.py` calls its checks; it is parsed, never run."""
    tree = ast.parse((SOLUTIONS / problem / "checks.py").read_text(encoding="utf-8"))
    functions = [node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
    return {name.removeprefix("test_") for name in functions if name.startswith("test_")}


def texts(value: object, where: str = "") -> Iterator[tuple[str, str, str]]:
    """Every text in a file with its place and its language, `en` where none is named."""
    if isinstance(value, str):
        yield where, "zh" if re.search(r"\.zh(\[|$)", where) else "en", value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from texts(inner, f"{where}.{key}")
    elif isinstance(value, list):
        for i, inner in enumerate(value):
            yield from texts(inner, f"{where}[{i}]")


def assert_text(value: object) -> None:
    """A table of one text in both languages, and nothing else."""
    assert isinstance(value, dict)
    assert set(value) == LANGUAGES
    assert all(isinstance(text, str) for text in value.values())


def assert_pairs(entries: object, first: str, second: str, at_least: int, at_most: int) -> None:
    assert isinstance(entries, list)
    assert at_least <= len(entries) <= at_most
    for entry in entries:
        assert set(entry) == {first, second}
        assert_text(entry[first])
        assert_text(entry[second])


def test_there_is_something_to_look_at() -> None:
    assert CODE
    assert CONCEPTS


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_no_text_is_empty_and_chinese_is_chinese(path: Path) -> None:
    found = list(texts(read(path)))
    assert found
    for where, language, text in found:
        assert text.strip(), f"{where} is empty"
        assert bool(HAN.search(text)) == (language == "zh"), f"{where} is not {language}: {text}"


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_code_and_paragraphs_are_closed(path: Path) -> None:
    for where, _, text in texts(read(path)):
        assert text.count("`") % 2 == 0, f"{where} has a backtick without its other half"
        assert not re.search(r"[^\n]\n[^\n]", text.strip()), f"{where} breaks a line inside a paragraph"


@pytest.mark.parametrize("problem", CODE)
def test_hints_lead_to_the_problem_and_to_each_check(problem: str) -> None:
    hints = read(SOLUTIONS / problem / "hints.toml")
    assert set(hints) == {"problem", "checks"}
    assert 4 <= len(hints["problem"]) <= 6
    for step in hints["problem"]:
        assert_text(step)
    assert set(hints["checks"]) == check_ids(problem)


@pytest.mark.parametrize("problem", CODE)
def test_hints_have_the_same_steps_in_both_languages(problem: str) -> None:
    for check, steps in read(SOLUTIONS / problem / "hints.toml")["checks"].items():
        assert set(steps) == LANGUAGES, check
        assert 2 <= len(steps["en"]) <= 3, check
        assert len(steps["en"]) == len(steps["zh"]), check
        assert all(isinstance(step, str) for step in (*steps["en"], *steps["zh"])), check


@pytest.mark.parametrize("problem", CODE)
def test_follow_ups_have_answers(problem: str) -> None:
    follow_ups = read(SOLUTIONS / problem / "follow_ups.toml")
    assert set(follow_ups) == {"follow_ups"}
    assert_pairs(follow_ups["follow_ups"], "question", "answer", 4, 7)


@pytest.mark.parametrize("problem", CONCEPTS)
def test_a_concept_says_what_it_is_and_where_it_belongs(problem: str) -> None:
    concept = read(PROBLEMS / problem / "problem.toml")
    assert set(concept) == {"id", "kind", "topic", "difficulty", "minutes", "related", "title"}
    assert concept["id"] == problem
    assert concept["difficulty"] in DIFFICULTIES
    assert isinstance(concept["minutes"], int)
    assert concept["minutes"] > 0
    assert_text(concept["title"])
    assert concept["related"] in CODE
    assert concept["topic"] == read(PROBLEMS / concept["related"] / "problem.toml")["topic"]


@pytest.mark.parametrize("problem", CONCEPTS)
@pytest.mark.parametrize(("language", "name"), [("en", "statement.md"), ("zh", "statement.zh.md")])
def test_a_concept_is_asked_under_its_title(problem: str, language: str, name: str) -> None:
    heading, _, body = (PROBLEMS / problem / name).read_text(encoding="utf-8").partition("\n")
    assert heading == "# " + read(PROBLEMS / problem / "problem.toml")["title"][language]
    assert body.strip()
    assert bool(HAN.search(body)) == (language == "zh")


@pytest.mark.parametrize("problem", CONCEPTS)
def test_a_concept_has_an_answer_and_all_that_belongs_to_it(problem: str) -> None:
    answer = read(SOLUTIONS / problem / "answer.toml")
    assert set(answer) == {"answer", "key_points", "wrong_claims", "follow_ups", "sources"}
    assert_text(answer["answer"])
    assert 5 <= len(answer["key_points"]) <= 8
    assert answer["sources"]
    for entry in (*answer["key_points"], *answer["sources"]):
        assert_text(entry)
    assert_pairs(answer["wrong_claims"], "claim", "correction", 4, 6)
    assert_pairs(answer["follow_ups"], "question", "answer", 4, 6)


@pytest.mark.parametrize("problem", CONCEPTS)
def test_an_answer_can_be_said_in_a_few_minutes(problem: str) -> None:
    answer = read(SOLUTIONS / problem / "answer.toml")["answer"]
    # One and a half to two and a half minutes at 160 words, or 300 characters, a minute.
    assert 240 <= len(answer["en"].split()) <= 420
    assert 450 <= len(HAN.findall(answer["zh"])) <= 750


@pytest.mark.parametrize("problem", CODE)
@pytest.mark.parametrize("name", ["notes.md", "notes.zh.md"])
def test_follow_ups_do_not_stand_in_the_notes_as_well(problem: str, name: str) -> None:
    notes = (SOLUTIONS / problem / name).read_text(encoding="utf-8")
    headings = [line for line in notes.splitlines() if line.startswith("## ")]
    assert headings
    assert not [line for line in headings if re.search(r"interview|asked next|面试", line)]

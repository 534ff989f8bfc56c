"""What is wrong with a problem's files is told before any of them is run."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from grader.bank import Bank
from grader.diagnose.mistakes import mistakes
from grader.errors import BankError
from grader.verify import files
from tests.conftest import TEST_BANK

Complaints = Callable[[], list[str]]
PROBLEM, SOLUTION = Path("problems/double"), Path("solutions/double")
SQUARES = SOLUTION / "mistakes" / "squares.py"


@pytest.fixture
def bank(tmp_path: Path) -> Path:
    """A copy of the tests' own bank."""
    for part in (PROBLEM, SOLUTION):
        shutil.copytree(TEST_BANK / part, tmp_path / part, ignore=shutil.ignore_patterns("__pycache__"))
    return tmp_path


@pytest.fixture
def complaints(bank: Path) -> Complaints:
    """What is said of the bank as it is by then, with paths relative to it."""

    def complain() -> list[str]:
        problem = Bank(bank).load("double")
        found = files.complaints(problem, mistakes(problem))
        return [each.replace(f"{bank}/", "") for each in found]

    return complain


def replace(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_of_a_whole_problem_nothing_is_said(complaints: Complaints) -> None:
    assert complaints() == []


@pytest.mark.parametrize(
    "path",
    [PROBLEM / "solution.py", PROBLEM / "notes.txt", PROBLEM / ".hidden", SOLUTION / "old.py",
     SOLUTION / "statement.md", SOLUTION / "mistakes" / "readme.md", SOLUTION / "variants" / "a.pyc"],
    ids=str,
)  # fmt: skip
def test_a_stray_file_is_named(bank: Path, complaints: Complaints, path: Path) -> None:
    (bank / path).write_text("")
    (said,) = complaints()
    assert said.startswith(f"{path}: a stray file")


@pytest.mark.parametrize(
    "path", [SOLUTION / "more", PROBLEM / "data", SOLUTION / "mistakes" / "a.py"], ids=str
)
def test_a_stray_folder_is_named(bank: Path, complaints: Complaints, path: Path) -> None:
    (bank / path).mkdir()
    (said,) = complaints()
    assert said.startswith(f"{path}: a stray file")


def test_what_python_leaves_is_not_stray(bank: Path, complaints: Complaints) -> None:
    for folder in (PROBLEM, SOLUTION, SOLUTION / "mistakes", SOLUTION / "variants"):
        (bank / folder / "__pycache__").mkdir()
        (bank / folder / "__pycache__" / "x.pyc").write_bytes(b"")
    (bank / PROBLEM / "harness.py").write_text("")
    assert complaints() == []


@pytest.mark.parametrize("path", [PROBLEM / "statement.zh.md", SOLUTION / "notes.zh.md"], ids=str)
def test_a_chinese_text_without_chinese_is_named(bank: Path, complaints: Complaints, path: Path) -> None:
    (bank / path).write_text((bank / str(path).replace(".zh", "")).read_text())
    assert f"{path}: has no Chinese in it" in complaints()


@pytest.mark.parametrize(
    ("path", "old", "new", "said"),
    [
        (PROBLEM / "problem.toml", 'zh = "翻倍"', 'zh = "Twice"', "title: its Chinese text"),
        (SOLUTION / "checks.py", "zh: 数组翻倍", "zh: Doubles", "check first: its Chinese text"),
        (SQUARES, "fix.zh: 写成", "fix.zh: ", "mistake squares, fix: its Chinese text"),
        (SQUARES, "你把 x 平方了，而不是翻倍。", "Squared.", "mistake squares, what: its Chinese text"),
    ],
)  # fmt: skip
def test_a_text_without_chinese_is_named(
    bank: Path, complaints: Complaints, path: Path, old: str, new: str, said: str
) -> None:
    replace(bank / path, old, new)
    (found,) = complaints()
    assert found.startswith(f"{said} has no Chinese in it: ")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("| `first` | 1 |", "| `first` | 2 |"),
        ("| `first` | 1 |", "| `furst` | 1 |"),
        ("| `first` | 1 |", "| `first` | 1.0.0 |"),
        ("| `first` | 1 |", "| first | 1 |"),
        ("| `second` | 1 |", "| `first` | 1 |"),
        ("| `refuses_text` | 2 |", "| `refuses_text` | 2 | x |\n| `more` | 1 |"),
    ],
)
@pytest.mark.parametrize("name", ["statement.md", "statement.zh.md"])
def test_a_table_that_lists_other_checks_is_named(
    bank: Path, complaints: Complaints, name: str, old: str, new: str
) -> None:
    replace(bank / PROBLEM / name, old, new)
    (said,) = complaints()
    assert said.startswith(f"{PROBLEM / name}: its table of checks should have a row")


def test_a_table_in_another_order_is_named(bank: Path, complaints: Complaints) -> None:
    path = bank / PROBLEM / "statement.md"
    lines = path.read_text().splitlines()
    rows = [line for line in lines if line.startswith("| `")]
    path.write_text("\n".join([*lines[: -len(rows)], *reversed(rows)]) + "\n")
    (said,) = complaints()
    assert said.startswith(f"{PROBLEM / 'statement.md'}: its table")


def test_a_check_that_no_mistake_fails_is_named(bank: Path, complaints: Complaints) -> None:
    (bank / SOLUTION / "mistakes" / "takes-none.py").unlink()
    assert complaints() == ["check refuses_text: no mistake fails it; write one, or take the check away"]


@pytest.mark.parametrize("gone", [True, False], ids=["no-folder", "empty"])
def test_a_problem_without_variants_or_mistakes_is_told(
    bank: Path, complaints: Complaints, gone: bool
) -> None:
    for name in ("mistakes", "variants"):
        shutil.rmtree(bank / SOLUTION / name)
        if not gone:
            (bank / SOLUTION / name).mkdir()
    said = complaints()
    assert len(said) == 2 + 3
    assert said[0] == f"{SOLUTION / 'mistakes'}: holds no .py file; write at least one"
    assert said[1] == f"{SOLUTION / 'variants'}: holds no .py file; write at least one"


@pytest.mark.parametrize("path", [PROBLEM / "statement.md", SOLUTION / "notes.zh.md"], ids=str)
def test_a_text_in_another_encoding_is_named(bank: Path, complaints: Complaints, path: Path) -> None:
    (bank / path).write_bytes("中文".encode("gb18030"))
    with pytest.raises(BankError, match=rf"{path.name}: .*decode"):
        complaints()

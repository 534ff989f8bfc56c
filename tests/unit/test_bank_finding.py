"""Which bank is read, and which problem is meant."""

from __future__ import annotations

from pathlib import Path

import pytest

from grader.bank import Bank
from grader.errors import UsageError


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A bank of names alone, which are looked at before any file is read."""
    for name in ("sgd-linear", "layernorm-math", "layernorm-keras"):
        (tmp_path / "problems" / name).mkdir(parents=True)
        (tmp_path / "problems" / name / "problem.toml").touch()
    (tmp_path / "problems" / "notes").mkdir()
    return tmp_path


def usage_error(root: Path, problem_id: str) -> str:
    with pytest.raises(UsageError) as caught:
        Bank(root).load(problem_id)
    said = str(caught.value)
    assert "\n" not in said
    return said


def test_ids_are_the_folders_with_a_problem_in_order(root: Path) -> None:
    assert Bank(root).ids() == ["layernorm-keras", "layernorm-math", "sgd-linear"]


@pytest.mark.parametrize(
    ("asked", "near"),
    [("layernorm-maths", "layernorm-math"), ("layernorm_keras", "layernorm-keras"), ("sgd", "sgd-linear")],
)
def test_a_problem_that_is_not_there_suggests_the_nearest(root: Path, asked: str, near: str) -> None:
    assert usage_error(root, asked) == f"no such problem: '{asked}'. Did you mean {near}?"


def test_where_none_is_near_all_are_named(root: Path) -> None:
    said = "no such problem: 'zzz'. There are: layernorm-keras, layernorm-math, sgd-linear."
    assert usage_error(root, "zzz") == said


def test_an_empty_bank_says_so(tmp_path: Path) -> None:
    assert usage_error(tmp_path, "x") == "no such problem: 'x'. There are: none."


@pytest.mark.parametrize("name", ["../problems/sgd-linear", ".", "", "notes", "sgd-linear/", "*"])
def test_a_path_is_no_problem(root: Path, name: str) -> None:
    assert usage_error(root, name).startswith("no such problem")


def test_a_hostile_name_is_quoted_and_cut(root: Path) -> None:
    said = usage_error(root, "\x1b[31m\n" + "x" * 1000)
    assert "\x1b" not in said
    assert len(said) < 250


def test_a_folder_without_problems_is_a_usage_error(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"--bank: .* holds no folder 'problems'"):
        Bank.open(tmp_path)


def test_a_bank_is_opened_where_it_is_named(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(root)
    assert Bank.open(Path()).root == root.resolve()


def test_the_projects_own_bank_is_found_without_a_name() -> None:
    root = Bank.open(None).root
    assert (root / "problems").is_dir()
    assert (root / "solutions").is_dir()

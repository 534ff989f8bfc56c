"""A bank that is right loads; each mistake of an author's is told with its file and its key."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from grader.bank import Bank, Check, Definition, read_checks
from grader.errors import BankError
from grader.limits import WORKER_LIMITS, Limits
from grader.text import Text
from grader.words import RESERVED

TEST_BANK = Path(__file__).resolve().parent.parent / "bank"
TOML = """id = "twice"
topic = "testing"
difficulty = "easy"
minutes = 5
worker = "numpy"
[title]
en = "Twice"
zh = "两倍"
[[defines]]
name = "double"
kind = "function"
signature = "(x)"
"""
CHECK = '''import pytest
@pytest.mark.points(2)
def test_doubles(submission):
    """It doubles.

    zh: 翻倍
    """
'''


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A bank with one problem that has nothing wrong with it."""
    shutil.copytree(TEST_BANK / "problems" / "double", tmp_path / "problems" / "twice")
    shutil.copytree(TEST_BANK / "solutions" / "double", tmp_path / "solutions" / "twice")
    (tmp_path / "problems" / "twice" / "problem.toml").write_text(TOML)
    (tmp_path / "solutions" / "twice" / "checks.py").write_text(CHECK)
    return tmp_path


Complaint = Callable[[str, str], str]


@pytest.fixture
def complaint(root: Path) -> Complaint:
    """What is said of `problem.toml` with one piece of it replaced; it must name the file."""

    def complain(old: str, new: str) -> str:
        path = root / "problems" / "twice" / "problem.toml"
        assert old in TOML
        path.write_text(TOML.replace(old, new))
        with pytest.raises(BankError) as caught:
            Bank(root).load("twice")
        file, _, rest = str(caught.value).partition("problem.toml: ")
        assert file == f"{path.parent}/"
        return rest

    return complain


def checks_complaint(folder: Path, source: str | bytes) -> str:
    path = folder / "checks.py"
    path.write_bytes(source if isinstance(source, bytes) else source.encode())
    with pytest.raises(BankError) as caught:
        read_checks(path)
    assert str(caught.value).startswith(f"{path}:")
    return str(caught.value).removeprefix(f"{path}:")


def test_a_right_problem_loads_whole(root: Path) -> None:
    problem = Bank(root).load("twice")
    assert (problem.id, problem.topic, problem.difficulty) == ("twice", "testing", "easy")
    assert (problem.minutes, problem.worker, problem.title) == (5, "numpy", Text("Twice", "两倍"))
    assert problem.defines == (Definition("double", "function", "(x)"),)
    assert str(problem.defines[0]) == "def double(x)"
    assert problem.checks == (Check("doubles", Text("It doubles.", "翻倍"), 2.0),)
    assert problem.limits == WORKER_LIMITS["numpy"]
    assert problem.max_score == 2.0
    assert problem.source("stub.py")
    assert problem.source("harness.py") == b""


def test_limits_that_are_given_replace_the_workers(root: Path) -> None:
    (root / "problems/twice/problem.toml").write_text(TOML + "[limits]\ncpu_s = 0.5\nthreads = 3\n")
    assert Bank(root).load("twice").limits == Limits(cpu_s=0.5, threads=3)


def test_the_module_is_named_with_underscores(root: Path) -> None:
    for kind in ("problems", "solutions"):
        (root / kind / "twice").rename(root / kind / "twice-2-times")
    path = root / "problems/twice-2-times/problem.toml"
    path.write_text(TOML.replace('"twice"', '"twice-2-times"'))
    assert Bank(root).load("twice-2-times").module_name == "twice_2_times"


@pytest.mark.parametrize(
    ("key", "near"), [("minuts", "minutes"), ("dificulty", "difficulty"), ("define", "defines")]
)
def test_an_unknown_key_suggests_the_nearest(complaint: Complaint, key: str, near: str) -> None:
    assert complaint("[title]", f"{key} = 1\n[title]") == f"{key}: unknown key; did you mean {near}?"


def test_an_unknown_key_that_is_like_none(complaint: Complaint) -> None:
    assert complaint("[title]", "zzzzzz = 1\n[title]") == "zzzzzz: unknown key"


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ('id = "twice"', 'id = "Twice"', "id: should be the folder's name"),
        ('id = "twice"', 'id = "double"', "id: should be"),
        ('id = "twice"', "id = 3", "id: should be a str"),
        ('id = "twice"\n', "", "id: should be a str that says something, is None"),
        ('topic = "testing"', 'topic = ""', "topic: should be a str that says something, is ''"),
        ('"easy"', '"trivial"', "difficulty: should be one of easy, medium, hard, is 'trivial'"),
        ('"easy"', "[]", "difficulty: should be one of"),
        ("minutes = 5", 'minutes = "5"', "minutes: should be a int"),
        ("minutes = 5", "minutes = true", "minutes: should be a int"),
        ("minutes = 5", "minutes = 0", "minutes: should be a int"),
        ('"numpy"', '"torch"', "worker: should be one of numpy, tensorflow, is 'torch'"),
        ('worker = "numpy"\n', "", "worker: should be one of numpy, tensorflow, is None"),
        ('en = "Twice"\n', "", "title.en: missing"),
        ('zh = "两倍"\n', "", "title.zh: missing"),
        ('zh = "两倍"\n', "zh = 2\n", "title.zh: missing"),
        ("[[defines]]", "[defines]", "defines: should be a list"),
        ('name = "double"\n', "", "defines: needs name, kind and signature"),
        ('signature = "(x)"', 'signature = "(x)"\nextra = 1', "defines: needs name, kind and signature"),
        ('"function"', '"method"', "defines: kind is function or class"),
        ('name = "double"', 'name = "2x"', "defines: kind is function or class, name an identifier"),
    ],
)
def test_a_wrong_value_is_told_with_its_key(complaint: Complaint, old: str, new: str, says: str) -> None:
    assert complaint(old, new).startswith(says)


@pytest.mark.parametrize(
    ("limits", "says"),
    [("[limits]\ncpu = 1", "limits.cpu: unknown; there are cpu_s"), ("[limits]\ncpu_s = 0", "limits.cpu_s"),
     ("[limits]\ncpu_s = -1.5", "limits.cpu_s"), ("[limits]\ncpu_s = '1'", "limits.cpu_s"),
     ("[limits]\nthreads = true", "limits.threads"), ("[limits]\ncpu_s = nan", "limits.cpu_s"),
     ("[[limits]]\ncpu_s = 1", "limits")],
)  # fmt: skip
def test_a_wrong_limit_is_told_with_its_key(complaint: Complaint, limits: str, says: str) -> None:
    assert complaint('signature = "(x)"', f'signature = "(x)"\n{limits}').startswith(says)


def test_a_limit_that_is_no_table_is_told(complaint: Complaint) -> None:
    assert complaint("[title]", "limits = 3\n[title]").startswith("limits")


@pytest.mark.parametrize("word", sorted(RESERVED))
def test_a_word_of_the_command_line_is_no_id(root: Path, word: str) -> None:
    for kind in ("problems", "solutions"):
        (root / kind / "twice").rename(root / kind / word)
    (root / "problems" / word / "problem.toml").write_text(TOML.replace('"twice"', f'"{word}"'))
    with pytest.raises(BankError, match=rf"{word}/problem\.toml: id: "):
        Bank(root).load(word)


@pytest.mark.parametrize("data", [b"id = ", b"id = 1\nid = 2", b"\xff", b"[title"])
def test_a_file_that_is_no_toml_is_named(root: Path, data: bytes) -> None:
    path = root / "problems/twice/problem.toml"
    path.write_bytes(data)
    with pytest.raises(BankError) as caught:
        Bank(root).load("twice")
    assert str(caught.value).startswith(f"{path}: ")


@pytest.mark.parametrize(
    "name",
    ["problems/twice/statement.md", "problems/twice/statement.zh.md", "problems/twice/stub.py",
     "solutions/twice/solution.py", "solutions/twice/checks.py", "solutions/twice/notes.md",
     "solutions/twice/notes.zh.md"],
)  # fmt: skip
def test_a_missing_file_is_named(root: Path, name: str) -> None:
    (root / name).unlink()
    with pytest.raises(BankError) as caught:
        Bank(root).load("twice")
    assert str(caught.value) == f"{root / name}: missing"


@pytest.mark.parametrize(
    ("source", "says"),
    [
        (CHECK + CHECK, "10: two checks are named doubles"),
        (CHECK.replace("points(2)", "points(0)"), "3: test_doubles: needs @pytest.mark.points(n)"),
        (CHECK.replace("points(2)", "points(-1)"), "3: test_doubles: needs @pytest.mark.points(n)"),
        (CHECK.replace("points(2)", "points()"), "3: test_doubles: needs @pytest.mark.points(n)"),
        (CHECK.replace("points(2)", "points('2')"), "3: test_doubles: needs @pytest.mark.points(n)"),
        (CHECK.replace("@pytest.mark.points(2)\n", ""), "2: test_doubles: needs @pytest.mark.points(n)"),
        (CHECK.replace("    ", "    1\n    ", 1), "3: test_doubles: needs a docstring"),
        ("def test_a(): pass", "1: test_a: needs a docstring"),
        (CHECK.replace("It doubles.", ""), "3: test_doubles: needs a docstring"),
        (CHECK.replace("    zh: 翻倍\n", ""), "3: test_doubles: needs a docstring: its title, and a"),
        (CHECK.replace("zh: 翻倍", "zh:"), "3: test_doubles: needs a docstring"),
        (CHECK.replace("zh: 翻倍", "zh: 翻倍\n    zh: 两倍"), "3: test_doubles: needs a docstring"),
        ("", " the points of its checks add up to nothing"),
        ("def helper(): pass", " the points of its checks add up to nothing"),
        ("def test_a(:", " "),
        ("x = '\0'", " "),
        (b"# \xff", " "),
    ],
    ids=["twice-a-name", "zero-points", "minus-points", "no-number", "text-points", "no-points",
         "late-docstring", "no-docstring", "zh-first", "no-zh", "empty-zh", "two-zh", "empty",
         "no-checks", "syntax", "null", "not-utf8"],
)  # fmt: skip
def test_a_mistake_in_the_checks_is_told_with_its_line(
    tmp_path: Path, source: str | bytes, says: str
) -> None:
    assert checks_complaint(tmp_path, source).startswith(says)


def test_reading_checks_runs_none_of_them(tmp_path: Path) -> None:
    (tmp_path / "checks.py").write_text("raise SystemExit\n" + CHECK)
    assert [check.id for check in read_checks(tmp_path / "checks.py")] == ["doubles"]

"""What a known mistake's docstring says is read whole; what it lacks is told with file and field."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from grader.bank import Bank, Problem
from grader.diagnose.mistakes import Mistake, lines_with, mistakes
from grader.errors import BankError
from grader.text import Text
from tests.conftest import ROOT, TEST_BANK

HEADER = """what: It triples.
what.zh: 变成了三倍。
numbers: Every value is 1.5 times what it should be.
numbers.zh: 每个值都是正确值的 1.5 倍。
why: A slip of the pen.
why.zh: 笔误。
fix: Write 2.
fix.zh: 改成 2。
fails: first, second
"""

Read = Callable[[str], Mistake]


@pytest.fixture
def problem(tmp_path: Path) -> Problem:
    """`double`, with no mistake known."""
    for part in ("problems", "solutions"):
        shutil.copytree(TEST_BANK / part / "double", tmp_path / part / "double")
    shutil.rmtree(tmp_path / "solutions" / "double" / "mistakes", ignore_errors=True)
    (tmp_path / "solutions" / "double" / "mistakes").mkdir()
    return Bank(tmp_path).load("double")


def path_of(problem: Problem, name: str = "triples") -> Path:
    return problem.solution_folder / "mistakes" / f"{name}.py"


@pytest.fixture
def read(problem: Problem) -> Read:
    """The one mistake of a bank, with this header."""

    def read_one(header: str) -> Mistake:
        path_of(problem).write_text(f'r"""\n{header}"""\n\n\ndef double(x):\n    return 3 * x\n')
        (mistake,) = mistakes(problem)
        return mistake

    return read_one


@pytest.fixture
def complaint(problem: Problem, read: Read) -> Callable[[str], str]:
    """What is said of a header; it must name the file."""

    def complain(header: str) -> str:
        with pytest.raises(BankError) as caught:
            read(header)
        file, _, rest = str(caught.value).partition(": ")
        assert file == str(path_of(problem))
        assert "\n" not in rest
        return rest

    return complain


def test_a_header_is_read_whole(read: Read) -> None:
    mistake = read(HEADER)
    assert mistake.id == "triples"
    assert mistake.what == Text("It triples.", "变成了三倍。")
    assert mistake.numbers == Text(
        "Every value is 1.5 times what it should be.", "每个值都是正确值的 1.5 倍。"
    )
    assert mistake.why == Text("A slip of the pen.", "笔误。")
    assert mistake.fix == Text("Write 2.", "改成 2。")
    assert mistake.fails == {"first", "second"}
    assert mistake.source.endswith("return 3 * x\n")
    assert mistake.line is None
    assert not mistake.crashes


def test_wrapped_lines_are_joined_by_one_space(read: Read) -> None:
    wrapped = HEADER.replace("It triples.", "It\n  triples:\n    x, then  2 x.").replace(
        "first, ", "first,\n  "
    )
    mistake = read(wrapped)
    assert mistake.what.en == "It triples: x, then 2 x."
    assert mistake.fails == {"first", "second"}


@pytest.mark.parametrize(
    ("written", "read_as"),
    [
        ("变成了\n  三倍。", "变成了三倍。"),
        ("变成了三倍，\n  不是两倍。", "变成了三倍，不是两倍。"),
        ("（三倍）\n  。", "（三倍）。"),
        ("写成了“三”\n  倍……\n  不对——\n  “二”。", "写成了“三”倍……不对——“二”。"),
        ("乘以\n  3 了。", "乘以 3 了。"),
        ("用 `3 * x`\n  而不是 `2 * x`。", "用 `3 * x` 而不是 `2 * x`。"),
    ],
)
def test_wrapped_chinese_is_joined_without_spaces(read: Read, written: str, read_as: str) -> None:
    assert read(HEADER.replace("变成了三倍。", written)).what.zh == read_as


def test_a_colon_inside_a_text_begins_no_field(read: Read) -> None:
    mistake = read(HEADER.replace("It triples.", "It does this:\n  what: it triples.\n  fails: always."))
    assert mistake.what.en == "It does this: what: it triples. fails: always."


def test_the_optional_fields(read: Read) -> None:
    mistake = read(HEADER + "line: 3 \\* x\ncrashes: yes\n")
    assert mistake.crashes
    assert mistake.line is not None
    assert mistake.line.search("return 3 * x")


@pytest.mark.parametrize(
    ("source", "lines"),
    [
        ("def double(x):\n    return 3 * x\n", [2]),
        ('"""Not\n3 * x."""\nx = 1  # 3 * x\ny = 3 * x\n', [4]),
        ("def f(x):\n    'As 3 * x.'\n    return '3 * x'\n", [3]),
        ("3 * x\nno python (\n3 * x", [1, 3]),
        ("", []),
    ],
)
def test_a_wrong_line_is_one_of_code(read: Read, source: str, lines: list[int]) -> None:
    assert lines_with(read(HEADER + "line: 3 \\* x\n"), source.splitlines()) == lines


def test_mistakes_are_read_by_name(problem: Problem) -> None:
    for name in ("b", "a", "c-d"):
        path_of(problem, name).write_text(f'"""\n{HEADER}"""\n')
    assert [mistake.id for mistake in mistakes(problem)] == ["a", "b", "c-d"]


def test_a_problem_may_have_none(problem: Problem) -> None:
    assert mistakes(problem) == ()
    path_of(problem).parent.rmdir()
    assert mistakes(problem) == ()


FIELDS = [line.partition(":")[0] for line in HEADER.splitlines()]


@pytest.mark.parametrize("field", FIELDS)
def test_a_field_that_is_missing_is_named(complaint: Callable[[str], str], field: str) -> None:
    kept = [line for line in HEADER.splitlines() if not line.startswith(f"{field}:")]
    assert complaint("\n".join(kept) + "\n") == f"its docstring lacks {field}"


@pytest.mark.parametrize("field", FIELDS)
@pytest.mark.parametrize("blank", ["", " ", "  \n"], ids=["nothing", "space", "spaces"])
def test_a_field_that_says_nothing_is_missing(
    complaint: Callable[[str], str], field: str, blank: str
) -> None:
    lines = [f"{field}:{blank}" if line.startswith(f"{field}:") else line for line in HEADER.splitlines()]
    assert complaint("\n".join(lines) + "\n") == f"its docstring lacks {field}"


def test_all_that_is_missing_is_named_at_once(complaint: Callable[[str], str]) -> None:
    assert complaint("what: It triples.\n") == (
        "its docstring lacks fails, fix, fix.zh, numbers, numbers.zh, what.zh, why, why.zh"
    )
    assert complaint("").startswith("its docstring lacks fails,")


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ("wat: x\n", "its docstring has an unknown field wat"),
        ("what.fr: x\n", "its docstring has an unknown field what.fr"),
        ("line.zh: x\n", "its docstring has an unknown field line.zh"),
        ("fix: Write 4.\n", "its docstring has fix twice"),
        ("fails: refuses_text\n", "its docstring has fails twice"),
        ("crashes: no\n", "crashes: takes 'yes', or is left out"),
        ("line: 3 * (x\n", "line: no regular expression"),
        ("line: [\n", "line: no regular expression"),
    ],
)
def test_a_field_that_is_wrong_is_named(complaint: Callable[[str], str], more: str, said: str) -> None:
    assert complaint(HEADER + more).startswith(said)


@pytest.mark.parametrize(
    ("fails", "unknown"),
    [
        ("first, third", "third"),
        ("First", "First"),
        ("first second", "first second"),
        ("test_first", "test_first"),
    ],
)
def test_a_check_that_is_not_there_is_named(
    complaint: Callable[[str], str], fails: str, unknown: str
) -> None:
    assert complaint(HEADER.replace("first, second", fails)) == f"fails: no such check: {unknown}"


def test_a_comma_at_the_end_names_no_check(read: Read) -> None:
    assert read(HEADER.replace("first, second", "first,\n  second,")).fails == {"first", "second"}


@pytest.mark.parametrize(
    ("source", "said"),
    [
        (b"def double(x:\n", "was never closed"),
        (b"x = '\xff'\n", "codec can't decode"),
        (b"x = '\0'\n", "null byte"),
        (b"", "its docstring lacks fails"),
        (b"x = 1\n", "its docstring lacks fails"),
    ],
)
def test_a_file_that_cannot_be_read_is_named(problem: Problem, source: bytes, said: str) -> None:
    path_of(problem).write_bytes(source)
    with pytest.raises(BankError) as caught:
        mistakes(problem)
    assert str(caught.value).startswith(f"{path_of(problem)}: ")
    assert said in str(caught.value)


def test_a_folder_named_like_a_file_is_no_mistake(problem: Problem) -> None:
    path_of(problem).mkdir()
    assert mistakes(problem) == ()


@pytest.mark.parametrize("problem_id", Bank(ROOT).ids())
def test_the_projects_own_can_be_read(problem_id: str) -> None:
    assert len(mistakes(Bank(ROOT).load(problem_id))) >= 10

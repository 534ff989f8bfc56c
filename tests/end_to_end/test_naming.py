"""What names a mistake beside its answers: its wrong line, the check's sentence, an exception's words."""

from __future__ import annotations

import shutil
from collections.abc import Callable

import pytest

from grader.bank import Bank
from grader.run import Grader
from grader.search import Search
from grader.submission import from_bytes
from tests.conftest import TEST_BANK, GradeWith

CHECKS = '''
import numpy as np
import pytest

from grader.checks import assert_close, require


@pytest.mark.points(1)
def test_row(submission, rng):
    """Doubles a row

    zh: 一行翻倍
    """
    x = rng.normal(size=5)
    assert_close(submission.double(x), 2 * x, what="double(x)", atol=1e-9)


@pytest.mark.points(1)
def test_table(submission, rng):
    """Doubles a table

    zh: 一张表翻倍
    """
    x = rng.normal(size=(2, 3))
    y = submission.double(x)
    require(y.shape == (2, 3), "The shape is another.", "形状不同。")
    require(np.allclose(y, 2 * x), "The values are not doubled.", "数值没有翻倍。")


@pytest.mark.points(1)
def test_pair(submission):
    """Doubles a pair

    zh: 一对数翻倍
    """
    submission.double(np.zeros((1, 1, 1)))  # wrong or not, nothing is said of it
    y = submission.double(np.full((1, 1, 2), 7.0))[0, 0]
    require(y[0] == 14.0 or y[1] == 14.0, "Nothing is doubled.", "没有任何数翻倍。")
    require(y[0] == y[1] == 14.0, "Both of 7 and 7 should be 14.", "7 和 7 都应为 14。")


@pytest.mark.points(2)
def test_nothing(submission):
    """Doubles an empty array

    zh: 空数组翻倍
    """
    require(submission.double(np.zeros(0)).shape == (0,), "It is not empty.", "结果不为空。")
'''
HEADER = '''r"""
what: {id}.
what.zh: 错误 {id}。
numbers: Some.
numbers.zh: 一些。
why: So.
why.zh: 如此。
fix: Double.
fix.zh: 翻倍。
fails: {fails}
{more}
"""

import numpy as np


def double(x):
'''
SCALES = HEADER.format(id="scales", fails="row", more=r"line: \bscale\s*\*\s*x") + (
    "    scale = 3.0 if x.shape == (5,) else 2.0\n    return scale * x\n"
)
DRAWS = HEADER.format(id="draws", fails="table", more=r"line: default_rng\(\)") + (
    "    return 2 * x + (np.random.default_rng().normal() if x.ndim == 2 else 0)\n"
)
REFUSES = HEADER.format(id="refuses", fails="nothing", more="crashes: yes") + (
    "    if not x.size:\n        raise ValueError('nothing to double')\n    return 2 * x\n"
)
ADDS = HEADER.format(id="adds", fails="pair", more=r"line: \bbump\b") + (
    "    bump = (np.arange(x.size) == 0) * 1.0 if x.ndim == 3 else 0\n    return 2 * x + bump\n"
)


@pytest.fixture(scope="module")
def names(grade_with: GradeWith, tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], list[str]]:
    """The ids that the report of a submission names."""
    bank = tmp_path_factory.mktemp("bank")
    shutil.copytree(TEST_BANK, bank, dirs_exist_ok=True)
    solution = bank / "solutions" / "double"
    (solution / "checks.py").write_text(CHECKS, encoding="utf-8")
    shutil.rmtree(solution / "mistakes")
    (solution / "mistakes").mkdir()
    for name, text in {"scales": SCALES, "draws": DRAWS, "refuses": REFUSES, "adds": ADDS}.items():
        (solution / "mistakes" / f"{name}.py").write_text(text, encoding="utf-8")

    def of(source: str) -> list[str]:
        report = grade_with(f"import numpy as np\n\n\n{source}", bank=bank, diagnosing=True)
        assert report.error is None
        return [diagnosis.id for diagnosis in report.diagnoses]

    return of


def test_the_line_and_the_sentence_name_a_mistake_whose_number_is_another(
    names: Callable[[str], list[str]],
) -> None:
    assert names("def double(a):\n    x, scale = a, 2.5 if a.ndim == 1 else 2\n    return scale * x\n") == [
        "scales"
    ]


@pytest.mark.parametrize(
    "source",
    [
        # The line is there, and what is wrong is something else.
        "def double(x):\n    scale = 2\n    y = scale * x\n    return y[::-1] if x.ndim == 1 else y\n",
        # As wrong, and the line is not there.
        "def double(x):\n    return x * (2.5 if x.ndim == 1 else 2)\n",
        # The line is in a comment.
        "def double(x):\n    return x * (2.5 if x.ndim == 1 else 2)  # scale * x\n",
    ],
    ids=["another sentence", "no line", "a comment"],
)
def test_without_either_it_is_not_named(names: Callable[[str], list[str]], source: str) -> None:
    assert names(source) == []


BUMP = (
    "def double(x):\n    bump = np.array({bump}) if x.shape == (1, 1, 2) else 0\n    return 2 * x + bump\n"
)


def test_the_very_same_words_and_numbers_name_a_mistake_that_is_wrong_elsewhere(
    names: Callable[[str], list[str]],
) -> None:
    assert names(BUMP.format(bump="[0.0, 5.0]")) == ["adds"]
    assert names(BUMP.format(bump="[2.0, 5.0]")) == []


NOISE = "def double(x):\n    rng = {rng}\n    return 2 * x + (rng.uniform(1, 2) if x.ndim == 2 else 0)\n"


def test_answers_that_are_chance_are_named_by_line_and_word(names: Callable[[str], list[str]]) -> None:
    assert names(NOISE.format(rng="np.random.default_rng()")) == ["draws"]


@pytest.mark.parametrize(
    "source",
    [
        NOISE.format(rng="np.random.default_rng(None)"),
        # The line is there, and the check says something else.
        "def double(x):\n    rng = np.random.default_rng()\n"
        "    return 2 * x if x.ndim == 1 else rng.normal(size=(3, 2))\n",
    ],
    ids=["no line", "another word"],
)
def test_chance_alone_names_no_mistake(names: Callable[[str], list[str]], source: str) -> None:
    assert names(source) == ["answers-differ-between-runs"]


def test_a_search_that_nobody_wants_any_more_ends_and_the_verdict_stands() -> None:
    bank = Bank.open(TEST_BANK)
    submission = from_bytes("double.py", b"def double(x):\n    return x**2\n")
    asked: list[bool] = []

    def is_wanted() -> bool:
        asked.append(len(asked) < 2)
        return asked[-1]

    with Grader(bank, bank.load("double"), side_by_side=1) as grader:
        named = grader.grade(submission)
        given_up = grader.grade(submission, search=Search(is_wanted=is_wanted))
        again = grader.grade(submission)
    assert [diagnosis.id for diagnosis in named.diagnoses] == ["squares"]
    assert given_up.diagnoses == ()
    assert asked == [True, True, False]
    assert (given_up.verdict, given_up.score) == (named.verdict, named.score)
    assert again.diagnoses == named.diagnoses


def raising(error: str) -> str:
    return f"def double(x):\n    if x.shape == (0,):\n        raise {error}\n    return x + x\n"


def test_an_exception_in_the_same_words_names_a_mistake(names: Callable[[str], list[str]]) -> None:
    assert names(raising("ValueError('nothing to double')")) == ["refuses"]


@pytest.mark.parametrize("error", ["ValueError('x is empty')", "KeyError('nothing to double')"])
def test_an_exception_in_other_words_names_none(names: Callable[[str], list[str]], error: str) -> None:
    assert names(raising(error)) == []

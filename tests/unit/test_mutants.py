"""Mutants: what each operator makes, and what holds for all of them."""

from __future__ import annotations

import ast
import functools
import shutil
from pathlib import Path

import pytest

from grader.bank import Bank
from grader.errors import BankError
from grader.verify.equivalents import equivalents, require_existing, require_surviving
from grader.verify.mutants import Mutant, mutants
from tests.conftest import ROOT, TEST_BANK

REFERENCES = sorted((ROOT / "solutions").glob("*/solution.py"))


@functools.cache
def mutants_of_reference(path: Path) -> list[Mutant]:
    return mutants(path.read_text(encoding="utf-8"))


def made(source: str, operator: str) -> list[str]:
    """What an operator makes of the one line that it changes."""
    return [mutant.after for mutant in mutants(source) if mutant.operator == operator]


def rearranged(source: str, operator: str) -> list[str]:
    return [mutant.source for mutant in mutants(source) if mutant.operator == operator]


@pytest.mark.parametrize(
    ("source", "operator", "wanted"),
    [
        ("y = x.max(axis=-1)", "swap-axis", ["y = x.max(axis=0)", "y = x.max(axis=None)"]),
        ("y = x.max(axis=rows)", "swap-axis", [f"y = x.max(axis={axis})" for axis in (0, -1, None)]),
        ("y = x.var(axis=0)", "sample-variance", ["y = x.var(axis=0, ddof=1)"]),
        ("y = 1 / sqrt(v + e)", "move-epsilon", ["y = 1 / (sqrt(v) + e)"]),
        ("y = np.float32(x)", "change-dtype", ["y = np.float16(x)", "y = np.float64(x)"]),
        ("y = np.mean(x)", "mean-or-sum", ["y = np.sum(x)"]),
        ("y = 1 / np.sqrt(v + e)", "drop-call", ["y = 1 / (v + e)"]),
        ("y = x.astype(t)", "drop-call", ["y = x"]),
        ("y = (a + b) * c", "drop-term", ["y = a * c", "y = b * c"]),
        ("y = a - b - c", "drop-term", ["y = a - b", "y = a - c", "y = (-b) - c"]),
        ("y = a * b / c", "drop-factor", ["y = a * b", "y = a / c", "y = b / c"]),
        ("y = a**2", "drop-power", ["y = a"]),
        ("y = -a", "flip-sign", ["y = a"]),
        ("y = a + b", "swap-arithmetic", ["y = a - b"]),
        ("y += a", "swap-arithmetic", ["y -= a", "y = a"]),
        ("y = x[2]", "off-by-one", ["y = x[3]", "y = x[1]"]),
        ("y = x[0]", "off-by-one", ["y = x[1]", "y = x[(-1)]"]),
        ("y = 0.5", "change-number", ["y = 1.0", "y = 0.0"]),
        ("y = 0.0", "change-number", ["y = 1.0"]),
        ("y = range(n)", "change-range", ["y = range(n - 1)", "y = range(n + 1)", "y = range(1, n)"]),
        ("y = range(n - 1)", "change-range", ["y = range(1, n - 1)"]),
        ("y = True", "swap-bool", ["y = False"]),
        ("y = x['loss']", "change-string", ["y = x['loss_']"]),
        ("y = f'a{n:06d}.b'", "change-string", ["y = f'a_{n:06d}.b'", "y = f'a{n:06d}.b_'"]),
        ("y = f'a{n:06d}.b'", "drop-format", ["y = f'a{n}.b'"]),
        ("y = m.trainable_variables", "replace-name", ["y = m.variables"]),
        ("y = a < b", "change-comparison", ["y = a <= b"]),
        ("y = a == b", "change-comparison", ["y = a != b"]),
        ("y = a and b", "and-or-or", ["y = a or b"]),
        ("y = a if not b else c", "negate-condition", ["y = a if b else c"]),
        ("y = a if b < c else d", "negate-condition", ["y = a if not (b < c) else d"]),
        ("y = f(a, keepdims=True)", "drop-keyword", ["y = f(a)"]),
        ("y = f(a, b, c)", "swap-arguments", ["y = f(b, a, c)", "y = f(a, c, b)"]),
        ("a, b = c", "swap-tuple", ["b, a = c"]),
        ("def f():\n    return a, b", "swap-tuple", ["return b, a"]),
        ("def f():\n    return a", "return-none", ["return None"]),
        ("raise ValueError(1)", "change-exception", ["raise Exception(1)"]),
        ("for x in c:\n    f(x)", "change-loop", ["for x in list(c)[::-1]:", "for x in list(c)[:-1]:"]),
    ],
)  # fmt: skip
def test_changes_an_expression(source: str, operator: str, wanted: list[str]) -> None:
    assert made(source, operator) == wanted


@pytest.mark.parametrize(
    ("source", "operator", "wanted"),
    [
        ("a = 1\nf(a)\n", "delete-statement", ["a = 1\npass\n"]),
        ("a = 1\na = f(a)\n", "delete-statement", ["pass\na = f(a)\n", "a = 1\npass\n"]),
        ("if a:\n    raise b\nf()\n", "delete-guard", ["pass\nf()\n"]),
        ("for a in b:\n    f()\n", "delete-loop", ["pass\n"]),
        ("with a:\n    f()\n    g()\n", "unwrap-with", ["f()\ng()\n"]),
        ("with a as b:\n    f()\n", "unwrap-with", []),
        ("f()\ng()\n", "swap-statements", ["g()\nf()\n"]),
        ("a = f()\ng(a)\n", "swap-statements", []),
        ("a = f()\nb = g()\n", "swap-statements", []),
        (
            "for a in b:\n    f()\n    g()\n",
            "out-of-loop",
            ["f()\nfor a in b:\n    g()\n", "for a in b:\n    f()\ng()\n"],
        ),
        (
            "c = []\nfor a in b:\n    f()\ng()\n",
            "into-loop",
            ["for a in b:\n    c = []\n    f()\ng()\n", "c = []\nfor a in b:\n    f()\n    g()\n"],
        ),
    ],
)
def test_changes_a_row_of_statements(source: str, operator: str, wanted: list[str]) -> None:
    assert rearranged(source, operator) == wanted


@pytest.mark.parametrize(
    "source",
    [
        '"""A docstring with 1 + 2."""',
        "import a, b",
        "def f(a: 'text'): ...",
    ],
)
def test_leaves_alone_what_no_check_may_look_at(source: str) -> None:
    assert mutants(source) == []


def test_leaves_the_message_of_an_exception_alone() -> None:
    assert [mutant.operator for mutant in mutants("raise ValueError(f'{a + 1} is {b!r}')")] == [
        "change-exception"
    ]


def test_an_id_names_the_operator_the_line_and_its_number() -> None:
    source = "def f(a, b):\n    a = a + 1  # why\n    return a + 1\n"
    found = [mutant for mutant in mutants(source) if mutant.operator == "off-by-one"]
    assert [mutant.id for mutant in found] == [
        "off-by-one: `a = a + 1` (1)",
        "off-by-one: `a = a + 1` (2)",
        "off-by-one: `return a + 1` (1)",
        "off-by-one: `return a + 1` (2)",
    ]
    assert [(mutant.line, mutant.before, mutant.after) for mutant in found[1:3]] == [
        (2, "a = a + 1", "a = a + 0"),
        (3, "return a + 1", "return a + 2"),
    ]


def test_ids_stay_when_other_lines_and_comments_change() -> None:
    source = "def f(a):\n    return a + 1\n"
    changed = "import numpy\n\n\ndef f(a):\n    # why\n    return a + 1  # and why\n\n\ndef g(): ...\n"
    assert [mutant.id for mutant in mutants(source)] == [mutant.id for mutant in mutants(changed)]


@pytest.mark.parametrize("path", REFERENCES, ids=lambda path: path.parent.name)
def test_mutants_of_a_reference_compile_and_differ(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    found = mutants_of_reference(path)
    forms = [ast.dump(ast.parse(source)), *(ast.dump(ast.parse(mutant.source)) for mutant in found)]
    assert len(set(forms)) == len(forms)
    assert len({mutant.id for mutant in found}) == len(found)
    for mutant in found:
        compile(mutant.source, "mutant", "exec")
    assert 50 <= len(found) <= 150


@pytest.mark.parametrize("path", REFERENCES, ids=lambda path: path.parent.name)
def test_what_a_problem_lists_as_equivalent_exists(path: Path) -> None:
    problem = Bank.open(None).load(path.parent.name)
    require_existing(problem, equivalents(problem), [mutant.id for mutant in mutants_of_reference(path)])


# --- equivalent.toml ----------------------------------------------------------------------


@pytest.fixture
def listing(tmp_path: Path) -> Path:
    """A bank with one problem, whose `equivalent.toml` is still to be written."""
    for kind in ("problems", "solutions"):
        shutil.copytree(TEST_BANK / kind / "double", tmp_path / kind / "double")
    return tmp_path / "solutions" / "double" / "equivalent.toml"


def listed(path: Path, text: str) -> dict[str, str]:
    path.write_text(text, encoding="utf-8")
    return equivalents(Bank.open(path.parents[2]).load("double"))


def test_no_file_lists_nothing(listing: Path) -> None:
    assert equivalents(Bank.open(listing.parents[2]).load("double")) == {}


def test_reads_ids_and_reasons(listing: Path) -> None:
    text = "[[mutants]]\nid = 'a: `b` (1)'\nreason = 'c'\n[[mutants]]\nid = 'd'\nreason = 'e'\n"
    assert listed(listing, text) == {"a: `b` (1)": "c", "d": "e"}


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("mutants = [", "equivalent.toml: "),
        ("mutant = []", "mutant: unknown key"),
        ("mutants = 1", "mutants: should be a row of tables"),
        ("mutants = [1]", r"mutants\[0\]: should be a table"),
        ("[[mutants]]\nid = 'a'", r"mutants\[0\]\.reason: should be text"),
        ("[[mutants]]\nid = 1\nreason = 'b'", r"mutants\[0\]\.id: should be text"),
        ("[[mutants]]\nid = 'a'\nreason = ' '", r"mutants\[0\]\.reason: should be text"),
        ("[[mutants]]\nid = 'a'\nreason = 'b'\nwhy = 'c'", r"mutants\[0\]\.why: unknown key"),
        ("[[mutants]]\nid = 'a'\nreason = 'b'\n" * 2, r"mutants\[1\]\.id: listed twice: a"),
    ],
)
def test_complains_of_what_is_not_right(listing: Path, text: str, complaint: str) -> None:
    with pytest.raises(BankError, match=complaint) as caught:
        listed(listing, text)
    assert str(listing) in str(caught.value)


def test_complains_of_mutants_that_there_are_not(listing: Path) -> None:
    problem = Bank.open(listing.parents[2]).load("double")
    require_existing(problem, {"a": "why"}, ["a", "b"])
    with pytest.raises(BankError, match=r"equivalent\.toml: mutants\.id: no mutant has this id.*: c"):
        require_existing(problem, {"a": "why", "c": "why"}, ["a", "b"])


def test_complains_of_mutants_that_are_killed(listing: Path) -> None:
    problem = Bank.open(listing.parents[2]).load("double")
    require_surviving(problem, {"a": "why"}, ["b"])
    with pytest.raises(BankError, match=r"equivalent\.toml: mutants\.id: a check kills this mutant.*: a"):
        require_surviving(problem, {"a": "why"}, ["a", "b"])

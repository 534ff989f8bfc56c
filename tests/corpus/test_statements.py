"""The statements' worked examples are right to the digit."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from grader.bank import Bank
from tests.conftest import ROOT

BANK = Bank.open(None)
# A process of its own: the examples of a TensorFlow problem import it.
PROGRAM = """
import doctest, re, runpy, sys
import numpy as np
solution, *statements = sys.argv[1:]
names = {**runpy.run_path(solution), "np": np}
for statement in statements:
    text = open(statement, encoding="utf-8").read()
    blocks = [b for b in re.findall(r"```python\\n(.*?)```", text, re.DOTALL) if ">>>" in b]
    examples = doctest.DocTestParser().get_examples("\\n".join(blocks))
    test = doctest.DocTest(examples, dict(names), statement, statement, 0, None)
    result = doctest.DocTestRunner().run(test)
    assert result.attempted > 0 and result.failed == 0, statement
"""


@pytest.mark.parametrize(
    "problem",
    [
        # Each imports TensorFlow for itself; `grade verify` runs these, too.
        pytest.param(name, marks=[pytest.mark.slow] if BANK.load(name).worker == "tensorflow" else [])
        for name in BANK.ids()
    ],
)
def test_the_worked_example_is_right(problem: str) -> None:
    folder = ROOT / "problems" / problem
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, ROOT / "solutions" / problem / "solution.py",
         folder / "statement.md", folder / "statement.zh.md"],
        env={**os.environ, "TF_CPP_MIN_LOG_LEVEL": "3"},
        capture_output=True,
        text=True,
        check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr

"""TensorFlow problems: judged from a process that never imports it, and one bad check costs itself."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT, GradeWith

SOLUTION = ROOT / "solutions/layernorm-keras/solution.py"


def test_the_grader_process_imports_no_tensorflow(tmp_path: Path) -> None:
    program = (
        "import sys; sys.argv = ['grade', 'layernorm-keras', sys.argv[1], '--no-warm']\n"
        "from grader.cli import run\ncode = run()\nassert 'pytest' in sys.modules\n"
        "print(*(name for name in sys.modules if name.split('.')[0] in ('tensorflow', 'keras')), code)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, SOLUTION], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert done.stdout.splitlines()[-1] == "0"
    assert done.stderr == ""


@pytest.mark.parametrize(
    ("deed", "outcome"),
    [
        ("os._exit(0)", "crashed"),
        ("bytearray(10**11)", "memory"),
        # Two waits of a TensorFlow worker's five seconds; the attacks on NumPy problems have the same.
        pytest.param("time.sleep(10**6)", "timeout", marks=pytest.mark.slow),
    ],
)
def test_one_bad_check_costs_itself(deed: str, outcome: str, grade_with: GradeWith) -> None:
    source = SOLUTION.read_text(encoding="utf-8") + (
        "\nimport os\nimport time\n\n_right = train\n\n\n"
        "def train(model, train_dataset, *, num_epochs, learning_rate):\n"
        f"    if num_epochs == 0:\n        {deed}\n"
        "    return _right(model, train_dataset, num_epochs=num_epochs, learning_rate=learning_rate)\n"
    )
    report = grade_with(source, "layernorm-keras", bank=None)
    ended = {result.outcome.value for result in report.checks if result.outcome.value != "passed"}
    assert ended == {outcome}
    assert report.score >= 9


def test_the_chatter_of_its_start_reaches_nobody(grade_with: GradeWith) -> None:
    source = SOLUTION.read_text(encoding="utf-8").replace('"softmax"', '"sigmoid"')
    report = grade_with(source, "layernorm-keras", bank=None)
    failed = [result for result in report.checks if result.outcome.value == "failed"]
    assert "works_inside_tf_function" in {result.check.id for result in failed}
    assert [result.output for result in failed] == [""] * len(failed)


def test_answers_that_name_the_run_s_own_folder_are_no_chance(grade_with: GradeWith) -> None:
    source = (ROOT / "solutions/ticks-loop/solution.py").read_text(encoding="utf-8")
    assert source.count("return records") == 1
    report = grade_with(
        source.replace("return records", "return tuple(records)"), "ticks-loop", bank=None, diagnosing=True
    )
    assert report.score < 10
    assert "answers-differ-between-runs" not in {each.id for each in report.diagnoses}

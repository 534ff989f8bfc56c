"""A failed grade names the mistake that was made, through the installed command on the real bank."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import ROOT, TEST_BANK

GRADE = Path(sys.executable).parent / "grade"
REFERENCE = (ROOT / "solutions" / "sgd-linear" / "solution.py").read_text(encoding="utf-8")
NEW_W1 = (
    "        grad_w2 = -2.0 * np.mean(residual)\n        self.w1 = self.w1 - learning_rate * grad_w1\n",
    "        self.w1 = self.w1 - learning_rate * grad_w1\n"
    "        grad_w2 = -2.0 * np.mean(y - self.forward(x))\n",
)
NUMPY_FLOATS = (
    "loss = float(np.mean((ys - nn.forward(xs)) ** 2))",
    "loss = np.mean((ys - nn.forward(xs)) ** 2)",
)
RETURNS_THE_LOSS = (
    "        self.w2 = self.w2 - learning_rate * grad_w2\n",
    "        self.w2 = self.w2 - learning_rate * grad_w2\n"
    "        return float(np.mean(residual * residual))\n",
)
FORWARD = "return self.w1 * x + self.w2"
UNKNOWN = (FORWARD, f"{FORWARD} + 0.37 * np.sin(3 * x)")
RANDOM = (FORWARD, f"{FORWARD} + np.random.default_rng().normal()")


def submission(folder: Path, *edits: tuple[str, str]) -> Path:
    """The reference with pieces of it replaced: nobody's own words for a mistake."""
    source = REFERENCE
    for old, new in edits:
        assert source.count(old) == 1
        source = source.replace(old, new)
    path = folder / "sgd_linear.py"
    path.write_text(source, encoding="utf-8")
    return path


def grade(*arguments: object) -> subprocess.CompletedProcess[str]:
    command = [str(GRADE), *map(str, arguments), "--no-warm"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 1, done.stdout + done.stderr
    assert done.stderr == ""
    return done


def graded(path: Path, *arguments: object) -> dict[str, Any]:
    document = json.loads(grade("sgd-linear", path, "--format", "json", *arguments).stdout)
    assert type(document) is dict
    return document


def headers(mistake: str) -> dict[str, str]:
    """What the mistake's docstring says, on one line each."""
    text = (ROOT / "solutions" / "sgd-linear" / "mistakes" / f"{mistake}.py").read_text(encoding="utf-8")
    docstring = text.split('"""')[1].strip().replace("\n  ", " ")
    return dict(line.split(": ", 1) for line in docstring.splitlines())


def squeezed(text: str) -> str:
    """Without the spaces and line breaks that a narrow page brings."""
    return "".join(text.split())


def test_two_mistakes_at_once_are_both_named_in_json(tmp_path: Path) -> None:
    document = graded(submission(tmp_path, RETURNS_THE_LOSS, NUMPY_FLOATS))
    first = document["diagnosis"]
    both = [first, *first.pop("others")]
    assert {each["id"]: each["checks"] for each in both} == {
        "backward-returns-the-loss": ["backward_keeps_the_weights_form"],
        "numpy-floats-in-the-list": ["losses_are_a_list_of_floats"],
    }
    for each in both:
        said = headers(each["id"])
        assert squeezed(each["text"]).startswith(
            squeezed(said["what"] + said["numbers"] + said["why"] + said["fix"])
        )


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_mistake_is_named_in_text(tmp_path: Path, language: str) -> None:
    shown = grade("sgd-linear", submission(tmp_path, NEW_W1), "--lang", language).stdout
    said = headers("w2-gradient-at-the-new-w1")
    suffix, why, fix = ("", "Why:", "To mend it:") if language == "en" else (".zh", "原因：", "改法：")
    whole = said[f"what{suffix}"] + said[f"numbers{suffix}"]
    assert squeezed(whole) in squeezed(shown)
    assert squeezed(why + said[f"why{suffix}"]) in squeezed(shown)
    assert squeezed(fix + said[f"fix{suffix}"]) in squeezed(shown)
    assert "numpy-floats" not in shown


def test_an_unknown_failure_is_given_no_name(tmp_path: Path) -> None:
    document = graded(submission(tmp_path, UNKNOWN))
    assert document["diagnosis"] is None
    assert any(check["outcome"] == "failed" and check["message"] for check in document["checks"])


def test_answers_that_differ_from_run_to_run_are_said_to_be_so(tmp_path: Path) -> None:
    diagnosis = graded(submission(tmp_path, RANDOM))["diagnosis"]
    assert diagnosis["id"] == "answers-differ-between-runs"
    assert diagnosis["others"] == []


@pytest.mark.parametrize("level", ["brief", "none"])
def test_in_an_interview_or_an_exam_it_is_withheld(tmp_path: Path, level: str) -> None:
    path = submission(tmp_path, NEW_W1)
    document = graded(path, "--feedback", level)
    assert document["diagnosis"] is None
    assert document["verdict"] == "failed"
    assert document["score"] == 9.0
    assert all(check["message"] == "" for check in document["checks"])
    shown = grade("sgd-linear", path, "--feedback", level).stdout
    assert "Why:" not in shown
    assert "should be" not in shown
    assert ("Both gradients" in shown) is (level == "brief")
    assert shown.startswith("FAILED  9 / 10")


@pytest.mark.parametrize(
    "broken",
    [b'"""what: x"""\n', b"def double(:\n", b"\xff\0"],
    ids=["no-fields", "no-python", "no-text"],
)
def test_a_mistake_that_cannot_be_read_costs_the_diagnosis_alone(tmp_path: Path, broken: bytes) -> None:
    bank = tmp_path / "bank"
    shutil.copytree(TEST_BANK, bank)
    (bank / "solutions" / "double" / "mistakes" / "broken.py").write_bytes(broken)
    path = tmp_path / "double.py"
    path.write_text("def double(x):\n    return x * x\n")
    document = json.loads(grade("double", path, "--bank", bank, "--format", "json").stdout)
    assert (document["verdict"], document["score"], document["error"]) == ("failed", 2.0, None)
    assert document["diagnosis"] is None


FORGES = """
import sys

if hasattr(sys, "loaded_before"):
    to_wire = sys._getframe(1).f_globals["to_wire"]
    to_wire.__code__ = (lambda value, keep: {tree}).__code__
sys.loaded_before = True


def double(x):
    return {honest}
"""


@pytest.mark.parametrize(
    ("honest", "tree"),
    [("[1]", '["l"]'), ("{1: 2}", '["d", 3]'), ("object()", '["h"]'), ("3 * x", '["a"]')],
)
def test_answers_that_are_forged_when_they_are_asked_for_again_cost_no_verdict(
    tmp_path: Path, honest: str, tree: str
) -> None:
    path = tmp_path / "double.py"
    path.write_text(FORGES.replace("{honest}", honest).replace("{tree}", tree))
    document = json.loads(grade("double", path, "--bank", TEST_BANK, "--format", "json").stdout)
    assert (document["verdict"], document["error"]) == ("failed", None)

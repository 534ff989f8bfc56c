"""`grade verify`: nothing to say of a whole bank, and each thing that is broken told with its file."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from grader.check_run import inputs
from tests.conftest import TEST_BANK
from tests.end_to_end.test_interruption import DEADLINE_S, alive, descendants, wait_until

GRADE = Path(sys.executable).parent / "grade"
MATRIX = {
    "flattens": {"first": "failed", "second": "passed", "refuses_text": "passed"},
    "leaves-out-the-last": {"first": "failed", "second": "failed", "refuses_text": "passed"},
    "squares": {"first": "failed", "second": "failed", "refuses_text": "passed"},
    "takes-none": {"first": "passed", "second": "passed", "refuses_text": "failed"},
    "wants-two-axes": {"first": "passed", "second": "raised", "refuses_text": "passed"},
}


def verify(*arguments: object) -> subprocess.CompletedProcess[str]:
    command = [str(GRADE), "verify", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)


def test_a_whole_bank_passes_and_shows_its_kill_matrix() -> None:
    done = verify("--bank", TEST_BANK, "--seeds", 2, "--full")
    assert done.returncode == 0, done.stdout
    lines = done.stdout.splitlines()
    assert lines[0] == "double  OK  12 grades, 5 of 5 mistakes fail, 3 checks"
    assert [line.split() for line in lines[1:8]] == [
        ["1", "2", "3"],
        ["flattens", "●", "·", "·"],
        ["leaves-out-the-last", "●", "●", "·"],
        ["squares", "●", "●", "·"],
        ["takes-none", "·", "·", "●"],
        ["wants-two-axes", "·", "!", "·"],
        ["✓", "✓", "✓"],
    ]
    assert done.stderr == ""


def test_without_full_each_mistake_is_run_through_the_checks_that_it_names() -> None:
    done = verify("--bank", TEST_BANK, "--seeds", 2)
    assert done.returncode == 0, done.stdout
    lines = done.stdout.splitlines()
    assert lines[0] == "double  OK  12 grades, 5 of 5 mistakes fail, 3 checks"
    assert [line.rstrip() for line in lines[1:8]] == [
        "                    1 2 3",
        "flattens            ●",
        "leaves-out-the-last ● ●",
        "squares             ● ●",
        "takes-none              ●",
        "wants-two-axes        !",
        "                    ✓ ✓ ✓",
    ]
    assert lines[8].endswith("blank: only with --full")


def test_full_finds_a_check_that_a_mistake_fails_and_does_not_name(tmp_path: Path) -> None:
    folder = add_problem(tmp_path, "names-one")
    edit(SQUARES, "fails: first, second", "fails: first")(folder)
    assert verify("names-one", "--bank", tmp_path, "--seeds", 1).returncode == 0
    done = verify("names-one", "--bank", tmp_path, "--seeds", 1, "--full")
    assert done.returncode == 1
    assert "squares.py: fails check second, which its docstring does not name\n" in done.stdout


@pytest.mark.parametrize("format_", ["json", "text"])
def test_a_report_to_a_file_is_the_report(tmp_path: Path, format_: str) -> None:
    target = tmp_path / "report"
    done = verify(
        "double", "--bank", TEST_BANK, "--seeds", 1, "--full", "--format", format_, "--output", target
    )
    assert (done.returncode, done.stdout) == (0, "")
    report = target.read_text(encoding="utf-8")
    if format_ == "text":
        assert report.startswith("double  OK  11 grades")
        assert "● ● ·" in report
        return
    assert json.loads(report) == {
        "schema_version": 1,
        "passed": True,
        "problems": [
            {
                "id": "double",
                "passed": True,
                "grades": 11,
                "checks": ["first", "second", "refuses_text"],
                "complaints": [],
                "mutants": None,
                "matrix": MATRIX,
            }
        ],
    }


def test_used_wrongly() -> None:
    assert verify("duble", "--bank", TEST_BANK).returncode == 2
    assert verify("double", "--bank", TEST_BANK, "--seeds", 0).returncode == 2
    assert verify("double", "--bank", TEST_BANK, "--output", "no/such/folder.txt").returncode == 2


# --- banks with one thing broken ------------------------------------------------------------------

RIGHT = "def double(x):\n    return x + x\n"
# The first value that check `first` draws with seed 1.
DRAWN = float(inputs(1, "test_first").normal(size=(2, 3))[0, 0])
WRONG_ON_SEED_1 = f"""
def double(x):
    return 2 * x + (getattr(x, "ndim", 0) == 2 and abs(x[0, 0] - {DRAWN!r}) < 1e-9)
"""
SLOW = """
import time


def double(x):
    if getattr(x, "shape", ()) == (7,):
        end = time.process_time() + 0.65
        while time.process_time() < end:
            pass
    return 2 * x
"""


def write(name: str, text: str) -> Callable[[Path], None]:
    return lambda folder: (folder / name).write_text(text, encoding="utf-8") and None


def edit(name: str, old: str, new: str) -> Callable[[Path], None]:
    def change(folder: Path) -> None:
        text = (folder / name).read_text(encoding="utf-8")
        assert old in text
        (folder / name).write_text(text.replace(old, new), encoding="utf-8")

    return change


SQUARES, FLATTENS = "S/mistakes/squares.py", "S/mistakes/flattens.py"
VARIANT, SOLUTION = "S/variants/partial.py", "S/solution.py"
# For each problem: what is done to it, the file that a complaint must name, and what it must say.
# P is the problem's folder, S the solution's.
BROKEN = {
    "mistake-passes": (edit(SQUARES, "x**2", "2 * x"), SQUARES, "passes check first"),
    "fails-another": (edit(FLATTENS, "fails: first", "fails: second"), FLATTENS, "passes check second"),
    "raises-only": (edit(SQUARES, "x**2", "x**None"), SQUARES, "say 'crashes: yes'"),
    "mistake-is-no-python": (edit(SQUARES, "x**2", "x**"), SQUARES, "invalid syntax"),
    "mistake-without-names": (edit(SQUARES, "def double", "def dobule"), SQUARES, "Define def double(x)"),
    "no-such-check": (edit(SQUARES, "first, second", "third"), SQUARES, "no such check: third"),
    "variant-fails": (edit(VARIANT, "2)", "3)"), VARIANT, "check first is failed"),
    "wrong-on-one-seed": (write(SOLUTION, WRONG_ON_SEED_1), SOLUTION, "seed 1: check first is failed"),
    "slow": (write(SOLUTION, SLOW), SOLUTION, "with half of its limits: check second is timeout"),
    "stub-is-solved": (write("P/stub.py", RIGHT), "P/stub.py", "passes check first with nothing written"),
    "stray": (write("S/old.py", RIGHT), "S/old.py", "a stray file"),
    "example-is-wrong": (edit("P/statement.md", "2., -5.", "2., -6."), "P/statement.md", "worked example"),
    "no-example": (edit("P/statement.zh.md", ">>>", "..."), "P/statement.zh.md", "has no worked example"),
    "picture-is-none": (
        write("S/pictures.py", "def curve(submission):\n    return submission.dubble(1)\n"),
        "S/pictures.py",
        "curve: AttributeError",
    ),
    "requirement-is-not-tied": (
        edit("P/statement.md", "## Example", "- Quick.\n\n## Example"), "S/requirements.toml", "Quick."
    ),
    "no-chinese": (lambda folder: (folder / "P/statement.zh.md").unlink(), "P/statement.zh.md", "missing"),
    "another-encoding": (
        lambda folder: (folder / "P/statement.md").write_bytes(b"\xff"), "P/statement.md", "decode"
    ),
    "check-has-an-error": (
        edit("S/checks.py", "x = rng.normal(size=7)", "x = rng.normal(size=7).sumup()"),
        SOLUTION,
        "'sumup' (checks.py, line 24)",
    ),
    "checks-cannot-be-imported": (
        edit("S/checks.py", "import pytest", "import nothing_of_that_name\nimport pytest"),
        "S/checks.py",
        "nothing_of_that_name",
    ),
}  # fmt: skip


def add_problem(bank: Path, name: str) -> Path:
    """A copy of `double` under another name; gives a folder with links to both of its parts."""
    links = bank / "links" / name
    links.mkdir(parents=True)
    for part, link in (("problems", "P"), ("solutions", "S")):
        folder = bank / part / name
        shutil.copytree(TEST_BANK / part / "double", folder, ignore=shutil.ignore_patterns("__pycache__"))
        (links / link).symlink_to(folder)
    edit("P/problem.toml", 'id = "double"', f'id = "{name}"')(links)
    return links


@pytest.fixture(scope="module")
def broken(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, int, dict[str, dict]]:
    """The bank, the exit code and what was found of each problem: all of them verified at once."""
    bank = tmp_path_factory.mktemp("bank")
    add_problem(bank, "whole")
    for name, (break_it, _, _) in BROKEN.items():
        break_it(add_problem(bank, name))
    done = verify("--bank", bank, "--seeds", 2, "--full", "--format", "json")
    assert "Traceback" not in done.stderr
    found = json.loads(done.stdout)
    assert found["passed"] is False
    return bank, done.returncode, {problem["id"]: problem for problem in found["problems"]}


@pytest.mark.parametrize("name", BROKEN)
def test_what_is_broken_is_told_with_its_file(broken: tuple[Path, int, dict[str, dict]], name: str) -> None:
    bank, code, found = broken
    assert code == 1
    assert found[name]["passed"] is False
    _, file, says = BROKEN[name]
    path = bank / {"P": "problems", "S": "solutions"}[file[0]] / name / file[2:]
    complaints = found[name]["complaints"]
    assert any(each.startswith(str(path)) and says in each for each in complaints), complaints
    assert len(complaints) == len(set(complaints))


def test_what_is_whole_beside_it_passes(broken: tuple[Path, int, dict[str, dict]]) -> None:
    _, _, found = broken
    assert [name for name in found if found[name]["passed"]] == ["whole"]
    assert found["whole"]["matrix"] == MATRIX


@pytest.mark.parametrize(
    "name",
    ["wrong-on-one-seed", "slow", "stray", "example-is-wrong", "no-example", "variant-fails",
     "stub-is-solved", "requirement-is-not-tied", "mistake-is-no-python", "checks-cannot-be-imported"],
)  # fmt: skip
def test_one_thing_that_is_broken_is_one_files_complaint(
    broken: tuple[Path, int, dict[str, dict]], name: str
) -> None:
    complaints = broken[2][name]["complaints"]
    assert len({each.replace(",", ":").partition(":")[0] for each in complaints}) == 1, complaints


def test_in_text_the_complaint_stands_below_the_matrix(tmp_path: Path) -> None:
    edit(SQUARES, "x**2", "2 * x")(add_problem(tmp_path, "passes"))
    done = verify("passes", "--bank", tmp_path, "--seeds", 1)
    assert done.returncode == 1
    assert done.stdout.startswith("passes  NOT OK  11 grades, 4 of 5 mistakes fail, 3 checks\n")
    path = tmp_path / "solutions" / "passes" / "mistakes" / "squares.py"
    assert f"✗ {path}: passes check first, which its docstring says it fails\n" in done.stdout


@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_stopped_in_the_middle_leaves_no_process(tmp_path: Path, number: signal.Signals, code: int) -> None:
    # In the background of a script an ignored SIGINT would be inherited.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    folder = add_problem(tmp_path, "loops")
    (folder / "S/solution.py").write_text("def double(x):\n    while True:\n        pass\n")
    edit("P/problem.toml", "cpu_s = 1.0", "cpu_s = 1000.0")(folder)
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    process = subprocess.Popen(
        [str(GRADE), "verify", "--bank", str(tmp_path)],
        env={**os.environ, "TMPDIR": str(scratch)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    # The command, the other processes that grade, and for each of them a zygote and a worker.
    cores = len(os.sched_getaffinity(0))
    wait_until(lambda: len(descendants(process.pid)) >= 3 * cores)
    family = descendants(process.pid)
    process.send_signal(number)
    printed, said = process.communicate(timeout=DEADLINE_S)
    assert process.returncode == code
    wait_until(lambda: not alive(family))
    assert list(scratch.iterdir()) == []
    assert printed == ""
    assert said.strip() == "grade: interrupted."

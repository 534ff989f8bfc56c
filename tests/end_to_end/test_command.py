"""The installed command, as its users call it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT, TEST_BANK

GRADE = Path(sys.executable).parent / "grade"
RIGHT = "def double(x):\n    return 2 * x\n"
WRONG = "def double(x):\n    return 3 * x\n"
KEYS = {
    "schema_version", "problem", "submission", "verdict", "score", "max_score", "duration_s",
    "isolation", "seed", "diagnosis", "error", "checks",
}  # fmt: skip
CHECK_KEYS = {"id", "title", "outcome", "points", "max_points", "message"}


def grade(*arguments: object, cwd: Path, **kwargs: object) -> subprocess.CompletedProcess[str]:
    command = [str(GRADE), *map(str, arguments)]
    return subprocess.run(
        command, cwd=cwd, capture_output=True, text=True, timeout=120, check=False, **kwargs
    )


def graded(source: str, cwd: Path, *arguments: object, **kwargs: object) -> dict:
    (cwd / "double.py").write_text(source)
    done = grade("double", "--bank", TEST_BANK, "--format", "json", *arguments, cwd=cwd, **kwargs)
    document = json.loads(done.stdout)
    assert done.returncode == {"passed": 0, "failed": 1, "invalid": 1, "error": 3}[document["verdict"]]
    return document


def test_a_right_submission_passes(tmp_path: Path) -> None:
    document = graded(RIGHT, tmp_path)
    assert set(document) == KEYS
    assert all(set(check) == CHECK_KEYS for check in document["checks"])
    assert (document["verdict"], document["score"], document["max_score"]) == ("passed", 4.0, 4.0)
    assert document["submission"] == "double.py"
    assert document["schema_version"] == 1
    assert document["error"] is None
    assert document["diagnosis"] is None


def test_a_wrong_one_fails_and_says_where(tmp_path: Path) -> None:
    document = graded(WRONG, tmp_path)
    assert document["verdict"] == "failed"
    assert "double(x)[" in document["checks"][0]["message"]


def test_json_is_alone_on_stdout_and_the_rest_on_stderr(tmp_path: Path) -> None:
    (tmp_path / "double.py").write_text(RIGHT)
    done = grade("double", "--bank", TEST_BANK, "--isolation", "process", "--format", "json", cwd=tmp_path)
    assert json.loads(done.stdout)["isolation"] == "process"
    assert "No isolation" in done.stderr


def test_the_report_names_no_path_of_the_bank(tmp_path: Path) -> None:
    for source in (WRONG, "import nothing_of_that_name\n", "def double(x):\n    return open(x)\n"):
        assert str(TEST_BANK) not in json.dumps(graded(source, tmp_path))


def test_the_seed_changes_the_inputs_and_is_reported(tmp_path: Path) -> None:
    first, again, other = (graded(WRONG, tmp_path, "--seed", seed) for seed in (5, 5, 6))
    assert first["seed"] == 5
    assert first["checks"] == again["checks"]
    assert first["checks"] != other["checks"]


def test_takes_the_file_named_after_the_problem_then_the_notebook(tmp_path: Path) -> None:
    cell = {
        "cell_type": "code",
        "execution_count": None,
        "id": "a",
        "metadata": {},
        "outputs": [],
        "source": WRONG,
    }
    notebook = {"cells": [cell], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}
    (tmp_path / "double.ipynb").write_text(json.dumps(notebook))
    assert grade("double", "--bank", TEST_BANK, cwd=tmp_path).returncode == 1
    (tmp_path / "double.py").write_text(RIGHT)
    assert grade("double", "--bank", TEST_BANK, cwd=tmp_path).returncode == 0


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["duble"], "Did you mean double?"),
        (["double"], "no such file: ./double.py"),
        (["double", "nothing.py"], "no such file: nothing.py"),
        (["double", "."], "is a folder"),
        (["double", "link.py"], "symbolic link"),
        (["double", "fifo.py"], "not a regular file"),
        (["double", "a\0b.py"], None),
        (["double", "right.py", "--seed", "-1"], "--seed"),
        (["double", "right.py", "--isolation", "hope"], "--isolation"),
        (["double", "right.py", "--output", "no/such/folder.json"], "--output"),
        (["double", "right.py", "extra"], "extra"),
        (["--format", "json", "duble"], "Did you mean double?"),
        (["double", "right.py", "--bank", "nowhere"], "--bank"),
    ],
)
def test_used_wrongly_is_one_line_on_stderr(tmp_path: Path, arguments: list[str], says: str | None) -> None:
    if any("\0" in argument for argument in arguments):
        return  # the system itself refuses to start such a command
    (tmp_path / "right.py").write_text(RIGHT)
    (tmp_path / "link.py").symlink_to("right.py")
    os.mkfifo(tmp_path / "fifo.py")
    bank = [] if "--bank" in arguments else ["--bank", str(TEST_BANK)]
    done = grade(*arguments, *bank, cwd=tmp_path)
    assert done.returncode == 2
    assert done.stdout == ""
    assert len(done.stderr.splitlines()) == 1
    assert says is not None
    assert says in done.stderr


def test_output_is_written_whole_or_not_at_all(tmp_path: Path) -> None:
    (tmp_path / "double.py").write_text(RIGHT)
    target = tmp_path / "report.json"
    done = grade("double", "--bank", TEST_BANK, "--format", "json", "--output", target, cwd=tmp_path)
    assert done.stdout == ""
    assert json.loads(target.read_text())["verdict"] == "passed"
    target.unlink()
    grade("duble", "--bank", TEST_BANK, "--format", "json", "--output", target, cwd=tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["double.py"]


@pytest.fixture
def broken_bwrap(tmp_path: Path) -> dict[str, str]:
    """An environment whose bubblewrap is refused by the system."""
    folder = tmp_path / "bin"
    folder.mkdir()
    (folder / "bwrap").write_text(
        "#!/bin/sh\necho 'bwrap: No permissions to create new namespace' >&2\nexit 1\n"
    )
    (folder / "bwrap").chmod(0o755)
    return {**os.environ, "PATH": f"{folder}:{os.environ['PATH']}"}


def test_a_forced_isolation_that_does_not_work_is_an_error(
    tmp_path: Path, broken_bwrap: dict[str, str]
) -> None:
    document = graded(RIGHT, tmp_path, "--isolation", "bubblewrap", env=broken_bwrap)
    assert document["verdict"] == "error"
    assert "No permissions to create new namespace" in document["error"]["message"]
    assert document["score"] == 0.0


def test_falls_back_to_the_next_that_holds(tmp_path: Path, broken_bwrap: dict[str, str]) -> None:
    document = graded(RIGHT, tmp_path, env=broken_bwrap)
    assert document["verdict"] == "passed"
    assert document["isolation"] in ("sandlock", "process")


def test_an_authors_mistake_is_not_the_candidates(tmp_path: Path) -> None:
    bank = tmp_path / "bank"
    for part in ("problems/double", "solutions/double"):
        (bank / part).mkdir(parents=True)
        for file in (TEST_BANK / part).iterdir():
            if file.is_file():
                (bank / part / file.name).write_bytes(file.read_bytes())
    (bank / "solutions/double/checks.py").write_text(
        (bank / "solutions/double/checks.py").read_text() + "\nimport nothing_of_that_name\n"
    )
    (tmp_path / "double.py").write_text(RIGHT)
    done = grade("double", "--bank", bank, "--format", "json", cwd=tmp_path)
    assert done.returncode == 3
    document = json.loads(done.stdout)
    assert document["verdict"] == "error"
    assert "nothing_of_that_name" in document["error"]["message"]
    assert "Traceback" not in done.stderr


FORGERIES = {
    "conftest.py": "import pytest\n@pytest.hookimpl(tryfirst=True)\n"
    "def pytest_pyfunc_call(pyfuncitem):\n    return True\n",
    "pytest.ini": "[pytest]\naddopts = --collect-only\n",
    "sitecustomize.py": "import os\nos._exit(0)\n",
    "usercustomize.py": "import os\nos._exit(0)\n",
    "random.py": "import os\nos._exit(0)\n",
    "numpy.py": "import os\nos._exit(0)\n",
    "forge.pth": "import os; os._exit(0)\n",
}


@pytest.mark.parametrize(
    "command", [[str(GRADE)], [sys.executable, "-m", "grader"]], ids=["grade", "module"]
)
def test_files_beside_the_submission_change_nothing(tmp_path: Path, command: list[str]) -> None:
    for name, text in FORGERIES.items():
        (tmp_path / name).write_text(text)
    (tmp_path / "double.py").write_text(WRONG)
    arguments = ["double", "--bank", str(TEST_BANK), "--format", "json"]
    environment = {**os.environ, "PYTEST_ADDOPTS": "--collect-only", "PYTEST_PLUGINS": "conftest"}
    done = subprocess.run(
        [*command, *arguments], cwd=tmp_path, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 1, done.stderr
    assert json.loads(done.stdout)["verdict"] == "failed"


def test_tensorflow_is_imported_nowhere(tmp_path: Path) -> None:
    document = graded(
        "import sys\ndef double(x):\n    raise ValueError('tensorflow' in sys.modules)\n", tmp_path
    )
    assert "ValueError: False" in document["checks"][0]["message"]
    program = (
        "import sys; sys.argv = ['grade', 'double', '--bank', sys.argv[1]]\n"
        "from grader.cli import run\nrun()\nassert 'pytest' in sys.modules\n"
        "print(*(name for name in sys.modules if name.split('.')[0] in ('tensorflow', 'keras')), 'END')\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, TEST_BANK], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert done.stdout.splitlines()[-1] == "END"


def test_two_grades_at_once(tmp_path: Path) -> None:
    (tmp_path / "double.py").write_text(RIGHT)
    command = [str(GRADE), "double", "--bank", str(TEST_BANK)]
    both = [subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.DEVNULL) for _ in range(2)]
    assert [each.wait(timeout=60) for each in both] == [0, 0]


def test_doctor_says_what_each_backend_holds(tmp_path: Path) -> None:
    done = grade("doctor", "--format", "json", cwd=tmp_path)
    document = json.loads(done.stdout)
    assert [each["name"] for each in document["backends"]] == ["bubblewrap", "sandlock", "process"]
    assert document["isolation"] in ("bubblewrap", "sandlock", "process")
    assert grade("doctor", cwd=tmp_path).returncode == done.returncode == 0


def test_a_closed_pipe_is_no_traceback(tmp_path: Path) -> None:
    (tmp_path / "double.py").write_text(RIGHT)
    done = subprocess.run(
        f"{GRADE} double --bank {TEST_BANK} | true",
        shell=True,
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert "Traceback" not in done.stderr
    assert (ROOT / "problems").is_dir()

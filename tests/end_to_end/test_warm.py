"""The warm server: faster, never different, and never in the way."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.end_to_end.test_interruption import DEADLINE_S, alive, descendants, wait_until

GRADE = Path(sys.executable).parent / "grade"
SOLUTION = ROOT / "solutions/layernorm-math/solution.py"
WRONG = next((ROOT / "solutions/layernorm-math/mistakes").glob("divides-by*.py"))


@pytest.fixture
def home(tmp_path: Path) -> Iterator[dict[str, str]]:
    """An environment with a server's place of its own; its server is stopped in the end."""
    runtime = tmp_path / "run"
    runtime.mkdir(mode=0o700)
    environment = {**os.environ, "XDG_RUNTIME_DIR": str(runtime)}
    environment.pop("CI", None)
    yield environment
    grade(environment, "warm", "--stop")


def grade(environment: dict[str, str], *arguments: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [str(GRADE), *map(str, arguments)],
        env=environment,
        cwd=environment["XDG_RUNTIME_DIR"],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def graded(environment: dict[str, str]) -> int:
    """How many grades the server has done."""
    said = grade(environment, "warm", "--status").stdout
    return int(said.split(" grades")[0].split()[-1])


def server_pid(environment: dict[str, str]) -> int:
    return int(grade(environment, "warm", "--status").stdout.split("process ")[1].split(",")[0])


def report(environment: dict[str, str], path: Path, *arguments: str) -> dict:
    done = grade(environment, "layernorm-math", path, "--format", "json", *arguments)
    document = json.loads(done.stdout)
    document.pop("duration_s")
    return document


def test_gives_the_same_report(home: dict[str, str]) -> None:
    cold = [report(home, path) for path in (SOLUTION, WRONG)]
    assert grade(home, "warm", "--start").returncode == 0
    warm = [report(home, path) for path in (SOLUTION, WRONG)]
    assert graded(home) == 2
    assert warm == cold
    assert [document["verdict"] for document in warm] == ["passed", "failed"]


def test_gives_the_same_exit_codes_and_messages(home: dict[str, str]) -> None:
    commands = [["layernorm-math", "nothing.py"], ["layernrm-math"], ["layernorm-math", WRONG]]
    cold = [grade(home, *command) for command in commands]
    grade(home, "warm", "--start")
    warm = [grade(home, *command) for command in commands]
    assert [each.returncode for each in warm] == [each.returncode for each in cold] == [2, 2, 1]
    assert [each.stderr for each in warm] == [each.stderr for each in cold]


def test_is_not_used_where_it_is_refused(home: dict[str, str]) -> None:
    grade(home, "warm", "--start")
    report(home, SOLUTION, "--no-warm")
    report({**home, "GRADE_WARM": "0"}, SOLUTION)
    report({**home, "CI": "true"}, SOLUTION)
    assert graded(home) == 0


def test_is_not_started_by_a_grade_in_a_pipe(home: dict[str, str]) -> None:
    report(home, SOLUTION)
    assert grade(home, "warm", "--status").returncode == 1


def test_starting_twice_gives_one_server(home: dict[str, str]) -> None:
    grade(home, "warm", "--start")
    first = server_pid(home)
    grade(home, "warm", "--start")
    assert server_pid(home) == first


def test_a_stale_server_starts_anew_and_the_grade_is_done_without_it(home: dict[str, str]) -> None:
    grade(home, "warm", "--start")
    report(home, SOLUTION)
    assert graded(home) == 1
    changed = ROOT / "solutions/layernorm-math/notes.md"
    times = changed.stat()
    try:
        os.utime(changed)
        assert report(home, SOLUTION)["verdict"] == "passed"
        wait_until(lambda: grade(home, "warm", "--status").returncode == 0)
        assert graded(home) == 0
        report(home, SOLUTION)
        assert graded(home) == 1
    finally:
        os.utime(changed, ns=(times.st_atime_ns, times.st_mtime_ns))


def test_a_socket_that_others_could_open_is_not_trusted(home: dict[str, str]) -> None:
    grade(home, "warm", "--start")
    folder = Path(home["XDG_RUNTIME_DIR"]) / "grade"
    folder.chmod(0o755)
    assert grade(home, "warm", "--status").returncode == 1
    assert report(home, SOLUTION)["verdict"] == "passed"
    folder.chmod(0o700)
    assert graded(home) == 0


def test_killed_in_the_middle_it_costs_time_and_no_verdict(home: dict[str, str], tmp_path: Path) -> None:
    grade(home, "warm", "--start")
    pid = server_pid(home)
    slow = tmp_path / "slow.py"
    text = SOLUTION.read_text(encoding="utf-8")
    slow.write_text(text + "\nfor _ in range(3_000_000):\n    pass\n", encoding="utf-8")
    process = subprocess.Popen(
        [str(GRADE), "layernorm-math", str(slow), "--format", "json"],
        env=home,
        stdout=subprocess.PIPE,
        text=True,
    )
    # The server's own zygote, and then the fork that grades.
    wait_until(lambda: len(descendants(pid)) >= 5)
    for each in descendants(pid):
        # The end of one may have been the end of the next: a sandbox goes with its first process.
        with contextlib.suppress(ProcessLookupError):
            os.kill(each, signal.SIGKILL)
    said, _ = process.communicate(timeout=DEADLINE_S)
    assert json.loads(said)["verdict"] == "passed"
    assert process.returncode == 0


@pytest.mark.parametrize(
    ("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143), (signal.SIGKILL, -9)]
)
def test_an_interrupted_caller_ends_its_grade(
    home: dict[str, str], tmp_path: Path, number: signal.Signals, code: int
) -> None:
    grade(home, "warm", "--start")
    pid = server_pid(home)
    before = descendants(pid)
    loops = tmp_path / "loops.py"
    loops.write_text("while True:\n    pass\n")
    process = subprocess.Popen(
        [str(GRADE), "layernorm-math", str(loops)], env=home, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    wait_until(lambda: len(descendants(pid) - before) >= 2)
    family = descendants(pid) - before
    process.send_signal(number)
    process.communicate(timeout=DEADLINE_S)
    assert process.returncode == code
    wait_until(lambda: not alive(family))
    assert alive({pid})


def test_a_server_that_can_t_start_is_an_error(home: dict[str, str]) -> None:
    (Path(home["XDG_RUNTIME_DIR"]) / "grade").mkdir(mode=0o755)
    done = grade(home, "warm", "--start")
    assert done.returncode == 3
    assert "did not start" in done.stderr


ONE_CHECK = '''
import pytest


@pytest.mark.points(1)
def test_runs(submission):
    """Runs

    zh: 能运行
    """
'''


def test_another_bank_s_problem_of_the_same_name_is_not_the_one_lent(
    home: dict[str, str], tmp_path: Path
) -> None:
    for folder in "problems", "solutions":
        shutil.copytree(ROOT / folder / "layernorm-math", tmp_path / folder / "layernorm-math")
    (tmp_path / "solutions/layernorm-math/checks.py").write_text(ONE_CHECK, encoding="utf-8")
    grade(home, "warm", "--start")
    assert [check["id"] for check in report(home, WRONG, "--bank", str(tmp_path))["checks"]] == ["runs"]
    assert len(report(home, WRONG)["checks"]) > 1
    assert graded(home) == 2

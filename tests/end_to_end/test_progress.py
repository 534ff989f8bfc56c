"""Progress: kept before it is printed, by every way to grade, and never at a verdict's cost."""

from __future__ import annotations

import fcntl
import json
import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT, TEST_BANK
from tests.end_to_end.test_interruption import DEADLINE_S

GRADE = Path(sys.executable).parent / "grade"
RIGHT = "def double(x):\n    return 2 * x\n"
WRONG = "def double(x):\n    return 3 * x\n"
BANK = ("--bank", str(TEST_BANK))


class Person:
    """Somebody with a folder to work in, and progress of their own."""

    def __init__(self, folder: Path) -> None:
        self.work = folder / "work"
        self.work.mkdir()
        self.data = folder / "data"
        self.environment = {**os.environ, "GRADE_DATA": str(self.data), "GRADE_WARM": "0"}
        for name in ("CI", "GRADE_PROGRESS", "LC_ALL", "LC_MESSAGES", "LANG"):
            self.environment.pop(name, None)

    def run(self, *arguments: object, **kwargs: object) -> subprocess.CompletedProcess[str]:
        environment = {**self.environment, **kwargs.pop("env", {})}  # type: ignore[dict-item]
        return subprocess.run(
            [str(GRADE), *map(str, arguments)],
            cwd=self.work,
            env=environment,
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
            **kwargs,  # type: ignore[call-overload]
        )

    def write(self, source: str, name: str = "double.py") -> None:
        (self.work / name).write_text(source)

    def attempts(self, *arguments: object) -> list[dict]:
        done = self.run("history", *(arguments or BANK), "--format", "json")
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)["attempts"]


@pytest.fixture
def person(tmp_path: Path) -> Person:
    return Person(tmp_path)


def test_every_grade_is_kept_and_can_be_shown(person: Person) -> None:
    person.write(WRONG)
    person.run("double", *BANK)
    person.write(RIGHT)
    person.run("double", *BANK, "--format", "json", "--seed", "7")
    person.write("def double(x:\n")
    person.run("double", *BANK, "--output", "report.txt")
    kept = person.attempts()
    assert [each["verdict"] for each in kept] == ["failed", "passed", "invalid"]
    assert kept[1]["seed"] == 7
    assert person.run("history", *BANK, "--show", "1", "--source").stdout == WRONG
    shown = person.run("history", *BANK, "--show", "1").stdout
    assert "FAILED  2 / 4" in shown
    assert "Doubles an array" in shown
    assert "数组翻倍" in person.run("history", *BANK, "--show", "1", "--lang", "zh").stdout
    document = json.loads(person.run("history", *BANK, "--show", "2", "--format", "json").stdout)
    assert document["verdict"] == "passed"
    listed = person.run("history", "double", *BANK).stdout.splitlines()
    assert len(listed) == 4
    progress = json.loads(person.run("progress", *BANK, "--format", "json").stdout)
    assert progress["attempts"] == 3
    assert {each["check"] for each in progress["failing"]} == {"first", "second"}


def test_progress_tells_the_mistakes_that_were_named(person: Person) -> None:
    source = (TEST_BANK / "solutions/double/mistakes/squares.py").read_text(encoding="utf-8")
    for _ in range(2):
        person.write(source)
        person.run("double", *BANK)
    (named,) = json.loads(person.run("progress", *BANK, "--format", "json").stdout)["mistakes"]
    what = re.findall(r"^what: (.*)", source, re.MULTILINE)[0]
    assert named == {"problem": "double", "mistake": "squares", "text": what, "times": 2}
    assert f"2×  double  {what}" in person.run("progress", *BANK).stdout


def test_banks_are_kept_apart(person: Person) -> None:
    person.write(RIGHT)
    person.run("double", *BANK)
    assert len(person.attempts()) == 1
    assert person.attempts("layernorm-math") == []


@pytest.mark.parametrize("environment", [{"GRADE_PROGRESS": "0"}, {"CI": "true"}])
def test_nothing_is_kept_where_it_is_refused(person: Person, environment: dict[str, str]) -> None:
    person.write(RIGHT)
    assert person.run("double", *BANK, env=environment).returncode == 0
    assert not person.data.exists()


def test_a_grade_that_came_to_no_verdict_is_not_kept(person: Person) -> None:
    person.write(RIGHT)
    assert person.run("double", *BANK, env={"PATH": "/nowhere"}, input="").returncode in (0, 3)
    person.run("double", "nothing.py", *BANK)
    person.run("duble", *BANK)
    assert all(each["verdict"] == "passed" for each in person.attempts())


def test_killed_while_it_prints_it_has_lost_nothing(person: Person) -> None:
    solution = ROOT / "solutions/layernorm-math/solution.py"
    reader, writer = os.pipe()
    # The report is longer than this pipe: whoever prints it waits for its reader.
    fcntl.fcntl(writer, fcntl.F_SETPIPE_SZ, 4096)
    process = subprocess.Popen(
        [str(GRADE), "layernorm-math", str(solution), "--format", "json"],
        cwd=person.work,
        env=person.environment,
        stdout=writer,
    )
    os.close(writer)
    assert os.read(reader, 1) == b"{"
    process.send_signal(signal.SIGKILL)
    assert process.wait(timeout=DEADLINE_S) == -signal.SIGKILL
    os.close(reader)
    assert [each["verdict"] for each in person.attempts("layernorm-math")] == ["passed"]


def test_two_grades_at_once_are_both_kept(person: Person) -> None:
    person.write(RIGHT)
    command = [str(GRADE), "double", *BANK]
    both = [
        subprocess.Popen(command, cwd=person.work, env=person.environment, stdout=subprocess.DEVNULL)
        for _ in range(2)
    ]
    assert [each.wait(timeout=60) for each in both] == [0, 0]
    assert len(person.attempts()) == 2


def test_many_writers_that_begin_together_lose_nothing(person: Person) -> None:
    program = (
        "import sys, uuid\n"
        "from pathlib import Path\n"
        "from grader.practice import marks\n"
        "from grader.practice.store import Store\n"
        "store = Store(Path(sys.argv[1]), print)\n"
        "sys.stdin.read()\n"
        "for n in range(20):\n"
        "    store.write(lambda c: marks.add_answer(c, marks.new_answer('', 'q', 'a', (), 1)))\n"
    )
    command = [sys.executable, "-c", program, str(person.data / "progress.sqlite3")]
    writers = [subprocess.Popen(command, stdin=subprocess.PIPE, env=person.environment) for _ in range(4)]
    for each in writers:
        assert each.stdin is not None
        each.stdin.close()
    assert [each.wait(timeout=60) for each in writers] == [0] * 4
    document = json.loads(person.run("export").stdout)
    assert len(document["answers"]) == 80


def test_a_broken_file_costs_a_notice(person: Person) -> None:
    person.data.mkdir()
    (person.data / "progress.sqlite3").write_bytes(b"no database")
    person.write(RIGHT)
    done = person.run("double", *BANK)
    assert done.returncode == 0
    assert "PASSED" in done.stdout
    assert len(done.stderr.splitlines()) == 1
    assert "set aside" in done.stderr
    assert len(person.attempts()) == 1


@pytest.mark.parametrize("place", ["/proc/no/such", "/dev/null"])
def test_a_folder_that_cannot_be_written_costs_a_notice(person: Person, place: str) -> None:
    person.write(RIGHT)
    done = person.run("double", *BANK, env={"GRADE_DATA": place})
    assert done.returncode == 0
    assert "PASSED" in done.stdout
    assert len(done.stderr.splitlines()) == 1
    assert "not kept" in done.stderr


def test_a_full_disk_costs_a_notice(person: Person) -> None:
    person.write(RIGHT)
    program = (
        "import resource, signal, sys\n"
        "import grader.practice.store as store\n"
        "migrate = store.Store._bring_up_to_date\n"
        "def small(self, connection):\n"
        "    migrate(self, connection)\n"
        "    connection.execute('PRAGMA max_page_count = 12')\n"
        "store.Store._bring_up_to_date = small\n"
        "from grader.cli import run\n"
        "sys.exit(run(sys.argv[1:]))\n"
    )
    (person.work / "double.py").write_text(RIGHT + "# " + "x" * 200_000 + "\n")
    done = subprocess.run(
        [sys.executable, "-c", program, "double", *BANK],
        cwd=person.work,
        env=person.environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0
    assert "full" in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_through_the_warm_server_too(person: Person, tmp_path: Path) -> None:
    runtime = tmp_path / "run"
    runtime.mkdir(mode=0o700)
    person.environment.pop("GRADE_WARM")
    person.environment["XDG_RUNTIME_DIR"] = str(runtime)
    assert person.run("warm", "--start").returncode == 0
    try:
        solution = ROOT / "solutions/sgd-linear/solution.py"
        assert person.run("sgd-linear", solution).returncode == 0
        assert "1 grades" in person.run("warm", "--status").stdout
        assert [each["verdict"] for each in person.attempts("sgd-linear")] == ["passed"]
    finally:
        person.run("warm", "--stop")


def test_goes_from_one_machine_to_another(person: Person, tmp_path: Path) -> None:
    person.write(WRONG)
    person.run("double", *BANK)
    assert person.run("export", "all.json").returncode == 0
    assert "there already" in person.run("export", "all.json").stderr
    other = Person(tmp_path / "other") if (tmp_path / "other").mkdir() is None else person
    assert other.run("import", person.work / "all.json").stdout.startswith("1 new entry")
    assert other.run("import", person.work / "all.json").stdout.startswith("0 new entries")
    assert other.attempts() == person.attempts()


@pytest.mark.parametrize("text", ["", "[", "{}", '{"format": "grade-progress"}', "[" * 100_000])
def test_a_hostile_file_changes_nothing(person: Person, text: str) -> None:
    (person.work / "hostile.json").write_text(text)
    done = person.run("import", "hostile.json")
    assert done.returncode == 2
    assert done.stdout == ""
    assert len(done.stderr.splitlines()) == 1
    assert not person.data.exists()


@pytest.mark.parametrize("command", [["--show", "1"], ["--source"], ["--show", "0"]])
def test_used_wrongly_is_one_line(person: Person, command: list[str]) -> None:
    done = person.run("history", *command)
    assert done.returncode == 2
    assert len(done.stderr.splitlines()) == 1

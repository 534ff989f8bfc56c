"""The README: its commands run, and its table of commands is what `--help` says."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import ROOT, TEST_BANK
from tests.end_to_end.test_interruption import DEADLINE_S, wait_until
from tests.readme.commands import README, with_table

BIN = Path(sys.executable).parent
TEXT = README.read_text(encoding="utf-8")
# What stands for something of the reader's.
REAL = {"DIR": str(TEST_BANK)}


def blocks() -> Iterator[str]:
    """Every block of shell commands, its name in a comment before it."""
    for name, block in re.findall(r"(?:<!-- (\w+) -->\n)?```sh\n(.*?)```", TEXT, re.DOTALL):
        if name not in ("grade", "test"):  # what sets up: below, and what runs this very test
            yield block


def commands() -> list[list[str]]:
    lines = "".join(blocks()).splitlines()
    words = [shlex.split(line, comments=True) for line in lines]
    return [[REAL.get(word, word) for word in command] for command in words if command]


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A reader's folder, with solutions in it."""
    folder = tmp_path_factory.mktemp("desk")
    solution = ROOT / "solutions" / "layernorm-math" / "solution.py"
    for name in ("layernorm_math.py", "elsewhere.py"):
        shutil.copy(solution, folder / name)
    return folder


def test_the_table_of_commands_is_up_to_date() -> None:
    assert with_table(TEXT) == TEXT, "run python -m tests.readme.commands"


def test_there_are_commands() -> None:
    assert len(commands()) > 10
    assert {command[0] for command in commands()} == {"grade"}


# In the README's order: `grade start` writes what the next one grades.
@pytest.mark.parametrize("command", commands(), ids=" ".join)
def test_every_command_runs(command: list[str], desk: Path) -> None:
    if command[1:2] == ["watch"]:
        return watch(command, desk)
    done = subprocess.run(
        [BIN / command[0], *command[1:]],
        cwd=desk,
        env=environment(desk),
        capture_output=True,
        text=True,
        check=False,
    )
    # A stub is not attempted yet.
    wanted = 1 if command == ["grade", "sgd-linear"] else 0
    assert done.returncode == wanted, done.stdout + done.stderr
    assert done.stderr == "" or command[1] == "verify"
    return None


def watch(command: list[str], desk: Path) -> None:
    out = desk / "watched.txt"
    with out.open("wb") as file:
        process = subprocess.Popen(
            [BIN / command[0], *command[1:]], cwd=desk, env=environment(desk), stdout=file, stderr=file
        )
    try:
        wait_until(lambda: "Waiting for changes" in out.read_text())
    finally:
        process.send_signal(signal.SIGINT)
    assert process.wait(timeout=DEADLINE_S) == 130


def environment(desk: Path) -> dict[str, str]:
    kept = {key: value for key, value in os.environ.items() if key != "CI"}
    return {**kept, "GRADE_DATA": str(desk / "data"), "GRADE_WARM": "0", "LC_ALL": "C.UTF-8"}


@pytest.mark.parametrize("words", re.findall(r"`python -m (tests\.bench\.\w+)`", TEXT))
def test_every_measurement_is_there(words: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", words, "--help"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.casefold().startswith("usage:")


@pytest.mark.slow
def test_the_first_command_sets_up_and_grades(tmp_path: Path) -> None:
    (command,) = re.findall(r"<!-- grade -->\n```sh\n(.*?)```", TEXT, re.DOTALL)
    clone = tmp_path / "clone"
    shutil.copytree(ROOT, clone, ignore=shutil.ignore_patterns(".git", ".venv", ".*_cache", "__pycache__"))
    done = subprocess.run(
        ["bash", "-euo", "pipefail", "-c", command], cwd=clone, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert "PASSED" in done.stdout

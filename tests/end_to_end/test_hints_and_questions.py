"""Hints one step a call; questions that a person marks."""

from __future__ import annotations

import json
import os
import pty
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.conftest import TEST_BANK
from tests.end_to_end.test_interruption import DEADLINE_S
from tests.end_to_end.test_progress import BANK, GRADE, RIGHT, WRONG, Person


@pytest.fixture
def person(tmp_path: Path) -> Person:
    return Person(tmp_path)


def test_each_call_goes_one_step_further(person: Person) -> None:
    said = [person.run("hint", "double", *BANK).stdout for _ in range(3)]
    assert "Think of a number." in said[0]
    assert "Add it to itself." in said[1]
    assert "That was the last one." in said[2]
    person.write(RIGHT)
    assert "hints taken: 2" in person.run("double", *BANK).stdout
    assert "已用提示：2" in person.run("double", *BANK, "--lang", "zh").stdout
    document = json.loads(person.run("double", *BANK, "--format", "json").stdout)
    assert "hint" not in json.dumps(document)


def test_after_a_failed_grade_it_is_for_what_failed(person: Person) -> None:
    person.write(WRONG)
    person.run("double", *BANK)
    assert "Look at the factor." in person.run("hint", "double", *BANK).stdout
    assert "系数是 2。" in person.run("hint", "double", *BANK, "--lang", "zh").stdout
    assert "Think of a number." in person.run("hint", "double", *BANK).stdout


def test_a_check_can_be_named(person: Person, tmp_path: Path) -> None:
    assert "Look at" in person.run("hint", "double", *BANK, "--check", "first").stdout
    bare = shutil.copytree(TEST_BANK, tmp_path / "bare")
    (bare / "solutions/double/hints.toml").unlink()
    none = person.run("hint", "double", "--bank", str(bare), "--check", "second")
    assert (none.returncode, none.stdout, len(none.stderr.splitlines())) == (0, "", 1)
    wrong = person.run("hint", "double", *BANK, "--check", "frist")
    assert wrong.returncode == 2
    assert "Did you mean first?" in wrong.stderr


def test_a_piped_answer_is_marked_by_its_own_author(person: Person) -> None:
    done = person.run("ask", "why-twice", *BANK, "--had", "1", input="one and one")
    assert done.returncode == 0
    assert "Two of a thing" in done.stdout
    assert "Self-marked: 1 of 2" in done.stdout
    (listed,) = [
        each
        for each in json.loads(person.run("list", *BANK, "--format", "json").stdout)["problems"]
        if each["id"] == "why-twice"
    ]
    assert listed["state"] == "self-marked"
    assert listed["best_score"] is None
    assert listed["self_marked"] == {"had": 1, "key_points": 2}
    (answer,) = json.loads(person.run("export").stdout)["answers"]
    assert answer["answer"] == "one and one"
    assert person.attempts() == []
    assert "No question is left" in person.run("ask", *BANK, input="").stderr


def test_an_answer_that_is_not_marked_is_not_kept(person: Person) -> None:
    done = person.run("ask", *BANK, input="one and one", env={"LANG": "zh_CN.UTF-8"})
    assert done.returncode == 0
    assert "两个就是一个再加一个。" in done.stdout
    assert json.loads(person.run("export").stdout)["answers"] == []


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["why-twice", *BANK], "grade ask why-twice"),
        (["start", "why-twice", *BANK], "grade ask why-twice"),
        (["hint", "why-twice", *BANK], "grade ask why-twice"),
        (["ask", "double", *BANK], "grade show double"),
        (["ask", "why-twic", *BANK], "Did you mean why-twice?"),
        (["ask", "why-twice", *BANK, "--had", "3"], "no key point"),
        (["ask", "why-twice", *BANK, "--had", "1-99999999999"], "no key point"),
        (["ask", "why-twice", *BANK], "no answer"),
    ],
)
def test_used_wrongly_is_one_line(person: Person, arguments: list[str], says: str) -> None:
    done = person.run(*arguments, input="")
    assert done.returncode == 2
    assert len(done.stderr.splitlines()) == 1
    assert says in done.stderr


def test_an_editor_can_write_the_answer(person: Person) -> None:
    editor = person.work / "editor.sh"
    editor.write_text('#!/bin/sh\necho "from an editor" > "$1"\n')
    editor.chmod(0o755)
    environment = {"EDITOR": str(editor), "VISUAL": str(editor)}
    done = person.run("ask", *BANK, "--editor", "--had", "1,2", env=environment, input="")
    assert done.returncode == 0
    (answer,) = json.loads(person.run("export").stdout)["answers"]
    assert (answer["answer"], answer["had"]) == ("from an editor\n", [1, 2])


@pytest.mark.parametrize("end", ["\n", "\x04"], ids=["empty line", "Ctrl-D"])
def test_a_person_types_and_marks_in_a_terminal(person: Person, end: str) -> None:
    leader, follower = pty.openpty()
    process = subprocess.Popen(
        [str(GRADE), "ask", *BANK], cwd=person.work, env=person.environment,
        stdin=follower, stdout=follower, stderr=follower,
    )  # fmt: skip
    os.close(follower)
    seen = ""

    def wait_for(words: str) -> None:
        nonlocal seen
        while words not in seen:
            try:
                more = os.read(leader, 65536)
            except OSError:
                more = b""
            assert more, seen
            seen += more.decode("utf-8", "replace")

    wait_for("Your answer")
    os.write(leader, f"one and one\n{end}".encode())
    wait_for("Which of them")
    os.write(leader, b"7\n")
    wait_for("no key point")
    os.write(leader, b"1 2\n")
    wait_for("Self-marked: 2 of 2")
    wait_for("To code it")
    assert process.wait(timeout=DEADLINE_S) == 0
    os.close(leader)
    (answer,) = json.loads(person.run("export").stdout)["answers"]
    assert answer["had"] == [1, 2]

"""From nothing to a first grade: home, list, show, start, next, completion."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.end_to_end.test_progress import BANK, RIGHT, Person


@pytest.fixture
def person(tmp_path: Path) -> Person:
    return Person(tmp_path)


def test_alone_it_says_where_one_is_and_what_to_do(person: Person) -> None:
    done = person.run()
    assert done.returncode == 0
    assert done.stderr == ""
    assert "problems solved" in done.stdout
    assert "grade start" in done.stdout
    assert "\x1b" not in done.stdout


def test_list_follows_what_was_done(person: Person) -> None:
    def entry() -> dict:
        document = json.loads(person.run("list", *BANK, "--format", "json").stdout)
        return next(each for each in document["problems"] if each["id"] == "double")

    assert (entry()["state"], entry()["best_score"]) == ("new", None)
    assert person.run("start", "double", *BANK).returncode == 0
    assert entry()["state"] == "started"
    person.write(RIGHT)
    person.run("double", *BANK)
    assert (entry()["state"], entry()["best_score"], entry()["max_score"]) == ("solved", 4.0, 4.0)
    assert "4/4" in person.run("list", *BANK).stdout
    assert "double" in person.run("list", *BANK, "--state", "solved", "--topic", "testing").stdout
    assert person.run("list", *BANK, "--difficulty", "hard").stdout == ""
    assert person.run("list", *BANK, "--kind", "code", "--state", "new").stdout == ""


def test_start_writes_stub_and_statement_and_never_over_work(person: Person) -> None:
    done = person.run("start", "layernorm-math", "--lang", "zh")
    assert done.returncode == 0
    assert (person.work / "layernorm_math.py").read_bytes() == (
        ROOT / "problems/layernorm-math/stub.py"
    ).read_bytes()
    assert "层归一化" in (person.work / "layernorm_math.md").read_text(encoding="utf-8")
    (person.work / "layernorm_math.py").write_text("my work")
    again = person.run("start", "layernorm-math")
    assert again.returncode == 2
    assert len(again.stderr.splitlines()) == 1
    assert "layernorm_math.py is there already" in again.stderr
    assert (person.work / "layernorm_math.py").read_text() == "my work"
    assert sorted(os.listdir(person.work)) == ["layernorm_math.md", "layernorm_math.py"]


@pytest.mark.parametrize("there", ["double.md", "double.ipynb", "link"])
def test_start_writes_all_or_nothing(person: Person, there: str) -> None:
    if there == "link":
        (person.work / "double.py").symlink_to("nowhere")
    else:
        (person.work / there).write_text("mine")
    before = sorted(os.listdir(person.work))
    assert person.run("start", "double", *BANK).returncode == 2
    assert sorted(os.listdir(person.work)) == before


def test_start_makes_the_folder_that_is_named(person: Person) -> None:
    done = person.run("start", "double", "a/b", *BANK)
    assert done.returncode == 0
    assert sorted(os.listdir(person.work / "a/b")) == ["double.md", "double.py"]
    (person.work / "file").write_text("")
    done = person.run("start", "double", "file", *BANK)
    assert (done.returncode, len(done.stderr.splitlines())) == (2, 1)


def test_next_is_what_is_not_solved(person: Person) -> None:
    assert "grade start double" in person.run("next", *BANK).stdout
    person.run("start", "double", *BANK)
    assert "grade double" in person.run("next", *BANK).stdout


def test_show_is_readable_in_both_languages(person: Person) -> None:
    english = person.run("show", "layernorm-math").stdout
    assert "μ = (1/D) ∑ⱼ₌₁ᴰ xⱼ" in english
    assert "\\frac" not in english
    assert max(map(len, english.splitlines())) <= 100
    assert "层归一化" in person.run("show", "layernorm-math", "--lang", "zh").stdout
    assert "层归一化" in person.run("show", "layernorm-math", env={"LANG": "zh_CN.UTF-8"}).stdout
    assert (
        person.run("--lang", "zh", "show", "layernorm-math").stdout.splitlines()[2]
        == "层归一化：前向与反向"
    )


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["lst"], "grade list"),
        (["layernrm-math"], "Did you mean layernorm-math?"),
        (["show", "layernrm-math"], "Did you mean layernorm-math?"),
        (["start", "sgd-liner"], "Did you mean sgd-linear?"),
        (["completion", "csh"], "csh"),
        (["list", "--state", "odd"], "--state"),
    ],
)
def test_an_unknown_word_is_one_line_that_helps(person: Person, arguments: list[str], says: str) -> None:
    done = person.run(*arguments)
    assert done.returncode == 2
    assert done.stdout == ""
    assert len(done.stderr.splitlines()) == 1
    assert says in done.stderr


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_prints_a_script(person: Person, shell: str) -> None:
    assert f"_GRADE_COMPLETE={shell}_complete" in person.run("completion", shell).stdout


@pytest.mark.parametrize(
    ("words", "expects"),
    [
        ("grade lay", {"layernorm-keras", "layernorm-math"}),
        ("grade li", {"list"}),
        ("grade show sgd", {"sgd-linear"}),
        ("grade watch ti", {"ticks-loop"}),
    ],
)
def test_completion_knows_words_and_problems(person: Person, words: str, expects: set[str]) -> None:
    environment = {
        "COMP_WORDS": words,
        "COMP_CWORD": str(len(words.split()) - 1),
        "_GRADE_COMPLETE": "bash_complete",
    }
    done = person.run(env=environment)
    assert {line.partition(",")[2] for line in done.stdout.splitlines()} == expects


@pytest.mark.parametrize(
    "arguments",
    [[], ["list"], ["show", "layernorm-math"], ["next"], ["hint", "sgd-linear"], ["start", "sgd-linear"]],
    ids=str,
)
def test_nothing_heavy_is_imported(person: Person, arguments: list[str]) -> None:
    program = (
        "import sys\nfrom grader.cli import run\nrun(sys.argv[1:])\n"
        "heavy = {'numpy', 'pytest', 'tensorflow'}\n"
        "print(*({name.split('.')[0] for name in sys.modules} & heavy), 'END')\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, *arguments],
        cwd=person.work,
        env=person.environment,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.splitlines()[-1] == "END"

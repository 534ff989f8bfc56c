"""`grade study`, as it is called: it asks before it spoils, and writes pages and pictures."""

from __future__ import annotations

import os
import pty
import select
import subprocess
from pathlib import Path

import pytest
from rich.cells import cell_len

from grader.bank import Bank
from grader.study.draw import chinese_font
from tests.conftest import ROOT, TEST_BANK
from tests.end_to_end.test_interruption import DEADLINE_S
from tests.end_to_end.test_progress import BANK, GRADE, RIGHT, WRONG, Person
from tests.unit.test_study_page import assert_inert

PACKAGED = Bank.open(None)
NUMPY = [problem for problem in PACKAGED.ids() if PACKAGED.load(problem).worker == "numpy"]
TENSORFLOW = [problem for problem in PACKAGED.ids() if problem not in NUMPY]


@pytest.fixture
def person(tmp_path: Path) -> Person:
    return Person(tmp_path)


def at_a_terminal(person: Person, keys: str, *arguments: str, **environment: str) -> tuple[int, str]:
    """The exit code and all that a person saw who typed those keys."""
    leader, follower = pty.openpty()
    process = subprocess.Popen(
        [str(GRADE), "study", *arguments],
        cwd=person.work,
        env={**person.environment, "TERM": "xterm-256color", "PAGER": "cat", **environment},
        stdin=follower,
        stdout=follower,
        stderr=follower,
        start_new_session=True,
    )
    os.close(follower)
    os.write(leader, keys.encode())
    seen = b""
    try:
        while select.select([leader], [], [], DEADLINE_S)[0]:
            try:
                data = os.read(leader, 65536)
            except OSError:
                break
            seen += data
        return process.wait(timeout=DEADLINE_S), seen.decode()
    finally:
        process.kill()
        os.close(leader)


def test_piped_and_never_tried_it_is_one_line(person: Person) -> None:
    done = person.run("study", "double", *BANK, stdin=subprocess.DEVNULL)
    assert (done.returncode, done.stdout, len(done.stderr.splitlines())) == (2, "", 1)
    assert "--spoil" in done.stderr
    done = person.run(
        "study", "why-twice", *BANK, "--lang", "zh", "--html", "x.html", stdin=subprocess.DEVNULL
    )
    assert (done.returncode, len(done.stderr.splitlines())) == (2, 1)
    assert "--spoil" in done.stderr
    assert not os.listdir(person.work)


def test_at_a_terminal_it_asks_and_takes_no_for_an_answer(person: Person) -> None:
    code, seen = at_a_terminal(person, "\n", "double", *BANK)
    assert code == 0
    assert "Show it all the same? [y/N]" in seen
    assert "grade hint double" in seen
    assert "The reference" not in seen
    code, seen = at_a_terminal(person, "y\n", "double", *BANK, "--lang", "zh")
    assert code == 0
    assert "仍要查看吗" in seen
    assert "参考解答" in seen


def test_after_a_try_that_earned_something_it_does_not_ask(person: Person) -> None:
    person.write("def double(x):\n    return None\n")
    person.run("double", *BANK)
    assert person.attempts()[-1]["score"] == 0
    assert person.run("study", "double", *BANK, stdin=subprocess.DEVNULL).returncode == 2
    person.write(WRONG)
    person.run("double", *BANK)
    person.write(RIGHT)
    person.run("double", *BANK)
    assert person.attempts()[-1]["score"] > 0
    done = person.run("study", "double", *BANK, stdin=subprocess.DEVNULL)
    assert (done.returncode, done.stderr) == (0, "")
    assert "return 2 * x" in done.stdout


def test_a_question_that_was_answered_is_open(person: Person) -> None:
    person.run("ask", "why-twice", *BANK, "--had", "1", input="Because.\n")
    done = person.run("study", "why-twice", *BANK, stdin=subprocess.DEVNULL)
    assert (done.returncode, done.stderr) == (0, "")
    assert "Key points" in done.stdout


def test_a_terminal_has_colours_and_a_pipe_has_none(person: Person) -> None:
    pager = person.work / "less"
    pager.write_text("#!/bin/sh\ncat\n")
    pager.chmod(0o755)
    code, seen = at_a_terminal(person, "", "layernorm-math", "--spoil", PAGER=f"{pager} -R")
    assert code == 0
    assert "\x1b[94" in seen
    code, seen = at_a_terminal(person, "", "layernorm-math", "--spoil", PAGER=f"{pager} -R", NO_COLOR="1")
    assert "\x1b[94" not in seen
    done = person.run("study", "layernorm-math", "--spoil")
    assert "\x1b" not in done.stdout
    for words in (
        "The reference",
        "∂σ²/∂xⱼ = (2/D)",
        "ddof=1",
        "Batch Normalization",
        "Rows before and after",
        "●",
    ):
        assert words in done.stdout
    assert max(map(cell_len, done.stdout.splitlines())) <= 100
    assert "常见错误" in person.run("study", "sgd-linear", "--spoil", "--lang", "zh").stdout


def test_a_pager_that_is_left_early_is_no_error(person: Person) -> None:
    code, seen = at_a_terminal(person, "", "layernorm-math", "--spoil", PAGER="head -n 1")
    assert code == 0
    assert "Traceback" not in seen


def check_page_and_pictures(person: Person, problem: str, language: str, names: list[str]) -> None:
    arguments = ("--spoil", "--lang", language, "--html", "page.html", "--pictures", "pictures")
    done = person.run("study", problem, *arguments)
    assert done.returncode == 0, done.stderr
    text = (person.work / "page.html").read_text(encoding="utf-8")
    reader = assert_inert(text)
    assert reader.elements.count("figure") == len(names)
    if problem not in ("layernorm-concept", "ticks-concept", "ticks-loop"):
        assert "math" in reader.elements
    folder = person.work / "pictures"
    wanted = sorted(f"{problem}-{name}{suffix}" for name in names for suffix in (".png", ".svg"))
    assert sorted(os.listdir(folder) if folder.exists() else []) == wanted
    assert len(done.stdout.splitlines()) == len(wanted) + 1
    said = [] if names else ["no pictures"]
    if names and language == "zh" and chinese_font() is None:
        said = ["no font for Chinese"]
    assert len(done.stderr.splitlines()) == len(said), done.stderr


def names(problem: str) -> list[str]:
    from grader.study.compute import names

    return list(names(ROOT / "solutions" / problem))


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("problem", [*NUMPY, *PACKAGED.concept_ids()])
def test_pages_and_pictures(person: Person, problem: str, language: str) -> None:
    check_page_and_pictures(person, problem, language, names(problem))


@pytest.mark.slow
@pytest.mark.parametrize("problem", TENSORFLOW)
def test_pages_and_pictures_from_tensorflow(person: Person, problem: str) -> None:
    check_page_and_pictures(person, problem, "en", names(problem))


def test_an_attempt_is_drawn_beside_the_reference(person: Person) -> None:
    right = (ROOT / "solutions/sgd-linear/solution.py").read_text(encoding="utf-8")
    person.write(
        right.replace("-2.0 * np.mean(residual * x)", "-1.0 * np.mean(residual * x)"), "sgd_linear.py"
    )
    person.run("sgd-linear")
    done = person.run("study", "sgd-linear", "--spoil", "--html", "page.html")
    assert (done.returncode, done.stderr) == (0, "")
    assert "your last attempt" in (person.work / "page.html").read_text(encoding="utf-8")
    assert "你最近的提交" in person.run("study", "sgd-linear", "--spoil", "--lang", "zh").stdout


def test_an_attempt_that_cannot_be_drawn_is_told_of_and_left_out(person: Person) -> None:
    right = (ROOT / "solutions/sgd-linear/solution.py").read_text(encoding="utf-8")
    person.write(right.replace("    losses = []\n", "    raise OSError('\x1b[31mno')\n"), "sgd_linear.py")
    person.run("sgd-linear")
    done = person.run("study", "sgd-linear", "--spoil", "--html", "page.html")
    assert done.returncode == 0
    assert len(done.stderr.splitlines()) == 1
    assert "not on the pictures: loss: OSError" in done.stderr
    assert "\x1b" not in done.stderr
    assert "your last attempt" not in (person.work / "page.html").read_text(encoding="utf-8")


def test_an_attempt_runs_in_the_sandbox_alone(person: Person) -> None:
    marker = person.work / "was-here"
    right = (ROOT / "solutions/sgd-linear/solution.py").read_text(encoding="utf-8")
    person.write(
        right + f"\nimport os\ntry:\n    open({str(marker)!r}, 'w').close()\nexcept OSError:\n    pass\n",
        "sgd_linear.py",
    )
    person.run("sgd-linear")
    assert person.run("study", "sgd-linear", "--spoil", "--html", "page.html").returncode == 0
    assert not marker.exists()


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["layernrm-math", "--spoil"], "Did you mean layernorm-math?"),
        (["double", *BANK, "--spoil", "--html", "none/x.html"], "--html: none/x.html"),
        (["sgd-linear", "--spoil", "--pictures", "file"], "file can't be written"),
    ],
)
def test_what_cannot_be_done_is_one_line(person: Person, arguments: list[str], says: str) -> None:
    (person.work / "file").write_text("mine")
    done = person.run("study", *arguments)
    assert (done.returncode, done.stdout, len(done.stderr.splitlines())) == (2, "", 1)
    assert says in done.stderr
    assert os.listdir(person.work) == ["file"]


def test_a_picture_of_the_bank_that_is_not_right_is_told_by_file_and_key(person: Person) -> None:
    import shutil

    bank = person.work / "bank"
    shutil.copytree(TEST_BANK, bank)
    (bank / "solutions/double/pictures.py").write_text("def drawn(submission):\n    return {'title': 1}\n")
    done = person.run("study", "double", "--bank", bank, "--spoil", "--html", "page.html")
    assert (done.returncode, len(done.stderr.splitlines())) == (3, 1)
    assert "pictures.py: a picture: needs" in done.stderr
    assert not (person.work / "page.html").exists()

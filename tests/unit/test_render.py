"""The report as a person reads it: within the width, in their language, without anybody's escapes."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from rich.cells import cell_len

from grader.bank import Check, Problem
from grader.judge import judge
from grader.limits import Limits
from grader.outcome import Outcome, Verdict
from grader.record import Record, SubmissionRaised
from grader.render import render
from grader.report import Diagnosis, Fault, Report
from grader.submission import from_bytes
from grader.text import LANGUAGES, Language, Text

SHAPE = Check("keeps_shape", Text("y has the shape of x", "y 的形状与 x 相同"), 4.0)
VARIANCE = Check("uses_population_variance", Text("The variance divides by D", "方差除以 D"), 2.5)
EPS = Check("takes_eps", Text("eps stands inside the square root", "eps 在根号之内"), 1.0)
SUBMISSION = from_bytes("a.py", b"x = 1\n    return x['\x1b[31mkey']\n")
OFF = Text(
    "y[0, 1] is 2; it should be 1 (3 of 6 values are off).", "y[0, 1] 是 2，应为 1（6 个值中有 3 个不对）。"
)


def report(*records: Record, **changes: Any) -> Report:
    verdict, results = judge([SHAPE, VARIANCE, EPS], records, SUBMISSION)
    fields: dict[str, Any] = {
        "problem": "layernorm-math", "submission": "layernorm_math.py", "verdict": verdict,
        "checks": results, "max_score": 7.5, "duration_s": 0.714, "isolation": "bubblewrap", "seed": 3,
    }  # fmt: skip
    return Report(**{**fields, **changes})


def three(middle: Record, **changes: Any) -> Report:
    return report(
        Record("keeps_shape", Outcome.PASSED), middle, Record("takes_eps", Outcome.PASSED), **changes
    )


FAILED = three(Record("uses_population_variance", Outcome.FAILED, OFF))


def lines(shown: Report, language: Language = "en", width: int = 100) -> list[str]:
    return [line.rstrip() for line in render(shown, None, language, width=width).splitlines()]


def test_a_failed_grade_says_what_a_candidate_needs() -> None:
    shown = lines(FAILED)
    assert shown[0] == "FAILED  5 / 7.5  layernorm_math.py"
    assert shown[2].split() == ["✓", "y", "has", "the", "shape", "of", "x", "4/4"]
    assert shown[3].split() == ["✗", "The", "variance", "divides", "by", "D", "[failed]", "0/2.5"]
    assert shown[4].strip() == OFF.en
    assert shown[5].split()[-1] == "1/1"
    assert shown[6] == "0.71 s · isolation: bubblewrap · seed 3"
    assert len(shown) == 7


def test_a_failed_grade_in_chinese_has_no_english_sentence() -> None:
    shown = lines(FAILED, "zh")
    assert shown[0] == "未通过  5 / 7.5  layernorm_math.py"
    assert shown[3].split() == ["✗", "方差除以", "D", "[未通过]", "0/2.5"]
    assert shown[4].strip() == OFF.zh
    assert shown[6] == "0.71 秒 · 隔离：bubblewrap · 种子 3"


def test_the_problems_title_is_in_the_headline() -> None:
    title = Text("Layer Normalization", "层归一化")
    problem = Problem(
        "layernorm-math", title, "t", "easy", 1, "numpy", (), (), Limits(), Path(), Path()
    )  # fmt: skip
    assert "Layer Normalization" in render(FAILED, problem, "en", width=80).splitlines()[0]
    assert "层归一化" in render(FAILED, problem, "zh", width=80).splitlines()[0]


WORDS = {
    Outcome.FAILED: ("✗", "[failed]", "[未通过]"), Outcome.RAISED: ("!", "[raised]", "[异常]"),
    Outcome.TIMEOUT: ("⧖", "[timeout]", "[超时]"), Outcome.MEMORY: ("▲", "[memory]", "[内存]"),
    Outcome.CRASHED: ("☠", "[crashed]", "[崩溃]"), Outcome.SKIPPED: ("-", "[skipped]", "[未运行]"),
}  # fmt: skip


@pytest.mark.parametrize("outcome", WORDS, ids=str)
def test_an_outcome_is_told_by_mark_and_word_and_not_by_colour_alone(outcome: Outcome) -> None:
    mark, english, chinese = WORDS[outcome]
    shown = three(Record("uses_population_variance", outcome))
    assert lines(shown)[3].split()[0] == mark
    assert english in lines(shown)[3]
    assert chinese in lines(shown, "zh")[3]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", [20, 31, 40, 72, 80, 200])
def test_no_line_is_wider_than_the_width(language: Language, width: int) -> None:
    long = "a" * 150 + " " + "层归一化" * 40
    shown = three(
        Record("uses_population_variance", Outcome.FAILED, Text(long, long), output=long),
        submission=long,
        error=Fault("syntax", Text(long, long), "    " + "x" * 300),
        diagnoses=(Diagnosis("d", Text(long, long), numbers=Text(long, long), why=Text(long, long)),),
        notices=(Text(long, long),),
    )
    assert max(map(cell_len, lines(shown, language, width))) <= width


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_narrow_terminal_loses_no_word(language: Language) -> None:
    text = "".join("".join(lines(FAILED, language, 24)).split())
    for word in [*OFF.in_language(language).split(), "layernorm_math.py", "5/7.5", "0/2.5", "bubblewrap"]:
        assert word in text


HOSTILE = "\x1b[2J\x1b]0;owned\x07\x9b31m\r\b\u202e12 passed"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", [30, 100])
def test_nothing_of_the_candidates_steers_the_terminal(language: Language, width: int) -> None:
    raised = SubmissionRaised((f"submission.{HOSTILE}", "Exception"), HOSTILE, 2)
    hostile = report(
        Record("keeps_shape", Outcome.RAISED, raised=raised, output=HOSTILE),
        Record("uses_population_variance", Outcome.FAILED, Text(f"y is a {HOSTILE}", f"y 是 {HOSTILE}")),
        error=Fault("missing-name", Text(HOSTILE, HOSTILE)),
    )
    shown = render(hostile, None, language, width=width)
    assert "12 passed" in " ".join(shown.split())
    assert not set(shown) & set("\x1b\x07\x9b\r\b\u202e")


@pytest.mark.parametrize("text", ["[red]x[/red]", "[/]", "[link=http://x]y", ":smile:", "\\[x]"])
def test_markup_of_the_candidates_is_shown_as_it_is(text: str) -> None:
    shown = three(Record("uses_population_variance", Outcome.FAILED, Text(text, text), output=text))
    assert [line.strip() for line in lines(shown)].count(text) == 2


@pytest.mark.parametrize("variable", ["FORCE_COLOR", "TTY_COMPATIBLE", "TTY_INTERACTIVE", "COLORTERM"])
def test_with_a_width_it_is_plain_whatever_the_environment_says(
    monkeypatch: pytest.MonkeyPatch, variable: str
) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv(variable, "1")
    assert "\x1b" not in render(FAILED, None, "en", width=80)


def test_without_a_width_it_is_printed_and_a_pipe_gets_it_plain(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for variable in ("FORCE_COLOR", "TTY_COMPATIBLE"):
        monkeypatch.delenv(variable, raising=False)
    assert render(FAILED, None, "en") == ""
    out, err = capsys.readouterr()
    assert [line.rstrip() for line in out.splitlines()] == lines(FAILED)
    assert err == ""


def test_a_message_that_was_said_is_not_said_again() -> None:
    wrong = [Record(check.id, Outcome.FAILED, OFF) for check in (SHAPE, VARIANCE)]
    assert "\n".join(lines(report(*wrong))).count(OFF.en) == 1
    assert [line.strip() for line in lines(report(*wrong))].count("the same as above") == 1
    assert [line.strip() for line in lines(report(*wrong), "zh")].count("同上") == 1


def test_the_candidates_own_line_is_quoted() -> None:
    raised = SubmissionRaised(("KeyError", "Exception"), "'key'", 2)
    shown = [line.strip() for line in lines(three(Record(VARIANCE.id, Outcome.RAISED, raised=raised)))]
    assert shown[4:6] == ["line 2: KeyError: 'key'", "return x['\ufffd[31mkey']"]


def test_what_was_printed_is_told_shortened_and_only_where_it_did_not_pass() -> None:
    output = "\n\n".join(f"row {n}" for n in range(9))
    shown = [line.strip() for line in lines(three(Record(VARIANCE.id, Outcome.FAILED, OFF, output=output)))]
    assert shown[5:13] == ["your code printed:", *(f"row {n}" for n in range(6)), "… (+3)"]
    assert "row 0" not in "\n".join(lines(three(Record(VARIANCE.id, Outcome.PASSED, output=output))))


def test_where_no_check_was_run_none_is_listed() -> None:
    fault = Fault("syntax", Text("line 1: invalid syntax", "第 1 行：语法错误"), "def f(:\n      ^")
    shown = lines(report(verdict=Verdict.INVALID, error=fault))
    assert shown[:4] == [
        "INVALID  0 / 7.5  layernorm_math.py", "  line 1: invalid syntax", "    def f(:", "          ^"
    ]  # fmt: skip
    assert len(shown) == 5


def test_a_fault_of_the_graders_shows_no_score() -> None:
    fault = Fault("sandbox", Text("bwrap failed", "bwrap 失败"))
    shown = lines(report(verdict=Verdict.ERROR, error=fault))
    assert shown[:2] == ["ERROR  layernorm_math.py", "  bwrap failed"]


def test_diagnosis_and_notices_are_told() -> None:
    diagnosis = Diagnosis("divides-by-d-minus-1", Text("It divides by D - 1.", "除以了 D - 1。"))
    notice = Text("2 IPython lines were left out.", "已略去 2 行。")
    shown = three(Record(VARIANCE.id, Outcome.FAILED), diagnoses=(diagnosis,), notices=(notice,))
    assert "  It divides by D - 1." in lines(shown)
    assert "  2 IPython lines were left out." in lines(shown)
    assert "  除以了 D - 1。" in lines(shown, "zh")
    assert "  已略去 2 行。" in lines(shown, "zh")


def test_a_library_s_colours_are_taken_out_of_what_it_says() -> None:
    raised = SubmissionRaised(
        ("ValueError", "Exception"), "\x1b[1mbold\x1b[0m and \x1b[38;5;4mblue\x1b[m", 2
    )
    shown = "\n".join(lines(three(Record(VARIANCE.id, Outcome.RAISED, raised=raised))))
    assert "ValueError: bold and blue" in shown

"""From records to a verdict: only one record that says passed, for every check, passes."""

from __future__ import annotations

import pytest

from grader.bank import Check
from grader.judge import explain, judge, not_run
from grader.outcome import Outcome, Verdict
from grader.record import Record, SubmissionRaised
from grader.submission import from_bytes
from grader.text import Text

A, B = Check("a", Text("A", "甲"), 2.0), Check("b", Text("B", "乙"), 0.5)
SUBMISSION = from_bytes("a.py", b"def f(x):\n    return 1 / x\n")
OK_A, OK_B = Record("a", Outcome.PASSED), Record("b", Outcome.PASSED)
WRONG = Text("y is wrong", "y 不对")


def outcomes(*records: Record) -> tuple[str, list[str], list[float]]:
    verdict, results = judge([A, B], records, SUBMISSION)
    assert [result.check for result in results] == [A, B]
    return verdict.value, [result.outcome.value for result in results], [r.points for r in results]


def test_all_passed() -> None:
    assert outcomes(OK_A, OK_B) == ("passed", ["passed", "passed"], [2.0, 0.5])


def test_results_follow_the_checks_and_not_the_records() -> None:
    assert outcomes(OK_B, OK_A) == outcomes(OK_A, OK_B)


@pytest.mark.parametrize("outcome", [outcome for outcome in Outcome if outcome is not Outcome.PASSED])
def test_one_that_did_not_pass_fails_the_grade_and_keeps_the_others_points(outcome: Outcome) -> None:
    got = outcomes(OK_A, Record("b", outcome))
    assert got == ("failed", ["passed", outcome.value], [2.0, 0.0])


def test_a_check_without_a_record_has_not_passed() -> None:
    assert outcomes(OK_A) == ("failed", ["passed", "skipped"], [2.0, 0.0])
    assert outcomes() == ("failed", ["skipped", "skipped"], [0.0, 0.0])


@pytest.mark.parametrize("second", [OK_B, Record("b", Outcome.FAILED)])
def test_a_check_with_two_records_has_not_passed(second: Record) -> None:
    assert outcomes(OK_A, OK_B, second) == ("failed", ["passed", "skipped"], [2.0, 0.0])


def test_a_record_of_an_unknown_check_counts_for_nothing() -> None:
    stranger = Record("b2", Outcome.PASSED)
    assert outcomes(OK_A, OK_B, stranger)[0] == "passed"
    assert outcomes(OK_A, stranger) == ("failed", ["passed", "skipped"], [2.0, 0.0])


def test_no_checks_pass_nothing() -> None:
    assert judge([], [OK_A], SUBMISSION) == (Verdict.FAILED, ())


def test_a_skip_earns_nothing_and_keeps_its_message() -> None:
    _, (result,) = judge([A], [Record("a", Outcome.SKIPPED, WRONG)], SUBMISSION)
    assert (result.outcome, result.points, result.message) == (Outcome.SKIPPED, 0.0, WRONG)


def test_a_message_is_passed_on_and_output_made_safe() -> None:
    record = Record("a", Outcome.FAILED, WRONG, output="12 passed\n\x1b[2J")
    _, (result,) = judge([A], [record], SUBMISSION)
    assert result.message == WRONG
    assert result.output == "12 passed\n\ufffd[2J"
    assert result.code is None


def test_checks_that_were_not_run_say_so_in_both_languages() -> None:
    results = not_run([A, B])
    assert [result.outcome for result in results] == [Outcome.SKIPPED] * 2
    assert sum(result.points for result in results) == 0
    assert all(result.message and result.message.en and result.message.zh for result in results)


def raised(
    *kinds: str, message: str = "", line: int | None = None, in_call: bool = False
) -> SubmissionRaised:
    return SubmissionRaised(kinds, message, line, in_call=in_call)


def test_an_exception_is_told_with_the_candidates_own_line() -> None:
    error = raised("ZeroDivisionError", "Exception", message="division by zero", line=2)
    _, (result,) = judge([A], [Record("a", Outcome.RAISED, raised=error)], SUBMISSION)
    assert result.message == Text(
        "line 2: ZeroDivisionError: division by zero", "第 2 行：ZeroDivisionError: division by zero"
    )
    assert result.code == "    return 1 / x"


def test_a_line_that_the_submission_does_not_have_quotes_nothing() -> None:
    record = Record("a", Outcome.RAISED, raised=raised("ValueError", line=10**9))
    _, (result,) = judge([A], [record], SUBMISSION)
    assert result.code is None


def test_an_exception_of_the_candidates_own_is_named_without_its_module() -> None:
    assert explain(raised("submission.Oops", "Exception", message="no"), SUBMISSION).en == "Oops: no"


TRACED = """in user code:

    File "{file}", line 2, in step  *
        return 1 / x
    File "/opt/lib/keras/src/utils/traceback_utils.py", line 122, in error_handler
        raise e.with_traceback(filtered_tb) from None

    ValueError: Dimensions must be equal,
    but are 5 and 4.
"""


@pytest.mark.parametrize(
    ("file", "line", "code"),
    [("/tmp/worker-a1/a.py", 2, "    return 1 / x"), ("/opt/lib/other.py", 1, "def f(x):")],
    ids=["in the submission", "elsewhere"],
)
def test_what_is_raised_while_a_function_is_traced_is_told_from_its_inside(
    file: str, line: int, code: str
) -> None:
    error = raised("ValueError", "Exception", message=TRACED.format(file=file), line=1)
    _, (result,) = judge([A], [Record("a", Outcome.RAISED, raised=error)], SUBMISSION)
    assert result.message is not None
    assert result.message.en == f"line {line}: ValueError: Dimensions must be equal, but are 5 and 4."
    assert result.code == code


@pytest.mark.parametrize("message", ["in user code:\n", "in user code:\n\n    nothing", "in user code"])
def test_what_only_begins_like_that_is_told_as_it_is(message: str) -> None:
    assert "in user code" in explain(raised("ValueError", message=message), SUBMISSION).en
    record = Record("a", Outcome.RAISED, raised=raised("ValueError", message=message))
    _, (result,) = judge([A], [record], SUBMISSION)
    assert result.message is not None
    assert "in user code" in result.message.en


def test_a_librarys_exception_is_named_by_its_class() -> None:
    error = raised("tensorflow.python.framework.errors_impl.InvalidArgumentError", message="no")
    assert explain(error, SUBMISSION).en == "InvalidArgumentError: no"


def test_a_long_message_is_cut_visibly() -> None:
    assert explain(raised("ValueError", message="x" * 600), SUBMISSION).en.endswith("xx…")


def test_an_exception_that_says_nothing_is_named_alone() -> None:
    assert explain(raised("KeyError"), SUBMISSION) == Text("KeyError", "KeyError")


def test_what_is_not_written_yet_is_said_to_be_so() -> None:
    text = explain(raised("NotImplementedError", "RuntimeError", line=2), SUBMISSION)
    assert text.en == "Not written yet (NotImplementedError)."
    assert "todo" in explain(raised("NotImplementedError", message="todo"), SUBMISSION).en


def test_a_call_that_was_refused_says_so() -> None:
    text = explain(raised("TypeError", message="f() takes 1", in_call=True), SUBMISSION)
    assert text.en == "It can't be called as the statement says. TypeError: f() takes 1"
    assert text.zh.startswith("无法按题面的方式调用")


@pytest.mark.parametrize(
    ("printed", "kept"),
    [
        ("/tmp/worker-a1/x.py:3: Warning", "x.py:3: Warning"),
        ('File "/tmp/grade-2/worker-a1/x.py"', 'File "x.py"'),
        ("/tmp/worker-a1/x.py /tmp/worker-a1/y.py", "x.py y.py"),
        ("/home/me/x.py", "/home/me/x.py"),
        ("/worker-" * 3, "/worker-" * 3),
        ("x" * 60_000, "x" * 60_000),
        ("/worker-a" * 7_000, "worker-a"),
    ],
    ids=["path", "quoted", "two", "another", "no-name", "long", "long-path"],
)
def test_the_workers_own_folder_is_left_out_of_what_was_printed(printed: str, kept: str) -> None:
    _, (result, _) = judge([A, B], [Record("a", Outcome.FAILED, WRONG, output=printed)], SUBMISSION)
    assert result.output == kept


def test_a_hostile_message_is_made_safe_and_cut() -> None:
    text = explain(raised("\x1b]0;x\x07", message="\x1b[31m\ud800" + "x" * 10**5, line=1), SUBMISSION)
    for shown in (text.en, text.zh):
        assert not set(shown) & set("\x1b\x07\ud800")
        assert len(shown) < 600

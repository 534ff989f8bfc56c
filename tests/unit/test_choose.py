"""A mistake is named where it alone explains what failed, and nowhere else."""

from __future__ import annotations

import re

import pytest

from grader.diagnose.choose import choose
from grader.diagnose.likeness import Likeness
from grader.diagnose.mistakes import Mistake
from grader.text import NOTHING

MARKS = {
    "=": Likeness.SAME,
    "<": Likeness.PART,
    "~": Likeness.AS_COARSE,
    "^": Likeness.SAME_KIND,
    "x": Likeness.DIFFERENT,
}


def chosen(failing: str, *tried: str) -> tuple[list[str], list[str]]:
    """Which mistakes are named, with the checks that show it, and which are tied.

    Checks have names of one letter. `a=b~cx +d` is a mistake that fails a, b, c and d: its answers in
    a are the candidate's, in b as coarse, in c others, in e (`e<`) a part of them, in f (`f^`) an
    error where theirs are; d passed, so that it was not looked at. An `!`
    at the end says that its wrong line stands in the submission, a `?` that it does not.
    """
    mistakes, alike, spelled = [], {}, set()
    for text in tried:
        looked_at, _, more = text.rstrip("!?").partition(" +")
        name = text.replace(" ", "")
        found = dict(re.findall(r"(\w)([=~x<^])", looked_at))
        fails = frozenset(found) | frozenset(more)
        line = re.compile("") if text.endswith(("!", "?")) else None
        mistakes.append(Mistake(name, NOTHING, NOTHING, NOTHING, NOTHING, fails, "", line))
        if text.endswith("!"):
            spelled.add(name)
        # As the explainer leaves it: a check that the mistake passes is one that it does not explain.
        alike[name] = {check: MARKS[found.get(check, "x")] for check in failing}
    named, tied = choose(mistakes, alike, failing, frozenset(spelled))
    shown = [f"{each.mistake.id}: {''.join(sorted(each.checks))}" for each in named]
    return shown, ["|".join(sorted(each.id for each in group)) for group in tied]


def test_a_mistake_that_explains_all_is_named_with_the_checks_that_show_it() -> None:
    assert chosen("abc", "a=b=c=") == (["a=b=c=: abc"], [])


def test_one_that_explains_nothing_is_not_named() -> None:
    assert chosen("abc", "axbxcx") == ([], [])
    assert chosen("abc") == ([], [])


def test_the_one_that_explains_most_is_named_alone() -> None:
    assert chosen("abc", "a=", "a=b=c=", "b=c=") == (["a=b=c=: abc"], [])


def test_a_check_where_two_peoples_versions_differ_does_not_hide_the_mistake() -> None:
    assert chosen("abc", "a=b=cx") == (["a=b=cx: ab"], [])


def test_two_mistakes_side_by_side_are_both_named() -> None:
    assert chosen("abc", "a=b=", "c=") == (["a=b=: ab", "c=: c"], [])
    assert chosen("ab", "a=", "b=") == (["a=: a", "b=: b"], [])
    assert chosen("abcde", "e=", "a=b=", "c=d=") == (["a=b=: ab", "c=d=: cd", "e=: e"], [])


def test_a_check_that_the_first_mistake_fails_is_left_to_no_other() -> None:
    assert chosen("abc", "a=b=cx", "c=") == (["a=b=cx: ab"], [])


def test_what_no_mistake_explains_stays_unexplained() -> None:
    assert chosen("abcz", "a=b=") == (["a=b=: ab"], [])


def test_a_tie_names_neither() -> None:
    assert chosen("ab", "a=b=", "b=a=") == ([], ["a=b=|b=a="])
    assert chosen("abc", "a=b=", "b=a=", "c=") == (["c=: c"], ["a=b=|b=a="])
    assert chosen("abc", "a=b=cx", "b=c=ax") == ([], ["a=b=cx|b=c=ax"])
    assert chosen("abcd", "a=b=", "b=a=", "c=d=") == (["c=d=: cd"], ["a=b=|b=a="])


def test_among_equals_the_one_with_fewer_answers_unlike_is_named() -> None:
    assert chosen("abc", "a=b=", "a=b=cx") == (["a=b=: ab"], [])


def test_one_that_should_have_failed_in_a_check_that_passed_is_not_named() -> None:
    assert chosen("abc", "a=b= +d") == ([], [])
    assert chosen("abc", "a=b= +d", "a=") == (["a=: a"], [])


def test_unless_it_explains_all_that_failed() -> None:
    assert chosen("abc", "a=b=c= +d") == (["a=b=c=+d: abc"], [])
    assert chosen("abc", "a=b=c= +d", "a=b=") == (["a=b=c=+d: abc"], [])
    assert chosen("abc", "a=b=c= +d!") == (["a=b=c=+d!: abc"], [])
    assert chosen("abc", "a=b=c= +d?") == ([], [])
    assert chosen("abcd", "a=b=c=d= +f?") == ([], [])


def test_the_digits_of_many_answers_name_a_mistake_that_fails_elsewhere_too_without_its_line() -> None:
    assert chosen("abcde", "a=b=c=d=e= +f?") == (["a=b=c=d=e=+f?: abcde"], [])
    assert chosen("abcdeg", "a=b=c=d=e= +f?") == ([], [])


def test_among_equals_one_that_fails_no_check_that_passed_is_named() -> None:
    assert chosen("ab", "a=b= +d", "b=a=") == (["b=a=: ab"], [])


@pytest.mark.parametrize(
    ("mistake", "is_named"),
    [("a=bxcx!", True), ("a=bxcxdx!", False), ("a=b=cxdxexfx!", True), ("a=b=cxdxexfxgx!", False)],
)
def test_too_little_of_it_is_no_evidence(mistake: str, is_named: bool) -> None:
    checks = re.sub(r"\W|x", "", mistake)
    assert bool(chosen(checks, mistake)[0]) is is_named


def test_answers_that_speak_against_a_mistake_need_its_wrong_line() -> None:
    assert chosen("abc", "a=b=cx!") == (["a=b=cx!: ab"], [])
    assert chosen("abc", "a=b=cx?") == ([], [])
    assert chosen("abcd", "a=b=c=dx?") == ([], [])


def test_where_that_line_cannot_be_told_few_may_speak_against_it() -> None:
    assert chosen("abc", "a=b=cx") == (["a=b=cx: ab"], [])
    assert chosen("abc", "a=bxcx") == ([], [])


def test_answers_of_two_mistakes_at_once_speak_against_neither() -> None:
    assert chosen("abcd", "a=b=cx?", "d=cx?") == (["a=b=cx?: ab", "d=cx?: d"], [])


def test_answers_as_coarse_say_little_one_by_one() -> None:
    assert chosen("abcd", "a~b~") == ([], [])
    assert chosen("abcd", "a~b~c~") == (["a~b~c~: abc"], [])
    assert chosen("abcd", "a=b~") == (["a=b~: a"], [])


def test_answers_as_coarse_are_enough_where_just_its_checks_failed() -> None:
    assert chosen("ab", "a~b~") == (["a~b~: ab"], [])
    assert chosen("ab", "a~bx") == ([], [])
    assert chosen("ab", "a~b~ +d") == ([], [])


def test_mistakes_that_show_beside_each_other_in_one_answer_are_both_named() -> None:
    assert chosen("abc", "a=b<!", "c<b<!") == (["a=b<!: a", "c<b<!: c"], [])
    assert chosen("ab", "a<!", "b<!") == (["a<!: a", "b<!: b"], [])


def test_a_part_is_no_evidence_without_the_wrong_line_or_against_another_answer() -> None:
    assert chosen("ab", "a<b<?") == ([], [])
    assert chosen("ab", "a<b<") == ([], [])
    assert chosen("abc", "a=b=", "a<b<c<") == (["a=b=: ab"], [])
    assert chosen("ab", "a<bx!") == ([], [])
    assert chosen("ab", "a<b< +d!") == ([], [])


def test_of_two_that_are_as_much_a_part_neither_is_named() -> None:
    assert chosen("ab", "a<b<!", "b<a<!") == ([], [])
    assert chosen("abc", "a<b<c<!", "b<c<!") == (["a<b<c<!: abc"], [])


def test_nothing_failed_nothing_named() -> None:
    assert chosen("", "") == ([], [])


def test_an_error_alone_names_no_mistake_whose_line_is_not_there() -> None:
    assert chosen("ab", "a^b^!") == (["a^b^!: ab"], [])
    assert chosen("ab", "a^b^?") == ([], [])
    assert chosen("ab", "a^b=?") == (["a^b=?: ab"], [])
    assert chosen("ab", "a^b^") == (["a^b^: ab"], [])

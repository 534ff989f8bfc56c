"""The language that was asked for, else the locale's."""

from __future__ import annotations

import click
import pytest
from click.testing import CliRunner

from grader.cli.language import chosen_language, language_option
from grader.text import Text, join

VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")


@pytest.fixture(autouse=True)
def no_locale(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in VARIABLES:
        monkeypatch.delenv(name, raising=False)


def test_without_anything_it_is_english() -> None:
    assert chosen_language(None) == "en"


@pytest.mark.parametrize("asked", ["en", "zh"])
@pytest.mark.parametrize("locale", ["zh_CN.UTF-8", "en_GB.UTF-8"])
def test_what_is_asked_for_counts_before_the_locale(
    monkeypatch: pytest.MonkeyPatch, asked: str, locale: str
) -> None:
    monkeypatch.setenv("LC_ALL", locale)
    assert chosen_language(asked) == asked


@pytest.mark.parametrize("name", VARIABLES)
@pytest.mark.parametrize(
    ("value", "language"),
    [("zh_CN.UTF-8", "zh"), ("zh_TW", "zh"), ("zh", "zh"), ("ZH_cn", "zh"), ("zh-Hans", "zh"),
     ("en_US.UTF-8", "en"), ("C", "en"), ("C.UTF-8", "en"), ("POSIX", "en"), ("de_DE", "en"), ("", "en")],
)  # fmt: skip
def test_each_variable_can_say_it(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str, language: str
) -> None:
    monkeypatch.setenv(name, value)
    assert chosen_language(None) == language


def test_the_first_variable_that_says_one_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANG", "zh_CN.UTF-8")
    assert chosen_language(None) == "zh"
    monkeypatch.setenv("LC_MESSAGES", "en_US.UTF-8")
    assert chosen_language(None) == "en"
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    assert chosen_language(None) == "zh"


def test_an_empty_variable_says_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "")
    monkeypatch.setenv("LC_MESSAGES", "")
    monkeypatch.setenv("LANG", "zh_CN.UTF-8")
    assert chosen_language(None) == "zh"


def test_the_option_takes_the_languages_that_there_are_and_no_other() -> None:
    @click.command()
    @language_option
    def command(lang: str | None) -> None:
        click.echo(chosen_language(lang))

    run = CliRunner().invoke
    assert run(command, ["--lang", "zh"]).output == "zh\n"
    assert run(command, []).output == "en\n"
    assert run(command, ["--lang", "fr"]).exit_code == 2


def test_text_is_given_in_the_language_asked_for() -> None:
    text = Text("one", "一")
    assert (text.in_language("en"), text.in_language("zh")) == ("one", "一")


def test_chinese_sentences_are_joined_without_a_space() -> None:
    assert join([Text("One.", "一。"), Text("Two.", "二。")]) == Text("One. Two.", "一。二。")
    assert join([Text("a", "甲"), Text("b", "乙")], "; ") == Text("a; b", "甲乙")
    assert join([]) == Text("", "")

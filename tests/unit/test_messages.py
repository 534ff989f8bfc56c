"""What the command says is there in Chinese, and the compiled catalog is up to date."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest

from tests.locale.catalog import CLICKS, MO, Message, compiled, ours, read

OURS = list(dict.fromkeys(ours()))


def forms(message: Message) -> tuple[str, ...]:
    return (message,) if isinstance(message, str) else message


def test_no_message_is_without_a_translation() -> None:
    catalog = read()
    found = {forms(message)[0]: catalog.get(forms(message)[0]) for message in OURS}
    assert len(found) > 100
    assert [key for key, message in found.items() if not message or not all(forms(message.string))] == []


def test_no_translation_is_of_a_message_that_nobody_says() -> None:
    said = {forms(message)[0] for message in [*OURS, *CLICKS]}
    assert [message.id for message in read() if message.id and forms(message.id)[0] not in said] == []


def test_translations_have_the_same_places_to_fill() -> None:
    for message in read():
        wanted = {name for form in forms(message.id) for name in re.findall(r"\{(\w+)", form)}
        for form in forms(message.string):
            assert set(re.findall(r"\{(\w+)", form)) <= wanted, message.id


def test_the_compiled_catalog_is_up_to_date() -> None:
    assert MO.read_bytes() == compiled(read()), "python -m tests.locale.catalog compiles it"


@pytest.mark.parametrize(
    ("arguments", "environment", "says"),
    [
        (["--help"], {"LANG": "zh_CN.UTF-8"}, "用隐藏检查评测"),
        (["list", "--help", "--lang", "zh"], {}, "列出题目"),
        (["--lang=zh", "list", "--help"], {}, "列出题目"),
        (["list", "--help"], {}, "List the problems"),
        (["list", "--help", "--lang", "en"], {"LANG": "zh_CN.UTF-8"}, "Options:"),
        (["list", "--nothing", "--lang", "zh"], {}, "没有选项"),
        (["nothing-of-that-name", "--lang", "zh"], {}, "没有这个题目"),
    ],
)
def test_a_command_speaks_the_language_asked_for(
    arguments: list[str], environment: dict[str, str], says: str
) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "grader", *arguments],
        env={"PATH": "/usr/bin", "GRADE_WARM": "0", "PYTHONUTF8": "1", **environment},
        capture_output=True,
        text=True,
        check=False,
    )
    assert says in done.stdout + done.stderr

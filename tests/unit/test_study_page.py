"""A study sheet: put together from a bank, and written as a page that can do nothing."""

from __future__ import annotations

import re
import shutil
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from grader import messages
from grader.bank import Bank
from grader.catalogue import find_entry, read_catalogue
from grader.errors import BankError
from grader.statement import _PIECES
from grader.study import markup, mathml
from grader.study.load import load_sheet
from grader.study.page import figure, page
from grader.study.sheet import Pairs, Prose, Sheet, Slips, Source
from grader.text import LANGUAGES, Language
from tests.conftest import ROOT, TEST_BANK

BANK = Bank.open(None)
IDS = [entry.id for entry in read_catalogue(BANK).entries]
VOID = {"meta", "br", "hr", "img"}


def sheet(problem: str, language: Language = "en", bank: Bank = BANK) -> Sheet:
    messages.use(language)
    try:
        return load_sheet(bank, find_entry(bank, problem), language)
    finally:
        messages.use("en")


class Reader(HTMLParser):
    """Takes a page apart; complains where an element is not closed in its place."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.elements: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.ids: list[str] = []
        self.feed(text)
        self.close()
        assert not self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append(tag)
        self.attributes += attrs
        self.ids += [value or "" for name, value in attrs if name == "id"]
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open, f"</{tag}> closes nothing"
        assert self.open.pop() == tag


def assert_inert(text: str) -> Reader:
    """It is well formed, runs nothing and asks for nothing."""
    reader = Reader(text)
    assert not {"script", "iframe", "object", "embed", "link", "base", "form", "img"} & set(reader.elements)
    for name, value in reader.attributes:
        assert not name.startswith("on"), name
        if name in ("src", "href", "xlink:href", "action", "srcset"):
            assert value, name
            assert value.startswith(("#", "data:image/png;base64,")), value
    assert not re.search(r"url\((?!#)|@import", text)
    assert len(reader.ids) == len(set(reader.ids))
    return reader


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("problem", IDS)
def test_every_page_is_whole_and_inert(problem: str, language: Language) -> None:
    found = sheet(problem, language)
    text = page(found, "about")
    reader = assert_inert(text)
    assert reader.ids == [f"part-{number}" for number in range(1, len(found.parts) + 1)]
    assert ("lang", "zh-CN" if language == "zh" else "en") in reader.attributes
    assert "default-src 'none'; style-src 'unsafe-inline'; img-src data:" in text
    assert "summary" in reader.elements
    assert "$" not in re.sub(r"<pre>.*?</pre>|<style>.*?</style>", "", text, flags=re.DOTALL)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("problem", IDS)
def test_a_sheet_has_all_that_the_bank_knows(problem: str, language: Language) -> None:
    found = sheet(problem, language)
    kinds = [type(part) for part in found.parts]
    questions = [part for part in found.parts if isinstance(part, Pairs) and part.are_questions]
    assert len(questions) == 1
    assert len(questions[0].pairs) >= 4
    assert isinstance(found.parts[-1], Prose)
    if found.entry.kind == "concept":
        return
    assert kinds[0] is Source
    slips = next(part for part in found.parts if isinstance(part, Slips))
    assert slips.markdown.startswith("|")
    assert slips.count == len(list((ROOT / "solutions" / problem / "mistakes").glob("*.py")))
    # The sources stand last, whatever the notes call them.
    assert kinds.index(Slips) < kinds.index(Pairs) < len(kinds) - 1


FORMULAS = sorted(
    {
        (found["display"] or found["inline"], bool(found["display"]))
        for path in [
            *(ROOT / "solutions").glob("*/notes*.md"),
            *(ROOT / "problems").glob("*/statement*.md"),
        ]
        for found in _PIECES.finditer(path.read_text(encoding="utf-8"))
        if found["display"] or found["inline"]
    }
)


def test_every_formula_of_the_bank_becomes_mathml() -> None:
    assert len(FORMULAS) > 100
    for latex, is_display in FORMULAS:
        found = mathml.display(latex) if is_display else mathml.inline(latex)
        Reader(found)
        assert "<math" in found, latex
        assert "<code>" not in found, latex
        assert "\\" not in found, latex


@pytest.mark.parametrize(
    "latex",
    [
        r"\text{<script>alert(1)</script>}",
        r"<img src=x onerror=alert(1)>",
        r'\mathrm{"><script>}',
        r"\href{javascript:alert(1)}{x}",
        r"\class{x}{y}",
        r"\color{red;background:url(//x)}{y}",
        "{" * 3000,
        r"\frac{",
        "",
        "\\",
    ],
)
def test_a_formula_can_do_nothing(latex: str) -> None:
    for found in (mathml.inline(latex), mathml.display(latex)):
        reader = Reader(found)
        assert set(reader.elements) <= mathml._ELEMENTS | {"div", "code", "span"}
        assert {name for name, _value in reader.attributes} <= mathml._ATTRIBUTES | {"class"}


def test_a_long_formula_can_be_broken_before_its_relations_alone() -> None:
    latex = r"\frac{a}{b} = \left(c = d\right) + \sqrt{e = f} = g_{i = j} + 1234567890"
    assert mathml.inline(latex).count("<math") == 3
    assert mathml.inline("a = b").count("<math") == 1
    assert mathml.display(r"a = b, \qquad c = \text{x \qquad y}").count("<math") == 2


def test_a_name_takes_room_before_what_it_is_of() -> None:
    assert "<mi>log</mi><mspace" in mathml.inline(r"\log D")
    assert "mspace" not in mathml.inline(r"\log(D)")


HOSTILE = (
    "<script>alert(1)</script> [x](javascript:alert(1)) ![x](https://example.org/x.png) "
    "<https://example.org> <img src=x onerror=alert(1)> &lt;b&gt; `<b>` \x1b[31m\u202e"
)


@pytest.mark.parametrize("write", [markup.block, markup.inline, markup.code])
def test_hostile_markdown_is_text(write: Any) -> None:
    found = write(HOSTILE)
    assert not {"script", "img", "a", "b"} & set(assert_inert(found).elements)
    assert "\x1b" not in found
    assert "\u202e" not in found


def test_hostile_words_of_a_picture_are_text() -> None:
    reader = assert_inert(figure("<svg></svg>", HOSTILE, HOSTILE))
    assert set(reader.elements) == {"figure", "svg", "figcaption", "b"}


def test_chinese_lines_and_punctuation_stay_together() -> None:
    assert "第一行，第二行" in markup.block("第一行，\n第二行")
    found = markup.block("记（$x$）：`y`")
    assert '记<span class="kept">（<math' in found
    assert "</math>）：</span><code>" in found
    assert "kept" not in markup.block("$x$ and $x$")


def test_code_is_coloured_and_an_unknown_language_is_not() -> None:
    assert '<span class="k">' in markup.block("```python\ndef f():\n    return 1\n```")
    assert markup.code("<x>", "no such language") == "<pre><code>&lt;x&gt;</code></pre>\n"


def bank_with(folder: Path, files: dict[str, str]) -> Bank:
    shutil.copytree(TEST_BANK, folder / "bank")
    for name, text in files.items():
        path = folder / "bank/solutions/double" / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return Bank.open(folder / "bank")


PAIR = """[[follow_ups]]
question = {{ en = "Why?", zh = "为什么？" }}
answer = {{ en = "{en}", zh = "因为。" }}
"""


def test_a_mistake_shows_the_line_that_makes_it() -> None:
    slips = next(part for part in sheet("layernorm-math").parts if isinstance(part, Slips))
    lines = [slip.code for group in slips.groups for slip in group.slips]
    assert sum(map(bool, lines)) > len(lines) / 2
    assert any("ddof=1" in line for line in lines)
    assert not any("line: " in line for line in lines)
    assert max(line.count("\n") for line in lines) < 3


def test_notes_are_split_at_headings_and_not_in_code(tmp_path: Path) -> None:
    notes = (
        "# T\n\nBefore.\n\n## A\n\n```sh\n## no heading\n```\n\n## Common mistakes\n\nM\n\n## Last\n\nZ\n"
    )
    found = sheet(
        "double", bank=bank_with(tmp_path, {"notes.md": notes, "follow_ups.toml": PAIR.format(en="So.")})
    )
    assert [part.title for part in found.parts] == [
        "The reference", "A", "Common mistakes", "What an interviewer asks next", "Last",
    ]  # fmt: skip
    assert found.parts[1] == Prose("A", "Before.\n\n```sh\n## no heading\n```")


@pytest.mark.parametrize(
    ("files", "says"),
    [
        ({"follow_ups.toml": "x"}, "follow_ups.toml: "),
        ({"follow_ups.toml": "[[other]]"}, "other: unknown key"),
        ({"follow_ups.toml": "follow_ups = 1"}, "follow_ups: should be a list of tables"),
        ({"follow_ups.toml": PAIR.format(en=" ")}, r"follow_ups\[0\].answer.en: should be text"),
        (
            {"follow_ups.toml": "[[follow_ups]]\nquestion = 1"},
            r"follow_ups\[0\]: needs question and answer",
        ),
        ({"solution.py": "def f(:"}, "solution.py: "),
        ({"mistakes/x.py": '"""what: x"""'}, "x.py: its docstring lacks"),
    ],
)
def test_a_fault_of_the_bank_names_its_file_and_key(
    tmp_path: Path, files: dict[str, str], says: str
) -> None:
    with pytest.raises(BankError, match=says):
        sheet("double", bank=bank_with(tmp_path, files))

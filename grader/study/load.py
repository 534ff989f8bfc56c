"""Puts a study sheet together from a bank's files."""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

from markdown_it import MarkdownIt
from markdown_it.token import Token

from grader.bank import Bank, Problem
from grader.catalogue import Entry
from grader.concept import AnswerFile, Pair, load_concept
from grader.diagnose.mistakes import Mistake, lines_with, mistakes
from grader.errors import BankError
from grader.messages import _
from grader.study.sheet import Group, Pairs, Part, Points, Prose, Sheet, Slip, Slips, Source
from grader.text import Language

_MOST_LINES = 3
# What the notes call the section with the wrong lines.
_MISTAKES = ("Common mistakes", "常见错误")


def load_sheet(bank: Bank, entry: Entry, language: Language) -> Sheet:
    """The sheet of a problem or a question.

    Raises:
        BankError: naming the file and the key that is not right.
    """
    if entry.kind == "concept":
        parts = _concept_parts(bank, entry, language)
    else:
        parts = _code_parts(bank.load(entry.id), language)
    return Sheet(entry, language, entry.title.in_language(language), parts)


def _code_parts(problem: Problem, language: Language) -> tuple[Part, ...]:
    folder = problem.solution_folder
    notes = _sections(_read(folder / ("notes.zh.md" if language == "zh" else "notes.md")))
    at = next((n for n, section in enumerate(notes) if section.title in _MISTAKES), len(notes))
    table = notes[at].markdown if at < len(notes) else ""
    slips = Slips(_("Common mistakes"), table, _groups(problem, mistakes(problem), language))
    middle: list[Part] = [slips] if table or slips.groups else []
    follow_ups = _follow_ups(folder / "follow_ups.toml", language)
    if follow_ups:
        middle.append(Pairs(_("What an interviewer asks next"), follow_ups, are_questions=True))
    return (_reference(folder / "solution.py"), *notes[:at], *middle, *notes[at + 1 :])


def _concept_parts(bank: Bank, entry: Entry, language: Language) -> tuple[Part, ...]:
    concept = load_concept(bank, entry.id)

    claims = _in_language(concept.wrong_claims, language)
    asked = _in_language(concept.follow_ups, language)
    sources = "\n".join(f"- {each.in_language(language)}" for each in concept.sources)
    return (
        Prose(_("The question"), _without_title(concept.question.in_language(language))),
        Prose(_("A model answer"), concept.answer.in_language(language)),
        Points(_("Key points"), tuple(each.in_language(language) for each in concept.key_points)),
        *([Pairs(_("Often said, and wrong"), claims, are_questions=False)] if claims else []),
        *([Pairs(_("What may be asked next"), asked, are_questions=True)] if asked else []),
        *([Prose(_("Sources"), sources)] if sources else []),
    )


def _reference(path: Path) -> Source:
    """The reference solution; its docstring apart from the code below it."""
    source = _read(path)
    try:
        tree = ast.parse(source)
    except SyntaxError as error:
        raise BankError(f"{path}: {error}") from None
    about = ast.get_docstring(tree)
    if about is None:
        return Source(_("The reference"), "", source.strip("\n"))
    below = source.splitlines()[tree.body[0].end_lineno :]
    return Source(_("The reference"), about, "\n".join(below).strip("\n"))


def _follow_ups(path: Path, language: Language) -> tuple[tuple[str, str], ...]:
    if not path.is_file():
        return ()
    file = AnswerFile(path)
    file.expect({"follow_ups"})
    return _in_language(file.pairs("follow_ups"), language)


def _in_language(pairs: tuple[Pair, ...], language: Language) -> tuple[tuple[str, str], ...]:
    return tuple((each.first.in_language(language), each.second.in_language(language)) for each in pairs)


def _groups(problem: Problem, known: tuple[Mistake, ...], language: Language) -> tuple[Group, ...]:
    """The mistakes by the check that says most about them: of those they fail, the one that fewest fail."""
    order = {check.id: number for number, check in enumerate(problem.checks)}
    failing = Counter(check for mistake in known for check in mistake.fails)
    by_check: dict[str, list[Slip]] = {}
    for mistake in known:
        check = min(mistake.fails, key=lambda each: (failing[each], order[each]))
        texts = (mistake.what, mistake.numbers, mistake.why, mistake.fix)
        what, numbers, why, fix = (text.in_language(language) for text in texts)
        by_check.setdefault(check, []).append(Slip(what, numbers, why, fix, _wrong_lines(mistake)))
    return tuple(
        Group(check.title.in_language(language), tuple(by_check[check.id]))
        for check in problem.checks
        if check.id in by_check
    )


def _wrong_lines(mistake: Mistake) -> str:
    """The lines that make the mistake in the bank's own example of it; nothing where many might."""
    lines = mistake.source.splitlines()
    found = list(dict.fromkeys(lines[number - 1].strip() for number in lines_with(mistake, lines)))
    return "\n".join(found) if len(found) <= _MOST_LINES else ""


def _sections(markdown: str) -> list[Prose]:
    """Notes by their headings of the second level; what stands before the first goes with it."""
    lines = markdown.splitlines()
    marks = [
        (token.map[0], token.map[1], following.content)
        for token, following in _with_next(markdown)
        if token.tag == "h2" and token.map
    ]
    before = _without_title("\n".join(lines[: marks[0][0]] if marks else lines))
    if not marks:
        return [Prose(_("Notes"), before)] if before else []
    sections: list[Prose] = []
    ends = [mark[0] for mark in marks[1:]] + [len(lines)]
    for (_start, body, title), end in zip(marks, ends, strict=True):
        text = "\n".join(lines[body:end]).strip("\n")
        sections.append(Prose(title, text if sections or not before else f"{before}\n\n{text}"))
    return sections


def _without_title(markdown: str) -> str:
    """The text below a heading of the first level that it begins with."""
    first, _line_end, rest = markdown.lstrip("\n").partition("\n")
    return rest.strip("\n") if first.startswith("# ") else markdown.strip("\n")


def _with_next(markdown: str) -> Iterator[tuple[Token, Token]]:
    return pairwise(MarkdownIt("commonmark").parse(markdown))


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise BankError(f"{path}: {error}") from None

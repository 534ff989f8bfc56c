"""A study sheet as one page of HTML that needs nothing but itself."""

from __future__ import annotations

import html
from collections.abc import Iterator
from pathlib import Path

from grader.messages import _, counted
from grader.study import markup
from grader.study.sheet import Pairs, Part, Points, Prose, Sheet, Slip, Slips, Source
from grader.submission import printable

_STYLE = Path(__file__).with_name("page.css")
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"
_LANGUAGES = {"en": "en", "zh": "zh-CN"}


def page(sheet: Sheet, about: str, figures: tuple[str, ...] = ()) -> str:
    """The page; `figures` are HTML that stands behind the first parts."""
    sections = [(part.title, "".join(_part(part))) for part in sheet.parts]
    if figures:
        # Behind the reference, or a question's answer.
        at = 1 if isinstance(sheet.parts[0], Source) else 2
        sections.insert(at, (_("Pictures"), "".join(figures)))
    body = "".join(
        f'<section id="part-{number}"><h2>{_text(title)}</h2>\n{inner}</section>\n'
        for number, (title, inner) in enumerate(sections, start=1)
    )
    return (
        f'<!DOCTYPE html>\n<html lang="{_LANGUAGES[sheet.language]}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="color-scheme" content="light dark">\n'
        f"<title>{_text(sheet.title)}</title>\n<style>\n{_STYLE.read_text(encoding='utf-8')}</style>\n"
        f'</head>\n<body>\n<header><p class="about">{_text(about)}</p>\n<h1>{_text(sheet.title)}</h1>\n'
        f"</header>\n{_contents([title for title, _inner in sections])}<main>\n{body}</main>\n"
        f"<footer><code>grade study {_text(sheet.entry.id)}</code></footer>\n</body>\n</html>\n"
    )


def figure(svg: str, title: str, caption: str) -> str:
    """A picture with what it shows; `svg` is ours, the words may be anybody's."""
    return f"<figure>{svg}\n<figcaption><b>{_text(title)}</b> {_text(caption)}</figcaption></figure>\n"


def _contents(titles: list[str]) -> str:
    items = "".join(
        f'<li><a href="#part-{number}">{_text(title)}</a></li>'
        for number, title in enumerate(titles, start=1)
    )
    return f'<nav aria-label="{_text(_("Contents"))}"><ol>{items}</ol></nav>\n'


def _text(text: str) -> str:
    return html.escape(printable(text))


def _part(part: Part) -> Iterator[str]:
    match part:
        case Prose():
            yield markup.block(part.markdown)
        case Source():
            yield markup.block(part.about)
            yield markup.code(part.code)
        case Points():
            items = "".join(f"<li>{markup.inline(point)}</li>\n" for point in part.points)
            yield f'<ol class="points">{items}</ol>\n'
        case Pairs():
            kind = "question" if part.are_questions else "claim"
            for first, second in part.pairs:
                yield (
                    f'<details class="{kind}"><summary>{markup.inline(first)}</summary>\n'
                    f"{markup.block(second)}</details>\n"
                )
        case Slips():
            yield from _slips(part)


def _slips(part: Slips) -> Iterator[str]:
    yield markup.block(part.markdown)
    if not part.groups:
        return
    said = counted(
        "{count} mistake is known to the checks. By the check that is there for it:",
        "{count} mistakes are known to the checks. By the check that is there for them:",
        part.count,
    )
    yield f"<p>{_text(said.format(count=part.count))}</p>\n"
    for group in part.groups:
        yield f"<h3>{markup.inline(group.title)}</h3>\n"
        yield from map(_slip, group.slips)


def _slip(slip: Slip) -> str:
    rows = ((_("In numbers"), slip.numbers), (_("Why it is written"), slip.why), (_("Remedy"), slip.fix))
    inner = "".join(f"<dt>{_text(name)}</dt><dd>{markup.inline(text)}</dd>\n" for name, text in rows)
    lines = markup.code(slip.code) if slip.code else ""
    return (
        f'<details class="slip"><summary>{markup.inline(slip.what)}</summary>\n'
        f"{lines}<dl>{inner}</dl></details>\n"
    )

"""LaTeX formulas as MathML, which browsers set by themselves."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from itertools import zip_longest
from xml.etree.ElementTree import Element

from latex2mathml.converter import convert_to_element

# What the library makes, and nothing else: a formula comes from a bank, and so may be anything.
_ELEMENTS = frozenset({
    "math", "mrow", "mi", "mn", "mo", "mtext", "mspace", "mfrac", "msqrt", "mroot", "msub", "msup",
    "msubsup", "munder", "mover", "munderover", "mtable", "mtr", "mtd", "mstyle", "mpadded", "mphantom",
    "menclose",
})  # fmt: skip
_ATTRIBUTES = frozenset({
    "display", "displaystyle", "scriptlevel", "mathvariant", "stretchy", "fence", "form", "separator",
    "symmetric", "largeop", "movablelimits", "accent", "accentunder", "minsize", "maxsize", "lspace",
    "rspace", "width", "height", "depth", "linethickness", "columnalign", "rowspacing", "columnspacing",
})  # fmt: skip
_VALUE = re.compile(r"[\w .%+-]*\Z")
# A long formula may be broken before these, where it stands in no bracket.
_RELATION = re.compile(r"(?<![:<>!])=|\\(?:le|ge|approx|leftarrow|rightarrow)\b")
_LONG = 40


def inline(latex: str, before: str = "", after: str = "") -> str:
    """A formula in a line of text, which may be broken before its relations where it is long.

    `before` and `after` are punctuation that no line's end may part from it.
    """
    pieces = _at_relations(latex) if len(latex) > _LONG else [latex]
    written = [_math(piece, "inline") for piece in pieces]
    written[0] = html.escape(before) + written[0]
    written[-1] += html.escape(after)
    if before or after:
        written = [
            each if each.startswith("<math") and each.endswith("</math>") else _kept(each)
            for each in written
        ]
    return " ".join(written)


def _kept(text: str) -> str:
    return f'<span class="kept">{text}</span>'


def display(latex: str, element: str = "div") -> str:
    """A formula on lines of its own: its parts side by side where there is room for them."""
    parts = [part for part in _split(latex, re.compile(r"\\qquad\b")) if part.strip()]
    inner = "".join(_math(part.removeprefix(r"\qquad"), "block") for part in parts)
    return f'<{element} class="formula">{inner}</{element}>\n'


def _at_relations(latex: str) -> list[str]:
    first, *rest = _split(latex, _RELATION)
    # A relation that begins the formula belongs to what follows.
    return [first, *rest] if first.strip() else ["".join([first, *rest[:1]]), *rest[1:]]


def _split(latex: str, separator: re.Pattern[str]) -> list[str]:
    """The formula cut before each separator that stands in no braces, brackets or environment."""
    cuts, depth = [0], 0
    for found in re.finditer(r"\\[a-zA-Z]+|\\.|[\s\S]", latex):
        text = found.group()
        if text in ("{", "(", "[", r"\left", r"\{", r"\begin"):
            depth += 1
        elif text in ("}", ")", "]", r"\right", r"\}", r"\end"):
            depth -= 1
        elif depth == 0 and separator.match(latex, found.start()):
            cuts.append(found.start())
    return [latex[start:end] for start, end in zip(cuts, [*cuts[1:], len(latex)], strict=True)]


def _math(latex: str, mode: str) -> str:
    """One `<math>` element; the LaTeX as code where it can't be read."""
    try:
        return "".join(_written(convert_to_element(latex.strip().replace(":=", "≔"), display=mode)))
    except Exception:  # whatever the library may think of it
        return f"<code>{html.escape(latex.strip())}</code>"


def _written(element: Element) -> Iterator[str]:
    """The element as HTML. Its texts hold character references, and are otherwise as in the source."""
    name = element.tag
    if name not in _ELEMENTS:
        raise ValueError(f"an unknown element {name}")
    attributes = "".join(
        f' {key}="{value}"'
        for key, value in element.attrib.items()
        if key in _ATTRIBUTES and _VALUE.match(value)
    )
    yield f"<{name}{attributes}>"
    text = html.unescape(element.text or "")
    if name == "mtext":
        text = re.sub(r"\\([_%#&{}$])", r"\1", text)
    yield html.escape(text)
    children = list(element)
    for child, after in zip_longest(children, children[1:]):
        yield from _written(child)
        # log D: a name of more than one letter takes some room, if no bracket follows.
        is_name = child.tag == "mi" and len(child.text or "") > 1 and (child.text or "").isalpha()
        if is_name and name == "mrow" and after is not None and after.tag != "mo":
            yield '<mspace width="0.167em"></mspace>'
    yield f"</{name}>"

r"""LaTeX formulas as a line of text: `\frac{1}{D} \sum_{i=1}^{D} x_i` as `(1/D) ∑ᵢ₌₁ᴰ xᵢ`.

The parsing and the symbols are pylatexenc's; what it leaves in a row (fractions, roots, indices) is
put here as one would type it in a mail.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from pylatexenc.latex2text import LatexNodes2Text
from pylatexenc.latexwalker import (
    LatexCharsNode,
    LatexEnvironmentNode,
    LatexGroupNode,
    LatexMacroNode,
    LatexNode,
    LatexWalker,
    LatexWalkerParseError,
)

_SCRIPTS = {
    "_": str.maketrans("0123456789+-=()aehijklmnoprstuvxβγρφχ", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓᵦᵧᵨᵩᵪ"),
    "^": str.maketrans(
        "⊤0123456789+-=()abcdefghijklmnoprstuvwxyzABDEGHIJKLMNOPRTUVWβγδθφχ",
        "ᵀ⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᴬᴮᴰᴱᴳᴴᴵᴶᴷᴸᴹᴺᴼᴾᴿᵀᵁⱽᵂᵝᵞᵟᶿᵠᵡ",
    ),
}
_ACCENTS = {"hat": "\u0302", "bar": "\u0304", "tilde": "\u0303", "dot": "\u0307", "vec": "\u20d7"}
_BREAK = "\n"
_SYMBOLS = {
    **dict.fromkeys(("bigl", "bigr", "Bigl", "Bigr", "big", "Big", "left", "right", "!", "limits"), ""),
    **dict.fromkeys((",", ":", ";", " ", "quad", "displaystyle"), " "),
    **dict.fromkeys(("qquad", "\\"), _BREAK),
    "bmod": " mod ",
    "mid": " | ",
    "|": "‖",
    "Vert": "‖",
    "top": "⊤",
}
_FONTS = {"mathrm", "mathbf", "mathit", "mathsf", "boldsymbol", "operatorname"}
_LITERAL = {"text", "texttt", "mathtt", "textbf", "textit"}
# What stands close to the thing that it acts on.
_TIGHT = "∂∇Δ"
_ATOM = re.compile(rf"[{_TIGHT}√]?[\w.\u0300-\u036f\u20d7]+\Z")
_OPERATORS = "=+-·×⊙,.;:()[]{}<>≤≥←→∪∩∈≈"


class _Fraction(str):
    """A fraction, which wants brackets beside other factors."""

    __slots__ = ()


def lines(latex: str) -> list[str]:
    """The formula in Unicode, a line for each of its parts; as it stands where it can't be read."""
    try:
        nodes = LatexWalker(latex, tolerant_parsing=True).get_latex_nodes()[0]
        text = _run(nodes)
    except (LatexWalkerParseError, RecursionError, ValueError):
        text = ""
    found = [_tidy(line) for line in text.split(_BREAK)]
    return [line for line in found if line] or [" ".join(latex.split())]


def line(latex: str) -> str:
    """The formula in Unicode, in one line."""
    return " ".join(lines(latex))


def _tidy(text: str) -> str:
    text = re.sub(r"\s+", " ", text).strip()
    text = re.sub(r" ([,.;)\]])", r"\1", text)
    return re.sub(r"([(\[]) ", r"\1", text)


def _run(nodes: Sequence[LatexNode | None]) -> str:
    """Nodes one after the other; an index or an exponent takes the one that follows it."""
    pieces: list[str] = []
    script = ""
    for node in filter(None, nodes):
        parts = _characters(node.chars) if isinstance(node, LatexCharsNode) else [_node(node)]
        for part in parts:
            if isinstance(node, LatexCharsNode) and part in _SCRIPTS:
                script = part
            elif script and not part.isspace():
                pieces.append(_script(script, part))
                script = ""
            else:
                pieces.append(part)
        if isinstance(node, LatexMacroNode) and not pieces[-1].endswith(tuple(_TIGHT)):
            pieces.append(" " if node.macro_post_space else "")
    return _join(pieces)


def _characters(text: str) -> list[str]:
    # A line's end in the source is a space; those of the formula come from macros.
    return list(text.replace("\n", " ").replace("&", ""))


def _join(pieces: list[str]) -> str:
    for at, piece in enumerate(pieces):
        if isinstance(piece, _Fraction):
            before = "".join(pieces[:at]).rstrip(" ")
            after = "".join(pieces[at + 1 :]).lstrip(" ")
            crowded = (before and before[-1] not in _OPERATORS + _BREAK) or (
                after and after[0] not in _OPERATORS + _BREAK
            )
            pieces[at] = f"({piece})" if crowded else str(piece)
        elif piece in ("∑", "∏"):
            pieces[at] = f" {piece}"
    text = "".join(pieces)
    # Room between a sum with its limits and what is summed.
    return re.sub(r"(∑[^\s∑]*?[ᴬ-ᵂ⁰-⁹ⁿˢ])(?=[\w(])(?![ᴬ-ᵂ⁰-⁹₀-₉ᵢ-ᵪⱼₐ-ₜ])", r"\1 ", text)


def _node(node: LatexNode) -> str:
    if isinstance(node, LatexGroupNode):
        return _run(node.nodelist)
    if isinstance(node, LatexEnvironmentNode):
        return _BREAK + _run(node.nodelist) + _BREAK
    if isinstance(node, LatexMacroNode):
        return _macro(node)
    return str(_symbols().nodelist_to_text([node]))


def _macro(node: LatexMacroNode) -> str:
    name = node.macroname
    if name in _SYMBOLS:
        return _SYMBOLS[name]
    arguments = [each for each in (node.nodeargd.argnlist if node.nodeargd else []) or [] if each]
    if name in ("frac", "tfrac", "dfrac"):
        above, below = (_bracketed(_run([each])) for each in arguments)
        return _Fraction(f"{above}/{below}")
    if name == "sqrt" and arguments:
        root = _run(arguments[:-1]).strip("[] ")
        return f"{_script('^', root) if root else ''}√{_bracketed(_run(arguments[-1:]))}"
    if name in _ACCENTS and arguments:
        return _run(arguments) + _ACCENTS[name]
    if name in _LITERAL and arguments:
        return str(_symbols().nodelist_to_text(arguments))
    if name in _FONTS and arguments:
        return _run(arguments)
    return str(_symbols().nodelist_to_text([node])).strip()


def _script(kind: str, text: str) -> str:
    """`text` as an index or an exponent, in small letters where Unicode has them all."""
    text = text.strip()
    small = text.replace(" ", "").translate(_SCRIPTS[kind])
    if not set(small) & set(text.replace(" ", "")):
        return small
    return f"{kind}{text}" if _ATOM.match(text) else f"{kind}({text})"


def _bracketed(text: str) -> str:
    text = text.strip()
    return text if _ATOM.match(text) or _is_root(text) else f"({text})"


def _is_root(text: str) -> bool:
    return text.startswith("√(") and text.endswith(")") and text.count("(") == 1


@cache
def _symbols() -> LatexNodes2Text:
    return LatexNodes2Text(math_mode="text", strict_latex_spaces=False)

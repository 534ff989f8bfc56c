"""A bank's Markdown as HTML: formulas as MathML, code in colour, and nothing that could act."""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from functools import cache
from itertools import pairwise

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token
from mdit_py_plugins.dollarmath import dollarmath_plugin
from pygments import highlight
from pygments.formatters import HtmlFormatter
from pygments.lexers import get_lexer_by_name
from pygments.util import ClassNotFound

from grader.study import mathml
from grader.submission import printable

_OPENING, _CLOSING = "([{（“‘「《", ",.;:!?)]}，。；：、！？）”’」》"
_CHINESE = re.compile(r"[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]")
# A page shows and leads nowhere: neither to a picture elsewhere nor to another page.
_LEADING_AWAY = ("link", "image", "autolink", "html_inline", "html_block", "reference")


def block(markdown: str) -> str:
    """Paragraphs, lists, tables, code."""
    return str(_parser().render(printable(markdown)))


def inline(markdown: str) -> str:
    """One line, without a paragraph round it."""
    return str(_parser().renderInline(printable(markdown)))


def code(source: str, language: str = "python") -> str:
    """A program in colour."""
    source = printable(source)
    try:
        lexer = get_lexer_by_name(language, stripnl=False)
    except ClassNotFound:
        return f"<pre><code>{html.escape(source)}</code></pre>\n"
    inner = highlight(source, lexer, HtmlFormatter(nowrap=True)).rstrip("\n")
    return f"<pre><code>{inner}\n</code></pre>\n"


def _fence(source: str, language: str, _attributes: str) -> str:
    return code(source, language or "text")


@cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": False, "highlight": _fence}).enable("table")
    parser.disable(_LEADING_AWAY)
    parser.use(dollarmath_plugin, allow_space=False, allow_labels=False, double_inline=True)
    for kind, written in _FORMULAS.items():
        parser.add_render_rule(kind, lambda _self, tokens, at, *_, written=written: written(tokens[at]))
    parser.core.ruler.push("chinese_lines", _join_chinese)
    parser.core.ruler.push("punctuation", _keep_punctuation)
    for kind, opening in _TABLE.items():
        parser.add_render_rule(kind, lambda *_arguments, opening=opening: opening)
    return parser


_FORMULAS: dict[str, Callable[[Token], str]] = {
    "math_inline": lambda token: mathml.inline(token.content, **token.meta),
    "math_inline_double": lambda token: mathml.display(token.content, "span"),
    "math_block": lambda token: mathml.display(token.content),
}
# A wide table is scrolled by itself.
_TABLE = {"table_open": '<div class="table"><table>\n', "table_close": "</table></div>\n"}


def _join_chinese(state: StateCore) -> None:
    """Chinese text that was broken into lines is joined without a space."""
    for token in state.tokens:
        children = token.children or []
        for before, each, after in zip(children, children[1:], children[2:], strict=False):
            around = before.content[-1:], after.content[:1]
            if each.type == "softbreak" and all(map(_CHINESE.match, around)):
                each.type, each.content = "text", ""


def _keep_punctuation(state: StateCore) -> None:
    """Give a formula the bracket before it and the comma behind it, so that no line's end parts them."""
    for token in state.tokens:
        for before, after in pairwise(token.children or []):
            if before.type == "text" and after.type == "math_inline" and before.content[-1:] in _OPENING:
                after.meta["before"], before.content = before.content[-1:], before.content[:-1]
            elif before.type == "math_inline" and after.type == "text" and after.content[:1] in _CLOSING:
                rest = after.content.lstrip(_CLOSING)
                length = len(after.content) - len(rest)
                before.meta["after"], after.content = after.content[:length], rest

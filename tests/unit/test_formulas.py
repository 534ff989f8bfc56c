"""Formulas that a terminal shows."""

from __future__ import annotations

import re

import pytest

from grader.formulas import line, lines
from grader.statement import with_unicode
from tests.conftest import ROOT

STATEMENTS = sorted((ROOT / "problems").glob("*/statement*.md"))


@pytest.mark.parametrize(
    ("latex", "text"),
    [
        (r"\frac{1}{D} \sum_{i=1}^{D} (a_i - \mu)^2", "(1/D) ∑ᵢ₌₁ᴰ (aᵢ - μ)²"),
        (r"\frac{1}{D}\sum_{i=1}^{D} a_i", "(1/D) ∑ᵢ₌₁ᴰ aᵢ"),
        (r"\frac{x_i - \mu}{\sqrt{\sigma^2 + \varepsilon}}", "(xᵢ - μ)/√(σ² + ε)"),
        (r"\frac{QK^\top}{\sqrt{d_k}}", "QKᵀ/√dₖ"),
        (r"\hat{x}_i", "x̂ᵢ"),
        (r"x_D", "x_D"),
        (r"-\log p_{\text{label}}", "-log p_label"),
        (r"w \leftarrow w - \eta \, \frac{\partial L}{\partial w_1}", "w ← w - η (∂L/∂w₁)"),
        (
            r"\{\, s : s \bmod \text{tick\_every} = 0 \,\} \cup \{ S \}",
            "{ s : s mod tick_every = 0 } ∪ { S }",
        ),
        (r"\mathtt{layer\_norm}(x, \gamma)", "layer_norm(x, γ)"),
        (r"\bigl(y_i - (w_1 x_i + w_2)\bigr)^2", "(yᵢ - (w₁ xᵢ + w₂))²"),
        (r"e^{-x^2/2}", "e^(-x²/2)"),
    ],
)
def test_reads_as_one_would_type_it(latex: str, text: str) -> None:
    assert line(latex) == text


def test_parts_stand_on_lines_of_their_own() -> None:
    assert lines(r"a = b, \qquad c = d \\ e") == ["a = b,", "c = d", "e"]


@pytest.mark.parametrize("latex", [r"\frac{1}", "{", "x_", r"\unknown{x}", "", "{" * 2000])
def test_what_cannot_be_read_is_no_error(latex: str) -> None:
    assert isinstance(line(latex), str)


def test_code_is_no_formula_and_a_formula_is_no_markdown() -> None:
    text = with_unicode("`$x$` and $a_i * b_i * c$\n\n```sh\necho $HOME $PATH\n```\n")
    assert "`$x$`" in text
    assert "aᵢ \\* bᵢ \\* c" in text
    assert "echo $HOME $PATH" in text


def test_chinese_lines_join_without_a_space() -> None:
    assert with_unicode("第一行，\n第二行\n- 列表\n") == "第一行，第二行\n- 列表\n"


def test_an_escape_in_a_statement_is_no_escape_in_a_terminal() -> None:
    assert "\x1b" not in with_unicode("# x\x1b[2J $a\x1b$")


@pytest.mark.parametrize("path", STATEMENTS, ids=lambda path: f"{path.parent.name}-{path.name}")
def test_no_latex_is_left_of_any_statement(path) -> None:  # type: ignore[no-untyped-def]
    text = with_unicode(path.read_text(encoding="utf-8"))
    plain = re.sub(r"```.*?```|`[^`]*`", "", text, flags=re.DOTALL)
    assert not re.search(r"\$|\\[a-zA-Z]+|[_^]\{", plain)

"""The report as a person reads it in a terminal, or in a file where it is redirected."""

from __future__ import annotations

import io
from typing import Any

from rich.console import Console, Group
from rich.padding import Padding
from rich.table import Table
from rich.text import Text as Styled

from grader.bank import Problem
from grader.judge import CheckResult
from grader.outcome import Outcome, Verdict
from grader.report import Diagnosis, Report
from grader.submission import printable
from grader.text import Language, Text

_MARKS = {
    Outcome.PASSED: ("✓", "green"),
    Outcome.FAILED: ("✗", "red"),
    Outcome.RAISED: ("!", "red"),
    Outcome.TIMEOUT: ("⧖", "yellow"),
    Outcome.MEMORY: ("▲", "yellow"),
    Outcome.CRASHED: ("☠", "red"),
    Outcome.SKIPPED: ("-", "dim"),
}
_COLOURS = {
    Verdict.PASSED: "green",
    Verdict.FAILED: "red",
    Verdict.INVALID: "red",
    Verdict.ERROR: "yellow",
}
_PRINTED_LINES = 6
_PIPE_WIDTH = 100
# Numbers and emoji in a candidate's words are nothing to decorate.
_PLAIN: dict[str, Any] = {"highlight": False, "emoji": False, "markup": False}


def render(
    report: Report,
    problem: Problem | None,
    language: Language,
    width: int | None = None,
    since: Report | None = None,
    hints_taken: int = 0,
) -> str:
    """Print the report on stdout; with `width`, return it as plain text of that many columns.

    `since` is an earlier report of the same problem: what changed after it is marked.
    """
    if width is not None:
        buffer = io.StringIO()
        show(
            Console(file=buffer, width=width, force_terminal=False, color_system=None, **_PLAIN),
            report,
            problem,
            language,
            since,
            hints_taken,
        )
        return buffer.getvalue()
    console = Console(**_PLAIN)
    if not console.is_terminal:
        console = Console(width=_PIPE_WIDTH, **_PLAIN)
    show(console, report, problem, language, since, hints_taken)
    return ""


def show(
    console: Console,
    report: Report,
    problem: Problem | None,
    language: Language,
    since: Report | None = None,
    hints_taken: int = 0,
) -> None:
    """Print the report on `console`."""
    console.print(report_parts(report, problem, language, since, hints_taken))


def _indent(text: Styled, columns: int) -> Padding:
    return Padding(text, (0, 0, 0, columns), expand=False)


def report_parts(
    report: Report,
    problem: Problem | None,
    language: Language,
    since: Report | None = None,
    hints_taken: int = 0,
    brief: bool = False,
) -> Group:
    """The report for rich to print; `brief` only counts the checks that pass as they did before."""
    parts: list[Styled | Table | Padding] = [_headline(report, problem, language, since)]
    if report.error:
        parts.append(_indent(Styled(printable(report.error.text.in_language(language))), 2))
        if report.error.code:
            parts.append(_indent(Styled(report.error.code, style="cyan"), 4))
    parts += [_indent(part, 2) for each in report.diagnoses for part in _diagnosis(each, language)]
    if report.lists_checks and any(result.outcome is not Outcome.SKIPPED for result in report.checks):
        parts.append(Styled())
        parts.append(_checks(report.checks, language, since, brief))
    parts += [Styled(f"  {notice.in_language(language)}", style="yellow") for notice in report.notices]
    parts.append(_footer(report, language, hints_taken))
    return Group(*parts)


def _headline(report: Report, problem: Problem | None, language: Language, since: Report | None) -> Styled:
    word = report.verdict.word.in_language(language)
    parts = [Styled(word.upper(), style=f"bold {_COLOURS[report.verdict]}")]
    if report.verdict is not Verdict.ERROR:
        score = Styled(f"{report.score:g} / {report.max_score:g}", style="bold")
        if since and since.score != report.score:
            score.append(f" ({report.score - since.score:+g})", style="bold cyan")
        parts.append(score)
    if problem:
        parts.append(Styled(problem.title.in_language(language)))
    parts.append(Styled(report.submission, style="dim"))
    return Styled("  ").join(parts)


def _diagnosis(diagnosis: Diagnosis, language: Language) -> list[Styled]:
    """A named mistake: what it is, where, why it is one, and how to begin to mend it."""
    what = Styled(diagnosis.what.in_language(language), style="bold")
    space, colon = ("", "：") if language == "zh" else (" ", ": ")
    if diagnosis.numbers.en:
        what.append(f"{space}{diagnosis.numbers.in_language(language)}", style="not bold")
    lines = [what]
    if diagnosis.place and diagnosis.code:
        place = diagnosis.place.in_language(language)
        lines.append(Styled(f"{place}{colon}", style="dim").append(diagnosis.code.strip(), style="cyan"))
    for word, text in ((Text("Why", "原因"), diagnosis.why), (Text("To mend it", "改法"), diagnosis.fix)):
        if text.en:
            label = Styled(f"{word.in_language(language)}{colon}", style="dim")
            lines.append(label.append(text.in_language(language), style="not dim"))
    return [Styled(), *lines]


def _checks(
    results: tuple[CheckResult, ...], language: Language, since: Report | None, brief: bool
) -> Table:
    table = Table.grid(padding=(0, 1), pad_edge=False)
    table.add_column(width=2, justify="right")
    table.add_column(ratio=1)
    table.add_column(justify="right", no_wrap=True)
    told: set[str] = set()
    before = {result.check.id: result.outcome for result in since.checks} if since else {}
    left_out = 0
    for result in results:
        if brief and result.outcome is Outcome.PASSED is before.get(result.check.id, Outcome.PASSED):
            left_out += 1
            continue
        mark, colour = _MARKS[result.outcome]
        title = Styled(result.check.title.in_language(language))
        passed = result.outcome is Outcome.PASSED
        if not passed:
            title.stylize("bold")
            title.append(f" [{result.outcome.word.in_language(language)}]", style=colour)
        earlier = before.get(result.check.id, result.outcome)
        if earlier is not result.outcome:
            was = earlier.word.in_language(language)
            title.append(f" ← 之前：{was}" if language == "zh" else f" ← was {was}", style="bold cyan")
        elif since:
            title.stylize("dim" if passed else "not bold")
        points = f"{result.points:g}/{result.check.points:g}"
        table.add_row(Styled(mark, style=colour), title, Styled(points, style="" if passed else colour))
        for detail in _details(result, language, told):
            table.add_row("", _indent(detail, 2), "")
    if left_out:
        more = Text(f"{left_out} checks pass", f"{left_out} 个检查通过").in_language(language)
        table.add_row(Styled("✓", style="green"), Styled(more, style="dim"), "")
    return table


def _details(result: CheckResult, language: Language, told: set[str]) -> list[Styled]:
    """What there is to say of a check that did not pass; what was said before is not said again."""
    if result.outcome is Outcome.PASSED:
        return []
    details = []
    message = result.message.in_language(language) if result.message else ""
    if message in told:
        return [Styled("同上" if language == "zh" else "the same as above", style="dim")]
    if message:
        told.add(message)
        details.append(Styled(printable(message)))
    if result.code:
        details.append(Styled(result.code.strip(), style="cyan"))
    lines = [line for line in result.output.splitlines() if line.strip()]
    if lines:
        word = "你的代码输出：" if language == "zh" else "your code printed:"
        more = [f"… (+{len(lines) - _PRINTED_LINES})"] if len(lines) > _PRINTED_LINES else []
        shown = [line[:200] for line in lines[:_PRINTED_LINES]]
        details.append(Styled("\n".join([word, *shown, *more]), style="dim"))
    return details


def _footer(report: Report, language: Language, hints_taken: int) -> Styled:
    words = Text(
        f"{report.duration_s:.2f} s · isolation: {report.isolation} · seed {report.seed}",
        f"{report.duration_s:.2f} 秒 · 隔离：{report.isolation} · 种子 {report.seed}",
    )
    hints = Text(f" · hints taken: {hints_taken}", f" · 已用提示：{hints_taken}")
    said = words.in_language(language) + (hints.in_language(language) if hints_taken else "")
    return Styled(said, style="dim")

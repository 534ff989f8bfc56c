"""What `grade watch` shows on a screen, and what its keys do."""

from __future__ import annotations

from pathlib import Path

from rich.console import RenderableType
from rich.text import Text as Styled

from grader.bank import Bank, Problem
from grader.catalogue import Entry, find_entry
from grader.cli.home import look_at, next_parts
from grader.cli.listing import rows_of, table_of
from grader.cli.paint import to_lines
from grader.cli.screen import Screen
from grader.cli.show import statement
from grader.errors import GraderError
from grader.messages import _
from grader.render import report_parts
from grader.report import Report
from grader.statement import for_terminal
from grader.submission import printable
from grader.text import Language, Text


class Watching:
    """One view at a time: the report, a hint, the statement, the list, or what is next."""

    def __init__(
        self, screen: Screen, bank: Bank, problem: Problem, language: Language, option: str, path: Path
    ) -> None:
        self._screen = screen
        self._bank = bank
        self._problem = problem
        self._language = language
        self._option = option
        self._path = path
        self._entry: Entry = find_entry(bank, problem.id)
        self._report: Report | None = None
        self._since: Report | None = None
        self._hints_taken = 0
        self._message = ""
        self._notices: list[str] = []
        self._view = "r"
        self._parts: list[RenderableType] = []
        self._offset = 0

    def say(self, notice: Text) -> None:
        """Keep a notice for the next drawing: written out now, it would go through the screen."""
        self._notices.append(notice.in_language(self._language))

    def on_progress(self, done: int, total: int) -> None:
        if done == 0:
            self._notices.clear()
        self._screen.status(f" {_('Grading …')} {done}/{total}")

    def judged(self, report: Report) -> None:
        """Show a verdict whose mistakes are still being looked for."""
        earlier = self._since, self._report
        self.graded(report, self._hints_taken)
        self.draw()
        self._screen.status(f" {_('looking for the mistake …')}")
        self._since, self._report = earlier

    def graded(self, report: Report, hints_taken: int) -> None:
        """A new report takes the screen."""
        self._since, self._report = self._report, report
        self._hints_taken = hints_taken
        self._message = ""
        self._turn_to("r")

    def unread(self, error: GraderError) -> None:
        """The file is not there, or can't be graded; the last report stays below."""
        self._message = str(error)
        self._turn_to("r")

    def press(self, key: str) -> bool:
        """Do what the key says; False where it ends the watch."""
        if key == "q":
            return False
        rows = self._screen.size()[1]
        steps = {"up": -1, "down": 1, "page up": 2 - rows, "page down": rows - 2}
        if key in steps:
            self._offset += steps[key]
        elif key in ("h", "s", "l", "n", "r"):
            self._turn_to(key)
        else:
            return True
        self.draw()
        return True

    def _turn_to(self, view: str) -> None:
        self._view = view
        self._offset = 0
        try:
            self._parts = self._fill(view)
        except GraderError as error:
            self._parts = [Styled(str(error))]

    def _fill(self, view: str) -> list[RenderableType]:
        if view == "h":
            return self._hint()
        if view == "s":
            return [for_terminal(statement(self._entry, self._language))]
        if view in ("l", "n"):
            entries, so_far = look_at(self._bank, self.say)
            if view == "l":
                return [table_of(rows_of(entries, so_far), self._language)]
            return next_parts(entries, so_far, self._language, self._option)
        return []

    def _hint(self) -> list[RenderableType]:
        from grader.cli.hint import described, take_hint

        taken = take_hint(self._bank, self._entry, None, self.say)
        if taken is None:
            return [Styled(_("There are no hints for this."))]
        self._hints_taken += taken[2]
        return [*described(taken, self._entry, self._language)]

    def draw(self) -> None:
        """Put the view on the screen as it is now."""
        self._screen.resized = False
        columns, rows = self._screen.size()
        lines = self._lines(columns, rows - 1)
        self._offset = max(0, min(self._offset, len(lines) - (rows - 1)))
        self._screen.draw(lines[self._offset :], self._legend(len(lines) > rows - 1))

    def _lines(self, columns: int, rows: int) -> list[str]:
        top: list[RenderableType] = [Styled(printable(each), style="yellow") for each in self._notices]
        if self._view != "r":
            return to_lines([*top, *self._parts], columns)
        if self._message:
            top.append(Styled(printable(self._message), style="yellow"))
        if self._report is None:
            return to_lines(top, columns)
        for brief in (False, True):
            report = report_parts(
                self._report, self._problem, self._language, self._since, self._hints_taken, brief
            )
            lines = to_lines([*top, report], columns)
            # Where there is no room for what passes as before, it is only counted.
            if len(lines) <= rows:
                break
        return lines

    def _legend(self, scrolls: bool) -> str:
        keys = [_("h hint"), _("s statement"), _("l list"), _("n next"), _("q quit")]
        if self._view != "r":
            keys.insert(0, _("r report"))
        if scrolls:
            keys.append(_("↑↓ scroll"))
        return f" {'  '.join(keys)}  │ {printable(self._path.name)}"

    @property
    def last(self) -> Report | None:
        return self._report

"""Writes the README's table of commands from what `--help` says.

python -m tests.readme.commands
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import click

from grader.cli import cli
from grader.words import COMMANDS

README = Path(__file__).resolve().parents[2] / "README.md"
BEGIN, END = "<!-- commands -->\n", "<!-- end of commands -->"
# Of nearly every command; the README says so once.
_COMMON = {"--lang", "--bank", "--help"}


def table() -> str:
    """Each command, what it does, and its options."""
    rows = ["| command | what it does | options |", "| --- | --- | --- |"]
    return "\n".join(rows + [_row(name) for name in ("grade", *sorted(set(COMMANDS) - {"grade"}))]) + "\n"


def with_table(readme: str) -> str:
    """The README with the table as it has to be now."""
    before, begin, rest = readme.partition(BEGIN)
    _, end, after = rest.partition(END)
    assert begin
    assert end
    return f"{before}{BEGIN}{table()}{END}{after}"


def _row(name: str) -> str:
    with click.Context(cli) as parent:
        command = cli.get_command(parent, name)
        assert command is not None
        ctx = click.Context(command, info_name="grade" if name == "grade" else f"grade {name}")
        words = [word for word in command.collect_usage_pieces(ctx) if word != "[OPTIONS]"]
        what = re.split(r"(?<=\.)\s", (command.help or "").strip())[0].rstrip(".")
        options = ", ".join(f"`{option}`" for option in _options(command))
        call = " ".join([str(ctx.info_name), *words]).replace("|", "\\|")
        return f"| `{call}` | {' '.join(what.split())} | {options} |"


def _options(command: click.Command) -> Iterator[str]:
    for parameter in command.params:
        if isinstance(parameter, click.Option) and not _COMMON & set(parameter.opts):
            yield parameter.opts[0]


if __name__ == "__main__":
    README.write_text(with_table(README.read_text(encoding="utf-8")), encoding="utf-8")

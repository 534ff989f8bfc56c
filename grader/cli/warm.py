"""`grade warm`: the server that keeps libraries imported between two grades."""

from __future__ import annotations

import os
import subprocess
import sys
import time

import click

from grader.cli.language import language_option
from grader.errors import SandboxError
from grader.messages import _
from grader.warm.client import ask, connect, is_allowed

_START_S = 60.0


@click.command()
@click.option("--start", "action", flag_value="start", help="Start it, also where there is no terminal.")
@click.option("--stop", "action", flag_value="stop", help="Stop it.")
@click.option(
    "--status", "action", flag_value="status", default=True, help="Say whether it runs (the default)."
)
@language_option
def warm(action: str, lang: str | None) -> int:  # noqa: ARG001 - read before anything is parsed
    """Keep libraries ready between two grades.

    The first grade in a terminal starts it; it goes after ten idle minutes. `--no-warm`, the
    environment variable GRADE_WARM=0 and continuous integration (CI) do without it.
    """
    if action == "stop":
        _ask("stop")
        click.echo(_("The warm server is stopped."))
        return 0
    if action == "start" and _ask("status") is None:
        server = start()
        deadline = time.monotonic() + _START_S
        while _ask("status") is None:
            # One that leaves the place to another, which is on its way, ends with 0.
            if server.poll() or time.monotonic() > deadline:
                raise SandboxError(_("the warm server did not start. `grade doctor` may say why."))
            time.sleep(0.02)
    status = _ask("status")
    if status is None:
        click.echo(_("No warm server runs. `grade warm --start` starts one."))
        return 1
    kinds = ", ".join(status["warm"])
    click.echo(
        _(
            "A warm server runs (process {pid}, {up_s} s, {graded} grades, ready: {kinds}, "
            "isolation: {isolation})."
        ).format(**{**status, "kinds": kinds})
    )
    return 0


def _ask(op: str) -> dict | None:  # type: ignore[type-arg]
    connection = connect()
    if connection is None:
        return None
    with connection:
        return ask(connection, {"op": op}, [])


def start() -> subprocess.Popen[bytes]:
    """Start the server in the background, on its own."""
    return subprocess.Popen(
        [sys.executable, "-P", "-m", "grader.warm.server"],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        cwd="/",
        start_new_session=True,
    )


def start_after_a_grade() -> None:
    """Start it for the next grade, where a person sits at a terminal and has not refused."""
    if is_allowed() and sys.stdin.isatty() and sys.stdout.isatty() and os.name == "posix":
        connection = connect()
        if connection is None:
            start()
        else:
            connection.close()

"""`grade completion SHELL`: what makes a shell complete this command's words and problem ids."""

from __future__ import annotations

import click
from click.shell_completion import get_completion_class

from grader.errors import UsageError
from grader.messages import _


@click.command()
@click.argument("shell", metavar="bash|zsh|fish", type=click.Choice(["bash", "zsh", "fish"]))
def completion(shell: str) -> int:
    """Print the script for completion in a shell.

    grade completion bash >> ~/.bashrc, the same for zsh, or for fish
    grade completion fish > ~/.config/fish/completions/grade.fish
    """
    kind = get_completion_class(shell)
    if kind is None:
        raise UsageError(_("{shell} can't be completed here.").format(shell=shell))
    from grader.cli import cli

    script = kind(cli, {}, "grade", "_GRADE_COMPLETE")
    # Its own `source` would start the shell to ask for its version.
    click.echo(script.source_template % script.source_vars())
    return 0

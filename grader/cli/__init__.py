"""The command line: parse, call the library, print. Data on stdout, everything else on stderr."""

from __future__ import annotations

import importlib
import os
import signal
import sys
from types import FrameType

import click
from click.shell_completion import CompletionItem

from grader import __version__, messages
from grader.cli.language import chosen_language, language_of, language_option
from grader.cli.localize import localize
from grader.errors import GraderError, UsageError
from grader.messages import _
from grader.words import COMMANDS

EXIT_USAGE, EXIT_ERROR, EXIT_INTERRUPTED, EXIT_TERMINATED = 2, 3, 130, 143


class _Group(click.Group):
    """`grade PROBLEM …` is `grade grade PROBLEM …`: the first word that is no command is a problem.

    A command's module, with all that it imports, is loaded when it is called.
    """

    def list_commands(self, _ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, _ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module, name = COMMANDS[cmd_name]
        command = getattr(importlib.import_module(f"grader.cli.{module}"), name)
        if not isinstance(command, click.Command):
            return None
        localize(command)
        return command

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """The first word may be a problem, too."""
        from grader.cli.arguments import completions, problem_ids

        ids = completions(problem_ids(ctx, "code"), incomplete)
        return [*super().shell_complete(ctx, incomplete), *ids]

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args and self.get_command(ctx, args[0]) is None:
            args = ["grade", *args]
        return super().resolve_command(ctx, args)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        # Options may stand before the problem, as anybody would try.
        own = {name for parameter in self.params for name in parameter.opts}
        if (
            args
            and args[0].startswith("-")
            and args[0].partition("=")[0] not in own
            and args[0] not in ("--help", "-h")
        ):
            args = ["grade", *args]
        return super().parse_args(ctx, args)


@click.group(
    cls=_Group,
    invoke_without_command=True,
    subcommand_metavar="PROBLEM [SUBMISSION] | COMMAND",
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(__version__, prog_name="grade")
@language_option
@click.pass_context
def cli(ctx: click.Context, lang: str | None) -> None:
    """Grade a solution of an ML-from-scratch problem with hidden checks.

    grade PROBLEM [SUBMISSION] runs the checks of PROBLEM on the file SUBMISSION (./PROBLEM.py, with
    underscores, or the notebook of that name where none is given) in a sandbox.

    Exit codes: 0 every check passed, 1 something is not right yet, 2 used wrongly, 3 the grader
    could not do its work, 130 interrupted.
    """
    if ctx.invoked_subcommand is None:
        from grader.cli.home import home

        home(chosen_language(lang))


_terminated = False


def _terminate(_number: int, _frame: FrameType | None) -> None:
    """SIGTERM and SIGHUP end everything as Ctrl-C does, with an exit code of their own."""
    global _terminated  # noqa: PLW0603 - a signal handler has nowhere else to say it
    _terminated = True
    raise KeyboardInterrupt


def run(arguments: list[str] | None = None) -> int:
    """Run the command line (of this process, where none is given) and give its exit code."""
    signal.signal(signal.SIGTERM, _terminate)
    signal.signal(signal.SIGHUP, _terminate)
    messages.use(language_of(sys.argv[1:] if arguments is None else arguments))
    localize(cli)
    try:
        code = cli.main(arguments, prog_name="grade", standalone_mode=False)
        sys.stdout.flush()
        return code if isinstance(code, int) else 0
    except click.ClickException as error:
        return _complain(error.format_message().replace("\n", " "), EXIT_USAGE)
    except UsageError as error:
        return _complain(str(error), EXIT_USAGE)
    except GraderError as error:
        return _complain(str(error), EXIT_ERROR)
    except (KeyboardInterrupt, click.Abort):
        pass
    except BrokenPipeError:
        # Whoever read our output has gone; Python must not complain of it at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return EXIT_ERROR
    except OSError as error:
        return _complain(_("the system refused: {error}").format(error=error), EXIT_ERROR)
    except Exception as error:
        # A fault of ours that nobody foresaw: never a traceback, never the candidate's fault.
        said = _("internal error, please report it: {kind}: {error}")
        return _complain(said.format(kind=type(error).__name__, error=error), EXIT_ERROR)
    click.echo(f"grade: {_('interrupted.')}", err=True)
    return EXIT_TERMINATED if _terminated else EXIT_INTERRUPTED


def _complain(message: str, code: int) -> int:
    click.echo(f"grade: {message}", err=True)
    return code

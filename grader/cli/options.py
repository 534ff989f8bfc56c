"""Options that several commands take alike."""

from __future__ import annotations

from pathlib import Path

import click

ISOLATIONS = ("bubblewrap", "sandlock", "process")

seed_option = click.option(
    "--seed",
    type=click.IntRange(0, 2**32 - 1),
    default=0,
    show_default=True,
    help="Draw the checks' inputs from this seed.",
)
isolation_option = click.option(
    "--isolation", type=click.Choice(ISOLATIONS), help="Use this sandbox and no other."
)
feedback_option = click.option(
    "--feedback",
    type=click.Choice(["full", "brief", "none"]),
    default="full",
    show_default=True,
    help="What to tell beyond verdict and score: full in practice, brief in an interview, none in an exam.",
)
bank_option = click.option(
    "--bank", "bank_folder", type=click.Path(path_type=Path), help="Take problems from this folder."
)
format_option = click.option(
    "--format", "format_", type=click.Choice(["text", "json"]), default="text", help="How to report."
)

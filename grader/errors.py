"""What can go wrong that is not the candidate's: one class for each whose fault it is."""

from __future__ import annotations


class GraderError(Exception):
    """One line that says what was wrong, what was seen and what to do next."""


class UsageError(GraderError):
    """The command was used wrongly (exit code 2)."""


class BankError(GraderError):
    """A problem's author made a mistake: names the file and the key (exit code 3)."""


class SandboxError(GraderError):
    """The sandbox or the worker could not do its work (exit code 3)."""

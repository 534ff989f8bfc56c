"""The command line's own words, which no problem may be called.

Imported by the thin client: nothing else belongs here.
"""

from __future__ import annotations

# Where each command is: its module in `grader.cli`, and its name there.
COMMANDS: dict[str, tuple[str, str]] = {
    "ask": ("ask", "ask"),
    "completion": ("completion", "completion"),
    "doctor": ("doctor", "doctor"),
    "export": ("exchange", "export"),
    "grade": ("grade", "grade"),
    "hint": ("hint", "hint"),
    "history": ("history", "history"),
    "import": ("exchange", "import_"),
    "list": ("listing", "list_"),
    "next": ("home", "next_"),
    "progress": ("overview", "progress"),
    "show": ("show", "show"),
    "start": ("start", "start"),
    "verify": ("verify", "verify"),
    "warm": ("warm", "warm"),
    "watch": ("watch", "watch"),
}
RESERVED = frozenset({*COMMANDS, "help"})

"""What messages say, but for what differs from run to run and from person to person."""

from __future__ import annotations

import re
from typing import Any

from grader.text import Text


def sentence(message: Text | None) -> str:
    """What a check's message says was seen, but for the numbers."""
    seen = message.en.partition(";")[0] if message else ""
    return re.sub(r"-?\d+(?:\.\d+)?(?:e[+-]?\d+)?|\b(?:nan|inf)\b", "#", seen)


def error_text(reply: dict[str, Any]) -> str:
    """What an exception said, but for numbers, paths and names: a library's words."""
    raised = reply.get("raised")
    message = raised.get("message") if type(raised) is dict else None
    return re.sub(r"'[^']*'|\S*/\S*|\d+", "#", message) if type(message) is str else ""

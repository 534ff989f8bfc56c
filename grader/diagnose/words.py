"""What messages say, but for what differs from run to run and from person to person."""

from __future__ import annotations

import re
from typing import Any

from grader.text import Text

_NUMBER = re.compile(r"-?\d+(?:\.\d+)?(?:e[+-]?\d+)?|\b(?:nan|inf)\b")


def told_alike(message: Text | None, other: Text | None) -> bool:
    """Whether two messages of a check say the same of what was seen, but for the numbers.

    What the numbers say by themselves, a factor or an order, may be told of one of them alone.
    """
    (seen, more), (others_seen, others_more) = _parts(message), _parts(other)
    return seen == others_seen and (more == others_more or not (more and others_more))


def has_number(message: Text | None) -> bool:
    """Whether a message quotes one; words alone are said of many mistakes."""
    return bool(message and _NUMBER.search(message.en))


def _parts(message: Text | None) -> tuple[str, str]:
    """What a message says was seen, and what it says of the numbers after that, its reason apart."""
    text = _NUMBER.sub("#", message.en) if message else ""
    seen, _, rest = text.partition(";")
    return seen, rest.partition(". ")[2].partition(":")[0].rstrip(".")


def error_text(reply: dict[str, Any]) -> str:
    """What an exception said, but for numbers, paths and names: a library's words."""
    raised = reply.get("raised")
    message = raised.get("message") if type(raised) is dict else None
    return re.sub(r"'[^']*'|\S*/\S*|[\w.<>]+(?=\(\))|\d+", "#", message) if type(message) is str else ""

"""The command's own messages in the language that a person reads.

English is what stands in the source; other languages come from `locale/<language>/LC_MESSAGES`.
"""

from __future__ import annotations

import gettext
import os

from grader.text import Language

DOMAIN = "grade"
FOLDER = os.path.join(os.path.dirname(os.path.abspath(__file__)), "locale")

_language: Language = "en"
_catalogs: dict[Language, gettext.NullTranslations] = {"en": gettext.NullTranslations()}


def use(language: Language) -> None:
    """From now on messages are given in that language."""
    global _language  # noqa: PLW0603 - a process speaks one language, and every message asks which
    _language = language
    # click asks gettext itself, which reads the language from here.
    gettext.bindtextdomain(DOMAIN, FOLDER)
    gettext.textdomain(DOMAIN)
    os.environ["LANGUAGE"] = language


def current() -> Language:
    return _language


def _(message: str) -> str:
    """`message` in the language in use."""
    return _catalog().gettext(message)


def counted(one: str, many: str, number: int) -> str:
    """The form of the message that goes with `number`."""
    return _catalog().ngettext(one, many, number)


def _catalog() -> gettext.NullTranslations:
    if _language not in _catalogs:
        _catalogs[_language] = gettext.translation(DOMAIN, FOLDER, [_language], fallback=True)
    return _catalogs[_language]

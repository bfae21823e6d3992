"""Messages and words in a language that is handed in."""

from __future__ import annotations

import gettext
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qms_xlsx.language.messages import Message
from qms_xlsx.language.numbers import show
from qms_xlsx.language.symbols import day
from qms_xlsx.language.text import without_controls

if TYPE_CHECKING:
    from collections.abc import Callable

VIETNAMESE, ENGLISH = LANGUAGES = ("vi", "en")
"""All that leaves the office is Vietnamese; the terminal and JSON speak what is asked for."""


def text(told: Message, language: str) -> str:
    """Return a message's sentence.

    >>> text(Message("{n} errors", {"n": 3}), "vi"), text(Message("{n} errors", {"n": 3}), "en")
    ('3 lỗi', '3 errors')
    """
    values = {key: _shown(value, language) for key, value in told.values.items()}
    return word(told.id, language).format(**values)


def word(message_id: str, language: str) -> str:
    """Return what an id without values says; nothing for none."""
    return _said(language)(message_id) if message_id else ""


@cache
def _said(language: str) -> Callable[[str], str]:
    if language == ENGLISH:
        return str
    folder = Path(__file__).parents[1] / "locale"
    return gettext.translation("qms_xlsx", folder, languages=[language]).gettext


def _shown(value: Any, language: str) -> Any:
    if isinstance(value, Message):
        return text(value, language)
    if isinstance(value, date):
        return day(value)
    if isinstance(value, float):
        return show(value)
    return without_controls(value) if isinstance(value, str) else value

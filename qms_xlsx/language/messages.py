"""Messages: English ids, shown in the reader's language through gettext."""

from __future__ import annotations

import gettext
import os
from contextvars import ContextVar
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

LANGUAGES = ("vi", "en")
DEFAULT_LANGUAGE = "vi"
_language: ContextVar[str] = ContextVar("qms_xlsx_language", default="")


def N_(message_id: str) -> str:  # noqa: N802 (the name that extraction tools know)
    """Mark a text for translation without translating it."""
    return message_id


@dataclass(frozen=True, slots=True)
class Message:
    """A translatable sentence with its values; becomes text only at the edge.

    >>> str(Message("{n} rows", {"n": 3})) in ("3 rows", "3 dòng")
    True
    """

    id: str
    values: dict[str, Any] = field(default_factory=dict, hash=False)

    def __str__(self) -> str:
        shown = {key: _shown(value) for key, value in self.values.items()}
        return translate(self.id).format(**shown)


def message(message_id: str, **values: Any) -> Message:
    """Return a message; its id is extracted for translation."""
    return Message(message_id, values)


def translate(message_id: str) -> str:
    """Return the text of an id in the current language."""
    return _catalogue(language()).gettext(message_id) if message_id else ""


def language() -> str:
    """Return the language of messages: as set, else QMS_XLSX_LANG, else Vietnamese."""
    chosen = _language.get() or os.environ.get("QMS_XLSX_LANG", "")
    return chosen if chosen in LANGUAGES else DEFAULT_LANGUAGE


def set_language(code: str) -> None:
    """Choose the language of messages for this context; '' goes back to the default."""
    _language.set(code)


@cache
def _catalogue(code: str) -> gettext.NullTranslations:
    if code == "en":
        return gettext.NullTranslations()
    folder = Path(__file__).parents[1] / "locale"
    return gettext.translation("qms_xlsx", folder, languages=[code], fallback=True)


def _shown(value: Any) -> Any:
    if isinstance(value, float):
        from qms_xlsx.language.numbers import show  # noqa: PLC0415 (domain needs messages too)

        return show(value)
    return value

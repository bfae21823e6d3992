"""Messages: English ids with their values; `say` turns them into words of a language."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any


def N_(message_id: str) -> str:  # noqa: N802 (the name that extraction tools know)
    """Mark a text for translation without translating it."""
    return message_id


@dataclass(frozen=True, slots=True)
class Message:
    """A sentence to be said: its English id and its values, which may be messages too."""

    id: str
    values: dict[str, Any] = field(default_factory=dict, hash=False)
    doubtful: bool = False
    """Whether it tells of words that two people may read differently."""


def message(message_id: str, **values: Any) -> Message:
    """Return a message; its id is extracted for translation."""
    return Message(message_id, values)


def doubt(message_id: str, **values: Any) -> Message:
    """Return a message about words that two people may read differently."""
    return Message(message_id, values, doubtful=True)

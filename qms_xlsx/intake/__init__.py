"""Opens what people sent, safely: values come out, or the reason why not."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # the process that reads needs no reader
    from typing import Any

    from qms_xlsx.intake.book import Book, Place, Refused, Sheet
    from qms_xlsx.intake.folder import spreadsheets
    from qms_xlsx.intake.reader import Reader, read

__all__ = [
    "Book",
    "Place",
    "Reader",
    "Refused",
    "Sheet",
    "read",
    "spreadsheets",
]

_HOMES = {
    "Book": "book",
    "Place": "book",
    "Reader": "reader",
    "Refused": "book",
    "Sheet": "book",
    "read": "reader",
    "spreadsheets": "folder",
}


def __getattr__(name: str) -> Any:
    """Import a name of this room when it is first asked for."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)

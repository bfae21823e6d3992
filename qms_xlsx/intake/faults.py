"""Faults of files: findings without a file's name yet, and the exception that ends a reading."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from qms_xlsx.codes.catalogue import finding
from qms_xlsx.domain.finding import Place
from qms_xlsx.language.messages import Message

if TYPE_CHECKING:
    from qms_xlsx.domain.finding import Finding


class RefusedError(Exception):
    """Ends the reading of a file with a fault."""

    def __init__(self, found: Finding) -> None:
        super().__init__(found.code)
        self.fault = found

    def on(self, sheet: str = "", part: str = "") -> RefusedError:
        """Return the refusal with the sheet and the part that it is about."""
        about = self.fault
        values = about.values if about.values.get("part", part) else {**about.values, "part": part}
        place = replace(about.place, sheet=about.place.sheet or sheet)
        return RefusedError(replace(about, place=place, values=values))


def fault(code: str, sheet: str = "", cell: str = "", **values: Any) -> Finding:
    """Return the finding of a code in a file that whoever opened it will name."""
    for key, value in values.items():
        if isinstance(value, int) and value >= 10_000:
            values[key] = float(value)  # shown with its thousands apart
    values |= {"cell": cell} if cell else {}
    return finding(code, Place("", sheet, cell), **values)


def refuse(code: str, sheet: str = "", cell: str = "", **values: Any) -> RefusedError:
    """Return the exception that refuses the file with this fault."""
    return RefusedError(fault(code, sheet, cell, **values))


def damaged(reason: str) -> RefusedError:
    """Return the exception that refuses a file that is not whole."""
    return refuse("F105", reason=Message(reason))

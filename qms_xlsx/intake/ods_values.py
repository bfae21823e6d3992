"""What a cell of an OpenDocument table holds, by its attributes and its text."""

from __future__ import annotations

import re
from datetime import datetime
from functools import lru_cache
from typing import TYPE_CHECKING

from qms_xlsx.intake.formats import serial_of

if TYPE_CHECKING:
    from collections.abc import Mapping

EPOCH = datetime(1899, 12, 30)
_NUMBER = re.compile(r"\s*[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]{1,3})?\s*")
_DURATION = re.compile(r"(-?)PT?(?:([0-9]+)H)?(?:([0-9]+)M)?(?:([0-9]+(?:\.[0-9]*)?)S)?")
_NAMESPACE = re.compile(r".*:(?:xmlns:)?(\w+?)(?::1\.[0-9])?")
_TYPED = 10_959 - 1_462  # a smaller number of days is a number that was typed
_VALUES = ("office:value", "office:boolean-value", "office:date-value", "office:time-value")


@lru_cache(maxsize=1024)
def short_name(name: str) -> str:
    """Return a name with its usual prefix, whatever prefix the file has for it."""
    space, _, local = name.rpartition(" ")
    found = _NAMESPACE.fullmatch(space)
    return f"{found[1] if found else space}:{local}"


def value_of(about: Mapping[str, str], text: str, null_date: datetime) -> object:
    """Return what a cell holds, '' when it is blank, None where it cannot be told."""
    kind = about.get("office:value-type", "")
    stored = written(about).strip()
    match kind:
        case "float" | "currency" | "percentage":
            return float(stored) if _NUMBER.fullmatch(stored) else None
        case "boolean":
            return {"true": True, "false": False}.get(stored)
        case "date":
            moment = moment_of(stored)
            return None if moment is None else _serial(moment, null_date)
        case "time":
            return _fraction(stored)
        case "string" | "":
            return "" if kind == "" and "table:formula" in about else text
        case "void":
            return ""
    return None


def _serial(moment: datetime, null_date: datetime) -> float:
    """Return a day as the number that it is counted by where dates are counted as in Excel.

    A number typed under a date's format counts from the file's own first day.
    """
    own = (moment - null_date).total_seconds() / 86_400
    return own if own < _TYPED else serial_of(moment)


def written(about: Mapping[str, str]) -> str:
    """Return a cell's value as the file writes it, '' where it has none."""
    return next((about[key] for key in _VALUES if key in about), "")


def moment_of(text: str) -> datetime | None:
    """Return the moment that a text such as 2024-06-14 writes, None for no moment."""
    try:
        return datetime.fromisoformat(text.strip()[:26].removesuffix("Z")).replace(tzinfo=None)
    except ValueError:
        return None


def _fraction(text: str) -> float | None:
    """Return the part of a day that a duration such as PT12H30M is."""
    found = _DURATION.fullmatch(text)
    if found is None or not any(found.groups()[1:]):
        return None
    hours, minutes, seconds = (float(part or 0) for part in found.groups()[1:])
    days = (hours * 3600 + minutes * 60 + seconds) / 86_400
    return -days if found[1] else days

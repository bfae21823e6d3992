"""Number formats: which cells show a date, a time or a percentage."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING

from qms_xlsx.intake import limits, markup

if TYPE_CHECKING:
    from collections.abc import Mapping

DATE, MONTH, TIME, PERCENT = "date", "month", "time", "percent"
OLDEST = 10_959
"""The serial of 1/1/1930: nobody types an older date, for Excel reads 30 to 99 as 19xx."""
_LAST = 2_958_466  # the day after 31/12/9999
_EPOCH = datetime(1899, 12, 30)
_SHIFT_1904 = 1_462

_BUILT_IN = {
    **dict.fromkeys((9, 10), PERCENT),
    **dict.fromkeys((14, 15, 16, 22), DATE),
    17: MONTH,
    **dict.fromkeys((18, 19, 20, 21, 45, 46, 47), TIME),
    **dict.fromkeys((27, 28, 29, 30, 31, 36), DATE),  # of East Asian Excels, as are 50 to 58
    **dict.fromkeys((50, 51, 52, 53, 54, 57, 58), DATE),
}
_QUOTED = re.compile(r'"[^"]*"?|\\.|[_*].')
_ELAPSED = re.compile(r"\[(?:h+|m+|s+)\]", re.IGNORECASE)
_BRACKETS = re.compile(r"\[[^\]]*\]?")
_WORDS = frozenset(("general", "standard", "estándar", "@"))
_LONGEST_CODE = 255  # Excel's own


def kind_of(number: int, code: str | None) -> str:
    """Return what a number format shows, '' for a plain number; its code wins over its number.

    A month is what Excel makes of a typed 5/2024.

    >>> kind_of(14, None), kind_of(50, "#,##0.00"), kind_of(164, "mmm-yy"), kind_of(9, None)
    ('date', '', 'month', 'percent')
    """
    if code is None:
        return _BUILT_IN.get(number, "")
    shown = code[:_LONGEST_CODE].lower().partition(";")[0]
    if shown.strip() in _WORDS:
        return ""
    elapsed = bool(_ELAPSED.search(shown))
    letters = _BRACKETS.sub("", _QUOTED.sub("", shown))
    if "%" in letters:
        return PERCENT
    clock = elapsed or bool({"h", "s"} & set(letters))
    if "y" in letters or "d" in letters or ("m" in letters and not clock):
        return DATE if "d" in letters or clock else MONTH
    return TIME if clock else ""


@lru_cache(maxsize=64)  # forms from one template have the same styles
def by_style(styles: bytes) -> Mapping[int, str]:
    """Return what the cell styles of a styles part show, by number; plain ones are left out."""
    codes: dict[int, str] = {}
    found: dict[int, str] = {}
    inside, count = False, 0

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal inside, count
        local = name.rpartition(" ")[2]
        if local == "numFmt":
            codes[_number(attributes.get("numFmtId"))] = attributes.get("formatCode", "")
        elif local == "cellXfs":
            inside = True
        elif local == "xf" and inside:
            number = _number(attributes.get("numFmtId"))
            if shown := kind_of(number, codes.get(number)):
                found[count] = shown
            count += 1

    def end(name: str) -> None:
        nonlocal inside
        inside = inside and name.rpartition(" ")[2] != "cellXfs"

    if styles:
        markup.check_size(styles, limits.STRUCTURE_BYTES)
        markup.parse(styles, start, end, separator=" ")
    return found


def _number(text: str | None) -> int:
    plain = (text or "").strip()
    return int(plain) if plain.isascii() and plain.isdigit() and len(plain) < 10 else 0


def shown_value(value: float, kind: str, *, from_1904: bool = False) -> object:
    """Return what a number means under its format: a day, a time of day, or the number itself.

    A number that no date is likely for stays the number that was typed.
    """
    if kind == TIME:
        return time_of(value) if 0 < value < 1 else value
    if kind not in (DATE, MONTH):
        return value
    serial = value + _SHIFT_1904 if from_1904 else value
    if not OLDEST <= serial < _LAST:
        return value
    return day_of(serial)


def day_of(serial: float) -> date:
    """Return the day of a serial number, with its time where it has one."""
    whole = int(serial)
    moment = _EPOCH + timedelta(days=whole, seconds=round((serial - whole) * 86_400))
    return moment.date() if serial == whole else moment


def time_of(fraction: float) -> time:
    """Return the time of day of a fraction, to the second."""
    return (_EPOCH + timedelta(seconds=min(round(fraction * 86_400), 86_399))).time()


def serial_of(moment: datetime) -> float:
    """Return the serial number of a moment, days since 30/12/1899."""
    return (moment - _EPOCH) / timedelta(days=1)

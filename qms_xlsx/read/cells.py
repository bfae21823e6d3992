"""What cells hold, as dates, yes or no, and words of a list."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from qms_xlsx.language import numbers
from qms_xlsx.language.numbers import significant
from qms_xlsx.language.text import bare

if TYPE_CHECKING:
    from qms_xlsx.read.tables import Cell

_DMY = re.compile(r"(?:ngày )?(\d{1,2})\s*[/.\-]\s*(\d{1,2})(?:\s*[/.\-]\s*(\d{4}))?")
_WORDS = re.compile(r"(?:ngay )?(\d{1,2}) thang (\d{1,2})(?: nam (\d{4}))?")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ].*)?")
_EPOCH = date(1899, 12, 30)
_DAY = timedelta(days=1)
_OLDEST_TYPED_YEAR = 1930
_LEAP_ERROR = 60
"""Before this serial Excel counts one day too few: its 1900 is a leap year."""
_LAST_SERIAL = 2_958_465
_SERIALS = (20_000, 80_000)
"""Serial numbers between 1954 and 2119 are dates; others are not."""

_WINGDINGS = {"\uf0fc": True, "\uf0fb": False, "\uf0fe": True, "\uf0fd": False}
"""Ticks and crosses of the symbol font, as Unicode shows them."""
YES_WORDS = frozenset(
    ("co", "x", "v", "yes", "y", "true", "1", "dat", "roi", "co roi", "da co", "da dat", "duoc",
     "ok", "✓", "✔", "☑", "√", *(mark for mark, yes in _WINGDINGS.items() if yes))
)  # fmt: skip
NO_WORDS = frozenset(
    ("khong", "no", "n", "false", "0", "khong dat", "khong co", "chua", "chua dat", "chua co", "k",
     "ko", "kh", "✗", "✘", "✖", *(mark for mark, yes in _WINGDINGS.items() if not yes))
)  # fmt: skip


class InvalidCell(ValueError):
    """A cell that does not hold what its column asks for."""


def as_date(cell: Cell | None, year: int | None = None) -> date | None:
    """Return the day a cell names (None when blank); day and month alone take `year`.

    Raises InvalidCell when it names none.
    """
    if cell is None:
        return None
    value = cell.value
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    if isinstance(value, int | float) and _SERIALS[0] < value < _SERIALS[1]:
        return _EPOCH + timedelta(days=int(value))
    return written_date(cell.text, year)


def written_date(text: str, year: int | None = None) -> date:
    """Return the day that a text writes; day and month alone take `year`.

    Raises InvalidCell when it writes none.

    >>> written_date("20/6/2024"), written_date("15/6", 2024)
    (datetime.date(2024, 6, 20), datetime.date(2024, 6, 15))
    """
    if found := _ISO.fullmatch(text):
        parts = tuple(int(part) for part in found.groups())
    elif found := _DMY.fullmatch(text) or _WORDS.fullmatch(bare(text)):
        day, month, written = found.groups()
        parts = (int(written or year or 0), int(month), int(day))
    else:
        raise InvalidCell(text)
    try:
        return date(*parts)
    except ValueError:
        raise InvalidCell(text) from None


def number_shown_as_date(value: object) -> float | None:
    """Return the number that a date of long ago is; None for others.

    Excel reads a year of two digits from 30 on as 19xx, so nobody types an older date by chance.

    >>> number_shown_as_date(datetime(1900, 1, 12)), number_shown_as_date(datetime(2024, 4, 3))
    (12.0, None)
    """
    if not isinstance(value, date) or value.year >= _OLDEST_TYPED_YEAR:
        return None
    at = value if isinstance(value, datetime) else datetime(value.year, value.month, value.day)
    days = (at.replace(tzinfo=None) - datetime(_EPOCH.year, _EPOCH.month, _EPOCH.day)) / _DAY
    return days - 1 if days <= _LEAP_ERROR else days


def shown_serial(number: float) -> str:
    """Return the day that a spreadsheet shows for a number under a date's format.

    >>> shown_serial(0), shown_serial(59), shown_serial(60), shown_serial(61)
    ('0/1/1900', '28/2/1900', '29/2/1900', '1/3/1900')
    """
    serial = int(number)
    if serial in (0, _LEAP_ERROR):  # days that never were
        return "0/1/1900" if serial == 0 else "29/2/1900"
    if serial > _LAST_SERIAL:
        return "#####"
    day = _EPOCH + timedelta(days=serial + (serial < _LEAP_ERROR))
    return f"{day.day}/{day.month}/{day.year}"


def as_number(cell: Cell | None) -> float | None:
    """Return the number in a cell (None when blank), Vietnamese notation in texts.

    A number shown as a percentage is what is shown: 95 for 95 %.

    Raises InvalidCell when it holds none.
    """
    if cell is None:
        return None
    if numbers.is_number(cell.value):
        percent = cell.shown == "percent"  # 0.95 is stored where 95 % was typed
        return significant(cell.value * 100) if percent else float(cell.value)
    try:
        return numbers.parse(cell.text)
    except numbers.InvalidNumber:
        raise InvalidCell(cell.text) from None


def as_yes_no(cell: Cell | None) -> bool | None:
    """Return what a cell answers (None when blank); raises InvalidCell when it does not."""
    if cell is None:
        return None
    if isinstance(cell.value, bool):
        return cell.value
    word = bare(cell.text).strip(" .!")
    if word in YES_WORDS:
        return True
    if word in NO_WORDS:
        return False
    raise InvalidCell(cell.text)


def listed(text: str) -> tuple[str, ...]:
    """Return the items of a cell that lists several behind ';' or on lines.

    >>> listed("TL-1; TL-2a")
    ('TL-1', 'TL-2a')
    """
    pieces = (piece.strip() for piece in re.split(r"[;\n]", text))
    return tuple(piece for piece in pieces if piece)

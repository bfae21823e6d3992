"""Years in words: what a text of one year says when it is taken over into the next."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_YEAR = r"(?:19|20)\d\d"
_DATE = rf"\d{{1,2}}(?:\s*[/.\-]\s*|\s+tháng\s+)\d{{1,2}}(?:\s*[/.\-]\s*|\s+năm\s+){_YEAR}"
_NUMBERED = rf"\d+\s*/\s*(?:{_YEAR}\s*/\s*)?[A-ZĐ][A-ZĐa-zđ]*(?:-[\wĐđ]+)*"
_PAPER = (
    r"(?:quyết\s+định|nghị\s+quyết|nghị\s+định|thông\s+tư|chỉ\s+thị|công\s+văn|thông\s+báo|"
    r"kết\s+luận|hướng\s+dẫn)"
)
_TOKEN = re.compile(
    rf"""
    (?P<cited>{_NUMBERED}(?:\s*,?\s*(?:ngày\s+)?{_DATE})?     # 59/QĐ-UBND ngày 22/3/2024
      |{_PAPER}\s+(?:[^\s;.,]+\s+){{0,4}}?ngày\s+{_DATE}      # Nghị quyết ngày 22/3/2024
      |\bluật\s+[^;.,\n]{{0,60}}?\b{_YEAR}                    # Luật Đất đai năm 2024
      |\d:{_YEAR}                                             # 9001:2015
      |\btừ\s+(?:năm\s+)?{_YEAR}(?!\s*[-–—])                  # từ năm 2023
      |\bgiai\s+đoạn\s+(?:từ\s+)?(?:năm\s+)?{_YEAR}(?:\s*(?:[-–—]|đến)\s*(?:năm\s+)?{_YEAR})?)
    |(?P<range>(?<![\d/.\-]){_YEAR}\s*[-–—]\s*{_YEAR}(?!\d))  # năm học 2023-2024
    |(?P<date>(?<!\d){_DATE}(?!\d))
    |(?P<year>(?<![\d,:]){_YEAR}(?![\d]|[.,]\d))
    """,
    re.IGNORECASE | re.VERBOSE,
)
_NAMED = re.compile(r"(?:năm|/|-|–|\.)\s*$", re.IGNORECASE)
"""What stands before a number that is a year and no amount."""
_DAY = re.compile(r"(\d{1,2})(\D+)(\d{1,2})(\D+)(\d{4})")
_AROUND = 24
"""Letters shown on both sides of words that stay."""


@dataclass(frozen=True, slots=True)
class YearsMoved:
    """A text with its years moved on, and the passages whose year near them stays."""

    text: str
    kept: tuple[str, ...] = ()


def moved_on(text: str, year: int, *, deadline: bool = False, amounts: bool = False) -> YearsMoved:
    """Return what a text of a year says in the next one.

    Last year and this one move; the number and date of another paper, a law, a span of years and
    what began in a year stay. In a deadline the year after moves too; where `amounts` stand, only
    a number that is called a year does.

    >>> moved_on("Tháng 12/2023 – Tháng 01/2024", 2024, deadline=True).text
    'Tháng 12/2024 – Tháng 01/2025'
    >>> moved_on("Chương trình năm 2024 theo Quyết định số 06/QĐ-UBND ngày 05/01/2024", 2024)
    YearsMoved(text='Chương trình năm 2025 theo Quyết định số 06/QĐ-UBND ngày 05/01/2024', \
kept=('Quyết định số 06/QĐ-UBND ngày 05/01/2024',))
    >>> moved_on("năm học 2023-2024; giai đoạn 2021-2025", 2024).text
    'năm học 2024-2025; giai đoạn 2021-2025'
    """
    moving = range(year - 1, year + 2 if deadline else year + 1)
    parts, kept, end = [], [], 0
    for found in _TOKEN.finditer(text):
        new = _moved(found, text, moving, amounts=amounts)
        if new is None and any(abs(int(y) - year) <= 1 for y in _years(found[0])):
            kept.append(_passage(found, text))
        parts += [text[end : found.start()], found[0] if new is None else new]
        end = found.end()
    return YearsMoved("".join((*parts, text[end:])), tuple(kept))


def _moved(found: re.Match[str], text: str, moving: range, *, amounts: bool) -> str | None:
    """Return a token as the next year says it; None where it stays."""
    if found["cited"]:
        return None
    years = [int(year) for year in _years(found[0])]
    if any(year not in moving for year in years):
        return None
    if found["range"]:
        one_year = years[1] - years[0] == 1
        return re.sub(_YEAR, _next, found[0]) if one_year else None
    if found["date"]:
        return _DAY.sub(_date_moved, found[0])
    called = _NAMED.search(text[: found.start()])
    return None if amounts and not called else _next(found)


def _next(found: re.Match[str]) -> str:
    return str(int(found[0]) + 1)


def _date_moved(found: re.Match[str]) -> str:
    """Return a date a year later; the last day of a February stays that."""
    day, month, year = int(found[1]), int(found[3]), int(found[5]) + 1
    last = monthrange(year, month)[1] if 1 <= month <= 12 else day
    shown = found[1] if day <= last else str(last)
    return f"{shown}{found[2]}{found[3]}{found[4]}{year}"


def _years(text: str) -> Iterator[str]:
    return (found[0] for found in re.finditer(rf"(?<!\d){_YEAR}(?!\d)", text))


def _passage(found: re.Match[str], text: str) -> str:
    """Return the words that stay; of a bare year those around it."""
    if found["cited"]:
        return found[0]
    start, end = max(found.start() - _AROUND, 0), found.end() + _AROUND
    return text[start:end].strip()

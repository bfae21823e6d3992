"""Levels of other years beside the year's own: "đạt 72 triệu, đến năm 2030 đạt 105 triệu"."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from qms_xlsx.document.cells import is_earlier
from qms_xlsx.document.columns import columns_of
from qms_xlsx.document.decision import LeftOut
from qms_xlsx.language.messages import message
from qms_xlsx.language.text import clean

if TYPE_CHECKING:
    from qms_xlsx.document.model import TextTable
    from qms_xlsx.language.messages import Message

_YEARS = re.compile(r"\b20\d\d\b")
_SCHOOL_YEAR = re.compile(r"\b(20\d\d)\s?[-–/]\s?(20\d\d)\b")
_AHEAD = (
    r"(?:và\s+|mục tiêu\s+|phấn đấu\s+|lũy kế\s+|trong\s+)*"
    r"(?:đến|tới|năm|cuối|hết|cả nhiệm kỳ|nhiệm kỳ|giai đoạn)\s[^;()]*?"
)
_PIECE = re.compile(rf"[,;]\s+(?P<words>{_AHEAD}20\d\d[^;()]*?)(?=[;.]?$|;)", re.IGNORECASE)
_BRACKETS = re.compile(rf"\s*\((?P<words>{_AHEAD}20\d\d[^()]*)\)", re.IGNORECASE)

_YEARLY = re.compile(
    r"(?:đến\s+|trong\s+)?năm\s+(?P<year>20\d\d)\s*:?\s(?:[^,;()]|,(?=\d))*\d(?:[^,;()]|,(?=\d))*",
    re.IGNORECASE,
)


def without_other_years(text: str, year: int) -> tuple[str, list[str]]:
    """Return a line without what it says of other years, and that, where it says more.

    >>> without_other_years("Thu nhập đạt 72 triệu đồng, đến năm 2030 đạt 105 triệu đồng;", 2026)
    ('Thu nhập đạt 72 triệu đồng;', ['đến năm 2030 đạt 105 triệu đồng'])
    >>> without_other_years("Độ bao phủ đạt trên 80% (năm 2030: trên 88%)", 2026)
    ('Độ bao phủ đạt trên 80%', ['năm 2030: trên 88%'])
    >>> without_other_years("Hộ nghèo: năm 2025 còn 3%, năm 2026 còn 2,5%", 2026)
    ('Hộ nghèo: năm 2026 còn 2,5%', ['năm 2025 còn 3%'])
    """
    said: list[str] = []

    def cut(found: re.Match[str]) -> str:
        if not _is_later(found["words"], year):
            return found[0]
        said.append(found["words"].strip())
        return ""

    text, others = _of_the_year(text, year)
    for pattern in (_BRACKETS, _PIECE):
        text = pattern.sub(cut, text)
    said = [*others, *said]
    return clean(text) if said else text, said


def _of_the_year(text: str, year: int) -> tuple[str, list[str]]:
    """Return a line that sets a level for each of several years with this year's alone."""
    found = list(_YEARLY.finditer(text))
    own = next((one for one in found if int(one["year"]) == year), None)
    gaps = [text[one.end() : other.start()].strip(" ,;") for one, other in pairwise(found)]
    if own is None or not gaps or not set(gaps) <= {"", "và"}:
        return text, []
    rest = [one[0].strip(" .") for one in found if one is not own]
    return f"{text[: found[0].start()]}{own[0]}{text[found[-1].end() :]}", rest


def _is_later(words: str, year: int) -> bool:
    """Whether words set a level of a year after this one, or of all the years up to it."""
    years = [int(one) for one in _YEARS.findall(words)]
    level = re.search(r"\d|không còn", _YEARS.sub("", words))
    return bool(level) and max(years, default=0) > year


def of_this_year(table: TextTable, year: int) -> tuple[TextTable, list[LeftOut]]:
    """Return a table without columns of later years beside the year's own, and what they hold."""
    first = max(1, columns_of(table).first)
    heads = [" ".join(dict.fromkeys(column)) for column in zip(*table.rows[:first], strict=True)]
    levels = [head if not is_earlier(head) else "" for head in heads]
    years = [max(map(int, _YEARS.findall(_SCHOOL_YEAR.sub(_begun, h))), default=0) for h in levels]
    later = [at for at, one in enumerate(years) if one > year]
    if year not in years or not later:
        return table, []
    rows = tuple(
        tuple(text for at, text in enumerate(row) if at not in later) for row in table.rows
    )
    cells = ("; ".join(filter(None, (row[at] for row in table.rows[first:]))) for at in later)
    said = (f"{heads[at]}: {words}" for at, words in zip(later, cells, strict=True))
    left = [LeftOut(words, table.place, of_other_year(words)) for words in said]
    return replace(table, rows=rows), left


def _begun(found: re.Match[str]) -> str:
    """Return the year that a school year begins in; of several years all."""
    return found[1] if int(found[2]) == int(found[1]) + 1 else found[0]


def of_other_year(words: str) -> Message:
    """Return why what words set is nothing of this year."""
    year = max(map(int, _YEARS.findall(words)))
    return message("A level of another year, {year}.", year=year)

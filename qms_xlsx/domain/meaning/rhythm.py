"""So many in every month, quarter or half-year."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from qms_xlsx.domain.meaning import asking
from qms_xlsx.domain.meaning.signs import Sign, counting
from qms_xlsx.domain.period import Cadence
from qms_xlsx.language.messages import message
from qms_xlsx.language.text import folded

if TYPE_CHECKING:
    from qms_xlsx.domain.meaning.model import SaidRow
    from qms_xlsx.domain.question import Question
    from qms_xlsx.language.messages import Message

CADENCE_NAMES = {
    Cadence.MONTH: message("month"),
    Cadence.QUARTER: message("quarter"),
    Cadence.HALF: message("half-year"),
    Cadence.YEAR: message("year"),
}
_PERIOD = r"(?P<p>6 tháng|06 tháng|sáu tháng|nửa năm|tháng|quý|tuần|ngày)"
_ASKED = (
    re.compile(rf"(?:mỗi|từng) {_PERIOD}\b"),
    re.compile(rf"(?:một|1|01) {_PERIOD} \d"),
    re.compile(rf"trong {_PERIOD}\b(?! (?:đầu|cuối|đến|\d))"),
    re.compile(rf"(?<!\d)\s?/\s?(?:0?1 )?{_PERIOD}\b"),
    re.compile(rf"\b(?:lần|cuộc|buổi|kỳ|phiên|số|tin|bài|lượt) (?:một |mỗi |trong ){_PERIOD}\b"),
    re.compile(r"(?P<p>6 tháng|06 tháng|tháng|quý|tuần)\s?/\s?(?:\d+|một)?\s?(?:lần|kỳ)"),
    re.compile(r"(?P<p>6 tháng|06 tháng|tháng|quý|tuần) (?:một|1|01) (?:lần|kỳ|buổi|cuộc)"),
)
_USUAL = re.compile(rf"(?:hàng|hằng) {_PERIOD}\b")
_CADENCES = {"tháng": Cadence.MONTH, "quý": Cadence.QUARTER}
_PER = {"day": "ngày", "week": "tuần", "month": "tháng", "quarter": "quý", "half": "6 tháng"}
_SHORT = ("tuần", "ngày")


@dataclass(frozen=True, slots=True)
class Rhythm:
    """The period in which the number is asked again and again."""

    cadence: Cadence
    notes: tuple[Message, ...] = ()


def rhythm(row: SaidRow, unit: str) -> Rhythm | Question | None:
    """Return the period in which a count is asked, a question, or None for "in the year"."""
    said, notes = _said(row, unit)
    if said is None:
        return None
    if any(f.sign is Sign.AVERAGE for f in counting(row.said)):
        return None
    if said in _SHORT:
        return asking.too_often(row.called)
    asked = _CADENCES.get(said, Cadence.HALF)
    if row.cadence and row.cadence.months > asked.months:
        notes = (*notes, asking.seen_less_often(CADENCE_NAMES[asked], CADENCE_NAMES[row.cadence]))
    return Rhythm(asked, notes)


def _said(row: SaidRow, unit: str) -> tuple[str | None, tuple[Message, ...]]:
    """Return the period that the target's words, else those beside them, name."""
    per = next((target.per for target in row.targets if target.per), None)
    if per is not None:
        return _PER.get(per), ()
    text = " ; ".join((folded(row.name), folded(row.words), unit))
    said = next((match["p"] for pattern in _ASKED if (match := pattern.search(text))), None)
    if said is not None:
        return said, ()
    usual = _USUAL.search(text)
    return (usual["p"], (asking.EVERY_MONTH_ASSUMED,)) if usual else (None, ())

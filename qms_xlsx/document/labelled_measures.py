"""Measures whose lines say with labels who leads and by when: "Chủ trì: …", "Thời hạn: …"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from qms_xlsx.document.decision import PlanRow
from qms_xlsx.document.zones import Zone

if TYPE_CHECKING:
    from collections.abc import Iterable

    from qms_xlsx.document.lines import Line
    from qms_xlsx.document.model import Paragraph

_LABEL = re.compile(
    r"(?:^|[;.,]\s+|\(\s*)"
    r"(?:(?P<coordinating>(?:(?:các )?đơn vị |bộ phận )?phối hợp(?: thực hiện)?)"
    r"|(?P<lead>(?:đơn vị |bộ phận |cơ quan |người |phòng )?(?:chủ trì|thực hiện|phụ trách))"
    r"|(?P<deadline>thời (?:hạn|gian)(?: thực hiện| hoàn thành)?|hoàn thành|tiến độ)"
    r"|(?P<monitor>(?:đơn vị |người )?(?:theo dõi|giám sát|kiểm tra))"
    r"|(?P<evidence>kết quả|sản phẩm|hồ sơ|minh chứng|đầu ra))\s*:\s+",
    re.IGNORECASE,
)
_CHIEF = re.compile(r"(?P<name>[^\d;:%]{3,90}?)\s+(?:chủ trì|phụ trách)(?: thực hiện)?\s*:")
"""A line that says who leads all that follows: "1. Phòng Tư pháp chủ trì:"."""
_SAID = 2
"""A line of so many words before its labels says what is done."""


@dataclass(slots=True)
class _Told:
    """A line that may be a measure, and what the labels behind it say."""

    paragraphs: list[Paragraph]
    title: str
    line: Line
    words: str
    chief: str
    """Who leads all of the list that it stands in."""
    fields: dict[str, str]

    @property
    def whole(self) -> bool:
        return "deadline" in self.fields and bool(self.fields.get("lead", self.chief))


def labelled_measures(
    lines: Iterable[tuple[Paragraph, Line, Zone]],
) -> tuple[list[PlanRow], set[int]]:
    """Return the measures that labels tell, and the identities of the paragraphs that tell them."""
    told: list[_Told] = []
    title, part, chief, inside = "", "", "", False
    for paragraph, line, zone in lines:
        if zone is not Zone.OTHER:
            title = line.label if zone in (Zone.HEADING, Zone.TITLE) else title
            part, chief, inside = title, "", False
            continue
        if heads := _CHIEF.fullmatch(line.text):
            part = ".".join(filter(None, (title, line.label)))
            chief, inside = heads["name"], False
            continue
        words, fields = _fields(line.text)
        if len(words.split()) >= _SAID or not inside:
            told.append(_Told([paragraph], part, line, words, chief, fields))
            inside = True
        elif told[-1].fields.keys().isdisjoint(fields):
            told[-1].paragraphs.append(paragraph)
            told[-1].fields |= fields
    whole = [one for one in told if one.whole]
    rows = [_row(one, order) for order, one in enumerate(whole, 1)]
    return rows, {id(paragraph) for one in whole for paragraph in one.paragraphs}


def _fields(text: str) -> tuple[str, dict[str, str]]:
    """Return a line's words before its first label, and what each label says."""
    found = list(_LABEL.finditer(text))
    if not found:
        return text.strip(" .;"), {}
    begins = [one.start() for one in found]
    ends = [*begins[1:], len(text)]
    fields = {
        str(one.lastgroup): text[one.end() : end].strip(" .;,)")
        for one, end in zip(found, ends, strict=True)
    }
    return text[: begins[0]].strip(" .;("), fields


def _row(told: _Told, order: int) -> PlanRow:
    number = ".".join(filter(None, (told.title, told.line.label or str(order))))
    return PlanRow(
        number=number,
        measure=told.words,
        quote=" ".join(paragraph.text for paragraph in told.paragraphs),
        place=told.paragraphs[0].place,
        **{"lead": told.chief, **told.fields},  # type: ignore[arg-type]
    )

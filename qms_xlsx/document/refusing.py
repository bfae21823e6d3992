"""Texts that set no objectives: minutes, contracts, letters; what they hold is only listed."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from qms_xlsx.document.columns import columns_of
from qms_xlsx.document.decision import Item, LeftOut, PlanRow
from qms_xlsx.document.lines import line_of
from qms_xlsx.document.zones import Zone
from qms_xlsx.language.messages import N_, Message, doubt, message
from qms_xlsx.language.text import bare

if TYPE_CHECKING:
    from collections.abc import Iterable

    from qms_xlsx.document.model import Document, Paragraph

_DECIDES = re.compile(
    r"(quyet dinh|ke hoach|nghi quyet|chuong trinh|thong bao|cong van|muc tieu|chi tieu|chi thi"
    r"|bieu giao|giao chi tieu)\b"
)
"""What the title of a document says that may set objectives."""
_OTHERS = (
    (r"bien ban", N_("the minutes of a meeting")),
    (r"(phu luc )?hop dong|thanh ly hop dong", N_("a contract")),
    (r"so yeu ly lich|ly lich|curriculum vitae|cv|ho so ung vien", N_("a curriculum vitae")),
    (r"(bang )?(du toan|quyet toan)|bang luong|bang ke|hoa don|bao gia", N_("a budget or a bill")),
    (r"phieu (thu|chi(?! tieu)|xuat|nhap|khao sat|de nghi)", N_("a slip")),
    (r"thong bao (tuyen (dung|sinh)|moi|nghi)|bai phat bieu|dien van", N_("an announcement")),
    (
        r"lich (cong tac|lam viec|hop|truc|tiep)|thoi khoa bieu|danh sach",
        N_("a timetable or a list"),
    ),
    (r"to trinh", N_("a proposal")),
    (r"(nghi dinh|thong tu|luat|phap lenh)(?! tu)", N_("a law")),
    (r"giay (moi|gioi thieu|phep|uy quyen|xac nhan|chung nhan)|thu (moi|cam on)", N_("a letter")),
    (r"don (xin|de nghi|khieu nai|to cao|dang ky|kien nghi)", N_("an application")),
    (r"(quy che|quy trinh|noi quy|huong dan)", N_("a rule or an instruction")),
    (r"bao cao", N_("a report of results")),
)
_KINDS = tuple((re.compile(rf"({pattern})\b"), kind) for pattern, kind in _OTHERS)
_LOOSE = (
    "a slip",
    "an announcement",
    "a timetable or a list",
    "a proposal",
    "a rule or an instruction",
)
"""What may be called after the objectives that it sets: "Danh sách mục tiêu chất lượng"."""
_AIMS = re.compile(r"\b(muc tieu|chi tieu|mtcl|phan dau|muc phan dau)\b")
_QUALITY = re.compile(r"\b(muc tieu chat luong|mtcl|chi tieu)\b")
_AMENDS = re.compile(
    r"(ve viec |v/v |dieu \d+\s*[.:] )*(quyet dinh )?(sua doi|dieu chinh|bo sung|thay the)\b"
    r".*\b(muc tieu|chi tieu)\b"
)
"""How a document begins that changes the objectives of an earlier one."""
_REACHED = re.compile(r"\b(hoan thanh|dat duoc|ket qua|vuot|tong ket|so ket|danh gia|thuc hien)\b")
_YEAR = re.compile(r"\d{4}(?:\s?[-–/]\s?\d{4})?|\d+[./]\S+")
_LINE_WORDS = 20
_DOTS = re.compile(r"(?:\.\s?){5,}|…{2,}|_{4,}")
_HEAD = 25
"""How many passages from the top a title may stand in."""
_TITLE_WORDS = 14


def kind_of(paragraphs: Iterable[Paragraph]) -> str:
    """Return what a document calls itself that sets no objectives, empty for any other."""
    for paragraph in list(paragraphs)[:_HEAD]:
        low = bare(line_of(paragraph.text).text)
        titled = paragraph.bold or paragraph.text.isupper()
        if not titled or len(low.split()) > _TITLE_WORDS:
            continue
        found = next((kind for pattern, kind in _KINDS if pattern.match(low)), "")
        if found or _DECIDES.match(low):
            return "" if found in _LOOSE and _QUALITY.search(low) else found
    return ""


def refused(document: Document, left: tuple[LeftOut, ...]) -> Message | None:
    """Return why nothing of a document may be taken as an objective; None where it may."""
    titles = [bare(one.quote) for one in left if one.reason.id == Zone.TITLE.value]
    kind = kind_of(document.paragraphs)
    if kind and not any(map(_QUALITY.search, titles)):
        return message("This is {kind}: it sets no objectives.", kind=Message(kind))
    if titles or any(map(_AIMS.search, _headings(document))):
        return None
    if any(_announces(p.text) for p in document.paragraphs[:_HEAD]):
        return None
    return message(
        "Nothing in it says that objectives follow: put a heading “Mục tiêu chất lượng năm …” "
        "above the lines that are objectives, if there are any."
    )


def asked_about(items: tuple[Item, ...], document: Document) -> tuple[Item, ...]:
    """Return the items of a text that tells what was, or changes another: each is asked about."""
    kind = kind_of(document.paragraphs)
    if kind:
        note = doubt("This is {kind}: is the level to be reached, or was it?", kind=Message(kind))
    elif any(_AMENDS.match(bare(p.text)) for p in document.paragraphs[:_HEAD]):
        note = doubt("This document changes an earlier decision: what of it does this line change?")
    else:
        return items
    return tuple(
        replace(item, notes=(*item.notes, note)) if item.target else item for item in items
    )


def _announces(text: str) -> bool:
    """Whether a short line says what is aimed at, and neither a figure nor what was reached."""
    low = bare(_YEAR.sub("", text))
    short = len(low.split()) <= _LINE_WORDS and not re.search(r"\d", low)
    return short and bool(_AIMS.search(low)) and not _REACHED.search(low)


def _headings(document: Document) -> list[str]:
    """Return what the headings of the tables say."""
    return [
        bare(" ".join(row))
        for table in document.tables
        for row in table.rows[: max(1, columns_of(table).first)]
    ]


def put_aside(items: tuple[Item | PlanRow, ...], why: Message) -> tuple[LeftOut, ...]:
    """Return what was read as objectives and measures as passages that are not taken."""
    passages = dict.fromkeys((item.quote, item.place) for item in items)
    return tuple(LeftOut(quote, place, why) for quote, place in passages)


def why_nothing(left: tuple[LeftOut, ...]) -> Message:
    """Return why a document that may set objectives gave none."""
    reasons = [one.reason.id for one in left]
    blank = any(reason == "Its level is blank." for reason in reasons) or any(
        _DOTS.search(one.quote) for one in left
    )
    if blank:
        return message("The lines of its list are blank: it is a form that is still to be filled.")
    if Zone.PAST.value in reasons:
        return message("It tells what was reached, and no level that is to be reached.")
    return message("No line below a heading of objectives states a level.")

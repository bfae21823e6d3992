"""Texts that set no objectives: minutes, contracts, letters; what they hold is only listed."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from qms_xlsx.document.columns import columns_of
from qms_xlsx.document.decision import Item, LeftOut, PlanRow
from qms_xlsx.document.zones import Zone
from qms_xlsx.language.messages import Message, doubt, message
from qms_xlsx.language.text import bare

if TYPE_CHECKING:
    from qms_xlsx.document.model import Document

_AIMS = re.compile(r"\b(muc tieu|chi tieu|mtcl|phan dau|muc phan dau)\b")
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


def refused(document: Document, kind: str, left: tuple[LeftOut, ...]) -> Message | None:
    """Return why nothing of a document may be taken as an objective; None where it may.

    `document` is what may set objectives in a text of the `kind`, nothing where none of it may.
    """
    titles = any(one.reason.id == Zone.TITLE.value for one in left)
    if kind and not document.blocks:
        return no_decision(kind)
    if titles or any(map(_AIMS.search, _headings(document))):
        return None
    if any(_announces(p.text) for p in document.paragraphs[:_HEAD]):
        return None
    return message(
        "Nothing in it says that objectives follow: put a heading “Mục tiêu chất lượng năm …” "
        "above the lines that are objectives, if there are any."
    )


def no_decision(kind: str) -> Message:
    """Return why nothing is taken of a text of another kind."""
    return message("This is {kind}: it sets no objectives.", kind=Message(kind))


def asked_about(items: tuple[Item, ...], kind: str, document: Document) -> tuple[Item, ...]:
    """Return the items of a text that tells what was, or changes another: each is asked about."""
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

"""Which paragraphs state objectives, and what the others are."""

from __future__ import annotations

import re
from enum import Enum
from typing import TYPE_CHECKING

from qms_xlsx.document.lines import Line, line_of
from qms_xlsx.language.messages import N_
from qms_xlsx.language.text import bare

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from qms_xlsx.document.model import Paragraph


class Zone(Enum):
    """What a paragraph belongs to; the value says why such words are no objective."""

    HEAD = N_("head of the document")
    STATED = N_("no heading says that it is an objective")
    LEGAL = N_("legal basis")
    ARTICLE = N_("an article about carrying out the decision")
    RECIPIENTS = N_("recipients")
    SIGNATURE = N_("signature")
    POLICY = N_("quality policy")
    GENERAL = N_("a general aim without a level")
    OTHER = N_("organisation of the work, no objective")
    HEADING = N_("a heading")
    OBJECTIVES = N_("introduces the objectives")


_LEGAL = re.compile(r"(can cu|theo de nghi|xet de nghi|xet to trinh|thuc hien \w+( \w+)? so)\b")
_SIGNED = re.compile(r"(tm|kt|tl|tuq|q)\s?\.")
_TITLES = re.compile(
    r"(pho )?(chu tich|giam doc|hieu truong|truong phong|chi cuc truong|chanh van phong)"
    r"( ubnd| uy ban nhan dan)?$|nguoi (lap|ky)"
)
_ARTICLE = re.compile(r"dieu \d+\s*[.:]")
_ANNEX = re.compile(r"phu luc\b")
_OBJECTIVES = re.compile(
    r"(cac )?(noi dung )?(muc tieu chat luong|muc tieu cu the|chi tieu cu the|chi tieu chu yeu"
    r"|chi tieu phan dau|muc tieu phan dau|muc tieu,? (va )?chi tieu|he thong chi tieu"
    r"|chi tieu nhiem vu|chi tieu (kinh te|phat trien|ke hoach|nam)|muc tieu nam|muc tieu$"
    r"|chi tieu$|mot so chi tieu|danh muc chi tieu|bang chi tieu|muc tieu va)"
)
_MAY_ANNOUNCE = (Zone.HEAD, Zone.GENERAL)
_GENERAL = re.compile(r"(muc tieu chung|muc tieu tong quat|quan diem|phuong huong chung|tam nhin)")
_OTHER = re.compile(
    r"(ke hoach|muc dich|yeu cau|nhiem vu|giai phap|cac giai phap|nhiem vu va giai phap|to chuc"
    r"|bien phap|cac bien phap|phan cong|kinh phi|che do|noi dung thuc hien|tinh hinh|dac diem"
    r"|ket qua|danh gia|ton tai|han che|nguyen nhan|trach nhiem|dieu khoan|hieu luc|kien nghi"
    r"|de xuat|co so|pham vi|doi tuong|thoi gian|lo trinh|khen thuong|muc dich, yeu cau)\b"
)


_ANNOUNCES = re.compile(r"\b(muc tieu|chi tieu)\b.*\b(nhu sau|sau day|sau|cu the|gom|la)\s*:\s*$")


def zoned(paragraphs: Iterable[Paragraph]) -> Iterator[tuple[Paragraph, Line, Zone]]:
    """Yield each paragraph with its line and what it belongs to."""
    zone = Zone.HEAD
    for paragraph in paragraphs:
        line = line_of(paragraph.text, paragraph.marker)
        begun = _begins(paragraph, line, zone)
        if begun is not None:
            zone, own = begun
            yield paragraph, line, own
        else:
            yield paragraph, line, zone


def _begins(paragraph: Paragraph, line: Line, zone: Zone) -> tuple[Zone, Zone] | None:
    """Return the zone that a paragraph begins and what it is itself; None when it goes on."""
    low = bare(paragraph.text)
    if _ARTICLE.match(low):
        opens = low.rstrip().endswith(":") and re.search(r"muc tieu|chi tieu", low)
        return (Zone.OBJECTIVES, Zone.HEADING) if opens else (Zone.ARTICLE, Zone.ARTICLE)
    if low.startswith("noi nhan"):
        return Zone.RECIPIENTS, Zone.RECIPIENTS
    if _SIGNED.match(low) or (_TITLES.match(low) and zone is not Zone.HEAD):
        return Zone.SIGNATURE, Zone.SIGNATURE
    if zone in _MAY_ANNOUNCE and _ANNOUNCES.search(low):
        return Zone.OBJECTIVES, Zone.HEADING
    if _LEGAL.match(low) and not line.style and zone in (Zone.HEAD, Zone.LEGAL, Zone.OBJECTIVES):
        return Zone.LEGAL, Zone.LEGAL
    if re.fullmatch(r"quyet (dinh|nghi)\s*:?", low):
        return (Zone.ARTICLE if low.endswith(":") else Zone.HEAD), Zone.HEADING
    heading = _heading(paragraph, line)
    return (heading, Zone.HEADING) if heading else None


def _heading(paragraph: Paragraph, line: Line) -> Zone | None:
    """Return the zone that a heading opens; None for what is no heading."""
    words = bare(line.text).rstrip(" :.")
    words = _ANNEX.sub("", words).lstrip(" 0123456789ivx.:-") if _ANNEX.match(words) else words
    shouted = line.text.isupper()
    loud = shouted or paragraph.bold or line.style == "roman" or _ANNEX.match(bare(line.text))
    short = len(words.split()) <= 25 and not line.text.rstrip().endswith(";")
    if not short:
        return None
    if "chinh sach chat luong" in words and loud and "muc tieu" not in words:
        return Zone.POLICY
    if _GENERAL.match(words) and (loud or line.style):
        return Zone.GENERAL
    if _OBJECTIVES.match(words) and (loud or line.style or line.text.endswith(":")):
        return None if _states_level(line) else Zone.OBJECTIVES
    if _ANNEX.match(bare(line.text)) and not words:
        return Zone.HEAD
    if _OTHER.match(words) and (loud or (line.style and len(words.split()) <= 6)):
        return None if _states_level(line) and not loud else Zone.OTHER
    return None


def _states_level(line: Line) -> bool:
    figures = re.sub(
        r"năm \d{4}|\d{4}\s?[-–]\s?\d{4}|\d+[/-]\d{4}|phụ lục \d+", "", line.text.lower()
    )
    return bool(re.search(r"\d", figures)) and not line.text.isupper()

"""Which paragraphs state objectives, and what the others are."""

from __future__ import annotations

import re
from enum import Enum
from itertools import takewhile
from typing import TYPE_CHECKING

from qms_xlsx.document.assigning import assignment_of
from qms_xlsx.document.labelled import opens_levels, opens_work
from qms_xlsx.document.lines import Line, line_of, states_level
from qms_xlsx.document.looking_back import looks_back
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
    TITLE = N_("a heading of the objectives")
    PAST = N_("a result of the past")
    OBJECTIVES = N_("introduces the objectives")
    NOTE = N_("a note: look whether it changes a level")


_LEGAL = re.compile(r"(can cu|theo de nghi|xet de nghi|xet to trinh|thuc hien \w+( \w+)? so)\b")
_SIGNED = re.compile(r"(tm|kt|tl|tuq|q)\s?\.")
_TITLES = re.compile(
    r"(pho )?(chu tich|giam doc|hieu truong|truong phong|chi cuc truong|chanh van phong)"
    r"( ubnd| uy ban nhan dan)?$|nguoi (lap|ky)"
)
_KINDS = re.compile(r"ke hoach|nghi quyet|thong bao|cong van|chuong trinh|quy dinh")
"""What a document is called in its head; elsewhere a heading of the same words opens a part."""
_ARTICLE = re.compile(r"dieu \d+\s*[.:]")
_ARTICLE_OF_OBJECTIVES = re.compile(
    r"dieu \d+\s*[.:]\s*(cac |noi dung |danh muc )*(muc tieu|chi tieu)\b[^.;:]{0,60}\.?"
)
"""An article that is headed by what it lists: "Điều 2. Mục tiêu chất lượng năm 2026"."""
_ARTICLE_OF_AIMS = re.compile(
    r"dieu \d+\s*[.:]\s*((cong bo|ban hanh|xac dinh) )?(cac )?muc tieu (chung|tong quat)\b"
)
"""An article of general aims: "Điều 2. Mục tiêu chung về chất lượng năm 2026:"."""
_ANNEX = re.compile(r"phu luc\b")
_FURNITURE = re.compile(r"(dang ngay|ngay dang|cap nhat luc|luot xem|in bai viet|trang chu)\b")
"""What a page says of itself beside its text."""
_ATTACHED = re.compile(r"\((ban hanh )?(kem theo|dinh kem)\b[^()]*\)\W*")
"""The line below an annex's title that says which decision it belongs to."""
_REMARK = re.compile(
    r"(ghi chu|chu thich)\s*[:.]|(tong so|tong cong|cong)\s*:?\s*\d+ (muc tieu|chi tieu)\W*$"
    r"|(tong )?so (muc tieu|chi tieu)\s*:\s*\d+\W*$"
)
_OBJECTIVES = re.compile(
    r"((bieu|bang|phu luc)( giao| phan bo| tong hop| chi tiet)? |giao )?(cac )?(noi dung )?"
    r"(muc tieu chat luong|muc tieu cu the|chi tieu cu the|chi tieu chu yeu"
    r"|chi tieu phan dau|muc tieu phan dau|muc tieu,? (va )?chi tieu|he thong chi tieu"
    r"|chi tieu nhiem vu|chi tieu (kinh te|phat trien|ke hoach|nam)|muc tieu nam|muc tieu$"
    r"|chi tieu$|mot so chi tieu|danh muc chi tieu|bang chi tieu|muc tieu va)"
)
_FIELD = re.compile(r"chi tieu (?!cu the|chu yeu|phan dau|nhiem vu|ke hoach|nam|$)\w")
"""An item that names a field of the objectives it stands among: "Chỉ tiêu kinh tế"."""
_ANY_OBJECTIVES = re.compile(r"(cac )?(muc tieu|chi tieu)\b")
"""What a loud heading says that opens objectives, whatever they are about."""
_MAY_ANNOUNCE = (Zone.HEAD, Zone.GENERAL, Zone.LEGAL)
_GENERAL = re.compile(r"(muc tieu chung|muc tieu tong quat|quan diem|phuong huong chung|tam nhin)")
_RUN_IN = re.compile(r"(muc tieu (chung|tong quat)|quan diem|phuong huong chung|tam nhin)\s*: \w")
"""A general aim behind its own heading, in one line of the objectives."""
_OTHER = re.compile(
    r"(ke hoach|muc dich|yeu cau( chung)?$|nhiem vu|(cac |mot so )?giai phap|(cac )?bien phap"
    r"|to chuc (thuc hien|trien khai)|phan cong|kinh phi|che do (thong tin|bao cao)"
    r"|noi dung thuc hien|tinh hinh (chung|thuc hien|trien khai|kinh te)|dac diem( tinh hinh)?"
    r"|ket qua (dat duoc|thuc hien|nam)|danh gia (chung|ket qua|tinh hinh)|ton tai|han che"
    r"|nguyen nhan|trach nhiem (thi hanh|thuc hien|cua)|dieu khoan|hieu luc|(de xuat, )?kien nghi"
    r"|de xuat|co so (phap ly|xay dung|thuc tien)|pham vi (ap dung|dieu chinh)|doi tuong ap dung"
    r"|thoi gian (thuc hien|ap dung)$|lo trinh|khen thuong|huong dan)\b"
)
_TOPIC = re.compile(
    r"(nhiem vu|ke hoach|huong dan|khen thuong|kinh phi|danh gia|yeu cau|de xuat)\b"
    r"(?!$|[,;:]? (va |cac )*(giai phap|nhiem vu|bien phap)|,? (trong tam|chu yeu|cu the|thuc hien"
    r"|to chuc|hanh dong|trien khai|nam|chung|ket qua|cua|de|muc tieu|cong viec))"
)
"""Words that open a part about the work, unless a section of the objectives is about them."""
_SECTIONS = 2
_LEVELS_BELOW = re.compile(r"(cac )?chi tieu\s*:\s+\S")
_ASIDE = re.compile(
    r"(muc dich(,? (va )?yeu cau)?|to chuc (thuc hien|trien khai)|kinh phi( thuc hien)?"
    r"|pham vi( ap dung)?|doi tuong ap dung|hieu luc( thi hanh)?|trach nhiem( thi hanh)?)\s*:\s"
)
"""A counted line that says with a label what it is about, and no objective."""
_CLOSES = re.compile(
    r"(yeu cau|de nghi|tren day|trong qua trinh|giao (cho )?(cac|phong|van phong|ban|thu ky"
    r"|cong chuc)|can cu|(quyet dinh|ke hoach|nghi quyet|cong van|thong bao) nay|nhan duoc"
    r"|xem them|tin (lien quan|cung)|nguon|tac gia|chia se|luot (truy cap|xem)|dang truy cap"
    r"|ban quyen|thiet ke boi|(so )?dien thoai|dia chi|email|thong ke truy cap)\b"
)
"""How a sentence begins that closes a list: what is to be done about it, by whom."""
_WHO = (
    "van phong|phong|ban|trung tam|cong chuc|bo phan|to|khoa|chi cuc|don vi|cong an|tram|thanh tra"
)
_ORGANISES = re.compile(
    rf"(?:(?:cac|thu ky|{_WHO})\b"
    r"[^%;.]*\b(?:don doc|tong hop|bao cao (?:ket qua|ve)|gui bao cao|(?:co|chiu) trach nhiem)\b"
    r"|(?:dinh ky|hang (?:quy|thang))\b[^%;.]*\b(?:bao cao|danh gia|tong hop)\b)"
)
"""A sentence without a marker that says who sees to it, and sets no level."""
_GIVES = re.compile(
    rf"(?:giao (?:cho )?)?(?:{_WHO})\b[^%;.:]{{0,80}}?(?::|\b(?:theo doi|phu trach|chu tri"
    r"|chiu trach nhiem|thuc hien|bao cao)) (?:cac )?(?:muc tieu|chi tieu|muc)(?: chat luong)?"
    r"(?: so)? \d{1,2}(?:\.\d{1,2})*(?=\s*(?:[,;.]|va\b|den\b|$))"
)
"""A line that says who reports which objectives, by their numbers."""
_GOES_ON = re.compile(r"\b(gom|nhu sau|sau day|noi dung sau|cu the)\b.*:\s*$")
"""How the rest of an article's first sentence ends where the objectives follow it."""
_ISSUES = re.compile(r"\b(muc tieu|chi tieu)\b")
_ANNOUNCES = re.compile(
    r"\b(muc tieu|chi tieu)\b.*(\b(nhu sau|sau day|sau|cu the|gom|la)|.*\b(ban hanh|thong bao"
    r"|giao|de ra|phan dau|cam ket|thuc hien|hoan thanh)\b.*)\s*:\s*$"
)


def zoned(paragraphs: Iterable[Paragraph]) -> Iterator[tuple[Paragraph, Line, Zone]]:
    """Yield each paragraph with its line and what it belongs to."""
    zone, opened, before, remarks = Zone.HEAD, "", "", False
    lines = [(one, line_of(one.text, one.marker)) for one in paragraphs]
    parts = _parts_of_sections([line for _, line in lines])
    general = _articles_of_aims([line for _, line in lines])
    for at, (paragraph, line) in enumerate(lines):
        remark = paragraph.aside or bool(_REMARK.match(bare(paragraph.text)))
        remarks = line.text.endswith(":") if remark else remarks and bool(line.style)
        if remark or (remarks and not loud(paragraph, line)):
            yield paragraph, line, Zone.NOTE
            continue
        if _is_furniture(bare(paragraph.text)):
            yield paragraph, line, Zone.HEAD
            continue
        if zone is Zone.OBJECTIVES and _is_general(line):
            yield paragraph, line, Zone.GENERAL
            continue
        aims = (Zone.GENERAL, Zone.HEADING) if at in general else None
        begun = aims or _begins(paragraph, line, zone, opened)
        if begun is None and zone is Zone.ARTICLE and _follows(before, line):
            begun = Zone.OBJECTIVES, Zone.TITLE
        before = bare(paragraph.text)
        if at in parts and zone in (Zone.OBJECTIVES, Zone.OTHER):
            zone, own = parts[at]
            yield paragraph, line, own
        elif begun is not None:
            zone, own = begun
            opened = line.style
            yield paragraph, line, own
        else:
            yield paragraph, line, zone
        if zone is Zone.OBJECTIVES and paragraph.text.endswith("./."):
            zone = Zone.HEAD


def _is_general(line: Line) -> bool:
    aim = _RUN_IN.match(bare(line.text)) and not line.text.endswith(":")
    return bool(aim) and not states_level(line)


def _is_furniture(low: str) -> bool:
    return bool(_FURNITURE.match(low) or _ATTACHED.fullmatch(low))


def _articles_of_aims(lines: list[Line]) -> set[int]:
    """Return where articles of general aims begin that state no level."""
    heads = [at for at, line in enumerate(lines) if _ARTICLE_OF_AIMS.match(bare(line.text))]
    below = {
        at: takewhile(lambda line: not _ARTICLE.match(bare(line.text)), lines[at + 1 :])
        for at in heads
    }
    return {at for at in heads if not any(map(states_level, below[at]))}


def _parts_of_sections(lines: list[Line]) -> dict[int, tuple[Zone, Zone]]:
    """Return what lines are of sections that each say "Chỉ tiêu:" and "Giải pháp:" in turn.

    Of each: the zone that it begins and its own, by its place. A single section is none.
    """
    heads = [at for at, line in enumerate(lines[:-1]) if line.style and _heads(line, lines[at + 1])]
    style = lines[heads[0]].style if heads else ""
    heads = [at for at in heads if lines[at].style == style]
    if len(heads) < _SECTIONS:
        return {}
    parts = dict.fromkeys(heads, (Zone.OBJECTIVES, Zone.OBJECTIVES))
    parts |= {at + 1: parts[at] for at in heads if opens_levels(lines[at + 1].text)}
    work = (at for at in range(heads[0], len(lines)) if opens_work(lines[at].text))
    return parts | {at: (Zone.OTHER, Zone.HEADING) for at in work if lines[at].style != style}


def _heads(line: Line, below: Line) -> bool:
    """Whether a line is the title of a section whose levels the next line announces."""
    announced = opens_levels(below.text) or bool(_LEVELS_BELOW.match(bare(below.text)))
    return announced and below.style not in (line.style, "roman") and not line.text.endswith(";")


def _begins(paragraph: Paragraph, line: Line, zone: Zone, opened: str) -> tuple[Zone, Zone] | None:
    """Return the zone that a paragraph begins and what it is itself; None when it goes on.

    `opened` is the kind of marker that the zone's own heading bears.
    """
    low = bare(paragraph.text)
    part = _part(low, zone)
    if part is not None:
        return part
    inside = zone is Zone.OBJECTIVES and not line.style
    if (zone in _MAY_ANNOUNCE or inside) and _ANNOUNCES.search(low) and not looks_back(low):
        return Zone.OBJECTIVES, Zone.TITLE
    if _LEGAL.match(low) and not line.style and zone in (Zone.HEAD, Zone.LEGAL, Zone.OBJECTIVES):
        return Zone.LEGAL, Zone.LEGAL
    if re.fullmatch(r"quyet (dinh|nghi)\s*:?", low):
        return (Zone.ARTICLE if low.endswith(":") else Zone.HEAD), Zone.HEADING
    if zone is Zone.HEAD and _KINDS.fullmatch(low):
        return Zone.HEAD, Zone.HEADING
    closes = _CLOSES.match(low) or _organises(line)
    gives = line.style != "goal" and _GIVES.match(bare(line.text))
    aside = _ASIDE.match(bare(line.text)) if line.style else closes
    if zone is Zone.OBJECTIVES and (gives or aside):
        return Zone.OTHER, Zone.OTHER
    heading = _heading(paragraph, line)
    inside = zone is Zone.OBJECTIVES and not loud(paragraph, line) and line.style != opened
    field = inside and heading is Zone.OBJECTIVES and bool(_FIELD.match(bare(line.text)))
    deeper = zone is Zone.OBJECTIVES and line.style not in ("", opened)
    topic = deeper and heading is Zone.OTHER and bool(_TOPIC.match(bare(line.text)))
    if heading is None or (heading is Zone.OTHER and inside) or field or topic:
        return None
    return heading, Zone.TITLE if heading is Zone.OBJECTIVES else Zone.HEADING


def _organises(line: Line) -> bool:
    """Whether a line says who sees to the objectives; one that gives them to somebody does not."""
    return bool(_ORGANISES.match(bare(line.text))) and assignment_of(line.text) is None


def _follows(before: str, line: Line) -> bool:
    """Whether a line is the rest of the article before it that issues objectives and lists them."""
    article = _ARTICLE.match(before) and _ISSUES.search(before)
    return bool(article) and not line.style and bool(_GOES_ON.search(bare(line.text)))


def _part(low: str, zone: Zone) -> tuple[Zone, Zone] | None:
    """Return the part that every decision has which a paragraph begins: an article, the end."""
    if _ARTICLE.match(low):
        opens = low.rstrip().endswith(":") and re.search(r"muc tieu|chi tieu", low)
        opens = opens or _ARTICLE_OF_OBJECTIVES.fullmatch(low)
        return (Zone.OBJECTIVES, Zone.TITLE) if opens else (Zone.ARTICLE, Zone.ARTICLE)
    if low.startswith("noi nhan"):
        return Zone.RECIPIENTS, Zone.RECIPIENTS
    if _SIGNED.match(low) or (_TITLES.match(low) and zone is not Zone.HEAD):
        return Zone.SIGNATURE, Zone.SIGNATURE
    return None


def loud(paragraph: Paragraph, line: Line) -> bool:
    """Return whether a paragraph looks like a heading: capitals, bold, a Roman number, an annex."""
    roman = line.style == "roman"
    return line.text.isupper() or paragraph.bold or roman or bool(_ANNEX.match(bare(line.text)))


def _heading(paragraph: Paragraph, line: Line) -> Zone | None:
    """Return the zone that a heading opens; None for what is no heading."""
    words = bare(line.text).rstrip(" :.")
    words = _ANNEX.sub("", words).lstrip(" 0123456789ivx.:-") if _ANNEX.match(words) else words
    is_loud = loud(paragraph, line)
    short = len(words.split()) <= 25 and not line.text.rstrip().endswith(";")
    if not short:
        return None
    if "chinh sach chat luong" in words and is_loud and "muc tieu" not in words:
        return Zone.POLICY
    if _GENERAL.match(words) and (is_loud or line.style):
        return None if _RUN_IN.match(words) and states_level(line) else Zone.GENERAL
    if is_loud and _ANY_OBJECTIVES.match(words):
        return None if states_level(line) else Zone.OBJECTIVES
    if _OBJECTIVES.match(words) and (is_loud or line.style or line.text.endswith(":")):
        return None if states_level(line) else Zone.OBJECTIVES
    if _ANNEX.match(bare(line.text)) and not words:
        return Zone.HEAD
    if _OTHER.match(words) and (is_loud or (line.style and len(words.split()) <= 6)):
        return None if states_level(line) and not is_loud else Zone.OTHER
    return None

"""What a document calls itself, and the part in which one of another kind sets objectives."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from qms_xlsx.document.lines import line_of
from qms_xlsx.document.looking_back import looks_back
from qms_xlsx.document.model import Document, Paragraph
from qms_xlsx.document.zones import loud
from qms_xlsx.language.messages import N_
from qms_xlsx.language.text import bare

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from qms_xlsx.document.decision import Head

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
    (
        r"phieu (thu|chi(?! tieu)|xuat|nhap|khao sat|de nghi|kiem tra|gop y|(lay|xin) y kien)"
        r"|(phieu|bang) ((tu )?danh gia|(tu )?cham diem)",
        N_("a slip"),
    ),
    (r"thong bao (tuyen (dung|sinh)|moi|nghi)|bai phat bieu|dien van", N_("an announcement")),
    (
        r"lich (cong tac|lam viec|hop|truc|tiep)|thoi khoa bieu|danh sach",
        N_("a timetable or a list"),
    ),
    (r"to trinh", N_("a proposal")),
    (r"(nghi dinh|thong tu|luat|phap lenh)(?! tu)", N_("a law")),
    (r"giay (moi|gioi thieu|phep|uy quyen|xac nhan|chung nhan)|thu (moi|cam on)", N_("a letter")),
    (r"don (xin|de nghi|khieu nai|to cao|dang ky|kien nghi)", N_("an application")),
    (r"(quy che|quy trinh|noi quy|huong dan|so tay)", N_("a rule or an instruction")),
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
_SUBJECTS = (
    (r"(thong bao )?ket luan", N_("the conclusions of a meeting")),
    (
        r"(danh gia noi bo|(tu )?kiem tra|thanh tra|giam sat(?!\W+(va )?do luong)|khao sat"
        r"|(to chuc )?(cuoc )?hop|to chuc (hoi nghi|danh gia noi bo))",
        N_("a plan of audits, inspections or meetings"),
    ),
    (r"((de nghi )?bao cao|tong hop|gui) (ket qua|tinh hinh|so lieu)", N_("a report of results")),
)
_ABOUT = tuple((re.compile(rf"({pattern})\b"), kind) for pattern, kind in _SUBJECTS)
"""What a notice, a plan or a letter is about that sets none."""
_PLAIN = re.compile(r"bien ban(?: \w+){0,20}|bao cao (?:\w+,? ){2,20}\w+")
"""How minutes and reports are headed where a text has no bold letters."""
_BACK = "a report of results"
_HEADED = re.compile(r"(ke hoach|thong bao|quyet dinh|cong van|nghi quyet)\W*(ve (viec )?)?")
_QUALITY = re.compile(r"\b(muc tieu chat luong|mtcl|chi tieu)\b")
_HEAD = 25
"""How many passages from the top a title may stand in."""
_TITLE_WORDS = 14
_SUBJECT_WORDS = 50
_OWN = re.compile(
    r"(phu luc( so)?( \w{1,4})?\W+)?((du thao|bang|bieu|danh muc|noi dung|cac|he thong) )*"
    r"(muc tieu chat luong|mtcl|muc tieu,? (va )?chi tieu|chi tieu)\b"
)
"""A loud title in minutes or a report below which objectives may stand."""
_YEAR = re.compile(r"\b20\d\d\b")


def kind_of(paragraphs: Iterable[Paragraph]) -> str:
    """Return what a document calls itself that sets no objectives, empty for any other."""
    head = list(paragraphs)[:_HEAD]
    lows = [bare(line_of(paragraph.text).text) for paragraph in head]
    for at, (paragraph, low) in enumerate(zip(head, lows, strict=True)):
        letter = low.startswith("v/v ")
        if not letter and not _is_title(paragraph, low):
            continue
        found = next((kind for pattern, kind in _KINDS if pattern.match(low)), "")
        if found in _LOOSE and _QUALITY.search(low) and not _judges(low):
            return ""
        if found or letter or _DECIDES.match(low):
            return found or _about(low, lows[at + 1 :])
        if looks_back(low) and not line_of(paragraph.text).style:
            return _BACK
    plain = (low for low in lows if _PLAIN.fullmatch(low))
    return next((kind for low in plain for pattern, kind in _KINDS if pattern.match(low)), "")


def _is_title(paragraph: Paragraph, low: str) -> bool:
    """Whether a paragraph looks like a title; a kind in capitals may go on with what it is about.

    "BIÊN BẢN Họp xem xét của lãnh đạo về kết quả thực hiện …" is one.
    """
    shouted = " ".join(line_of(paragraph.text).text.split()[:2]).isupper()
    short = len(low.split()) <= (_SUBJECT_WORDS if shouted else _TITLE_WORDS)
    return short and (paragraph.bold or paragraph.text.isupper() or shouted)


def _judges(low: str) -> bool:
    return bool(re.search(r"\b(danh gia|cham diem|muc do hoan thanh)\b", low)) or looks_back(low)


def _about(title: str, below: list[str]) -> str:
    """Return what a document that may decide is about, where that sets no objectives.

    The subject stands behind "Kế hoạch", or in the next line.
    """
    subject = re.sub(r"^v/v\s*", "", _HEADED.sub("", title, count=1))
    subject = subject or re.sub(r"^(ve viec|ve|v/v)\s+", "", below[0] if below else "")
    found = next((kind for pattern, kind in _ABOUT if pattern.match(subject)), "")
    return found or (_BACK if looks_back(subject) else "")


def own_part(document: Document, head: Head) -> tuple[Document, Document]:
    """Return what of a document may set objectives, and the rest.

    All of a decision may; of minutes or a report, what stands below a loud title of the
    objectives of this year or a later one.
    """
    if not kind_of(document.paragraphs):
        return document, replace(document, blocks=())
    blocks = document.blocks
    least = _this_year(document, head)
    begin = next((at for at, block in enumerate(blocks) if _is_own(block, least)), len(blocks))
    end = next(_ends(document, begin), len(blocks))
    own = replace(document, blocks=blocks[begin:end])
    return own, replace(document, blocks=(*blocks[:begin], *blocks[end:]))


def _this_year(document: Document, head: Head) -> int:
    """Return the first year whose objectives a text of another kind may set.

    It is the one behind that which its title looks back on, else the year it was written in.
    """
    titles = [p.text for p in document.paragraphs[:_HEAD]]
    back = [int(y) for t in titles if looks_back(bare(t)) for y in _YEAR.findall(t)]
    written = head.day.year if head.day else 0
    return max([written, *(year + 1 for year in back)])


def _is_own(block: object, least: int) -> bool:
    """Whether a block is a loud title of objectives of a year, which is no earlier one."""
    if not isinstance(block, Paragraph):
        return False
    line = line_of(block.text, block.marker)
    low = bare(line.text)
    years = [int(year) for year in _YEAR.findall(low)]
    title = _OWN.match(low) and len(low.split()) <= _TITLE_WORDS and not looks_back(low)
    return bool(title) and loud(block, line) and bool(years) and years[-1] >= least


def _ends(document: Document, begin: int) -> Iterator[int]:
    """Yield where the numbered part ends whose title stands at a block: at the next number."""
    title = document.blocks[begin] if begin < len(document.blocks) else None
    if not isinstance(title, Paragraph):
        return
    style = line_of(title.text, title.marker).style
    for at, block in enumerate(document.blocks[begin + 1 :], begin + 1):
        if style and isinstance(block, Paragraph):
            line = line_of(block.text, block.marker)
            if line.style == style and loud(block, line):
                yield at

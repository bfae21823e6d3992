"""The head of a decision: the organisation, its number, date and year."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from qms_xlsx.document.decision import Head
from qms_xlsx.language.text import bare

if TYPE_CHECKING:
    from qms_xlsx.document.model import Paragraph

_NUMBER = re.compile(
    r"^S[ốỐôÔoO]\s*:?\s*(\d[\w.]*\s?(?:[/-]\s?[\w&.]+(?:\s-\s[\w&]+)*)*/\s?[\w&.]+(?:\s?-\s?[\w&.]+)*)",
    re.IGNORECASE,
)
"""A number as it is typed, with blanks between its parts or without: "59 /QĐ - UBND"."""
_DATED = re.compile(
    r"^(?P<place>[^,;:.]{2,40}),\s*ng[àa]y\s*(?P<day>\d{1,2})(?:\s*th[áa]ng\s*|[/.-])"
    r"(?P<month>\d{1,2})(?:\s*n[ăa]m\s*|[/.-])(?P<year>\d{4})",
    re.IGNORECASE,
)
_PLACED = re.compile(r"^([^,;:.]{2,40}),\s*ngày\b.*?năm\s*(\d{4})", re.IGNORECASE)
_ATTACHED = re.compile(
    r"(?:quyết định|kế hoạch|nghị quyết|công văn|thông báo|chương trình)\s+số\s*:?\s*"
    r"(?P<number>\d[\w.]*\s?/\s?[\w/]+(?:\s?-\s?[\w]+)*)\s*,?\s*ngày\s*(?P<day>\d{1,2})"
    r"(?:[/.-]|\s*tháng\s*)(?P<month>\d{1,2})(?:[/.-]|\s*năm\s*)(?P<year>\d{4})",
    re.IGNORECASE,
)
_SIGNED = re.compile(
    r"^ngày\s*(?P<day>\d{1,2})[/.-](?P<month>\d{1,2})[/.-](?P<year>\d{4}),[^.;]*?"
    r"\b(?:ký|ban hành)\b[^.;]*?\b(?:quyết định|kế hoạch|nghị quyết)\s+số\s*:?\s*"
    r"(?P<number>\d[\w.]*\s?/\s?[\w/]+(?:\s?-\s?\w+)*)",
    re.IGNORECASE,
)
"""How the news tells of a decision: "Ngày 06/02/2026, Giám đốc … ký ban hành Quyết định số …"."""
_WITH = re.compile(r"(?:kèm|ban hành) theo|^\($", re.IGNORECASE)
"""What stands before the document's own number, below a title: "(Kèm theo …", "(Kế hoạch số …"."""
_LEADERS = r"(?:Chủ tịch|Giám đốc|Hiệu trưởng|Cục trưởng|Chi cục trưởng|Chánh án)"
_OFFICE = re.compile(
    rf"(?:\bcủa\s+(?:{_LEADERS}\s+)?|\btại\s+|^|,\s+{_LEADERS}\s+)"
    r"((?:UBND|Ủy ban nhân dân|Uỷ ban nhân dân|Sở|Trường|Chi cục|Ban Quản lý|Tòa án"
    r"|Bảo hiểm xã hội|Bệnh viện|Trung tâm Y tế|Kho bạc)\s[^,;:.()\d]*?)"
    r"(?=\s+(?:năm|đã ký|ký|ban hành|với|áp dụng|để|theo)\b|[,;:.()]|$)",
    re.IGNORECASE,
)
_KINDS = (
    r"(?:(?:ỦY|UỶ) BAN NHÂN DÂN|UBND|HỘI ĐỒNG NHÂN DÂN|HĐND|SỞ|TRƯỜNG|CHI CỤC|CỤC|BAN QUẢN LÝ"
    r"|TÒA ÁN|TOÀ ÁN|VIỆN KIỂM SÁT|TỔNG CỤC|HẠT|LIÊN ĐOÀN|ĐẠI HỌC|BỘ|CHI NHÁNH|BỆNH VIỆN"
    r"|TRUNG TÂM|PHÒNG|VĂN PHÒNG|THANH TRA|BẢO HIỂM|CÔNG AN|KHO BẠC|VIỆN|HỌC VIỆN"
    r"|TRẠM|CÔNG TY|ĐẢNG ỦY|ĐẢNG BỘ|TỈNH ỦY|HUYỆN ỦY|THÀNH ỦY|CHI BỘ|ĐOÀN|HỘI|CÔNG ĐOÀN)"
)
_OFFICE_LINE = re.compile(rf"^(?:CHỦ TỊCH\s+|GIÁM ĐỐC\s+|HIỆU TRƯỞNG\s+)?({_KINDS}\b.*)$")
_MOTTO = re.compile(r"\s*(?:CỘNG H\S+ XÃ HỘI|Độc lập\s*[-–]).*$")
_NATION = "cong hoa xa hoi chu nghia viet nam dang cong san viet nam"
_ENDS = re.compile(
    r"^(?:S[ốỐ]\s*:|QUYẾT ĐỊNH|KẾ HOẠCH|NGHỊ QUYẾT|THÔNG BÁO|V/v|MỤC TIÊU|CHỈ TIÊU|PHỤ LỤC"
    r"|CHƯƠNG TRÌNH|ĐỀ ÁN|PHIẾU|BÁO CÁO|DANH MỤC|TỜ TRÌNH|BẢNG|HƯỚNG DẪN|CÔNG VĂN|QUY ĐỊNH"
    r"|(?:BIỂU|DANH SÁCH|BIÊN BẢN|HỢP ĐỒNG|GIẤY|ĐƠN (?:XIN|ĐỀ NGHỊ)|LỊCH|DỰ TOÁN|QUYẾT TOÁN|SƠ YẾU"
    r"|MẪU|THƯ|QUY CHẾ|QUYET DINH|KE HOACH|NGHI QUYET|THONG BAO|MUC TIEU|CHI TIEU)\b)"
)
_ANNEX = re.compile(r"(?:phụ lục|biểu|mẫu)(?: số)?\s*[\dIVX]*", re.IGNORECASE)
_ISSUER = re.compile(r"^(?:chu tich|giam doc|hieu truong|chi cuc truong)\s+")
_BODIES = (
    ("ubnd", "ủy ban nhân dân"),
    ("ubnd", "uỷ ban nhân dân"),
    ("hđnd", "hội đồng nhân dân"),
)
_VOWEL = re.compile(r"[aeiouy]")
_YEAR_LINE = re.compile(r"\(?nam (hoc )?\d{4}( ?[-–/] ?\d{4})?\)?")
"""A line that holds nothing but the year, below the title."""
_YEAR = re.compile(r"\bn[ăa]m (?:h[ọo]c )?(\d{4})", re.IGNORECASE)


_RULE = re.compile(r"\s*(?:[-_*–—=]\s?){4,}\s*")
"""A rule drawn by signs between the lines of a head that are one paragraph."""


def head_of(paragraphs: tuple[Paragraph, ...]) -> Head:
    """Return what the first lines and the headings say of the decision."""
    texts = [text for p in paragraphs for text in filter(None, _RULE.split(p.text))]
    number, day, place = "", None, ""
    for line in texts[:40]:
        number = number or _first(_NUMBER, line)
        text = _NUMBER.sub("", line).strip()
        if day is None and (found := _DATED.match(text)):
            day, place = _day(found["year"], found["month"], found["day"]), found["place"].strip()
        elif not place and (placed := _PLACED.match(text)):
            place = placed[1].strip()
    for text in texts:
        found = _SIGNED.match(text) or _ATTACHED.search(text)
        if found and (found.re is _SIGNED or _WITH.search(text[: found.start()])):
            number = number or _squeezed(found["number"])
            day = day or _day(found["year"], found["month"], found["day"])
    named = _year(texts)
    year = named or (day.year if day else None)
    told = (_first(_NUMBER, text) for text in texts)
    numbers = tuple(dict.fromkeys(own for own in told if own))
    return Head(
        organisation=_organisation(texts),
        number=number,
        day=day,
        year=year,
        named_year=named,
        place=place,
        numbers=numbers,
    )


def _first(pattern: re.Pattern[str], text: str) -> str:
    found = pattern.match(text)
    return _squeezed(found[1]) if found else ""


def _squeezed(number: str) -> str:
    """Return a number without the blanks that it is typed with.

    >>> _squeezed("59 /QĐ - UBND")
    '59/QĐ-UBND'
    """
    return re.sub(r"\s+", "", number)


def _day(year: str, month: str, day: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


def _year(texts: list[str]) -> int | None:
    """Return the year of the objectives: the one that their headings name."""
    for text in texts:
        low = bare(text)
        if low.startswith(("can cu", "theo de nghi", "thuc hien ke hoach so")):
            continue
        if "ket qua nam" in low or "ket qua nam hoc" in low:
            continue
        about = "muc tieu" in low or "chi tieu" in low or "ke hoach" in low
        if (about or _YEAR_LINE.fullmatch(low)) and len(text) < 300:
            years = _YEAR.findall(text)
            if years:
                return int(years[-1])
    return None


def _organisation(texts: list[str]) -> str:
    """Return the organisation's full name: who issues the document, else whom it names most."""
    issuer = _issuer(texts)
    if issuer:
        return _as_in_text(issuer, texts)
    told = [name for text in texts for name in _OFFICE.findall(text) if _fits(text)]
    named = [_plain(name) for name in told if not name.isupper()]
    shouted = [t for t in texts[:40] if t.isupper() and _OFFICE_LINE.match(t)]
    lines = [_titled(t) for t in shouted if len(t.split()) <= 12]
    full = [name for name in lines + named if len(name.split()) > 2]
    keys: dict[str, list[str]] = {}
    for name in full:
        keys.setdefault(_key(name), []).append(name)
    if not keys:
        return ""
    best = max(keys.values(), key=len)
    return max(best, key=lambda name: (name[:1].isupper() and not name.isupper(), -len(name)))


def _issuer(texts: list[str]) -> str:
    """Return the office in the document's corner: below the one above it, in capitals."""
    names: list[str] = []
    for text in texts[:15]:
        line = _MOTTO.sub("", text).strip(" *_–—-")
        if _ANNEX.fullmatch(line):
            continue  # it stands across from the office
        if _ENDS.match(line.upper() if names else line):
            break
        if not line.isupper() or bare(line) in _NATION:
            continue
        if re.match(rf"{_KINDS}\b", line):
            names.append(line)
        elif names:
            names[-1] += f" {line}"
    return names[-1] if names and len(names[-1].split()) > 2 else ""


def _as_in_text(issuer: str, texts: list[str]) -> str:
    """Return an office's name as a sentence of the document writes it."""
    forms = {issuer.casefold()}
    for short, long in _BODIES:
        forms |= {form.replace(long, short) for form in forms}
        forms |= {re.sub(rf"^{short}\b", long, form) for form in forms}
    for text in texts:
        low = text.casefold()
        for form in forms if not text.isupper() else ():
            at = low.find(form)
            if at >= 0 and not text[at : at + len(form)].isupper():
                found = text[at : at + len(form)]
                return found[:1].upper() + found[1:]
    return _titled(issuer) if re.match(r"(?:ỦY|UỶ|UBND|HỘI ĐỒNG|HĐND)", issuer) else issuer


def _fits(text: str) -> bool:
    return not bare(text).startswith(("can cu", "thuc hien ke hoach so"))


def _plain(name: str) -> str:
    plain = re.sub(r"\s+(?:thuộc|và|gửi|phù hợp|quyết tâm)\b.*$", "", name.strip())
    if not _key(plain).startswith("ubnd"):
        return plain
    words = plain.split()
    begin = 1 if words[0].isupper() else 4  # "UBND", or "Ủy ban nhân dân"
    proper = next((at for at in range(begin, len(words)) if words[at][:1].isupper()), len(words))
    end = next((at for at in range(proper, len(words)) if words[at][:1].islower()), len(words))
    return " ".join(words[:end]) if proper < len(words) else ""


def _titled(line: str) -> str:
    """Return an office's name in capitals as it is written in a sentence."""
    words = _ISSUER.sub("", bare(line))
    plain = line.split()[-len(words.split()) :]
    kept = ("UBND", "HĐND")
    low = [w.capitalize() if _VOWEL.search(bare(w)) and w not in kept else w for w in plain]
    text = " ".join(low)
    for kind in ("Xã", "Phường", "Thị Trấn", "Huyện", "Quận", "Thị Xã", "Thành Phố", "Tỉnh"):
        text = re.sub(rf"\b{kind}\b", kind.lower(), text)
    return re.sub(r"^Hội Đồng Nhân Dân", "HĐND", re.sub(r"^(?:Ủy|Uỷ) Ban Nhân Dân", "UBND", text))


def _key(name: str) -> str:
    return bare(name).replace("uy ban nhan dan", "ubnd")


def level_of(organisation: str) -> str:
    """Return the level that an organisation's name tells, empty for another.

    >>> level_of("UBND xã Thượng Lộ"), level_of("Sở Nội vụ")
    ('xã', 'sở')
    """
    words = organisation.lower().split()
    for kind in ("xã", "phường", "thị trấn", "huyện", "quận", "thị xã", "thành phố", "tỉnh", "sở"):
        if f" {kind} " in f" {' '.join(words)} ":
            return kind
    return ""

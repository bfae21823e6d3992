"""Departments and groups: who the document names, with other spellings of one party."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qms_xlsx.document.decision import Party
from qms_xlsx.document.labels import Labels
from qms_xlsx.domain.department import parties
from qms_xlsx.language.text import bare, clean

if TYPE_CHECKING:
    from collections.abc import Iterable

    from qms_xlsx.document.model import Paragraph

_GROUP = re.compile(
    r"(cac|toan the|toan bo|tat ca|thu truong|moi|nhung|cbcc|can bo|cong chuc$|cong chuc,)\b"
)
_ROLE = re.compile(r"(qmr|thu ky|ban chi dao|ban soan thao|to giup viec|lanh dao|chu tich|pho chu)")
_BEFORE = re.compile(r"^(?:(?:cong chuc|bo phan|phong|ban|to|chanh|chuyen vien)\s+)+(?=\w)")
_AFTER = re.compile(r"\s+(cua )?(ubnd )?(xa|phuong|thi tran|huyen|quan|thanh pho|tinh)$")
_NAMED = re.compile(
    r"(?:công chức|phòng|bộ phận|văn phòng|ban công an|ban chỉ huy quân sự|công an|trạm|đài|hội|"
    r"chi cục|trung tâm)\b[^,;.()]*",
    re.IGNORECASE,
)
_TITLE = re.compile(
    r"^(?:(?:các )?(?:ông|bà|đồng chí)[,\s]+)?(?:chánh (?=văn phòng)"
    r"|trưởng (?=phòng|ban|khoa|công an|trạm)|giám đốc (?=trung tâm)|chỉ huy trưởng (?=ban))",
    re.IGNORECASE,
)
_TAIL = re.compile(
    r"\s+(?:có trách nhiệm|chịu trách nhiệm|căn cứ|và các|tại tờ trình|thực hiện|phối hợp)\b.*$",
    re.IGNORECASE,
)


def parties_of(
    said: Iterable[str], paragraphs: Iterable[Paragraph]
) -> tuple[tuple[Party, ...], tuple[str, ...]]:
    """Return the departments and the groups of a plan's columns and of the closing article."""
    names = list(dict.fromkeys(name for text in said for name in split_parties(text)))
    spelt: dict[str, list[str]] = {}
    groups: list[str] = []
    for name in names:
        if is_group(name):
            groups.append(name)
        elif not _ROLE.match(bare(name)):
            spelt.setdefault(party_core(name), []).append(name)
    for name in _in_articles(paragraphs):
        known = spelt.setdefault(party_core(name), [])
        if name not in known:
            known.append(name)
    labels = Labels()
    found = tuple(_party(spellings, labels) for core, spellings in spelt.items() if core)
    return found, tuple(dict.fromkeys(groups))


def split_parties(text: str) -> tuple[str, ...]:
    """Return the names in a cell: bullets, semicolons and lines part them, a comma does too."""
    found: list[str] = []
    for name in parties(text):
        pieces = [piece.strip() for piece in re.split(r",\s+(?=[^\W\d_])", name)]
        found += pieces if len(pieces) > 1 and all(p[:1].isupper() for p in pieces) else [name]
    return tuple(clean(name).rstrip(".;, ") for name in found if name)


def is_group(name: str) -> bool:
    """Whether a name means several: "Các bộ phận chuyên môn", "Toàn thể CBCC"."""
    return bool(_GROUP.match(bare(name)))


def party_core(name: str) -> str:
    """Return what the spellings of one party share.

    >>> party_core("Công chức văn phòng thống kê") == party_core("Văn phòng - Thống kê xã.")
    True
    """
    low = clean(re.sub(r"[-–,./]", " ", bare(name)))
    low = _AFTER.sub("", _BEFORE.sub("", low))
    return "" if low in ("", "chuyen mon", "lien quan") else low


def _in_articles(paragraphs: Iterable[Paragraph]) -> Iterable[str]:
    """Yield the departments that the closing article and the proposer name."""
    for paragraph in paragraphs:
        low = bare(paragraph.text)
        closing = re.search(r"(chiu|co) trach nhiem thi hanh|can cu quyet dinh thi hanh", low)
        if not closing and not low.startswith(("theo de nghi", "xet de nghi")):
            continue
        text = re.sub(r"^Điều \d+\.\s*|^(?:Theo|Xét) đề nghị của\s*", "", paragraph.text)
        for piece in re.split(r",\s+|;\s+|\s+và\s+(?=các\b)", text):
            name = _led(_TAIL.sub("", piece.strip()).rstrip(" ./"))
            if "ca nhan" in bare(name):
                continue
            whole = _NAMED.fullmatch(name)
            if whole and not is_group(name) and not _ROLE.match(bare(name)) and len(name) < 70:
                yield name[:1].upper() + name[1:]


def _led(name: str) -> str:
    """Return the department that a title leads.

    >>> _led("Chánh Văn phòng HĐND và UBND huyện"), _led("Trưởng phòng Nội vụ")
    ('Văn phòng HĐND và UBND huyện', 'Phòng Nội vụ')
    """
    led = _TITLE.sub("", name)
    return led[:1].upper() + led[1:]


def _party(spellings: list[str], labels: Labels) -> Party:
    name = max(spellings, key=lambda text: ("-" in text, -len(text)))
    code = labels.own(_code(name))
    return Party(name=name, code=code, aliases=tuple(s for s in spellings if s != name))


def _code(name: str) -> str:
    """Return the initials of a name: "Văn phòng - Thống kê" is VP-TK."""
    plain = _AFTER.sub("", _BEFORE.sub("", bare(name)))
    parts = [re.findall(r"[a-z0-9]+", part) for part in re.split(r"\s+-\s+", plain)]
    initials = ("".join(word[0] for word in part if word != "va") for part in parts)
    return "-".join(initial for initial in initials if initial).upper()

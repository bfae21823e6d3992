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
    r"((?:truong )?cac|toan the|toan bo|tat ca|thu truong|moi|nhung|cbcc|can bo|cong chuc$"
    r"|cong chuc,)\b"
)
_ROLE = re.compile(r"(qmr|thu ky|ban chi dao|ban soan thao|to giup viec|lanh dao|chu tich|pho chu)")
_BEFORE = re.compile(
    r"^(?:(?:cong chuc|bo phan|phong|ban|to(?! chuc)|chanh|chuyen vien)\s+)+(?=\w)"
)
_AFTER = re.compile(r"\s+(cua )?(ubnd )?(xa|phuong|thi tran|huyen|quan|thanh pho|tinh)$")
_NAMED = re.compile(
    r"(?:công chức|phòng|bộ phận|văn phòng|ban công an|ban chỉ huy quân sự|công an|trạm|đài|hội|"
    r"chi cục|trung tâm)\b[^,;.()]*",
    re.IGNORECASE,
)
KINDS = (
    "văn phòng|phòng|ban(?! hành)|trung tâm|khoa(?! học)|tổ(?! chức)|chi cục|công an|thanh tra|trạm"
    "|bộ phận|đội(?! ngũ)|hạt|công chức|hội(?! nhập)|đài|đoàn(?! thể| kết)|sở(?! hữu)|trường|cục"
    "|viện|kho bạc|bảo hiểm|thôn|ấp|bản(?! quyền)|khu phố|xã(?! hội)|phường"
)
"""What the name of a department begins with; not "Xã hội", "Tổ chức", which end another's."""
_LISTED = re.compile(rf",\s+(?=(?:{KINDS})\s)|\s+và\s+(?=(?:{KINDS})\s)", re.IGNORECASE)
KIND = re.compile(rf"(?:{KINDS})\s", re.IGNORECASE)
_SEVERAL = re.compile(
    r"các (?P<kind>phòng|khoa|trung tâm|công chức|ban|tổ|chi cục|bộ phận)\s*:?\s+"
    r"(?-i:(?=[A-ZÀ-ỸĐ]))",
    re.IGNORECASE,
)
"""Several of a kind, each named: "các phòng: Nội vụ, Tư pháp"."""
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
        elif not is_role(name):
            spelt.setdefault(_core(name), []).append(name)
    for name in _in_articles(paragraphs):
        known = spelt.setdefault(_core(name), [])
        if name not in known:
            known.append(name)
    labels = Labels()
    found = tuple(_party(spellings, labels) for spellings in spelt.values())
    return found, tuple(dict.fromkeys(groups))


def split_parties(text: str) -> tuple[str, ...]:
    """Return the names in a cell: bullets, semicolons and lines part them, a comma does too.

    >>> split_parties("Phòng Kinh tế, Hạ tầng và Đô thị, Phòng Nội vụ và Công an xã")
    ('Phòng Kinh tế, Hạ tầng và Đô thị', 'Phòng Nội vụ', 'Công an xã')
    >>> split_parties("các phòng: Nội vụ, Tư pháp")
    ('Phòng Nội vụ', 'Phòng Tư pháp')
    """
    found = [one for name in parties(text) for one in _parted(name)]
    return tuple(clean(name).rstrip(".;, ") for name in found if name)


def _parted(name: str) -> list[str]:
    several = _SEVERAL.match(name)
    if several:
        kind = several["kind"].capitalize()
        names = re.split(r",\s+|\s+và\s+", name[several.end() :])
        return [one if KIND.match(one) else f"{kind} {one}" for one in names]
    return [one for whole in _LISTED.split(name) for one in _without_kinds(whole)]


def _without_kinds(name: str) -> list[str]:
    """Return the names between commas, where each begins with a capital.

    What ends with "và" is one name: "Chi cục Chất lượng, Chế biến và Phát triển thị trường".
    """
    pieces = [piece.strip() for piece in re.split(r",\s+(?=[^\W\d_])", name)]
    one = KIND.match(name) and " và " in pieces[-1].lower()
    several = len(pieces) > 1 and all(piece[:1].isupper() for piece in pieces)
    return pieces if several and not one else [name]


def is_group(name: str) -> bool:
    """Whether a name means several: "Các bộ phận chuyên môn", "Toàn thể CBCC"."""
    return bool(_GROUP.match(bare(name)))


def is_role(name: str) -> bool:
    """Whether a name means who keeps the system, and no department: "Ban Chỉ đạo ISO"."""
    return bool(_ROLE.match(bare(name)))


def party_core(name: str) -> str:
    """Return what the spellings of one party share.

    >>> party_core("Công chức văn phòng thống kê") == party_core("Văn phòng - Thống kê xã.")
    True
    """
    low = clean(re.sub(r"[-–,./]", " ", bare(name)))
    low = _AFTER.sub("", _BEFORE.sub("", low))
    return "" if low in ("", "chuyen mon", "lien quan") else low


def _core(name: str) -> str:
    """Return what the spellings of one party share; "Tổ chuyên môn" has no more than its kind."""
    return party_core(led(name)) or bare(name)


def _in_articles(paragraphs: Iterable[Paragraph]) -> Iterable[str]:
    """Yield the departments that the closing article and the proposer name."""
    for paragraph in paragraphs:
        low = bare(paragraph.text)
        closing = re.search(r"(chiu|co) trach nhiem thi hanh|can cu quyet dinh thi hanh", low)
        if not closing and not low.startswith(("theo de nghi", "xet de nghi")):
            continue
        text = re.sub(r"^Điều \d+\.\s*|^(?:Theo|Xét) đề nghị của\s*", "", paragraph.text)
        for piece in re.split(r",\s+|;\s+|\s+và\s+(?=các\b)", text):
            name = led(_TAIL.sub("", piece.strip()).rstrip(" ./"))
            if "ca nhan" in bare(name):
                continue
            whole = _NAMED.fullmatch(name)
            if _is_kind_alone(name):
                continue
            if whole and not is_group(name) and not is_role(name) and len(name) < 70:
                yield name[:1].upper() + name[1:]


def _is_kind_alone(name: str) -> bool:
    """Whether words name a kind of departments, and none of them: "các khoa, phòng"."""
    return party_core(name) in ("", "phong", "ban", "khoa", "bo phan", "tram", "cong chuc", "hoi")


def led(name: str) -> str:
    """Return the department that a title leads.

    >>> led("Chánh Văn phòng HĐND và UBND huyện"), led("Trưởng phòng Nội vụ")
    ('Văn phòng HĐND và UBND huyện', 'Phòng Nội vụ')
    """
    led = _TITLE.sub("", name)
    return led[:1].upper() + led[1:]


def _party(spellings: list[str], labels: Labels) -> Party:
    name = led(max(spellings, key=lambda text: ("-" in text, -len(text))))
    code = labels.own(_code(name))
    return Party(name=name, code=code, aliases=tuple(s for s in spellings if s != name))


def _code(name: str) -> str:
    """Return the initials of a name: "Văn phòng - Thống kê" is VP-TK."""
    plain = _AFTER.sub("", _BEFORE.sub("", bare(name)))
    parts = [re.findall(r"[a-z0-9]+", part) for part in re.split(r"\s+-\s+", plain)]
    initials = ("".join(word[0] for word in part if word != "va") for part in parts)
    return "-".join(initial for initial in initials if initial).upper()

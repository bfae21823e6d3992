"""Numbers that are no targets: dates, documents, standards, ordinals, levels, ages, names."""

# ruff: noqa: E501 (a pattern is easier to check on one line)

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from qms_xlsx.domain.target.scan import Text, Token

# What may follow a number only when it is a quantity after all.
_QUANTITY = r"(?!\s*(?:%|‰|phan tram|phan nghin)|[.,]?\d)"
_YEAR = r"(?:19|20)\d{2}"
_ROMAN = r"(?:x{0,2}(?:ix|iv|v?i{1,3}|v|x))"

HIDING = {
    "garbled": [r"\b\d+[oil]\d+", r"(?<![\w/])[il]\d+(?:[.,]\d+)?\s*%", r"\b\d+o+\s*%"],
    "standard": [
        r"\b(?:tcvn|iso|iec|qcvn|tcn|haccp|asean|qlcl)(?:[\s/:.-]*(?:tcvn|iso|iec|qcvn))*"
        r"[\s:-]*\d[\d\s]*(?:[:./-]\s*\d+)*(?:/[a-z]+)*",
        r"\b9001\s*:\s*20\d\d\b",
        r"\b(?:phien ban|cong nghiep|cach mang|nong nghiep|chinh phu)(?: lan thu)? [1-6][.,]0\b",
        r"\bcovid\s*-?\s*19\b",
    ],
    "document": [
        r"\b(?:so\s*:?\s*)?\d+(?:/\d{4})?\s*[/-]\s*(?:qd|nq|nd|tt|ttlt|ct|kh|bc|tb|ttr|hd|cv|cp|qh\d*|ctr|da|pa)\b"
        r"(?:\s*[-/]\s*[a-z]+)*",
        r"\b(?:dieu|khoan|chuong|phu luc|tiet|muc so|bieu so|bieu mau|mau so|mau|bang so)\s+(?:so\s+)?"
        r"(?:\d+[a-z]?(?:[.,/-]\d+)*|" + _ROMAN + r")\b" + _QUANTITY,
        r"\b(?:nghi quyet|nghi dinh|thong tu(?: lien tich)?|chi thi|quyet dinh|ket luan|luat|phap lenh"
        r"|cong van|de an|chuong trinh|du an|ke hoach|thong bao|to trinh|cong dien|nq|qd|nd|tt|ct)"
        r"\s+(?:so\s*:?\s*)?\d+(?:[/-][\da-z-]+)*(?:\s*-\s*[a-z]{2,}/[a-z]+)?\b"
        r"(?![\d.,]*\d)(?!\s*(?:%|‰|phan tram|ho\b|nguoi\b|ha\b|trieu\b|ty\b|mo hinh\b|ho so\b|con\b|tan\b|lop\b|buoi\b|cuoc\b))",
        r"\b(?:van ban|bao cao|quy dinh|huong dan)\s+so\s*:?\s*\d+(?:[/-][\da-z-]+)*",
    ],
    "date": [
        r"\b(?:ngay\s+)?\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*" + _YEAR + r"\b",
        r"\b(?:ngay|mung)\s+\d{1,2}(?:\s*[/-]\s*\d{1,2}\b|\s+thang\s+\d{1,2}\b)?(?:\s*(?:/|nam)\s*" + _YEAR + r")?"
        r"(?!\s*(?:%|phan tram))",
        r"\b\d{1,2}\s+thang\s+\d{1,2}\s+nam\s+" + _YEAR,
        r"\bthang\s+\d{1,2}(?:\s*(?:-|den|,|va)\s*(?:thang\s+)?\d{1,2})?\b(?:\s*(?:/|nam)\s*" + _YEAR + r")?" + _QUANTITY,
        r"\b\d{1,2}\s*/\s*" + _YEAR + r"\b",
        r"\b(?:truoc|den(?: het)?|het|tu|sau)\s+(?:ngay\s+)?[0-3]?\d/[01]?\d\b" + _QUANTITY,
        r"\bquy\s+(?:" + _ROMAN + r"|[1-4])(?:\s*(?:-|va|,)\s*(?:quy\s+)?(?:" + _ROMAN + r"|[1-4]))?\b"
        r"(?:\s*[/-]\s*" + _YEAR + r"|\s+nam\s+" + _YEAR + r")?" + _QUANTITY,
        r"\bnam(?:\s+hoc|\s+ngan sach)?\s+" + _YEAR + r"(?:\s*[-/]\s*" + _YEAR + r")?\b",
        r"\b(?:giai doan|nhiem ky|thoi ky|nien khoa|khoa)\s+(?:nam\s+)?" + _YEAR + r"\s*(?:-|den)\s*(?:nam\s+)?" + _YEAR,
        r"\b" + _YEAR + r"\s*-\s*" + _YEAR + r"\b",
        r"\b(?:den|truoc|so voi|cuoi|dau|trong|tu|sau|vao|cung ky|uoc thuc hien)\s+" + _YEAR + r"\b(?!\s*(?:%|[.,]\d|[a-z]*\s*(?:dong|ho|nguoi|ha|con|tan)\b))",
        r"\b\d{1,2}\s+thang(?:\s+(?:dau|cuoi)(?:\s+(?:nam|quy))?)(?:\s+" + _YEAR + r")?",
        r"\b\d{1,2}\s+thang(?=\s*,?\s*(?:va\s+)?(?:ca\s+|1\s+)?nam\b(?!\s*\d))",
        r"\bdinh ky\s+\d{1,2}\s+(?:thang|tuan|nam)(?:\s*/\s*(?:\d+\s*)?lan)?",
        r"\b(?:24\s*/\s*24|24\s*/\s*7)(?:\s*(?:gio|h)\b)?(?!\s*(?:[a-z]|%))",
        r"\b24\s*/\s*24\s*(?:gio|h)\b",
        r"\b(?:trong|sau|qua|tiep tuc|thoi gian|vong)\s+\d{1,2}\s+nam\b(?:\s+(?:lien tiep|lien tuc|qua|toi))?",
        r"\b(?:ke hoach|nghi quyet|chuong trinh|phuong huong)\s+(?:\S+\s+){0,7}?\d{1,2}\s+nam\b(?!\s*(?:dat|la|:|chi))",
        r"\b\d{1,2}\s+nam(?=\s*,?\s*(?:giai doan\s+)?\(?" + _YEAR + r")",
        r"\b\d{1,2}\s+nam\s+(?:lien tiep|lien tuc|lien|tro lai)",
        r"\bthe ky\s+(?:\d{2}|" + _ROMAN + r")\b",
        r"\b\d{1,2}\s*(?:h|gio)\s*\d{2}\b",
    ],
    "ordinal": [
        r"\b(?:sinh(?:\s+con)?|con|lan|dai hoi|ky hop|hoi nghi|dot|nguoi con|the he|nam|cap|tap)\s+thu\s+"
        r"(?:\d+|" + _ROMAN + r"|hai|ba|tu|nam)\b(?:\s+tro len)?",
        r"\bsinh con (?:lan )?(?:thu )?(?:\d|ba)\b(?:\s+tro len)?",
        r"^lan\s+(?:thu\s+)?\d+\b",
        r"\bthu\s+[2-7]\s+(?:hang|moi)\s+(?:tuan|thang)\b",
        r"\b(?:ngay|sang|chieu|toi)\s+thu\s+(?:[2-7]|hai|ba|tu|nam|sau|bay)\b",
        r"\b(?:khoa|dot|(?<!trong )vong|ky hop|dai hoi)\s+(?:thu\s+)?(?:\d{1,2}|" + _ROMAN + r")\b" + _QUANTITY,
    ],
    "level": [
        r"\b(?:muc do|cap do|muc)\s+\d(?:\s*(?:,|va|hoac|-|/|den)\s*(?:muc do\s+|muc\s+)?\d)+\b(?!\s*(?:%|[.,]\d|trieu|ty|dong|nghin|ngan|ha\b|diem|lan|ngay))"
        r"(?:\s+tro len)?",
        r"\b(?:muc do|cap do|bac do)\s+(?:\d|" + _ROMAN + r")\b(?:\s+tro len)?(?!\s*(?:%|[.,]\d|phan tram))",
        r"\bmuc\s+[1-4]\b(?:\s+tro len)?(?!\s*(?:%|[.,/]\d|trieu|ty|dong|nghin|ngan|ha\b|diem|lan|ngay|phan tram))",
        r"\b(?:cap|bac|hang|loai|nhom|vung|khu vuc|tuyen)\s+" + _ROMAN + r"\b(?:\s*(?:,|va|-)\s*" + _ROMAN + r"\b)*(?:\s+tro len)?",
        r"\b(?:lop|khoi)\s+\d{1,2}\b" + _QUANTITY,
        r"\b(?:loai|vung|khu vuc)\s+[1-5]\b(?:\s+tro len)?" + _QUANTITY + r"(?!\s*(?:ho so|ho|nguoi|mo hinh|van ban)\b)",
        r"\b(?:quoc lo|tinh lo|ql|tl|dt|huyen lo|duong tinh|duong so|duong huyen)\.?\s*\d+[a-z]?\b" + _QUANTITY,
        r"\b(?:tieu chi|chi tieu|noi dung|muc tieu|to|thon|ap|khom|khu pho|khu|to dan pho|xom|ban)\s+so\s+\d+(?:\.\d+)*\b(?!\s*%)",
        r"\b(?:tieu chi|chi tieu)\s+\d{1,2}\.\d{1,2}\b(?!\s*%)",
        r"\b(?:thon|xom|to dan pho|tdp|khu pho)\s+\d{1,2}\b(?!\s*(?:%|[.,/]\d|ho\b|nguoi\b|mo hinh\b|phan tram))",
        r"\b\d\s+(?:khong\b|sach\b|tai cho|ro\b|biet\b|tang cuong\b|bat\b)(?:\s*,?\s*\d\s+(?:khong|sach|ro|biet|co)\b)*",
        r"\b(?:mo hinh|phong trao|quy trinh|nguyen tac|chuan)\s+5s\b",
        r"\b\d\s*s\b(?!\w)",
        r"\b(?:\d|hai|ba|bon)\s+cap\b(?!\s+(?:giay|chung))",
        r"\b(?:tren |o )?ca\s+\d{1,2}\s+(?:mat|tieu chi|linh vuc|noi dung|nhom|chi so)\b",
        r"\bco 2 con\b|\bsinh (?:du )?(?:hai|2) con\b",
    ],
    "age": [
        r"\b(?:tu|tren|duoi|du|den|tren tu)?\s*(?:du\s+)?\d{1,3}(?:\s*(?:-|den|den duoi|den het)\s*(?:duoi\s+)?\d{1,3})?\s*tuoi\b(?:\s+(?:tro len|tro xuong))?",
        r"\b(?:tu|tren|duoi)\s+\d{1,2}\s+thang tuoi\b",
    ],
}  # fmt: skip
_PATTERNS = [(why, re.compile(pattern)) for why, group in HIDING.items() for pattern in group]
# Words of the patterns that other words look like without their marks.
_MEANT = {
    "vong": ("vòng",), "mau": ("mẫu",), "dot": ("đợt",), "khoa": ("khóa", "khoá"), "cap": ("cấp",),
    "muc": ("mức", "mục"), "lop": ("lớp",), "khoi": ("khối",), "loai": ("loại",), "vung": ("vùng",),
    "bac": ("bậc",), "hang": ("hạng", "hàng"), "tuyen": ("tuyến",), "dieu": ("điều",), "luat": ("luật",),
    "khoan": ("khoản",), "tiet": ("tiết",), "thang": ("tháng",), "ngay": ("ngày",), "tap": ("tập",),
    "quy": ("quý", "quy"), "thu": ("thứ", "thủ", "thư", "thông"), "lan": ("lần",), "ap": ("ấp",),
    "xom": ("xóm",), "tong": ("tổng",), "doi": ("đối", "đội"),
}  # fmt: skip
_LIFE = re.compile(r"\btuoi tho\b")
# An urban class ("đô thị loại V") is a grade of its own.
_CLASS = re.compile(r"do thi\s+loai\b")
_NUMERAL = re.compile(_ROMAN)


def hide(text: Text) -> set[str]:
    """Mark the tokens that belong to what is no target, and return the reasons found."""
    found: set[str] = set()
    for why, pattern in _PATTERNS:
        if why == "age" and (_LIFE.search(text.bare) or pattern.fullmatch(text.bare)):
            continue
        for match in pattern.finditer(text.bare):
            span = [t for t in text.tokens if match.start() <= t.start and t.end <= match.end()]
            if any(_no_numeral(text, token) or _other_word(text, token) for token in span):
                continue
            if why == "level" and _CLASS.search(text.bare[max(0, match.start() - 8) : match.end()]):
                continue
            found.add(why)
            for token in span:
                token.hidden = token.hidden or why
    _hide_codes(text)
    return found


def _other_word(text: Text, token: Token) -> bool:
    """Tell "máu" from "mẫu" and "tử vong" from "vòng", whose bare letters are the same."""
    meant = _MEANT.get(token.bare)
    return not text.plain and meant is not None and token.fold not in meant


def _no_numeral(text: Text, token: Token) -> bool:
    """Tell a word ("vị", "xí") from the Roman numeral that its bare letters look like."""
    if token.kind != "word" or not _NUMERAL.fullmatch(token.bare):
        return False
    return token.fold != token.bare or (text.plain and not token.raw.isupper())


def _hide_codes(text: Text) -> None:
    """Hide digits glued to a name: T1, QL1A, K50; units such as m2 and unspaced words stay."""
    for before, token in zip(text.tokens, text.tokens[1:], strict=False):
        glued = token.kind == "number" and not token.spaced and before.kind == "word"
        if glued and len(before.raw) <= 4 and before.raw.isupper() and before.raw.isascii():
            token.hidden = token.hidden or "name"

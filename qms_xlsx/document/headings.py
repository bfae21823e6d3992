"""What the headings of tables say that their columns hold."""

from __future__ import annotations

import re

from qms_xlsx.language.text import bare

_HEADINGS = (
    ("number", r"(tt|stt|so tt|so thu tu|muc)$"),
    ("coordinating", r"(.*\b)?phoi hop\b"),
    (
        "serves",
        r"((cho|phuc vu|thuoc|ung voi|gan voi) )?(muc tieu|chi tieu|mtcl)( chat luong)? (so|thu)$"
        r"|(so|stt|ma)( hieu)?( cua)? (muc tieu|chi tieu)( chat luong)?$",
    ),
    (
        "monitor",
        r"(.*\b)?(theo doi mtcl|trach nhiem theo doi|(nguoi|don vi) (theo doi|giam sat|kiem tra)"
        r"|giam sat|don doc|theo doi,? (va )?(kiem tra|danh gia)|theo doi$)",
    ),
    (
        "evidence",
        r"(cach thuc theo doi|(.*\b)?minh chung|san pham|ho so|tai lieu"
        r"|ket qua( (dau ra|du kien)|,|/| va ho so|$))",
    ),
    ("half", r"(.*\b)?6 thang"),
    (
        "deadline",
        r"thoi (gian|han|diem)|tien do|(han|ngay|moc) hoan thanh"
        r"|hoan thanh( (truoc|trong|vao))?( ngay)?$",
    ),
    ("cadence", r"(tan suat|ky bao cao|chu ky)"),
    ("resources", r"(nguon luc|kinh phi)"),
    ("unit", r"(dvt|don vi tinh|dv tinh|don vi do)$"),
    (
        "measure",
        r"(.*\b)?(ke hoach (thuc hien|hanh dong|trien khai)|cach thuc hien|bien phap|giai phap"
        r"|cong viec|hoat dong|nhiem vu)\b",
    ),
    (
        "lead",
        r"(.*\b)?(chu tri|dau moi|bo phan|phong,? ban|don vi thuc hien|co quan thuc hien"
        r"|don vi phu trach|trach nhiem|phu trach|nguoi thuc hien|don vi)\b",
    ),
    (
        "before",
        r"(thuc hien|uoc thuc hien|ket qua|uth|th)\s*(nam)?\s*20\d\d"
        r"|20\d\d \(?(thuc hien|uoc)|(muc |so )?hien (tai|nay|trang|co)",
    ),
    (
        "value",
        r"(ke hoach(?! (thuc hien|hanh dong|trien khai))"
        r"|muc (phan dau|dat|giao|can|chi tieu|ke hoach|mong muon|huong toi|thach thuc|vuot troi)"
        r"|chi tieu (nam|giao|ke hoach|phan dau|can dat|dat)|muc tieu (nam )?20\d\d"
        r"|giao$|giao nam|nam (hoc )?20\d\d|gia tri|phan dau|kh\b|chi tieu 20\d\d|ty le"
        r"|muc tieu can dat|yeu cau|chi tieu chung"
        r"|nguong( (dat|can dat|chap nhan|muc tieu))?\b"
        r"|(muc )?(toi thieu|thap nhat|san)$|(ca|tong|toan) nam$"
        r"|20\d\d \(?(muc tieu|ke hoach|chi tieu)"
        r"|(phap lenh|chung|tong so|(toan|tong) (huyen|tinh|xa|phuong|truong|nganh|don vi))$)",
    ),
    ("upper", r"(muc )?(toi da|cao nhat|tran)$"),
    ("note", r"ghi chu"),
    (
        "name",
        r"(ten |danh muc |noi dung )?(cac )?(chi tieu|muc tieu|noi dung|ten|tieu chi|chi so|kpi)",
    ),
)


def told_by(words: list[str], found: dict[str, int]) -> str:
    """Return what a column holds: the lowest heading decides, then the one above."""
    for text in reversed(words):
        low = bare(text).strip(" .:()")
        for key, pattern in _HEADINGS:
            if key not in found and re.match(pattern, low):
                return key
    return ""

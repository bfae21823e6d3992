"""Units of measurement and their scales: what converts into what, and by which factor."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from qms_xlsx.language.text import folded

NUMERALS = {"nghìn": 1e3, "ngàn": 1e3, "k": 1e3, "vạn": 1e4, "triệu": 1e6, "tỷ": 1e9}
"""Words that multiply; money keeps them in its unit, things are counted out."""

MONEY = {
    "đồng": "đồng",
    "nghìn": "nghìn đồng",
    "ngàn": "nghìn đồng",
    "nghìn đồng": "nghìn đồng",
    "ngàn đồng": "nghìn đồng",
    "nghìnđ": "nghìn đồng",
    "triệu": "triệu đồng",
    "triệu đồng": "triệu đồng",
    "triệuđ": "triệu đồng",
    "tr": "triệu đồng",
    "trđ": "triệu đồng",
    "tr đ": "triệu đồng",
    "tr đồng": "triệu đồng",
    "trđồng": "triệu đồng",
    "tỷ": "tỷ đồng",
    "tỉ": "tỷ đồng",
    "tỷ đồng": "tỷ đồng",
    "tỉ đồng": "tỷ đồng",
    "tỷđ": "tỷ đồng",
    "tỉđ": "tỷ đồng",
    "tỷ đ": "tỷ đồng",
    "tỷđồng": "tỷ đồng",
    "đ": "đồng",
    "vnđ": "đồng",
    "vnd": "đồng",
    "triệu vnđ": "triệu đồng",
    "tỷ vnđ": "tỷ đồng",
    "nghìn tỷ": "nghìn tỷ đồng",
    "nghìn tỷ đồng": "nghìn tỷ đồng",
    "ngàn tỷ đồng": "nghìn tỷ đồng",
    "usd": "USD",
    "nghìn usd": "nghìn USD",
    "triệu usd": "triệu USD",
    "tỷ usd": "tỷ USD",
}
"""How money is written, and its tidy unit."""

SHARES = {
    "%": "%",
    "phần trăm": "%",
    "‰": "‰",
    "phần nghìn": "‰",
    "phần ngàn": "‰",
    "%o": "‰",
    "%0": "‰",
    "% o": "‰",
    "% 0": "‰",
}
"""How shares are written, and their sign."""

POINTS = "điểm phần trăm"

_MEASURES = {
    "%": ("share", 1.0),
    "‰": ("share", 0.1),
    "kg": ("weight", 1.0),
    "g": ("weight", 1e-3),
    "yến": ("weight", 10.0),
    "tạ": ("weight", 100.0),
    "tấn": ("weight", 1000.0),
    "m": ("length", 1.0),
    "mét": ("length", 1.0),
    "km": ("length", 1000.0),
    "m2": ("area", 1.0),
    "m²": ("area", 1.0),
    "ha": ("area", 1e4),
    "km2": ("area", 1e6),
    "km²": ("area", 1e6),
    "m3": ("volume", 1.0),
    "m³": ("volume", 1.0),
    "phút": ("time", 1.0),
    "giờ": ("time", 60.0),
}

_QUOTIENTS = frozenset(("điểm", "lần", "hệ số"))
_SCALED = frozenset({*(kind for kind, _ in _MEASURES.values()), "đồng", "USD", POINTS})
"""The kinds of unit that are measured; all others are names of what is counted."""


_SPELLINGS = "|".join(sorted(SHARES, key=len, reverse=True))
_SHARE = re.compile(
    rf"(?:t[ỷỉ] lệ|đvt:?)?\s*\(?({_SPELLINGS})(?![^\W\d_])\)?(?:\s*\([%‰]\))?", re.IGNORECASE
)


_MANY = re.compile(
    rf"(?:/\s*|\btrên )(?:(10(?:[. ]?0)+|1(?:[. ]?000)+)|({'|'.join(NUMERALS)}))(?=\s+[^\W\d_])"
)


def by_sign(unit: str) -> str:
    """Return a unit whose share, however it is spelt, is its sign.

    >>> by_sign("Phần trăm"), by_sign("Tỷ lệ (%)"), by_sign("phần nghìn"), by_sign("% hộ nghèo")
    ('%', '%', '‰', '% hộ nghèo')
    >>> by_sign("hồ sơ"), by_sign("điểm phần trăm")
    ('hồ sơ', 'điểm phần trăm')
    """
    plain = unicodedata.normalize("NFC", unit).strip()
    found = _SHARE.match(plain)
    return f"{SHARES[found[1].lower()]}{plain[found.end() :]}" if found else unit


def factor(from_unit: str | None, to_unit: str | None) -> float | None:
    """Return what a figure in one unit is multiplied by to be in the other; None if nothing fits.

    A "/người/năm" that only one side writes is understood on the other.

    >>> factor("triệu đồng", "tỷ đồng"), factor("tỷ", "triệu đồng/người/năm")
    (0.001, 1000.0)
    >>> factor("ha", "hồ sơ") is None
    True
    """
    if not from_unit or not to_unit:
        return 1.0 if (from_unit or None) == (to_unit or None) else None
    (kind, size, per), (other_kind, other_size, other_per) = _parts(from_unit), _parts(to_unit)
    if kind != other_kind or not _same_base(per, other_per):
        return None
    return 1.0 if size == other_size else float(f"{size / other_size:.12g}")


@lru_cache(maxsize=1_000)  # asked for at every figure of a form
def unit_at_scale(unit: str, times: float) -> str:
    """Return the unit of which so many make one of this unit, '' where none is usual.

    >>> unit_at_scale("tỷ đồng", 1e9), unit_at_scale("triệu đồng", 1e-3)
    ('đồng', 'tỷ đồng')
    >>> unit_at_scale("triệu đồng/người/năm", 1e6)
    'đồng/người/năm'
    """
    whole, slash, per = unit.partition("/")
    usual = dict.fromkeys((*MONEY.values(), *_MEASURES))
    found = (name for name in usual if factor(whole, name) == times)
    name = next(found, "") if unit and times != 1 else ""
    return f"{name}{slash}{per}" if name else ""


def as_written(unit: str, words: str) -> str:
    """Return a measured unit with the numeral that the words give it; others are counted out.

    >>> as_written("m3", "12,5 triệu m3"), as_written("con", "12 nghìn con")
    ('triệu m3', 'con')
    """
    head = unit.partition("/")[0]
    if counted(unit) or head in MONEY or head not in _MEASURES:
        return unit
    said = re.search(rf"\d\s*({'|'.join(NUMERALS)}) {re.escape(head)}\b", folded(words))
    return f"{said[1]} {unit}" if said else unit


def counted(unit: str) -> bool:
    """Whether a unit counts whole things: not money, weights, areas, percentages.

    >>> counted("người"), counted("nghìn con"), counted("tỷ đồng"), counted("%"), counted("")
    (True, False, False, False, True)
    """
    kind, size, _ = _parts(unit)
    return kind not in _SCALED and size == 1.0


def _same_base(per: str, other: str) -> bool:
    """Whether two units are counted by the same: what only one side writes is understood."""
    own, others = set(per.split("/")) - {""}, set(other.split("/")) - {""}
    return own <= others or others <= own


def conversion(written: str | None, unit: str | None) -> float | None:
    """Return what turns a target written in one unit into a row's; None where nothing can.

    What is counted has no scale but its numerals: two plain nouns ("người", "lao động") are the
    same thing under two names. A blank unit is the other one.

    >>> conversion("nghìn con", "gia súc"), conversion("", "%"), conversion("% hồ sơ", "%")
    (1000.0, 1.0, 1.0)
    >>> conversion("%", "hồ sơ") is None, conversion("lần/tháng", "lần/quý") is None
    (True, True)
    """
    if not written or not unit:
        return 1.0
    found = factor(written, unit)
    if found is not None:
        return found
    (kind, size, per), (other_kind, other_size, other_per) = _parts(written), _parts(unit)
    if _SCALED & {kind, other_kind} or not _same_base(per, other_per):
        return None
    return float(f"{size / other_size:.12g}")


@lru_cache(maxsize=1024)
def _parts(unit: str) -> tuple[str, float, str]:
    text = re.sub(r"\s*/\s*", "/", folded(unit)).replace("tỉ", "tỷ")
    head, _, per = text.partition("/")
    head = MONEY.get(head, SHARES.get(head, head))
    if head[:1] in ("%", "‰"):  # what a share is of may be left unsaid on one side
        head = "‰" if head[:2] in ("%o", "%0") else head[0]
    words = head.split()
    size = 1.0
    while len(words) > 1 and words[0] in NUMERALS:
        size *= NUMERALS[words.pop(0)]
    kind, own = _MEASURES.get(" ".join(words), (" ".join(words), 1.0))
    return kind, size * own, per


@lru_cache(maxsize=1024)
def per_many(unit: str) -> float:
    """Return of how many a rate counts in its unit; 1 where it names no round number.

    >>> per_many("ca/100.000 dân"), per_many("bác sĩ/vạn dân"), per_many("vụ trên 1000 lao động")
    (100000.0, 10000.0, 1000.0)
    >>> per_many("tạ/ha"), per_many("lần/6 tháng"), per_many("triệu đồng/người/năm")
    (1.0, 1.0, 1.0)
    """
    found = _MANY.search(folded(unit))
    if found is None:
        return 1.0
    return NUMERALS[found[2]] if found[2] else float(re.sub(r"\D", "", found[1]))


def ratio_scale(unit: str) -> float:
    """Return what a quotient is multiplied by to be in this unit.

    >>> ratio_scale("%"), ratio_scale("‰"), ratio_scale("tạ/ha"), ratio_scale("ca/1.000 dân")
    (100.0, 1000.0, 1.0, 1000.0)
    """
    if unit.startswith("%"):
        return 100.0
    return 1000.0 if unit.startswith("‰") else per_many(unit)


_OF_TIME = frozenset({"ngày", "tuần", "tháng", "quý", "kỳ", "năm", "6 tháng"})


def is_rate(unit: str) -> bool:
    """Whether figures in a unit are of or for each of something: they cannot be added.

    >>> is_rate("%"), is_rate("ca/1.000 dân"), is_rate("triệu đồng/người/năm"), is_rate("tạ/ha")
    (True, True, True, True)
    >>> is_rate("tỷ đồng"), is_rate("hồ sơ"), is_rate("cuộc/quý"), is_rate("")
    (False, False, False, False)
    """
    per = {part.strip() for part in folded(unit).split("/")[1:]}
    return ratio_scale(unit) != 1.0 or bool(per - _OF_TIME)


def divided(unit: str) -> bool:
    """Whether a quotient can be counted in a unit: a share, a rate, a measure, points or times.

    >>> divided("%"), divided("ca/1.000 dân"), divided("triệu đồng"), divided("điểm")
    (True, True, True, True)
    >>> divided("hồ sơ"), divided("Tỷ lệ"), divided("")
    (False, False, False)
    """
    kind, _, per = _parts(unit)
    rate = per or per_many(unit) != 1.0 or kind in _QUOTIENTS
    return bool(rate) or (kind in _SCALED and not folded(unit).startswith("tỷ lệ"))

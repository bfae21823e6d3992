"""What is counted, and the small words that end a noun."""

from __future__ import annotations

from functools import cache

from qms_xlsx.language.lexicon import Lexicon, phrases
from qms_xlsx.language.units import MONEY, NUMERALS, POINTS, SHARES
from qms_xlsx.language.vocabulary.counting import COUNTED, ENDINGS, PERIODS
from qms_xlsx.language.vocabulary.row import lexicon

_SITTINGS = ("buổi", "cuộc", "phiên", "số")
_RECURRING = ("năm", "tháng", "quý", "tuần", "kỳ", "6 tháng")
_DURATIONS = ("giây", "phút", "giờ", "ngày", "tuần", "tháng", "năm", "quý", "h")
_DIVISIBLE = frozenset(
    phrases(
        "ha, km, km2, km², m3, m³, cm, sào, công, kg, tạ, tấn, yến, g, gam, lít, ml, kWh, MW, kw"
        "\nmb, vạn, héc, hecta, độ, công suất, mét, tỷ, hệ số"
    )
)
_LENGTHS = ("m", "mét", "cm", "m2", "m²", "mét vuông")


def kind_of(unit: str | None) -> str:
    """Return what sort of thing a unit measures: a share, money, a duration and so on."""
    if not unit:
        return "none"
    head, _, per = unit.partition("/")
    if unit in ("%", "‰") or head in ("%", "‰"):
        return "share"
    if unit == POINTS:
        return "points"
    if head in MONEY.values():
        return "money"
    if head == "điểm":
        return "score"
    if head in ("lần", "kỳ", "đợt") or (head in _SITTINGS and per) or _regular(head, per):
        return "frequency"
    if head.split()[0] in _DURATIONS:
        return "duration"
    return "size" if head in _LENGTHS else "count"


def whole(unit: str) -> bool:
    """Tell whether what is counted comes in whole pieces ("hồ sơ"), not in parts ("ha", "điểm")."""
    head = unit.partition("/")[0]
    return kind_of(unit) in ("count", "frequency") and head.split()[0] not in _DIVISIBLE


def _regular(head: str, per: str) -> bool:
    """Tell "02 ngày/tháng", how often people are received, from a duration."""
    return head in ("ngày", "giờ", "tiết") and per in _RECURRING


@cache
def units() -> Lexicon[tuple[str, str]]:
    """Return every unit known: its sort and its tidy spelling."""
    known: dict[str, tuple[str, str]] = {}
    known |= {phrase: ("counted", phrase) for row in COUNTED for phrase in row.phrases}
    known |= {"tdp": ("counted", "TDP"), "tthc": ("counted", "TTHC"), "htx": ("counted", "HTX")}
    known |= {
        "ng": ("counted", "người"),
        "h": ("counted", "giờ"),
        "bác sỹ": ("counted", "bác sĩ"),
        "hecta": ("counted", "ha"),
    }
    known |= {"héc ta": ("counted", "ha"), "kwh": ("counted", "kWh"), "mw": ("counted", "MW")}
    known |= {f"m {n}": ("counted", f"m{n}") for n in (2, 3)} | {"km 2": ("counted", "km2")}
    known |= {word: ("scale", word) for word in NUMERALS}
    known |= {written: ("money", tidy) for written, tidy in MONEY.items()}
    known |= {written: ("share", sign) for written, sign in SHARES.items()}
    known |= {"điểm %": ("points", POINTS), POINTS: ("points", POINTS)}
    return Lexicon(known)


@cache
def endings() -> Lexicon[str]:
    """Return the words that a noun does not reach over."""
    return lexicon(ENDINGS)


@cache
def periods() -> Lexicon[str]:
    """Return what a frequency is counted in."""
    return Lexicon({period: period for row in PERIODS for period in row.phrases})

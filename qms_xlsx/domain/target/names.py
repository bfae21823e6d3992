"""Names that hold numbers, each made one token, so that their numbers are no figures."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qms_xlsx.domain.target import nouns
from qms_xlsx.domain.target.comparators import AFTER_NUMBER
from qms_xlsx.domain.target.figures import figure
from qms_xlsx.domain.target.unit_words import unit_at
from qms_xlsx.language.lexicon import Lexicon, grouped, phrases
from qms_xlsx.language.slots import SLOTS
from qms_xlsx.language.text import bare
from qms_xlsx.language.vocabulary.names import NAMES, SHAPES
from qms_xlsx.language.vocabulary.row import lexicon

if TYPE_CHECKING:
    from qms_xlsx.language.scanner import Text

_SHAPES = lexicon(SHAPES)
_NAMES = lexicon(NAMES, strict=True)
_GARBLED = re.compile(r"\b\d+[oil]\d+|(?<![\w/])[il]\d+(?:[.,]\d+)?\s*%|\b\d+o+\s*%")
_LONGEST_CODE = 4
_BEFORE_YEAR = frozenset(
    ("đến", "trước", "với", "cuối", "đầu", "trong", "từ", "sau", "vào", "kỳ", "hiện", "hơn", "so")
)
_SUMMING_UP = Lexicon(
    phrases(
        "(sơ kết|tổng kết|kiểm điểm|đánh giá|báo cáo|kế hoạch|hội nghị) [kết quả]"
        " (6|06|9|09|sáu|chín) tháng"
    )
)
_CRITERION = Lexicon(phrases("(theo|với) (tiêu chí|chuẩn|mức) … ##, chuẩn nghèo … ##"))
_REACHING = frozenset(("đạt", "là", "còn", "tăng", "giảm", "lên", "xuống"))
_NUMBERED = frozenset(
    ("sinh", "con", "lần", "hội", "họp", "nghị", "đợt", "hệ", "năm", "cấp", "tập")
)
"""Of these "thứ 3" tells which one, not a place to be reached."""


def named(text: Text) -> Text:
    """Return the text with its dates, documents, standards, levels and ages as one token each."""
    return grouped(grouped(text, _SHAPES.at), _name_at)


def garbled(text: Text) -> bool:
    """Tell whether a letter was typed for a digit ("1O0%")."""
    return _GARBLED.search(text.bare) is not None


def _name_at(text: Text, index: int) -> tuple[int, str] | None:
    found = _NAMES.at(text, index)
    if found is None:
        others = (_code, _year, _day, _criterion, _class, _half)
        return next((name for other in others if (name := other(text, index))), None)
    size, kind = found[0], found[1].rstrip("?%")
    guard = found[1][len(kind) :]
    counted = guard and _measured(text, index + size, any_unit=guard == "?")
    return None if counted or _own(text, index, size, kind) else (size, kind)


def _own(text: Text, index: int, size: int, kind: str) -> bool:
    """Tell what looks like a name and is a figure, a rank or a grade of its own."""
    before = text.fold(index - 1)
    head = text.tokens[index].bare
    if kind == "ordinal" and head == "thu":
        return (bare(before) if text.plain else before) not in _numbered(plain=text.plain)
    if kind == "ordinal" and head == "lan":
        return index > 0
    if kind == "date" and before in ("mỗi", "hàng", "hằng", "từng"):
        return True  # "mỗi quý 1 hội nghị"
    if kind == "level" and before in ("mỗi", "từng"):
        return True  # "mỗi tổ 2 chuyên đề"
    if kind == "age":
        return size == len(text.tokens) or "tuoi tho" in text.bare
    return (kind == "level" and before == "thị") or (kind == "ordinal" and before == "trong")


def _numbered(*, plain: bool) -> frozenset[str]:
    return frozenset(map(bare, _NUMBERED)) if plain else _NUMBERED


def _measured(text: Text, index: int, *, any_unit: bool) -> bool:
    """Tell whether the number before is counted after all: "mức 3 triệu", "quý 3%"."""
    unit = nouns.units().at(text, index)
    if unit and unit[1][1] == "lần":
        return True  # "1 tháng 1 lần"
    return unit is not None and (unit[1][0] == "share" or any_unit)


def _code(text: Text, index: int) -> tuple[int, str] | None:
    """Return digits glued to a name (T1, QL1A, K50); units such as m2 and unspaced words stay."""
    name, number = text.tokens[index], text.kind(index + 1) == "number"
    glued = number and not text.tokens[index + 1].spaced and name.kind == "word"
    glued = glued and not _measured(text, index + 2, any_unit=False)  # "DAT95%"
    if glued and len(name.raw) <= _LONGEST_CODE and name.raw.isupper() and name.raw.isascii():
        return 2, "name"
    if name.kind == "number" and text.fold(index + 1) == "g" and text.tokens[index + 1].raw == "G":
        return 2, "name"  # 4G
    return None


def _year(text: Text, index: int) -> tuple[int, str] | None:
    """Return a year alone, behind a word that leads to one ("so với 2020")."""
    led = SLOTS["@"].fits(text, text.tokens[index]) and text.fold(index - 1) in _BEFORE_YEAR
    return (1, "date") if led and not _measured(text, index + 1, any_unit=True) else None


def _day(text: Text, index: int) -> tuple[int, str] | None:
    """Return a day and its month ("30/6"), which no fraction can be."""
    tokens = text.tokens[index : index + 3]
    if [t.kind for t in tokens] != ["number", "symbol", "number"] or tokens[1].fold != "/":
        return None
    low, high = figure(tokens[0].raw), figure(tokens[2].raw)
    led = text.fold(index - 1) in _BEFORE_YEAR and not _measured(text, index + 3, any_unit=True)
    return (3, "date") if low and high and (led or low[0] > high[0] or not high[0]) else None


def _class(text: Text, index: int) -> tuple[int, str] | None:
    """Return a class whose count follows ("3 sao: 05 sản phẩm")."""
    starred = text.kind(index) == "number" and text.fold(index + 1) == "sao"
    counted = starred and text.fold(index + 2) == ":" and text.kind(index + 3) == "number"
    return (2, "level") if counted else None


def _half(text: Text, index: int) -> tuple[int, str] | None:
    """Return the half-year that something is said of ("sơ kết 6 tháng"), no length of time."""
    found = _SUMMING_UP.at(text, index)
    after = index + found[0] if found else 0
    often = text.fold(after) == "/" or text.letters(after + 1) == "lan"
    return (found[0], "date") if found and not often else None


def _criterion(text: Text, index: int) -> tuple[int, str] | None:
    """Return a sum that only tells whom ("hộ nghèo theo tiêu chí 6 triệu đồng/người")."""
    found = _CRITERION.at(text, index)
    if found is None:
        return None
    size = found[0]
    unit = unit_at(text, index + size)
    money = unit is not None and nouns.kind_of(unit.name) == "money"
    said = any(token.fold in _REACHING for token in text.tokens[index : index + size])
    if not (unit and money) or said:
        return None
    limit = AFTER_NUMBER.at(text, unit.end)
    end = unit.end + limit[0] if limit else unit.end
    return end - index, "criterion"

"""The unit that stands behind a figure, as written and tidied."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from qms_xlsx.domain.target.figures import NOT_COUNTED, figure
from qms_xlsx.domain.target.nouns import endings, periods, units
from qms_xlsx.language.lexicon import Lexicon, phrases
from qms_xlsx.language.messages import Message, message
from qms_xlsx.language.units import MONEY, NUMERALS, factor

if TYPE_CHECKING:
    from qms_xlsx.language.scanner import Text

_EACH = Lexicon(phrases("mỗi, một, hàng, hằng, trong một, trong, trên một, trên"))
_HALF = "ruoi"
_LONG = ("ngày", "tuần", "tháng", "quý", "năm")
_SKIPPED = Lexicon(phrases("các, số, tổng số, những, tổng, toàn bộ, cái"))


@dataclass(frozen=True, slots=True)
class UnitFound:
    """A unit, where it ends, and what it makes of its figure ("5 nghìn cây", "9 tỷ 267 triệu")."""

    name: str
    end: int
    times: float = 1.0
    plus: float = 0.0
    notes: tuple[Message, ...] = ()


def unit_at(text: Text, index: int) -> UnitFound | None:
    """Return the unit that begins at this token."""
    skipped = _SKIPPED.at(text, index)
    if skipped:
        index += skipped[0]
    known = units().at(text, index)
    if known is None:
        return _unknown_noun(text, index)
    size, (sort, name) = known
    scaled = _scaled(text, index, size, name)
    if scaled:
        return scaled
    if text.letters(index + size) == _HALF:  # "1 tỷ rưỡi", "2 giờ rưỡi"
        return UnitFound(*_per(text, name, index + size + 1), plus=0.5)
    found = UnitFound(*_per(text, name, _past_noun(text, index + size)))
    return _with_smaller(text, found) if sort == "money" else found


def _past_noun(text: Text, index: int) -> int:
    """Step over a word or two between a unit and what it is counted by ("28 m2 sàn/người")."""
    for end in (index + 1, index + 2):
        words = all(text.kind(at) == "word" for at in range(index, end))
        if words and text.fold(end) == "/" and known_per(text, end + 1):
            return end
    return index


def _scaled(text: Text, index: int, size: int, name: str) -> UnitFound | None:
    """Read "5 nghìn cây" as 5000 cây; "5 triệu" alone is money."""
    word = name.split(maxsplit=1)[0]
    if size != 1 or word not in NUMERALS:
        return None
    counted = units().at(text, index + 1)
    if counted is None or counted[1][0] != "counted" or counted[1][1] in ("tin", "bản"):
        return None
    unit, end = _per(text, counted[1][1], index + 1 + counted[0])
    note = message("The number is counted out in {unit}.", unit=unit)
    return UnitFound(unit, end, times=NUMERALS[word], notes=(note,))


def _per(text: Text, name: str, end: int) -> tuple[str, int]:
    """Add what a unit is counted by: "/ha", "/người/năm", "/10.000 dân", "mỗi năm"."""
    while text.fold(end) == "/" and text.kind(end + 1) in ("word", "number"):
        share = name.startswith(("%", "‰"))
        part = None if share and not known_per(text, end + 1) else _divisor(text, end + 1)
        if part is None:
            break
        name, end = f"{name}/{part[0]}", part[1]
    if name in ("lần", "buổi", "cuộc", "lượt", "kỳ", "báo cáo", "cuộc họp"):
        each = _EACH.match(text, end)
        period = periods().match(text, end + each.size) if each else None
        if each and period:
            end += each.size + period.size
            name = f"{name}/{period.value}"
    return name, end


def known_per(text: Text, index: int) -> bool:
    """Tell a rate's period or unit ("%/năm") from the whole that it is of ("2%/tổng số")."""
    number = text.kind(index) == "number" and _divisor(text, index) is not None
    return number or (periods().at(text, index) or units().at(text, index)) is not None


def _divisor(text: Text, index: int) -> tuple[str, int] | None:
    token = text.tokens[index]
    if token.kind == "number":
        noun = _counted(text, index + 1)
        read = figure(token.raw)
        if read is None or noun is None or not (_round(read[0]) or noun.name in _LONG):
            return None  # "05 lớp/150 học viên" are two demands
        return f"{'' if token.raw == '1' else token.raw + ' '}{noun.name}", noun.end
    if token.fold in NUMERALS:
        many = _counted(text, index + 1)
        return (f"{token.fold} {many.name}", many.end) if many else None
    period = periods().at(text, index)
    if period:
        return period[1], index + period[0]
    known = _counted(text, index)
    return (known.name, known.end) if known else None


def _round(number: float) -> bool:
    """Tell whether a rate is stated of so many: one, ten, a hundred, ten thousand."""
    return str(int(number)).rstrip("0") == "1"


def _counted(text: Text, index: int) -> UnitFound | None:
    known = units().at(text, index)
    if known and known[1][0] == "counted":
        return UnitFound(known[1][1], index + known[0])
    return None if known else _unknown_noun(text, index)


def _with_smaller(text: Text, found: UnitFound) -> UnitFound:
    """Read "9 tỷ 267 triệu đồng" as one sum, in the larger unit."""
    tokens = text.tokens
    if "/" in found.name or found.end >= len(tokens) or tokens[found.end].kind != "number":
        return found
    read = figure(tokens[found.end].raw)
    small = units().at(text, found.end + 1)
    if read is None or small is None or small[1][0] != "money" or tokens[found.end].named:
        return found
    share = factor(small[1][1], found.name)
    if share is None or share >= 1:
        return found
    name, end = _per(text, found.name, found.end + 1 + small[0])
    return UnitFound(name, end, plus=read[0] * share)


def _unknown_noun(text: Text, index: int) -> UnitFound | None:
    """Take the one or two words that follow, up to a word that no noun reaches over."""
    end = index
    while end < len(text.tokens) and end < index + 2 and _may_name(text, end):
        end += 1
        if text.tokens[end - 1].raw.isupper() and len(text.tokens[end - 1].raw) > 1:
            break
    return UnitFound(*_per(text, _spelt(text, index, end), end)) if end > index else None


def _may_name(text: Text, index: int) -> bool:
    token = text.tokens[index]
    return (
        token.kind == "word"
        and not token.named
        and endings().at(text, index) is None
        and NOT_COUNTED.at(text, index) is None
        and token.fold not in MONEY
    )


def _spelt(text: Text, start: int, end: int) -> str:
    """Spell a noun as written: an acronym keeps its capitals, unless all is in capitals."""
    words = sum(token.kind == "word" for token in text.tokens)
    shouting = text.raw.isupper() and words > 1
    return " ".join(
        t.raw if t.raw.isupper() and len(t.raw) > 1 and not shouting else t.fold
        for t in text.tokens[start:end]
    )

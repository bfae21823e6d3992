"""Figures with their units and comparators, found in the tokens of a wording."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qms_xlsx.domain.target import comparators, nouns, verbs
from qms_xlsx.domain.target.comparators import AFTER_NUMBER, BEFORE_NUMBER
from qms_xlsx.domain.target.figures import WrittenNumber, figure, figure_at, in_words
from qms_xlsx.domain.target.quantity import Quantity
from qms_xlsx.domain.target.scales import grade_at
from qms_xlsx.domain.target.spans import TO, read_once, read_range
from qms_xlsx.domain.target.unit_words import unit_at
from qms_xlsx.language.lexicon import Lexicon
from qms_xlsx.language.messages import doubt
from qms_xlsx.language.numbers import significant
from qms_xlsx.language.units import NUMERALS

if TYPE_CHECKING:
    from qms_xlsx.language.messages import Message
    from qms_xlsx.language.scanner import Text

_PER_SO_MANY, _CASES = ("1.000", "10.000", "100.000"), "trường hợp"
_OF_NAMES = 5  # "một cửa", "hai cấp", "năm học": names hold small numbers in words
_PARTS = (2, 3, 4)  # halves, thirds and quarters of a day or a month
_WORDS = {
    "hon": ("tao", "ly", "ket"),
    "tu": ("dau", "dien", "phan", "vat", "doi", "giao", "hinh", "chu"),
}
"""Words without marks that end as a comparator does: "tao hon", "dau tu", "dien tu"."""
_TIERS, _SIDES = ("tuyến", "cấp", "tầng", "bậc"), ("tren", "duoi")
"""What has an upper and a lower one: who is meant by "tuyến trên", "cấp trên"."""
_REACHED = {"dat", ":", "la", "bang", "="}
_NAMED = {"so", "le", "quan"}  # "tỷ lệ", "dân số": what is measured may end so


def quantities(text: Text) -> list[Quantity]:
    """Return every figure that may be a target, from left to right."""
    found: list[Quantity] = []
    index = 0
    while index < len(text.tokens):
        quantity = _quantity(text, index)
        if quantity:
            found.append(quantity)
        index = quantity.end if quantity else index + 1
    return found


def _quantity(text: Text, index: int) -> Quantity | None:
    first = figure_at(text, index)
    if first is None or (first.words and not _counts(text, index, first)):
        return None
    quantity = Quantity(index, index, first.end, first.value, notes=list(first.notes))
    quantity.lead = index
    quantity.aside = text.tokens[index].depth > 0
    if not first.words:
        _fraction(text, quantity)
    said, leaning = _look_left(text, quantity)
    if quantity.unit is None:
        _unit(text, quantity, first)
    _part_of_one(quantity)
    read_once(text, quantity)
    if quantity.of is None:
        read_range(text, quantity, said)
    _look_right(text, quantity, said, leaning)
    return quantity


def _thousands(value: float) -> Message:
    return doubt("What is counted has no decimals: {value} is read.", value=value)


def _counts(text: Text, index: int, read: WrittenNumber) -> bool:
    """Tell whether a number in words counts something: a unit follows, or a comparator leads."""
    after = nouns.units().at(text, read.end)
    if after and after[1][0] in ("share", "points"):
        return True
    if (to := TO.match(text, read.end)) and in_words(text, read.end + to.size):
        return True  # "một đến hai lần"
    if text.letters(index - 1) == "gap":
        return True
    lead = BEFORE_NUMBER.before(text, index)
    led = lead is not None and lead[1][0] == "says"
    if read.part:
        return read.end > index + 1 or led or text.letters(read.end) in ("so", "tong")
    told = led or read.value > _OF_NAMES or not read.value.is_integer()
    sort, name = after[1] if after else ("", "")
    opens = index == 0 and sort == "counted" and read.value > 1
    return after is not None and (told or opens or name in ("lần", "điểm", "bậc", "hạng"))


def _fraction(text: Text, quantity: Quantity) -> None:
    """Read "9/10", and "45/100.000 trẻ" as a rate."""
    slash = quantity.end
    raw = text.fold(slash + 1) if text.fold(slash) == "/" else ""
    whole = figure(raw)
    if whole is None:
        return
    per = unit_at(text, slash + 2) if raw in _PER_SO_MANY else None
    if per and per.name != "điểm" and 2 * quantity.value < whole[0]:
        quantity.unit, quantity.end = f"{_CASES}/{raw} {per.name}", per.end
    else:
        quantity.of, quantity.end = whole[0], slash + 2


def _look_left(text: Text, quantity: Quantity) -> tuple[list[str], list[str]]:
    said: list[str] = []
    leaning: list[str] = []
    index = quantity.number
    while not verbs.HARD.before(text, index) and (found := BEFORE_NUMBER.before(text, index)):
        size, (role, op) = found
        before = bool(said) or text.fold(index) == ":"
        if role == "stops" or _of_a_name(text, index - size, index, before):
            break
        index -= size
        if not _NAMED & {t.bare for t in text.tokens[index : quantity.lead]}:
            quantity.lead = index
        if role == "says":
            said.append(op)
        elif role in ("leans", "level", "within"):
            leaning.append(role if role == "within" else op)
            quantity.level = quantity.level or role == "level"
        elif role == "fills":
            reached = _REACHED & {t.bare for t in text.tokens[index : index + size]}
            quantity.reached = quantity.reached or bool(reached)
        quantity.about = quantity.about or role == "about"
        if role != "fills":
            quantity.start = index
    return said, leaning


def _of_a_name(text: Text, start: int, end: int, before: bool) -> bool:
    """Tell a comparator from the "hon" of "tao hon" without marks, the "trên" of "tuyến trên".

    The latter only before a further comparator or a colon: "đúng tuyến trên 90%" has a limit.
    """
    said = text.bare_words(start, end)
    word = text.plain and text.letters(start - 1) in _WORDS.get(said, ())
    return word or (before and said in _SIDES and text.fold(start - 1) in _TIERS)


def _unit(text: Text, quantity: Quantity, read: WrittenNumber) -> None:
    to = TO.match(text, quantity.end)
    if to and figure_at(text, quantity.end + to.size):
        return  # "5 den 10" is no lamp
    if read.part:
        quantity.unit, quantity.part = "%", True
        return
    fold = read.words and text.letters(quantity.number - 1) == "gap"
    unit = unit_at(text, _past_repeat(text, quantity.end))
    if fold and unit and unit.name != "lần":
        unit = None  # "gấp đôi số hồ sơ"
    if unit is None:
        quantity.unit = "lần" if fold else None
        return
    if unit.name in NUMERALS:  # "45k", "5 vạn" of nobody knows what
        quantity.value, quantity.end = quantity.value * NUMERALS[unit.name], unit.end
        quantity.notes.append(
            doubt("“{word}” is read as {times} times.", word=unit.name, times=NUMERALS[unit.name])
        )
        return
    quantity.unit, quantity.end = unit.name, unit.end
    if nouns.whole(unit.name) and read.thousands:
        quantity.value, quantity.notes = read.thousands, [_thousands(read.thousands)]
    if unit.times != 1 or unit.plus:
        quantity.value = significant(quantity.value * unit.times + unit.plus)
        quantity.notes.extend(unit.notes)


def _part_of_one(quantity: Quantity) -> None:
    """Read "1/2 ngày" as half a day; "3/15 ngày" are three of fifteen."""
    if quantity.of in _PARTS and quantity.value < quantity.of and quantity.kind == "duration":
        quantity.value, quantity.of = significant(quantity.value / quantity.of), None


def _past_repeat(text: Text, index: int) -> int:
    """Step over a number repeated in words: "05 (năm) mô hình"."""
    repeated = in_words(text, index + 1) if text.fold(index) == "(" else None
    if repeated and text.fold(index + 1 + repeated[0]) == ")":
        return index + 2 + repeated[0]
    return index


def _look_right(text: Text, quantity: Quantity, said: list[str], leaning: list[str]) -> None:
    index = quantity.end
    closing = {"(": AFTER_NUMBER, ",": _LIMIT}.get(text.fold(index))
    index += 1 if closing and closing.at(text, index + 1) else 0
    after = AFTER_NUMBER.at(text, index)
    if not after:
        after = _far_limit(text, quantity, near=not leaning)
    else:
        quantity.end = index + after[0]
    if quantity.comparison.conflict:
        return
    timed = quantity.kind == "duration"  # "trong 5 ngày" limits, "trong 12 thôn" does not
    leaning = ["<=" if lean == "within" else lean for lean in leaning if timed or lean != "within"]
    quantity.comparison = comparators.combined(said, leaning, after[1] if after else None)


_LIMIT = Lexicon({"trở lên": ">=", "trở xuống": "<="})


def _far_limit(text: Text, quantity: Quantity, *, near: bool) -> tuple[int, str] | None:
    """Find the "trở lên" that closes "từ 5 mô hình dân vận khéo trở lên", "95% kế hoạch trở lên".

    `near` lets only nouns stand between, so that a title keeps its own "trở lên".
    """
    for index in range(quantity.end, min(quantity.end + 8, len(text.tokens))):
        if text.tokens[index].kind != "word" or (near and _closes(text, index)):
            return None
        if found := _LIMIT.at(text, index):
            return found
    return None


def _closes(text: Text, index: int) -> bool:
    """Tell whether a verb or a title begins here, to which a later "trở lên" belongs."""
    grade = grade_at(text, index)
    verb = verbs.FINITE.at(text, index) or verbs.DOING.at(text, index)
    return verb is not None or (grade is not None and grade[2])

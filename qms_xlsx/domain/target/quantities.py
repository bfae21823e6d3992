"""Figures with their units and comparators, found in the tokens of a wording."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from qms_xlsx.domain.target import comparators, nouns, verbs
from qms_xlsx.domain.target.comparators import AFTER_NUMBER, BEFORE_NUMBER, Comparison
from qms_xlsx.domain.target.figures import english_thousands, figure, in_words
from qms_xlsx.domain.target.quantity import Quantity
from qms_xlsx.domain.target.scales import grade_at
from qms_xlsx.domain.target.unit_words import unit_at
from qms_xlsx.language.lexicon import Lexicon, phrases
from qms_xlsx.language.messages import message
from qms_xlsx.language.numbers import significant

if TYPE_CHECKING:
    from qms_xlsx.language.messages import Message
    from qms_xlsx.language.scanner import Text

_TO = Lexicon(phrases("-, ÷, ~, đến, tới, –") | {"đến dưới": True, "đến dưới mức": True})


_AND = Lexicon(phrases("và, nhưng, đồng thời") | {",": True})
_PER_SO_MANY, _CASES = ("1.000", "10.000", "100.000"), "trường hợp"
_REACHED = {"dat", ":", "la", "bang", "="}
_NAMED = {"so", "le", "quan"}  # "tỷ lệ", "dân số": what is measured may end so


@dataclass(slots=True)
class _Figure:
    end: int
    value: float
    notes: tuple[Message, ...] = ()
    words: bool = False
    part: bool = False
    thousands: float = 0.0


def quantities(text: Text) -> list[Quantity]:
    """Return every figure that may be a target, from left to right."""
    found: list[Quantity] = []
    index = 0
    while index < len(text.tokens):
        quantity = _quantity(text, index)
        if quantity:
            found.append(quantity)
            index = max(quantity.end, index + 1)
        else:
            index += 1
    return found


def _quantity(text: Text, index: int) -> Quantity | None:
    first = _figure(text, index)
    if first is None or (first.words and not _counts(text, index, first)):
        return None
    quantity = Quantity(index, index, first.end, first.value, notes=list(first.notes))
    quantity.lead = index
    quantity.aside = text.tokens[index].depth > 0
    if not first.words and not _fraction(text, quantity):
        return None
    said, leaning = _look_left(text, quantity)
    if quantity.unit is None:
        _unit(text, quantity, first)
    _once(text, quantity)
    if quantity.of is None:
        _range(text, quantity, said)
    _look_right(text, quantity, said, leaning)
    return quantity


def _figure(text: Text, index: int) -> _Figure | None:
    token = text.tokens[index] if index < len(text.tokens) else None
    if token is None or token.named:
        return None
    if token.kind == "word":
        words = in_words(text, index)
        if words is None:
            return None
        return _Figure(index + words[0], words[1], words=True, part=words[2])
    if token.kind != "number":
        return None
    joined, end = _spaced_thousands(text, index)
    read = figure(joined)
    if read is None:
        return None
    notes = read[1]
    if end > index + 1:
        notes = (message("“{raw}” is read as one number.", raw=joined),)
    return _Figure(end, read[0], notes, thousands=english_thousands(joined))


def _thousands(value: float) -> Message:
    return message("What is counted has no decimals: {value} is read.", value=value)


def _spaced_thousands(text: Text, index: int) -> tuple[str, int]:
    """Join "12 250" into one number; a first group has up to three digits and no separator."""
    raw, end = text.tokens[index].raw, index + 1
    while raw.isdigit() and not raw.startswith("0") and len(text.tokens[index].raw) <= 3:
        token = text.tokens[end] if end < len(text.tokens) else None
        if not (token and token.raw.isdigit() and len(token.raw) == 3 and not token.named):
            break
        raw, end = raw + token.raw, end + 1
    return raw, end


def _counts(text: Text, index: int, read: _Figure) -> bool:
    """Tell whether a number in words counts something: a unit follows, or a comparator leads."""
    after = nouns.units().at(text, read.end)
    if after and after[1][0] in ("share", "points"):
        return True
    if (to := _TO.at(text, read.end)) and in_words(text, read.end + to[0]):
        return True  # "một đến hai lần"
    if index and text.tokens[index - 1].bare == "gap":
        return True
    size = read.end - index
    half = read.part
    lead = BEFORE_NUMBER.before(text, index)
    led = lead is not None and lead[1][0] == "says" and lead[1][1] != ""
    if half:
        of_all = read.end < len(text.tokens) and text.tokens[read.end].bare in ("so", "tong")
        return size > 1 or led or of_all
    frequent = after is not None and after[1][1] in ("lần", "điểm", "bậc", "hạng")
    many = index == 0 and after is not None and after[1][0] == "counted" and read.value > 1
    many = many or (read.value >= 10 and after is not None)
    return many or (size > 1 and after is not None) or (led and after is not None) or frequent


def _fraction(text: Text, quantity: Quantity) -> bool:
    """Read "9/10"; False when it can only be a date ("30/6")."""
    tokens, slash = text.tokens, quantity.end
    if slash + 1 >= len(tokens) or tokens[slash].fold != "/" or tokens[slash + 1].kind != "number":
        return True
    whole = figure(tokens[slash + 1].raw)
    if whole is None:
        return True
    per = unit_at(text, slash + 2) if tokens[slash + 1].raw in _PER_SO_MANY else None
    if per:  # "45/100.000 trẻ" is a rate
        quantity.unit, quantity.end = f"{_CASES}/{tokens[slash + 1].raw} {per.name}", per.end
    else:
        quantity.of, quantity.end = whole[0], slash + 2
    return True


def _look_left(text: Text, quantity: Quantity) -> tuple[list[str], list[str]]:
    said: list[str] = []
    leaning: list[str] = []
    index = quantity.number
    while not verbs.HARD.before(text, index) and (found := BEFORE_NUMBER.before(text, index)):
        size, (role, op) = found
        if role == "stops" or any(t.named for t in text.tokens[index - size : index]):
            break
        if role == "level" and index > size and text.tokens[index - size - 1].bare == "tro":
            size, role = size - 1, "fills"  # "… trở lên đạt 85%"
            if not size:
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


def _unit(text: Text, quantity: Quantity, read: _Figure) -> None:
    to = _TO.at(text, quantity.end)
    if to and _figure(text, quantity.end + to[0]):
        return  # "5 den 10" is no lamp
    if read.part:
        quantity.unit, quantity.part = "%", True
        return
    times = read.words and text.tokens[quantity.number - 1].bare == "gap"
    unit = unit_at(text, _past_repeat(text, quantity.end))
    if times and unit and unit.name != "lần":
        unit = None  # "gấp đôi số hồ sơ"
    if unit is None:
        quantity.unit = "lần" if times else None
        return
    quantity.unit, quantity.end = unit.name, unit.end
    if nouns.whole(unit.name) and read.thousands:
        quantity.value, quantity.notes = read.thousands, [_thousands(read.thousands)]
    if unit.times != 1 or unit.plus:
        quantity.value = significant(quantity.value * unit.times + unit.plus)
        quantity.notes.extend(unit.notes)


_ONCE = Lexicon(phrases("/ lần, (một|1|01|/ 1|/ 01) lần"))
_IN_A_YEAR = {"tháng": 12, "quý": 4, "năm": 1}


def _once(text: Text, quantity: Quantity) -> None:
    """Read "6 tháng/lần" as once in every half-year."""
    span, _, times = (quantity.unit or "").partition("/")
    found = _ONCE.at(text, quantity.end) if not times else None
    if span not in (*_IN_A_YEAR, "tuần", "ngày") or not (found or times == "lần"):
        return
    quantity.end += found[0] if found else 0
    months = quantity.value * 12 / _IN_A_YEAR.get(span, 1)
    known = {1: "lần/tháng", 3: "lần/quý", 6: "lần/6 tháng", 12: "lần/năm"}
    if span in _IN_A_YEAR and (months in known or not 12 % months):
        quantity.value = 1.0 if months in known else significant(12 / months)
        quantity.unit = known.get(int(months), "lần/năm")
        if months not in known:
            note = message(
                "Once in {n} months is {times} times a year.", n=months, times=12 / months
            )
            quantity.notes.append(note)
    elif span not in _IN_A_YEAR and quantity.value == 1:
        quantity.unit = f"lần/{span}"
    else:
        note = message("How often that is in a year is not told.")
        quantity.comparison = Comparison(None, notes=(note,), conflict=True)


def _past_repeat(text: Text, index: int) -> int:
    """Step over a number repeated in words: "05 (năm) mô hình"."""
    tokens = text.tokens
    if index + 2 < len(tokens) and tokens[index].fold == "(":
        repeated = in_words(text, index + 1)
        if repeated and index + 1 + repeated[0] < len(tokens):
            close = index + 1 + repeated[0]
            return close + 1 if tokens[close].fold == ")" else index
    return index


def _second(text: Text, quantity: Quantity, said: list[str]) -> tuple[int, bool]:
    """Return where the upper figure of a range stands (0 for none), and whether it is excluded."""
    end = quantity.end
    to = _TO.at(text, end)
    joined = to or _AND.at(text, end)
    second = end + (joined[0] if joined else 0)
    below = BEFORE_NUMBER.at(text, second)
    limit = below[1][1] if below and below[1][0] == "says" else ""
    if to:
        quantity.bounded = text.tokens[end].kind == "word" and bool(set(said) & comparators.UP)
        strict = limit in ("<", ">") or "dưới" in text.tokens[second - 1].fold
        return second + (below[0] if below and limit else 0), strict
    # "trên 80% và không quá 90%": a lower and an upper limit make a range.
    if below and limit in comparators.DOWN and set(said) & comparators.UP:
        quantity.bounded = True
        return second + below[0], limit == "<"
    return 0, False


def _tolerance(text: Text, quantity: Quantity) -> bool:
    """Read "95% ± 2%" as the range that it spans."""
    read = _figure(text, quantity.end + 1) if text.fold(quantity.end) == "±" else None
    if read is None:
        return False
    unit = unit_at(text, read.end)
    middle, quantity.end = quantity.value, unit.end if unit else read.end
    quantity.unit = unit.name if unit else quantity.unit
    quantity.value = significant(middle - read.value)
    quantity.upper = significant(middle + read.value)
    quantity.tolerant = True
    quantity.notes.append(
        message("A tolerance is a range: {low} to {high}.", low=quantity.value, high=quantity.upper)
    )
    return True


def _range(text: Text, quantity: Quantity, said: list[str]) -> None:
    if _tolerance(text, quantity):
        return
    second, strict = _second(text, quantity, said)
    read = _figure(text, second) if second else None
    if read is None:
        return
    unit = unit_at(text, read.end)
    if unit and quantity.unit and unit.name.partition("/")[0] != quantity.unit.partition("/")[0]:
        return
    if read.value <= quantity.value:
        note = message("The range runs downwards.")
        quantity.comparison, quantity.end = Comparison(None, notes=(note,), conflict=True), read.end
        return
    quantity.upper = significant(read.value * (unit.times if unit else 1))
    if unit and unit.times != 1 and quantity.unit is None:
        quantity.value = significant(quantity.value * unit.times)
    quantity.notes.extend(read.notes)
    quantity.end = unit.end if unit else read.end
    quantity.unit = unit.name if unit else quantity.unit
    quantity.strict_upper = strict


def _look_right(text: Text, quantity: Quantity, said: list[str], leaning: list[str]) -> None:
    index = quantity.end
    mark = text.tokens[index].fold if index < len(text.tokens) else ""
    closing = {"(": AFTER_NUMBER, ",": _LIMIT}.get(mark)
    index += 1 if closing and closing.at(text, index + 1) else 0
    after = AFTER_NUMBER.at(text, index)
    if not after:
        after = _far_limit(text, quantity, near=not leaning)
    elif after:
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

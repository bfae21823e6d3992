"""Growth and reduction: the word of change that governs a figure, and the change it asks for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from qms_xlsx.domain.target import verbs
from qms_xlsx.domain.target.baselines import baseline
from qms_xlsx.domain.target.comparators import DOWN
from qms_xlsx.domain.target.dropping import not_read
from qms_xlsx.domain.target.model import PLACES, Better, Kind, Target
from qms_xlsx.domain.target.part import Built, Part
from qms_xlsx.domain.target.polarity import direction
from qms_xlsx.domain.target.ranks import FALLING
from qms_xlsx.domain.target.sharing import EVERY
from qms_xlsx.language.lexicon import Lexicon, covered, phrases
from qms_xlsx.language.messages import doubt, message
from qms_xlsx.language.numbers import significant

if TYPE_CHECKING:
    from qms_xlsx.domain.target.clauses import Clause
    from qms_xlsx.domain.target.quantity import Quantity
    from qms_xlsx.language.messages import Message
    from qms_xlsx.language.scanner import Text

_RISING = ("up", "raise", "times", "more", "beyond", "not-down", "not-down-rank")
_AGAINST = ("more", "less", "beyond")
_SEVERAL = re.compile(r"\bca (?:0?[2-9]|hai|ba|bon) (?:tieu chi|mat|chi tieu|chi so|noi dung)\b")
_RANK = Lexicon(phrases("[bậc] (thứ hạng|xếp hạng|thứ bậc|hạng|bậc|vị thứ|vị trí xếp hạng)"))
_SINCE = Lexicon(phrases("(so với|so|hơn) [thời điểm|số|mức] đầu (năm|kỳ|quý)"))
"""What is there when a period begins: a baseline that the register has to give."""
WHOLE = 100
# Of these a percentage can only be relative.
_COUNTED = tuple(
    phrases(
        """
        so luong, so vu, so nguoi, so ho, so don, so ca, so lan, so cuoc
        thoi gian, chi phi, gia tri, kinh phi
        """
    )
)


@dataclass(frozen=True, slots=True)
class ChangeWord:
    """A word of change with its way, between two tokens."""

    start: int
    end: int
    way: str

    @property
    def rises(self) -> bool:
        """Whether more is asked for."""
        return self.way in _RISING


def changes(text: Text, start: int, end: int) -> list[ChangeWord]:
    """Return the words of change between two tokens; names that hold one are passed over."""
    found: list[ChangeWord] = []
    index = start
    while index < end:
        innocent = verbs.INNOCENT.at(text, index) or _hectares(text, index) or _place(text, index)
        change = verbs.CHANGES.at(text, index)
        if change and change[1] == "down-at-head":  # "Vốn giảm nghèo giải ngân 95%" is no change
            opens = covered(text, start, index, verbs.LIGHT, verbs.ACTING, EVERY)
            innocent = None if opens or baseline(text, index) else change
        if innocent and (change is None or innocent[0] >= change[0]):
            index += innocent[0]
        elif change:
            found.append(ChangeWord(index, index + change[0], change[1]))
            index += change[0]
        else:
            index += 1
    return found


def _hectares(text: Text, index: int) -> tuple[int, str] | None:
    """Return the unit of "5 ha", which without marks is no "hạ"."""
    return (1, "ha") if text.kind(index - 1) == "number" and text.fold(index) == "ha" else None


def _place(text: Text, index: int) -> tuple[int, str] | None:
    """Return a word of change that is a place's name inside a sentence: "phường Nam Hạ"."""
    token = text.tokens[index]
    named = token.raw == "Hạ" and text.kind(index - 1) == "word"
    return (1, "place") if named else None


def governing(part: Part) -> ChangeWord | None:
    """Return the word of change that governs the figure of a clause."""
    text, clause, core = part.text, part.clause, part.core
    found = changes(text, clause.start, core.number)
    if not found:
        return _continued(part)
    last = found[-1]
    if core.reached and not covered(text, last.end, core.lead, verbs.LIGHT):
        return None
    if last.way == "beyond" and core.kind == "share" and core.value >= WHOLE:
        return None  # "Vượt 100% kế hoạch" is a level
    if last.end > core.start and last.way not in ("up", "down"):
        against = baseline(text, clause.start, clause.end) not in (None, "yearly")
        return last if against and last.way in _AGAINST else None
    raised = text.tokens[last.start].bare == "nang"
    if raised and clause.leads and core.kind == "count" and core.unit not in PLACES:
        return None  # "Nâng hạng 02 sản phẩm": things are raised, their number does not rise
    return last


def _continued(part: Part) -> ChangeWord | None:
    """Return the change of the clause before it, where "dịch vụ 20%" goes on with it."""
    before, core, clause = part.before, part.core, part.clause
    if before is None or before.kind not in (Kind.GROWTH, Kind.REDUCTION) or core.reached:
        return None
    if _head(before.unit) != _head(core.unit) or core.comparison.op is not None:
        return None
    if clause.leads:
        after = (part.text, core.end, clause.end)
        own = any(True for lexicon in (verbs.FINITE, verbs.DOING) for _ in lexicon.within(*after))
        way = direction(*after)  # "giảm 30% thời gian và 20% chi phí tuân thủ"
        spent = way.told and way.better is Better.LOWER and before.kind is Kind.REDUCTION
        own = own and not spent
    else:
        own = any(verbs.RATES.within(part.text, clause.start, core.start))
    if own:
        return None
    part.notes.append(message("The change named before is taken to hold here too."))
    return ChangeWord(core.start, core.start, "up" if before.kind is Kind.GROWTH else "down")


def _head(unit: str | None) -> str | None:
    """Return the first word of a unit: "hộ" of "hộ nghèo"."""
    return unit.split()[0] if unit else None


def of_change(part: Part, change: ChangeWord) -> Built:
    """Return the growth or the reduction that a figure after a word of change asks for."""
    core = part.core
    base = baseline(part.text, part.clause.start, part.clause.end) or part.shared
    if _twofold(core, change):
        return Built(None, [_ask_times(core)])
    ranked = core.unit in PLACES
    if ranked and not change.rises:
        return Built(None, [FALLING])
    value, unit = _size(part, change)
    part.notes.extend(_about_baseline(base))
    part.notes.extend(_of_several(part.text, part.clause))
    if unit == "%" and _unclear(part, change):
        part.notes.append(
            doubt("{value}% may be relative or in points: it is read as relative.", value=value)
        )
    # "Cao hơn 5%" is a change of 5%, not of more than 5%.
    op = core.comparison.op
    op = None if change.way in _AGAINST and op in (">", "<") else op
    limits = op in DOWN
    if limits:
        part.notes.append(message("A limit on a change: it is met when the change is not larger."))
    target = Target(
        kind=Kind.GROWTH if change.rises and not ranked else Kind.REDUCTION,
        comparator=op or ">=",
        value=value,
        upper=core.upper,
        unit=unit,
        better=Better.LOWER if ranked or change.rises == limits else Better.HIGHER,
        baseline=_kept(base),
        explicit=op is not None,
    )
    return Built(target, part.notes)


def _ask_times(core: Quantity) -> Message:
    return message(
        "“{n} times” more may be {n} times as much or {more}% more: write which.",
        n=core.value,
        more=significant(core.value * 100),
    )


def _about_baseline(base: str | None) -> list[Message]:
    if base == "other":
        return [message("The change is against a plan: its figure is the baseline.")]
    if base == "yearly":
        return [message("“A year” is read as against the previous year.")]
    return [message("The change names no baseline.")] if base is None else []


def _kept(base: str | None) -> str | None:
    return None if base == "other" else "previous_year" if base == "yearly" else base


def _size(part: Part, change: ChangeWord) -> tuple[float, str | None]:
    """Return the size of a change; times, halves and thirds as per cent."""
    core, notes = part.core, part.notes
    if core.part or (core.of is not None and core.kind != "share"):
        value = core.value if core.part else significant(core.value / (core.of or 1) * 100)
        notes.append(message("A part is read as {value}%.", value=value))
        return value, "%"
    if core.unit == "lần" and change.way in ("times", "up", "down") and core.value:
        value = _times(core, change)
        notes.append(
            doubt("{times} times is read as a change of {value}%.", times=core.value, value=value)
        )
        return value, "%"
    unit = core.unit
    return core.value, unit[0] if unit and unit.startswith(("%/", "‰/")) else unit


def _times(core: Quantity, change: ChangeWord) -> float:
    """Return the change that so many times make; below one only the increment makes sense."""
    if core.value < 1:
        return significant(core.value * 100)
    return significant((core.value - 1) * 100 if change.rises else (1 - 1 / core.value) * 100)


def _twofold(core: Quantity, change: ChangeWord) -> bool:
    """Tell "tăng 2 lần", which may be twice as much or twice more."""
    return core.unit == "lần" and change.way == "up" and core.value >= 1 and not core.level


def _unclear(part: Part, change: ChangeWord) -> bool:
    """Tell whether a percentage may be relative or in points: of a rate, or of what is reduced."""
    if "ty le" in part.around or "ty suat" in part.around:
        return True
    return not change.rises and not any(word in part.around for word in _COUNTED)


def without_number(text: Text, clause: Clause, shared: str | None) -> Built | None:
    """Return "any improvement" for a change without a figure; None if none is asked for."""
    found = [c for c in changes(text, clause.start, clause.end) if c.way != "beyond"]
    if not found or not _asks(text, clause, found[0]):
        return None
    change = found[0]
    base = baseline(text, clause.start, clause.end) or shared
    kept = change.way in ("not-up", "not-down")
    ahead = any(_RANK.within(text, clause.start, change.start))
    rank = ahead or change.way == "not-down-rank" or _RANK.at(text, change.end) is not None
    kept = kept or change.way == "not-down-rank"
    rises = change.rises and not rank  # a better rank is a smaller number
    target = Target(
        kind=Kind.GROWTH if rises else Kind.REDUCTION,
        comparator=">=" if kept else ">",
        value=0.0 if kept else None,
        unit=None if not kept else PLACES[0] if rank else "%",
        better=Better.HIGHER if rises else Better.LOWER,
        baseline=_kept(base),
        explicit=kept,
    )
    others = (c for c in found if not covered(text, change.end, c.start, verbs.LIGHT, verbs.SOFT))
    unread = [not_read(text.raw_words(c.start, clause.end)) for c in others][:1]
    return Built(target, _about_baseline(base) + _of_several(text, clause) + unread)


def _of_several(text: Text, clause: Clause) -> list[Message]:
    """Say of "giảm cả 3 tiêu chí" that it is asked of several figures, of which a row has one."""
    found = _SEVERAL.search(text.bare_words(clause.start, clause.end))
    if found is None:
        return []
    start, end = found.span()
    words = text.raw_words(clause.start, clause.end)[start:end]
    return [doubt("“{words}”: one figure is read; write a row for each.", words=words)]


def _asks(text: Text, clause: Clause, change: ChangeWord) -> bool:
    """Tell whether a word of change is the predicate: at the head, or after a bare subject."""
    since = any(_SINCE.within(text, clause.start, clause.end))
    if since or baseline(text, clause.start, clause.end) is not None:
        return True
    headed = covered(text, clause.start, change.start, verbs.LIGHT)
    if not headed and any(verbs.DOING.within(text, clause.start, change.start)):
        return False
    if change.end == clause.end:
        return change.way in ("up", "down") or change.way.startswith("not-")
    if change.way in ("raise", "up"):
        return verbs.MEASURABLE.at(text, change.end) is not None or (
            not headed and change.way == "up"
        )
    return change.way not in (*_AGAINST, "times")

"""From a clause to its target."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from qms_xlsx.domain.numbers import significant
from qms_xlsx.domain.target import verbs
from qms_xlsx.domain.target.baselines import baseline
from qms_xlsx.domain.target.clauses import Change, Clause, Grade, Zero, changes, covered
from qms_xlsx.domain.target.comparators import DOWN, UP, Comparison
from qms_xlsx.domain.target.model import Better, Kind, Target
from qms_xlsx.domain.target.polarity import Direction, direction
from qms_xlsx.domain.target.quantities import Quantity
from qms_xlsx.domain.target.ranks import Rank
from qms_xlsx.domain.target.scan import Lexicon, phrases
from qms_xlsx.i18n import message

if TYPE_CHECKING:
    from qms_xlsx.domain.target.scan import Text
    from qms_xlsx.i18n import Message

_RATE = Lexicon(phrases("tỷ lệ, tỷ suất, tỷ số, mức"))
_FORBIDDEN = {">": "<=", "<": ">="}
IMPLIED = {Better.HIGHER: ">=", Better.LOWER: "<=", Better.NEITHER: "="}
"""The comparator that a figure alone implies."""
_CHILDREN = ("chỉ tiêu", "mục tiêu")


@dataclass(slots=True)
class Built:
    """A target with its notes; no target where the words conflict."""

    target: Target | None
    notes: list[Message] = field(default_factory=list)


def built(text: Text, clause: Clause, shared: str | None, before: Target | None) -> Built | None:
    """Return what a clause asks for; None when it has nothing to be asked for.

    `shared` is the baseline named elsewhere in the sentence, `before` the target ahead of it.
    """
    core = clause.core
    if isinstance(core, Quantity):
        result = _of_quantity(text, clause, core, shared, before)
    elif isinstance(core, Rank):
        result = _rank(core)
    elif isinstance(core, Grade):
        result = _grade(core)
    elif isinstance(core, Zero):
        result = Built(_threshold("=", 0.0, Better.LOWER, explicit=True))
    else:
        return None
    result.notes[:0] = clause.notes
    return result


def _threshold(op: str, value: float, better: Better, *, explicit: bool, **more: object) -> Target:
    return Target(
        kind=Kind.THRESHOLD,
        comparator=op,
        value=value,
        better=better,
        explicit=explicit,
        **more,  # type: ignore[arg-type]
    )


def _rank(core: Rank) -> Built:
    target = Target(
        kind=Kind.RANK,
        comparator="<=",
        value=core.place,
        of=core.of,
        better=Better.LOWER,
        explicit=core.explicit,
    )
    return Built(target, list(core.notes))


def _grade(core: Grade) -> Built:
    target = Target(
        kind=Kind.GRADE,
        comparator=">=",
        value=core.name,
        better=Better.HIGHER,
        explicit=core.explicit,
    )
    return Built(target)


def _of_quantity(
    text: Text, clause: Clause, core: Quantity, shared: str | None, before: Target | None
) -> Built:
    notes = list(core.notes)
    if core.comparison.conflict:
        return Built(None, [*notes, *core.comparison.notes])
    notes.extend(core.comparison.notes)
    if core.comparison.op in _FORBIDDEN and _forbidden(text, clause, core):
        core.comparison = replace(core.comparison, op=_FORBIDDEN[core.comparison.op])
    if core.about:
        notes.append(message("“About” is read as the figure itself."))
    if (children := _children(text, clause, core)) is not None:
        return Built(children, notes)
    change = _change(text, clause, core)
    if change is None and _continues(text, clause, core, before):
        change = Change(core.start, core.start, "up" if before.kind == Kind.GROWTH else "down")  # type: ignore[union-attr]
        notes.append(message("The change named before is taken to hold here too."))
    if change and not core.level:
        return _of_change(text, clause, core, change, shared, notes)
    return _of_level(text, clause, core, change, before, notes)


def _forbidden(text: Text, clause: Clause, core: Quantity) -> bool:
    """Tell whether "không để … vượt quá" forbids what the comparator says."""
    return any(True for _ in verbs.NONE.within(text, clause.start, core.start))


def _subject(text: Text, clause: Clause, core: Quantity, change: Change | None) -> int:
    """Return where the measured thing begins: what is done to a rate says nothing about it."""
    if change:
        return change.end
    found = verbs.NONE.at(text, clause.start)
    start = clause.start + (found[0] if found else 0)
    return next((index for index, _, _ in _RATE.within(text, start, core.start)), start)


def _children(text: Text, clause: Clause, core: Quantity) -> Target | None:
    unit = core.unit
    if core.kind == "share":
        index = core.end
        while index < len(text.tokens) and text.tokens[index].bare in (
            "cac",
            "so",
            "tong",
            "nhung",
        ):
            index += 1
        follows = text.tokens[index : index + 2]
        named = len(follows) == 2 and f"{follows[0].bare} {follows[1].bare}" in (
            "chi tieu",
            "muc tieu",
        )
        if not named or not (clause.leads or covered(text, clause.start, core.start, verbs.LIGHT)):
            return None
    elif unit not in _CHILDREN:
        return None
    op = core.comparison.op or ">="
    return Target(
        kind=Kind.CHILDREN,
        comparator=op,
        value=core.value,
        of=core.of,
        unit=unit,
        better=Better.LOWER if op in DOWN else Better.HIGHER,
        explicit=core.comparison.op is not None or (core.of is not None and unit in _CHILDREN),
    )


def _change(text: Text, clause: Clause, core: Quantity) -> Change | None:
    """Return the word of change that governs a figure."""
    found = changes(text, clause.start, core.number)
    if not found:
        return None
    last = found[-1]
    if core.reached and not covered(text, last.end, core.number, verbs.LIGHT):
        return last if core.level else None
    if clause.leads and core.kind == "count" and core.unit not in ("bậc", "hạng"):
        # "Nâng hạng 02 sản phẩm": things are raised, their number does not rise.
        return None if text.tokens[last.start].bare == "nang" else last
    if last.end > core.start and last.way not in ("up", "down"):
        against = baseline(_bare(text, clause.start, clause.end)) not in (None, "yearly")
        return last if against and last.way in ("more", "less", "beyond") else None
    return last


def _continues(text: Text, clause: Clause, core: Quantity, before: Target | None) -> bool:
    """Tell whether "dịch vụ 20%" goes on with the change of the clause before it."""
    return (
        before is not None
        and before.kind in (Kind.GROWTH, Kind.REDUCTION)
        and before.unit == core.unit
        and core.comparison.op is None
        and not core.reached
        and not clause.leads
        and not any(verbs.RATES.within(text, clause.start, core.start))
    )


def _of_change(
    text: Text,
    clause: Clause,
    core: Quantity,
    change: Change,
    shared: str | None,
    notes: list[Message],
) -> Built:
    up = change.way in ("up", "raise", "times", "more", "beyond", "not down")
    base = baseline(_bare(text, clause.start, clause.end)) or shared
    value, unit = _size(text, core, change, up, notes)
    if base == "other":
        notes.append(message("The change is against a plan: its figure is the baseline."))
    elif base == "yearly":
        notes.append(message("“A year” is read as against the previous year."))
    elif base is None:
        notes.append(message("The change names no baseline."))
    if (
        unit == "%"
        and (not up or _of_rate(text, clause, change, core))
        and not _plain_count(text, clause, core)
    ):
        notes.append(
            message("{value}% may be relative or in points: it is read as relative.", value=value)
        )
    # "Cao hơn 5%" is a change of 5%, not of more than 5%.
    op = None if change.way in ("more", "less", "beyond") else core.comparison.op
    said, op = op is not None, op or ">="
    limits = op in DOWN
    if limits:
        notes.append(message("A limit on a change: it is met when the change is not larger."))
    better = Better.LOWER if up == limits else Better.HIGHER
    return Built(
        Target(
            kind=Kind.GROWTH if up else Kind.REDUCTION,
            comparator=op,
            value=value,
            upper=core.upper,
            unit=unit,
            better=better,
            baseline=_kept(base),
            explicit=said,
        ),
        notes,
    )


def _kept(base: str | None) -> str | None:
    return None if base == "other" else "previous_year" if base == "yearly" else base


def _size(
    text: Text, core: Quantity, change: Change, up: bool, notes: list[Message]
) -> tuple[float, str | None]:
    """Return the size of a change; times, halves and thirds as per cent."""
    if core.of is not None or core.part:
        value = core.value if core.part else significant(core.value / (core.of or 1) * 100)
        notes.append(message("A part is read as {value}%.", value=value))
        return value, "%"
    if core.unit == "lần" and change.way in ("times", "up", "down"):
        times = core.value
        value = significant((times - 1) * 100 if up else (1 - 1 / times) * 100) if times else 0.0
        notes.append(
            message("{times} times is read as a change of {value}%.", times=times, value=value)
        )
        return value, "%"
    unit = core.unit
    if unit and unit.startswith(("%/", "‰/")):
        unit = unit[0]
    return core.value, unit


def _of_rate(text: Text, clause: Clause, change: Change, core: Quantity) -> bool:
    subject = _bare(text, clause.start, core.start)
    return "ty le" in subject or "ty suat" in subject


_COUNTS = (
    "so luong",
    "so vu",
    "so nguoi",
    "so ho",
    "so don",
    "so ca",
    "thoi gian",
    "chi phi",
    "gia tri",
    "kinh phi",
    "so lan",
)


def _plain_count(text: Text, clause: Clause, core: Quantity) -> bool:
    around = _bare(text, clause.start, clause.end)
    return "ty le" not in around and any(word in around for word in _COUNTS)


def _of_level(
    text: Text,
    clause: Clause,
    core: Quantity,
    change: Change | None,
    before: Target | None,
    notes: list[Message],
) -> Built:
    way = _direction(text, clause, core, change, notes)
    if _same_measure(text, clause, core, way, before):
        way = Direction(before.better, told=True)  # type: ignore[union-attr]
        notes.append(message("What was measured before is taken to be measured here too."))
    if core.part or (core.of is not None and _is_share(text, core)):
        _as_share(core, notes)
    if core.upper is not None and (core.comparison.op is None or core.comparison.leaned):
        return _range(core, way, notes)
    op, value = core.comparison.op, core.value
    if core.upper is not None:
        value = core.upper if op in DOWN else core.value
        notes.append(
            message("Of the range, the end that the words limit is taken: {value}.", value=value)
        )
    if core.unit is None and not clause.leads and core.kind == "none" and core.of is None:
        notes.append(message("No unit is written."))
    if op is None:
        if way.better is Better.LOWER and core.kind == "share" and value >= 50:
            notes.append(
                message("Less is taken as better, which is odd for {value}%.", value=value)
            )
        return Built(_implied(core, value, way, change), notes)
    better = Better.HIGHER if op in UP else Better.LOWER if op in DOWN else way.better
    if op == "=" and value == 0:
        better = Better.LOWER
    if way.told and way.better is not Better.NEITHER and better is not way.better and op != "=":
        better = way.better
        notes.append(message("The comparator contradicts what is measured: it is read as written."))
    return Built(_threshold(op, value, better, explicit=True, of=core.of, unit=core.unit), notes)


def _same_measure(
    text: Text, clause: Clause, core: Quantity, way: Direction, before: Target | None
) -> bool:
    """Tell whether a part ("…: nông nghiệp 35%, dịch vụ 25%") goes on with the direction before it."""
    return (
        before is not None
        and before.kind is Kind.THRESHOLD
        and before.better is not Better.HIGHER
        and before.unit == core.unit
        and not (way.told or clause.leads or core.reached)
        and not any(verbs.RATES.within(text, clause.start, core.start))
    )


def _direction(
    text: Text, clause: Clause, core: Quantity, change: Change | None, notes: list[Message]
) -> Direction:
    if clause.leads:
        acting = not covered(text, clause.start, core.start, verbs.LIGHT)
        way = direction(text, core.end, clause.end, acting=acting, doing=verbs.ACTING)
    else:
        # "Giảm … xuống 5%": the change is no dealing with what is measured.
        way = direction(text, _subject(text, clause, core, change), core.start)
    if core.kind == "share" and core.value >= 100 and core.comparison.op is None:
        return Direction(Better.HIGHER)
    if core.comparison.op is None and core.value != 0:
        if way.better is Better.NEITHER:
            notes.append(message("Neither more nor less of it is better in itself."))
        elif core.kind == "duration" and not way.told:
            notes.append(message("Less time is taken as better."))
            return Direction(Better.LOWER, told=True)
    return way


def _implied(core: Quantity, value: float, way: Direction, change: Change | None) -> Target:
    better = way.better
    if value == 0:
        return _threshold("=", 0.0, Better.LOWER, explicit=True, unit=core.unit)
    if change and not way.told:
        better = (
            Better.LOWER
            if change.way in ("down", "less", "down at head", "not up")
            else Better.HIGHER
        )
    return _threshold(IMPLIED[better], value, better, explicit=False, of=core.of, unit=core.unit)


def _range(core: Quantity, way: Direction, notes: list[Message]) -> Built:
    if core.strict_upper:
        notes.append(message("The upper end is excluded by the words; it is taken as still good."))
    better = Better.NEITHER if core.kind == "frequency" and not way.told else way.better
    strict = core.comparison.op == ">"
    return Built(
        Target(
            kind=Kind.RANGE,
            comparator=">" if strict else ">=",
            value=core.value,
            upper=core.upper,
            unit=core.unit,
            better=better,
            explicit=True,
        ),
        notes,
    )


def _is_share(text: Text, core: Quantity) -> bool:
    """Tell whether "2/3 số hộ" is meant as a share of all."""
    after = text.tokens[core.number + 3 : core.number + 4]
    return bool(after) and after[0].bare in ("so", "tong", "dien")


def _as_share(core: Quantity, notes: list[Message]) -> None:
    if core.of is not None:
        core.value, core.of, core.unit = significant(core.value / core.of * 100), None, "%"
    notes.append(message("A part is read as {value}%.", value=core.value))


def _bare(text: Text, start: int, end: int) -> str:
    if start >= end:
        return ""
    return text.bare[text.tokens[start].start : text.tokens[end - 1].end]


def without_number(text: Text, clause: Clause, shared: str | None) -> Built | None:
    """Return "any improvement" for a change without a figure; None if none is asked for."""
    found = changes(text, clause.start, clause.end)
    if not found or not _asks(text, clause, found[0]):
        return None
    way = found[0].way
    base = baseline(_bare(text, clause.start, clause.end)) or shared
    up = way in ("up", "raise", "times", "more", "beyond", "not down")
    kept = way in ("not up", "not down")
    notes = [] if base not in (None, "other") else [message("The change names no baseline.")]
    target = Target(
        kind=Kind.GROWTH if up else Kind.REDUCTION,
        comparator=">=" if kept else ">",
        value=0.0 if kept else None,
        unit="%" if kept else None,
        better=Better.HIGHER if up else Better.LOWER,
        baseline=_kept(base),
        explicit=kept,
    )
    return Built(target, notes)


def _asks(text: Text, clause: Clause, change: Change) -> bool:
    """Tell whether a word of change is the predicate: at the head, or after a bare subject."""
    against = baseline(_bare(text, clause.start, clause.end)) is not None
    if against:
        return True
    doing = [i for i, _, _ in verbs.DOING.within(text, clause.start, change.start)]
    headed = covered(text, clause.start, change.start, verbs.LIGHT)
    if not headed and doing:
        return False
    if change.end == clause.end:
        return change.way in ("up", "down")
    if change.way in ("raise", "up"):
        return verbs.MEASURABLE.at(text, change.end) is not None or (
            not headed and change.way == "up"
        )
    return change.way not in ("more", "less", "beyond", "times")


__all__ = ["Built", "Comparison", "built", "replace", "without_number"]

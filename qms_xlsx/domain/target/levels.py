"""Thresholds and ranges: a figure that is a level to be reached or not to be passed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qms_xlsx.domain.target import verbs
from qms_xlsx.domain.target.baselines import baseline
from qms_xlsx.domain.target.better import BARE, LESS_TIME, ODD_SHARE, way_of
from qms_xlsx.domain.target.comparators import DOWN, UP
from qms_xlsx.domain.target.model import Better, Kind, Target
from qms_xlsx.domain.target.sharing import period
from qms_xlsx.language.lexicon import covered
from qms_xlsx.language.messages import doubt, message
from qms_xlsx.language.numbers import significant

if TYPE_CHECKING:
    from qms_xlsx.domain.target.changing import ChangeWord
    from qms_xlsx.domain.target.part import Part
    from qms_xlsx.domain.target.polarity import Direction

IMPLIED = {Better.HIGHER: ">=", Better.LOWER: "<=", Better.NEITHER: "="}
"""The comparator that a figure alone implies."""
UNMARKED = message("The words are typed without marks, so the choice may be mistaken.")
_NAME = 5
"""Words that tell what is measured and what is counted, at the least."""
_MORE = message("The words do not say which way is better: more is taken so.")
_LESS = message("The words do not say which way is better: less is taken so.")


def none_at_all() -> Target:
    """Return what "không có" asks for."""
    return _threshold("=", 0.0, Better.LOWER, explicit=True)


def of_level(part: Part, change: ChangeWord | None) -> Target:
    """Return the threshold or the range that a figure asks for."""
    core = part.core
    _against(part)
    way = way_of(part, change)
    if core.part or (core.of is not None and _is_share(part)):
        _count_as_share(part)
    if core.upper is not None and (
        core.bounded or core.comparison.op is None or core.comparison.leaned
    ):
        return _range(part, way, change)
    if core.unit is None and core.of is None and not part.clause.leads:
        part.notes.append(message("No unit is written."))
    op = core.comparison.op
    return _implied(part, way) if op is None else _stated(part, way, op)


def _against(part: Part) -> None:
    """Note a level in per cent of what was before ("bằng 102% so với năm 2023")."""
    core = part.core
    base = baseline(part.text, core.end, part.clause.end)
    relative = core.kind == "share" or core.unit == "lần"
    if relative and base not in (None, "yearly", "other"):
        part.notes.append(
            message(
                "“{words}” of an earlier figure is a level.",
                words=part.text.raw_words(core.number, core.end),
            )
        )


def _threshold(
    op: str,
    value: float,
    better: Better,
    *,
    explicit: bool,
    of: float | None = None,
    unit: str | None = None,
) -> Target:
    return Target(
        kind=Kind.THRESHOLD,
        comparator=op,
        value=value,
        of=of,
        unit=unit,
        better=better,
        explicit=explicit,
    )


def _stated(part: Part, way: Direction, op: str) -> Target:
    core, value = part.core, part.core.value
    if core.upper is not None:
        value = core.upper if op in DOWN else core.value
        part.notes.append(
            message("Of the range, the end that the words limit is taken: {value}.", value=value)
        )
    better = Better.HIGHER if op in UP else Better.LOWER if op in DOWN else way.better
    if op == "=" and value == 0:
        better = Better.LOWER
    elif core.kind == "duration" and op in DOWN:
        better = Better.LOWER  # whatever is done within it
    elif not core.comparison.denied and way.told and way.better not in (better, Better.NEITHER):
        better = way.better
        part.notes.append(
            doubt("The comparator contradicts what is measured: it is read as written.")
        )
    return _threshold(op, value, better, explicit=True, of=core.of, unit=core.unit)


def _implied(part: Part, way: Direction) -> Target:
    core, better = part.core, way.better
    if core.value == 0:
        return _threshold("=", 0.0, Better.LOWER, explicit=True, unit=core.unit)
    if not way.likely and not way.told and _names_something(part):
        part.notes.append(_MORE if better is Better.HIGHER else _LESS)
    elif _unmarked(part):
        part.notes.append(UNMARKED)
    if better is Better.LOWER and core.kind == "share" and core.value >= ODD_SHARE:
        part.notes.append(
            message("Less is taken as better, which is odd for {value}%.", value=core.value)
        )
    op = IMPLIED[better]
    return _threshold(op, core.value, better, explicit=False, of=core.of, unit=core.unit)


def _unmarked(part: Part) -> bool:
    """Tell whether a whole name is typed without marks, by which its direction is told."""
    words = [token for token in part.text.tokens if token.kind == "word"]
    sure = part.core.kind == "share" and part.core.value >= ODD_SHARE
    plain = all(token.fold == token.bare for token in words)
    return plain and len(words) >= _NAME and not sure


def _names_something(part: Part) -> bool:
    """Tell whether what is measured is named, not a bare figure, a large share or a "lần/năm"."""
    text, clause, core = part.text, part.clause, part.core
    large = core.kind == "share" and core.value >= ODD_SHARE
    often = core.kind == "frequency" and "/" in str(core.unit)
    after, ahead = (core.end, clause.end), (clause.start, core.lead)
    named = not covered(text, *(after if clause.leads else ahead), verbs.LIGHT, BARE)
    return named and not (large or often)


def _range(part: Part, way: Direction, change: ChangeWord | None) -> Target:
    core = part.core
    if core.strict_upper:
        part.notes.append(
            message("The upper end is excluded by the words; it is taken as still good.")
        )
    return Target(
        kind=Kind.RANGE,
        comparator=">" if core.comparison.op == ">" else ">=",
        value=core.value,
        upper=core.upper,
        unit=core.unit,
        better=_beyond(part, way, change),
        explicit=True,
    )


def _beyond(part: Part, way: Direction, change: ChangeWord | None) -> Better:
    """Return on which side of a range it is better still."""
    core = part.core
    if way.told:
        return way.better
    if change:
        return Better.HIGHER if change.rises else Better.LOWER
    if core.kind == "frequency" or (core.tolerant and not _better_told(part, way)):
        return Better.NEITHER
    if core.kind == "duration" and not period(part):
        part.notes.append(LESS_TIME)
        return Better.LOWER
    if not way.likely and _names_something(part):
        part.notes.append(_MORE if way.better is Better.HIGHER else _LESS)
    return way.better


def _better_told(part: Part, way: Direction) -> bool:
    """Tell whether more is better of what has a tolerance: of a rate, not of a temperature."""
    rated = verbs.RATES.within(part.text, part.clause.start, part.core.start)
    return part.core.kind == "share" and (way.likely or any(rated))


def _is_share(part: Part) -> bool:
    """Tell whether "2/3 số hộ" is meant as a share of all."""
    return part.text.letters(part.core.number + 3) in ("so", "tong", "dien")


def _count_as_share(part: Part) -> None:
    core = part.core
    if core.of is not None:
        core.value, core.of, core.unit = significant(core.value / core.of * 100), None, "%"
    part.notes.append(message("A part is read as {value}%.", value=core.value))

"""Thresholds and ranges: a figure that is a level to be reached or not to be passed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qms_xlsx.domain.target import verbs
from qms_xlsx.domain.target.baselines import baseline
from qms_xlsx.domain.target.comparators import DOWN, UP
from qms_xlsx.domain.target.model import Better, Kind, Target
from qms_xlsx.domain.target.part import Built, Part
from qms_xlsx.domain.target.polarity import Direction, direction
from qms_xlsx.domain.target.sharing import period
from qms_xlsx.language.lexicon import Lexicon, covered, phrases
from qms_xlsx.language.messages import doubt, message
from qms_xlsx.language.numbers import significant

if TYPE_CHECKING:
    from qms_xlsx.domain.target.changing import ChangeWord

IMPLIED = {Better.HIGHER: ">=", Better.LOWER: "<=", Better.NEITHER: "="}
"""The comparator that a figure alone implies."""
ODD_SHARE = 50
"""A share at least so large of which less would be better is worth a note."""
_MORE = message("The words do not say which way is better: more is taken so.")
_LESS = message("The words do not say which way is better: less is taken so.")
_LESS_TIME = message("Less time is taken as better.")
_MORE_FOUND = doubt("More found, or fewer committed? The words do not say which is better.")
_HOLDING = Lexicon(phrases("kiểm soát, khống chế, kiềm chế, hạn chế, kìm chế, kiểm soát tốt"))
"""With an upper limit these say that what follows is held down, not that it is dealt with."""
_FOUND_OUT = Lexicon(
    phrases(
        "bị (phát hiện|xử lý|bắt|bắt giữ|xử phạt|phạt|triệt phá|khởi tố|truy tố|thu giữ"
        "|lập biên bản|đình chỉ|tước giấy phép)",
        "[được] phát hiện [, |và] (xử lý|bắt giữ|ngăn chặn|xử phạt|khởi tố|thu giữ|lập biên bản)",
    )
)
"""A count of these grows when more is found and when more is done."""
_BARE = Lexicon(phrases("tỷ lệ, số, số lượng, tổng, kết quả, con số, chiếm, chiếm tỷ lệ"))
_RATE = Lexicon(phrases("tỷ lệ, tỷ suất, tỷ số, mức"))


def none_at_all() -> Target:
    """Return what "không có" asks for."""
    return _threshold("=", 0.0, Better.LOWER, explicit=True)


def of_level(part: Part, change: ChangeWord | None) -> Built:
    """Return the threshold or the range that a figure asks for."""
    core, notes = part.core, part.notes
    _against(part)
    way = _way(part, change)
    if core.part or (core.of is not None and _is_share(part)):
        _count_as_share(part)
    if core.upper is not None and (
        core.bounded or core.comparison.op is None or core.comparison.leaned
    ):
        return _range(part, way, change)
    if core.unit is None and core.of is None and not part.clause.leads:
        notes.append(message("No unit is written."))
    op = core.comparison.op
    target = _implied(part, way, change) if op is None else _stated(part, way, op)
    return Built(target, notes)


def _against(part: Part) -> None:
    """Note a level in per cent of what was before ("bằng 102% so với năm 2023")."""
    core = part.core
    base = baseline(part.text, core.end, part.clause.end)
    if base is None and verbs.PLAN.at(part.text, core.end):
        base = "other"
    if not (core.kind == "share" or core.unit == "lần") or base in (None, "yearly"):
        return
    if base != "other":
        part.notes.append(
            message(
                "{value}{unit} of an earlier figure is a level.",
                value=core.value,
                unit=core.unit or "",
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
    elif core.comparison.denied:
        pass
    elif way.told and way.better is not Better.NEITHER and better is not way.better:
        better = way.better
        part.notes.append(
            doubt("The comparator contradicts what is measured: it is read as written.")
        )
    return _threshold(op, value, better, explicit=True, of=core.of, unit=core.unit)


def _implied(part: Part, way: Direction, change: ChangeWord | None) -> Target:
    core, better = part.core, way.better
    if core.value == 0:
        return _threshold("=", 0.0, Better.LOWER, explicit=True, unit=core.unit)
    if change and not way.told:
        better = Better.HIGHER if change.rises else Better.LOWER
    elif not way.likely and not way.told and _names_something(part):
        part.notes.append(_MORE if better is Better.HIGHER else _LESS)
    if better is Better.LOWER and core.kind == "share" and core.value >= ODD_SHARE:
        part.notes.append(
            message("Less is taken as better, which is odd for {value}%.", value=core.value)
        )
    op = IMPLIED[better]
    return _threshold(op, core.value, better, explicit=False, of=core.of, unit=core.unit)


def _names_something(part: Part) -> bool:
    """Tell whether what is measured is named, not a bare figure, a large share or a "lần/năm"."""
    text, clause, core = part.text, part.clause, part.core
    if core.kind == "share" and core.value >= ODD_SHARE:
        return False
    if core.kind == "frequency" and "/" in (core.unit or ""):
        return False
    if clause.leads:
        return not covered(text, core.end, clause.end, verbs.LIGHT)
    return not covered(text, clause.start, core.lead, verbs.LIGHT, _BARE)


def _range(part: Part, way: Direction, change: ChangeWord | None) -> Built:
    core = part.core
    if core.strict_upper:
        part.notes.append(
            message("The upper end is excluded by the words; it is taken as still good.")
        )
    target = Target(
        kind=Kind.RANGE,
        comparator=">" if core.comparison.op == ">" else ">=",
        value=core.value,
        upper=core.upper,
        unit=core.unit,
        better=_beyond(part, way, change),
        explicit=True,
    )
    return Built(target, part.notes)


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
        part.notes.append(_LESS_TIME)
        return Better.LOWER
    if not way.likely and _names_something(part):
        part.notes.append(_MORE if way.better is Better.HIGHER else _LESS)
    return way.better


def _better_told(part: Part, way: Direction) -> bool:
    """Tell whether more is better of what has a tolerance: of a rate, not of a temperature."""
    rated = verbs.RATES.within(part.text, part.clause.start, part.core.start)
    return part.core.kind == "share" and (way.likely or any(rated))


def _way(part: Part, change: ChangeWord | None) -> Direction:
    core = part.core
    way = _measured(part, change)
    if _same_measure(part, way) or _of_structure(part):
        part.notes.append(message("What was measured before is taken to be measured here too."))
        return Direction(part.before.better, told=True)  # type: ignore[union-attr]
    if _same_high_share(part, way):
        part.notes.append(message("What was measured before is taken to be measured here too."))
        return Direction(Better.HIGHER, told=True)
    if core.comparison.op is not None or core.value == 0:
        return way
    if core.kind == "share" and core.value >= 100:
        return Direction(Better.HIGHER)
    if _found_out(part):
        part.notes.append(_MORE_FOUND)
        return Direction(Better.NEITHER, told=True)
    if way.better is Better.NEITHER:
        part.notes.append(message("Neither more nor less of it is better in itself."))
    elif core.kind == "duration" and not way.told and not period(part):
        part.notes.append(_LESS_TIME)
        return Direction(Better.LOWER, told=True)
    return way


def _found_out(part: Part) -> bool:
    """Tell a count of offences that were found out: it says nothing of which way is better."""
    clause, core = part.clause, part.core
    if core.kind == "share" or clause.leads:
        return False
    named = _FOUND_OUT.within(part.text, clause.start, core.lead)
    return any(start > clause.start for start, _, _ in named)


def _measured(part: Part, change: ChangeWord | None) -> Direction:
    text, clause, core = part.text, part.clause, part.core
    if clause.leads:
        acting = not covered(text, clause.start, core.start, verbs.LIGHT)
        way = direction(text, core.number, clause.end, acting=acting, doing=verbs.ACTING)
        share_of_some = core.kind == "share" and way.better is Better.NEITHER  # "85% dân số"
        return Direction(Better.HIGHER, likely=False) if share_of_some else way
    if covered(text, clause.start, core.lead, verbs.LIGHT, _BARE):  # "Tỷ lệ 1/200 hồ sơ trễ hạn"
        return direction(text, clause.start, clause.end)
    denied = core.lead and text.tokens[core.lead - 1].bare in ("khong", "chua")  # "… không đạt 5%"
    return direction(text, _subject(part, change), core.start if denied else core.lead)


def _subject(part: Part, change: ChangeWord | None) -> int:
    """Return where the measured thing begins: what is done to a rate says nothing about it."""
    text, clause, core = part.text, part.clause, part.core
    if change:
        return change.end
    start = clause.start
    while text.kind(start) == "symbol":
        start += 1
    found = verbs.NONE.at(text, start)
    start += found[0] if found else 0
    if core.comparison.op in DOWN:
        start = max((i + n for i, n, _ in _HOLDING.within(text, start, core.lead)), default=start)
    return next((index for index, _, _ in _RATE.within(text, start, core.lead)), start)


def _of_structure(part: Part) -> bool:
    """Tell a share under a heading ("Cơ cấu kinh tế: …"), whose meaning reaches them all."""
    before, core = part.before, part.core
    if before is None or before.better is not Better.NEITHER or core.comparison.op is not None:
        return False
    headed = any(token.fold == ":" for token in part.text.tokens[: part.clause.start])
    rated = verbs.RATES.within(part.text, part.clause.start, core.start)
    return headed and before.unit == core.unit and not (part.clause.leads or any(rated))


def _same_measure(part: Part, way: Direction) -> bool:
    """Tell whether a part ("…: nông nghiệp 35%, dịch vụ 25%") goes on with the direction before."""
    before, core, clause = part.before, part.core, part.clause
    return (
        before is not None
        and before.kind is Kind.THRESHOLD
        and before.better is not Better.HIGHER
        and before.unit == core.unit
        and not (way.told or clause.leads or core.reached)
        and not any(verbs.RATES.within(part.text, clause.start, core.start))
    )


def _same_high_share(part: Part, way: Direction) -> bool:
    """Tell whether "trọng án đạt 95% trở lên" goes on with the rate of cases solved before."""
    before, core, clause = part.before, part.core, part.clause
    return (
        before is not None
        and before.kind is Kind.THRESHOLD
        and before.better is Better.HIGHER
        and before.unit == core.unit
        and (core.comparison.op in UP or (core.comparison.op is None and core.value >= ODD_SHARE))
        and way == Direction(Better.LOWER, told=True, likely=way.likely)
        and not any(verbs.RATES.within(part.text, clause.start, core.start))
    )


def _is_share(part: Part) -> bool:
    """Tell whether "2/3 số hộ" is meant as a share of all."""
    after = part.text.tokens[part.core.number + 3 : part.core.number + 4]
    return bool(after) and after[0].bare in ("so", "tong", "dien")


def _count_as_share(part: Part) -> None:
    core = part.core
    if core.of is not None:
        core.value, core.of, core.unit = significant(core.value / core.of * 100), None, "%"
    part.notes.append(message("A part is read as {value}%.", value=core.value))

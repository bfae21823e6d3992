"""Family R: who reports an indicator, who leads and coordinates a measure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qms_xlsx.codes.rule import Hit, Rule
from qms_xlsx.domain.period import slots_of
from qms_xlsx.language.file_names import is_device, same_file, stem_of
from qms_xlsx.language.near import meant
from qms_xlsx.language.symbols import day
from qms_xlsx.rules.register.readings import named, short

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from qms_xlsx.domain.department import Department
    from qms_xlsx.domain.finding import Place
    from qms_xlsx.domain.register import Register


def _unknown_department(register: Register) -> Iterator[Hit]:
    for objective in register.indicators:
        yield from _unknown(register, ";".join(objective.departments), objective.at("departments"))


def _no_department(register: Register) -> Iterator[Hit]:
    bare = [objective for objective in register.indicators if not objective.departments]
    if bare and not _is_unassigned(register):
        names = named([f"“{short(o.name or o.target)}”" for o in bare])
        yield Hit(bare[0].at("departments"), {"names": names})


def _nobody_reports(register: Register) -> Iterator[Hit]:
    if _is_unassigned(register):
        first = register.indicators[0]
        yield Hit(first.at("departments"), {"count": len(register.indicators)})


def _is_unassigned(register: Register) -> bool:
    """Whether the register is the draft of a decision that assigns none of its targets."""
    rows = register.indicators
    return len(rows) > 1 and not any(one.departments for one in rows)


def _unknown_lead(register: Register) -> Iterator[Hit]:
    for measure in register.measures:
        yield from _unknown(register, measure.lead, measure.at("lead"))


def _no_lead(register: Register) -> Iterator[Hit]:
    for measure in register.measures:
        if not measure.lead:
            yield Hit(measure.at("lead"), {"number": measure.number})


def _unknown_coordinator(register: Register) -> Iterator[Hit]:
    for measure in register.measures:
        yield from _unknown(register, measure.coordinating, measure.at("coordinating"))


def _unknown_successor(register: Register) -> Iterator[Hit]:
    for department in register.departments:
        if department.successor and not register.resolve(department.successor):
            likely = meant(department.successor, names(register))
            yield Hit(department.place, {"value": department.successor, "likely": likely})


def _nobody_goes_on(register: Register) -> Iterator[Hit]:
    """TCVN ISO 9001:2015, 6.2.2 c): who is responsible is planned."""
    for own in register.departments:
        if own.active_to and own.closed.year <= register.year and not own.successor:
            rows = [*_left_indicators(register, own), *_left_measures(register, own)]
            if rows:
                values = {"name": own.name, "day": day(own.active_to), "rows": named(rows)}
                yield Hit(own.place, values)


def _left_indicators(register: Register, closed: Department) -> Iterator[str]:
    for indicator in register.indicators:
        last = register.period_rule.end(register.year, slots_of(indicator.cadence)[-1])
        if last > closed.closed and _last_of(register, register.owners[indicator.code], closed):
            yield f"“{short(indicator.name)}”"


def _left_measures(register: Register, closed: Department) -> Iterator[str]:
    for measure in register.measures:
        done = bool(measure.due) and measure.due[-1] <= closed.closed
        if not done and _last_of(register, register.leads[measure.number], closed):
            yield measure.number


def _last_of(register: Register, codes: Iterable[str], closed: Department) -> bool:
    """Whether a department is among some, and none of them is there after it."""
    known = [register.department_by_code[code] for code in codes]
    return closed in known and all(other.closed <= closed.closed for other in known)


def _unknown(register: Register, text: str, place: Place) -> Iterator[Hit]:
    for name in register.unknown_parties(text):
        yield Hit(place, {"value": name, "likely": meant(name, names(register))})


def names(register: Register) -> Iterator[str]:
    """Yield every code, name, alias and group, for what may be meant by an unknown one."""
    for department in register.departments:
        yield from (department.code, department.name, *department.aliases, *department.groups)


def _shared_file_name(register: Register) -> Iterator[Hit]:
    first: dict[str, str] = {}
    for department in register.departments:
        code, name = department.code, stem_of(department.code)
        one = first.setdefault(same_file(name), code)
        if one != code:
            yield Hit(department.place, {"one": one, "other": code, "name": name})


def _device_name(register: Register) -> Iterator[Hit]:
    for department in register.departments:
        if is_device(department.code):
            yield Hit(department.place, {"code": department.code})


PARTY_RULES: tuple[Rule[Register], ...] = (
    Rule("R231", _unknown_department),
    Rule("R232", _no_department),
    Rule("R247", _nobody_reports),
    Rule("R233", _unknown_lead),
    Rule("R234", _no_lead),
    Rule("R236", _unknown_successor),
    Rule("R237", _nobody_goes_on),
    Rule("R235", _unknown_coordinator),
    Rule("R238", _shared_file_name),
    Rule("R239", _device_name),
)

"""Family R: who reports an indicator, who leads and coordinates a measure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qms_xlsx.codes.rule import Hit, Rule
from qms_xlsx.language.file_names import is_device, same_file, stem_of
from qms_xlsx.language.messages import N_
from qms_xlsx.language.near import meant

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qms_xlsx.domain.finding import Place
    from qms_xlsx.domain.register import Register

_NAME_HINT = N_(
    "Correct the name, put “;” between several, or add it to a department's aliases or groups."
)


def _unknown_department(register: Register) -> Iterator[Hit]:
    for objective in register.indicators:
        yield from _unknown(register, ";".join(objective.departments), objective.at("departments"))


def _no_department(register: Register) -> Iterator[Hit]:
    for objective in register.indicators:
        if not objective.departments:
            yield Hit(objective.at("departments"), {"name": objective.name})


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
            likely = meant(department.successor, _names(register))
            yield Hit(department.place, {"value": department.successor, "likely": likely})


def _unknown(register: Register, text: str, place: Place) -> Iterator[Hit]:
    for name in register.unknown_parties(text):
        yield Hit(place, {"value": name, "likely": meant(name, _names(register))})


def _names(register: Register) -> Iterator[str]:
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
    Rule("R233", _unknown_lead),
    Rule("R234", _no_lead),
    Rule("R236", _unknown_successor),
    Rule("R235", _unknown_coordinator),
    Rule("R238", _shared_file_name),
    Rule("R239", _device_name),
)

"""Family R: the decision itself: its number and date, report dates, outdated words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qms_xlsx.codes.rule import Hit, Rule
from qms_xlsx.language.symbols import day
from qms_xlsx.language.text import bare
from qms_xlsx.rules.register.readings import setting

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from qms_xlsx.domain.finding import Place
    from qms_xlsx.domain.register import Register

_LAST_YEAR_OF_2008 = 2018
"""Certificates to ISO 9001:2008 ended with September 2018."""
_FIRST_YEAR_OF_NEW_SERVICES = 2023
"""Decree 42/2022 replaced the levels of online services by "một phần" and "toàn trình"."""
_OLD_STANDARD = re.compile(r"9001\s*:\s*(?:2000|2008)")
_OLD_LEVELS = re.compile(r"(?:truc tuyen|dich vu cong|tthc|thu tuc hanh chinh).*muc do [1-4]")


def _no_decision_number(register: Register) -> Iterator[Hit]:
    if not register.decision_number:
        yield Hit(setting(register, "decision_number"))


def _no_decision_date(register: Register) -> Iterator[Hit]:
    if register.decision_date is None:
        yield Hit(setting(register, "decision_date"))


def _no_report_date(register: Register) -> Iterator[Hit]:
    if register.due_h1 is None or register.due_year is None:
        yield Hit(setting(register, "due_year" if register.due_h1 else "due_h1"))


def _report_dates_on_weekends(register: Register) -> Iterator[Hit]:
    weekend = [day(due) for due in register.due_dates if due.weekday() > 4]
    if weekend:
        yield Hit(setting(register, "due_h1"), {"days": ", ".join(weekend)})


def _outdated_standard(register: Register) -> Iterator[Hit]:
    if register.year >= _LAST_YEAR_OF_2008:
        yield from _first(register, lambda text: _OLD_STANDARD.search(text) is not None)


def _outdated_service_levels(register: Register) -> Iterator[Hit]:
    if register.year >= _FIRST_YEAR_OF_NEW_SERVICES:
        yield from _first(register, lambda text: _OLD_LEVELS.search(text) is not None)


def _first(register: Register, outdated: Callable[[str], bool]) -> Iterator[Hit]:
    """Yield one hit for all rows whose words are outdated, at the first of them."""
    found: dict[str, Place] = {}
    for objective in register.objectives:
        for key in ("target", "name"):
            if outdated(bare(getattr(objective, key))):
                found.setdefault(objective.code, objective.at(key))
    for measure in register.measures:
        if outdated(bare(measure.measure)):
            found.setdefault(measure.number, measure.at("measure"))
    if found:
        yield Hit(next(iter(found.values())), {"rows": ", ".join(found)})


DECISION_RULES: tuple[Rule[Register], ...] = (
    Rule("R261", _no_decision_number),
    Rule("R262", _no_decision_date),
    Rule("R263", _no_report_date),
    Rule("R264", _report_dates_on_weekends),
    Rule("R265", _outdated_standard),
    Rule("R266", _outdated_service_levels),
)

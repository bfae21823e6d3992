"""Family R: the decision itself: its number and date, report dates, outdated words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qms_xlsx.codes.rule import Hit, Rule
from qms_xlsx.domain.finding import Severity
from qms_xlsx.language.messages import N_
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
    weekend = [f"{day:%d/%m/%Y}" for day in register.due_dates if day.weekday() > 4]
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
    Rule(
        code="R261",
        name="no_decision_number",
        severity=Severity.WARNING,
        message=N_("The decision has no number."),
        hint=N_("Type it beside “Số quyết định” on the first sheet."),
        check=_no_decision_number,
    ),
    Rule(
        code="R262",
        name="no_decision_date",
        severity=Severity.WARNING,
        message=N_("The decision has no date."),
        hint=N_("Type it beside “Ngày quyết định” on the first sheet."),
        check=_no_decision_date,
    ),
    Rule(
        code="R263",
        name="no_report_date",
        severity=Severity.INFO,
        message=N_("The register does not name the due dates of both reports."),
        hint=N_("Type them beside “Hạn báo cáo 6 tháng” and “Hạn báo cáo năm”, such as 15/6."),
        check=_no_report_date,
    ),
    Rule(
        code="R264",
        name="report_dates_on_weekends",
        severity=Severity.INFO,
        message=N_("Due dates of the reports that fall on a weekend are not moved: {days}."),
        hint=N_("Nothing needs to be done; a working day would be plainer."),
        check=_report_dates_on_weekends,
    ),
    Rule(
        code="R265",
        name="outdated_standard",
        severity=Severity.INFO,
        message=N_("An edition of ISO 9001 before 2015 is named, in {rows}."),
        hint=N_("Name TCVN ISO 9001:2015 in the next decision."),
        check=_outdated_standard,
    ),
    Rule(
        code="R266",
        name="outdated_service_levels",
        severity=Severity.INFO,
        message=N_(
            "Levels 1 to 4 of online services are named, in {rows}; since Decree 42/2022/NĐ-CP "
            "they are called “một phần” and “toàn trình”."
        ),
        hint=N_("Use the new names in the next decision."),
        check=_outdated_service_levels,
    ),
)

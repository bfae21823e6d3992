"""Cases of family V: what stands in a form's cells."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from functools import partial
from typing import TYPE_CHECKING

from qms_xlsx.domain.finding import Place
from qms_xlsx.domain.indicator import Component
from qms_xlsx.read.cell_case import CellCase
from qms_xlsx.read.form import read_form
from qms_xlsx.read.tables import Cell
from qms_xlsx.read.values import read_cell
from tests.rules.cases import Case
from tests.rules.office import form, office, read

if TYPE_CHECKING:
    from qms_xlsx.domain.finding import Finding

PROGRESS = """
key | state        | times_done | done_on
1   | {state}      | {times}    | {day}
"""


def typed(**cells: object) -> list[Finding]:
    """Return what is found in a form with one or more cells of the first half-year."""
    return read(
        form(
            {
                f"{key.replace('_', '-', 1).replace('_', ':')}.h1": value
                for key, value in cells.items()
            }
        )
    )


def classes(value: object) -> partial[list[Finding]]:
    """Return the reading of a form where this stands beside "Lớp tập huấn"."""
    return partial(typed, M_2_value=value)


def percent(unit: str) -> list[Finding]:
    """Return what is found where 0.95 is shown as 95 % in a row of this unit."""
    cell = Cell(0.95, "H1", shown="percent")
    case = CellCase(cell, Place("VP-TK.xlsx", "Kết quả", "H1"), Component.VALUE, unit=unit)
    reading = read_cell(case)
    return [reading.finding] if reading.finding else []


def ratio(numerator: object, denominator: object) -> partial[list[Finding]]:
    """Return the reading of a form with this ratio."""
    return partial(typed, M_1_numerator=numerator, M_1_denominator=denominator)


def within(begins: date | None = None, closes: date | None = None) -> list[Finding]:
    """Return what is found where a department that begins or closes reports the first half."""
    known = office()
    own, *others = known.departments
    own = replace(own, active_from=begins, active_to=closes)
    given = form({"M-2:value.h1": 4.0})
    return list(read_form(given, replace(known, departments=(own, *others))).findings)


def progress(
    state: str = "đang thực hiện", times: str = "1", day: str = "2024-05-20"
) -> partial[list[Finding]]:
    """Return the reading of a form with this progress of its first measure."""
    text = PROGRESS.format(state=state, times=times, day=day)
    return partial(read, form(progress=text))


def typed_words(text: str) -> list[Finding]:
    """Return what is found in a form with this as the cause."""
    return read(form({"M-2:value.cause": text}))


CASES = {
    "V101": Case(classes("#N/A"), classes(5.0)),
    "V102": Case(classes("=?"), classes("=5")),
    "V103": Case(classes("12.250"), classes(12250.0)),
    "V104": Case(partial(typed, M_3_answer="x"), partial(typed, M_3_answer="Có")),
    "V105": Case(partial(typed, M_4_grade="vừa phải"), partial(typed, M_4_grade="tốt")),
    "V106": Case(classes(datetime(2024, 4, 3)), classes(3.0)),
    "V107": Case(classes(-2.0), classes(0.0)),
    "V108": Case(classes(1e16), classes(1e6)),
    "V109": Case(partial(typed, M_5_rank=2.5), partial(typed, M_5_rank=2.0)),
    "V110": Case(classes("khoảng 50"), classes("50 lớp")),
    "V111": Case(classes("nhiều"), classes("KPS")),
    "V112": Case(ratio("3/4", 4.0), ratio(3.0, 4.0)),
    "V113": Case(ratio("98,5 %", 100.0), ratio("98 hồ sơ", 100.0)),
    "V114": Case(classes("–"), classes("không phát sinh")),
    "V116": Case(classes(datetime(1900, 1, 12)), classes(datetime(2024, 1, 12))),
    "V117": Case(partial(percent, "%"), partial(percent, "lớp")),
    "V115": Case(classes("50-60"), classes("50,6")),
    "V201": Case(ratio(12.0, 10.0), ratio(10.0, 12.0)),
    "V202": Case(partial(typed, M_1_numerator=12.0), ratio(12.0, 12.0)),
    "V301": Case(
        partial(read, form({"M-2:value.h2": 4.0})),
        partial(read, form({"M-2:value.h2": 4.0}, head={"report_period": "2024"})),
    ),
    "V302": Case(
        partial(read, form({"M-2:value.estimate_from": "T13"})),
        partial(read, form({"M-2:value.estimate_from": "6T2"})),
    ),
    "V303": Case(
        partial(within, begins=date(2024, 7, 1)), partial(within, begins=date(2024, 6, 1))
    ),
    "V304": Case(
        partial(within, closes=date(2023, 12, 31)), partial(within, closes=date(2024, 1, 1))
    ),
    "V401": Case(progress(day="hôm qua"), progress(day="20/5/2024")),
    "V402": Case(progress(state="xong xuôi"), progress(state="hoàn thành")),
    "V403": Case(progress(times="1.5"), progress(times="3")),
    "V404": Case(partial(typed_words, "#N/A"), partial(typed_words, "=Thiếu người")),
    "V501": Case(
        partial(typed_words, "Häp giao ban víi c¸c bé phËn ®Ó th¸o gì v­íng m¾c"),
        partial(typed_words, "Họp giao ban với các bộ phận để tháo gỡ vướng mắc"),
    ),
    "V502": Case(partial(typed_words, "Hé tÞch"), partial(typed_words, "Hộ tịch")),
}

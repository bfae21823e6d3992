"""Siblings of the small inputs: other places, other rows, other programs' habits of the same kind."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Any

import openpyxl
import pytest
from openpyxl.utils import get_column_letter

from qms_xlsx.domain.period import Period, PeriodRule, Slot
from qms_xlsx.domain.report_date import Reported
from qms_xlsx.read.form import read_form
from qms_xlsx.steps.reading import open_all
from tests.year_folders import SAMPLES, THUONG_LO, sample_register

if TYPE_CHECKING:
    from pathlib import Path

    from openpyxl.worksheet.worksheet import Worksheet

    from qms_xlsx.read.form import FormReading

RESULTS, PLAN, ACTIONS = "Kết quả", "Kế hoạch", "Khắc phục"


Change = Callable[[dict[str, Any]], object]


def row_of(sheet: Worksheet, key: str) -> int:
    return next(n for n in range(1, sheet.max_row + 1) if sheet.cell(n, 1).value == key)


def column_of(sheet: Worksheet, key: str) -> str:
    """Return the letters of a column by its hidden key; 'beside' is one that has none."""
    markers = [n for n in range(1, 61) if str(sheet.cell(n, 1).value).startswith("#qms:")]
    if key == "beside":
        return str(get_column_letter(sheet.max_column + 3))
    return str(next(cell.column_letter for cell in sheet[markers[-1]] if cell.value == key))


def changed(
    folder: Path, change: Change, form: str = "VP-TK_6thang"
) -> tuple[FormReading, dict[str, list[str]]]:
    """Return a sample's form as read after a change, and the cells of each finding by code."""
    workbook = openpyxl.load_workbook(SAMPLES / THUONG_LO / "da-nop" / f"{form}.xlsx")
    change({sheet.title: sheet for sheet in workbook.worksheets})
    path = folder / f"{form}.xlsx"
    workbook.save(path)
    [opened] = open_all([path])
    assert opened.contents is not None
    register = sample_register()
    reading = read_form(opened.contents, register)
    said: dict[str, list[str]] = {}
    for finding in reading.findings:
        said.setdefault(finding.code, []).append(finding.place.cell)
    return reading, said


def below(sheet: str, rows: int, column: str, value: object) -> Change:
    """Put a value so many rows below the last one."""

    def change(sheets: dict[str, Worksheet]) -> None:
        own = sheets[sheet]
        own[f"{column_of(own, column)}{own.max_row + rows}"] = value

    return change


def at(sheet: str, key: str, column: str, value: object) -> Change:
    """Put a value into the row of a key; without one into the sheet's last row."""

    def change(sheets: dict[str, Worksheet]) -> None:
        own = sheets[sheet]
        row = row_of(own, key) if key else own.max_row
        own[f"{column_of(own, column)}{row}"] = value

    return change


def unkeyed(sheet: str, key: str) -> Change:
    """Take the key out of a row."""

    def change(sheets: dict[str, Worksheet]) -> None:
        sheets[sheet].cell(row_of(sheets[sheet], key), 1).value = None

    return change


@pytest.mark.parametrize(
    ("change", "code", "form"),
    [
        (
            at(RESULTS, "TL-5b1:numerator", "t2", 5),
            "S134",
            "TNTKQ_6thang",
        ),  # a month, not a quarter
        (at(RESULTS, "TL-1:answer", "q1", "Có"), "S134", "VP-TK_6thang"),  # a quarter, not a half
        (at(RESULTS, "TL-9a:grade", "h1", "tốt"), "S134", "VP-TK_6thang"),  # a half, not a year
        (at(RESULTS, "TL-9c:numerator", "t1", 0), "S134", "VP-TK_6thang"),  # nought is a figure too
        (unkeyed(RESULTS, "TL-3a:numerator"), "S135", "VP-TK_6thang"),
        (unkeyed(RESULTS, "TL-1:answer"), "S135", "VP-TK_6thang"),
        (unkeyed(PLAN, "I.2"), "S135", "VP-TK_6thang"),
        (at(RESULTS, "TL-3a:numerator", "beside", 12), "S136", "VP-TK_6thang"),
        (at(RESULTS, "TL-6:denominator", "beside", "xem công văn 15"), "S136", "VP-TK_6thang"),
        (at(PLAN, "I.2", "beside", date(2024, 5, 1)), "S136", "VP-TK_6thang"),
        (at(ACTIONS, "", "beside", "đã làm"), "S136", "VP-TK_6thang"),
        (below(RESULTS, 3, "name", "Ghi chú: số của xã"), "S137", "VP-TK_6thang"),
        (below(RESULTS, 40, "t1", 7), "S137", "VP-TK_6thang"),
        (below(PLAN, 2, "state", "hoàn thành"), "S137", "VP-TK_6thang"),
        (below(PLAN, 9, "beside", 3), "S137", "VP-TK_6thang"),
        (below(PLAN, 3, "measure", "Ghi chú: còn hai việc"), "S137", "VP-TK_6thang"),
        (at(PLAN, "I.2", "state", "#N/A"), "V404", "VP-TK_6thang"),
        (at(PLAN, "I.2", "evidence_number", "=1/0"), "V404", "VP-TK_6thang"),
        (at(RESULTS, "TL-6:numerator", "cause", "#REF!"), "V404", "VP-TK_6thang"),
        (at(ACTIONS, "", "action", "#N/A"), "V404", "VP-TK_6thang"),
        (at(ACTIONS, "", "state", "xong rồi"), "V402", "VP-TK_6thang"),
        (at(RESULTS, "TL-3a:numerator", "component", 45), "S111", "VP-TK_6thang"),
        (at(RESULTS, "TL-3a:numerator", "baseline", 45), "S111", "VP-TK_6thang"),
        (at(RESULTS, "TL-3a:numerator", "number", "3b"), "S111", "VP-TK_6thang"),
        (at(PLAN, "I.2", "deadline", "Tháng 8/2024"), "S111", "VP-TK_6thang"),
        (at(RESULTS, "TL-3a:numerator", "year", 45), "S112", "VP-TK_6thang"),
    ],
)
def test_what_was_typed_is_said_wherever_it_stands(
    change: Change, code: str, form: str, tmp_path: Path
) -> None:
    _, before = changed(tmp_path, lambda _: None, form)
    _, after = changed(tmp_path, change, form)
    assert len(after.get(code, ())) == len(before.get(code, ())) + 1, after


def test_what_is_typed_beside_a_measure_that_a_department_only_helps_with_is_named_alone(
    tmp_path: Path,
) -> None:
    def change(sheets: dict[str, Worksheet]) -> None:
        own = sheets[PLAN]
        row = next(n for n in range(1, own.max_row + 1) if own.cell(n, 2).value == "V.4")
        own[f"{column_of(own, 'state')}{row}"] = "hoàn thành"

    reading, _ = changed(tmp_path, change)
    [found] = [f for f in reading.findings if f.code == "S137"]
    assert found.values["cells"] == f"{found.place.cell} “hoàn thành”"


@pytest.mark.parametrize("value", ["#N/A", "=1/0"])
@pytest.mark.parametrize("column", ["done_on", "evidence_date"])
def test_an_error_where_a_day_belongs_is_said_once(value: str, column: str, tmp_path: Path) -> None:
    _, said = changed(tmp_path, at(PLAN, "I.2", column, value))
    assert len(said["V404"]) == 1
    assert "V401" not in said


@pytest.mark.parametrize("word", ["Hoàn Thành.", " hoàn  thành", "HOÀN THÀNH", "hoàn thành"])
@pytest.mark.parametrize(("sheet", "key"), [(PLAN, "I.2"), (ACTIONS, "")])
def test_a_state_is_known_in_any_letters(word: str, sheet: str, key: str, tmp_path: Path) -> None:
    _, said = changed(tmp_path, at(sheet, key, "state", word))
    assert "V402" not in said


def exchange(sheet: str, one: str, other: str, columns: str) -> Change:
    """Exchange visible cells of two rows and leave their keys."""

    def change(sheets: dict[str, Worksheet]) -> None:
        own = sheets[sheet]
        first, second = row_of(own, one), row_of(own, other)
        for key in columns.split():
            column = column_of(own, key)
            a, b = own[f"{column}{first}"], own[f"{column}{second}"]
            a.value, b.value = b.value, a.value

    return change


SEEN = "number name target unit component t1 t2 t3"
PLANNED = "number measure lead coordinating deadline evidence"
DONE = "state times_done done_on evidence_number evidence_date evidence_title note"


@pytest.mark.parametrize(
    ("change", "rows"),
    [
        (exchange(RESULTS, "TL-3a:numerator", "TL-6:numerator", SEEN), 2),
        (exchange(RESULTS, "TL-3a:denominator", "TL-6:denominator", "component t1 t2 t3"), 2),
        (exchange(RESULTS, "TL-1:answer", "TL-2a:numerator", "number name target"), 2),
        (exchange(PLAN, "I.2", "I.6", f"{PLANNED} {DONE}"), 2),
        (exchange(PLAN, "I.2", "I.6", DONE), 0),  # entries alone: nobody can tell
    ],
)
def test_rows_that_were_sorted_in_part_are_errors(
    change: Change, rows: int, tmp_path: Path
) -> None:
    _, said = changed(tmp_path, change)
    assert len(said.get("S138", ())) == rows


def test_a_sorted_plan_is_not_believed(tmp_path: Path) -> None:
    whole, _ = changed(tmp_path, lambda _: None)
    reading, _ = changed(tmp_path, exchange(PLAN, "I.2", "I.6", f"{PLANNED} {DONE}"))
    assert whole.submission is not None
    assert reading.submission is not None
    assert whole.submission.progress.keys() - reading.submission.progress.keys() == {"I.2", "I.6"}


YEAR, HALF = Period.parse("2024"), Period.parse("2024-H1")
SLOTS = {key: Slot.parse(key) for key in ("t3", "t6", "t12", "q2", "h1", "year")}


@pytest.mark.parametrize(
    ("day", "period", "last", "saved", "likely"),
    [
        # a year slipped
        (date(2024, 1, 5), YEAR, "t12", None, date(2025, 1, 5)),
        (date(2025, 6, 12), HALF, "t6", None, date(2024, 6, 12)),
        (date(2023, 11, 28), YEAR, "t12", None, date(2024, 11, 28)),
        (date(2024, 1, 10), YEAR, "year", None, date(2025, 1, 10)),
        # day and month exchanged
        (date(2024, 3, 7), HALF, "t6", None, date(2024, 7, 3)),
        (date(2024, 12, 6), HALF, "t6", None, date(2024, 6, 12)),
        (date(2024, 11, 6), HALF, "h1", None, date(2024, 6, 11)),
        # after the day on which it was saved
        (date(2024, 7, 6), HALF, "t6", date(2024, 6, 7), date(2024, 6, 7)),
        # before its own figures, and nothing explains it
        (date(2024, 2, 20), HALF, "t6", None, None),
    ],
)
def test_a_date_that_does_not_fit_is_seen_and_the_likely_one_named(
    day: date, period: Period, last: str, saved: date | None, likely: date | None
) -> None:
    told = Reported(PeriodRule.CALENDAR, period, SLOTS[last], saved)
    assert not told.fits(day)
    assert told.likely(day) == likely


@pytest.mark.parametrize(
    ("day", "period", "last"),
    [
        (date(2024, 6, 14), HALF, "t6"),
        (date(2024, 5, 31), HALF, "t6"),  # June as an estimate
        (date(2024, 11, 29), YEAR, "t12"),
        (date(2024, 10, 20), YEAR, "t12"),
        (date(2025, 1, 15), YEAR, "t12"),
        (date(2024, 4, 2), Period.parse("2024-03"), "t3"),
        (date(2024, 3, 20), Period.parse("2024-03"), "t3"),
        (date(2024, 8, 30), HALF, "t6"),  # late, and truly so
        (date(2024, 7, 10), Period.parse("2024-Q2"), "q2"),
    ],
)
def test_a_date_that_fits_is_left_alone(day: date, period: Period, last: str) -> None:
    assert Reported(PeriodRule.CALENDAR, period, SLOTS[last]).fits(day)

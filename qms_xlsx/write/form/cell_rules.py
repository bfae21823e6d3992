"""Validations and conditional formats of a form: the code's, not the template's."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from openpyxl.formatting.rule import CellIsRule, Rule
from openpyxl.styles import Font, PatternFill
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from qms_xlsx.book import look
from qms_xlsx.book.labels import KPS
from qms_xlsx.domain.indicator import Component
from qms_xlsx.domain.period import SLOTS
from qms_xlsx.domain.status import Status
from qms_xlsx.write.form.decimals import show_decimals, tell_apart
from qms_xlsx.write.form.lists import grade_list, slot_list

if TYPE_CHECKING:
    from collections.abc import Iterable

    from openpyxl.worksheet.worksheet import Worksheet

    from qms_xlsx.write.form.form_indicator import FormIndicator
    from qms_xlsx.write.form.results_area import Results
    from qms_xlsx.write.templating import TemplateTable

_NUMBER_HELP = "Ghi số của kỳ này, không cộng dồn. KPS nếu không phát sinh; để trống nếu chưa có."
_LATEST_HELP = "Ghi số có đến cuối kỳ này. KPS nếu không phát sinh; để trống nếu chưa có."


def number_or_kps(cell: str) -> str:
    """Return the condition for a number that is not negative, or KPS."""
    return f'IF(ISNUMBER({cell}),{cell}>=0,UPPER({cell})="{KPS}")'


def whole_or_kps(cell: str) -> str:
    """Return the condition for a whole number from 1, or KPS."""
    return f'IF(ISNUMBER({cell}),AND({cell}>=1,{cell}=INT({cell})),UPPER({cell})="{KPS}")'


def add_list(sheet: Worksheet, name: str, ranges: Iterable[str], help_text: str = "") -> None:
    """Give cells a drop-down of a named list."""
    rule = DataValidation(type="list", formula1=name, allow_blank=True)
    _tell(rule, "Chọn một mục trong danh sách.", help_text)
    _add(sheet, rule, ranges)


def add_condition(
    sheet: Worksheet, condition: str, ranges: Iterable[str], error: str, help_text: str = ""
) -> None:
    """Let cells hold only what a condition (relative to the first cell) allows."""
    rule = DataValidation(type="custom", formula1=condition, allow_blank=True)
    _tell(rule, error, help_text)
    _add(sheet, rule, ranges)


def add_dates(sheet: Worksheet, ranges: Iterable[str]) -> None:
    """Let cells hold only dates."""
    rule = DataValidation(type="date", operator="greaterThan", formula1="36526", allow_blank=True)
    _tell(rule, "Ghi ngày dạng ngày/tháng/năm, ví dụ 15/6/2024.", "ngày/tháng/năm")
    _add(sheet, rule, ranges)


def add_counts(sheet: Worksheet, ranges: Iterable[str]) -> None:
    """Let cells hold only whole numbers from 0."""
    rule = DataValidation(
        type="whole", operator="greaterThanOrEqual", formula1="0", allow_blank=True
    )
    _tell(rule, "Ghi số nguyên, ví dụ 3.", "")
    _add(sheet, rule, ranges)


def _tell(rule: DataValidation, error: str, help_text: str) -> None:
    rule.errorTitle, rule.error = "Chưa đúng", error
    rule.showErrorMessage = True
    if help_text:
        rule.prompt = help_text
        rule.showInputMessage = True


def _add(sheet: Worksheet, rule: DataValidation, ranges: Iterable[str]) -> None:
    for cells in ranges:
        rule.add(cells)
    if rule.sqref:
        sheet.add_data_validation(rule)


def result_validations(written: Results) -> None:
    """Guard the typed slots: numbers, answers, grades and ranks, each with KPS."""
    sheet = written.table.sheet
    groups: dict[tuple[str, str, str], list[str]] = defaultdict(list)
    for indicator, row, first, last in written.typed:
        kind, help_text = _guard(indicator)
        groups[kind, help_text, first].append(f"{first}{row}:{last}{row}")
    for (kind, help_text, _), ranges in groups.items():
        start = ranges[0].split(":")[0]
        if kind == "number":
            error = f"Ghi một số không âm (ví dụ 12 hoặc 98,5), hoặc {KPS} nếu không phát sinh."
            add_condition(sheet, number_or_kps(start), ranges, error, help_text)
        elif kind == "rank":
            error = f"Ghi thứ hạng là số nguyên từ 1, hoặc {KPS} nếu không phát sinh."
            add_condition(sheet, whole_or_kps(start), ranges, error, help_text)
        else:
            add_list(sheet, kind, ranges, help_text)
    cadences: dict[str, list[str]] = defaultdict(list)
    for cadence, address in written.estimates:
        cadences[slot_list(cadence)].append(address)
    for name, cells in cadences.items():
        add_list(sheet, name, cells, "Kỳ đầu tiên còn là số ước; để trống nếu là số chính thức.")


def _guard(indicator: FormIndicator) -> tuple[str, str]:
    """Return how an indicator's slots are guarded (a kind, or the name of a list), and the help."""
    match indicator.component:
        case Component.ANSWER:
            return "qms_answers", f"Chọn Có, Không, hoặc {KPS} nếu không phát sinh."
        case Component.GRADE if indicator.grades:
            return grade_list(indicator.grades), "Chọn mức xếp loại."
        case Component.RANK:
            return "rank", "Ghi thứ hạng, ví dụ 3."
    latest = indicator.how.value == "last"
    return "number", _LATEST_HELP if latest else _NUMBER_HELP


def result_formats(written: Results) -> None:
    """Colour the statuses, show decimals where there are some, and flag what needs a look."""
    table, sheet = written.table, written.table.sheet
    first, last = written.first, written.last
    status_colours(sheet, f"{table.letter('status')}{first}:{table.letter('status')}{last}")
    slots = [table.letter(slot.key) for slot in SLOTS]
    spans = [(slots[0], slots[11]), (slots[12], slots[15]), (slots[16], slots[17])]
    singles = [(letter, letter) for letter in (slots[18], table.letter("baseline"))]
    for span in [*spans, *singles]:
        show_decimals(sheet, span, (first, last))
    tell_apart(table, first, last)
    for left, right in [*spans, (slots[18], slots[18])]:
        _flag_large_numerators(table, left, right, first, last)
    for key in ("cause", "remedy"):
        _flag_missing_words(table, key, first, last)


def status_colours(sheet: Worksheet, cells: str) -> None:
    """Colour cells that show a status."""
    for status in Status:
        colours = look.STATUS_COLOURS[status]
        rule = CellIsRule(  # type: ignore[no-untyped-call]
            operator="equal",
            formula=[f'"{status.shown}"'],
            font=Font(color=colours.ink, bold=True),
            fill=PatternFill(bgColor=colours.fill, fill_type="solid"),
        )
        sheet.conditional_formatting.add(cells, rule)


def _flag(sheet: Worksheet, cells: str, formula: str) -> None:
    style = DifferentialStyle(fill=PatternFill(bgColor=look.ERROR_FILL, fill_type="solid"))
    rule = Rule(type="expression", dxf=style, formula=[formula])
    sheet.conditional_formatting.add(cells, rule)


def _flag_large_numerators(
    table: TemplateTable, left: str, right: str, first: int, last: int
) -> None:
    """Turn a numerator above its denominator red where the unit is a percentage."""
    key = f"${get_column_letter(table.key_column)}{first}"
    unit = f"${table.letter('unit')}{first}"
    above, below = f"{left}{first}", f"{left}{first + 1}"
    formula = (
        f'IF(AND(RIGHT({key},10)=":numerator",LEFT({unit},1)="%",ISNUMBER({above}),'
        f"ISNUMBER({below})),{above}>{below},FALSE)"
    )
    _flag(table.sheet, f"{left}{first}:{right}{last}", formula)


def _flag_missing_words(table: TemplateTable, key: str, first: int, last: int) -> None:
    """Cause and remedy ask to be filled when the status is "missed" or "at risk"."""
    status, letter = f"${table.letter('status')}{first}", table.letter(key)
    wanting = ",".join(f'{status}="{s.shown}"' for s in (Status.MISSED, Status.AT_RISK))
    formula = f'AND(OR({wanting}),{letter}{first}="")'
    _flag(table.sheet, f"{letter}{first}:{letter}{last}", formula)

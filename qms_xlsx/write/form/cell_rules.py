"""Validations and conditional formats of a form: the code's, not the template's."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from qms_xlsx.book import look
from qms_xlsx.book.a1 import letters
from qms_xlsx.book.labels import KPS
from qms_xlsx.domain.indicator import Component
from qms_xlsx.domain.period import SLOTS
from qms_xlsx.domain.status import Status
from qms_xlsx.write.form.decimals import show_decimals, tell_apart
from qms_xlsx.write.form.lists import grade_list, slot_list
from qms_xlsx.write.parts.rules import Formats, InputRule, dxf
from qms_xlsx.write.parts.sheet import LAST

if TYPE_CHECKING:
    from collections.abc import Iterable

    from qms_xlsx.write.form.form_indicator import FormIndicator
    from qms_xlsx.write.form.results_area import Results
    from qms_xlsx.write.parts.sheet import Worksheet
    from qms_xlsx.write.parts.styles import Styles
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
    InputRule("list", name, "Chọn một mục trong danh sách.", help_text).add_to(sheet, ranges)


def add_condition(
    sheet: Worksheet, condition: str, ranges: Iterable[str], error: str, help_text: str = ""
) -> None:
    """Let cells hold only what a condition (relative to the first cell) allows."""
    InputRule("custom", condition, error, help_text).add_to(sheet, ranges)


def add_dates(sheet: Worksheet, ranges: Iterable[str]) -> None:
    """Let cells hold only dates."""
    error = "Ghi ngày dạng ngày/tháng/năm, ví dụ 15/6/2024."
    InputRule("date", "36526", error, "ngày/tháng/năm", "greaterThan").add_to(sheet, ranges)


def add_counts(sheet: Worksheet, ranges: Iterable[str]) -> None:
    """Let cells hold only whole numbers from 0."""
    error = "Ghi số nguyên, ví dụ 3."
    InputRule("whole", "0", error, operator="greaterThanOrEqual").add_to(sheet, ranges)


def result_validations(written: Results) -> None:
    """Guard the typed slots: numbers, answers, grades and ranks, each with KPS."""
    sheet = written.table.sheet
    groups: dict[tuple[str, str, str], list[str]] = defaultdict(list)
    cadences: dict[str, list[str]] = defaultdict(list)
    for block, row in written.placed:
        (kind, help_text), (first, last) = _guard(block.indicator), block.span
        groups[kind, help_text, first] += [
            f"{first}{own}:{last}{own}" if first != last else f"{first}{own}"
            for own in range(row, row + len(block.keys))
        ]
        cadence = block.indicator.objective.cadence
        cadences[slot_list(cadence)].append(written.table.address(row, "estimate_from"))
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


def result_formats(table: TemplateTable, styles: Styles) -> None:
    """Colour the statuses, show decimals where there are some, and flag what needs a look."""
    formats, first = Formats(table.sheet, styles), table.first_row
    status_colours(formats, f"{table.letter('status')}{first}:{table.letter('status')}{LAST}")
    slots = [table.letter(slot.key) for slot in SLOTS]
    spans = [(slots[0], slots[11]), (slots[12], slots[15]), (slots[16], slots[17])]
    singles = [(letter, letter) for letter in (slots[18], table.letter("baseline"))]
    for span in [*spans, *singles]:
        show_decimals(formats, span, first)
    tell_apart(formats, table)
    for left, right in [*spans, (slots[18], slots[18])]:
        _flag_large_numerators(formats, table, left, right)
    for key in ("cause", "remedy"):
        _flag_missing_words(formats, table, key)
    formats.put()


def status_colours(formats: Formats, cells: str) -> None:
    """Colour cells that show a status."""
    for status in Status:
        colours = look.STATUS_COLOURS[status]
        formats.add(
            cells, dxf(colours.fill, colours.ink), f'"{status.shown}"',
            'type="cellIs" operator="equal"',
        )  # fmt: skip


def _flag_large_numerators(formats: Formats, table: TemplateTable, left: str, right: str) -> None:
    """Turn a numerator above its denominator red where the unit is a percentage."""
    first = table.first_row
    key = f"${letters(table.key_column - 1)}{first}"
    unit = f"${table.letter('unit')}{first}"
    above, below = f"{left}{first}", f"{left}{first + 1}"
    formula = (
        f'IF(AND(RIGHT({key},10)=":numerator",LEFT({unit},1)="%",ISNUMBER({above}),'
        f"ISNUMBER({below})),{above}>{below},FALSE)"
    )
    formats.add(f"{left}{first}:{right}{LAST}", dxf(look.ERROR_FILL), formula)


def _flag_missing_words(formats: Formats, table: TemplateTable, key: str) -> None:
    """Cause and remedy ask to be filled when the status is "missed" or "at risk"."""
    first, letter = table.first_row, table.letter(key)
    status = f"${table.letter('status')}{first}"
    wanting = ",".join(f'{status}="{s.shown}"' for s in (Status.MISSED, Status.AT_RISK))
    formula = f'AND(OR({wanting}),{letter}{first}="")'
    formats.add(f"{letter}{first}:{letter}{LAST}", dxf(look.ERROR_FILL), formula)

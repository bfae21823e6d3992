"""The form area, the names that point into it, and the texts of titles and guides."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qms_xlsx.book.areas import TEMPLATE_VERSION
from qms_xlsx.book.keys import CellKey
from qms_xlsx.book.lines import FORM_INPUTS
from qms_xlsx.domain.period import Period, Slot
from qms_xlsx.language.messages import message
from qms_xlsx.language.numbers import show
from qms_xlsx.language.symbols import day
from qms_xlsx.write.form.cell_rules import add_dates, add_list
from qms_xlsx.write.form.lists import quoted
from qms_xlsx.write.templating import TemplateError, TemplateTable, cleaned

if TYPE_CHECKING:
    from qms_xlsx.book.keys import Entries
    from qms_xlsx.domain.register import Register
    from qms_xlsx.write.form.results_area import Results
    from qms_xlsx.write.parts.book import Workbook
    from qms_xlsx.write.parts.styles import Styles


_WRITTEN = ("organisation", "department", "year", "fingerprint", "template_version")


def guard_heading(book: Workbook, table: TemplateTable) -> None:
    """Name the input cells of the form area for the formulas, and guard them.

    Raises TemplateError where a line is missing.
    """
    missing = [key for key in (*_WRITTEN, *FORM_INPUTS) if key not in table.lines]
    if missing:
        raise TemplateError(
            message("The form's template lacks the lines: {keys}.", keys=", ".join(missing))
        )
    for key in FORM_INPUTS:
        name = table.line(key).coordinate
        book.define(f"qms_{key}", f"{quoted(table.sheet)}{_absolute(name)}")
    add_list(table.sheet, "qms_periods", [table.line("report_period").coordinate],
             "Chọn kỳ báo cáo: kết quả và đánh giá đổi theo.")  # fmt: skip
    add_dates(table.sheet, [table.line("report_date").coordinate])


def write_heading(
    table: TemplateTable, register: Register, department: str, earlier: Entries, styles: Styles
) -> None:
    """Fill the form area."""
    first_half = Period(register.year, Slot.parse("h1")).label
    values: dict[str, Any] = {
        "organisation": register.organisation,
        "department": _department_name(register, department),
        "year": register.year,
        "report_period": first_half,
        "head": register.department_by_code[department].head,
        "fingerprint": register.fingerprint(department),
        "template_version": TEMPLATE_VERSION,
    }
    for key in FORM_INPUTS:
        values[key] = earlier.get(CellKey("form", key, "value"), values.get(key))
    for key, value in values.items():
        row = table.sheet.row(table.lines[key])
        row.put(table.columns["value"], cleaned(value), styles)


def _department_name(register: Register, code: str) -> str:
    """Return the department's name, or its code where the name would mean another too."""
    name = register.department_by_code[code].name
    return name if register.resolve(name) == (code,) else code


def _absolute(address: str) -> str:
    letters = address.rstrip("0123456789")
    return f"${letters}${address[len(letters) :]}"


def name_blank_cells(book: Workbook, written: Results) -> None:
    """Name the live count of expected cells that are still blank."""
    letter, sheet = written.table.letter("_blank"), quoted(written.table.sheet)
    cells = f"{sheet}${letter}${written.first}:${letter}${written.last}"
    book.define("qms_blank_cells", f"SUM({cells})")


def placeholders(register: Register, department: str) -> dict[str, str]:
    """Return what stands for each `{name}` in the template's texts."""
    return {
        "PARENT": register.parent_organisation.upper(),
        "ORGANISATION": register.organisation.upper(),
        "organisation": register.organisation,
        "department": register.department_by_code[department].name,
        "year": str(register.year),
        "due": _due_words(register),
        "caution": show(register.caution),
    }


def _due_words(register: Register) -> str:
    """Return by when the reports are handed in, in words."""
    lead = "trước ngày" if register.strict_before else "chậm nhất ngày"
    reports = (("6 tháng", register.due_h1), ("năm", register.due_year))
    parts = [f"{lead} {day(due)} (báo cáo {name})" for name, due in reports if due]
    return " và ".join(parts) or "theo thời hạn của cơ quan"

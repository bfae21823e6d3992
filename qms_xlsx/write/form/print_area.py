"""The form's results on paper: a row an indicator, the slots of the half-year reported on.

A row an indicator, so that no page ends within one; live like the results that it repeats.
"""

from __future__ import annotations

from copy import copy
from typing import TYPE_CHECKING, Any

from openpyxl.styles import Alignment, Font

from qms_xlsx.book import look
from qms_xlsx.book.areas import PRINT, PRINT_HALF, PRINT_MONTHS, PRINT_QUARTERS
from qms_xlsx.book.labels import KPS
from qms_xlsx.domain.period import Cadence, slots_of
from qms_xlsx.write.form.cell_rules import status_colours
from qms_xlsx.write.form.decimals import show_decimals, tell_apart
from qms_xlsx.write.form.form_indicator import FormIndicator
from qms_xlsx.write.form.listing import finest, listed, target_text
from qms_xlsx.write.form.lists import quoted
from qms_xlsx.write.form.paper import break_pages
from qms_xlsx.write.templating import SECTION, find_tables, has_area, height_of, put, width_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from openpyxl.cell.cell import Cell
    from openpyxl.workbook.workbook import Workbook

    from qms_xlsx.domain.indicator import Objective
    from qms_xlsx.domain.register import Register
    from qms_xlsx.write.form.results_area import Results
    from qms_xlsx.write.templating import TemplateTable

_SIZE = 12
_PLACES = {
    Cadence.MONTH: PRINT_MONTHS,
    Cadence.QUARTER: PRINT_QUARTERS,
    Cadence.HALF: (PRINT_HALF,),
}
"""The columns of a half-year's slots, by cadence."""
_SHOWN = ("result", "period_target", "attainment", "status")


def write_print(
    workbook: Workbook, template: str, register: Register, department: str, written: Results
) -> None:
    """Fill the sheet for paper, where the template has one."""
    if not has_area(workbook, PRINT):
        return
    (table,) = find_tables(workbook, (PRINT,), template)
    row, starts, below_heading = table.first_row, [], False
    for line in listed(register, department):
        if not below_heading:
            starts.append(row)
        below_heading = not isinstance(line, FormIndicator)
        if isinstance(line, FormIndicator):
            _indicator(table, row, line, written)
        else:
            _section(table, row, line)
        row += 1
    last = max(row - 1, table.first_row)
    _show(table, finest(register, department), table.first_row, last)
    _sign(table, row + 1)  # on the page of the last indicator: nobody signs an empty one
    columns = range(1, max(table.columns.values()) + 1)
    break_pages(table.sheet, columns, starts, row + 6, (table.marker_row - 1,))
    _forget_marker(table)


def _section(table: TemplateTable, row: int, heading: Objective) -> None:
    table.dress(row, {}, SECTION)
    put(table.cell(row, "number"), heading.number)
    put(table.cell(row, "name"), heading.name)
    table.merge(table.columns["name"], row, max(table.columns.values()), row)
    table.sheet.row_dimensions[row].height = height_of(heading.name, 150, size=_SIZE)


def _indicator(table: TemplateTable, row: int, indicator: FormIndicator, written: Results) -> None:
    objective = indicator.objective
    table.dress(row, {})
    name = _name(indicator)
    for key, text in (("number", objective.number), ("name", name),
                      ("target", target_text(objective)), ("unit", objective.unit)):  # fmt: skip
        put(table.cell(row, key), text)
    for key, formula in _formulas(indicator, written):
        table.cell(row, key).value = f"={formula}"
    if indicator.pair:
        _wrap(table, row)
    remarks = [str(_source(written, indicator, key).value or "") for key in ("cause", "remedy")]
    texts = (("name", name), ("target", target_text(objective)), ("remarks", "\n".join(remarks)))
    table.sheet.row_dimensions[row].height = max(
        height_of(text.strip(), width_of(table, key), size=_SIZE, least=len(indicator.components))
        for key, text in texts
    )


def _wrap(table: TemplateTable, row: int) -> None:
    """Let the two lines of a ratio stand in the slots, rather than shrink."""
    for key in (*PRINT_MONTHS, *PRINT_QUARTERS, PRINT_HALF):
        wrapped: Any = copy(table.cell(row, key).alignment)
        wrapped.shrink_to_fit, wrapped.wrap_text = False, True
        table.cell(row, key).alignment = wrapped


def _name(indicator: FormIndicator) -> str:
    """Return what is reported, with what a ratio is made of."""
    own = indicator.objective
    if not indicator.pair or not own.numerator_label or not own.denominator_label:
        return own.name
    return f"{own.name} ({own.numerator_label} / {own.denominator_label})"


def _formulas(indicator: FormIndicator, written: Results) -> Iterator[tuple[str, str]]:
    sheet = quoted(written.table.sheet)
    for cadence, keys in _PLACES.items():
        if cadence.months >= indicator.months:
            for place, key in enumerate(keys):
                halves = [_slot(indicator, written, cadence, place + part * len(keys), sheet)
                          for part in (1, 0)]  # fmt: skip
                yield key, f"IF(qms_end>6,{halves[0]},{halves[1]})"
    for key in _SHOWN:
        yield key, _repeat(f"{sheet}{_source(written, indicator, key).coordinate}")
    cause, remedy = (f"{sheet}{_source(written, indicator, k).coordinate}" for k in _REMARKS)
    between = f'IF(AND({cause}<>"",{remedy}<>""),"\n","")'
    yield "remarks", f"{cause}&{between}&{remedy}"


_REMARKS = ("cause", "remedy")


def _slot(
    indicator: FormIndicator, written: Results, cadence: Cadence, place: int, sheet: str
) -> str:
    """Return what a slot holds: a ratio as numerator / denominator, each on its line."""
    slot = slots_of(cadence)[place].key
    code = indicator.objective.code
    cells = [
        f"{sheet}{written.table.address(written.rows[f'{code}:{part}'], slot)}"
        for part in indicator.components
    ]
    if len(cells) == 1:
        return _repeat(cells[0])
    top, bottom = cells
    kps = f'OR({top}="{KPS}",{bottom}="{KPS}")'
    return f'IF({kps},"{KPS}",IF(AND({top}="",{bottom}=""),"",{top}&"/\n"&{bottom}))'


def _source(written: Results, indicator: FormIndicator, key: str) -> Cell:
    code, part = indicator.objective.code, indicator.component
    return written.table.cell(written.rows[f"{code}:{part}"], key)


def _repeat(cell: str) -> str:
    return f'IF({cell}="","",{cell})'


def _show(table: TemplateTable, finest_cadence: Cadence, first: int, last: int) -> None:
    """Hide the columns that the department has no slots for; colour statuses, show decimals."""
    for cadence, keys in _PLACES.items():
        for key in keys:
            hidden = cadence.months < finest_cadence.months
            table.sheet.column_dimensions[table.letter(key)].hidden = hidden
    status = table.letter("status")
    status_colours(table.sheet, f"{status}{first}:{status}{last}")
    for key in (*PRINT_MONTHS, *PRINT_QUARTERS, PRINT_HALF):
        show_decimals(table.sheet, (table.letter(key), table.letter(key)), (first, last))
    tell_apart(table, first, last)


def _sign(table: TemplateTable, row: int) -> None:
    """Leave room for the signatures of who prepared the report and who heads the department."""
    for key, last, title, name in _SIGNERS:
        texts = ((row, title), (row + 1, "(Ký, ghi rõ họ tên)"), (row + 5, f'={name}&""'))
        for number, text in texts:
            cell = table.cell(number, key)
            cell.value = text
            below = number == row + 1
            cell.font = Font(name=look.FONT, size=_SIZE, bold=not below, italic=below)
            cell.alignment = Alignment(horizontal="center")
            table.merge(table.columns[key], number, table.columns[last], number)


_SIGNERS = (
    ("name", "name", "NGƯỜI LẬP BIỂU", "qms_prepared_by"),
    ("result", "remarks", "TRƯỞNG BỘ PHẬN", "qms_head"),
)


def _forget_marker(table: TemplateTable) -> None:
    """Take the marker row's texts away: nobody reads this sheet."""
    for cell in list(table.sheet[table.marker_row]):
        cell.value = None

"""The form's results on paper: a row an indicator, the slots of the half-year reported on.

A row an indicator, so that no page ends within one; live like the results that it repeats.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from qms_xlsx.book.areas import PRINT, PRINT_HALF, PRINT_MONTHS, PRINT_QUARTERS
from qms_xlsx.book.labels import KPS
from qms_xlsx.domain.period import Cadence, slots_of
from qms_xlsx.write.form.cell_rules import status_colours
from qms_xlsx.write.form.decimals import show_decimals, tell_apart
from qms_xlsx.write.form.form_indicator import FormIndicator
from qms_xlsx.write.form.listing import finest, listed, target_text
from qms_xlsx.write.form.lists import quoted
from qms_xlsx.write.form.paper import break_pages
from qms_xlsx.write.form.screen import hide
from qms_xlsx.write.parts.rules import Formats
from qms_xlsx.write.parts.sheet import LAST, NEXT, OWN, Formula, Looks
from qms_xlsx.write.parts.styles import font
from qms_xlsx.write.templating import SECTION, cleaned, find_tables, has_area, height_of, width_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qms_xlsx.domain.indicator import Objective
    from qms_xlsx.domain.register import Register
    from qms_xlsx.write.form.results_area import Results
    from qms_xlsx.write.parts.book import Workbook
    from qms_xlsx.write.templating import TemplateTable

_SIZE = 12
_PLACES = {
    Cadence.MONTH: PRINT_MONTHS,
    Cadence.QUARTER: PRINT_QUARTERS,
    Cadence.HALF: (PRINT_HALF,),
}
"""The columns of a half-year's slots, by cadence."""
_SLOTS = (*PRINT_MONTHS, *PRINT_QUARTERS, PRINT_HALF)
_SHOWN = ("result", "period_target", "attainment", "status")
_REMARKS = ("cause", "remedy")
_SIGNERS = (
    ("name", "name", "NGƯỜI LẬP BIỂU", "qms_prepared_by"),
    ("result", "remarks", "TRƯỞNG BỘ PHẬN", "qms_head"),
)


@dataclass(frozen=True, slots=True)
class _Line:
    """An indicator's row on paper, wherever it stands."""

    looks: Looks
    values: dict[int, object]
    height: float
    """What it needs without remarks."""


@dataclass(slots=True)
class PrintSheet:
    """The sheet for paper of every form of an office."""

    table: TemplateTable
    results: TemplateTable
    looks: Looks
    wrapped: Looks
    """How a ratio looks: its two lines stand in the slots, rather than shrink."""
    signed: tuple[int, int]
    """The looks of a signature's title and name, and of the words between them."""
    _lines: dict[FormIndicator, _Line] = field(default_factory=dict)

    @classmethod
    def of(cls, book: Workbook, template: str, results: TemplateTable) -> PrintSheet | None:
        """Return the sheet for paper, where the template has one, ready to be filled."""
        if not has_area(book, PRINT):
            return None
        (table,) = find_tables(book, (PRINT,), template)
        styles, looks = book.frame.styles, table.looks({})
        slots = {table.columns[key] for key in _SLOTS}
        wrapped = {
            at: styles.like(own, alignment={"shrinkToFit": None, "wrapText": "1"})
            if at in slots
            else own
            for at, own in looks.styles.items()
        }
        table.sheet.rows[table.marker_row].values.clear()  # nobody reads this sheet
        _colour(book, table)
        middle = {"horizontal": "center"}
        signed = (
            styles.like(0, font=font(_SIZE, bold=True), alignment=middle),
            styles.like(0, font=font(_SIZE, italic=True), alignment=middle),
        )
        return cls(table, results, looks, Looks(wrapped), signed)

    def write(self, book: Workbook, department: str, written: Results, register: Register) -> None:
        """Fill the sheet for a department; its results were written before."""
        table = self.table.on(book.sheet(self.table.sheet.title))
        row, starts, below_heading = table.first_row, [], False
        for line in listed(register, department):
            if not below_heading:
                starts.append(row)
            below_heading = not isinstance(line, FormIndicator)
            if isinstance(line, FormIndicator):
                self._indicator(table, row, line, written)
            else:
                _section(table, row, line)
            row += 1
        table.sheet.last = max(row - 1, table.first_row)
        _show(table, finest(register, department))
        self._sign(table, row + 1)  # on the page of the last indicator: nobody signs an empty one
        columns = range(1, max(table.columns.values()) + 1)
        break_pages(table.sheet, columns, starts, row + 6, (table.marker_row - 1,))

    def _indicator(
        self, table: TemplateTable, row: int, indicator: FormIndicator, written: Results
    ) -> None:
        if indicator not in self._lines:
            self._lines[indicator] = self._line(indicator)
        line = self._lines[indicator]
        own = table.sheet.dress(row, line.looks)
        own.values, own.about = dict(line.values), written.about(indicator)
        words = written.table.sheet.rows[own.about[0]].values
        remarks = [str(words.get(self.results.columns[key]) or "") for key in _REMARKS]
        own.height = max(line.height, self._fitted("remarks", "\n".join(remarks).strip()))

    def _line(self, indicator: FormIndicator) -> _Line:
        objective, parts = indicator.objective, len(indicator.components)
        texts = {"number": objective.number, "name": _name(indicator),
                 "target": target_text(objective), "unit": objective.unit}  # fmt: skip
        formulas = dict(self._formulas(indicator))
        columns = self.table.columns
        return _Line(
            looks=self.wrapped if indicator.pair else self.looks,
            values={
                **{columns[key]: cleaned(text) for key, text in texts.items()},
                **{columns[key]: Formula(text) for key, text in formulas.items()},
            },
            height=max(self._fitted(key, texts[key].strip(), parts) for key in ("name", "target")),
        )

    def _fitted(self, key: str, text: str, least: int = 1) -> float:
        return height_of(text, width_of(self.table, key), size=_SIZE, least=least)

    def _formulas(self, indicator: FormIndicator) -> Iterator[tuple[str, str]]:
        for cadence, keys in _PLACES.items():
            if cadence.months >= indicator.months:
                for place, key in enumerate(keys):
                    halves = [self._slot(indicator, cadence, place + part * len(keys))
                              for part in (1, 0)]  # fmt: skip
                    yield key, f"IF(qms_end>6,{halves[0]},{halves[1]})"
        for key in _SHOWN:
            yield key, _repeat(self._source(key))
        cause, remedy = (self._source(key) for key in _REMARKS)
        between = f'IF(AND({cause}<>"",{remedy}<>""),"\n","")'
        yield "remarks", f"{cause}&{between}&{remedy}"

    def _slot(self, indicator: FormIndicator, cadence: Cadence, place: int) -> str:
        """Return what a slot holds: a ratio as numerator / denominator, each on its line."""
        slot = slots_of(cadence)[place].key
        if not indicator.pair:
            return _repeat(self._source(slot))
        top, bottom = self._source(slot), self._source(slot, NEXT)
        kps = f'OR({top}="{KPS}",{bottom}="{KPS}")'
        return f'IF({kps},"{KPS}",IF(AND({top}="",{bottom}=""),"",{top}&"/\n"&{bottom}))'

    def _source(self, key: str, row: str = OWN) -> str:
        """Return the address of what the results hold under a key."""
        return f"{quoted(self.results.sheet)}{self.results.letter(key)}{row}"

    def _sign(self, table: TemplateTable, row: int) -> None:
        """Leave room for who prepared the report and who heads the department to sign."""
        loud, quiet = self.signed
        for key, last, title, name in _SIGNERS:
            lines = ((row, title, loud), (row + 1, "(Ký, ghi rõ họ tên)", quiet),
                     (row + 5, Formula(f'{name}&""'), loud))  # fmt: skip
            for number, text, style in lines:
                cell = table.cell(number, key)
                cell.put(text)
                cell.look(style)
                table.sheet.merge(number, table.columns[key], number, table.columns[last])


def _section(table: TemplateTable, row: int, heading: Objective) -> None:
    own = table.sheet.dress(row, table.looks({}, SECTION))
    for key, text in (("number", heading.number), ("name", heading.name)):
        own.values[table.columns[key]] = cleaned(text)
    table.sheet.merge(row, table.columns["name"], row, max(table.columns.values()))
    own.height = height_of(heading.name, 150, size=_SIZE)


def _name(indicator: FormIndicator) -> str:
    """Return what is reported, with what a ratio is made of."""
    own = indicator.objective
    if not indicator.pair or not own.numerator_label or not own.denominator_label:
        return own.name
    return f"{own.name} ({own.numerator_label} / {own.denominator_label})"


def _repeat(cell: str) -> str:
    return f'IF({cell}="","",{cell})'


def _show(table: TemplateTable, finest_cadence: Cadence) -> None:
    """Hide the columns that the department has no slots for."""
    for cadence, keys in _PLACES.items():
        for key in keys:
            hide(table, key, hidden=cadence.months < finest_cadence.months)


def _colour(book: Workbook, table: TemplateTable) -> None:
    """Colour statuses, and show decimals where there are some."""
    formats, status = Formats(table.sheet, book.frame.styles), table.letter("status")
    status_colours(formats, f"{status}{table.first_row}:{status}{LAST}")
    for key in _SLOTS:
        show_decimals(formats, (table.letter(key), table.letter(key)), table.first_row)
    tell_apart(formats, table)
    formats.put()

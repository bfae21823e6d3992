"""A draft register: the rows of a decision behind a first sheet that says what needs a look."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.hyperlink import Hyperlink

from qms_xlsx import say
from qms_xlsx.language.messages import N_
from qms_xlsx.write.register import fill_register_template
from qms_xlsx.write.templating import height_of, put

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from openpyxl import Workbook

    from qms_xlsx.document.comparing import Difference
    from qms_xlsx.document.decision import Check, LeftOut
    from qms_xlsx.document.draft import Draft, Look
    from qms_xlsx.write.templating import TemplateTable

LOOKS_SHEET = "Cần xem"
_FONT = "Times New Roman"
_WIDTHS = (5, 62, 62, 26, 22)
_HEADINGS = (
    N_("No."),
    N_("What to look at"),
    N_("Words of the document"),
    N_("Place"),
    N_("Go to"),
)
COMPARED_SHEET = "So sánh"
_COMPARED = (
    (N_("Change"), 16),
    (N_("No. before"), 9),
    (N_("Objective before"), 42),
    (N_("Level before"), 26),
    (N_("No. now"), 9),
    (N_("Objective now"), 42),
    (N_("Level now"), 26),
)
_BAND = PatternFill("solid", fgColor="E7EAEE")


def write_draft(
    draft: Draft,
    looks: Sequence[Look],
    left_out: Sequence[LeftOut],
    checks: Sequence[Check],
    path: Path,
    language: str = say.VIETNAMESE,
    differences: Sequence[Difference] = (),
) -> None:
    """Write a draft register; the first sheet leads to every row that needs a look.

    `differences` from another register stand on a sheet of their own behind it.
    """

    def also(workbook: Workbook, tables: Mapping[str, TemplateTable]) -> None:
        sheet = workbook.create_sheet(LOOKS_SHEET, 0)
        _Sheet(sheet, tables, language).fill(looks, left_out, checks)
        if differences:
            _compared(workbook.create_sheet(COMPARED_SHEET, 1), differences, language)
        workbook.active = 0
        for other in workbook.worksheets[1:]:
            other.sheet_view.tabSelected = False

    fill_register_template(draft.rows, path, also=also)


def _compared(sheet: Any, differences: Sequence[Difference], language: str) -> None:
    """Fill the sheet that compares a draft with the register beside it."""
    for at, (heading, width) in enumerate(_COMPARED, 1):
        sheet.column_dimensions[get_column_letter(at)].width = width
        cell = sheet.cell(1, at)
        put(cell, say.word(heading, language))
        cell.font, cell.fill = Font(name=_FONT, size=11, bold=True), _BAND
    sheet.freeze_panes = "A2"
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", 9
    for number, one in enumerate(differences, 2):
        texts = [say.word(one.change.value, language)]
        for stated in (one.before, one.now):
            texts += [stated.number, stated.name, stated.target] if stated else ["", "", ""]
        for at, value in enumerate(texts, 1):
            cell = sheet.cell(number, at)
            put(cell, value)
            cell.font = Font(name=_FONT, size=11)
            cell.alignment = Alignment(wrap_text=True, vertical="top")
        heights = (height_of(text, _COMPARED[at][1]) for at, text in enumerate(texts))
        sheet.row_dimensions[number].height = min(max(heights), 400)


class _Sheet:
    """Fills the first sheet, part by part."""

    def __init__(self, sheet: Any, tables: Mapping[str, TemplateTable], language: str) -> None:
        self._sheet = sheet
        self._tables = tables
        self._language = language
        self._row = 1
        for at, width in enumerate(_WIDTHS, 1):
            sheet.column_dimensions[get_column_letter(at)].width = width
        sheet.sheet_view.showGridLines = False
        sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", 9
        sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
        sheet.sheet_properties.pageSetUpPr.fitToPage = True

    def fill(
        self, looks: Sequence[Look], left_out: Sequence[LeftOut], checks: Sequence[Check]
    ) -> None:
        self._title(N_("Draft register: what to look at before it is used"), 14)
        self._title(N_("Needs a look"), 12)
        self._headings()
        for number, look in enumerate(looks, 1):
            self._line(number, say.text(look.says, self._language), look.quote, look.place)
            self._link(look)
        if not looks:
            self._line(0, say.word(N_("Nothing."), self._language), "", "")
        self._title(N_("What the document says twice"), 12)
        for number, check in enumerate(checks, 1):
            mark = say.word(N_("✔ agrees") if check.agrees else N_("✖ disagrees"), self._language)
            says, found = (say.text(m, self._language) for m in (check.says, check.found))
            self._line(number, f"{mark}: {says}", found, check.place)
        self._title(N_("What was not taken"), 12)
        for number, left in enumerate(left_out, 1):
            self._line(number, say.text(left.reason, self._language), left.quote, left.place)

    def _title(self, message_id: str, size: int) -> None:
        cell = self._sheet.cell(self._row, 1)
        put(cell, say.word(message_id, self._language))
        cell.font = Font(name=_FONT, size=size, bold=True)
        self._row += 1

    def _headings(self) -> None:
        for at, heading in enumerate(_HEADINGS, 1):
            cell = self._sheet.cell(self._row, at)
            put(cell, say.word(heading, self._language))
            cell.font, cell.fill = Font(name=_FONT, size=11, bold=True), _BAND
        self._row += 1

    def _line(self, number: int, says: str, quote: str, place: str) -> None:
        for at, value in enumerate((number or "", says, quote, place), 1):
            cell = self._sheet.cell(self._row, at)
            put(cell, value)
            cell.font = Font(name=_FONT, size=11)
            across = "center" if at == 1 else None
            cell.alignment = Alignment(wrap_text=True, vertical="top", horizontal=across)
        longest = max(height_of(says, _WIDTHS[1]), height_of(quote, _WIDTHS[2]))
        self._sheet.row_dimensions[self._row].height = min(longest, 400)
        self._row += 1

    def _link(self, look: Look) -> None:
        table = self._tables.get(look.area)
        if table is None:
            return
        address = f"{table.letter(look.key)}{table.first_row + look.row}"
        cell = self._sheet.cell(self._row - 1, 5)
        put(cell, f"{table.sheet.title}!{address}")
        quoted = table.sheet.title.replace("'", "''")
        cell.hyperlink = Hyperlink(ref=cell.coordinate, location=f"'{quoted}'!{address}")
        cell.font = Font(name=_FONT, size=11, underline="single", color="1F4E79")
        cell.alignment = Alignment(vertical="top")

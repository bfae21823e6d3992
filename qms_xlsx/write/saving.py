"""Saving a filled workbook: the same content makes the same bytes, formulas carry their results.

openpyxl writes a formula without its value, text cells without text when they are empty, fonts
in an order that Excel's own schema does not know, and comments where few programs look for them.
"""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from openpyxl.comments.comment_sheet import CommentSheet
from openpyxl.packaging.relationship import Relationship
from openpyxl.worksheet._writer import WorksheetWriter
from openpyxl.worksheet.merge import MergeCell, MergeCells
from openpyxl.writer.excel import ExcelWriter
from openpyxl.xml.functions import Element, tostring

from qms_xlsx.write.rows import rows_xml
from qms_xlsx.write.tidying import tidied

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from openpyxl.workbook.workbook import Workbook

    from qms_xlsx.write.rows import Place

_DATE = (1980, 1, 1, 0, 0, 0)
_CALCULATED_BY = 191029
"""The engine of a current Excel: it takes the stored results as they are, and asks nothing."""
_EMPTY_ROWS = (b"<sheetData></sheetData>", b"<sheetData/>", b"<sheetData />")


def save_workbook(
    workbook: Workbook,
    path: Path,
    moment: datetime,
    results: Mapping[Place, Any] | None = None,
) -> None:
    """Write the workbook; its properties say that it was made and changed at `moment`.

    `results` holds what formulas come to, by sheet, row and column.
    """
    workbook.properties.created = workbook.properties.modified = moment
    calculation = workbook.calculation
    calculation.fullCalcOnLoad, calculation.calcId = not results, _CALCULATED_BY
    made = BytesIO()  # in memory: nothing half-made ever asks for room on a disk
    with _SteadyZip(made, "w", ZIP_DEFLATED) as archive:
        _Writer(workbook, archive, results or {}).save()
    path.write_bytes(made.getvalue())


class _Writer(ExcelWriter):
    """openpyxl's writer, with rows of our own and comments where every program finds them."""

    _archive: ZipFile
    _comments: list[Any]
    manifest: Any

    def __init__(self, workbook: Any, archive: ZipFile, results: Mapping[Place, Any]) -> None:
        super().__init__(workbook, archive)
        self.results = results

    def write_worksheet(self, ws: Any) -> None:
        """Write a sheet, its rows by ourselves."""
        ws._drawing = None
        writer = _SheetWriter(ws, self.results)
        writer.write()
        ws._rels = writer._rels
        self._archive.writestr(ws.path[1:], writer.whole())
        self.manifest.append(ws)

    def _write_comment(self, ws: Any) -> None:
        sheet: Any = CommentSheet.from_comments(ws._comments)  # type: ignore[no-untyped-call]
        self._comments.append(sheet)
        sheet._id = number = len(self._comments)
        sheet._path = "/xl/comments{0}.xml"
        self._archive.writestr(sheet.path[1:], tostring(sheet.to_tree()))
        self.manifest.append(sheet)
        ws.legacy_drawing = f"xl/drawings/vmlDrawing{number}.vml"
        self._archive.writestr(ws.legacy_drawing, sheet.write_shapes(None))
        ws._rels.append(Relationship(Id="comments", type=sheet._rel_type, Target=sheet.path))


class _SheetWriter(WorksheetWriter):
    """openpyxl's writer of a sheet but for its rows."""

    ws: Any
    xf: Any
    _rels: Any

    def __init__(self, ws: Any, results: Mapping[Place, Any]) -> None:
        super().__init__(ws, BytesIO())
        self.results = results
        self.rows_text = b""

    def write_rows(self) -> None:
        """Render the rows; they take the place of the empty element in `whole`."""
        self.rows_text = rows_xml(self.ws, self.results).encode()
        stream = self.xf.send(True)
        with stream.element("sheetData"):
            pass
        self.xf.send(None)

    def write_merged_cells(self) -> None:
        """Write merged cells in their order: openpyxl keeps them in a set."""
        ranges = sorted(self.ws.merged_cells.ranges, key=lambda own: (own.min_row, own.min_col))
        if ranges:
            self.xf.send(MergeCells(mergeCell=[MergeCell(str(own)) for own in ranges]).to_tree())

    def write_breaks(self) -> None:
        """Write page breaks, and that numbers such as "1.2" are texts on purpose."""
        super().write_breaks()
        own = Element("ignoredErrors")
        where = {"sqref": self.ws.dimensions, "numberStoredAsText": "1", "unlockedFormula": "1"}
        own.append(Element("ignoredError", where))
        self.xf.send(own)

    def whole(self) -> bytes:
        """Return the whole sheet."""
        text: bytes = self.read()
        for empty in _EMPTY_ROWS:
            text = text.replace(empty, self.rows_text, 1)
        return text


def steady_entry(name: str) -> ZipInfo:
    """Return an archive's entry that bears the one date that all of ours bear."""
    entry = ZipInfo(name, _DATE)
    entry.compress_type = ZIP_DEFLATED
    entry.external_attr = 0o600 << 16
    return entry


class _SteadyZip(ZipFile):
    """An archive whose entries all bear one date, and whose parts are tidied."""

    def writestr(
        self,
        zinfo_or_arcname: str | ZipInfo,
        data: Any,
        compress_type: int | None = None,
        compresslevel: int | None = None,
    ) -> None:
        name = zinfo_or_arcname
        entry = steady_entry(name if isinstance(name, str) else name.filename)
        super().writestr(entry, tidied(entry.filename, data), compress_type, compresslevel)

    def write(self, filename: Any, arcname: Any = None, *_: Any, **__: Any) -> None:
        self.writestr(str(arcname or filename), Path(filename).read_bytes())

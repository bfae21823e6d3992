"""An office's own template, from whatever program, told again in the words of our parts."""

from __future__ import annotations

import warnings
from contextlib import contextmanager
from io import BytesIO
from typing import TYPE_CHECKING, Any

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.worksheet._reader import WorksheetReader
from openpyxl.worksheet.cell_range import CellRange

from qms_xlsx.write.parts.comments import Comment

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def retold(path: Path) -> tuple[bytes, dict[str, list[Comment]]]:
    """Return a workbook as openpyxl knows it, and the comments of each sheet by its title.

    Raises ValueError for what is no whole workbook.
    """
    try:
        with warnings.catch_warnings(), _merged_cells_as_they_are():
            warnings.simplefilter("ignore")  # what openpyxl drops is told in our words
            workbook = load_workbook(path)
    except InvalidFileException as fault:
        raise ValueError(path.name) from fault
    comments = {sheet.title: list(_taken(sheet)) for sheet in workbook.worksheets}
    made = BytesIO()
    workbook.save(made)
    return made.getvalue(), comments


def _taken(sheet: Any) -> Iterator[Comment]:
    """Yield a sheet's comments, and take them away with what is told to be lost."""
    sheet._charts, sheet._images = [], []
    for (row, column), cell in sheet._cells.items():
        if cell.comment is not None:
            own, cell.comment = cell.comment, None
            size = int(own.width), int(own.height)
            yield Comment(cell.coordinate, row, column, own.text, own.author or "", *size)


@contextmanager
def _merged_cells_as_they_are() -> Iterator[None]:
    """Keep openpyxl from redrawing the borders of merged cells: over half the time of loading."""
    kind: Any = WorksheetReader
    redraw = kind.bind_merged_cells

    def keep(reader: Any) -> None:
        if reader.ws.merged_cells is not None and reader.parser.merged_cells is not None:
            for merged in reader.parser.merged_cells.mergeCell:
                reader.ws.merged_cells.ranges.add(CellRange(merged.ref))

    kind.bind_merged_cells = keep
    try:
        yield
    finally:
        kind.bind_merged_cells = redraw

"""The rows of a sheet as XML, formulas with their results."""

from __future__ import annotations

from collections import defaultdict
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import escape

from openpyxl.comments.comment_sheet import CommentRecord
from openpyxl.utils.datetime import to_excel

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    Place = tuple[str, int, int]
    """Sheet, row and column."""


def rows_xml(sheet: Any, results: Mapping[Place, Any]) -> str:
    """Return the element of a sheet's rows; links and comments are gathered on the sheet."""
    rows: dict[int, list[Any]] = defaultdict(list)
    for (row, _), cell in sorted(sheet._cells.items()):
        rows[row].append(cell)
    for row in sheet.row_dimensions:
        rows.setdefault(row, [])
    texts = (_row(sheet, row, rows[row], results) for row in sorted(rows))
    return f"<sheetData>{''.join(texts)}</sheetData>"


def _row(sheet: Any, row: int, cells: list[Any], results: Mapping[Place, Any]) -> str:
    attributes = dict(sheet.row_dimensions.get(row, {}))
    own = "".join(f' {name}="{value}"' for name, value in attributes.items() if name != "r")
    return f'<row r="{row}"{own}>{"".join(_cells(sheet, cells, results))}</row>'


def _cells(sheet: Any, cells: list[Any], results: Mapping[Place, Any]) -> Iterator[str]:
    for cell in cells:
        if cell._comment is not None:
            sheet._comments.append(CommentRecord.from_cell(cell))
        if cell.hyperlink:
            sheet._hyperlinks.append(cell.hyperlink)
        value = cell._value
        if value is None and not cell.has_style and cell._comment is None:
            continue
        style = f' s="{cell.style_id}"' if cell.has_style else ""
        start = f'<c r="{cell.coordinate}"{style}'
        if cell.data_type == "f":
            yield start + _formula(value, results.get((sheet.title, cell.row, cell.column)))
        else:
            yield start + _content(value)


def _formula(value: object, result: object) -> str:
    """Return the rest of a cell with a formula: how its result is stored, both, the end."""
    text = f"<f>{escape(str(value)[1:])}</f>"
    if result is None:
        return f">{text}</c>"
    if isinstance(result, bool):
        return f' t="b">{text}<v>{int(result)}</v></c>'
    if isinstance(result, str):
        return f' t="str">{text}<v>{escape(result)}</v></c>'
    return f">{text}<v>{_number(result)}</v></c>"


def _content(value: object) -> str:
    """Return the rest of a cell with a value."""
    if value is None or value == "":
        return "/>"
    if isinstance(value, bool):
        return f' t="b"><v>{int(value)}</v></c>'
    if isinstance(value, str):
        space = ' xml:space="preserve"' if value != value.strip() else ""
        return f' t="inlineStr"><is><t{space}>{escape(value)}</t></is></c>'
    return f"><v>{_number(value)}</v></c>"


def _number(value: Any) -> str:
    if isinstance(value, date | datetime | time | timedelta):
        value = to_excel(value)  # type: ignore[no-untyped-call]
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    return repr(value) if isinstance(value, float) else str(value)

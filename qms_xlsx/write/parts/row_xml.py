"""The rows of a sheet as XML, formulas with their results."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any

from qms_xlsx.language.text import as_xml
from qms_xlsx.write.parts.sheet import HERE, NEXT, OWN, Formula, head

if TYPE_CHECKING:
    from collections.abc import Mapping

    from qms_xlsx.write.parts.sheet import SheetRow, Worksheet

    Place = tuple[str, int, int]
    """Sheet, row and column."""

_FIRST_DAY = datetime(1899, 12, 30)
_LEAP = datetime(1900, 3, 1)
"""Spreadsheets count a 29/2/1900 that never was: days before are one lower."""


def rows_xml(sheet: Worksheet, results: Mapping[Place, Any]) -> str:
    """Return the element of a sheet's rows."""
    rows = sorted(sheet.rows.items())
    return (
        f"<sheetData>{''.join(_row(sheet.title, n, row, results) for n, row in rows)}</sheetData>"
    )


def _row(title: str, number: int, row: SheetRow, results: Mapping[Place, Any]) -> str:
    cells = row.looks.blank | {
        column: f"{head(column, style)}/>" for column, style in row.styles.items()
    }
    for column, value in row.values.items():
        if value is not None:
            begin = cells[column][:-2] if column in cells else head(column, 0)
            if isinstance(value, Formula):
                cells[column] = begin + formula(value.text, results.get((title, number, column)))
            else:
                cells[column] = begin + content(value)
    if len(cells) > len(row.looks.blank):
        cells = dict(sorted(cells.items()))
    text = f'<row r="{HERE}"{_attributes(row)}>{"".join(cells.values())}</row>'
    for mark, about in zip((OWN, NEXT), row.about, strict=False):
        text = text.replace(mark, str(about))
    return text.replace(HERE, str(number))


def _attributes(row: SheetRow) -> str:
    own = "".join(f' {name}="{value}"' for name, value in row.attributes.items())
    return own if row.height is None else f'{own} ht="{row.height:.16g}" customHeight="1"'


def formula(text: str, result: object) -> str:
    """Return the rest of a cell with a formula: how its result is stored, both, the end."""
    own = f"<f>{as_xml(text)}</f>"
    if result is None:
        return f">{own}</c>"
    if isinstance(result, bool):
        return f' t="b">{own}<v>{int(result)}</v></c>'
    if isinstance(result, str):
        return f' t="str">{own}<v>{as_xml(result)}</v></c>'
    return f">{own}<v>{_number(result)}</v></c>"


def content(value: object) -> str:
    """Return the rest of a cell with a value."""
    if value == "":
        return "/>"
    if isinstance(value, bool):
        return f' t="b"><v>{int(value)}</v></c>'
    if isinstance(value, str):
        space = ' xml:space="preserve"' if value != value.strip() else ""
        return f' t="inlineStr"><is><t{space}>{as_xml(value)}</t></is></c>'
    return f"><v>{_number(value)}</v></c>"


def _number(value: Any) -> str:
    value = serial(value)
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    return repr(value) if isinstance(value, float) else str(value)


def serial(value: Any) -> Any:
    """Return a date or a time as the number that a spreadsheet keeps of it.

    >>> serial(date(2024, 6, 15)), serial(time(12)), serial(datetime(1900, 1, 1)), serial(7)
    (45458.0, 0.5, 1.0, 7)
    """
    if isinstance(value, time):
        value = timedelta(
            hours=value.hour, minutes=value.minute, seconds=value.second,
            microseconds=value.microsecond,
        )  # fmt: skip
    elif isinstance(value, date):
        at = value if isinstance(value, datetime) else datetime(value.year, value.month, value.day)
        value = at.replace(tzinfo=None) - _FIRST_DAY - timedelta(days=at < _LEAP)
    return value / timedelta(days=1) if isinstance(value, timedelta) else value

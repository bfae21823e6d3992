"""Tables of a template: a row for each item, and no column that says nothing."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING, Any

from docx.oxml.ns import qn

from qms_xlsx.write.word.paragraphs import FIELD, fill_fields, text_of
from qms_xlsx.write.word.places import refuse_unknown

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from qms_xlsx.write.word.filling import Filling, TableRow


def fill_rows(table: Any, filling: Filling) -> bool:
    """Put a row for each item in the places of a table's sample rows; whether the table stays.

    A table without sample rows stays as it is; one whose items are none says nothing.
    """
    samples = {kind: row for row in table.findall(qn("w:tr")) if (kind := _kind(row))}
    if not samples:
        return True
    name = next((kind for kind in samples if kind in filling.tables), "")
    refuse_unknown([name or next(iter(samples))], filling.tables)
    _refuse_unknown_columns(samples, filling.tables[name])
    for column in filling.left_out:
        _leave_out(table, column)
    for kind, cells in filling.tables[name]:
        sample = samples.get(kind, samples[name])
        row = deepcopy(sample)
        named = {f"{_kind(sample)}:{column}": text for column, text in cells.items()}
        values = dict.fromkeys(FIELD.findall(text_of(row)), "") | named
        for paragraph in row.iter(qn("w:p")):
            fill_fields(paragraph, values)
        samples[name].addprevious(row)
    for sample in samples.values():
        table.remove(sample)
    return bool(filling.tables[name])


def _refuse_unknown_columns(samples: Mapping[str, Any], rows: Sequence[TableRow]) -> None:
    known = {column for _, cells in rows for column in cells}
    for sample in samples.values() if rows else ():
        kind = _kind(sample)
        named = (name for name in FIELD.findall(text_of(sample)) if ":" in name)
        refuse_unknown(named, [f"{kind}:{column}" for column in known])


def _kind(row: Any) -> str:
    """Return the kind of item that a sample row stands for; nothing for other rows."""
    names = (match[1] for match in FIELD.finditer(text_of(row)) if ":" in match[1])
    return next((name.partition(":")[0] for name in names), "")


def _leave_out(table: Any, column: str) -> None:
    """Take a column out where no cell reaches over several; its room goes to the widest one."""
    rows = [row.findall(qn("w:tc")) for row in table.findall(qn("w:tr"))]
    place = next(
        (i for row in rows for i, c in enumerate(row) if f"{{{column}}}" in text_of(c)), None
    )
    grid = table.find(qn("w:tblGrid")).findall(qn("w:gridCol"))
    if place is None or any(len(row) != len(grid) for row in rows):
        return
    widths = [int(own.get(qn("w:w"))) for own in grid]
    widths[widths.index(max(widths))] += widths[place]
    grid[place].getparent().remove(grid[place])
    for row in rows:
        row[place].getparent().remove(row[place])
    set_widths(table, [width for i, width in enumerate(widths) if i != place])


def set_widths(table: Any, widths: list[int]) -> None:
    """Give the columns their widths in twentieths of a point; cells over several get the sum."""
    for own, width in zip(
        table.find(qn("w:tblGrid")).findall(qn("w:gridCol")), widths, strict=True
    ):
        own.set(qn("w:w"), str(width))
    for row in table.findall(qn("w:tr")):
        for cell, columns in columns_of(row):
            cell.get_or_add_tcPr().get_or_add_tcW().set(qn("w:w"), str(sum(widths[columns])))


def columns_of(row: Any) -> list[tuple[Any, slice]]:
    """Return a row's cells, each with the columns that it reaches over."""
    found, first = [], 0
    for cell in row.findall(qn("w:tc")):
        span = cell.grid_span
        found.append((cell, slice(first, first + span)))
        first += span
    return found

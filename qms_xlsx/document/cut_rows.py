"""Rows of a table that a page's end cut in two, made whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qms_xlsx.document.lines import line_of

if TYPE_CHECKING:
    from qms_xlsx.document.columns import Columns
    from qms_xlsx.document.model import TextTable


def whole_rows(table: TextTable, columns: Columns) -> list[tuple[int, tuple[str, ...]]]:
    """Return the rows with their place; one that a page's end cut in two is made whole."""
    whole: list[tuple[int, tuple[str, ...]]] = []
    name, rest = columns.at.get("name", 0), ""
    for index, row in columns.below(table):
        if whole and _is_rest(row, columns):
            _rejoin(whole, row, columns)
            rest = row[name]
        elif rest and row[name] == rest:  # the merged cell goes on beside rows of the next page
            whole.append((index, (*row[:name], whole[-1][1][name], *row[name + 1 :])))
        else:
            whole.append((index, row))
            rest = ""
    return whole


def _rejoin(
    whole: list[tuple[int, tuple[str, ...]]], rest: tuple[str, ...], columns: Columns
) -> None:
    """Put the rest of a row to the last one; of a merged cell, to all rows beside it."""
    cut = columns.objective_of(whole[-1][1])
    for at in range(len(whole) - 1, -1, -1):
        index, row = whole[at]
        if at < len(whole) - 1 and (not any(cut) or columns.objective_of(row) != cut):
            break
        shared = columns.objective_places if at < len(whole) - 1 else range(len(row))
        whole[at] = (
            index,
            tuple(
                f"{text} {rest[column]}".strip() if column in shared else text
                for column, text in enumerate(row)
            ),
        )


def _is_rest(row: tuple[str, ...], columns: Columns) -> bool:
    """Whether a row only ends texts of the one above: no number, nothing of its own, no capital."""
    if "value" not in columns.at or columns.get(row, "number"):
        return False
    texts = [text for text in row if text]
    begun = any(text[:1].isupper() or line_of(text).style for text in texts)
    return not _sets(row, columns) and not begun and any(text[:1].islower() for text in texts)


def _sets(row: tuple[str, ...], columns: Columns) -> bool:
    """Whether a row sets a level of its own: with a unit, of something, or by a figure."""
    value = columns.get(row, "value")
    own = bool(columns.get(row, "name")) or not value[:1].islower()
    return bool(columns.get(row, "unit")) or (bool(value) and own)

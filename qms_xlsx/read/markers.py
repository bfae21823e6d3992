"""Finding our areas in any workbook, by marker and key, never by address (DESIGN §4)."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from qms_xlsx.book.a1 import address, letters
from qms_xlsx.book.areas import INPUTS, MARKER_COLUMNS, MARKER_ROWS, READ_BACK, RESULTS
from qms_xlsx.book.summary_areas import JUDGED, JUDGED_BY
from qms_xlsx.intake.limits import KEPT_AREAS, LOOSE_CELLS
from qms_xlsx.read.kept import Texts, check_kept
from qms_xlsx.read.tables import HOLLOW, Cell, Contents, Merge, Row, Table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qms_xlsx.intake.book import Book, Sheet, Span
    from qms_xlsx.intake.book import Place as Spot

PREFIX = "#qms:"
HIDDEN_SHEET = "F505"


def contents(book: Book) -> Contents:
    """Return a workbook's areas; this runs in the reading process and gives little to carry.

    Raises RefusedError where they hold more than a workbook of ours may.
    """
    texts = Texts()
    made = (table for sheet in book.sheets for table in _tables(sheet, texts))
    tables = tuple(islice(made, KEPT_AREAS + 1))
    check_kept(tables)
    used = {table.sheet for table in tables}
    # a hidden sheet without an area is not read, such as a form's own lists
    warnings = (w for w in book.warnings if w.code != HIDDEN_SHEET or w.place.sheet in used)
    return Contents(
        path=book.path,
        kind=book.kind,
        sha256=book.sha256,
        size=book.size,
        modified=book.modified,
        warnings=tuple(warnings),
        tables=tables,
        sheets=tuple((sheet.name, sheet.visible) for sheet in book.sheets),
        own_sheets=tuple(s.name for s in book.sheets if s.name not in used and _is_own(s)),
        notes=book.notes,
    )


def _is_own(sheet: Sheet) -> bool:
    return sheet.visible and not sheet.locked and any(v != "" for row in sheet.rows for v in row)


def _tables(sheet: Sheet, texts: Texts) -> Iterator[Table]:
    markers = list(_markers(sheet))
    for index, (row, column) in enumerate(markers):
        below = [r for r, _ in markers[index + 1 :] if r > row]
        yield _table(sheet, row, column, min(below, default=len(sheet.rows)), texts)


def _markers(sheet: Sheet) -> Iterator[tuple[int, int]]:
    for number, row in enumerate(sheet.rows[:MARKER_ROWS]):
        for column, value in enumerate(row[:MARKER_COLUMNS]):
            if isinstance(value, str) and value.startswith(PREFIX):
                yield number, column


def _table(sheet: Sheet, top: int, left: int, end: int, texts: Texts) -> Table:
    head = sheet.rows[top]
    area, _, version = str(head[left]).removeprefix(PREFIX).strip().partition(":")
    columns: dict[str, int] = {}
    for column in range(left + 1, len(head)):
        key = head[column]
        if isinstance(key, str) and key.strip():
            columns.setdefault(key.strip(), column)
    if area == RESULTS.name and JUDGED_BY in columns:
        area = JUDGED  # a summary's results bear the name of a form's
    wanted = READ_BACK.get(area, columns.keys())
    read = [(key, column, letters(column)) for key, column in columns.items() if key in wanted]
    found = (_row(sheet, number, left, read, texts) for number in range(top + 1, end))
    rows = tuple(row for row in found if row.key or row.cells)
    inputs = {column: key for key, column in columns.items() if key in INPUTS.get(area, ())}
    loose = _loose(sheet, (top, left), end, columns, rows, texts)
    return Table(
        area=area,
        version=version,
        sheet=sheet.name,
        marker=address(top, left),
        columns={key: letters(column) for key, column in columns.items()},
        rows=rows,
        hidden_rows=frozenset(r.number for r in rows if r.number - 1 in sheet.hidden_rows),
        hidden_columns=frozenset(k for c, k in inputs.items() if c in sheet.hidden_columns),
        merges=tuple(_merges(sheet.merges, {row.number: row for row in rows}, inputs)),
        loose=tuple(islice(loose, LOOSE_CELLS)) if inputs else (),
    )


def _loose(
    sheet: Sheet,
    marker: Spot,
    end: int,
    columns: dict[str, int],
    rows: tuple[Row, ...],
    texts: Texts,
) -> Iterator[Cell]:
    """Yield what stands in columns without a name, and in all columns below the keyed rows."""
    top, left = marker
    named = {left, *columns.values()}
    last = max((row.number for row in rows if row.key), default=end)
    for number in range(top + 1, end):
        for column, value in enumerate(sheet.rows[number]):
            lost = number >= last or column not in named
            if lost and value != "" and (number, column) not in sheet.formulas:
                shown = sheet.shown.get((number, column), "")
                yield Cell(texts.shared(value), address(number, column), shown=shown)


def _merges(
    merges: tuple[Span, ...], rows: dict[int, Row], inputs: dict[int, str]
) -> Iterator[Merge]:
    for (top, left), (bottom, right) in merges:
        if left not in inputs or top + 1 not in rows or inputs[left] not in rows[top + 1].cells:
            continue
        numbers = tuple(number for number in rows if top < number <= bottom + 1)
        keys = tuple(key for column, key in inputs.items() if left <= column <= right)
        if len(numbers) * len(keys) > 1:
            yield Merge(f"{address(top, left)}:{address(bottom, right)}", numbers, keys)


def _row(
    sheet: Sheet, number: int, left: int, columns: list[tuple[str, int, str]], texts: Texts
) -> Row:
    values = sheet.rows[number]
    width = len(values)
    # a cell without a value may yet hold something
    hollow = bool(sheet.errors or sheet.unvalued or sheet.odd)
    cells: dict[str, Cell] = {}
    for key, column, name in columns:
        value = values[column] if column < width else ""
        blank = value == "" or value is None
        if blank and not hollow:
            continue
        place = number, column
        state = _state(sheet, place, hollow=hollow)
        if not blank or state in HOLLOW:
            shown = sheet.shown.get(place, "") if sheet.shown else ""
            cells[key] = Cell(texts.shared(value), f"{name}{number + 1}", state, shown)
    key_value = values[left] if left < width else ""
    return Row(number + 1, texts.shared(Cell(key_value, "").text), cells)


def _state(sheet: Sheet, place: tuple[int, int], *, hollow: bool) -> str:
    if hollow and place in sheet.errors:
        return "error"
    if hollow and place in sheet.unvalued:
        return "unvalued"
    if hollow and place in sheet.odd:
        return "odd"
    return "formula" if place in sheet.formulas else ""

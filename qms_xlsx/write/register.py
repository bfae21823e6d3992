"""The register's workbook, filled from rows by key: for `init` and the samples."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from qms_xlsx.book import resources
from qms_xlsx.book.areas import (
    ALLOCATIONS,
    DEPARTMENTS,
    EXCEPTIONS,
    INFO,
    OBJECTIVES,
    PLAN,
    REGISTER_AREAS,
    Area,
)
from qms_xlsx.book.labels import (
    AGGREGATIONS,
    BASELINE_KINDS,
    BETTER,
    CADENCES,
    PERIOD_RULES,
    PROFILES,
    YES_NO,
)
from qms_xlsx.book.lines import INFO_LINES
from qms_xlsx.write.parts.rules import InputRule
from qms_xlsx.write.parts.writing import written
from qms_xlsx.write.templating import (
    INPUT,
    TemplateTable,
    cleaned,
    fill_placeholders,
    find_tables,
    height_of,
    open_template,
    width_of,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from qms_xlsx.language.messages import Message
    from qms_xlsx.write.parts.book import Workbook
    from qms_xlsx.write.parts.styles import Styles

    Rows = Sequence[Mapping[str, Any]]

OPEN_ROWS = {
    DEPARTMENTS.name: 12,
    OBJECTIVES.name: 40,
    ALLOCATIONS.name: 12,
    PLAN.name: 30,
    EXCEPTIONS.name: 6,
}
"""Rows of an empty register, and a few below the filled ones; drop-downs reach further."""
_SPARE_ROWS = 6
_LAST_ROW = 1000
_WORDS = {
    "better": BETTER,
    "over_time": AGGREGATIONS,
    "over_departments": AGGREGATIONS,
    "cadence": CADENCES,
    "profile": PROFILES,
    "baseline_kind": BASELINE_KINDS,
    "period_rule": PERIOD_RULES,
    "strict_before": YES_NO,
}


def fill_register_template(
    rows: Mapping[str, Rows],
    path: Path,
    *,
    template: Path | None = None,
    also: Callable[[Workbook, Mapping[str, TemplateTable]], None] | None = None,
) -> tuple[Message, ...]:
    """Write a register workbook; `rows` holds, by area, its rows by column key.

    The area 'info' is one row of its keys, or rows of `key` and `value`; `also` may add sheets,
    given the tables by area. Returns what of the template is not kept.
    """
    source = template or resources.template(resources.REGISTER_TEMPLATE)
    book, lost = open_template(source, ours=template is None)
    info = _info(rows.get(INFO.name, ()))
    found = find_tables(book, REGISTER_AREAS, source.name)
    tables = dict(zip(REGISTER_AREAS, found, strict=True))
    by_name = {area.name: table for area, table in tables.items()}
    _fill_info(tables.pop(INFO), info, book.frame.styles)
    for area, table in tables.items():
        _fill_rows(table, rows.get(area.name, ()), book.frame.styles)
        _guard(table, area)
    year = str(info.get("year") or "")
    fill_placeholders(book, {"year": year or "…"})
    if also:
        also(book, by_name)
    made = datetime(int(year) if year.isdigit() else 2024, 1, 1)
    book.title = f"Sổ mục tiêu chất lượng năm {year}".removesuffix(" năm ")
    book.author = str(info.get("organisation") or "qms-xlsx")
    path.write_bytes(written(book, made, {}))
    return lost


def _info(rows: Rows) -> dict[str, Any]:
    if rows and "key" not in rows[0]:
        return dict(rows[0])
    return {row["key"]: row.get("value") for row in rows}


def _fill_info(table: TemplateTable, values: Mapping[str, Any], styles: Styles) -> None:
    for key, row in table.lines.items():
        if values.get(key) is not None:
            own = cleaned(_WORDS.get(key, {}).get(values[key], values[key]))
            table.sheet.row(row).put(table.columns["value"], own, styles)
    for line in INFO_LINES:
        if line.choices and line.key in table.lines:
            _choose(table, line.choices, line.key, table.line(line.key).coordinate)


def _fill_rows(table: TemplateTable, rows: Rows, styles: Styles) -> None:
    looks = table.looks(dict.fromkeys(table.area.keys, INPUT), INPUT)
    count = len(rows) + _SPARE_ROWS if rows else OPEN_ROWS[table.area.name]
    for number in range(table.first_row, table.first_row + count):
        table.sheet.dress(number, looks).height = 18
    for number, values in enumerate(rows, table.first_row):
        shown = {key: _WORDS.get(key, {}).get(own, own) for key, own in values.items()}
        row = table.sheet.row(number)
        for key, value in shown.items():
            if value is not None and value != "":
                row.put(table.columns[key], cleaned(value), styles)
        row.height = max(
            height_of(str(value or ""), width_of(table, key)) for key, value in shown.items()
        )


def _guard(table: TemplateTable, area: Area) -> None:
    for column in area.columns:
        if column.choices:
            letter = table.letter(column.key)
            _choose(
                table, column.choices, column.key, f"{letter}{table.first_row}:{letter}{_LAST_ROW}"
            )


def _choose(table: TemplateTable, choices: Sequence[str], key: str, cells: str) -> None:
    """Give cells a drop-down of words that people read; the machine's own are read too."""
    words = _WORDS.get(key, {})
    shown = ",".join(words.get(code, code) for code in choices)
    InputRule("list", f'"{shown}"', "Chọn một mục trong danh sách.").add_to(table.sheet, [cells])

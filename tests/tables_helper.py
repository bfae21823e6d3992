"""Workbooks as text tables: what a reader would find, without a file.

A table is written as

    code  | name          | target
    TL-1  | Hồ sơ đúng hạn | ít nhất 95%

with the machine keys of its columns in the first line. A figure such as 98.5 is a number,
'98,5' in quotes is text, #N/A an error cell, =? a formula without a stored value, ={…} a formula
with one. In keyed areas (form, results, progress) the first column holds the row's machine key.
"""

from __future__ import annotations

import csv
from pathlib import Path
from typing import TYPE_CHECKING

from qms_xlsx.book import areas as layout
from qms_xlsx.book.a1 import letters
from qms_xlsx.read.register import RegisterReading, read_register
from qms_xlsx.read.tables import Cell, Contents, Row, Table

if TYPE_CHECKING:
    from qms_xlsx.domain.register import Register

SAMPLES = Path(__file__).parent.parent / "samples"
FIRST_ROW = 11
"""Row of the first line below the keys, as in the templates' sheets."""
SHEETS = {
    "info": "Thông tin",
    "departments": "Bộ phận",
    "objectives": "Mục tiêu",
    "plan": "Kế hoạch",
    "allocations": "Chỉ tiêu giao",
    "exceptions": "Ngoại lệ",
    "form": "Kết quả",
    "results": "Kết quả",
    "progress": "Kế hoạch",
    "actions": "Khắc phục",
}


def contents(path: str = "so-muc-tieu.xlsx", /, **areas: str) -> Contents:
    """Return the contents of a workbook that holds these areas."""
    tables = tuple(table(name, text) for name, text in areas.items())
    return Contents(path=Path(path), kind="xlsx", sha256="", size=0, modified=None, tables=tables)


def table(area: str, text: str) -> Table:
    """Return the table of an area."""
    lines = [[part.strip() for part in line.split("|")] for line in text.strip().splitlines()]
    keyed = layout.AREAS[area].keyed
    rows = [[_value(part) for part in line[keyed:]] for line in lines[1:]]
    keys = [line[:keyed] for line in lines[1:]]
    return table_of(area, lines[0], [[*k, *r] for k, r in zip(keys, rows, strict=True)])


def table_of(area: str, keys: list[str], rows: list[list[object]]) -> Table:
    """Return the table of an area, given its keys and the rows' values."""
    keyed = layout.AREAS[area].keyed
    columns = {key: letters(index + (not keyed)) for index, key in enumerate(keys)}
    if keyed:
        columns.pop(keys[0])
    found = []
    for number, values in enumerate(rows, FIRST_ROW):
        cells = {
            key: _cell(value, f"{columns[key]}{number}")
            for key, value in zip(keys, values, strict=True)
            if key in columns and value != ""
        }
        found.append(Row(number, str(values[0]) if keyed else "", cells))
    return Table(area, "1", SHEETS[area], f"A{FIRST_ROW - 1}", columns, tuple(found))


def _value(text: str) -> object:
    if text.startswith("'") and text.endswith("'") and len(text) > 1:
        return text[1:-1]
    try:
        return float(text)
    except ValueError:
        return text


def _cell(value: object, address: str) -> Cell:
    if isinstance(value, str) and value.startswith("#"):
        return Cell("", address, "error")
    if value == "=?":
        return Cell("", address, "unvalued")
    if isinstance(value, str) and value.startswith("="):
        return Cell(_value(value[1:]), address, "formula")
    return Cell(value, address)


INFO = {"organisation": "UBND xã Mẫu", "year": "2024", "decision_number": "01/QĐ-UBND"} | {
    "decision_date": "2024-01-02",
    "due_h1": "14/6",
    "due_year": "29/11",
}
DEPARTMENTS = """
code  | name                | aliases   | groups
VP-TK | Văn phòng - Thống kê | Văn phòng | Các bộ phận
TP-HT | Tư pháp - Hộ tịch    |           | Các bộ phận
"""
OBJECTIVES = """
code | name               | target      | unit | better | over_time | cadence | departments
M-1  | Hồ sơ trả đúng hạn | ít nhất 95% | %    | higher | last      | year    | VP-TK
"""
PLAN = """
number | objectives | measure        | lead      | coordinating | deadline
1      | M-1        | Theo dõi hồ sơ | Văn phòng | Tư pháp - Hộ tịch | Hàng quý
"""


def register_contents(
    objectives: str = OBJECTIVES,
    plan: str = PLAN,
    departments: str = DEPARTMENTS,
    allocations: str = "",
    exceptions: str = "",
    **info: str,
) -> Contents:
    """Return the contents of a register; what isn't given is without fault."""
    lines = [f"{key} | {value}" for key, value in (INFO | info).items()]
    return contents(
        info="\n".join(["key | value", *lines]),
        departments=departments,
        objectives=objectives,
        plan=plan,
        **({"allocations": allocations} if allocations else {}),
        **({"exceptions": exceptions} if exceptions else {}),
    )


def register(*args: str, **given: str) -> Register:
    """Return the register of such tables."""
    found = read_register(register_contents(*args, **given)).register
    assert found is not None
    return found


def sample(name: str, folder: str = "source") -> RegisterReading:
    """Return a sample's register, read from its source tables."""
    tables = []
    for area in layout.REGISTER_AREAS:
        path = SAMPLES / name / folder / f"{area.name}.tsv"
        if area.name in layout.OPTIONAL_AREAS and not path.exists():
            continue
        with path.open(encoding="utf-8", newline="") as file:
            lines = list(csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
        width = len(lines[0])
        figures = [key.startswith("baseline") for key in lines[0]]
        rows: list[list[object]] = [
            [_value(text) if figure else text for text, figure in zip(line, figures, strict=True)]
            for line in ([*line, *[""] * (width - len(line))] for line in lines[1:])
        ]
        tables.append(table_of(area.name, lines[0], rows))
    return read_register(Contents(Path(f"{name}.xlsx"), "xlsx", "", 0, None, tables=tuple(tables)))

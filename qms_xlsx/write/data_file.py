"""Every figure of a run in one table outside the workbook, as CSV or Parquet: a row a figure.

Judged figures come first ("Kết quả", the organisation's without a department's code), then every
accepted cell. No more than a batch of rows is ever in memory.
"""

from __future__ import annotations

import csv
import re
from itertools import islice
from typing import TYPE_CHECKING

from qms_xlsx import say
from qms_xlsx.book.labels import COMPONENTS
from qms_xlsx.domain.indicator import Component
from qms_xlsx.domain.submission import Mark
from qms_xlsx.language.numbers import is_number, significant
from qms_xlsx.language.symbols import answer

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from qms_xlsx.domain.register import Register
    from qms_xlsx.domain.submission import Submission
    from qms_xlsx.judge.results import Aggregate, Result

PARQUET = ".parquet"
_VALUE, _WORD = "Giá trị", "Bằng chữ"
NUMBERS = (
    _VALUE,
    "Trong kỳ",
    "Tử số",
    "Mẫu số",
    "Mức của kỳ",
    "Hoàn thành (%)",
    "So với năm (%)",
)
COLUMNS = (
    "Mã bộ phận",
    "Bộ phận",
    "Mã chỉ tiêu",
    "TT",
    "Chỉ tiêu",
    "ĐVT",
    "Mức phấn đấu",
    "Số liệu",
    "Kỳ",
    _VALUE,
    _WORD,
    *NUMBERS[1:],
    "Đánh giá",
    "Tạm tính",
    "Vì sao đánh giá như vậy",
    "Tệp",
    "Trang",
    "Ô",
)
JUDGED = "Kết quả"
"""What stands under "Số liệu" of a judged figure; a cell's says its component."""
_BATCH = 20_000
"""Rows of a group of Parquet's."""
_ACTIVE = re.compile(r"\s*[=+\-@\t\r＝＋－＠]")
Cell = str | float | None
Row = dict[str, Cell]
"""A row's cells by column; those that are not there are empty."""


def write_data(aggregate: Aggregate, path: Path) -> None:
    """Write every figure of a run to a file, Parquet or CSV by its ending.

    The CSV is as Excel itself writes it in Vietnamese: UTF-8 with its mark, semicolons, decimal
    commas; text that a spreadsheet would run begins with an apostrophe.
    """
    if path.suffix.lower() == PARQUET:
        _write_parquet(_rows(aggregate), path)
        return
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file, delimiter=";")
        writer.writerow(COLUMNS)
        writer.writerows([_text(row.get(name)) for name in COLUMNS] for row in _rows(aggregate))


def _write_parquet(rows: Iterator[Row], path: Path) -> None:
    import pyarrow as pa  # type: ignore[import-not-found, import-untyped, unused-ignore] # noqa: PLC0415 (an extra)
    from pyarrow import parquet  # noqa: PLC0415

    kinds = [(name, pa.float64() if name in NUMBERS else pa.string()) for name in COLUMNS]
    schema = pa.schema(kinds)
    with parquet.ParquetWriter(path, schema) as writer:
        while batch := list(islice(rows, _BATCH)):
            writer.write_table(pa.Table.from_pylist(batch, schema=schema))


def _text(value: Cell) -> str:
    """Return a cell of the CSV.

    >>> _text(0.5), _text(12250.0), _text("=1+1"), _text("Phòng A - B"), _text(None)
    ('0,5', '12250', "'=1+1", 'Phòng A - B', '')
    """
    if value is None:
        return ""
    if isinstance(value, str):
        return f"'{value}" if _ACTIVE.match(value) else value
    return f"{value:.15g}".replace(".", ",")


def _rows(aggregate: Aggregate) -> Iterator[Row]:
    whose = _Whose(aggregate.register)
    period = {"Kỳ": aggregate.period.label}
    for result in aggregate.results:
        yield whose.row(result.department, result.objective.code) | period | _judged(result)
    for submission in aggregate.submissions:
        yield from _typed(whose, submission)


class _Whose:
    """Tells of each row whose it is and what it is about."""

    def __init__(self, register: Register) -> None:
        self.departments = {d.code: d.name for d in register.departments}
        self.objectives = register.by_code
        self.units = {own.code: own.unit for own in register.indicators}

    def row(self, department: str | None, code: str) -> Row:
        """Return the first cells of a row."""
        objective = self.objectives[code]
        return {
            "Mã bộ phận": department,
            "Bộ phận": self.departments[department] if department else "Toàn cơ quan",
            "Mã chỉ tiêu": code,
            "TT": objective.number,
            "Chỉ tiêu": objective.name,
        }


def _judged(result: Result) -> Row:
    return {
        "ĐVT": result.unit,
        "Mức phấn đấu": result.target,
        "Số liệu": JUDGED,
        _VALUE: _number(result.actual),
        _WORD: _word(result.actual),
        "Trong kỳ": _number(result.in_period),
        "Tử số": _number(result.numerator),
        "Mẫu số": _number(result.denominator),
        "Mức của kỳ": _number(result.period_target),
        "Hoàn thành (%)": _number(result.attainment),
        "So với năm (%)": _number(result.percent_of_year),
        "Đánh giá": result.status.shown if result.status else None,
        "Tạm tính": "x" if result.provisional else None,
        "Vì sao đánh giá như vậy": say.text(result.why, say.VIETNAMESE),
    }


def _typed(whose: _Whose, submission: Submission) -> Iterator[Row]:
    for (code, component), entries in submission.entries.items():
        row = whose.row(submission.department, code) | {"Số liệu": COMPONENTS[component]}
        if component is Component.VALUE:  # a numerator has a unit of its own
            row["ĐVT"] = whose.units[code]
        for slot, entry in sorted(entries.items()):
            place = entry.place
            yield row | {
                "Kỳ": slot.label,
                _VALUE: _number(entry.value),
                _WORD: _word(entry.value),
                "Tạm tính": "x" if submission.estimated(code, slot) else None,
                "Tệp": place.file,
                "Trang": place.sheet,
                "Ô": place.cell,
            }


def _number(value: object) -> float | None:
    return significant(float(value)) if is_number(value) else None


def _word(value: object) -> str | None:
    if isinstance(value, Mark):
        return value.value
    if isinstance(value, bool):
        return answer(value)
    return value if isinstance(value, str) else None

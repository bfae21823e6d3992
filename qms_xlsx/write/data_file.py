"""Every figure of a run in one table outside the workbook, as CSV or Parquet: a row a figure.

Judged figures come first ("Kết quả", the organisation's without a department's code), then every
accepted cell. The table is made and written in batches: it is never whole in memory.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING, Any

import pandas as pd

from qms_xlsx.book.labels import COMPONENTS
from qms_xlsx.domain.period import SLOTS
from qms_xlsx.domain.status import Status
from qms_xlsx.domain.submission import Mark
from qms_xlsx.language.numbers import is_number
from qms_xlsx.language.symbols import answer
from qms_xlsx.write.frames import observations_frame, results_frame

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from qms_xlsx.judge.results import Aggregate

PARQUET = ".parquet"
NUMBERS = (
    "Giá trị",
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
    "Giá trị",
    "Bằng chữ",
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
_FORMS, _RESULTS = 250, 2_500
"""How many forms, and how many judged figures, are held as a table at once."""
_ACTIVE = re.compile(r"\s*[=+\-@\t\r＝＋－＠]")
_SLOTS = {slot.key: slot.label for slot in SLOTS}
_SHOWN = {status.value: status.shown for status in Status}


def write_data(aggregate: Aggregate, path: Path) -> None:
    """Write every figure of a run to a file, Parquet or CSV by its ending.

    The CSV is as Excel itself writes it in Vietnamese: UTF-8 with its mark, semicolons, decimal
    commas; text that a spreadsheet would run begins with an apostrophe.
    """
    if path.suffix.lower() == PARQUET:
        _write_parquet(_tables(aggregate), path)
    else:
        _write_csv(_tables(aggregate), path)


def _write_csv(tables: Iterator[pd.DataFrame], path: Path) -> None:
    texts = [column for column in COLUMNS if column not in NUMBERS]
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        for first, table in enumerate(tables):
            for column in texts:
                table[column] = table[column].map(_harmless, na_action="ignore")
            table.to_csv(
                file,
                sep=";",
                decimal=",",
                float_format="%.15g",
                index=False,
                header=not first,
                lineterminator="\r\n",
            )


def _write_parquet(tables: Iterator[pd.DataFrame], path: Path) -> None:
    import pyarrow as pa  # type: ignore[import-not-found, import-untyped, unused-ignore] # noqa: PLC0415 (an extra)
    from pyarrow import parquet  # noqa: PLC0415

    kinds = [(name, pa.float64() if name in NUMBERS else pa.string()) for name in COLUMNS]
    schema = pa.schema(kinds)
    with parquet.ParquetWriter(path, schema) as writer:
        for table in tables:
            writer.write_table(pa.Table.from_pandas(table, schema=schema, preserve_index=False))


def _tables(aggregate: Aggregate) -> Iterator[pd.DataFrame]:
    """Yield the table's rows in batches, each with all columns."""
    for table in chain(_judged(aggregate), _typed(aggregate)):
        departments = aggregate.register.department_by_code
        names = {code: department.name for code, department in departments.items()}
        objectives = aggregate.register.by_code
        table["Bộ phận"] = table["Mã bộ phận"].map(names).fillna("Toàn cơ quan")
        codes = table["Mã chỉ tiêu"]
        table["TT"] = codes.map({code: own.number for code, own in objectives.items()})
        table["Chỉ tiêu"] = codes.map({code: own.name for code, own in objectives.items()})
        yield table.reindex(columns=list(COLUMNS))


def _judged(aggregate: Aggregate) -> Iterator[pd.DataFrame]:
    for begin in range(0, len(aggregate.results), _RESULTS):
        own = aggregate.results[begin : begin + _RESULTS]
        frame = results_frame(replace(aggregate, results=own))
        yield pd.DataFrame(
            {
                "Mã bộ phận": frame["department"],
                "Mã chỉ tiêu": frame["objective"],
                "ĐVT": frame["unit"],
                "Mức phấn đấu": frame["target"],
                "Số liệu": JUDGED,
                "Kỳ": aggregate.period.label,
                **_figures(frame["actual"]),
                "Trong kỳ": frame["in_period"].map(_number),
                "Tử số": frame["numerator"],
                "Mẫu số": frame["denominator"],
                "Mức của kỳ": frame["period_target"].map(_number),
                "Hoàn thành (%)": frame["attainment"],
                "So với năm (%)": frame["percent_of_year"],
                "Đánh giá": frame["status"].map(_SHOWN),
                "Tạm tính": frame["provisional"].map(_marked),
                "Vì sao đánh giá như vậy": frame["why"],
            }
        )


def _typed(aggregate: Aggregate) -> Iterator[pd.DataFrame]:
    units = {own.code: own.unit for own in aggregate.register.indicators}
    for begin in range(0, len(aggregate.submissions), _FORMS):
        frame = observations_frame(aggregate.submissions[begin : begin + _FORMS])
        figures = _figures(frame["value"])
        figures["Bằng chữ"] = figures["Bằng chữ"].mask(frame["kps"].astype(bool), Mark.KPS.value)
        yield pd.DataFrame(
            {
                "Mã bộ phận": frame["department"],
                "Mã chỉ tiêu": frame["objective"],
                "ĐVT": frame["objective"].map(units).where(frame["component"] == "value"),
                "Số liệu": frame["component"].map(COMPONENTS),
                "Kỳ": frame["slot"].map(_SLOTS),
                **figures,
                "Tạm tính": frame["estimated"].map(_marked),
                "Tệp": frame["file"],
                "Trang": frame["sheet"],
                "Ô": frame["cell"],
            }
        )


def _figures(values: pd.Series[Any]) -> dict[str, pd.Series[Any]]:
    """Return figures in two columns: what is a number, and what is said in a word."""
    return {"Giá trị": values.map(_number), "Bằng chữ": values.map(_word)}


def _number(value: object) -> float | None:
    return float(value) if is_number(value) else None


def _word(value: object) -> str | None:
    if isinstance(value, bool):
        return answer(value)
    return value if isinstance(value, str) else None


def _marked(flag: object) -> str | None:
    return "x" if flag else None


def _harmless(text: str) -> str:
    """Return text that no spreadsheet runs.

    >>> _harmless("=1+1"), _harmless("Phòng A - B")
    ("'=1+1", 'Phòng A - B')
    """
    return f"'{text}" if _ACTIVE.match(text) else text

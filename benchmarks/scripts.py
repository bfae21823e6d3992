"""What an office's IT might write instead, and the least that can be done: the others of a table.

python benchmarks/scripts.py NAME FOLDER       # one of them, as a process of its own

Scripts add up one sheet of each form; they check nothing and judge nothing. The bare cost reads
every cell and writes as many as a summary has. Each imports what it uses, no more.
"""

from __future__ import annotations

import pickle
import sys
import zipfile
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Literal
from xml.sax.saxutils import escape

CELLS = "cells.pickle"
"""The cells of a folder's summary: what the bare cost writes."""
SLOT_KEYS = [*(f"t{n}" for n in range(1, 13)), "q1", "q2", "q3", "q4", "h1", "h2", "year"]
Rows = list[tuple[object, ...]]


def loaded(path: Path) -> Rows:
    """Return the rows of the sheet of results as openpyxl loads them."""
    from openpyxl import load_workbook

    return list(load_workbook(path, data_only=True)["Kết quả"].iter_rows(values_only=True))


def read_excel(engine: Literal["openpyxl", "calamine"], path: Path) -> Rows:
    """Return the same rows as `pd.read_excel` reads them."""
    import pandas as pd

    frame = pd.read_excel(path, sheet_name="Kết quả", header=None, engine=engine)
    return list(frame.astype(object).where(frame.notna(), None).itertuples(index=False, name=None))


def office_script(rows_of: Callable[[Path], Rows], forms: list[Path], target: Path) -> None:
    """Do what an office's IT would write; it only adds up and divides, and checks nothing."""
    import pandas as pd

    frames = []
    for path in forms:
        rows = rows_of(path)
        head = next(n for n, row in enumerate(rows) if str(row[0]).startswith("#qms:results"))
        table = pd.DataFrame(rows[head + 1 :], columns=["key", *rows[head][1:]])
        table = table[table["key"].notna()]
        frames.append(table[["key", "name", *SLOT_KEYS]].assign(department=path.stem))
    everything = pd.concat(frames, ignore_index=True)
    everything[["code", "component"]] = everything["key"].str.split(":", n=1, expand=True)
    figures = everything[SLOT_KEYS].apply(pd.to_numeric, errors="coerce")
    everything["total"] = figures[SLOT_KEYS[:12]].sum(axis=1)
    totals = everything.groupby(["code", "component"])["total"].sum().unstack()
    totals = totals.reindex(columns=["value", "numerator", "denominator"])
    totals["percent"] = 100 * totals["numerator"] / totals["denominator"]
    own = everything.pivot_table("total", ["code", "department"], "component", aggfunc="sum")
    with pd.ExcelWriter(target, engine="openpyxl") as writer:
        totals.to_excel(writer, sheet_name="Tổng hợp")
        own.to_excel(writer, sheet_name="Bộ phận")
        everything.to_excel(writer, sheet_name="Dữ liệu", index=False)


SCRIPTS: dict[str, Callable[[Path], Rows]] = {
    "openpyxl and pandas": loaded,
    "pd.read_excel": partial(read_excel, "openpyxl"),
    "pd.read_excel, calamine": partial(read_excel, "calamine"),
}


def bare_cost(forms: list[Path], summary: list[list[list[object]]], target: Path) -> None:
    """Read every cell of the forms, and write a summary's cells, with nothing in between."""
    import xlsxwriter

    for path in forms:
        cells_of(path)
    workbook = xlsxwriter.Workbook(target, {"strings_to_urls": False, "in_memory": True})
    box = workbook.add_format({"border": 1})
    for rows in summary:
        sheet = workbook.add_worksheet()
        for number, row in enumerate(rows):
            for column, value in enumerate(row):
                if value != "":
                    sheet.write(number, column, value, box)
    workbook.close()


def cells_of(path: Path) -> list[list[list[object]]]:
    """Return the cells of every sheet."""
    from python_calamine import CalamineWorkbook

    with CalamineWorkbook.from_path(path) as book:
        return [
            book.get_sheet_by_name(name).to_python(skip_empty_area=False)
            for name in book.sheet_names
        ]


def with_polars(forms: list[Path], target: Path) -> None:
    """Add up what polars reads of the sheets of results; nothing is checked."""
    import polars as pl

    read = partial(pl.read_excel, sheet_name="Kết quả", has_header=False, raise_if_empty=False)
    frames = [read(path).cast(pl.String).with_columns(form=pl.lit(path.stem)) for path in forms]
    whole = pl.concat(frames, how="diagonal")
    keyed = whole.filter(whole[whole.columns[0]].str.contains(":").fill_null(value=False))
    figures = [pl.col(name).cast(pl.Float64, strict=False) for name in keyed.columns[1:-1]]
    totals = keyed.group_by(keyed.columns[0]).agg([figure.sum() for figure in figures])
    totals.write_excel(target)


def bare_xml(forms: list[Path], summary: list[list[list[object]]], target: Path) -> None:
    """Read every cell, and write a summary's cells as XML, with no library in between."""
    for path in forms:
        cells_of(path)
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for number, rows in enumerate(summary, 1):
            text = "".join(
                f"<row>{''.join(_cell(value) for value in row if value != '')}</row>"
                for row in rows
            )
            archive.writestr(f"xl/worksheets/sheet{number}.xml", text)


def _cell(value: object) -> str:
    if isinstance(value, int | float):
        return f"<c><v>{value}</v></c>"
    return f'<c t="inlineStr"><is><t>{escape(str(value))}</t></is></c>'


def main() -> None:
    name, root = sys.argv[1], Path(sys.argv[2])
    forms, target = sorted((root / "da-nop").iterdir()), root / "baseline.xlsx"
    if name in SCRIPTS:
        office_script(SCRIPTS[name], forms, target)
    elif name in BARE:
        BARE[name](forms, pickle.loads((root / CELLS).read_bytes()), target)
    else:
        with_polars(forms, target)


BARE = {"bare: calamine, XlsxWriter": bare_cost, "bare: calamine, XML": bare_xml}
STEPS = [*SCRIPTS, "polars, calamine", *BARE]


if __name__ == "__main__":
    main()

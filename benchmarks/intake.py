"""What inspection and isolation cost: the bare parser against the reader, in one run.

python benchmarks/intake.py [forms | folder]

Without a folder of workbooks, such as forms that another program saved, forms are made for it.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from functools import partial
from operator import attrgetter
from pathlib import Path
from typing import TYPE_CHECKING

import xlsxwriter
from python_calamine import CalamineWorkbook

from qms_xlsx.intake.reader import Reader

if TYPE_CHECKING:
    from collections.abc import Callable

ROWS, MEASURES, SLOTS, FORMULAS, ROUNDS = 60, 25, 12, 7, 5


def write_form(path: Path) -> None:
    """Write a workbook of a form's size: 30 ratios, 25 measures, formulas and blank cells."""
    book = xlsxwriter.Workbook(path)
    box = book.add_format({"border": 1})
    results, plan = book.add_worksheet("Kết quả"), book.add_worksheet("Kế hoạch")
    for row in range(8, 8 + ROWS):
        results.write_row(row, 0, [f"TL-{row}:numerator", f"Mục tiêu chất lượng số {row}"], box)
        for slot in range(SLOTS):
            results.write(row, 4 + slot, row * slot % 97 if slot % 3 else None, box)
        for extra in range(FORMULAS):
            formula = f'=IF(COUNT(E{row + 1}:P{row + 1})>0,SUM(E{row + 1}:P{row + 1}),"")'
            results.write_formula(row, 16 + extra, formula, box, 5)
    for row in range(MEASURES):
        plan.write_row(4 + row, 0, [f"I.{row}", "Biện pháp", "Văn phòng", "Trước 15/6"], box)
    book.close()


def bare(paths: list[Path]) -> None:
    for path in paths:
        with CalamineWorkbook.from_path(path) as book:
            for number in range(len(book.sheet_names)):
                book.get_sheet_by_index(number).to_python(skip_empty_area=False)


def safe(paths: list[Path], workers: int, *, whole: bool) -> float:
    """Return the seconds that reading takes when the workers are warm."""
    extract = None if whole else attrgetter("sha256")
    with Reader(extract, workers=workers) as reader:
        list(reader.read_all(paths[:8]))
        return timed(lambda: list(reader.read_all(paths)))


def timed(step: Callable[[], object]) -> float:
    begin = time.perf_counter()
    step()
    return time.perf_counter() - begin


def processor() -> float:
    """Return the processor seconds so far, of ended workers too: they ignore a busy machine."""
    return sum(os.times()[:4])


def best(step: Callable[[], float], forms: int) -> tuple[float, float]:
    """Return the milliseconds a form: the best on the clock, and the mean of the processors."""
    begin = processor()
    clock = min(step() for _ in range(ROUNDS))
    return clock / forms * 1000, (processor() - begin) / ROUNDS / forms * 1000


def main() -> None:
    given = sys.argv[1] if len(sys.argv) > 1 else "500"
    with tempfile.TemporaryDirectory() as folder:
        if given.isdigit():
            paths = [Path(folder, f"{number}.xlsx") for number in range(int(given))]
            for path in paths:
                write_form(path)
        else:
            paths = sorted(path for path in Path(given).iterdir() if path.is_file()) * 10
        forms = len(paths)
        base, spent = best(lambda: timed(lambda: bare(paths)), forms)
        print(f"{forms} forms; bare calamine {base:.2f} ms a form (processor {spent:.2f})")
        for workers in (1, 2):
            for whole in (False, True):
                clock, spent = best(partial(safe, paths, workers, whole=whole), forms)
                what = "whole books" if whole else "small results"
                print(
                    f"{workers} worker(s), {what}: {clock:.2f} ms a form, "
                    f"{clock - base:+.2f} ms, x{clock / base:.2f} (processor {spent:.2f})"
                )


if __name__ == "__main__":
    main()

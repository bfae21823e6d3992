"""How much memory a month takes when every form is as large as a form may be.

python benchmarks/memory.py [FORMS] [texts|figures|faults]

An office of many departments, each with a form as full as the limits of the intake allow: of texts
that are all different, of figures in rows that nobody knows, or of cells that are all wrong. The
memory printed is the most that the run itself held; its reading processes have their own limit.
"""

from __future__ import annotations

import resource
import sys
import tempfile
import time
import zipfile
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from openpyxl import load_workbook

from qms_xlsx.domain.period import Period
from qms_xlsx.intake import limits
from qms_xlsx.steps.aggregate import run_aggregation
from qms_xlsx.steps.reading import open_all, open_register
from qms_xlsx.steps.workspace import Workspace
from qms_xlsx.write.form import fill_register_template, write_form

if TYPE_CHECKING:
    from collections.abc import Callable

    from qms_xlsx.domain.register import Register

COLUMNS = ("t1", "t2", "t3", "t4", "t5", "t6", "t7", "t8", "t9", "t10", "t11", "t12", "cause",
           "remedy", "note")  # fmt: skip
SPARE = 250
"""Cells of the form itself that the program which saves it adds."""
TEXT = limits.FORM_TEXT_BYTES // limits.FORM_CELLS * 9 // 10
KINDS: dict[str, Callable[[int], object]] = {
    "texts": lambda n: f"{n:x}".ljust(max(TEXT - 49, 6), "x") if TEXT > 56 or n % 2 else n,
    "figures": lambda n: n + 0.5,
    "faults": lambda _: "nhiều",
}


def make(root: Path, forms: int, kind: str) -> Workspace:
    """Return a year's folder whose departments have all handed in a form of the largest size."""
    workspace = Workspace(root)
    workspace.make_folders()
    codes = [f"BP{n:04}" for n in range(forms)]
    rows: dict[str, list[dict[str, object]]] = {
        "info": [{"organisation": "UBND xã Thử", "year": 2024}],
        "departments": [{"code": c, "name": f"Bộ phận {c}"} for c in codes],
        "objectives": [
            {"code": f"M{n}", "number": f"{n}", "name": "Tạo việc làm mới", "target": "450 người",
             "unit": "người", "cadence": "month", "over_departments": "sum",
             "departments": "; ".join(codes)}
            for n in range(1, 21)
        ],
    }  # fmt: skip
    fill_register_template(rows, workspace.register)
    register, _ = open_register(workspace.register)
    model = filled(register, codes[0], root / "mau.xlsx", KINDS[kind])
    parts = parts_of(model)

    def marks(code: str) -> tuple[bytes, bytes]:
        return code.encode(), register.fingerprint(code).encode()

    for code in codes:
        with zipfile.ZipFile(
            workspace.submitted / f"{code}.xlsx", "w", zipfile.ZIP_DEFLATED
        ) as new:
            for name, data in parts.items():
                for old, own in zip(marks(codes[0]), marks(code), strict=True):
                    data = data.replace(old, own)  # noqa: PLW2901
                new.writestr(name, data)
    return workspace


def filled(register: Register, code: str, path: Path, value: Callable[[int], object]) -> Path:
    """Write a department's form with as many cells as a form may have."""
    head = {"report_period": "2024-06", "report_date": "20/6/2024"}
    write_form(
        register, code, path, earlier={("form", key, "value"): own for key, own in head.items()}
    )
    contents = next(open_all([path])).contents
    if contents is None:
        raise FileNotFoundError(path)
    held = sum(len(row.cells) for table in contents.tables for row in table.rows)
    table = contents.of("results")[0]
    workbook = load_workbook(path)
    sheet = workbook[table.sheet]
    letters = [table.columns[key] for key in COLUMNS if key in table.columns]
    key = table.marker.rstrip("0123456789")
    row = max(r.number for r in table.rows) + 1
    for number in range(limits.FORM_CELLS - held - SPARE):
        sheet[f"{letters[number % len(letters)]}{row}"] = value(number)
        if number % len(letters) == len(letters) - 1:
            sheet[f"{key}{row}"] = f"Z{row}:value"
            row += 1
    workbook.save(path)
    return path


def parts_of(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def main(forms: int, kinds: list[str]) -> None:
    for kind in kinds:
        with tempfile.TemporaryDirectory() as folder:
            workspace = make(Path(folder) / "MTCL", forms, kind)
            begun = time.perf_counter()
            run = run_aggregation(
                workspace.root, period=Period.parse("2024-06"), as_of=date(2024, 7, 1)
            )
            seconds = time.perf_counter() - begun
        most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        accepted = len(run.aggregate.submissions)
        print(f"{forms} forms of {kind}: {most} MiB, {seconds:.0f} s, {accepted} accepted, "
              f"{len(run.findings)} findings, {len(run.returned)} returned")  # fmt: skip


if __name__ == "__main__":
    count, *rest = [*sys.argv[1:], "1000"] if len(sys.argv) < 2 else sys.argv[1:]
    main(int(count), rest or list(KINDS)[:1])

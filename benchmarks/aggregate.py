"""The monthly run against an office's own script and against the bare cost, in one run.

python benchmarks/aggregate.py [FORMS [WORKERS]]

Every form is a department's of Thượng Lộ 2024 at the year's end; the register has one department
a form. (a) is what an office's IT would write: pandas on what openpyxl loads, on `pd.read_excel`
and on its calamine engine; it checks and judges nothing. (b) is the least that a tool of these
libraries could do: calamine reads every cell, XlsxWriter writes as many cells as the summary has.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from scripts import SCRIPTS, bare_cost, cells_of, office_script

from qms_xlsx.domain.period import Period
from qms_xlsx.steps.aggregate import Run, run_aggregation
from qms_xlsx.steps.entries import typed_entries
from qms_xlsx.steps.reading import open_all, open_register
from qms_xlsx.steps.workspace import Workspace
from qms_xlsx.write.form import FormWriter, fill_register_template

if TYPE_CHECKING:
    from qms_xlsx.book.keys import CellKey
    from qms_xlsx.read.tables import Contents

SAMPLE = Path(__file__).parent.parent / "samples" / "thuong-lo-2024"
MODELS = ("VP-TK", "TC-KT", "DC-XD", "TP-HT", "VH-XH", "QS")


def make_folder(root: Path, forms: int) -> Workspace:
    """Return a year's folder with so many departments, each of which has handed in."""
    workspace = Workspace(root)
    workspace.make_folders()
    hand_in(workspace, make_register(workspace, forms))
    return workspace


def make_register(workspace: Workspace, departments: int) -> list[str]:
    """Write a register with so many departments, and return their codes."""
    register = contents_of(SAMPLE / "so-muc-tieu.xlsx")
    rows = {
        area: [{key: cell.value for key, cell in row.cells.items()} for row in table.rows]
        for area in ("departments", "objectives", "plan")
        for table in register.of(area)
    }
    info = {row.key: row.cells["value"].value for row in register.of("info")[0].rows if row.cells}
    models = {row["code"]: row for row in rows["departments"] if row["code"] in MODELS}
    copies = [
        {**models[MODELS[n % 6]], "code": f"{MODELS[n % 6]}-{n}", "aliases": "",
         "name": f"{models[MODELS[n % 6]]['name']} {n}"}
        for n in range(departments - len(MODELS))
    ]  # fmt: skip
    rows["departments"] = [*models.values(), *copies]
    fill_register_template({"info": [info], **rows}, workspace.register)
    return [str(row["code"]) for row in rows["departments"]]


def hand_in(workspace: Workspace, codes: list[str]) -> None:
    """Fill every department's form as its model has filled the year's."""
    register, _ = open_register(workspace.register)
    typed = {model: year_end_entries(model) for model in MODELS}
    writer = FormWriter(register)
    for number, code in enumerate(codes):
        entries = typed[MODELS[number % len(MODELS)]]
        writer.write(code, workspace.submitted / f"{code}_nam.xlsx", earlier=entries)


def year_end_entries(model: str) -> dict[CellKey, object]:
    return typed_entries(contents_of(SAMPLE / "da-nop" / f"{model}_nam.xlsx"))


def contents_of(path: Path) -> Contents:
    return wanted(next(open_all([path])).contents)


def timed(step: Callable[[], object], rounds: int = 1) -> tuple[float, float]:
    """Return a step's seconds by the clock and of the processors, the best of some rounds.

    On a machine that is busy with other work only the second tells anything.
    """
    clock, processor = [], []
    for _ in range(rounds):
        begin, used = time.perf_counter(), processor_seconds()
        step()
        clock.append(time.perf_counter() - begin)
        processor.append(processor_seconds() - used)
    return min(clock), min(processor)


def processor_seconds() -> float:
    """Return what this process and its ended reading processes have used."""
    return sum(os.times()[:4])


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        making = time.perf_counter()
        workspace = make_folder(root / "MTCL", count)
        print(f"{count} forms made in {time.perf_counter() - making:.1f} s")
        compare(workspace, root)


def compare(workspace: Workspace, root: Path) -> None:
    forms = sorted(workspace.submitted.iterdir())
    unchanged = partial(
        run_aggregation,
        workspace.root,
        period=Period.parse("2024"),
        as_of=date(2024, 12, 15),
        workers=int(sys.argv[2]) if len(sys.argv) > 2 else None,
    )

    def run() -> Run:
        workspace.kept.unlink(missing_ok=True)  # as if every form was new
        return unchanged()

    cells = cells_of(wanted(run().summary))
    filled = sum(value != "" for rows in cells for row in rows for value in row)
    print(f"the summary holds {filled} cells")
    times = {
        "aggregate": timed(run, 3),
        "aggregate, forms unchanged": timed(unchanged, 3),
        **{
            f"(a) {name}": timed(partial(office_script, rows_of, forms, root / "a.xlsx"))
            for name, rows_of in SCRIPTS.items()
        },
        "(b) bare calamine and XlsxWriter": timed(
            partial(bare_cost, forms, cells, root / "b.xlsx"), 3
        ),
    }
    print(f"{'':34}{'clock':>9}{'a form':>11}{'':12}{'processors':>11}")
    for name, (clock, processor) in times.items():
        own = times["aggregate"]
        print(f"{name:34}{clock:7.2f} s{1000 * clock / len(forms):8.1f} ms"
              f"{clock / own[0]:8.2f} ×  {processor:9.2f} s"
              f"{processor / own[1]:8.2f} ×")  # fmt: skip


T = TypeVar("T")


def wanted(found: T | None) -> T:
    """Return what must be there."""
    if found is None:
        raise FileNotFoundError
    return found


if __name__ == "__main__":
    main()

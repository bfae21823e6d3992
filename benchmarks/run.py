"""Every command beside the scripts that an office might write instead, as whole processes.

python benchmarks/run.py [FORMS]       # 200 forms; a table for docs/speed.md

Two kinds of forms: Thượng Lộ's at the year's end (9 to 14 indicators), and wide ones (30 indicators
reported each month, 25 measures); each as the toolkit writes them and as LibreOffice saves them.
Time is that of the processors, of a process and of all that it started, so a busy machine tells
the same; memory is the largest process's. What is compared reads the same files in the same run.
"""

from __future__ import annotations

import os
import pickle
import platform
import shutil
import subprocess
import sys
import tempfile
import zipfile
from datetime import date
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).parent))

import scripts
from aggregate import make_folder
from installed import as_installed
from scripts import CELLS, STEPS, cells_of

from qms_xlsx.book.keys import CellKey
from qms_xlsx.steps.reading import open_register
from qms_xlsx.steps.workspace import Workspace
from qms_xlsx.write.form import FormWriter, fill_register_template

if TYPE_CHECKING:
    from collections.abc import Iterator

PERIOD = ["--period", "2024", "--as-of", "2024-12-15"]
MONTHS = range(1, 13)
KINDS = ("Thượng Lộ", "wide")


def make_wide(root: Path, forms: int) -> Workspace:
    """Return a year's folder of departments with 30 monthly indicators and 25 measures each."""
    workspace = Workspace(root)
    workspace.make_folders()
    info = {"organisation": "UBND xã Thử", "year": 2024, "decision_date": date(2024, 1, 2)}
    rows = {
        "departments": [{"code": f"P{n}", "name": f"Phòng số {n}"} for n in range(forms)],
        "objectives": [
            {"number": str(n), "code": f"M-{n}", "name": f"Số lớp tập huấn loại {n}",
             "target": "120 lớp", "unit": "lớp", "cadence": "month", "over_time": "sum",
             "over_departments": "sum", "departments": "; ".join(f"P{k}" for k in range(forms))}
            for n in range(1, 31)
        ],
        "plan": [
            {"number": str(n), "objectives": f"M-{n}", "measure": f"Mở lớp tập huấn loại {n}",
             "lead": f"P{n % forms}", "deadline": "Trước 30/11/2024"}
            for n in range(1, 26)
        ],
    }  # fmt: skip
    fill_register_template({"info": [info], **rows}, workspace.register)
    register, _ = open_register(workspace.register)
    typed: dict[CellKey, object] = {
        CellKey("results", f"M-{n}:value", f"t{month}"): 10
        for n in range(1, 31)
        for month in MONTHS
    }
    typed[CellKey("form", "report_period", "value")] = "Năm 2024"
    typed[CellKey("form", "report_date", "value")] = date(2024, 12, 10)
    writer = FormWriter(register)
    for department in register.departments:
        path = workspace.submitted / f"{department.code}_nam.xlsx"
        writer.write(department.code, path, earlier=typed)
    return workspace


def saved_by_libreoffice(workspace: Workspace, root: Path) -> Workspace | None:
    """Return the same folder with its forms as LibreOffice saves them; None without it."""
    if shutil.which("soffice") is None:
        return None
    shutil.copytree(workspace.root, root)
    other = Workspace(root)
    forms = sorted(map(str, other.submitted.iterdir()))
    shutil.rmtree(other.submitted)
    other.submitted.mkdir()
    shared = [str(workspace.submitted / Path(form).name) for form in forms]
    command = ["soffice", "--headless", "--convert-to", "xlsx", "--outdir", str(other.submitted)]
    subprocess.run([*command, *shared], check=True, capture_output=True)
    return other


_LAUNCH = """
import os, subprocess, sys
process = subprocess.Popen(sys.argv[1:], stdout=subprocess.DEVNULL)
_, status, used = os.wait4(process.pid, 0)
print(os.waitstatus_to_exitcode(status), used.ru_utime + used.ru_stime, used.ru_maxrss)
"""
"""Between us and a command stands a small process: memory is told with what its parent had."""


def spent(command: list[str]) -> tuple[float, float]:
    """Return a command's seconds of the processors, and its largest process's MiB."""
    launch = [sys.executable, "-S", "-c", _LAUNCH, *command]
    told = subprocess.run(launch, capture_output=True, text=True, check=True)
    status, seconds, kib = map(float, told.stdout.split())
    if status > ("qms_xlsx" in command):  # 1: there are findings
        raise RuntimeError(told.stderr)
    return seconds, kib / 1024


def tool(*words: str) -> list[str]:
    return [sys.executable, "-m", "qms_xlsx", *words]


def lines(workspace: Workspace, forms: int) -> Iterator[tuple[str, float, float]]:
    """Yield what each command and script spends on a folder's forms."""
    root = str(workspace.root)
    run = tool("aggregate", root, *PERIOD)
    yield "aggregate", *spent(run)
    yield "aggregate, nothing changed", *spent(run)
    for path in sorted(workspace.submitted.iterdir())[: max(1, forms // 20)]:
        with zipfile.ZipFile(path, "a") as archive:
            archive.comment = b"saved again"
    yield "aggregate, 5 % changed", *spent(run)
    workspace.kept.unlink(missing_ok=True)
    yield "validate", *spent(tool("validate", root))
    yield "forms", *spent(tool("forms", root))
    yield "remind", *spent(tool("remind", root, *PERIOD))
    [summary] = workspace.summaries.glob("*.xlsx")
    (workspace.root / CELLS).write_bytes(pickle.dumps(cells_of(summary)))
    for name in contenders():
        yield name, *spent([sys.executable, scripts.__file__, name, root])


def contenders() -> list[str]:
    """Return the names of what can be compared here."""
    polars = find_spec("polars") and find_spec("fastexcel")
    return [name for name in STEPS if polars or not name.startswith("polars")]


def main() -> None:
    forms = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    as_installed()
    print(f"{platform.processor() or platform.machine()}, {os.cpu_count()} cores, "
          f"Python {platform.python_version()}; {forms} forms a kind\n")  # fmt: skip
    with tempfile.TemporaryDirectory() as folder:
        for kind, make in zip(KINDS, (make_folder, make_wide), strict=True):
            own = make(Path(folder) / kind, forms)
            other = saved_by_libreoffice(own, Path(folder) / f"{kind} saved")
            for name, workspace in ((f"{kind}", own), (f"{kind}, saved by LibreOffice", other)):
                if workspace:
                    table(name, list(lines(workspace, forms)), forms)


def table(name: str, told: list[tuple[str, float, float]], forms: int) -> None:
    """Print a kind of forms: what each command spends, and how that stands to the others."""
    seconds = {what: used for what, used, _ in told}
    against = ["bare: calamine, XlsxWriter", "pd.read_excel", "pd.read_excel, calamine"]
    against += ["polars, calamine"] if "polars, calamine" in seconds else []
    print(f"**{name}**\n")
    print(f"| command | ms a form | MiB | {' | '.join(f'× {other}' for other in against)} |")
    print(f"| --- |{' --- |' * (2 + len(against))}")
    for what, used, memory in told:
        ratios = " | ".join(f"{used / seconds[other]:.2f}" for other in against)
        print(f"| {what} | {1000 * used / forms:.1f} | {memory:.0f} | {ratios} |", flush=True)
    print()


if __name__ == "__main__":
    main()

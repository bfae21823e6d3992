"""What other programs make of our workbooks: opened and saved by each, then read again.

python benchmarks/round_trip.py [writer …]

Every form of the samples, the return copies of a run and a register go through each writer that
is installed; printed are the entries that were lost or changed on the way, and the errors and
warnings that the original does not have. LibreOffice (soffice) and Gnumeric (ssconvert) are
looked for on the path; SheetJS and ExcelJS (npm install xlsx exceljs) below NODE_PATH.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from dataclasses import dataclass, field, fields
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import openpyxl
import pandas as pd

from qms_xlsx.domain.finding import Severity
from qms_xlsx.domain.period import Period
from qms_xlsx.domain.submission import same
from qms_xlsx.read.form import is_form, read_form
from qms_xlsx.read.register import read_register
from qms_xlsx.steps.aggregate import run_aggregation
from qms_xlsx.steps.init import init
from qms_xlsx.steps.reading import open_all, open_register

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from qms_xlsx.domain.register import Register
    from qms_xlsx.domain.submission import Submission
    from qms_xlsx.steps.reading import Opened

SAMPLES = Path(__file__).parent.parent / "samples"
TRUE_OF_THE_COPY = frozenset(("F501", "F502", "F503", "F504", "F505", "F506", "F507", "S125"))
"""Codes that say truly what the writer did: another format, formulas gone."""
JS = {
    "SheetJS": (
        "const X=require('xlsx');const [out,kind,...files]=process.argv.slice(1);"
        "for(const f of files){const w=X.readFile(f,{cellStyles:true,cellNF:true,cellDates:false});"
        "X.writeFile(w,out+'/'+require('path').parse(f).name+'.'+kind,{cellStyles:true})}"
    ),
    "ExcelJS": (
        "const E=require('exceljs');(async()=>{const [out,kind,...files]=process.argv.slice(1);"
        "for(const f of files){try{const w=new E.Workbook();await w.xlsx.readFile(f);"
        "await w.xlsx.writeFile(out+'/'+require('path').parse(f).name+'.'+kind)}"
        "catch(e){console.error(f,e.message)}}})()"
    ),
}
GNUMERIC = {
    "xlsx": "Gnumeric_Excel:xlsx2",
    "ods": "Gnumeric_OpenCalc:odf",
    "xls": "Gnumeric_Excel:excel_biff8",
}
LIBREOFFICE = {"xlsx": "xlsx:Calc MS Excel 2007 XML", "ods": "ods:calc8", "xls": "xls:MS Excel 97"}

Paths = list[Path]


def _run(command: list[Any]) -> None:
    subprocess.run(command, check=True, capture_output=True)


def libreoffice(kind: str, sources: Paths, out: Path) -> None:
    profile = f"-env:UserInstallation={(out / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", LIBREOFFICE[kind]]
    _run([*command, "--outdir", out, *sources])


def gnumeric(kind: str, sources: Paths, out: Path) -> None:
    for path in sources:
        target = out / f"{path.stem}.{kind}"
        command = ["ssconvert", f"--export-type={GNUMERIC[kind]}", path, target]
        _run(command)


def javascript(library: str, kind: str, sources: Paths, out: Path) -> None:
    command = ["node", "-e", JS[library], out, kind, *sources]
    _run(command)


def saved(sources: Paths, out: Path, **how: Any) -> None:
    """Load and save with openpyxl, with formulas or with their values alone."""
    for path in sources:
        openpyxl.load_workbook(path, **how).save(out / f"{path.stem}.xlsx")


def copied(sources: Paths, out: Path) -> None:
    """Copy the values into a new workbook, cell by cell, as scripts do."""
    for path in sources:
        source, target = openpyxl.load_workbook(path, data_only=True), openpyxl.Workbook()
        target.remove(target.worksheets[0])
        for sheet in source.worksheets:
            copy = target.create_sheet(sheet.title)
            for row in sheet.iter_rows():
                for cell in row:
                    if cell.value is not None:
                        copy[cell.coordinate] = cell.value
        target.save(out / f"{path.stem}.xlsx")


def frames(sources: Paths, out: Path) -> None:
    """Read every sheet into a data frame and write it back."""
    for path in sources:
        how = {"sheet_name": None, "header": None, "dtype": object, "keep_default_na": False}
        sheets = pd.read_excel(path, engine="openpyxl", **how)
        with pd.ExcelWriter(out / f"{path.stem}.xlsx", engine="openpyxl") as writer:
            for name, frame in sheets.items():
                frame.to_excel(writer, sheet_name=name, index=False, header=False)


def writers() -> Iterator[tuple[str, str, Callable[[Paths, Path], None]]]:
    """Yield the writers that are here: name, ending, and how they write."""
    if shutil.which("soffice"):
        for kind in LIBREOFFICE:
            yield "LibreOffice", kind, partial(libreoffice, kind)
    if shutil.which("ssconvert"):
        for kind in GNUMERIC:
            yield "Gnumeric", kind, partial(gnumeric, kind)
    for library, kinds in (("SheetJS", ("xlsx", "xls", "ods")), ("ExcelJS", ("xlsx",))):
        if _has(library):
            for kind in kinds:
                yield library, kind, partial(javascript, library, kind)
    yield "openpyxl", "xlsx", saved
    yield "openpyxl, values", "xlsx", partial(saved, data_only=True)
    yield "openpyxl, copied", "xlsx", copied
    yield "pandas", "xlsx", frames


def _has(library: str) -> bool:
    folder = os.environ.get("NODE_PATH", "")
    return bool(
        folder
        and shutil.which("node")
        and Path(folder, library.lower().replace("sheetjs", "xlsx")).is_dir()
    )


@dataclass
class Tally:
    """What became of the files that one writer wrote."""

    files: int = 0
    entries: int = 0
    lost: int = 0
    changed: int = 0
    unread: int = 0
    false: Counter[str] = field(default_factory=Counter)

    def row(self, name: str, kind: str) -> str:
        said = ", ".join(f"{code} × {count}" for code, count in sorted(self.false.items())) or "0"
        numbers = (self.files, self.entries, self.unread, self.lost, self.changed)
        return f"| {name} | {kind} | {' | '.join(map(str, numbers))} | {said} |"


def entries_of(submission: Submission) -> dict[Any, Any]:
    """Return everything that a form says, by what it is about."""
    found: dict[Any, Any] = {
        (*key, slot): entry.value
        for key, row in submission.entries.items()
        for slot, entry in row.items()
    }
    for code, remark in submission.remarks.items():
        found |= {(code, f.name): v for f in fields(remark) if (v := getattr(remark, f.name))}
    for number, entry in submission.progress.items():
        found |= {
            (number, f.name): v
            for f in fields(entry)
            if f.name != "place" and (v := getattr(entry, f.name)) not in (None, "")
        }
    for n, action in enumerate(submission.actions):
        found |= {
            (n, f.name): v
            for f in fields(action)
            if f.name != "place" and (v := getattr(action, f.name))
        }
    head = ("report_period", "report_date", "prepared_by", "head")
    return found | {key: value for key in head if (value := getattr(submission, key))}


def facts_of(register: Register) -> dict[Any, Any]:
    """Return everything that a register says, by what it is about."""
    found: dict[Any, Any] = {}
    for kind, rows in (
        ("o", register.objectives),
        ("m", register.measures),
        ("d", register.departments),
    ):
        for row in rows:
            own = getattr(row, "code", "") or getattr(row, "number", "")
            found |= {
                (kind, own, f.name): repr(getattr(row, f.name))
                for f in fields(row)
                if f.name not in ("place", "cells")
            }
    return found


class Matrix:
    """The originals as read, and the comparison of copies with them."""

    def __init__(self, originals: dict[Path, Register | None]) -> None:
        self.registers = originals
        opened = {item.path: item for item in open_all(originals)}
        self.read = {path: self.facts(opened[path], path) for path in originals}

    def facts(self, item: Opened, original: Path) -> tuple[dict[Any, Any] | None, Counter[str]]:
        """Return what a file says, and how often each error or warning is found in it."""
        if item.contents is None:
            return None, Counter(f.code for f in item.findings)
        register = self.registers[original]
        if register is None:
            reading = read_register(item.contents)
            found = facts_of(reading.register) if reading.register else None
            findings = [*item.findings, *reading.findings]
        elif is_form(item.contents):
            form = read_form(item.contents, register)
            found = entries_of(form.submission) if form.submission else None
            findings = [*item.findings, *form.findings]
        else:
            return None, Counter(["no form"])
        loud = (f for f in findings if f.severity is not Severity.INFO)
        return found, Counter(f.code for f in loud if f.code not in TRUE_OF_THE_COPY)

    def compare(self, copies: dict[Path, Path]) -> Tally:
        """Return what became of the originals, each with its copy."""
        tally = Tally()
        opened = {item.path: item for item in open_all([c for c in copies.values() if c.exists()])}
        for original, copy in copies.items():
            own, own_findings = self.read[original]
            other, findings = (
                self.facts(opened[copy], original)
                if copy in opened
                else (None, Counter(["not written"]))
            )
            tally.files += 1
            tally.false += findings - own_findings
            if own is None:
                continue
            tally.entries += len(own)
            if other is None:  # refused, or the writer itself could not open the original
                tally.unread += 1
                continue
            tally.lost += sum(key not in other for key in own)
            tally.changed += sum(k in other and not alike(own[k], other[k]) for k in own)
            tally.changed += sum(key not in own for key in other)
            self.tell(copy, own, other)
        return tally

    def tell(self, copy: Path, own: dict[Any, Any], other: dict[Any, Any]) -> None:
        """Print the first differences, to look at (with ROUND_TRIP_TELL set)."""
        if os.environ.get("ROUND_TRIP_TELL"):
            keys = [k for k in own | other if not alike(own.get(k), other.get(k))]
            for key in keys[:3]:
                print(
                    f"    {copy.name}: {key}: {own.get(key)!r} -> {other.get(key)!r}",
                    file=sys.stderr,
                )


def alike(one: Any, other: Any) -> bool:
    if isinstance(one, str) and isinstance(other, str):
        return " ".join(one.split()) == " ".join(other.split())
    return same(one, other)


def originals(folder: Path) -> dict[Path, Register | None]:
    """Return the files to send around, each with the register that it belongs to."""
    found: dict[Path, Register | None] = {}
    for sample in sorted(path for path in SAMPLES.iterdir() if (path / "da-nop").is_dir()):
        register = open_register(sample / "so-muc-tieu.xlsx")[0]
        for path in sorted((sample / "da-nop").glob("*.xlsx")):
            found[shutil.copyfile(path, folder / f"{sample.name}_{path.name}")] = register
    year = init(folder / "nam", 2024, "thuong-lo-2024")
    shutil.copytree(SAMPLES / "thuong-lo-2024" / "da-nop", year.submitted, dirs_exist_ok=True)
    done = run_aggregation(year.root, period=Period.parse("2024-H1"), as_of=date(2024, 6, 20))
    for path in done.returned:
        found[shutil.copyfile(path, folder / f"tra-lai_{path.name}")] = done.aggregate.register
    found[shutil.copyfile(year.register, folder / "so-muc-tieu.xlsx")] = None
    return found


def main() -> None:
    wanted = sys.argv[1:]
    with tempfile.TemporaryDirectory() as folder:
        sources = originals(Path(folder))
        matrix = Matrix(sources)
        print("| writer | format | files | entries | unread | lost | changed | false findings |")
        print("| --- | --- | ---: | ---: | ---: | ---: | ---: | --- |")
        for name, kind, write in writers():
            if wanted and name not in wanted:
                continue
            out = Path(folder, f"{name}-{kind}")
            out.mkdir()
            write(list(sources), out)
            tally = matrix.compare({path: out / f"{path.stem}.{kind}" for path in sources})
            print(tally.row(name, kind), flush=True)


if __name__ == "__main__":
    main()

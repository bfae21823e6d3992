"""A rollup of many offices: seconds of the processor and memory of every process.

python benchmarks/rollup.py [OFFICES]     # 3,321 by default: every commune of the nation

Each office sends the half-year's summary of Thượng Lộ, which says that it is another office's: its
name and its digest are written into a copy.
"""

from __future__ import annotations

import resource
import sys
import tempfile
import time
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

from qms_xlsx.book.digest import DIGEST, digest
from qms_xlsx.book.summary_areas import JUDGED, RUN
from qms_xlsx.domain.period import Period
from qms_xlsx.steps.aggregate import run_aggregation
from qms_xlsx.steps.demo import demo
from qms_xlsx.steps.reading import open_all
from qms_xlsx.steps.rollup import run_rollup

EVERY_COMMUNE = 3_321
STRINGS = "xl/sharedStrings.xml"


def main(arguments: list[str]) -> int:
    count = int(arguments[0]) if arguments else EVERY_COMMUNE
    with tempfile.TemporaryDirectory() as folder:
        offices = Path(folder) / "cac-xa"
        rows = copies(Path(folder), offices, count)
        before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
        begun, clock = time.process_time(), time.monotonic()
        run_rollup([offices], output=Path(folder) / "tinh.xlsx")
        own, wall = time.process_time() - begun, time.monotonic() - clock
    readers = resource.getrusage(resource.RUSAGE_CHILDREN)
    read = readers.ru_utime - before
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(f"{count} offices of {rows} rows: {wall:.0f} s by the clock")
    print(f"processor: {own:.1f} s here, {read:.1f} s in the readers")
    print(f"memory: {most / 1024:.0f} MB here, {readers.ru_maxrss / 1024:.0f} MB a reader")
    return 0


def copies(work: Path, target: Path, count: int) -> int:
    """Write so many offices' summaries, a folder each, and return how many rows each has."""
    root = demo(work / "MTCL").workspace.root
    run = run_aggregation(root, period=Period.parse("2024-H1"), output=work / "mau.xlsx")
    if run.summary is None:
        raise AssertionError(root)
    contents = next(open_all([run.summary])).contents
    if contents is None:
        raise AssertionError(run.summary)
    about = {key: row.cells["value"].value for key, row in contents.of(RUN.name)[0].by_key().items()
             if "value" in row.cells}  # fmt: skip
    own = [row for row in contents.of(JUDGED)[0].rows if row.key.startswith("/")]
    rows = [{key: cell.value for key, cell in row.cells.items()} for row in own]
    with ZipFile(run.summary) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    for number in range(count):
        name = f"UBND xã số {number:04}"
        told = digest({**about, "organisation": name}, rows)
        path = target / f"{number:04}" / "tong-hop.xlsx"
        path.parent.mkdir(parents=True)
        texts = parts[STRINGS].replace(str(about[DIGEST]).encode(), told.encode())
        texts = texts.replace(f"<t>{about['organisation']}</t>".encode(), f"<t>{name}</t>".encode())
        with ZipFile(path, "w", ZIP_DEFLATED, compresslevel=1) as archive:
            for part, data in parts.items():
                archive.writestr(part, texts if part == STRINGS else data)
    return len(rows)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

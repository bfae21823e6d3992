"""Five years of Thượng Lộ in one place: does the fifth year cost more than the first?

python benchmarks/five_years.py [years]

Every year its departments hand in the sample's forms of the half-year and of the year (figures of
later years are illustrative: a case fewer a year that was done in time), both periods are added up
and closed, and the next year's folder is made. Prints seconds of the processor (another program's
load does not count) and sizes, a line a year.
"""

from __future__ import annotations

import resource
import sys
import tempfile
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from qms_xlsx.domain.period import Period
from qms_xlsx.steps.aggregate import run_aggregation
from qms_xlsx.steps.close import close
from qms_xlsx.steps.entries import typed_entries
from qms_xlsx.steps.forms import make_forms
from qms_xlsx.steps.init import init
from qms_xlsx.steps.next_year import turn_year
from qms_xlsx.steps.reading import open_all, open_register
from qms_xlsx.write.form import write_form

if TYPE_CHECKING:
    from qms_xlsx.book.keys import CellKey
    from qms_xlsx.steps.workspace import Workspace

SAMPLE = "thuong-lo-2024"
SUBMITTED = Path(__file__).parent.parent / "samples" / SAMPLE / "da-nop"
FIRST, WHY = 2024, "Chốt theo hạn báo cáo"
ROUNDS = {"6thang": ("H1", (6, 14), (6, 20)), "nam": ("", (11, 28), (12, 2))}
"""The sample's forms of a round: their period, the day they bear, the day they are added up."""
COLUMNS = ("forms", "aggregate 6T", "close 6T", "aggregate", "close", "next-year")
Given = TypeVar("Given")


class Clock:
    """Remembers what each step of a year took of the processor, its readers' share included."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}

    def __call__(self, name: str, step: Callable[[], Given]) -> Given:
        """Return what a step gives."""
        start = spent()
        given = step()
        self.seconds[name] = spent() - start
        return given


def spent() -> float:
    """Return the seconds of the processor that this program and its readers have used."""
    used = map(resource.getrusage, (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(own.ru_utime + own.ru_stime for own in used)


def main(arguments: list[str]) -> int:
    count = int(arguments[0]) if arguments else 5
    typed = {path.stem: entries_of(path) for path in sorted(SUBMITTED.iterdir())}
    print("year  " + "".join(f"{name:>14}" for name in COLUMNS) + "    folder  summary   record")
    with tempfile.TemporaryDirectory() as base:
        workspace = init(Path(base) / f"MTCL-{FIRST}", FIRST, SAMPLE)
        for year in range(FIRST, FIRST + count):
            clock = Clock()
            play(workspace, year, typed, clock)
            turn = partial(turn_year, workspace.root, as_of=date(year + 1, 1, 20))
            turned = clock("next-year", turn)
            print(row(workspace, year, clock))
            workspace = turned.workspace
    return 0


def play(
    workspace: Workspace, year: int, typed: dict[str, dict[CellKey, object]], clock: Clock
) -> None:
    """Let a year pass: forms out, in, added up and closed, at its half and at its end."""
    clock("forms", lambda: make_forms(workspace.root, as_of=date(year, 1, 10)))
    for form_name, (part, bears, added) in ROUNDS.items():
        half = " 6T" if part else ""
        period = Period.parse(f"{year}-{part}".rstrip("-"))
        day = date(year, *added)
        hand_in(workspace, year, typed, form_name, date(year, *bears))
        run = partial(run_aggregation, workspace.root, period=period, as_of=day)
        clock(f"aggregate{half}", run)
        keep = partial(close, workspace.root, period, as_of=day, despite=WHY)
        clock(f"close{half}", keep)


def hand_in(
    workspace: Workspace,
    year: int,
    typed: dict[str, dict[CellKey, object]],
    form_name: str,
    day: date,
) -> None:
    """Hand in the sample's forms of a round as they would be in this year."""
    register, _ = open_register(workspace.register)
    part = ROUNDS[form_name][0]
    head = {"report_period": Period.parse(f"{year}-{part}".rstrip("-")).label, "report_date": day}
    for department in register.departments:
        entries = typed.get(f"{department.code}_{form_name}")
        if entries is None:
            continue
        own = {key: later(key, value, year - FIRST) for key, value in entries.items()}
        own |= {key: head[key.row] for key in entries if key.area == "form" and key.row in head}
        name = f"{department.code}_{form_name}.xlsx"
        write_form(register, department.code, workspace.submitted / name, earlier=own)


def later(key: CellKey, value: object, years: int) -> object:
    """Return a figure as it is some years later: a case fewer a year that was done in time."""
    done = key.area == "results" and key.row.endswith(":numerator")
    return max(value - years, 0) if done and isinstance(value, float) else value


def entries_of(path: Path) -> dict[CellKey, object]:
    contents = next(open_all([path])).contents
    return typed_entries(contents) if contents else {}


def row(workspace: Workspace, year: int, clock: Clock) -> str:
    """Return a year's line: seconds of each step, and what it takes on the disk."""
    seconds = "".join(f"{clock.seconds[name]:>12.2f} s" for name in COLUMNS)
    whole = workspace.closed / str(year)
    summary = next(whole.glob("tong-hop-*.xlsx"))
    sizes = (size(workspace.root), size(summary), size(whole / "so-lieu.json"))
    return f"{year}  {seconds}" + "".join(f"{kilobytes / 1024:>6.0f} kB" for kilobytes in sizes)


def size(path: Path) -> int:
    """Return the bytes of a file, or of everything below a folder."""
    files = path.rglob("*") if path.is_dir() else (path,)
    return sum(own.stat().st_size for own in files if own.is_file())


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

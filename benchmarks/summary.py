"""Judging and the summary alone, of so many departments: memory and seconds, without reading.

python benchmarks/summary.py [DEPARTMENTS] [--objects]      # 3,000 by default

Thượng Lộ's forms are read once; every department's reading is made of its model's as a reading
process would have handed it over. Memory is what the process holds after each step, and the most.
With --objects it is told by the lines that took it, which is slow.
"""

from __future__ import annotations

import resource
import sys
import tempfile
import time
import tracemalloc
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).parent))

from aggregate import MODELS, SAMPLE, make_register, wanted

from qms_xlsx.domain.closing import Settled
from qms_xlsx.domain.period import Period
from qms_xlsx.intake.reader import Reader
from qms_xlsx.read.checked import Checked, check
from qms_xlsx.read.read_back import read_back
from qms_xlsx.read.written import written
from qms_xlsx.steps.aggregate import evaluate, write_run
from qms_xlsx.steps.intake import Intake
from qms_xlsx.steps.kept import Kept
from qms_xlsx.steps.reading import Opened, open_all, open_register, register_in
from qms_xlsx.steps.workspace import Workspace
from qms_xlsx.write.data_file import write_data

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qms_xlsx.domain.register import Register

PERIOD, DAY = Period.parse("2024"), date(2024, 12, 15)


def readings() -> dict[str, bytes]:
    """Return what was read of each model's form at the year's end, as it travels."""
    register, _ = open_register(SAMPLE / "so-muc-tieu.xlsx")
    paths = {model: SAMPLE / "da-nop" / f"{model}_nam.xlsx" for model in MODELS}
    with Reader(partial(check, register, None)) as reader:
        checked = zip(paths, reader.read_all(paths.values()), strict=True)
        return {m: written(c, paths[m].name) for m, c in checked if isinstance(c, Checked)}


def forms_of(register: Register) -> Iterator[tuple[Opened, str]]:
    """Yield every department's form as read, and whose it is."""
    models = readings()
    for number, department in enumerate(register.departments):
        model = MODELS[number % len(MODELS)]
        name = f"{department.code}_nam.xlsx"
        body = models[model].replace(f'"{model}"'.encode(), f'"{department.code}"'.encode())
        own = read_back(body, name)
        path = Path(name)
        yield Opened(path, name, None, own.findings, own.size, own.sha256, own.form), name


def take_in(workspace: Workspace) -> Intake:
    [register_file] = open_all([workspace.register])
    register, findings = register_in(register_file)
    opened = {name: form for form, name in forms_of(register)}
    own = {name: wanted(item.form) for name, item in opened.items()}
    received = tuple(wanted(form.submission) for form in own.values())
    return Intake(
        workspace=workspace,
        register=register,
        findings=findings,
        register_file=register_file,
        opened=opened,
        readings=own,
        received=received,
        closed=(),
        settled=Settled(received),
        kept=Kept(workspace.kept, ""),
    )


def main() -> None:
    count = next((int(word) for word in sys.argv[1:] if word.isdigit()), 3_000)
    objects = "--objects" in sys.argv
    with tempfile.TemporaryDirectory() as folder:
        workspace = Workspace(Path(folder) / "MTCL")
        workspace.make_folders()
        make_register(workspace, count)
        if objects:
            tracemalloc.start()
        begun, told = time.process_time(), held()
        print(f"{count} departments; before: {told:.0f} MiB, most {most():.0f}")
        taken = take_in(workspace)
        begun, told = step("forms as read", begun, told, count)
        run = evaluate(taken, PERIOD, DAY)
        begun, told = step("judged", begun, told, count)
        path = Path(folder) / "tong-hop.xlsx"
        if objects:
            tracemalloc.reset_peak()
            print(*tracemalloc.take_snapshot().statistics("lineno")[:40], sep="\n")
        write_run(run, workspace.submitted, path)
        begun, told = step("summary written", begun, told, count)
        data = path.with_suffix(".csv")
        write_data(run.aggregate, data)
        step("every figure written", begun, told, count)
        for made in (path, data):
            print(f"{made.name}: {made.stat().st_size / 2**20:.1f} MiB")


def step(name: str, begun: float, before: float, count: int) -> tuple[float, float]:
    now, told = time.process_time(), held()
    more, memory = 1024 * (told - before) / count, f"most {most():.0f} MiB"
    print(f"{name}: {now - begun:.1f} s, {told:.0f} MiB held, +{more:.0f} KiB each, {memory}",
          flush=True)  # fmt: skip
    return now, told


def held() -> float:
    """Return the MiB that the process holds now."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * resource.getpagesize() / 2**20


def most() -> float:
    """Return the most MiB that the process has held."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main()

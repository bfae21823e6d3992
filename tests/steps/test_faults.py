"""A few of the faults of benchmarks/faults.py, which plays them all; and two runs at once."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from qms_xlsx.cli import main
from qms_xlsx.steps.aggregate import run_aggregation
from tests.faults import COMMANDS, UNPLAYED
from tests.year_folders import H1_2024, digests, year_folder

if TYPE_CHECKING:
    from collections.abc import Iterator

pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="plays with Linux's processes"),
    pytest.mark.untraced,
]
ROOT = Path(__file__).parents[2]
PLAY = """
import sys
from pathlib import Path
from tests.faults import COMMANDS, FAULTS, Trial, year
home, work = Path(sys.argv[1]) / "home", Path(sys.argv[1]) / "work" / "x"
home.mkdir()
year(home, small=True)
for name in sys.argv[2:]:
    trial = Trial.of(name, home, work)
    for number, fault in enumerate(FAULTS, 1):
        print(*trial.play(work, fault, trial.calls[fault] * number // 5), sep="\\n", end="")
    print(*trial.fill(work, 2_000), sep="\\n", end="")
"""
TWICE = {"demo"}
"""Commands made of the others, with a sample's whole office: the benchmark plays them."""


def test_every_command_has_its_faults_or_a_reason() -> None:
    assert {*COMMANDS, *UNPLAYED} == set(main.commands)
    assert not COMMANDS.keys() & UNPLAYED.keys()


def test_a_fault_in_the_middle_of_any_command_loses_nothing(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", PLAY, tmp_path, *(name for name in COMMANDS if name not in TWICE)],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (done.stdout.strip(), done.returncode) == ("", 0), done.stdout + done.stderr


def started(root: Path, *more: str) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "qms_xlsx", "aggregate", root, "--period", "2024-H1",
               "--as-of", "2024-06-20", *more]  # fmt: skip
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)


def ended(runs: list[subprocess.Popen[bytes]]) -> Iterator[tuple[int, str]]:
    for run in runs:
        out, err = run.communicate()
        yield run.returncode, (out + err).decode()


def test_of_runs_at_once_one_works_and_the_others_say_so(tmp_path: Path) -> None:
    workspace = year_folder(tmp_path / "MTCL", forms=["QS_6thang.xlsx", "VH-XH_6thang.xlsx"])
    outcomes = list(ended([started(workspace.root) for _ in range(3)]))
    assert {status for status, _ in outcomes} <= {1, 2}
    assert any(status == 1 for status, _ in outcomes)
    assert all("Một lượt chạy khác" in text for status, text in outcomes if status == 2)
    seen = visible(workspace.root)
    run_aggregation(workspace.root, period=H1_2024, as_of=run_day())
    assert visible(workspace.root) == seen


def visible(root: Path) -> dict[str, str]:
    return {name: digest for name, digest in digests(root).items() if not name.startswith(".")}


def run_day() -> object:
    from datetime import date

    return date(2024, 6, 20)


def test_a_clock_that_jumps_changes_nothing(tmp_path: Path) -> None:
    workspace = year_folder(tmp_path / "MTCL", forms=["QS_6thang.xlsx", "VH-XH_6thang.xlsx"])
    run_aggregation(workspace.root, period=H1_2024, as_of=run_day())
    seen = visible(workspace.root)
    for number, path in enumerate(sorted(workspace.root.rglob("*"))):
        os.utime(path, (0, 0) if number % 2 else (4_000_000_000, 4_000_000_000))
    again = run_aggregation(workspace.root, period=H1_2024, as_of=run_day())
    assert again.spared == ()
    assert visible(workspace.root) == seen

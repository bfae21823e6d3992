"""Reading on a Dask cluster: the same figures to the byte, and a lost machine loses nothing."""

from __future__ import annotations

import os
import shutil
from datetime import date
from typing import TYPE_CHECKING

import dask
import pytest
from click.testing import CliRunner
from distributed import LocalCluster

from qms_xlsx.cli import main
from qms_xlsx.intake import cluster as clusters
from qms_xlsx.intake.book import Refused
from qms_xlsx.intake.cluster import ClusterReader, NoClusterError
from qms_xlsx.steps.aggregate import run_aggregation
from tests.intake.misbehaving import ends_its_machine, misbehaves
from tests.patience import PATIENCE
from tests.year_folders import H1_2024, SAMPLES, THUONG_LO, digests, year_folder

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

DAY = date(2024, 6, 20)
FORM = SAMPLES / THUONG_LO / "da-nop" / "QS_6thang.xlsx"


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    """A cluster of two machines, which are processes here."""
    with (
        dask.config.set(
            {
                "distributed.scheduler.allowed-failures": 1,
                "distributed.comm.timeouts.connect": PATIENCE,
                "distributed.comm.timeouts.tcp": PATIENCE,
            }
        ),
        LocalCluster(
            n_workers=2, threads_per_worker=1, dashboard_address=None, silence_logs=50
        ) as cluster,
    ):
        yield cluster.scheduler_address


@pytest.fixture(autouse=True)
def patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """A busy machine answers late."""
    monkeypatch.setattr(clusters, "_PATIENCE", PATIENCE)


def files(folder: Path, *names: str) -> list[Path]:
    folder.mkdir()
    return [shutil.copyfile(FORM, folder / f"{name}.xlsx") for name in names]


def test_a_cluster_gives_the_same_figures_to_the_byte(tmp_path: Path, address: str) -> None:
    written = {}
    for where in ("", address):
        workspace = year_folder(tmp_path / ("there" if where else "here"))
        (workspace.submitted / "bom.xlsx").write_bytes(b"PK\x03\x04" + bytes(2_000))
        run = run_aggregation(workspace.root, period=H1_2024, as_of=DAY, cluster=where)
        kept = {name: sha for name, sha in digests(workspace.root).items() if "tong-hop/" in name}
        written[where] = (run.as_json(), kept)
    assert written[""] == written[address]


def test_a_file_that_kills_its_reader_costs_that_file_only(tmp_path: Path, address: str) -> None:
    given = files(tmp_path / "a", "killed", "good", "aborts")
    with ClusterReader(address) as reader:
        [killed, good, aborts] = reader.read_as(misbehaves, given)
    assert good == "good"
    assert isinstance(killed, Refused)
    assert isinstance(aborts, Refused)


@pytest.mark.parametrize("marks", [["home", "once"], ["home"]], ids=["once", "again and again"])
def test_a_lost_machine_loses_nothing(
    tmp_path: Path, address: str, marks: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clusters, "_BATCH", 2)
    given = files(tmp_path / "a", "first", "second", "third", "last")
    for mark in marks:
        (tmp_path / "a" / mark).write_text(str(os.getpid()))
    with ClusterReader(address) as reader:
        answers = list(reader.read_as(ends_its_machine, given))
    assert answers == [path.name for path in given]


def test_a_machine_that_does_not_see_the_folder_is_told(tmp_path: Path, address: str) -> None:
    with ClusterReader(address) as reader, pytest.raises(NoClusterError, match="nowhere"):
        list(reader.read_as(misbehaves, [tmp_path / "nowhere" / "a.xlsx"]))


def test_a_machine_with_another_version_is_told(
    tmp_path: Path, address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace = year_folder(tmp_path / "x", forms=["QS_6thang.xlsx"])
    monkeypatch.setattr(clusters, "__version__", "9.9.9")
    told = CliRunner().invoke(main, ["aggregate", str(workspace.root), "--dask", address])
    assert told.exit_code == 2
    assert "≠ 9.9.9" in told.stderr
    assert not list(workspace.root.glob("tong-hop/*"))


def test_a_cluster_that_nobody_answers_for_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace = year_folder(tmp_path / "x", forms=["QS_6thang.xlsx"])
    monkeypatch.setattr(clusters, "_PATIENCE", "1s")
    there = "tcp://127.0.0.1:9"
    told = CliRunner().invoke(main, ["aggregate", str(workspace.root), "--dask", there])
    assert told.exit_code == 2
    assert there in told.stderr
    assert "--dask" in told.stderr

"""The folder of a year: made once, locked while a run writes."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

import pytest

from qms_xlsx.steps.workspace import StepError, Workspace
from qms_xlsx.write.files import write_whole


def test_a_new_folder_has_its_five_parts(tmp_path: Path) -> None:
    Workspace.create(tmp_path / "MTCL-2024")
    names = sorted(path.name for path in (tmp_path / "MTCL-2024").iterdir())
    assert names == ["bieu-mau", "da-nop", "nhac-viec", "tong-hop", "tra-lai"]


def test_a_folder_in_use_is_refused_and_left_alone(tmp_path: Path) -> None:
    (tmp_path / "thu.txt").write_text("của tôi")
    with pytest.raises(StepError, match="đang có dữ liệu"):
        Workspace.create(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["thu.txt"]


def test_a_folder_without_a_register_says_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(StepError, match="qms-xlsx init"):
        Workspace.at(tmp_path)


def test_two_runs_do_not_mix_and_the_message_names_the_other(tmp_path: Path) -> None:
    workspace = Workspace.create(tmp_path / "a")
    with workspace.locked(), pytest.raises(StepError, match=str(os.getpid())), workspace.locked():
        pass
    with workspace.locked():  # free again
        pass
    assert not list(workspace.root.glob(".*"))


@pytest.mark.parametrize("content", ["999999999", "", "rác"])
def test_a_stale_lock_is_taken_over(tmp_path: Path, content: str) -> None:
    workspace = Workspace.create(tmp_path / "a")
    lock = workspace.root / ".qms-xlsx.lock"
    lock.write_text(content)
    with workspace.locked():
        assert lock.read_text() == str(os.getpid())


def test_what_a_killed_run_left_is_removed_and_nothing_else(tmp_path: Path) -> None:
    workspace = Workspace.create(tmp_path / "a")
    folders = (workspace.forms, workspace.returned, workspace.summaries, workspace.reminders)
    for folder in folders:
        with suppress(KeyboardInterrupt), write_whole(folder / "tong-hop-2024-H1.xlsx") as half:
            left = folder / half.name
            kept = half.rename(tmp_path / "kept")  # as if the process were gone
            raise KeyboardInterrupt
        kept.rename(left)
    own = {".cua-toi-abcd1234.xlsx", ".~lock.tong-hop.xlsx#", "so.qms-abcd1234.xlsx", ".qms.xlsx"}
    for name in own:
        (workspace.summaries / name).write_text("của tôi")
    handed_in = workspace.submitted / left.name
    handed_in.write_text("của bộ phận")
    with workspace.locked():
        assert {path.name for path in workspace.summaries.iterdir()} == own
        assert handed_in.exists()
    assert not any(path.name == left.name for folder in folders for path in folder.iterdir())


def test_an_old_lock_of_a_reused_process_number_is_taken_over(tmp_path: Path) -> None:
    workspace = Workspace.create(tmp_path / "a")
    lock = workspace.root / ".qms-xlsx.lock"
    lock.write_text(str(os.getpid()))
    os.utime(lock, (0, 0))
    with workspace.locked():
        pass
    assert not lock.exists()


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may write anywhere")
def test_a_read_only_folder_says_so(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(StepError, match="Không ghi được"):
        Workspace.create(tmp_path / "a")


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("so-muc-tieu.xlsx", "đầu vào"),
        ("tong-hop/../so-muc-tieu.xlsx", "đầu vào"),
        ("da-nop/VP.xlsx", "đầu vào"),
        ("da-nop/thang-6/VP.xlsx", "đầu vào"),
        ("tong-hop/bao-cao.pdf", r"\.xlsx"),
        ("tong-hop", r"\.xlsx"),
    ],
)
def test_a_summary_never_takes_the_place_of_an_input(tmp_path: Path, name: str, said: str) -> None:
    workspace = Workspace.create(tmp_path / "n")
    with pytest.raises(StepError, match=said):
        workspace.refuse_as_output(workspace.root / name)
    workspace.refuse_as_output(workspace.summaries / "bao-cao.xlsx")

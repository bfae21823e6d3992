"""The folder of a year: its names, and one run at a time in it."""

from __future__ import annotations

import os
import subprocess
import sys
from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest

from qms_xlsx.domain.period import Period
from qms_xlsx.steps.init import init
from qms_xlsx.steps.trouble import StepError
from qms_xlsx.steps.workspace import Workspace
from qms_xlsx.write.files import write_whole


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    made = Workspace(tmp_path / "a")
    made.make_folders()
    return made


def test_a_folder_without_a_register_says_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(StepError, match="qms-xlsx init"):
        Workspace.at(tmp_path)


def test_names_are_safe_on_every_system(workspace: Workspace) -> None:
    assert workspace.form("VP/TK", 2024).name == "VP-TK-2024.xlsx"
    assert workspace.return_copy("con").name == "con_.xlsx"
    assert workspace.return_copy("A.").name == "A-.xlsx"
    assert workspace.note("../x", Period.parse("2024-H1"), ".txt").name == "---x-2024-H1.txt"
    assert workspace.summary(Period.parse("2024-06"), date(2024, 7, 1)).name == (
        "tong-hop-2024-06-20240701.xlsx"
    )
    assert len(workspace.form("Ộ" * 500, 2024).name.encode()) < 200


def test_two_runs_do_not_mix_and_the_lock_leaves_no_trace(workspace: Workspace) -> None:
    with (
        workspace.locked(),
        pytest.raises(StepError, match="Một lượt chạy khác"),
        workspace.locked(),
    ):
        pass
    with workspace.locked():  # free again
        pass
    assert not list(workspace.root.glob(".*"))


HOLDS = """
import os, signal, sys
from pathlib import Path
from qms_xlsx.steps.workspace import Workspace
with Workspace(Path(sys.argv[1])).locked():
    print("locked", flush=True)
    os.kill(os.getpid(), signal.SIGKILL if sys.argv[2] == "killed" else signal.SIGSTOP)
"""


@pytest.mark.skipif(os.name == "nt", reason="needs signals")
def test_a_lock_is_free_when_its_run_is_dead_and_held_while_it_sleeps(workspace: Workspace) -> None:
    command = [sys.executable, "-c", HOLDS, workspace.root]
    assert subprocess.run([*command, "killed"], check=False, capture_output=True).stdout
    with workspace.locked():
        pass
    with subprocess.Popen([*command, "stopped"], stdout=subprocess.PIPE) as asleep:
        assert asleep.stdout is not None
        try:
            asleep.stdout.readline()
            with pytest.raises(StepError, match="Một lượt chạy khác"), workspace.locked():
                pass
        finally:
            asleep.kill()


def folder(path: Path) -> None:
    path.mkdir()


def loop(path: Path) -> None:
    path.symlink_to(path)


def elsewhere(path: Path) -> None:
    path.symlink_to(path.parent.parent / "elsewhere.txt")


@pytest.mark.skipif(os.name == "nt", reason="needs links")
@pytest.mark.parametrize("name", ["lock", "written"])
@pytest.mark.parametrize("put", [folder, loop, elsewhere])
def test_what_a_stranger_put_in_place_of_our_own_files_is_refused_kindly(
    workspace: Workspace, name: str, put: object
) -> None:
    state = workspace.root / ".qms-xlsx"
    state.mkdir()
    put(state / name)  # type: ignore[operator]
    with suppress(StepError), workspace.locked() as outputs:
        path = workspace.forms / "a.xlsx"
        assert outputs.write(path, lambda new: new.write_text("mới")) is None
        assert outputs.spared
        assert not path.exists()
    assert not (workspace.root / "elsewhere.txt").exists()


@pytest.mark.skipif(os.name == "nt", reason="needs pipes")
@pytest.mark.parametrize("name", ["lock", "written"])
def test_a_pipe_in_place_of_our_own_files_stops_nobody_for_ever(
    workspace: Workspace, name: str
) -> None:
    (workspace.root / ".qms-xlsx").mkdir()
    os.mkfifo(workspace.root / ".qms-xlsx" / name)
    with workspace.locked() as outputs:
        outputs.write(workspace.forms / "a.xlsx", lambda new: new.write_text("mới"))


@pytest.mark.parametrize(
    "content", [b"", b"\xff\xfe", b"[" * 200_000, b"0" * 64 + b' "a"\n' * 3, b"0" * 64 + b' "\\"']
)
def test_a_spoilt_memory_of_what_we_wrote_is_none(workspace: Workspace, content: bytes) -> None:
    (workspace.root / ".qms-xlsx").mkdir()
    (workspace.root / ".qms-xlsx" / "written").write_bytes(content)
    with workspace.locked() as outputs:
        path = outputs.write(workspace.forms / "a.xlsx", lambda new: new.write_text("mới"))
    assert path == workspace.forms / "a.xlsx"


def test_what_a_killed_run_left_is_removed_and_nothing_else(
    workspace: Workspace, tmp_path: Path
) -> None:
    folders = (workspace.root, workspace.forms, workspace.returned, workspace.summaries,
               workspace.reminders)  # fmt: skip
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


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may write anywhere")
def test_a_read_only_folder_says_so(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(StepError, match="Không ghi được"):
        init(tmp_path / "a", 2024)


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
def test_a_summary_never_takes_the_place_of_an_input(
    workspace: Workspace, name: str, said: str
) -> None:
    with pytest.raises(StepError, match=said):
        workspace.refuse_as_output(workspace.root / name)
    workspace.refuse_as_output(workspace.summaries / "bao-cao.xlsx")

"""Outputs appear whole or not at all."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from qms_xlsx.write.files import write_whole


def leftovers(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_the_new_file_takes_the_old_ones_place(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_text("old")
    with write_whole(path) as temporary:
        temporary.write_text("new")
        assert path.read_text() == "old"
    assert (path.read_text(), leftovers(tmp_path)) == ("new", ["a.xlsx"])


@pytest.mark.parametrize("step", ["write", "fsync", "replace", "chmod"])
def test_a_failure_at_any_step_leaves_the_old_file_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    path = tmp_path / "a.xlsx"
    path.write_text("old")

    def fail(*_: Any, **__: Any) -> None:
        raise OSError(28, "No space left on device")

    if step == "fsync":
        monkeypatch.setattr(os, "fsync", fail)
    elif step != "write":
        monkeypatch.setattr(Path, step, fail)

    def write() -> None:
        with write_whole(path) as temporary:
            temporary.write_text("new")
            if step == "write":
                fail()

    with pytest.raises(OSError, match="No space left"):
        write()
    monkeypatch.undo()
    assert (path.read_text(), leftovers(tmp_path)) == ("old", ["a.xlsx"])


@pytest.mark.skipif(os.name == "nt", reason="needs signals")
def test_a_process_killed_while_writing_leaves_the_old_file_whole(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_text("old")
    script = (
        "import os, signal, sys; from pathlib import Path; from qms_xlsx.write.files import write_whole\n"
        "with write_whole(Path(sys.argv[1])) as t:\n"
        "    t.write_text('half'); os.kill(os.getpid(), signal.SIGKILL)"
    )
    done = subprocess.run([sys.executable, "-c", script, str(path)], check=False)
    assert done.returncode == -signal.SIGKILL
    assert path.read_text() == "old"

"""The starters: what a double click runs, on Windows and elsewhere."""

from __future__ import annotations

import os
import subprocess
from typing import TYPE_CHECKING

import pytest

from qms_xlsx.steps.init import init
from qms_xlsx.steps.next_year import turn_year
from qms_xlsx.steps.starter import ELSEWHERE, WINDOWS, for_windows
from tests.year_folders import year_folder

if TYPE_CHECKING:
    from pathlib import Path


def program(folder: Path, name: str) -> None:
    """Put a program on the way that says how it was called."""
    folder.mkdir(exist_ok=True)
    (folder / name).write_text('#!/bin/sh\nprintf "%s|" "$(basename "$0")" "$@"\n')
    (folder / name).chmod(0o755)


def started(folder: Path, way: Path) -> subprocess.CompletedProcess[str]:
    environment = {"PATH": f"{way}:/usr/bin:/bin", "HOME": str(way.parent)}
    command = [str(folder / ELSEWHERE)]
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False)


def test_a_new_folder_has_both(tmp_path: Path) -> None:
    folder = init(tmp_path / "MTCL-2024", 2024).root
    assert (folder / WINDOWS).read_bytes() == for_windows().encode()
    assert os.access(folder / ELSEWHERE, os.X_OK)


def test_the_next_years_folder_has_both(tmp_path: Path) -> None:
    turned = turn_year(year_folder(tmp_path / "MTCL-2024", forms=["none"]).root)
    assert {WINDOWS, ELSEWHERE} <= {path.name for path in turned.workspace.root.iterdir()}


@pytest.mark.parametrize("name", ["MTCL 2024", "MTCL (2)", "Mục tiêu 'A' & \"B\" $(x)", "-n"])
def test_an_installed_program_is_started_with_the_folder(tmp_path: Path, name: str) -> None:
    folder, way = init(tmp_path / name, 2024).root, tmp_path / "bin"
    program(way, "qms-xlsx")
    program(way, "uvx")
    assert started(folder, way).stdout == f"qms-xlsx|app|{folder}|"


def test_else_uv_brings_it(tmp_path: Path) -> None:
    folder, way = init(tmp_path / "MTCL", 2024).root, tmp_path / "bin"
    program(way, "uvx")
    assert started(folder, way).stdout == f"uvx|--from|qms-xlsx[app]|qms-xlsx|app|{folder}|"


def test_uv_is_found_where_its_installer_puts_it(tmp_path: Path) -> None:
    folder, way = init(tmp_path / "MTCL", 2024).root, tmp_path / "bin"
    (tmp_path / ".local").mkdir()
    program(tmp_path / ".local" / "bin", "uvx")
    assert started(folder, way).stdout.startswith("uvx|--from|")


def test_where_neither_is_there_it_says_what_to_do(tmp_path: Path) -> None:
    folder, way = init(tmp_path / "MTCL", 2024).root, tmp_path / "bin"
    done = started(folder, way)
    assert done.returncode == 1
    assert "Nhờ cán bộ CNTT" in done.stdout


def test_a_program_that_lies_in_the_folder_is_not_run(tmp_path: Path) -> None:
    folder, way = init(tmp_path / "MTCL", 2024).root, tmp_path / "bin"
    program(folder, "qms-xlsx")
    assert "Nhờ cán bộ CNTT" in started(folder, way).stdout
    text = for_windows()
    looked_for = text.index("where qms-xlsx")
    assert text.index("NoDefaultCurrentDirectoryInExePath") < looked_for
    assert text.index("cd /d") < looked_for


def test_the_windows_starter_is_written_as_cmd_reads_it() -> None:
    lines = for_windows().split("\r\n")
    assert "\n" not in "".join(lines)
    assert lines[:2] == ["@echo off", "chcp 65001 >nul"]
    labels = {line[1:] for line in lines if line.startswith(":")}
    aims = {line.rpartition("goto ")[2] for line in lines if "goto " in line}
    assert aims <= labels
    assert (
        'qms-xlsx app "%~dp0."' in lines
    )  # a folder's last sign \\ would hide the quote behind it
    said = [line for line in lines if line.startswith("echo ")]
    assert not [line for line in said if set(line) & set("&|<>^%")]

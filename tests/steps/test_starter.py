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
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text('#!/bin/sh\nprintf "%s|" "$(basename "$0")" "$@"\n')
    (folder / name).chmod(0o755)


WHEEL = {"QMS_XLSX_WHL": "/chung/qms_xlsx-0.2.0-py3-none-any.whl"}


def started(folder: Path, way: Path, **more: str) -> subprocess.CompletedProcess[str]:
    environment = {"PATH": f"{way}:/usr/bin:/bin", "HOME": str(way.parent), **more}
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


@pytest.mark.parametrize("where", ["bin", ".local/bin"], ids=["on the way", "uv's own place"])
def test_else_uv_brings_it_from_where_the_office_keeps_it(tmp_path: Path, where: str) -> None:
    folder, way = init(tmp_path / "MTCL", 2024).root, tmp_path / "bin"
    program(tmp_path / where, "uvx")
    assert started(folder, way, **WHEEL).stdout == (
        f"uvx|--from|{WHEEL['QMS_XLSX_WHL']}[app]|qms-xlsx|app|{folder}|"
    )


def test_a_program_that_uv_installed_is_found_before_the_way_knows_it(tmp_path: Path) -> None:
    folder, way = init(tmp_path / "MTCL", 2024).root, tmp_path / "bin"
    program(tmp_path / ".local" / "bin", "qms-xlsx")
    assert started(folder, way).stdout == f"qms-xlsx|app|{folder}|"


def test_nothing_is_fetched_by_a_name_that_anybody_could_take(tmp_path: Path) -> None:
    folder, way = init(tmp_path / "MTCL", 2024).root, tmp_path / "bin"
    program(way, "uvx")
    assert "Nhờ cán bộ CNTT" in started(folder, way).stdout
    assert '--from "%QMS_XLSX_WHL%[app]"' in for_windows()
    assert for_windows().count("--from") == 1


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
    # A folder's last sign \\ would hide the quote behind it.
    assert '"%MTCL%" app "%~dp0."' in lines
    said = [line for line in lines if line.startswith("echo ")]
    assert not [line for line in said if set(line) & set("&|<>^%")]

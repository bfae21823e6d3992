"""Names that steer a terminal, break a calendar's lines or no system can spell: said, never obeyed."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
import vobject
from openpyxl import load_workbook

from qms_xlsx.steps.validate import validate
from tests.faults import small_year

DIRT = "\x1b[31mđỏ\x1b[0m\nBEGIN:VEVENT\r\nX-A:1\x07\u202ehết"
NAMES = re.compile(">(UBND xã Thử|Văn phòng|Mở lớp dạy nghề)<".encode())
WHEN = ("--period", "2021-H1", "--as-of", "2021-06-20")
UTF8 = {**os.environ, "PYTHONIOENCODING": "utf-8"}
linux = pytest.mark.skipif(sys.platform != "linux", reason="names of this kind are Linux's")


def run(*arguments: object) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "qms_xlsx", *map(str, arguments)]
    return subprocess.run(command, check=False, capture_output=True, env=UTF8)


def dirty(register: Path) -> None:
    """Type line breaks and controls into the names of the office, a department and a measure."""
    with zipfile.ZipFile(register) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    dirt = "".join(c if c >= " " else f"_x{ord(c):04X}_" for c in DIRT)
    with zipfile.ZipFile(register, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, NAMES.sub(rb">\1 " + dirt.encode() + b"<", data))


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the year of an office of two departments; nobody changes it."""
    return small_year(tmp_path_factory.mktemp("xã"))


@pytest.fixture
def year(office: Path, tmp_path: Path) -> Path:
    return shutil.copytree(office, tmp_path / "MTCL")


class TestControlsInNames:
    @pytest.fixture
    def year(self, year: Path) -> Path:
        dirty(year / "so-muc-tieu.xlsx")
        return year

    @pytest.mark.parametrize("command", ["forms", "validate", "readings", "aggregate", "remind"])
    def test_no_command_obeys_them(self, year: Path, command: str) -> None:
        done = run(command, year, *(WHEN if command in ("aggregate", "remind") else ()))
        assert done.returncode in (0, 1), done.stderr.decode()
        printed = (done.stdout + done.stderr).decode()
        assert printed
        assert not {"\x1b", "\x07", "\u202e"} & set(printed)

    def test_a_calendar_has_no_event_that_a_name_made(self, year: Path) -> None:
        run("remind", year, *WHEN)
        [path] = (year / "nhac-viec").glob("*.ics")
        calendar = vobject.readOne(path.read_text("utf-8"))
        assert len(calendar.vevent_list) == path.read_bytes().count(b"\r\nBEGIN:VEVENT")
        assert all("UBND" not in event.summary.value for event in calendar.vevent_list)
        assert "UBND xã Thử" in calendar.x_wr_calname.value
        assert not hasattr(calendar, "x_a")

    def test_a_form_bears_the_name_on_one_line(self, year: Path) -> None:
        run("forms", year)
        [form] = (year / "bieu-mau").glob("VP*.xlsx")
        title = load_workbook(form).properties.title
        assert "Văn phòng [31mđỏ[0m BEGIN:VEVENT" in title
        assert "\n" not in title


@linux
class TestFileNames:
    @pytest.fixture
    def year(self, year: Path) -> Path:
        """Let a form and a text bear names that are no UTF-8, and steer a terminal."""
        folder = os.fsencode(year / "da-nop")
        shutil.move(folder + b"/TC.xlsx", folder + b"/\xff\x1b[31m\n.xlsx")
        Path(os.fsdecode(folder + b"/\xe9.xlsx")).write_bytes(b"none")
        return year

    @pytest.mark.parametrize("shape", ["text", "json"])
    def test_a_form_under_any_name_is_read_and_named(self, year: Path, shape: str) -> None:
        done = run("aggregate", year, *WHEN, "--format", shape)
        assert done.returncode == 1, done.stderr.decode()
        printed = done.stdout.decode()
        assert "\x1b" not in printed
        shown = r"\udcff\x1b[31m\n.xlsx"
        assert (shown if shape == "text" else shown.replace("\\", r"\\")) in printed
        [copy] = (year / "tra-lai").glob("*.xlsx")
        assert copy.name == "TC.xlsx"

    def test_a_name_with_a_backslash_is_not_mistaken_for_one_that_was_escaped(
        self, year: Path
    ) -> None:
        shutil.copy(year / "da-nop" / "VP.xlsx", year / "da-nop" / r"\xe9.xlsx")
        told = [file.path for file in validate([year]).files]
        assert len(told) == len(set(told)) == 5

    def test_a_path_too_long_to_open_costs_that_file(self, year: Path) -> None:
        deep = year / "da-nop"
        here = os.open(deep, os.O_RDONLY)
        while len(str(deep)) < 4_000:
            name = "x" * min(200, 4_080 - len(str(deep)))
            os.mkdir(name, dir_fd=here)
            here, deep = os.open(name, os.O_RDONLY, dir_fd=here), deep / name
        os.close(os.open("y" * 100 + ".xlsx", os.O_CREAT | os.O_WRONLY, dir_fd=here))
        told = {file.path: file.findings for file in validate([year]).files}
        [lost] = [findings for path, findings in told.items() if path.endswith("y.xlsx")]
        assert [finding.code for finding in lost] == ["F101"]
        assert len(told) == 5

    @pytest.mark.parametrize("name", ["a" * 300 + ".xlsx", "a/" * 3_000])
    def test_a_name_too_long_for_the_system_is_refused_among_others(
        self, year: Path, name: str
    ) -> None:
        told = validate([year / "da-nop" / "VP.xlsx", year / name]).files
        assert [[f.code for f in file.findings] for file in told] == [[], ["F101"]]
        assert run("aggregate", year / name).returncode == 2


@linux
@pytest.mark.parametrize("arguments", [
    ("validate",), ("aggregate", "--format", "json"), ("remind",), ("--help",),
])  # fmt: skip
def test_an_output_closed_early_is_no_traceback(year: Path, arguments: tuple[str, ...]) -> None:
    command = [sys.executable, "-m", "qms_xlsx", *arguments]
    with subprocess.Popen(
        command, cwd=year, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=UTF8
    ) as running:
        assert running.stdout is not None
        running.stdout.close()
        assert running.stderr is not None
        assert running.stderr.read() == b""
    assert running.returncode in (0, 1, 2)

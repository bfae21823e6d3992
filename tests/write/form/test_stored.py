"""What stands beside a formula is what a program works out."""

from __future__ import annotations

import math
from datetime import date
from functools import partial
from random import Random
from typing import TYPE_CHECKING
from zipfile import ZipFile

import pytest
from python_calamine import CalamineWorkbook

from qms_xlsx.domain.finding import Code, Excludes, Finding, Place, Severity
from qms_xlsx.steps.reading import open_register
from qms_xlsx.write.form import write_form
from qms_xlsx.write.review import Review
from tests.libreoffice import by_gnumeric
from tests.write.form.office import recalculated
from tests.write.form.parity_cases import OWN, YEAR, parity_register, random_fill
from tests.year_folders import SAMPLES

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from qms_xlsx.domain.register import Register

pytestmark = pytest.mark.untraced

REGISTERS = sorted(SAMPLES.glob("*/so-muc-tieu.xlsx"))
ENGINES = {
    "LibreOffice, vi-VN": partial(recalculated, locale="vi-VN"),
    "Gnumeric": by_gnumeric,
}


@pytest.fixture(scope="module")
def forms(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Return forms of every kind of row and of every department of the samples, some filled."""
    folder, random = tmp_path_factory.mktemp("stored"), Random(1)  # noqa: S311
    return [
        _form(register, department, folder / f"{number}-{department}.xlsx", random)
        for number, (register, department) in enumerate(_departments())
    ]


def _departments() -> Iterator[tuple[Register, str]]:
    yield parity_register(), OWN
    for path in REGISTERS:
        register = open_register(path)[0]
        for department in register.departments:
            if register.owned(department.code):
                yield register, department.code


def _form(register: Register, department: str, path: Path, random: Random) -> Path:
    period = random.choice(("6 tháng đầu năm {}", "Năm {}", "{}-Q3", "tháng nào đó {}"))
    earlier = {
        ("form", "report_period", "value"): period.format(register.year),
        ("form", "report_date", "value"): date(YEAR + 1, 1, 15),
        ("form", "prepared_by", "value"): 'Nguyễn Thị "Hoa"',
    }
    if random.random() < 0.8:
        earlier |= random_fill(register, random, department)
    write_form(register, department, path, earlier=earlier, review=Review([_FINDING]))
    return path


_FINDING = Finding(Code("X1", "x", Severity.WARNING, Excludes.NOTHING, "Thiếu.", "Ghi."), Place())


@pytest.mark.parametrize("engine", ENGINES)
def test_what_is_stored_beside_each_formula_is_what_a_program_works_out(
    forms: list[Path], tmp_path: Path, engine: str
) -> None:
    compared, wrong = 0, []
    for path, again in zip(forms, ENGINES[engine](forms, tmp_path), strict=True):
        for place, stored, worked_out in _values(path, again):
            compared += 1
            if not _same(stored, worked_out):
                wrong.append(f"{path.name} {place}: stored {stored!r}, worked out {worked_out!r}")
    assert compared > 10_000
    assert not wrong, f"{len(wrong)} of {compared}:\n" + "\n".join(wrong[:40])


def _values(stored: Path, again: Path) -> Iterator[tuple[str, object, object]]:
    one, other = (CalamineWorkbook.from_path(str(path)) for path in (stored, again))
    assert one.sheet_names == other.sheet_names
    for name in one.sheet_names:
        sheets = [
            book.get_sheet_by_name(name).to_python(skip_empty_area=False) for book in (one, other)
        ]
        for row in range(max(map(len, sheets))):
            cells = [sheet[row] if row < len(sheet) else [] for sheet in sheets]
            for column in range(max(map(len, cells))):
                values = [line[column] if column < len(line) else "" for line in cells]
                yield f"{name} row {row + 1}, column {column + 1}", *values


def _same(stored: object, worked_out: object) -> bool:
    if isinstance(stored, int | float) and isinstance(worked_out, int | float):
        return math.isclose(stored, worked_out, rel_tol=1e-11, abs_tol=1e-12)
    if isinstance(stored, str) and isinstance(worked_out, str) and "/" in stored:
        return _halves(stored) == _halves(worked_out)
    return stored == worked_out


def _halves(text: str) -> list[str]:
    """Return "36,5/40" as its numbers: Gnumeric writes them with a point, and not always shortly."""
    halves = [half.strip().replace(",", ".") for half in text.split("/")]
    return [f"{float(half):.12g}" if half.replace(".", "").isdigit() else half for half in halves]


def test_no_formula_of_a_form_is_left_without_its_result(forms: list[Path]) -> None:
    for path in forms[:3]:
        with ZipFile(path) as archive:
            sheets = [
                archive.read(name).decode() for name in archive.namelist() if "/sheet" in name
            ]
        text = "".join(sheets)
        assert text.count("</f>") > 40
        assert text.count("</f><v>") == text.count("</f>")

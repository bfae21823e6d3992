"""Thượng Lộ with very many departments: where a program takes no more, nothing ever comes.

The limits are patched down in proportion: what does not grow from 36 to 42 departments with them
does not grow from 1,000 to 10,000.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook

from qms_xlsx.codes.catalogue import finding
from qms_xlsx.domain.finding import Place
from qms_xlsx.domain.period import Period
from qms_xlsx.domain.source import Source
from qms_xlsx.domain.submission import Remark
from qms_xlsx.judge import aggregate
from qms_xlsx.read.form import read_form
from qms_xlsx.say import facts
from qms_xlsx.steps.reading import open_all
from qms_xlsx.write.summary import (
    actions_sheet,
    departments_sheet,
    matrix_sheet,
    page,
    write_summary,
)
from tests.year_folders import SAMPLES, THUONG_LO, sample_register

if TYPE_CHECKING:
    from pathlib import Path

    from qms_xlsx.domain.submission import Submission

FEW, MANY = 36, 42
YEAR, DAY = Period.parse("2024"), sample_register().due_year
PER_DEPARTMENT = {"Bộ phận", "Khắc phục", "Phát hiện", "Nguồn"}
"""The sheets that have a row a department, a form, a finding or an action."""
PATCHES = (
    (facts, "EACH_DEPARTMENT", 10),
    (departments_sheet, "MOST", 5),
    (matrix_sheet, "MOST", 10),
    (actions_sheet, "_EACH", 3),
)


@dataclass(frozen=True)
class Size:
    """What a program takes only so much of."""

    rows: dict[str, int]
    columns: dict[str, int]
    styles: int
    longest: int
    texts: frozenset[str]


@cache
def forms() -> dict[str, Submission]:
    """Return Thượng Lộ's forms at the year's end, by department."""
    register, found = sample_register(), {}
    paths = sorted((SAMPLES / THUONG_LO / "da-nop").glob("*_nam.xlsx"))
    for item in open_all(paths):
        assert item.contents is not None
        form = read_form(item.contents, register).submission
        assert form is not None
        found[form.department] = form
    return found


def written(count: int, path: Path) -> Size:
    """Return the size of the summary of so many departments, each copied of one of the sample's."""
    known = forms()
    models = [d for d in sample_register().departments if d.code in known]
    departments, submissions = [], []
    for number in range(count):
        model = models[number % len(models)]
        code = f"{model.code}-{number}"
        departments.append(replace(model, code=code, name=f"{model.name} {number}", aliases=()))
        own = known[model.code]
        said = {c: Remark(cause=f"Nguyên nhân của {code}" * 4) for c, _ in own.entries}
        submissions.append(replace(own, department=code, path=f"{code}.xlsx", remarks=said))
    register = replace(sample_register(), departments=tuple(departments))
    done = aggregate(register, submissions, YEAR, DAY)
    findings = [finding("F101", Place(s.path), reason="x") for s in submissions]
    sources = [Source(path=s.path, kind="form", department=s.department) for s in submissions]
    write_summary(done, findings, sources, path, data_file="a.csv")
    return size(path)


def size(path: Path) -> Size:
    book = load_workbook(path)
    with ZipFile(path) as archive:
        parts = {name: archive.read(name).decode() for name in archive.namelist()}
    assert not [name for name, part in parts.items() if "<hyperlink" in part]  # only formulas
    (styles,) = re.findall(r'<cellXfs count="(\d+)"', parts["xl/styles.xml"])
    texts = [
        c.value for s in book for row in s.iter_rows() for c in row if isinstance(c.value, str)
    ]
    return Size(
        {sheet.title: sheet.max_row for sheet in book},
        {sheet.title: sheet.max_column for sheet in book},
        int(styles),
        max(map(len, texts)),
        frozenset(texts),
    )


@pytest.fixture(autouse=True)
def in_proportion(monkeypatch: pytest.MonkeyPatch) -> None:
    for module, name, value in PATCHES:
        monkeypatch.setattr(module, name, value)


def test_only_lists_grow_with_the_departments(tmp_path: Path) -> None:
    few, many = (written(n, tmp_path / f"{n}.xlsx") for n in (FEW, MANY))
    grown = {name for name, rows in many.rows.items() if rows > few.rows[name]}
    assert grown == PER_DEPARTMENT
    assert many.columns == few.columns
    assert many.styles <= few.styles + 8  # a figure may need a decimal more
    assert max(few.longest, many.longest) < 2_000


def test_a_list_ends_before_its_sheet_does_and_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(page, "MOST_ROWS", 15)
    cut = written(MANY, tmp_path / "a.xlsx")
    assert "Trang này đã đầy: phần còn lại không ghi được ở đây." in cut.texts
    assert all(15 < cut.rows[name] < 15 + 6 for name in PER_DEPARTMENT)  # headings may still follow

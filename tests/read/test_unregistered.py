"""Without a register a form's cells are told as with it, and nothing is made up."""

from __future__ import annotations

import pytest

from qms_xlsx.read.form import is_form, read_form
from qms_xlsx.read.unregistered import cell_findings
from qms_xlsx.steps.reading import open_all
from tests.rules.office import form, office
from tests.year_folders import NAMES, SAMPLES, sample_register

BY_THE_YEAR = {"V301"}
"""A slot has begun or not by the register's rule of periods."""


@pytest.mark.parametrize("sample", NAMES)
def test_the_cells_of_every_sample_are_told_alike(sample: str) -> None:
    register = sample_register(sample)
    for opened in open_all(sorted((SAMPLES / sample / "da-nop").glob("*.xlsx"))):
        if (contents := opened.contents) is None or not is_form(contents):
            continue
        known = read_form(contents, register)
        told = {(f.code, f.place) for f in known.findings if f.code[0] == "V"}
        alone = cell_findings(contents)
        if known.submission:
            wanted = {one for one in told if one[0] not in BY_THE_YEAR}
            assert {(f.code, f.place) for f in alone if f.code[0] == "V"} == wanted
            assert {f.code for f in alone} <= {f.code for f in known.findings}


@pytest.mark.parametrize(
    ("typed", "codes"),
    [
        ({"M-2:value.h1": "nhiều"}, {"V111"}),
        ({"M-2:value.h1": "98,5"}, {"V103"}),
        ({"M-1:numerator.h1": 9.0, "M-1:denominator.h1": 8.0}, {"V201"}),
        ({"M-1:numerator.h1": 9.0}, {"V202"}),
        ({"M-2:value.h1": 3.0}, set()),
    ],
)
def test_what_a_cell_holds_wrongly_is_told(typed: dict[str, object], codes: set[str]) -> None:
    found = {finding.code for finding in cell_findings(form(typed))}
    known = {f.code for f in read_form(form(typed), office()).findings}
    assert codes <= known
    assert found >= codes
    assert found <= known


def test_a_form_without_a_head_or_rows_is_no_failure() -> None:
    assert cell_findings(form(head={"department": "", "year": "năm nay", "organisation": ""})) == []

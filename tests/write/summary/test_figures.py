"""Each figure of Mục tiêu is the result's own, unrounded."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from qms_xlsx.domain.status import Status
from qms_xlsx.judge.results import Result
from tests.write.summary.office import OBJECTIVES, result, summary, with_rows

FIGURES = st.none() | st.floats(0, 1e12, allow_subnormal=False)
LEAVES = [o.code for o in OBJECTIVES[1:]]
COLUMNS = {"year_target": 3, "period_target": 4, "actual": 5}
STATUS = 10


@st.composite
def results(draw: st.DrawFn) -> list[Result]:
    return [
        result(
            code,
            status=draw(st.sampled_from(Status)),
            comparator=draw(st.sampled_from([">=", "<=", "<", ">", "=", None])),
            provisional=draw(st.booleans()),
            **{key: draw(FIGURES) for key in COLUMNS},
        )
        for code in LEAVES
    ]


@settings(max_examples=15)
@given(results())
def test_figures_and_statuses_equal_the_results(rows):
    with TemporaryDirectory() as folder:
        path = summary(Path(folder), with_rows(*rows), findings=(), sources=())
        book = CalamineWorkbook.from_path(str(path))
        sheet = book.get_sheet_by_name("Mục tiêu").to_python(skip_empty_area=False)
    shown = {row[0]: row for row in sheet}
    for own in rows:
        line = shown[own.objective.number]
        for key, column in COLUMNS.items():  # a workbook keeps sixteen digits
            value = getattr(own, key)
            assert line[column] == ("" if value is None else pytest.approx(value, rel=1e-15))
        assert line[STATUS] == own.status.shown

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from qms_xlsx.read.form import read_form
from qms_xlsx.steps.reading import open_all
from qms_xlsx.write.form import write_form
from tests.write.form.office import recalculated
from tests.write.form.register_helper import small_register

if TYPE_CHECKING:
    from pathlib import Path

TYPED = {
    ("form", "report_period", "value"): "2024-H1",
    ("form", "report_date", "value"): date(2024, 6, 14),
    ("results", "5a:numerator", "t1"): 7,
    ("results", "5a:denominator", "t1"): 8.5,
    ("results", "6:value", "q1"): "KPS",
    ("results", "8:answer", "h1"): "Có",
    ("progress", "I.1", "state"): "hoàn thành",
    ("progress", "I.1", "done_on"): date(2024, 3, 5),
    ("actions", "1", "action"): "Tập huấn lại",
}


@pytest.mark.parametrize("kind", ["xlsx", "ods", "xls"])
def test_a_form_saved_by_libreoffice_reads_as_it_was_typed(tmp_path: Path, kind: str) -> None:
    register = small_register()
    write_form(register, "VP", tmp_path / "form.xlsx", earlier=TYPED)
    saved = recalculated([tmp_path / "form.xlsx"], tmp_path / kind, kind=kind)
    plain, again = (
        read_form(opened.contents, register).submission
        for opened in open_all([tmp_path / "form.xlsx", *saved])
        if opened.contents is not None
    )
    assert plain is not None
    assert again is not None
    values = [
        {key: {slot: entry.value for slot, entry in row.items()} for key, row in s.entries.items()}
        for s in (plain, again)
    ]
    assert values[0] == values[1]
    assert sum(len(row) for row in values[0].values()) == 4
    assert (again.report_date, str(again.report_period)) == (date(2024, 6, 14), "2024-H1")
    assert again.progress["I.1"].done_on == date(2024, 3, 5)
    assert [action.action for action in again.actions] == ["Tập huấn lại"]

"""The page *Tháng này*: what became of each file, which row a cell is of, what is set aside."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from qms_xlsx.app.month import _due
from qms_xlsx.domain.indicator import Indicator
from qms_xlsx.domain.period import Cadence, slots_of
from qms_xlsx.steps.reading import open_register
from qms_xlsx.steps.setting_aside import set_aside
from qms_xlsx.steps.trouble import StepError
from tests.app.browser import Browser, visible
from tests.form_filler import hand_in
from tests.year_folders import year_folder

if TYPE_CHECKING:
    from pathlib import Path

    from qms_xlsx.steps.workspace import Workspace

PERIOD, DAY = ("form", "report_period", "value"), ("form", "report_date", "value")


def sent(office: Workspace, name: str, day: int, figure: object, part: str = "numerator") -> str:
    """Hand in a department's form with one figure; returns its name in da-nop/."""
    register = open_register(office.register)[0]
    own = next(o for o in register.indicators if o.pair and register.owners[o.code])
    department = register.owners[own.code][0]
    form = office.form(department, register.year)
    typed = {
        PERIOD: "6 tháng đầu năm 2024",
        DAY: date(2024, 6, day),
        ("results", f"{own.code}:{part}", slots_of(own.cadence)[0].key): figure,
    }
    hand_in(form, office.submitted / name, typed)
    return f"da-nop/{name}"


@pytest.fixture
def window(tmp_path: Path) -> Browser:
    office = year_folder(tmp_path / "MTCL-2024", forms=["none"])
    window = Browser.at(office.root)
    window.post("bieu-mau")
    return window


def test_a_replaced_form_says_so_and_its_errors_are_not_counted(window: Browser) -> None:
    office = window.desk.workspace
    sent(office, "truoc.xlsx", 10, "nhiều")
    newer = sent(office, "sau.xlsx", 12, 5)
    window.post("kiem-tra")
    said = visible(window.get("thang-nay").text)
    assert f"Đã thay bằng {newer}" in said
    assert "Không đếm các bản đã có bản mới hơn thay thế" in said
    (older,) = (f for f in window.desk.outcomes.validation.files if f.path.endswith("truoc.xlsx"))
    assert any(one.severity.value == "error" for one in older.findings)


def test_an_error_names_the_row_that_its_cell_is_of(window: Browser) -> None:
    office = window.desk.workspace
    sent(office, "loi.xlsx", 10, "nhiều")
    window.post("kiem-tra")
    register = window.desk.register()
    own = next(o for o in register.indicators if o.pair and register.owners[o.code])
    text = window.get("thang-nay").text.partition("loi.xlsx")[2]
    assert f"{own.number.rstrip('.')}. {own.name[:30]}" in visible(text)


def test_a_file_that_is_no_form_is_set_aside_and_kept(window: Browser) -> None:
    office = window.desk.workspace
    junk = office.submitted / "bảng tự kẻ.xlsx"
    junk.write_bytes(b"PK\x03\x04 khong phai bieu mau")
    good = sent(office, "tot.xlsx", 10, 5)
    window.post("kiem-tra")
    answer = window.post("de-rieng", {"file": good})
    assert "Chỉ để riêng được tệp không nhận" in visible(answer.text)
    window.post("de-rieng", {"file": "da-nop/bảng tự kẻ.xlsx"})
    assert not junk.exists()
    (kept,) = office.set_aside.iterdir()
    assert kept.read_bytes().startswith(b"PK")
    said = visible(window.get("thang-nay").text)
    assert "1 tệp đã để riêng" in said
    assert "✖ Không nhận" not in said


@pytest.mark.parametrize("name", ["so-muc-tieu.xlsx", "../x", "da-nop/../so-muc-tieu.xlsx", ""])
def test_only_what_lies_in_the_folder_of_forms_is_set_aside(window: Browser, name: str) -> None:
    with pytest.raises(StepError):
        set_aside(window.desk.workspace.root, name)


def test_a_second_file_of_a_name_takes_a_second_name(window: Browser) -> None:
    office = window.desk.workspace
    for text in (b"mot", b"hai"):
        (office.submitted / "x.xlsx").write_bytes(text)
        set_aside(office.root, "da-nop/x.xlsx")
    kept = {path.name: path.read_bytes() for path in office.set_aside.iterdir()}
    assert kept == {"x.xlsx": b"mot", "x (2).xlsx": b"hai"}


def test_a_form_of_a_closed_period_says_that_its_figures_stand(window: Browser) -> None:
    office = window.desk.workspace
    sent(office, "truoc.xlsx", 10, 5)
    closing = {"period": "2024-H1", "as_of": "2024-06-20", "despite": "đã duyệt"}
    window.post("chot-ky/chot", closing)
    sent(office, "sau.xlsx", 18, 5)
    window.post("kiem-tra")
    text = window.get("thang-nay").text.partition('data-path="da-nop/sau.xlsx"')[2]
    assert "6 tháng đầu năm 2024 đã chốt" in visible(text.partition("</summary>")[0])


@pytest.mark.parametrize(
    ("rhythm", "day", "period"),
    [("half", date(2024, 3, 1), "2024-H1"), ("half", date(2024, 6, 20), "2024-H1"),
     ("half", date(2024, 9, 1), "2024-H1"), ("half", date(2024, 12, 5), "2024"),
     ("half", date(2025, 2, 1), "2024"), ("quarter", date(2024, 11, 1), "2024-Q3"),
     ("year", date(2024, 9, 1), "2024"), ("month", date(2024, 9, 1), "2024-08")],
)  # fmt: skip
def test_the_period_that_is_offered_keeps_the_rhythm_of_the_office(
    tmp_path: Path, rhythm: str, day: date, period: str
) -> None:
    office = year_folder(tmp_path / "MTCL-2024", forms=["none"])
    register = open_register(office.register)[0]
    rows = tuple(
        replace(o, cadence=Cadence(rhythm)) if isinstance(o, Indicator) else o
        for o in register.objectives
    )
    assert str(_due(replace(register, objectives=rows), day)) == period

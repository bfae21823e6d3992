from __future__ import annotations

from datetime import date
from random import Random
from typing import TYPE_CHECKING
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook

from qms_xlsx import say
from qms_xlsx.book import resources
from qms_xlsx.read.form import read_form
from qms_xlsx.steps.reading import open_all
from qms_xlsx.write.form import TemplateError, write_form
from tests.write.form.office import recalculated
from tests.write.form.parity_cases import OWN, parity_register, random_fill
from tests.write.form.register_helper import small_register
from tests.write.form.restyling import restyled
from tests.write.form.shown import shown_results

if TYPE_CHECKING:
    from pathlib import Path

    from openpyxl.worksheet.worksheet import Worksheet

SHOWN = ("result", "period_target", "attainment", "status", "_coverage", "h1", "year")


@pytest.mark.untraced
def test_a_restyled_template_gives_the_same_figures_statuses_and_entries(tmp_path: Path) -> None:
    register = parity_register()
    earlier = {
        **random_fill(register, Random(7)),  # noqa: S311
        ("form", "report_date", "value"): date(2025, 1, 15),
        ("form", "report_period", "value"): "6 tháng đầu năm 2024",
    }
    paths = [tmp_path / "plain.xlsx", tmp_path / "restyled.xlsx"]
    templates = [None, restyled(tmp_path / "template.xlsx")]
    for path, template in zip(paths, templates, strict=True):
        write_form(register, OWN, path, template=template, earlier=earlier)
    rows, entries = [], []
    saved = recalculated(paths, tmp_path)
    for path, opened in zip(saved, open_all(saved), strict=True):
        assert opened.contents is not None
        rows.append({k: [r.get(key) for key in SHOWN] for k, r in shown_results(path).items()})
        submission = read_form(opened.contents, register).submission
        assert submission is not None
        entries.append({key: {slot: entry.value for slot, entry in row.items()}
                        for key, row in submission.entries.items()})  # fmt: skip
    assert len(rows[0]) > 200
    assert rows[0] == rows[1]
    assert entries[0] == entries[1]


def test_a_restyled_template_keeps_its_fonts_and_sheet_names(tmp_path: Path) -> None:
    template = restyled(tmp_path / "template.xlsx")
    write_form(small_register(), "VP", tmp_path / "form.xlsx", template=template)
    workbook = load_workbook(tmp_path / "form.xlsx")
    assert workbook.sheetnames[:6] == [
        "Hướng dẫn", "KH của UB'ND", "Khắc phục", "Số liệu năm (1)", "Ký nộp", "Bản in",
    ]  # fmt: skip
    fonts = {cell.font.name for row in workbook["Số liệu năm (1)"].iter_rows(min_row=7)
             for cell in row if cell.value}  # fmt: skip
    assert fonts == {"Arial"}


def _changed(tmp_path: Path, change: object) -> Path:
    workbook = load_workbook(resources.template(resources.FORM_TEMPLATE))
    change(workbook)  # type: ignore[operator]
    workbook.save(tmp_path / "mau.xlsx")
    return tmp_path / "mau.xlsx"


def _find(sheet: Worksheet, value: str) -> object:
    return next(cell for row in sheet.iter_rows() for cell in row if cell.value == value)


def _swap_months(workbook: object) -> None:
    sheet = workbook["Kết quả"]  # type: ignore[index]
    third, fourth = _find(sheet, "t3"), _find(sheet, "t4")
    third.value, fourth.value = "t4", "t3"  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (_swap_months, "T1, T2, T3"),
        (lambda w: w.copy_worksheet(w["Kế hoạch"]), "#qms:progress:1"),
        (lambda w: w.remove(w["Khắc phục"]), "#qms:actions:1"),
        (lambda w: setattr(_find(w["Kết quả"], "status"), "value", None), "Đánh giá"),
        (lambda w: setattr(_find(w["Ký nộp"], "head"), "value", None), "head"),
    ],
)
def test_a_template_that_cannot_be_filled_is_refused_by_name(
    tmp_path: Path, change: object, words: str
) -> None:
    with pytest.raises(TemplateError, match=words):
        write_form(small_register(), "VP", tmp_path / "f.xlsx", template=_changed(tmp_path, change))
    assert not (tmp_path / "f.xlsx").exists()


@pytest.mark.parametrize("name", ["mau.xlsx", "mau.doc", "mau"])
def test_a_file_that_is_no_workbook_is_refused_as_template(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"not a workbook")
    with pytest.raises(TemplateError, match=name):
        write_form(small_register(), "VP", tmp_path / "f.xlsx", template=tmp_path / name)


def test_what_of_a_template_cannot_be_kept_is_told(tmp_path: Path) -> None:
    template = _changed(tmp_path, lambda workbook: None)
    with ZipFile(template, "a") as archive:
        archive.writestr("xl/media/image1.png", b"")
        archive.writestr("xl/drawings/drawing9.xml", b"<x/>")
    told = write_form(small_register(), "VP", tmp_path / "f.xlsx", template=template)
    assert len(told) == 2
    assert all("mau.xlsx" in say.text(text, "vi") for text in told)

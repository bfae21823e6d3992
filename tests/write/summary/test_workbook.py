"""The workbook as a whole: sheets, bytes, text that stays text, print set-up."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import warnings
from dataclasses import replace
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook

from qms_xlsx.domain.status import Status
from qms_xlsx.language.messages import Message
from qms_xlsx.write.summary import Source
from qms_xlsx.write.summary import provenance_sheet as provenance
from tests.write.summary.office import (
    AGGREGATE,
    FORM,
    OBJECTIVES,
    REGISTER,
    RESULTS,
    SOURCES,
    SUBMISSION,
    opened,
    result,
    summary,
    table,
    texts,
    with_rows,
)

SHEETS = [
    "Tổng quan",
    "Mục tiêu",
    "Bộ phận",
    "Ma trận",
    "Kế hoạch",
    "Khắc phục",
    "Xem xét",
    "Phát hiện",
    "Dữ liệu",
    "Nguồn",
]
HOSTILE = [
    "=1+1",
    '=HYPERLINK("http://x")',
    "+1",
    "-1",
    "@SUM(A1)",
    "http://x.vn",
    "{=1}",
    "internal:A1",
]


def test_the_sheets_stand_in_the_order_in_which_a_leader_reads(tmp_path):
    assert opened(tmp_path).sheetnames == SHEETS


def test_a_reader_opens_it_without_a_warning(tmp_path):
    path = summary(tmp_path, previous=AGGREGATE)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        load_workbook(path)


def test_same_inputs_give_the_same_bytes(tmp_path):
    first = summary(tmp_path / "a", previous=AGGREGATE).read_bytes()
    assert summary(tmp_path / "b", previous=AGGREGATE).read_bytes() == first


def test_another_process_with_another_hash_seed_gives_the_same_bytes(tmp_path):
    own = summary(tmp_path / "own").read_bytes()
    code = f"from tests.write.summary.office import Path, summary; summary(Path({str(tmp_path)!r}))"
    environment = os.environ | {"PYTHONHASHSEED": "7", "PYTHONPATH": os.pathsep.join(sys.path)}
    subprocess.run([sys.executable, "-c", code], check=True, env=environment)
    assert (tmp_path / "tong-hop" / "tong-hop.xlsx").read_bytes() == own


@pytest.mark.parametrize("text", HOSTILE)
def test_text_from_a_form_is_text_whatever_it_begins_with(tmp_path, text):
    hostile = replace(OBJECTIVES[1], name=text, target=text, number=text)
    row = replace(RESULTS[1], objective=hostile, cause=text, remedy=text, why=Message("w"))
    register = replace(
        REGISTER,
        organisation=text,
        objectives=(hostile,),
        departments=tuple(replace(d, name=text) for d in REGISTER.departments),
        measures=tuple(replace(m, measure=text, lead=text) for m in REGISTER.measures),
    )
    aggregate = with_rows(row, register=register)
    sources = [replace(SOURCES[1], path=text, remark=Message("{text}", {"text": text}))]
    book = opened(tmp_path, aggregate, sources=sources, folder=tmp_path)
    kinds = {
        cell.data_type
        for sheet in book
        for line in sheet.iter_rows()
        for cell in line
        if cell.value
    }
    assert "f" not in kinds
    assert all(not sheet._hyperlinks for sheet in book)
    assert text in texts(book["Mục tiêu"])


def test_text_too_long_for_a_cell_is_cut_and_the_cut_is_reported(tmp_path):
    book = opened(tmp_path, with_rows(replace(RESULTS[1], cause="x" * 40_000)))
    long = [text for text in texts(book["Mục tiêu"]) if text.startswith("xxx")]
    assert [len(text) for text in long] == [32_767]
    assert long[0].endswith("…")
    assert any("'Mục tiêu'!K" in text for text in texts(book["Nguồn"]))


def test_surrogate_halves_and_emoji_do_not_damage_the_file(tmp_path):
    book = opened(tmp_path, with_rows(replace(RESULTS[1], cause="\ud800" + "😀" * 20_000)))
    (text,) = (t for t in texts(book["Mục tiêu"]) if "😀" in t)
    assert len(text.encode("utf-16-le")) // 2 <= 32_767


def test_every_sheet_prints_on_a4_landscape_with_its_font_in_the_footer(tmp_path):
    for sheet in opened(tmp_path):
        setup = sheet.page_setup
        assert (setup.paperSize, setup.orientation) == (9, "landscape")
        parts = (sheet.oddFooter.left, sheet.oddFooter.center, sheet.oddFooter.right)
        assert [part.font for part in parts] == ["Times New Roman,Regular"] * 3
        assert sheet.oddFooter.center.text.strip() == "Trang &P/&N"
        assert sheet.print_area


def test_every_table_keeps_its_headings_in_sight_and_repeats_them_in_print(tmp_path):
    book = opened(tmp_path)
    for name in SHEETS[1:6] + SHEETS[7:]:
        assert book[name].freeze_panes, name
        assert book[name].print_title_rows, name


def test_all_text_is_times_new_roman(tmp_path):
    fonts = {c.font.name for s in opened(tmp_path) for row in s.iter_rows() for c in row if c.value}
    assert fonts == {"Times New Roman"}


def test_no_number_can_show_as_hashes(tmp_path):
    figures = [
        cell
        for sheet in opened(tmp_path)
        for row in sheet.iter_rows()
        for cell in row
        if isinstance(cell.value, int | float) and not cell.is_date
    ]
    assert figures
    assert all(cell.alignment.shrink_to_fit for cell in figures)


def test_the_chart_has_a_title_an_alternative_text_and_its_statuses_colours(tmp_path):
    with ZipFile(summary(tmp_path)) as archive:
        chart = archive.read("xl/charts/chart1.xml").decode()
        drawing = archive.read("xl/drawings/drawing1.xml").decode()
    assert "Chỉ tiêu theo đánh giá" in chart
    assert chart.count("<c:dPt>") == len(Status)
    assert re.search(r'descr="Biểu đồ vành khuyên, 7 chỉ tiêu theo đánh giá\. Vượt: 1;', drawing)


def test_a_failing_run_leaves_the_old_file_as_it_was(tmp_path, monkeypatch):
    path = summary(tmp_path)
    before = path.read_bytes()
    monkeypatch.setattr(provenance, "write", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        summary(tmp_path)
    assert path.read_bytes() == before
    assert [p.name for p in path.parent.iterdir()] == [path.name]


def test_an_office_without_anything_still_gets_a_summary(tmp_path):
    register = replace(
        REGISTER,
        departments=(),
        objectives=(),
        measures=(),
        parent_organisation="",
        decision_number="",
        decision_date=None,
        signer_title="",
        place="",
    )
    reporting = replace(AGGREGATE.reporting, expected=(), received=(), on_time=None, due=None)
    empty = with_rows(register=register, measures=(), reporting=reporting, submissions=())
    book = opened(tmp_path, empty, findings=(), sources=())
    assert book.sheetnames == SHEETS
    assert "Không có việc gì cần chú ý." in texts(book["Tổng quan"])


def test_a_province_with_many_departments_gets_a_matrix_of_several_pages(tmp_path):
    many = tuple(replace(REGISTER.departments[0], code=f"D{i}") for i in range(60))
    aggregate = with_rows(*RESULTS, register=replace(REGISTER, departments=many, measures=()))
    book = opened(tmp_path, replace(aggregate, measures=()))
    assert book["Ma trận"].page_setup.fitToWidth == 5
    assert book["Ma trận"].print_title_cols == "$A:$C"


class TestLinks:
    def test_each_objective_leads_to_its_own_row_of_data(self, tmp_path):
        book = opened(tmp_path)
        keys = {row[0].row: row[0].value for row in book["Dữ liệu"].iter_rows(max_col=1)}
        found = {}
        for (cell,) in book["Mục tiêu"].iter_rows(max_col=1):
            link = re.fullmatch(r"=HYPERLINK\(\"#'Dữ liệu'!B(\d+)\",\"(\w+)\"\)", str(cell.value))
            if link:
                found[link[2]] = keys[int(link[1])]
        assert found == {o.number: f"/{o.code}:result" for o in OBJECTIVES}

    def test_a_figure_leads_to_its_file_sheet_and_cell(self, tmp_path):
        book = opened(tmp_path, folder=tmp_path)
        files = [row["Tệp"] for row in table(book["Dữ liệu"], "Khóa") if row["Bộ phận"] == "VP"]
        assert files[0] == f'=HYPERLINK("../{FORM}#\'Kết quả\'!H12","{FORM}")'

    @pytest.mark.parametrize("name", ['a"&b.xlsx', "SORT(1).xlsx", "x.exe", "a\nb.xlsx", "a" * 200])
    def test_a_file_with_an_odd_name_is_named_but_not_linked(self, tmp_path, name):
        path = f"da-nop/{name}"
        moved = {
            key: {s: replace(e, place=replace(e.place, file=path)) for s, e in row.items()}
            for key, row in SUBMISSION.entries.items()
        }
        submission = replace(SUBMISSION, path=path, entries=moved)
        aggregate = replace(AGGREGATE, submissions=(submission,))
        sources = [Source(path=path, kind="form", department="VP")]
        book = opened(tmp_path, aggregate, sources=sources, folder=tmp_path)
        files = [row["Tệp"] for row in table(book["Dữ liệu"], "Khóa") if row["Bộ phận"] == "VP"]
        assert files == [path, path]

    def test_without_the_folder_no_file_is_linked(self, tmp_path):
        rows = table(opened(tmp_path)["Dữ liệu"], "Khóa")
        assert [r["Tệp"] for r in rows if r["Bộ phận"] == "VP"] == [FORM, FORM]


def test_a_provisional_result_says_so_wherever_it_is_shown(tmp_path):
    book = opened(
        tmp_path, with_rows(result("1b", status=Status.MET, provisional=True, actual=50.0))
    )
    assert any("tạm tính" in text for text in texts(book["Mục tiêu"])[20:])
    assert any("1 chỉ tiêu là số tạm tính" in text for text in texts(book["Tổng quan"]))
    (row,) = (r for r in table(book["Dữ liệu"], "Khóa") if r["Khóa"] == "/1b:result")
    assert row["Tạm tính"] == "x"

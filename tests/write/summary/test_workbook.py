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

from qms_xlsx.book import look
from qms_xlsx.domain.finding import Place
from qms_xlsx.domain.status import Status
from qms_xlsx.language.messages import Message
from qms_xlsx.write.summary import Source, actions_sheet, departments_sheet, page
from qms_xlsx.write.summary import provenance_sheet as provenance
from qms_xlsx.write.summary.page import Print
from tests.write.summary.office import (
    AGGREGATE,
    BEFORE,
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
    "Kết quả đã xét",
    "Nguồn",
]
MACHINES = "Kết quả đã xét"
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


def test_a_reader_opens_it_without_a_warning_but_for_what_it_cannot_draw(tmp_path):
    path = summary(tmp_path, background=BEFORE)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        warnings.filterwarnings("ignore", "[A-Za-z ]+ extension is not supported")
        load_workbook(path)


def test_same_inputs_give_the_same_bytes(tmp_path):
    first = summary(tmp_path / "a", background=BEFORE).read_bytes()
    assert summary(tmp_path / "b", background=BEFORE).read_bytes() == first


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
    action = replace(SUBMISSION.actions[0], cause="x" * 40_000)
    told = replace(AGGREGATE, submissions=(replace(SUBMISSION, actions=(action,)),))
    book = opened(tmp_path, told)
    long = [text for text in texts(book["Khắc phục"]) if "xxx" in text]
    assert [len(text) for text in long] == [32_767]
    assert long[0].endswith("…")
    assert any("'Khắc phục'!E" in text for text in texts(book["Nguồn"]))


@pytest.mark.parametrize("cause", ["x" * 40_000, "vì thế " * 6_000])
def test_below_a_row_stands_no_more_than_somebody_reads(tmp_path, cause):
    book = opened(tmp_path, with_rows(replace(RESULTS[1], cause=cause)))
    (told,) = (text for text in texts(book["Mục tiêu"]) if cause[:500] in text)
    assert len(told) < 1_200
    assert "… (còn nữa, xem biểu mẫu của bộ phận)" in told


def test_surrogate_halves_and_emoji_do_not_damage_the_file(tmp_path):
    action = replace(SUBMISSION.actions[0], cause="\ud800" + "😀" * 20_000)
    told = replace(AGGREGATE, submissions=(replace(SUBMISSION, actions=(action,)),))
    (text,) = (t for t in texts(opened(tmp_path, told)["Khắc phục"]) if "😀" in t)
    assert len(text.encode("utf-16-le")) // 2 <= 32_767


def test_every_sheet_prints_on_a4_landscape_with_its_font_in_the_footer(tmp_path):
    for sheet in opened(tmp_path):
        setup = sheet.page_setup
        assert (setup.paperSize, setup.orientation) == (9, "landscape")
        parts = (sheet.oddFooter.left, sheet.oddFooter.right)
        assert [part.font for part in parts] == ["Times New Roman,Regular"] * 2
        first = sheet.title == "Tổng quan"  # Decree 30/2020: no number on the first page
        assert sheet.oddHeader.center.text == (None if first else "&P/&N")
        assert bool(sheet.print_area) == (sheet.title != MACHINES)


def test_margins_are_those_of_decree_30(tmp_path):
    for sheet in opened(tmp_path):
        margins = sheet.page_margins
        sides = [
            round(25.4 * inches)
            for inches in (margins.left, margins.right, margins.top, margins.bottom)
        ]
        assert sides == [30, 15, 20, 20]


def test_what_machines_read_is_hidden_from_people(tmp_path):
    states = {sheet.title: sheet.sheet_state for sheet in opened(tmp_path)}
    assert [name for name, state in states.items() if state != "visible"] == [MACHINES]


def test_every_table_keeps_its_headings_in_sight_and_repeats_them_in_print(tmp_path):
    book = opened(tmp_path)
    for name in ("Mục tiêu", "Ma trận", "Kế hoạch", "Khắc phục", "Phát hiện", "Dữ liệu", "Nguồn"):
        assert book[name].freeze_panes, name
        assert book[name].print_title_rows, name
    assert book["Bộ phận"].freeze_panes  # each of its blocks has a heading of its own


def test_all_text_is_times_new_roman(tmp_path):
    fonts = {c.font.name for s in opened(tmp_path) for row in s.iter_rows() for c in row if c.value}
    assert fonts == {"Times New Roman"}


def test_no_number_can_show_as_hashes(tmp_path):
    figures = [
        cell
        for sheet in opened(tmp_path)
        for row in sheet.iter_rows()
        for cell in row
        if isinstance(cell.value, int | float) and not cell.is_date and sheet.title != MACHINES
    ]
    assert figures
    assert all(cell.alignment.shrink_to_fit for cell in figures)


def test_bars_are_solid_and_drawn_without_numbers_in_the_colour_of_their_status(tmp_path):
    with ZipFile(summary(tmp_path)) as archive:
        sheet = archive.read("xl/worksheets/sheet2.xml").decode()
    assert sheet.count("<x14:dataBar") == 4  # two cells a bar, two colours
    assert 'gradient="0"' in sheet
    for colour in (look.BAR, look.BARS[Status.MISSED]):
        assert f'<x14:borderColor rgb="FF{colour}"/>' in sheet


def test_months_are_columns_over_the_sheet_of_data(tmp_path):
    with ZipFile(summary(tmp_path)) as archive:
        sheet = archive.read("xl/worksheets/sheet2.xml").decode()
    (cells,) = re.findall("<xm:f>('Dữ liệu'.*?)</xm:f>", sheet)
    book = opened(tmp_path)
    name, _, span = cells.partition("!")
    values = [cell.value for cell in book[name.strip("'")][span][0]]
    assert values == [80, "KPS", 90]


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
    assert "Không có việc gì cần cho ý kiến." in texts(book["Tổng quan"])


def crowd(count: int):
    first = REGISTER.departments[0]
    many = tuple(replace(first, code=f"D{i}", name=f"Phòng {i}") for i in range(count))
    rows = [result("1a", status=Status.MISSED)]
    rows += [
        result("1a", d.code, status=Status.MISSED if i == count - 1 else Status.MET, actual=90.0)
        for i, d in enumerate(many)
    ]
    codes = tuple(d.code for d in many)
    reporting = replace(AGGREGATE.reporting, expected=codes, received=codes, on_time=None)
    register = replace(REGISTER, departments=many, measures=())
    return with_rows(*rows, register=register, measures=(), reporting=reporting, submissions=())


def test_some_dozens_of_departments_get_a_matrix_of_several_pages(tmp_path):
    book = opened(tmp_path, crowd(36))
    assert book["Ma trận"].page_setup.fitToWidth == 4
    assert book["Ma trận"].print_title_cols == "$A:$D"


@pytest.mark.untraced
def test_a_thousand_departments_are_counted_and_the_worst_of_them_named(tmp_path):
    book = opened(tmp_path, crowd(1000), findings=())
    rows = list(book["Ma trận"].iter_rows(values_only=True))
    (header,) = (row for row in rows if row[0] == "TT")
    assert header[4:9] == ("▲", "✔", "◆", "✖", "?")
    assert header[9] == "Phòng 999"
    (own,) = (row for row in rows if row[0] == "1a")
    assert own[4:9] == (0, 999, 0, 1, 0)
    board = [row for row in texts(book["Tổng quan"]) if "bộ phận khác, xem trang Bộ phận" in row]
    assert board == ["và 993 bộ phận khác, xem trang Bộ phận"]
    scores = table(book["Bộ phận"], "Báo cáo của kỳ")
    assert (len(scores), scores[0]["Bộ phận"]) == (1000, "Phòng 999")


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

    def test_an_objectives_row_leads_to_its_departments(self, tmp_path):
        book = opened(tmp_path)
        rows = {row[0].value: row for row in book["Dữ liệu"].iter_rows()}
        links = [str(c.value) for c in rows["/1a:result"] if "HYPERLINK" in str(c.value)]
        (row,) = re.findall(r"'Dữ liệu'!B(\d+)", links[0])
        assert book["Dữ liệu"].cell(int(row), 1).value == "VP/1a:numerator"

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
    provisional = result("1b", status=Status.MET, provisional=True, actual=50.0)
    book = opened(tmp_path, with_rows(provisional, result("1c", status=Status.MET, actual=91.0)))
    marked = {
        cell.value: cell.number_format
        for row in book["Mục tiêu"].iter_rows()
        for cell in row
        if cell.value in (50.0, 91.0)
    }
    assert marked == {50.0: '#,##0"*"', 91.0: "#,##0"}
    assert any(text.startswith("Dấu * là số tạm tính") for text in texts(book["Mục tiêu"]))
    assert any("1 chỉ tiêu là số tạm tính" in text for text in texts(book["Tổng quan"]))
    (row,) = (r for r in table(book["Dữ liệu"], "Khóa") if r["Khóa"] == "/1b:result")
    assert row["Tạm tính"] == "x"


def test_what_is_provisional_throughout_is_said_once_and_marked_nowhere(tmp_path):
    rows = [result(c, status=Status.MET, provisional=True, actual=50.0) for c in ("1b", "1c")]
    sheet = opened(tmp_path, with_rows(*rows))["Mục tiêu"]
    formats = {c.number_format for row in sheet.iter_rows() for c in row if c.value == 50.0}
    assert formats == {"#,##0"}
    said = [text for text in texts(sheet) if text.startswith("Mọi số thực hiện")]
    assert len(said) == 1


def test_a_sheet_that_has_no_room_for_more_says_so_once(tmp_path, monkeypatch):
    monkeypatch.setattr(page, "MOST_ROWS", 9)
    book = opened(tmp_path)
    for name in ("Dữ liệu", "Bộ phận", MACHINES):
        said = [text for text in texts(book[name]) if text.startswith("Trang này đã đầy")]
        assert len(said) == 1, name


def test_of_very_many_departments_the_first_have_blocks_of_their_own(tmp_path, monkeypatch):
    monkeypatch.setattr(departments_sheet, "MOST", 2)
    told = texts(opened(tmp_path)["Bộ phận"])
    blocks = [text for text in told if text == "Mức của kỳ"]
    assert len(blocks) == 2
    assert any(text.startswith("Dưới đây là kết quả từng chỉ tiêu của 2 bộ phận") for text in told)


def test_a_long_list_says_where_what_follows_it_begins_and_how_much_is_printed(
    tmp_path, monkeypatch
):
    monkeypatch.setattr(departments_sheet, "MOST", 2)
    monkeypatch.setattr(actions_sheet, "LIST", 6)
    monkeypatch.setattr(actions_sheet, "_EACH", 0)
    book = opened(tmp_path)
    sheet = book["Bộ phận"]
    (row,) = (int(n) for text in texts(sheet) for n in re.findall(r"từ dòng (\d+)", text))
    assert [sheet.cell(row, column).value for column in (1, 4)] == ["TT", "Mức của kỳ"]
    assert sheet.print_area.endswith("$H$6")
    assert sheet.print_title_rows == "$4:$4"
    sheet = book["Khắc phục"]
    (row,) = (int(n) for text in texts(sheet) for n in re.findall(r"từ dòng (\d+)", text))
    assert sheet.cell(row, 1).value == "Kết quả không đạt chưa có hành động khắc phục"
    assert sheet.print_area.endswith("$I$6")
    assert sheet.oddFooter.left.text.startswith("Bản in chỉ có 6 dòng đầu; ")
    assert "Bản in" not in book["Phát hiện"].oddFooter.left.text


def test_very_many_results_without_an_action_are_told_by_objective(tmp_path, monkeypatch):
    monkeypatch.setattr(actions_sheet, "_EACH", 1)
    missed = {"status": Status.MISSED, "sources": (Place(FORM, "Kết quả", "H12"),)}
    rows = [result(code, own, **missed) for code, own in (("5", "VP"), ("1b", "TC"), ("1b", "CA"))]
    book = opened(tmp_path, with_rows(*rows))
    told = table(book["Khắc phục"], "Của bộ phận nào")
    assert [(r["Bộ phận"], r["Chỉ tiêu"], r["Của bộ phận nào"], r["Đánh giá"]) for r in told] == [
        ("2 bộ phận", "1b Hồ sơ trực tuyến", "Tài chính - Kế toán, Công an xã", "✖ Không đạt"),
        ("1 bộ phận", "5 Duy trì hệ thống", "Văn phòng - Thống kê", "✖ Không đạt"),
    ]


class TestPages:
    def test_break_before_a_block_that_has_no_room(self):
        plan = Print(heights=dict.fromkeys(range(6), 40.0), blocks={3: 6})
        assert plan.breaks(200.0, 5) == [3]

    def test_begin_with_the_repeated_rows(self):
        plan = Print(heights=dict.fromkeys(range(8), 40.0), repeated=(0, 1))
        assert plan.breaks(120.0, 7) == [3, 5, 7]

    def test_let_a_block_that_is_higher_than_a_page_run_on(self):
        plan = Print(heights=dict.fromkeys(range(9), 40.0), blocks={1: 8})
        assert plan.breaks(100.0, 8) == [1, 8]


def test_a_summary_does_not_ask_to_be_saved(tmp_path):
    with ZipFile(summary(tmp_path)) as archive:
        book = archive.read("xl/workbook.xml").decode()
        sheets = [archive.read(name).decode() for name in archive.namelist() if "/sheet" in name]
    assert f'<calcPr calcId="{look.CALCULATED_BY}"/>' in book
    formulas = re.findall(r"<f>([^<]*)</f><v>([^<]*)</v>", "".join(sheets))
    assert formulas
    assert all(own.startswith("HYPERLINK(") and shown for own, shown in formulas)
    assert len(formulas) == "".join(sheets).count("<f>")

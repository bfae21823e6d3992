"""From a document to a register's workbook and its forms."""

from __future__ import annotations

import json
from pathlib import Path

import openpyxl
from click.testing import CliRunner

from qms_xlsx.cli import main
from qms_xlsx.steps.import_decision import DRAFT, import_decision
from qms_xlsx.write.draft import COMPARED_SHEET, LOOKS_SHEET
from tests.document.test_understanding import HEAD, PLAN


def decision(folder: Path, text: str = HEAD + PLAN) -> Path:
    path = folder / "quyet-dinh.txt"
    path.write_text(text, encoding="utf-8")
    return path


def test_the_draft_is_a_register_without_errors_and_forms_come_of_it(tmp_path: Path) -> None:
    folder = tmp_path / "MTCL-2025"
    made = CliRunner().invoke(main, ["init", str(folder), "--from", str(decision(tmp_path))])
    assert made.exit_code == 0, made.output
    checked = CliRunner().invoke(main, ["validate", str(folder), "--format", "json"])
    assert json.loads(checked.output)["counts"]["error"] == 0
    forms = CliRunner().invoke(main, ["forms", str(folder)])
    assert forms.exit_code == 0, forms.output
    assert len(list((folder / "bieu-mau").glob("*.xlsx"))) == 3


def test_the_first_sheet_leads_to_what_needs_a_look(tmp_path: Path) -> None:
    text = HEAD + "1. Tỷ lệ hồ sơ trực tuyến đạt trên 60% trở lên."
    done = import_decision([decision(tmp_path, text)], tmp_path / "so.xlsx")
    assert done.path is not None
    book = openpyxl.load_workbook(done.path)
    assert book.sheetnames[0] == LOOKS_SHEET
    linked = [cell.hyperlink for (cell,) in book[LOOKS_SHEET]["E1:E20"] if cell.hyperlink]
    links = [str(link.location) for link in linked]
    cells = {book[where.split("!")[0].strip("'")][where.split("!")[1]].value for where in links}
    assert "đạt trên 60% trở lên" in cells


def test_nothing_is_overwritten_and_nothing_is_made_of_nothing(tmp_path: Path) -> None:
    source, output = decision(tmp_path), tmp_path / "so-muc-tieu.xlsx"
    output.write_bytes(b"mine")
    done = import_decision([source], output)
    assert (output.read_bytes(), done.path) == (b"mine", tmp_path / DRAFT)
    blank = decision(tmp_path, "MỤC TIÊU CHẤT LƯỢNG NĂM ….\n\n1. ……………\n\n2. ……………")
    assert import_decision([blank], tmp_path / "trong.xlsx").path is None
    assert not (tmp_path / "trong.xlsx").exists()


def test_a_second_import_compares_and_leaves_the_register_alone(tmp_path: Path) -> None:
    output = tmp_path / "so-muc-tieu.xlsx"
    first = import_decision([decision(tmp_path, HEAD + "1. 95% hồ sơ được trả đúng hạn.")], output)
    before = output.read_bytes()
    assert not first.differences
    again = import_decision([decision(tmp_path, HEAD + "1. 97% hồ sơ được trả đúng hạn.")], output)
    assert output.read_bytes() == before
    assert again.path is not None
    assert [one.change.value for one in again.differences] == ["stricter"]
    sheet = openpyxl.load_workbook(again.path)[COMPARED_SHEET]
    assert [cell.value for cell in sheet[3]][3::3] == ["95%", "97%"]


def test_the_json_quotes_every_word_and_its_place(tmp_path: Path) -> None:
    arguments = [
        "import",
        str(decision(tmp_path)),
        "-o",
        str(tmp_path / "a.xlsx"),
        "--format",
        "json",
    ]
    document = json.loads(CliRunner().invoke(main, arguments).output)
    assert (document["organisation"], document["decision_date"]) == (
        "UBND xã Suối Mơ",
        "2025-01-05",
    )
    first = document["objectives"][0]
    assert first["quote"] == "100% hồ sơ được trả đúng hạn."
    assert (first["kind"], first["comparator"], first["value"]) == ("threshold", ">=", 100)
    assert first["reading"].startswith("Đạt khi")
    assert document["plan"][0]["lead"] == "Văn phòng - Thống kê"


def test_a_file_that_cannot_be_read_says_why(tmp_path: Path) -> None:
    path = tmp_path / "hong.docx"
    path.write_bytes(b"PK\x03\x04 khong phai")
    told = CliRunner().invoke(main, ["import", str(path)])
    assert told.exit_code == 2
    assert "F105" in told.output


def test_passages_with_a_figure_come_first_among_those_not_taken(tmp_path: Path) -> None:
    text = HEAD + "1. Thu phí đạt 2 tỷ đồng.\nIII. GIẢI PHÁP\n1. Báo cáo ít nhất 02 lần/năm."
    done = import_decision([decision(tmp_path, text)], tmp_path / "so.xlsx")
    assert done.path is not None
    sheet = openpyxl.load_workbook(done.path)[LOOKS_SHEET]
    said = [str(cell.value) for (cell,) in sheet["C1:C40"]]
    assert said.index("1. Báo cáo ít nhất 02 lần/năm.") < said.index("QUYẾT ĐỊNH")

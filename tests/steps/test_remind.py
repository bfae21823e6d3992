"""The command `remind` on Thượng Lộ's half-year: what is printed, what is written."""

from __future__ import annotations

import json
import shutil
from datetime import date
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner, Result
from openpyxl import load_workbook

from qms_xlsx.cli import main
from qms_xlsx.domain.period import Period
from qms_xlsx.steps.remind import Reminders, remind
from qms_xlsx.steps.trouble import StepError
from qms_xlsx.steps.workspace import Workspace
from tests.year_folders import H1_2024, digests, year_folder

if TYPE_CHECKING:
    from pathlib import Path

    from qms_xlsx.write.reminders import Debts

JUNE = date(2024, 6, 20)
HALF_YEAR = ("--period", "2024-H1", "--as-of", "2024-06-20")


@pytest.fixture(scope="module")
def june(tmp_path_factory: pytest.TempPathFactory) -> tuple[Workspace, Reminders]:
    workspace = year_folder(tmp_path_factory.mktemp("nam") / "MTCL")
    return workspace, remind(workspace.root, period=H1_2024, as_of=JUNE)


def call(*arguments: object) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


def test_a_printed_note_uses_the_whole_upright_page_and_ends_none_with_a_heading(
    june: tuple[Workspace, Reminders],
) -> None:
    workspace, asked = june
    pages = {}
    for code in asked.notes:
        sheet = load_workbook(workspace.note(code, H1_2024, ".xlsx")).active
        assert sheet.page_setup.orientation == "portrait"
        ends = [sheet.cell(own.id, 1).value for own in sheet.row_breaks.brk]
        assert all("." in str(end) for end in ends), (code, ends)  # an item such as 3.1
        pages[code] = 1 + len(ends)
    assert pages["QS"] == 1


def test_every_department_that_owes_gets_both_notes_and_the_year_one_calendar(
    june: tuple[Workspace, Reminders],
) -> None:
    workspace, asked = june
    owing = ("VP-TK", "TC-KT", "DC-XD", "TP-HT", "VH-XH", "QS", "CA", "TNTKQ")
    assert tuple(asked.notes) == owing
    assert {path.name for path in workspace.reminders.iterdir()} == {
        "lich-2024.ics",
        *(f"{code}-2024-H1.{kind}" for code in owing for kind in ("txt", "xlsx")),
    }


def test_the_same_inputs_make_the_same_bytes(
    june: tuple[Workspace, Reminders], tmp_path: Path
) -> None:
    workspace, _ = june
    other = shutil.copytree(workspace.root, tmp_path / "MTCL")
    remind(other, period=H1_2024, as_of=JUNE)
    assert digests(Workspace(other).reminders) == digests(workspace.reminders)


def test_inputs_and_other_folders_are_not_touched(tmp_path: Path) -> None:
    workspace = year_folder(tmp_path / "MTCL")
    before = digests(workspace.root)
    remind(workspace.root, period=H1_2024, as_of=JUNE)
    own = ("nhac-viec/", ".qms-xlsx/")
    after = {n: sha for n, sha in digests(workspace.root).items() if not n.startswith(own)}
    assert after == before


def test_a_plain_note_is_what_notepad_shows_right(june: tuple[Workspace, Reminders]) -> None:
    data = (june[0].reminders / "TP-HT-2024-H1.txt").read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    assert data.count(b"\n") == data.count(b"\r\n")
    assert "(trang “Kết quả”, ô H18): Tử số 76 lớn hơn mẫu số 66." in data.decode("utf-8-sig")


def test_notes_are_in_the_departments_language_whatever_the_terminal_speaks(
    june: tuple[Workspace, Reminders], tmp_path: Path
) -> None:
    other = shutil.copytree(june[0].root, tmp_path / "MTCL")
    done = call("--lang", "en", "remind", other, *HALF_YEAR)
    assert "Who owes what" in done.stdout
    assert digests(Workspace(other).reminders) == digests(june[0].reminders)


def test_the_sheet_prints_upright_on_a4_in_times_and_says_what_the_note_says(
    june: tuple[Workspace, Reminders],
) -> None:
    sheet = load_workbook(june[0].reminders / "TP-HT-2024-H1.xlsx").active
    assert (sheet.page_setup.orientation, int(sheet.page_setup.paperSize)) == ("portrait", 9)
    cells = [c for row in sheet.iter_rows() for c in row if c.value is not None]
    assert {c.font.name for c in cells} == {"Times New Roman"}
    texts = {str(c.value) for c in cells}
    assert {"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "UBND XÃ THƯỢNG LỘ", "PHIẾU NHẮC VIỆC",
            "Kính gửi: Tư pháp - Hộ tịch; người lập biểu mẫu: Công chức phụ trách",
            "5.a.2. Hồ sơ TTHC trả đúng hạn và trước hạn (trang “Kết quả”, ô H18)"} <= texts  # fmt: skip
    note = (june[0].reminders / "TP-HT-2024-H1.txt").read_text("utf-8-sig")
    items = [line.strip(" –") for line in note.splitlines() if line.startswith("   – ")]
    rows = [[c.value for c in row] for row in sheet.iter_rows()]
    told = [f"{what}: {asked}" for number, what, asked in rows if asked and "." in str(number)]
    assert told == items


def test_a_note_that_is_answered_is_taken_away_and_other_periods_stay(tmp_path: Path) -> None:
    workspace = year_folder(tmp_path / "MTCL", forms=["TNTKQ_nam.xlsx"])
    handed_in = workspace.submitted / "TNTKQ_nam.xlsx"
    form = handed_in.read_bytes()
    handed_in.unlink()
    for period in ("2024", "2024-H1"):
        remind(workspace.root, period=Period.parse(period), as_of=date(2024, 11, 30))
    handed_in.write_bytes(form)
    (workspace.reminders / "TNTKQ-2024.txt").write_text("tôi đã sửa lời nhắc này")
    # By then TNTKQ has handed in its year, and its survey of the last quarter is not due yet.
    asked = remind(workspace.root, period=Period.parse("2024"), as_of=date(2024, 11, 30))
    assert debts(asked)["TNTKQ"].nothing
    assert sorted(path.name for path in workspace.reminders.glob("TNTKQ-*")) == [
        "TNTKQ-2024-H1.txt", "TNTKQ-2024-H1.xlsx", "TNTKQ-2024.txt",
    ]  # fmt: skip


def debts(asked: Reminders) -> dict[str, Debts]:
    return {own.department.code: own for own in asked.debts}


def test_the_terminal_shows_a_line_a_department_and_thanks_those_who_owe_nothing(
    tmp_path: Path,
) -> None:
    root = year_folder(tmp_path / "MTCL", forms=["TNTKQ_nam.xlsx"]).root
    done = call("remind", root, "--period", "2024", "--as-of", "2024-11-30")
    lines = [line.split(maxsplit=1) for line in done.stdout.splitlines() if line.strip()]
    told = {words[0]: " ".join(words[1].split()) for words in lines if len(words) == 2}
    assert told["TNTKQ"] == "nộp đúng hạn không còn việc nào, xin cảm ơn"
    assert told["CA"] == "chưa nộp, quá 1 ngày –"


def test_errors_in_the_inputs_end_with_status_one_and_none_with_zero(tmp_path: Path) -> None:
    wrong = year_folder(tmp_path / "sai", forms=["TP-HT_6thang.xlsx"]).root
    right = year_folder(tmp_path / "dung", forms=["TNTKQ_6thang.xlsx"]).root
    assert call("remind", wrong, *HALF_YEAR).exit_code == 1
    assert call("remind", right, *HALF_YEAR).exit_code == 0


def test_the_document_has_the_documented_shape(june: tuple[Workspace, Reminders]) -> None:
    done = call("remind", june[0].root, *HALF_YEAR, "--format", "json")
    document = json.loads(done.stdout)
    assert list(document) == ["organisation", "year", "period", "as_of", "departments", "files"]
    assert document["files"] == {"calendar": "nhac-viec/lich-2024.ics"}
    rows = {row["department"]: row for row in document["departments"]}
    assert {tuple(row) for row in rows.values()} == {(
        "department", "report", "due", "handed_in", "not_counted", "missing_cells", "errors",
        "warnings", "overdue", "due_soon", "without_evidence", "missed", "at_risk", "actions", "notes",
    )}  # fmt: skip
    assert (rows["CA"]["report"], rows["CA"]["due"]) == ("missing", "2024-06-14")
    assert (rows["TNTKQ"]["report"], rows["TNTKQ"]["handed_in"]) == ("late", "2024-06-17")
    assert rows["DC-XD"]["overdue"] == [{"number": "II.2", "due": "2024-05-31", "days_overdue": 20}]
    assert rows["TP-HT"]["without_evidence"] == ["II.1"]
    assert rows["TC-KT"]["missed"] == [{"objective": "TL-6", "explained": False, "answered": False}]
    assert [e["cell"] for e in rows["TP-HT"]["errors"]] == ["H18"]
    assert [e["code"] for e in rows["DC-XD"]["warnings"]] == ["X102"]
    assert [a["due"] for a in rows["VH-XH"]["actions"]] == ["2024-10-31"]


def test_a_folder_that_cannot_be_written_is_said_and_nothing_is_lost(tmp_path: Path) -> None:
    workspace = year_folder(tmp_path / "MTCL", forms=["TNTKQ_6thang.xlsx"])
    workspace.reminders.rmdir()
    workspace.reminders.write_text("một tệp, không phải thư mục")
    with pytest.raises(StepError) as refused:
        remind(workspace.root, period=H1_2024, as_of=JUNE)
    assert "nhac-viec" in str(refused.value)
    assert workspace.reminders.read_text() == "một tệp, không phải thư mục"


def test_another_year_s_period_is_refused(tmp_path: Path) -> None:
    root = year_folder(tmp_path / "MTCL", forms=["TNTKQ_6thang.xlsx"]).root
    done = call("remind", root, "--period", "2023-H1")
    assert (done.exit_code, "2023-H1" in done.stderr) == (2, True)


def test_nothing_could_be_done_without_a_register(tmp_path: Path) -> None:
    done = call("remind", tmp_path)
    assert (done.exit_code, "so-muc-tieu.xlsx" in done.stderr) == (2, True)

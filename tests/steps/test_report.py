"""The command `report`: what is written, what is printed, whose files are left alone."""

from __future__ import annotations

import json
import shutil
from datetime import date
from pathlib import Path

import docx
import pytest
from click.testing import CliRunner, Result

from qms_xlsx.book.resources import FORM_TEMPLATE, template
from qms_xlsx.cli import main
from qms_xlsx.steps.report import Papers, report
from qms_xlsx.steps.workspace import Workspace
from tests.write.word.papers import lines
from tests.year_folders import H1_2024, digests, year_folder

JUNE = date(2024, 6, 20)
HALF_YEAR = ("--period", "2024-H1", "--as-of", "2024-06-20")
NAMES = {
    "report": "bao-cao/bao-cao-2024-H1-20240620.docx",
    "slips": "bao-cao/phieu-khac-phuc-2024-H1-20240620.docx",
    "minutes": "bao-cao/bien-ban-xem-xet-2024-H1-20240620.docx",
    "departments": "bao-cao/bang-bo-phan-2024-H1-20240620.docx",
}


@pytest.fixture(scope="module")
def june(tmp_path_factory: pytest.TempPathFactory) -> tuple[Workspace, Papers]:
    workspace = year_folder(tmp_path_factory.mktemp("nam") / "MTCL")
    return workspace, report(workspace.root, period=H1_2024, as_of=JUNE)


def call(*arguments: object) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


def text(path: Path) -> str:
    return "\n".join(lines(docx.Document(str(path))))


def test_four_papers_go_to_bao_cao_and_nothing_else_changes(tmp_path: Path) -> None:
    workspace = year_folder(tmp_path / "MTCL")
    before = digests(workspace.root)
    written = report(workspace.root, period=H1_2024, as_of=JUNE)
    named = {part: workspace.relative(path) for part, path in written.files.items()}
    assert named == NAMES
    own = ("bao-cao/", ".qms-xlsx/")
    after = {n: sha for n, sha in digests(workspace.root).items() if not n.startswith(own)}
    assert after == before


def test_the_same_inputs_make_the_same_bytes_whatever_the_terminal_speaks(
    june: tuple[Workspace, Papers], tmp_path: Path
) -> None:
    other = shutil.copytree(june[0].root, tmp_path / "MTCL")
    shutil.rmtree(other / "bao-cao")
    done = call("--lang", "en", "report", other, *HALF_YEAR)
    assert "gaps […] for you to fill in" in done.stdout
    assert digests(Workspace(other).papers) == digests(june[0].papers)


def test_the_report_says_what_the_figures_say(june: tuple[Workspace, Papers]) -> None:
    told = text(june[1].files["report"])
    for sentence in (
        "Thực hiện Quyết định số 59/QĐ-UBND ngày 22 tháng 3 năm 2024 về mục tiêu chất lượng năm",
        "07/08 bộ phận đã nộp báo cáo (hạn cuối là ngày 14 tháng 6 năm 2024), trong đó 06 bộ phận",
        "01 bộ phận chưa nộp (Công an xã).",
        "03 chỉ tiêu vượt mức đề ra: 2b (54",
        "Chỉ tiêu 6 (Văn bản giao trên Hệ thống Quản lý văn bản điều hành được xử lý đúng hạn) "
        "không đạt: thực hiện 88\u00a0% (682/775), mức của kỳ 100\u00a0%.",
        "[… nêu kiến nghị, đề xuất với UBND huyện Nam Đông; không có thì ghi “Không có”]",
        "Trên đây là báo cáo kết quả thực hiện mục tiêu chất lượng 6 tháng đầu năm 2024 của UBND "
        "xã Thượng Lộ./.",
    ):
        assert sentence in told


def test_json_names_the_papers_and_their_gaps(june: tuple[Workspace, Papers]) -> None:
    done = call("report", june[0].root, *HALF_YEAR, "--format", "json")
    document = json.loads(done.stdout)
    assert document["files"] == NAMES
    assert document["gaps"] == june[1].gaps
    assert {key: document[key] for key in ("organisation", "year", "period", "as_of")} == {
        "organisation": "UBND xã Thượng Lộ",
        "year": 2024,
        "period": "2024-H1",
        "as_of": "2024-06-20",
    }
    assert done.exit_code == 1  # the forms have errors


def test_a_paper_that_people_completed_is_left_alone(tmp_path: Path) -> None:
    workspace = year_folder(tmp_path / "MTCL")
    first = report(workspace.root, period=H1_2024, as_of=JUNE).files["report"]
    first.write_bytes(first.read_bytes() + b"da ky")
    again = report(workspace.root, period=H1_2024, as_of=JUNE)
    assert again.files["report"].name == "bao-cao-2024-H1-20240620 (2).docx"
    assert first.read_bytes().endswith(b"da ky")
    assert [spared.name for spared in again.spared] == [NAMES["report"]]


def test_where_nothing_is_to_be_corrected_there_is_no_slip(tmp_path: Path) -> None:
    workspace = year_folder(tmp_path / "MTCL", "loc-son-2021")
    done = call("report", workspace.root, "--period", "2021-H1", "--as-of", "2021-06-20")
    assert "không có phiếu" in done.stdout
    assert not list(workspace.papers.glob("phieu-*"))


def test_a_month_with_nothing_handed_in_says_so_once(tmp_path: Path) -> None:
    workspace = year_folder(tmp_path / "MTCL", forms=["QS_nam.xlsx"])
    for path in workspace.submitted.iterdir():
        path.unlink()
    done = report(workspace.root, as_of=date(2024, 2, 5))
    told = text(done.files["report"])
    assert "chưa bộ phận nào trong 08 bộ phận nộp báo cáo" in told
    assert told.count("chưa có hoặc chưa đủ số liệu") == 1
    assert "Mục tiêu, chỉ tiêu |" not in told


def test_forms_that_were_given_back_are_counted_by_the_day(tmp_path: Path) -> None:
    workspace = year_folder(tmp_path / "MTCL")
    done = report(workspace.root, period=H1_2024, as_of=JUNE)
    rows = [row.split(" | ") for row in lines(docx.Document(str(done.files["departments"])))]
    counts = {row[1]: row[3] for row in rows if len(row) == 15}
    assert counts["Tư pháp - Hộ tịch"] == "1"
    assert counts["Công an xã"] == "0"


@pytest.mark.parametrize("content", [b"khong phai Word", None])
def test_a_template_that_is_none_is_refused_and_nothing_is_written(
    tmp_path: Path, content: bytes | None
) -> None:
    workspace = year_folder(tmp_path / "MTCL", "loc-son-2021")
    mine = tmp_path / "mau.docx"
    mine.write_bytes(content or template(FORM_TEMPLATE).read_bytes())
    done = call("report", workspace.root, "--template", mine)
    assert done.exit_code == 2
    assert "mau.docx" in done.stderr
    assert not list(workspace.papers.iterdir())

"""The page *Năm* and the readings: what waits, what is asked, what no longer fits."""

from __future__ import annotations

import json
import re
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any

from click.testing import CliRunner
from openpyxl import load_workbook

from qms_xlsx.cli import main
from qms_xlsx.steps.reading import open_register
from tests.app.browser import Browser, visible
from tests.year_folders import SAMPLES, THUONG_LO, year_folder

if TYPE_CHECKING:
    from pathlib import Path

    from qms_xlsx.steps.workspace import Workspace

HALF = {"period": "2024-H1", "as_of": "2024-06-20"}
OPEN = 'class="card reading open"'


def edit(office: Workspace, key: str, value: object, row: int = 0) -> str:
    """Change a cell of an indicator's row in the register, as a person does; returns its code."""
    own = open_register(office.register)[0].indicators[row]
    workbook = load_workbook(office.register)
    workbook[own.place.sheet][own.cells[key]] = value
    workbook.save(office.register)
    return own.code


def stamps(text: str) -> dict[str, str]:
    """Return what a page of readings sends with each row's answer."""
    sent = r'name="objective" value="([^"]+)"><input type="hidden" name="stamp" value="([^"]+)"'
    return dict(re.findall(sent, text))


def indicators(window: Browser) -> list[tuple[str, str]]:
    """Return each indicator, in order, with how the page shows it now."""
    shown = stamps(window.get("cach-hieu").text)
    return [(own.code, shown[own.code]) for own in window.desk.register().indicators]


def confirm(window: Browser, code: str, stamp: str) -> Any:
    form = {"objective": code, "stamp": stamp, "choice": "confirm"}
    return window.post("cach-hieu/tra-loi", form, headers={"hx-request": "true"})


def test_quick_clicks_on_several_rows_are_all_taken(tmp_path: Path) -> None:
    office = year_folder(tmp_path / "MTCL-2024", forms=["none"])
    window = Browser.at(office.root)
    shown = indicators(window)[1:4]
    with ThreadPoolExecutor() as clicks:
        answers = list(clicks.map(lambda one: confirm(window, *one), shown))
    assert [answer.status_code for answer in answers] == [200, 200, 200]
    known = open_register(office.register)[0].by_code
    assert all(known[code].confirmed for code, _ in shown)


def test_an_answer_that_cannot_be_written_is_told_beside_its_row(tmp_path: Path) -> None:
    office = year_folder(tmp_path / "MTCL-2024", forms=["none"])
    window = Browser.at(office.root)
    code, stamp = indicators(window)[1]
    lock = office.root / "~$so-muc-tieu.xlsx"
    lock.write_bytes(b"")
    answer = confirm(window, code, stamp)
    assert (answer.status_code, "đang mở trong Excel" in visible(answer.text)) == (409, True)
    assert '<article class="card reading' in answer.text
    lock.unlink()
    edit(
        office,
        "target",
        "từ 55% trở lên",
        1,
    )
    answer = confirm(window, code, stamp)
    assert "đã được sửa từ lúc mở trang" in visible(answer.text)
    assert "từ 55% trở lên" in visible(answer.text)
    assert confirm(window, code, stamps(answer.text)[code]).status_code == 200


def test_a_row_to_be_mended_waits_and_says_where(tmp_path: Path) -> None:
    office = year_folder(tmp_path / "MTCL-2024", forms=["none"])
    code = edit(office, "target", "như thường lệ")
    window = Browser.at(office.root)
    assert "1 dòng phải sửa sổ" in visible(window.get("nam").text)
    assert "Mọi dòng đều rõ" not in visible(window.get("nam").text)
    text = window.get("cach-hieu").text
    assert f"Còn {text.count(OPEN)} dòng chờ bạn" in visible(text)
    own = text.partition(f'data-objective="{code}"')[2].partition("</article>")[0]
    assert 'value="confirm"' not in own
    row = window.desk.register().by_code[code]
    assert f"{row.cells['target']} mức phấn đấu cả năm" in visible(own)


def test_the_readings_to_be_signed_lead_back_to_the_page(tmp_path: Path) -> None:
    office = year_folder(tmp_path / "MTCL-2024", forms=["none"])
    window = Browser.at(office.root)
    window.post("cach-hieu/in")
    page = window.get("viec")
    assert page.url.path.endswith("/cach-hieu")
    assert "tai/cach-hieu.xlsx" in page.text
    assert window.get("tai/cach-hieu.xlsx").content == office.readings.read_bytes()


def test_papers_of_an_earlier_run_are_not_shown_as_this_ones(tmp_path: Path) -> None:
    office = year_folder(tmp_path / "MTCL-2024")
    window = Browser.at(office.root)
    window.post("tong-hop", HALF)
    window.post("bao-cao", HALF)
    assert "bao-cao-2024-H1-20240620.docx" in window.get("ket-qua").text
    window.post("bao-cao", HALF | {"as_of": "2024-06-21"})
    assert "bao-cao-2024" not in window.get("ket-qua").text
    assert "6 tháng đầu năm 2024, tính đến ngày 21/06/2024" in visible(window.get("thang-nay").text)
    window.post("tong-hop", HALF)
    assert "bao-cao-2024" not in window.get("thang-nay").text


def test_a_decision_of_another_year_is_asked_about(tmp_path: Path) -> None:
    window = Browser.at(tmp_path)
    decision = SAMPLES / THUONG_LO / "source" / "quyet-dinh.docx"
    sent = [("decision", (decision.name, decision.read_bytes()))]
    window.post("nam/tao", {"year": "2026"}, files=sent)
    said = visible(window.get("viec").text)
    assert "Quyết định là của năm 2024, còn ô năm ghi 2026" in said
    assert list(tmp_path.iterdir()) == []
    window.post("nam/tao-nam", {"year": "2024"})
    assert window.desk.folder == tmp_path / "MTCL-2024"
    assert window.desk.register().year == 2024
    assert "Là năm nào?" not in visible(window.get("nam/khac").text)
    assert "Mở MTCL-2024" in visible(window.get("nam/khac").text)


def test_what_was_taken_from_the_decision_is_shown_again_later(tmp_path: Path) -> None:
    window = Browser.at(tmp_path)
    decision = SAMPLES / THUONG_LO / "source" / "quyet-dinh.docx"
    sent = [("decision", (decision.name, decision.read_bytes()))]
    window.post("nam/tao", {"year": "2024"}, files=sent)
    again = Browser.at(tmp_path / "MTCL-2024")
    assert "đoạn không đưa vào sổ" in visible(again.get("nam").text)
    again.desk.workspace.last_import.write_text("[]")
    assert "Đã lấy gì" not in visible(again.get("nam").text)


def test_the_year_says_who_reports_and_what_nobody_does(tmp_path: Path) -> None:
    office = year_folder(tmp_path / "MTCL-2024", forms=["none"])
    window = Browser.at(office.root)
    said = visible(window.get("nam").text)
    assert all(d.name in said for d in window.desk.register().departments)
    assert "chưa có bộ phận" not in said
    edit(office, "departments", None)
    said = visible(window.get("nam").text)
    assert f"1 trong {len(window.desk.register().indicators)} chỉ tiêu chưa có bộ phận" in said


def test_the_year_shows_what_the_check_finds_in_the_register(tmp_path: Path) -> None:
    office = year_folder(tmp_path / "MTCL-2024", forms=["none"])
    edit(office, "target", "như thường lệ")
    said = visible(Browser.at(office.root).get("nam").text)
    (own,) = json.loads(
        CliRunner().invoke(main, ["validate", str(office.register), "--format", "json"]).stdout
    )["files"]
    loud = [one for one in own["findings"] if one["severity"] != "info"]
    assert loud
    assert all(" ".join(one["message"].split()) in said for one in loud)


def test_forms_that_the_register_has_left_behind_are_told(tmp_path: Path) -> None:
    office = year_folder(tmp_path / "MTCL-2024", forms=["none"])
    window = Browser.at(office.root)
    window.post("bieu-mau")
    assert "không còn khớp" not in visible(window.get("nam").text)
    code = edit(office, "target", "từ 55% trở lên")
    said = visible(window.get("nam").text)
    count = len(window.desk.register().owners[code])
    assert f"{count} biểu mẫu không còn khớp với sổ mục tiêu hiện nay" in said
    window.post("bieu-mau")
    assert "không còn khớp" not in visible(window.get("nam").text)

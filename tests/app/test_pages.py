"""The pages: what they show is what the command line says, and nobody is in anybody's way."""

from __future__ import annotations

import json
import sys
import threading
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zipfile import ZipFile

import pytest
from click.testing import CliRunner

from qms_xlsx.app.jobs import Job
from qms_xlsx.cli import main
from qms_xlsx.steps.trouble import StepError
from tests.app.browser import Browser, fields, visible
from tests.patience import PATIENCE
from tests.year_folders import SAMPLES, THUONG_LO, digests, year_folder

if TYPE_CHECKING:
    from collections.abc import Callable

    from qms_xlsx.steps.workspace import Workspace

HALF = {"period": "2024-H1", "as_of": "2024-06-20"}
WHEN = ["--period", "2024-H1", "--as-of", "2024-06-20"]


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """A half-year of the commune, forms handed in."""
    return year_folder(tmp_path_factory.mktemp("ubnd") / "MTCL-2024")


@pytest.fixture(scope="module")
def browser(office: Workspace) -> Browser:
    """The page at that folder, the half-year run."""
    window = Browser.at(office.root)
    window.post("tong-hop", HALF)
    assert window.desk.jobs.now
    assert window.desk.jobs.now.trouble is None
    return window


def command(*words: str) -> Any:
    """Return what the command line prints as JSON."""
    return json.loads(CliRunner().invoke(main, [*words, "--format", "json"]).stdout)


@pytest.fixture(scope="module")
def told(office: Workspace, browser: Browser) -> Any:
    """The same run, said by the command line."""
    return command("aggregate", str(office.root), *WHEN)


FIELDS = ("actual", "period_target", "status", "why", "reading", "sources")
PARTS = ("actual", "status", "why", "sources")


def test_every_figure_of_the_page_is_that_of_the_command_line(browser: Browser, told: Any) -> None:
    shown = fields(browser.get("ket-qua").text)
    said = {
        (row["objective"], row["department"] or "", name): row[name]
        for row in told["results"]
        for name in (FIELDS if row["department"] is None else PARTS)
    } | {
        (row["objective"], "", "movement"): row["movement"]
        for row in told["results"]
        if row["department"] is None and row["movement"] in ("better", "worse", "new", "lost")
    }
    assert len(said) > 150
    assert {key: value for key, value in shown.items() if key[0]} == said


def test_who_is_missing_and_what_was_written_is_that_of_the_command_line(
    browser: Browser, told: Any
) -> None:
    said = visible(browser.get("ket-qua").text)
    names = {d.code: d.name for d in browser.desk.register().departments}
    reporting = told["reporting"]
    assert reporting["missing"]
    assert all(names[code] in said for code in reporting["missing"])
    assert f"{reporting['received']}/{reporting['expected']} báo cáo đã nộp" in said
    for path in (told["files"]["summary"], *told["files"]["returned"]):
        answer = browser.get(f"tai/{path}")
        assert answer.content == (browser.desk.workspace.root / path).read_bytes()


def test_every_reading_of_the_page_is_that_of_the_command_line(
    office: Workspace, browser: Browser
) -> None:
    shown = fields(browser.get("cach-hieu").text)
    rows = command("readings", str(office.root))["readings"]
    for name in ("target", "reading", "example"):
        said = {(row["objective"], "", name): row[name] for row in rows if row[name]}
        assert {key: value for key, value in shown.items() if key[2] == name} == said


def test_every_verdict_of_the_page_is_that_of_the_command_line(office: Workspace) -> None:
    window = Browser.at(office.root)
    window.post("kiem-tra")
    text = window.get("thang-nay").text
    said = command("validate", str(office.root))
    assert said["files"]
    for file in said["files"]:
        accepted = json.dumps(file["accepted"])
        assert f'data-path="{file["path"]}" data-accepted="{accepted}"' in text
        for one in file["findings"]:
            assert one["message"] in visible(text) or " ".join(one["message"].split()) in visible(
                text
            )


def test_the_page_speaks_english_when_asked(office: Workspace) -> None:
    window = Browser.at(office.root, "en")
    assert "This month" in visible(window.get("thang-nay").text)
    assert "Tháng này" not in visible(window.get("thang-nay").text)


def test_reminders_can_be_copied_as_they_are_sent(office: Workspace, browser: Browser) -> None:
    browser.post("nhac-viec/soan", HALF)
    text = browser.get("nhac-viec").text
    notes = list(office.reminders.glob("*.txt"))
    assert notes
    for path in notes:
        lines = path.read_text("utf-8-sig").split()
        assert " ".join(lines) in " ".join(visible(text).split())


def test_blank_forms_come_as_one_archive(browser: Browser, office: Workspace) -> None:
    browser.post("bieu-mau")
    with ZipFile(BytesIO(browser.get("bieu-mau.zip").content)) as archive:
        assert sorted(archive.namelist()) == sorted(path.name for path in office.forms.iterdir())
        assert archive.testzip() is None


@pytest.mark.parametrize(
    "path",
    [
        "../so-muc-tieu.xlsx", "bieu-mau/../../x", "bieu-mau/%2e%2e/%2e%2e/x", "..%2fx", "/etc/passwd",
        "da-nop/QS_6thang.xlsx", ".qms-xlsx/written", "bieu-mau", "bieu-mau/", "", "tong-hop/khong.xlsx",
        "bieu-mau\\..\\..\\x", "bieu-mau/%00.xlsx", "bieu-mau/lien-ket.xlsx", "tong-hop/thu-muc/bi-mat.txt",
        "C:/Windows/win.ini",
    ],
)  # fmt: skip
def test_nothing_else_can_be_downloaded(browser: Browser, office: Workspace, path: str) -> None:
    secret = office.root.parent / "bi-mat.txt"
    secret.write_text("bi mat")
    office.forms.mkdir(exist_ok=True)
    for link, end in (
        (office.forms / "lien-ket.xlsx", secret),
        (office.summaries / "thu-muc", secret.parent),
    ):
        if not link.is_symlink():
            link.symlink_to(end)
    answer = browser.get(f"tai/{path}", follow_redirects=False)
    assert answer.status_code in (404, 307)
    assert b"bi mat" not in answer.content


def test_two_windows_do_not_run_at_once(office: Workspace, browser: Browser) -> None:
    waiting, going = threading.Event(), threading.Event()

    def slow(_: Callable[[int], None]) -> str:
        going.set()
        waiting.wait(PATIENCE)
        return "nam"

    assert browser.desk.jobs.start(Job("Running the month", "nam", slow))
    assert going.wait(PATIENCE)
    try:
        other = browser.client.post(
            f"{browser.get('nam').request.url.path.rpartition('/')[0]}/tong-hop", data=HALF
        )
        page = browser.get("viec").text
    finally:
        waiting.set()
    browser.wait()
    assert other.status_code == 409
    assert "Đang có việc khác chạy dở" in visible(other.text)
    assert "Đang tổng hợp" in visible(page)


def test_a_run_in_a_terminal_at_the_same_time_is_told(office: Workspace) -> None:
    window = Browser.at(office.root)
    before = digests(office.summaries)
    with office.locked():
        window.post("tong-hop", HALF)
        assert "Một lượt chạy khác đang làm việc" in window.trouble()
    assert digests(office.summaries) == before


def test_a_fault_of_ours_is_said_and_keeps_its_traceback(
    office: Workspace, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(*_: Any, **__: Any) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("qms_xlsx.app.month.run_aggregation", broken)
    window = Browser.at(office.root)
    window.post("tong-hop", HALF)
    assert "Chương trình gặp lỗi của chính nó" in window.trouble()
    assert "ZeroDivisionError" in capsys.readouterr().err
    window.post("kiem-tra")
    assert window.get("thang-nay").status_code == 200


def test_a_summary_that_is_open_in_excel_is_told(
    office: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = __import__("qms_xlsx.steps.outputs", fromlist=["take_place"]).take_place

    def held(temporary: Path, path: Path) -> None:
        if path.parent.name == "tong-hop" and "(" not in path.name:
            raise PermissionError(13, "", str(path))
        real(temporary, path)

    monkeypatch.setattr("qms_xlsx.steps.outputs.take_place", held)
    window = Browser.at(office.root)
    window.post("tong-hop", {"period": "2024-H1", "as_of": "2024-06-21"})
    said = visible(window.get("ket-qua").text)
    assert "tong-hop-2024-H1-20240621 (2).xlsx" in said
    assert "đang mở" in said


@pytest.mark.parametrize("form", [{"period": "x"}, {"period": "2024-H1", "as_of": "hôm qua"}, {}])
def test_a_period_that_is_none_is_told(office: Workspace, form: dict[str, str]) -> None:
    answer = Browser.at(office.root).post("tong-hop", form)
    assert answer.status_code == 409
    assert "không phải" in visible(answer.text)


def test_a_year_is_made_opened_and_closed_by_pages_alone(tmp_path: Path) -> None:
    window = Browser.at(tmp_path)
    assert window.get("").url.path.endswith("/nam")
    decision = SAMPLES / THUONG_LO / "source" / "quyet-dinh.docx"
    sent = [("decision", (decision.name, decision.read_bytes()))]
    window.post("nam/tao", {"year": "2024"}, files=sent)
    said = visible(window.get("nam").text)
    assert "Đã lấy gì từ quyết định" in said
    assert (tmp_path / "MTCL-2024" / "so-muc-tieu.xlsx").is_file()
    again = Browser.at(tmp_path)
    assert "Mở MTCL-2024" in visible(again.get("nam").text)
    again.post("nam/mo", {"folder": "MTCL-2024"})
    assert "2024" in visible(again.get("nam").text)
    again.post("chot-ky/chot", HALF)
    assert "Chưa chốt" in again.trouble()
    again.post("chot-ky/xem", HALF)
    text = again.get("chot-ky").text
    assert "Chốt 6 tháng đầu năm 2024, tính đến ngày 20/06/2024?" in visible(text)
    assert "chưa ai xác nhận" in visible(text)
    assert not (tmp_path / "MTCL-2024" / "chot-so").exists()
    again.post("chot-ky/thoi")
    assert "Còn mở" not in visible(again.get("chot-ky").text)
    again.post("chot-ky/chot", HALF | {"despite": "Chưa ai nộp"})
    assert "Đã chốt 6 tháng đầu năm 2024" in visible(again.get("chot-ky").text)
    later = visible(Browser.at(tmp_path / "MTCL-2024").get("chot-ky").text)
    assert again.desk.outcomes.closing
    assert again.desk.outcomes.closing.sha256 in later
    assert "Vẫn chốt vì: Chưa ai nộp" in later
    again.post("chot-ky/kiem-chot")
    assert "đúng như lúc chốt" in visible(again.get("chot-ky").text)


@pytest.mark.parametrize("name", ["..", "../..", "/etc", "MTCL-2024/../..", ".qms", "khong-co"])
def test_only_folders_that_are_listed_can_be_opened(tmp_path: Path, name: str) -> None:
    year_folder(tmp_path / "nha" / "MTCL-2024", forms=["none"])
    window = Browser.at(tmp_path / "nha")
    assert window.post("nam/mo", {"folder": name}).status_code == 409
    assert window.desk.folder is None


def test_a_new_folder_stays_beside_the_others(tmp_path: Path) -> None:
    home = tmp_path / "nha"
    home.mkdir()
    Browser.at(home).post("nam/tao", {"year": "2024", "name": "../../ngoai"})
    assert [path.name for path in tmp_path.iterdir()] == ["nha"]
    assert len(list(home.iterdir())) == 1


def test_a_register_that_is_still_empty_is_no_dead_end(tmp_path: Path) -> None:
    window = Browser.at(tmp_path)
    window.post("nam/tao", {"year": "2024"})
    answer = window.get("nam")
    assert answer.status_code == 200
    assert "Điền sổ mục tiêu trước" in visible(answer.text)


def test_a_step_that_cannot_be_done_is_no_fault() -> None:
    def refuse(_: Callable[[int], None]) -> str:
        from qms_xlsx.language.messages import message

        raise StepError(message("None yet."))

    job = Job("x", "nam", refuse)
    job.run()
    assert (job.finished, job.then, job.trouble and job.trouble.id) == (True, "", "None yet.")


def test_a_folder_that_is_not_there_is_told_in_the_reader_s_language(tmp_path: Path) -> None:
    done = CliRunner().invoke(main, ["app", str(tmp_path / "khong-co")])
    assert done.exit_code == 2
    assert done.output == f"Không có thư mục {tmp_path / 'khong-co'}.\n"


def test_without_its_libraries_the_command_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for name in ("uvicorn", "qms_xlsx.app.server"):
        monkeypatch.setitem(sys.modules, name, None)
    done = CliRunner().invoke(main, ["app", str(tmp_path)])
    assert done.exit_code == 2
    assert "pip install qms-xlsx[app]" in done.output

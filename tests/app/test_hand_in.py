"""Files that are dropped: whatever their names, sizes and number, nothing is lost or overwritten."""

from __future__ import annotations

import os
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from qms_xlsx.app import uploads
from qms_xlsx.steps.workspace import Workspace
from tests.app.browser import KEY, Browser, visible
from tests.year_folders import SAMPLES, THUONG_LO, digests, year_folder

if TYPE_CHECKING:
    from collections.abc import Iterator

FORMS = SAMPLES / THUONG_LO / "da-nop"
FORM = FORMS / "QS_6thang.xlsx"


@pytest.fixture
def office(tmp_path: Path) -> Workspace:
    workspace = year_folder(tmp_path / "van-phong" / "MTCL-2024", forms=["none"])
    assert not list(workspace.submitted.iterdir())
    return workspace


def named(workspace: Workspace) -> list[str]:
    return sorted(path.name for path in workspace.submitted.iterdir())


def send(browser: Browser, *files: tuple[str, bytes], **form: str) -> str:
    """Send files under any name; returns what the page says then."""
    sent = [("files", (name, BytesIO(data))) for name, data in files]
    browser.post("nop", form, files=sent)
    return visible(browser.get("thang-nay").text)


def test_a_form_is_taken_in_and_judged_at_once(office: Workspace) -> None:
    browser = Browser.at(office.root)
    browser.drop([FORM])
    said = visible(browser.get("thang-nay").text)
    assert named(office) == [FORM.name]
    assert (office.submitted / FORM.name).read_bytes() == FORM.read_bytes()
    assert "Vừa nhận 1 trên 1 tệp." in said
    assert f"✔ Nhận da-nop/{FORM.name}" in said
    assert "Kết quả kiểm tra từng tệp" in said


def test_the_same_file_twice_is_told_and_kept_once(office: Workspace) -> None:
    browser = Browser.at(office.root)
    browser.drop([FORM])
    said = send(browser, ("gui-lai.xlsx", FORM.read_bytes()))
    assert named(office) == [FORM.name]
    assert f"Tệp này đã có rồi, tên là {FORM.name}." in said


def test_another_file_of_the_same_name_gets_a_second_name(office: Workspace) -> None:
    browser = Browser.at(office.root)
    other = (FORMS / "QS_nam.xlsx").read_bytes()
    browser.drop([FORM])
    said = send(browser, (FORM.name.upper(), other))
    assert (office.submitted / FORM.name).read_bytes() == FORM.read_bytes()
    assert (office.submitted / "QS_6THANG (2).XLSX").read_bytes() == other
    assert "được lưu với tên QS_6THANG (2).XLSX" in said


@pytest.mark.parametrize(
    ("sent", "kept"),
    [
        ("../../../so-muc-tieu.xlsx", "so-muc-tieu.xlsx"),
        ("..\\..\\a.xlsx", "a.xlsx"),
        ("/etc/passwd.xlsx", "passwd.xlsx"),
        ("C:\\Windows\\b.xlsx", "b.xlsx"),
        ("con.xlsx", "con_.xlsx"),
        ("lpt1.tar.xlsx", "lpt1.tar_.xlsx"),
        (".an.xlsx", "an.xlsx"),
        ("~$mo.xlsx", "mo.xlsx"),
        ("a\u202exslx.xlsx", "axslx.xlsx"),
        ("a:b*?.xlsx", "a-b--.xlsx"),
        ("   .xlsx", "tep.xlsx"),
        ("Ô tô.xlsx".encode().decode(), "Ô tô.xlsx"),
        ("x" * 300 + ".xlsx", "x" * 80 + ".xlsx"),
    ],
)
def test_a_hostile_name_stays_in_its_folder(office: Workspace, sent: str, kept: str) -> None:
    before = digests(office.root.parent)
    send(Browser.at(office.root), (sent, FORM.read_bytes()))
    after = digests(office.root.parent)
    new = {name for name in after.keys() - before.keys() if ".qms-xlsx" not in name}
    assert new == {f"MTCL-2024/da-nop/{kept}"}
    assert {name: after[name] for name in before} == before


@pytest.mark.parametrize(
    ("name", "data", "why"),
    [
        ("anh.jpg", b"x", "không phải biểu mẫu"),
        ("a.xlsx.exe", b"MZ", "không phải biểu mẫu"),
        ("khong-duoi", b"x", "không phải biểu mẫu"),
        ("rong.xlsx", b"", "Tệp rỗng"),
    ],
)
def test_what_is_no_form_is_not_taken_and_told(
    office: Workspace, name: str, data: bytes, why: str
) -> None:
    said = send(Browser.at(office.root), (name, data))
    assert named(office) == []
    assert why in said


def test_a_file_that_is_too_large_is_not_taken(
    office: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("qms_xlsx.intake.limits.FILE_BYTES", 10_000)
    said = send(Browser.at(office.root), ("to.xlsx", b"x" * 10_001))
    assert named(office) == []
    assert "lớn hơn" in said


def test_a_drop_that_is_too_large_is_refused_before_it_is_read(
    office: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(uploads, "MOST_BYTES", 1_000)
    browser = Browser.at(office.root)
    answer = browser.post("nop", files=[("files", ("a.xlsx", b"x" * 2_000))])
    assert answer.status_code == 409
    assert "Quá nhiều trong một lần" in answer.text


def test_a_drop_that_lies_about_its_size_is_cut_off(
    office: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(uploads, "MOST_BYTES", 1_000)
    read: list[int] = []

    def endless() -> Iterator[bytes]:
        head = '--x\r\nContent-Disposition: form-data; name="files"; filename="a.xlsx"\r\n\r\n'
        yield head.encode()
        for count in range(1_000):
            read.append(count)
            yield b"x" * 500

    kind = {"content-type": "multipart/form-data; boundary=x"}
    answer = Browser.at(office.root).client.post(f"/{KEY}/nop", content=endless(), headers=kind)
    assert answer.status_code == 409
    assert named(office) == []


def test_more_files_than_are_taken_at_once_are_refused(
    office: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(uploads, "MOST_FILES", 3)
    files = [("files", (f"{n}.xlsx", b"x")) for n in range(4)]
    answer = Browser.at(office.root).post("nop", files=files)
    assert answer.status_code == 409
    assert named(office) == []


def test_batches_are_checked_once_at_their_end(office: Workspace) -> None:
    browser = Browser.at(office.root)
    first = browser.drop([FORM], more="1")
    assert first.status_code == 204
    assert browser.desk.jobs.now is None
    browser.drop([FORMS / "QS_nam.xlsx"], later="1")
    assert len(browser.desk.outcomes.received) == 2
    assert browser.desk.outcomes.validation is not None


def test_a_file_that_is_no_workbook_stops_nothing(office: Workspace) -> None:
    browser = Browser.at(office.root)
    said = send(
        browser, ("doc.xlsx", b"PK\x03\x04" + os.urandom(500)), (FORM.name, FORM.read_bytes())
    )
    assert "✖ Không nhận" in said
    assert browser.get("thang-nay").status_code == 200
    assert "✔ Nhận" in said


def test_a_form_cannot_bring_markup_into_the_page(office: Workspace) -> None:
    browser = Browser.at(office.root)
    name = "<img src=x onerror=alert(1)>.xlsx"
    browser.post("nop", files=[("files", (name, b"khong phai zip"))])
    text = browser.get("thang-nay").text
    assert "<img" not in text
    assert named(office) == ["-img src=x onerror=alert(1)-.xlsx"]
    browser.post("nop", files=[("files", ("a&b.xlsx", b"khong phai zip"))])
    assert "a&amp;b.xlsx" in browser.get("thang-nay").text


def test_a_folder_that_leads_elsewhere_is_not_written_to(office: Workspace, tmp_path: Path) -> None:
    away = tmp_path / "noi-khac"
    away.mkdir()
    office.submitted.rmdir()
    office.submitted.symlink_to(away)
    answer = Browser.at(office.root).drop([FORM])
    assert answer.status_code == 409
    assert list(away.iterdir()) == []

"""The page in a real browser: a half-year by clicks and drops, by keyboard, on a telephone.

Needs Debian's chromium, Playwright and (for accessibility) axe-core under NODE_PATH; skips without
them, unless QMS_XLSX_REQUIRE_BROWSER=1.
"""

from __future__ import annotations

import base64
import os
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zipfile import ZipFile

import pytest

from qms_xlsx.domain.indicator import Component
from qms_xlsx.domain.period import Cadence, slots_of
from qms_xlsx.language.file_names import stem_of
from qms_xlsx.steps.reading import open_register
from tests.form_filler import hand_in
from tests.patience import PATIENCE
from tests.year_folders import SAMPLES, THUONG_LO, year_folder

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qms_xlsx.domain.register import Register

pytestmark = pytest.mark.untraced

DECISION = SAMPLES / THUONG_LO / "source" / "quyet-dinh.docx"
SIZES = {"office screen": (1366, 768), "telephone": (390, 844)}
WAIT = PATIENCE * 1000


def missing(what: str) -> None:
    """Skip a test for which something is not installed, unless it must be."""
    if os.environ.get("QMS_XLSX_REQUIRE_BROWSER") == "1":
        pytest.fail(f"{what} is required and is not installed")
    pytest.skip(f"{what} is not installed")


@pytest.fixture(scope="module")
def chromium() -> Iterator[Any]:
    """A browser without a screen."""
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        missing("Playwright")
    program = shutil.which("chromium")
    if program is None:
        missing("Chromium")
    with sync_playwright() as play:
        args = ["--no-sandbox", "--disable-gpu"]  # nobody looks: drawing as a card would is idle
        browser = play.chromium.launch(executable_path=program, args=args, timeout=WAIT)
        yield browser
        browser.close()


@pytest.fixture
def window(chromium: Any, served: Any) -> Iterator[Any]:
    """A window in which nothing may go wrong unseen; it closes before the server that it asks."""
    context = chromium.new_context(locale="vi-VN", viewport={"width": 1366, "height": 768})
    context.set_default_timeout(WAIT)
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = context.new_page()
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("console", lambda said: wrong.append(said.text) if said.type == "error" else None)
    page.on("request", lambda asked: wrong.append(asked.url) if not _ours(asked.url) else None)
    yield page
    context.close()
    assert [text for text in wrong if "409" not in text] == []


def _ours(url: str) -> bool:
    return url.startswith(("http://127.0.0.1:", "data:", "blob:http://127.0.0.1:"))


class Server:
    """The program as people start it."""

    def __init__(self, folder: Path) -> None:
        command = [sys.executable, "-m", "qms_xlsx", "app", str(folder), "--no-browser"]
        self.process = subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        )
        assert self.process.stdout
        self.address = self.process.stdout.readline().rpartition(" ")[2].strip()

    def end(self) -> str:
        """End it; returns what it said of faults."""
        self.process.terminate()
        return self.process.communicate(timeout=PATIENCE)[1]


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Any]:
    """Starts the program for a folder."""
    started: list[Server] = []

    def serve(folder: Path) -> str:
        started.append(Server(folder))
        return started[-1].address

    yield serve
    assert [server.end() for server in started] == [""] * len(started)


def filled(register: Register, department: str) -> dict[tuple[str, str, str], object]:
    """Return what a department types for a good half-year."""
    typed: dict[tuple[str, str, str], object] = {
        ("form", "report_period", "value"): "6 tháng đầu năm 2024",
        ("form", "report_date", "value"): date(2024, 6, 10),
        ("form", "prepared_by", "value"): "Công chức phụ trách",
    }
    good: dict[Component, object] = {
        Component.NUMERATOR: 10, Component.DENOMINATOR: 10, Component.VALUE: 100,
        Component.ANSWER: "Có", Component.GRADE: "Xuất sắc", Component.RANK: 1,
    }  # fmt: skip
    for indicator in register.owned(department):
        slots = slots_of(indicator.cadence or Cadence.HALF)
        for slot in slots if indicator.cadence is not Cadence.YEAR else ():
            if slot.end_month <= 6:
                for part in indicator.parts:
                    typed["results", f"{indicator.code}:{part.value}", slot.key] = good[part]
    return typed


def drop(page: Any, where: str, files: list[Path]) -> None:
    """Let go of files over a place of the page, as a mouse does once the page is there."""
    page.wait_for_load_state("load")
    page.locator("html.js").wait_for(state="attached")
    sent = [(file.name, base64.b64encode(file.read_bytes()).decode()) for file in files]
    carried = page.evaluate_handle(
        """(files) => {
            const carried = new DataTransfer();
            for (const [name, data] of files) {
                const bytes = Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0));
                carried.items.add(new File([bytes], name));
            }
            return carried;
        }""",
        sent,
    )
    page.dispatch_event(where, "dragover", {"dataTransfer": carried})
    page.dispatch_event(where, "drop", {"dataTransfer": carried})


def press(page: Any, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()


def arrived(page: Any, heading: str) -> None:
    """Wait for a page that a click leads to: what is counted at once may be the one before."""
    page.get_by_role("heading", name=heading).wait_for()
    page.wait_for_load_state("load")


def test_a_half_year_by_clicks_and_drops_alone(  # noqa: PLR0915 (one story)
    window: Any, served: Any, tmp_path: Path
) -> None:
    home = tmp_path / "van-phong"
    home.mkdir()
    window.goto(served(home))

    # The year: from the signed decision to the forms.
    window.get_by_label("Năm của mục tiêu").fill("2024")
    drop(window, "[data-drop]", [DECISION])
    press(window, "Tạo thư mục năm")
    window.get_by_text("Đã lấy gì từ quyết định").wait_for()
    window.get_by_role("link", name="Xem và xác nhận").click()
    arrived(window, "Từng dòng được hiểu thế nào")
    waiting = window.locator("article.open")
    assert waiting.count()
    for left in range(waiting.count(), 0, -1):
        waiting.first.get_by_role("button", name="Đúng ý, xác nhận").click()
        window.get_by_text(f"Còn {left - 1} dòng chờ bạn.").wait_for()
    window.get_by_role("link", name="Năm", exact=True).click()
    window.get_by_text("Mọi dòng đều rõ").wait_for()
    press(window, "Lập biểu mẫu")
    with window.expect_download() as download:
        window.get_by_role("link", name="Tải tất cả biểu mẫu").click()
    packed = tmp_path / "bieu-mau.zip"
    download.value.save_as(packed)

    # The departments: each fills its form in a spreadsheet program and sends it.
    blank, sent = tmp_path / "trong", tmp_path / "gui"
    sent.mkdir()
    with ZipFile(packed) as archive:
        archive.extractall(blank)
    folder = home / "MTCL-2024"
    register, _ = open_register(folder / "so-muc-tieu.xlsx")
    forms = {
        code: hand_in(
            blank / f"{stem_of(code)}-2024.xlsx", sent / f"{code}.xlsx", filled(register, code)
        )
        for code in (department.code for department in register.departments)
        if (blank / f"{stem_of(code)}-2024.xlsx").is_file()
    }
    assert len(forms) >= 3
    last = forms.popitem()[1]

    # The month: what came is dropped, judged, run; the latecomer is named and asked.
    window.get_by_role("link", name="Tháng này").click()
    arrived(window, "Tháng này")
    drop(window, "h1", list(forms.values()))  # beside the field: the page takes it all the same
    arrived(window, "Kết quả kiểm tra từng tệp")
    assert window.get_by_text("✖ Không nhận").count() == 0
    window.get_by_label("Kỳ").select_option("2024-H1")
    window.get_by_label("Tính đến ngày").fill("2024-06-20")
    press(window, "Soạn lời nhắc")
    arrived(window, "Nhắc việc · 6 tháng đầu năm 2024")
    first = window.get_by_role("button", name="Sao chép lời nhắc").first
    first.click()
    window.get_by_role("button", name="Đã sao chép").wait_for()
    assert "PHIẾU NHẮC VIỆC" in window.evaluate("navigator.clipboard.readText()")
    window.get_by_role("link", name="Tháng này", exact=True).click()
    arrived(window, "Tháng này")
    drop(window, "[data-drop]", [last, next(iter(forms.values()))])
    window.get_by_text("Vừa nhận 1 trên 2 tệp.").wait_for()
    window.get_by_label("Kỳ").select_option("2024-H1")
    window.get_by_label("Tính đến ngày").fill("2024-07-05")
    press(window, "Tổng hợp")
    arrived(window, "Cần xử lý")
    assert "chỉ tiêu đã đánh giá" in window.locator("h1").inner_text()
    row = window.locator("details.result:not(.heading)", has_text="Đạt").first
    row.locator("> summary").click()
    assert "đạt mức" in row.locator("> .why > p").first.inner_text()
    assert ".xlsx: Kết quả!" in row.locator(".source").first.inner_text()
    with window.expect_download() as download:
        window.get_by_role("link", name="Tải bảng tổng hợp (Excel)").click()
    assert download.value.suggested_filename == "tong-hop-2024-H1-20240705.xlsx"
    press(window, "Báo cáo Word, phiếu, biên bản")
    window.get_by_role("link", name="bao-cao-2024-H1-20240705.docx").wait_for()

    # The period: it is closed and stands.
    window.get_by_role("link", name="Chốt kỳ").click()
    press(window, "Xem trước khi chốt")
    arrived(window, "Chốt 6 tháng đầu năm 2024")
    window.get_by_label("Lý do").fill("Lãnh đạo đã duyệt; số liệu còn thiếu là của cuối năm")
    press(window, "Chốt kỳ này")
    window.get_by_text("✔ Đã chốt 6 tháng đầu năm 2024").wait_for()
    press(window, "Đối chiếu với lúc chốt")
    window.get_by_text("đúng như lúc chốt").wait_for()
    assert (folder / "chot-so" / "2024-H1" / "manifest.json").is_file()
    assert len(list((folder / "da-nop").iterdir())) == len(forms) + 1


PAGES = ("nam", "cach-hieu", "thang-nay", "ket-qua", "nhac-viec", "chot-ky", "nam-sau", "tro-giup")


@pytest.fixture
def worked(window: Any, served: Any, tmp_path: Path) -> tuple[Any, str]:
    """A window in which a month was run and its reminders written."""
    address = served(year_folder(tmp_path / "MTCL-2024").root)
    window.goto(address)
    press(window, "Kiểm tra lại tất cả")
    arrived(window, "Kết quả kiểm tra từng tệp")
    window.get_by_label("Kỳ").select_option("2024-H1")
    window.get_by_label("Tính đến ngày").fill("2024-06-20")
    press(window, "Soạn lời nhắc")
    arrived(window, "Nhắc việc ·")
    window.goto(address)
    window.get_by_label("Kỳ").select_option("2024-H1")
    window.get_by_label("Tính đến ngày").fill("2024-06-20")
    press(window, "Tổng hợp")
    arrived(window, "Cần xử lý")
    return window, address


@pytest.mark.parametrize("size", SIZES.values(), ids=SIZES)
def test_no_page_has_a_barrier_or_runs_off_the_side(
    worked: tuple[Any, str], size: tuple[int, int]
) -> None:
    window, address = worked
    axe = Path(os.environ.get("NODE_PATH", ""), "axe-core", "axe.min.js")
    if not axe.is_file():
        missing("axe-core")
    window.set_viewport_size({"width": size[0], "height": size[1]})
    found = {}
    for name in PAGES:
        window.goto(f"{address}{name}")
        window.evaluate("for (const own of document.querySelectorAll('details')) own.open = true")
        wide = window.evaluate("document.documentElement.scrollWidth - innerWidth")
        window.evaluate(axe.read_text("utf-8"))
        faults = window.evaluate("axe.run().then((done) => done.violations)")
        serious = {
            fault["id"]: [node["target"] for node in fault["nodes"][:3]]
            for fault in faults
            if fault["impact"] in ("serious", "critical")
        }
        if wide > 0 or serious:
            found[name] = (wide, serious)
    assert found == {}


def test_a_month_is_run_by_keyboard_alone(window: Any, served: Any, tmp_path: Path) -> None:
    window.goto(served(year_folder(tmp_path / "MTCL-2024").root))

    def reach(words: str) -> None:
        """Press Tab until what has the focus bears these words."""
        for _ in range(60):
            window.keyboard.press("Tab")
            own = "const own = document.activeElement; const label = own.labels?.[0] ?? own;"
            if words in window.evaluate(f"() => {{ {own} return label.innerText || ''; }}"):
                ring = "getComputedStyle(document.activeElement).outlineStyle"
                assert window.evaluate(ring) == "solid"
                return
        pytest.fail(f"“{words}” cannot be reached")

    window.keyboard.press("Tab")
    assert window.evaluate("document.activeElement.innerText") == "Tới nội dung chính"
    window.keyboard.press("Enter")
    reach("Kỳ")
    window.keyboard.type("6")
    window.keyboard.press("ArrowDown")
    reach("Tổng hợp")
    window.keyboard.press("Enter")
    arrived(window, "Cần xử lý")
    assert "6 tháng đầu năm 2024" in window.locator(".lead").inner_text()
    reach("Bộ phận chuyên môn áp dụng")
    window.keyboard.press("Enter")
    window.get_by_text("đạt mức").first.wait_for()


def test_the_page_works_without_scripts(chromium: Any, served: Any, tmp_path: Path) -> None:
    address = served(year_folder(tmp_path / "MTCL-2024", forms=["none"]).root)
    context = chromium.new_context(java_script_enabled=False, locale="vi-VN")
    context.set_default_timeout(WAIT)
    page = context.new_page()
    page.goto(address)
    page.set_input_files("#files", SAMPLES / THUONG_LO / "da-nop" / "QS_6thang.xlsx")
    press(page, "Nhận và kiểm tra")
    arrived(page, "Kết quả kiểm tra từng tệp")
    press(page, "Tổng hợp")
    arrived(page, "Cần xử lý")
    context.close()


def test_a_hostile_file_does_not_stop_the_page(window: Any, served: Any, tmp_path: Path) -> None:
    folder = year_folder(tmp_path / "MTCL-2024", forms=["none"]).root
    window.goto(served(folder))
    hostile = tmp_path / "x<img src=q onerror=document.title='ha'>.xlsx"
    hostile.write_bytes(b"PK\x03\x04" + bytes(2_000))
    drop(window, "[data-drop]", [hostile, SAMPLES / THUONG_LO / "da-nop" / "QS_6thang.xlsx"])
    arrived(window, "Kết quả kiểm tra từng tệp")
    window.get_by_text("✖ Không nhận").wait_for()
    assert window.title() != "ha"
    assert window.locator("main img").count() == 0


def served_or_refused(page: Any, heading: str) -> None:
    """Wait until a window's work has ended, or was refused because the other's is going on."""
    done, refused = page.get_by_role("heading", name=heading), page.get_by_text("việc khác")
    done.or_(refused).first.wait_for()
    page.wait_for_load_state("load")


def test_two_windows_do_not_undo_each_other(window: Any, served: Any, tmp_path: Path) -> None:
    folder = year_folder(tmp_path / "MTCL-2024", forms=["none"]).root
    address = served(folder)
    other = window.context.new_page()
    for page in (window, other):
        page.goto(f"{address}thang-nay")
    form = SAMPLES / THUONG_LO / "da-nop" / "QS_6thang.xlsx"
    for page in (window, other):
        drop(page, "[data-drop]", [form])
    for page in (window, other):
        served_or_refused(page, "Kết quả kiểm tra từng tệp")
    assert [path.name for path in (folder / "da-nop").iterdir()] == [form.name]
    for page in (window, other):
        page.goto(f"{address}thang-nay")
        page.get_by_label("Kỳ").select_option("2024-H1")
        page.get_by_label("Tính đến ngày").fill("2024-06-20")
    for page in (window, other):
        press(page, "Tổng hợp")
    for page in (window, other):
        served_or_refused(page, "Cần xử lý")
    for page in (window, other):
        page.goto(f"{address}ket-qua")
    assert other.locator(".lead").inner_text() == window.locator(".lead").inner_text()
    assert len(list((folder / "tong-hop").glob("*.xlsx"))) == 1


def test_quick_clicks_and_an_open_register_are_answered_in_the_page(
    window: Any, served: Any, tmp_path: Path
) -> None:
    folder = year_folder(tmp_path / "MTCL-2024", forms=["none"]).root
    window.goto(f"{served(folder)}cach-hieu")
    window.locator("html.js").wait_for(state="attached")
    lock = folder / "~$so-muc-tieu.xlsx"
    lock.write_bytes(b"")
    press_all = "document.querySelectorAll('button[value=confirm]').forEach((one, n) => n < 3 && one.click())"
    window.evaluate(press_all)
    window.locator("article .trouble", has_text="đang mở trong Excel").nth(2).wait_for()
    window.locator(".htmx-settling").first.wait_for(state="detached")
    lock.unlink()
    window.evaluate(press_all)
    window.get_by_text("✔ Đã xác nhận").nth(2).wait_for()
    window.locator("article .trouble").first.wait_for(state="detached")
    window.locator(".htmx-settling").first.wait_for(state="detached")
    shown = window.locator("article.open").count()
    window.get_by_text(f"Còn {shown} dòng chờ bạn.").wait_for()
    with window.expect_download() as download:
        press(window, "Lập bản in để ký")
    assert download.value.suggested_filename == "cach-hieu.xlsx"
    window.get_by_role("heading", name="Từng dòng được hiểu thế nào").wait_for()
    window.wait_for_load_state("load")
    assert "viec" not in window.url

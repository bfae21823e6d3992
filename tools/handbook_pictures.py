"""Take the handbook's pictures: the page in a real browser, over the half-year of a sample.

    python tools/handbook_pictures.py [FOLDER]

Needs Chromium (Debian: apt-get install chromium) and Playwright (pip install playwright).
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from playwright.sync_api import sync_playwright

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Page

ROOT = Path(__file__).resolve().parent.parent
PICTURES = ROOT / "docs" / "so-tay" / "hinh"
SAMPLE = ROOT / "samples" / "thuong-lo-2024"
OFFICE = "D:/MTCL"
"""Where the folder of the pictures seems to lie: nobody needs to see this machine's own."""
_RENAME = """([from, to]) => {
    const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (words.nextNode()) words.currentNode.data = words.currentNode.data.replaceAll(from, to);
}"""
DESKTOP, TELEPHONE = (1366, 768), (390, 844)


@contextmanager
def page_at(folder: Path) -> Iterator[str]:
    """Give the address of the page of a folder while it is shown."""
    command = [sys.executable, "-m", "qms_xlsx", "app", str(folder), "--no-browser"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:
        try:
            yield server.stdout.readline().rpartition(" ")[2].strip()
        finally:
            server.terminate()


def half_year(page: Page, home: Path, address: str, shot) -> None:
    """Go through a half-year as a secretary would, a picture at each station."""
    page.goto(address)
    shot("01-nam-moi")
    page.get_by_label("Năm của mục tiêu").fill("2024")
    page.set_input_files("#decision", SAMPLE / "source" / "quyet-dinh.docx")
    page.get_by_role("button", name="Tạo thư mục năm").click()
    page.get_by_text("Đã lấy gì từ quyết định").wait_for(timeout=60_000)
    shot("02-nam")
    page.get_by_role("link", name="Xem và xác nhận").click()
    shot("03-cach-hieu")
    shutil.copyfile(SAMPLE / "so-muc-tieu.xlsx", home / "MTCL-2024" / "so-muc-tieu.xlsx")
    page.get_by_role("link", name="Năm", exact=True).click()
    page.get_by_role("button", name="Lập biểu mẫu").click()
    page.get_by_role("link", name="Tải tất cả biểu mẫu").wait_for(timeout=60_000)
    shot("04-bieu-mau")
    page.get_by_role("link", name="Tháng này").click()
    shot("05-thang-nay")
    page.set_input_files("#files", sorted((SAMPLE / "da-nop").glob("*_6thang*.xlsx")))
    page.get_by_role("heading", name="Kết quả kiểm tra từng tệp").wait_for(timeout=60_000)
    page.locator("details.file").nth(2).locator("summary").click()
    shot("06-da-nhan")
    page.locator("#run-period").select_option("2024-H1")
    page.locator("#run-day").fill("2024-06-20")
    page.get_by_role("button", name="Tổng hợp", exact=True).click()
    page.get_by_role("heading", name="Cần xử lý").wait_for(timeout=60_000)
    shot("07-ket-qua")
    page.locator("details.result:not(.heading)").nth(2).locator("> summary").click()
    page.locator("details.result:not(.heading)").nth(2).scroll_into_view_if_needed()
    shot("08-vi-sao")
    page.get_by_role("button", name="Báo cáo Word").click()
    page.get_by_role("link", name="bao-cao-2024-H1-20240620.docx").wait_for(timeout=60_000)
    page.get_by_role("button", name="Nhắc việc và lịch").click()
    page.get_by_role("heading", name="Nhắc việc").first.wait_for(timeout=60_000)
    shot("09-nhac-viec")
    page.get_by_role("link", name="Chốt kỳ").click()
    page.locator("#close-day").fill("2024-07-05")
    page.get_by_role("button", name="Xem trước khi chốt").click()
    page.locator("#h-sure").wait_for(timeout=60_000)
    page.get_by_label("Lý do").fill("Lãnh đạo đã duyệt số liệu đến ngày chốt")
    page.get_by_role("button", name="Chốt kỳ này").click()
    page.get_by_text("✔ Đã chốt 6 tháng đầu năm 2024").wait_for(timeout=60_000)
    shot("10-chot-ky")
    page.get_by_role("link", name="Năm sau").click()
    shot("11-nam-sau")
    page.get_by_role("link", name="Trợ giúp").click()
    shot("12-tro-giup")


def main(arguments: list[str]) -> None:
    out = Path(arguments[0]) if arguments else PICTURES
    out.mkdir(parents=True, exist_ok=True)
    sizes = {"": DESKTOP} if not arguments else {"": DESKTOP, "-phone": TELEPHONE}
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=shutil.which("chromium"))
        with tempfile.TemporaryDirectory() as home, page_at(Path(home)) as address:
            page = browser.new_page(
                locale="vi-VN", viewport={"width": DESKTOP[0], "height": DESKTOP[1]}
            )

            def shot(name: str) -> None:
                page.wait_for_load_state("load")
                page.evaluate(_RENAME, [home, OFFICE])
                for ending, (width, height) in sizes.items():
                    page.set_viewport_size({"width": width, "height": height})
                    page.screenshot(path=out / f"{name}{ending}.png", full_page=bool(arguments))
                page.set_viewport_size({"width": DESKTOP[0], "height": DESKTOP[1]})

            half_year(page, Path(home), address, shot)
        browser.close()


if __name__ == "__main__":
    main(sys.argv[1:])

"""Render the pictures of the README from the demo, through LibreOffice and pdftoppm.

python tools/make_images.py
"""

from __future__ import annotations

import subprocess
import tempfile
from pathlib import Path

from qms_xlsx import demo

IMAGES = Path(__file__).resolve().parent.parent / "docs" / "images"
PAGES = {"tong-quan": ("tong-hop", 1), "muc-tieu": ("tong-hop", 3), "bieu-mau": ("bieu-mau", 13),
         "bao-cao": ("bao-cao", 1)}  # fmt: skip
UPPER_HALF = {"bieu-mau": ["-r", "150", "-x", "50", "-y", "60", "-W", "1660", "-H", "1000"]}


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        played = demo(folder / "demo")
        books = {
            "tong-hop": played.run.summary,
            "bieu-mau": played.workspace.submitted / "TP-HT_6thang.xlsx",
            "bao-cao": played.papers.files["report"],
        }
        for title, (book, page) in PAGES.items():
            picture(books[book], page, IMAGES / title, folder)
            print(f"{title}.png")


def picture(book: Path | None, page: int, target: Path, folder: Path) -> None:
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    convert = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder)]
    subprocess.run([*convert, str(book)], check=True, capture_output=True)
    pdf = folder / f"{Path(str(book)).stem}.pdf"
    size = UPPER_HALF.get(target.name, ["-r", "110"])
    only = ["-png", "-f", str(page), "-l", str(page), "-singlefile"]
    subprocess.run(["pdftoppm", *only, *size, str(pdf), str(target)], check=True)


if __name__ == "__main__":
    main()

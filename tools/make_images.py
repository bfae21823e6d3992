"""Render the pictures of the docs from the demo, as a Vietnamese reader's LibreOffice shows them.

python tools/make_images.py    (needs soffice, pdftoppm, fc-match; a serif font such as Liberation)
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from openpyxl import load_workbook
from openpyxl.worksheet.pagebreak import ColBreak, RowBreak

from qms_xlsx import demo

if TYPE_CHECKING:
    from collections.abc import Callable

    from openpyxl.worksheet.worksheet import Worksheet

IMAGES = Path(__file__).resolve().parent.parent / "docs" / "images"
LOCALE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale" oor:op="fuse">
<value>vi-VN</value></prop></item></oor:items>"""
LETTERS = "ắằẳẵặấầẩẫậếềểễệốồổỗộớờởỡợứừửữựýỳỷỹỵđ"
"""Letters that few fonts have all of."""
LEAD, MISSED = "Văn phòng thống kê", "TL-6"
"""Whose measures the filtered picture shows, and whose figure is led back to its cells."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A page of a document, and the part of it that is kept: pixels from left, top, wide, high."""

    source: str
    page: int = 1
    resolution: int = 110
    kept: tuple[int, int, int, int] | None = None


PICTURES = {
    "tong-quan": Picture("tong-hop"),
    "muc-tieu": Picture("tong-hop", 2),
    "loc-ke-hoach": Picture("loc-ke-hoach", kept=(100, 60, 1140, 480)),
    "du-lieu": Picture("du-lieu", 1, 150, (140, 90, 1560, 400)),
    "bieu-mau": Picture("bieu-mau", 8, 150, (50, 60, 1660, 1000)),
    "bao-cao": Picture("bao-cao"),
}


def main() -> None:
    refuse_without_letters()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        profile = folder / "profile" / "user"
        profile.mkdir(parents=True)
        (profile / "registrymodifications.xcu").write_text(LOCALE, encoding="utf-8")
        played = demo(folder / "demo")
        summary = Path(str(played.run.summary))
        sources = {
            "tong-hop": summary,
            "loc-ke-hoach": part(summary, "Kế hoạch", folder / "loc-ke-hoach.xlsx", of_the_office),
            "du-lieu": part(summary, "Dữ liệu", folder / "du-lieu.xlsx", of_one_figure),
            "bieu-mau": played.workspace.submitted / "TP-HT_6thang.xlsx",
            "bao-cao": played.papers.files["report"],
        }
        for title, picture in PICTURES.items():
            draw(sources[picture.source], picture, IMAGES / title, folder)
            print(f"{title}.png")


def refuse_without_letters() -> None:
    """End unless what stands for Times New Roman has every Vietnamese letter."""
    wanted = f"Times New Roman:charset={' '.join(f'{ord(letter):x}' for letter in LETTERS)}"
    asked = ["fc-match", "--format=%{family}", wanted]
    family = subprocess.run(asked, check=True, capture_output=True, text=True).stdout
    if "Serif" not in family and "Times" not in family:
        sys.exit(f"no serif font has all Vietnamese letters, only {family}: fonts-liberation has")


def part(summary: Path, sheet: str, target: Path, kept: Callable[[Worksheet, int], bool]) -> Path:
    """Return a copy with one sheet, as a reader sees it who hides the other rows."""
    book = load_workbook(summary)
    for name in book.sheetnames:
        if name != sheet:
            del book[name]
    own = book[sheet]
    top = own.freeze_panes and int("".join(filter(str.isdigit, own.freeze_panes)))
    for row in range(top, own.max_row + 1):
        own.row_dimensions[row].hidden = not kept(own, row)
    labels = [str(cell.value) for cell in own[top - 1]]
    last = labels.index("Ô") + 1 if "Ô" in labels else own.max_column
    own.print_area = f"A1:{own.cell(own.max_row, last).coordinate}"
    own.row_breaks, own.col_breaks = RowBreak(), ColBreak()
    own.page_setup.fitToHeight = 0
    book.save(target)
    return target


def of_the_office(sheet: Worksheet, row: int) -> bool:
    """Whether a measure is led by one department: a filter on the column of leads."""
    return sheet.cell(row, 3).value == LEAD


def of_one_figure(sheet: Worksheet, row: int) -> bool:
    """Whether a row of data is of one indicator."""
    return f"/{MISSED}:" in str(sheet.cell(row, 1).value)


def draw(source: Path, picture: Picture, target: Path, folder: Path) -> None:
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    convert = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder)]
    subprocess.run([*convert, str(source)], check=True, capture_output=True)
    page, size = str(picture.page), ["-r", str(picture.resolution)]
    if picture.kept:
        for option, pixels in zip(("-x", "-y", "-W", "-H"), picture.kept, strict=True):
            size += [option, str(pixels)]
    only = ["-png", "-f", page, "-l", page, "-singlefile"]
    pdf = folder / f"{source.stem}.pdf"
    subprocess.run(["pdftoppm", *only, *size, str(pdf), str(target)], check=True)


if __name__ == "__main__":
    main()

"""How many pages a summary prints on, and its smallest letters, measured in LibreOffice's PDF.

python tools/measure_pages.py [SUMMARY.xlsx …]    (the demo's half-year without any)
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections import defaultdict
from pathlib import Path

from pypdf import PdfReader
from python_calamine import CalamineWorkbook

from qms_xlsx import demo


def main(paths: list[str]) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        books = [Path(path) for path in paths] or [demo(folder / "demo").run.summary]
        for book in books:
            names = CalamineWorkbook.from_path(str(book)).sheet_names
            report(pdf_of(book, folder), names)


def pdf_of(book: Path | None, folder: Path) -> Path:
    """Return the PDF of a workbook."""
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    convert = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder)]
    subprocess.run([*convert, str(book)], check=True, capture_output=True)
    return folder / f"{Path(str(book)).stem}.pdf"


def report(pdf: Path, names: list[str]) -> None:
    """Print the pages of each sheet, and their smallest letters."""
    sizes: dict[str, list[float]] = defaultdict(list)
    for page in PdfReader(pdf).pages:
        found = letters(page)
        footers = [(height, text) for _, height, text in found if text in names]
        sizes[min(footers)[1]].append(min(size for size, _, _ in found))
    pages, least = sum(map(len, sizes.values())), min(map(min, sizes.values()))
    print(f"{pdf.stem}: {pages} pages, smallest letters {least:.2f} pt")
    for sheet, own in sizes.items():
        print(f"  {sheet:<12} {len(own):3} pages, {min(own):.2f} pt")


def letters(page) -> list[tuple[float, float, str]]:
    """Return the texts of a page: the size of the letters, the height above the foot, the words."""
    found: list[tuple[float, float, str]] = []

    def visit(text, page_matrix, matrix, _font, size) -> None:
        if text.strip():
            letter = size * abs(page_matrix[3] * matrix[3])
            found.append((letter, page_matrix[3] * matrix[5] + page_matrix[5], text.strip()))

    page.extract_text(visitor_text=visit)
    return found


if __name__ == "__main__":
    main(sys.argv[1:])

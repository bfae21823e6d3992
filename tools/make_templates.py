"""(Re)build workbook_templates/ from the declared layout.

python tools/make_templates.py            # writes workbook_templates/
python tools/make_templates.py FOLDER     # writes elsewhere
"""

from __future__ import annotations

import sys
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from form_template import form_template
from register_template import register_template
from word_template import word_template

from qms_xlsx.book.resources import FORM_TEMPLATE, REGISTER_TEMPLATE, REPORT_TEMPLATE
from qms_xlsx.write.parts.reading import read_book
from qms_xlsx.write.parts.writing import written
from qms_xlsx.write.word.template import document_bytes

if TYPE_CHECKING:
    from collections.abc import Callable

    from openpyxl import Workbook

FOLDER = Path(__file__).resolve().parent.parent / "workbook_templates"
TEMPLATES: dict[str, Callable[[], Workbook]] = {
    REGISTER_TEMPLATE: register_template,
    FORM_TEMPLATE: form_template,
}
MADE = datetime(2024, 1, 1)


def tidied(workbook: Workbook) -> bytes:
    """What openpyxl saves, in the words and the order of our own workbooks."""
    made = BytesIO()
    workbook.save(made)
    book = read_book(made)
    book.title, book.author = workbook.properties.title or "", workbook.properties.creator
    return written(book, MADE, {})


def main(arguments: list[str]) -> int:
    folder = Path(arguments[0]) if arguments else FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    for name, build in TEMPLATES.items():
        (folder / name).write_bytes(tidied(build()))
        print(folder / name)
    (folder / REPORT_TEMPLATE).write_bytes(document_bytes(word_template(), MADE))
    print(folder / REPORT_TEMPLATE)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

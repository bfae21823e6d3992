"""(Re)build workbook_templates/ from the declared layout.

python tools/make_templates.py            # writes workbook_templates/
python tools/make_templates.py FOLDER     # writes elsewhere
"""

from __future__ import annotations

import sys
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from form_template import form_template
from register_template import register_template
from word_template import word_template

from qms_xlsx.book.resources import FORM_TEMPLATE, REGISTER_TEMPLATE, REPORT_TEMPLATE
from qms_xlsx.write.saving import save_workbook
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


def main(arguments: list[str]) -> int:
    folder = Path(arguments[0]) if arguments else FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    for name, build in TEMPLATES.items():
        save_workbook(build(), folder / name, MADE)
        print(folder / name)
    (folder / REPORT_TEMPLATE).write_bytes(document_bytes(word_template(), MADE))
    print(folder / REPORT_TEMPLATE)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""The small office's summary, cell by cell: value, number format, fill.

After a wanted change: QMS_XLSX_UPDATE_GOLDEN=1 python -m pytest tests/write/summary/test_golden.py
"""

from __future__ import annotations

import os
import re
from difflib import unified_diff
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from qms_xlsx import __version__
from tests.write.summary.office import BEFORE, opened

if TYPE_CHECKING:
    from collections.abc import Iterator

    from openpyxl import Workbook

_DIGEST = re.compile(r"[0-9a-f]{64}")
GOLDEN = Path(__file__).with_name("golden.txt")


def lines(book: Workbook) -> Iterator[str]:
    """Yield a line for each cell that holds something."""
    for sheet in book:
        for row in sheet.iter_rows():
            for cell in row:
                if cell.value is None:
                    continue
                fill = cell.fill.fgColor.rgb[2:] if cell.fill.fill_type else "-"
                value = str(cell.value).replace("\n", "⏎").replace(__version__, "VERSION")
                value = _DIGEST.sub("DIGEST", value)  # the version is part of what it is of
                yield f"{sheet.title}!{cell.coordinate}\t{cell.number_format}\t{fill}\t{value}\n"


def test_the_summary_is_as_it_was(tmp_path):
    now = list(lines(opened(tmp_path, background=BEFORE)))
    if os.environ.get("QMS_XLSX_UPDATE_GOLDEN"):
        GOLDEN.write_text("".join(now), encoding="utf-8")
    with GOLDEN.open(encoding="utf-8") as file:
        golden = list(file)
    if now != golden:
        pytest.fail("".join(unified_diff(golden, now, "golden", "now", n=0)), pytrace=False)

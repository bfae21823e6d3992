"""Workbooks of ours, opened by the libraries that other people's programs are made of."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from typing import TYPE_CHECKING
from xml.etree.ElementTree import fromstring
from zipfile import ZipFile

import pytest

from qms_xlsx.book.keys import CellKey
from qms_xlsx.domain.finding import Code, Excludes, Finding, Place, Severity
from qms_xlsx.write.form import fill_register_template, write_form
from qms_xlsx.write.review import Review
from tests.patience import PATIENCE
from tests.write.form.register_helper import small_register

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.untraced

_OPEN = """
const path = process.argv[1], ExcelJS = require('exceljs'), XLSX = require('xlsx');
(async () => {
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(path);
  const notes = [];
  book.eachSheet(sheet => sheet.eachRow({includeEmpty: true}, row =>
    row.eachCell({includeEmpty: true}, cell => {
      if (cell.note) notes.push(JSON.stringify(cell.note));
    })));
  await book.xlsx.writeFile(path + '.again.xlsx');
  const sheets = XLSX.readFile(path);
  console.log(JSON.stringify({notes, names: book.worksheets.map(s => s.name),
    sheetjs: sheets.SheetNames, statuses: Object.values(sheets.Sheets).flatMap(
      sheet => Object.values(sheet).filter(c => c && c.f && c.t === 's').map(c => c.v))}));
})();
"""


@pytest.fixture(scope="module")
def books(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Return a form, a return copy and a register."""
    folder = tmp_path_factory.mktemp("strangers")
    paths = {name: folder / f"{name}.xlsx" for name in ("form", "return", "register")}
    code = Code("V203", "x", Severity.ERROR, Excludes.CELL, "Tử số lớn hơn mẫu số.", "Ghi lại.")
    finding = Finding(code, Place("cu.xlsx", "Kết quả", "Z9"))
    typed = {("results", "5a:numerator", "t1"): 9, ("results", "5a:denominator", "t1"): 8}
    write_form(small_register(), "VP", paths["form"], earlier=typed)
    write_form(
        small_register(), "VP", paths["return"], earlier=typed,
        review=Review([finding], [(CellKey("results", "5a:numerator", "t1"), finding)]),
    )  # fmt: skip
    fill_register_template({"info": [{"organisation": "UBND xã Thử", "year": 2024}]},
                           paths["register"])  # fmt: skip
    return paths


def opened_by_node(path: Path) -> dict[str, list[str]]:
    """Return what ExcelJS and SheetJS find in a workbook; ExcelJS also writes it again."""
    node = shutil.which("node")
    done = node and subprocess.run(
        [node, "-e", _OPEN, str(path)], capture_output=True, text=True, timeout=PATIENCE,
        check=False,
    )  # fmt: skip
    if not done or "Cannot find module" in done.stderr:
        if os.environ.get("QMS_XLSX_REQUIRE_NODE") == "1":
            pytest.fail("node with exceljs and xlsx (NODE_PATH) is required")
        pytest.skip("node with exceljs and xlsx (NODE_PATH) is not installed")
    assert done.returncode == 0, done.stderr
    found: dict[str, list[str]] = json.loads(done.stdout)
    return found


@pytest.mark.parametrize("name", ["form", "return", "register"])
def test_exceljs_and_sheetjs_open_every_workbook(books: dict[str, Path], name: str) -> None:
    found = opened_by_node(books[name])
    assert found["names"] == found["sheetjs"]
    assert len(found["names"]) >= 5
    assert any("V203" in note for note in found["notes"]) is (name == "return")
    assert ("? Chưa có số liệu" in found["statuses"]) is (name != "register")


_FONT = ("b", "i", "strike", "condense", "extend", "outline", "shadow", "u", "vertAlign", "sz",
         "color", "name", "family", "charset", "scheme")  # fmt: skip
_SHEET = (
    "sheetPr", "dimension", "sheetViews", "sheetFormatPr", "cols", "sheetData", "sheetProtection",
    "autoFilter", "mergeCells", "conditionalFormatting", "dataValidations", "hyperlinks",
    "printOptions", "pageMargins", "pageSetup", "headerFooter", "rowBreaks", "colBreaks",
    "ignoredErrors", "drawing", "legacyDrawing",
)  # fmt: skip
"""Children in the order of the schema (ECMA-376, part 4: CT_Font, CT_Worksheet)."""


def _tags(element: object) -> list[str]:
    return [child.tag.rpartition("}")[2] for child in element]  # type: ignore[attr-defined]


@pytest.mark.parametrize("name", ["form", "return", "register"])
def test_parts_keep_the_order_of_the_schema(books: dict[str, Path], name: str) -> None:
    with ZipFile(books[name]) as archive:
        names = [n for n in archive.namelist() if n.endswith(".xml") and n.startswith("xl/")]
        parts = {part: fromstring(archive.read(part)) for part in names}  # noqa: S314
    fonts = [e for e in parts["xl/styles.xml"].iter() if e.tag.endswith("}font")]
    sheets = [root for part, root in parts.items() if part.startswith("xl/worksheets/")]
    for element, order in [*((f, _FONT) for f in fonts), *((s, _SHEET) for s in sheets)]:
        tags = _tags(element)
        assert tags == sorted(tags, key=order.index)
    for sheet in sheets:
        for cell in (e for e in sheet.iter() if e.tag.endswith("}c")):
            assert cell.get("t") != "inlineStr" or _tags(cell) == ["is"], cell.attrib
        for ignored in (e for e in sheet.iter() if e.tag.endswith("}ignoredError")):
            assert ignored.get("sqref")


@pytest.mark.parametrize("name", ["form", "return", "register"])
def test_properties_are_the_offices_and_nothing_asks_to_be_saved(
    books: dict[str, Path], name: str
) -> None:
    with ZipFile(books[name]) as archive:
        core, app, book = (
            archive.read(part).decode()
            for part in ("docProps/core.xml", "docProps/app.xml", "xl/workbook.xml")
        )
    assert "UBND xã Thử" in core
    assert "mục tiêu chất lượng năm 2024" in core
    assert "penpyxl" not in core + app
    assert 'fullCalcOnLoad="1"' not in book

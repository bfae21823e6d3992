from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from openpyxl import load_workbook

from qms_xlsx.book import resources
from qms_xlsx.book.areas import FORM_AREAS, OBJECTIVES, REGISTER_AREAS, Area
from qms_xlsx.write.form import fill_register_template
from tests.workbook_parts import parts
from tests.write.found_tables import find_tables

TOOL = Path(__file__).parents[2] / "tools" / "make_templates.py"
NAMES = (resources.REGISTER_TEMPLATE, resources.FORM_TEMPLATE)


def test_the_templates_are_what_their_command_makes(tmp_path: Path) -> None:
    subprocess.run([sys.executable, TOOL, tmp_path], check=True, capture_output=True)
    for name in NAMES:
        fresh, stored = parts(tmp_path / name), parts(resources.template(name))
        stale = [part for part in fresh if fresh[part] != stored.get(part)]
        assert not stale, f"{name}: run python tools/make_templates.py ({stale})"
        assert fresh.keys() == stored.keys()


@pytest.mark.parametrize(
    ("name", "areas"), list(zip(NAMES, (REGISTER_AREAS, FORM_AREAS), strict=True))
)
def test_a_template_has_every_area_with_every_column(name: str, areas: tuple[Area, ...]) -> None:
    workbook = load_workbook(resources.template(name))
    tables = find_tables(workbook, areas)
    assert [table.area.name for table in tables] == [area.name for area in areas]


@pytest.mark.parametrize("name", NAMES)
def test_every_sheet_prints_on_a4_landscape_in_times_new_roman(name: str) -> None:
    workbook = load_workbook(resources.template(name))
    for sheet in workbook.worksheets:
        assert (sheet.page_setup.orientation, str(sheet.page_setup.paperSize)) == ("landscape", "9")
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert "&P/&N" in sheet.oddFooter.center.text
        fonts = {c.font.name for row in sheet.iter_rows() for c in row
                 if c.value and not str(c.value).startswith("#")
                 and not sheet.row_dimensions[c.row].hidden and c.column > 1}  # fmt: skip
        assert fonts == {"Times New Roman"}


def test_an_empty_register_is_filled_from_rows_by_key(tmp_path: Path) -> None:
    rows = {
        "info": [{"key": "organisation", "value": "UBND xã Thử"}, {"key": "year", "value": 2025}],
        "departments": [{"code": "VP", "name": "=Văn phòng"}],
    }
    assert fill_register_template(rows, tmp_path / "so.xlsx") == ()
    workbook = load_workbook(tmp_path / "so.xlsx")
    info, departments, *_ = find_tables(workbook, REGISTER_AREAS)
    assert info.line("organisation").value == "UBND xã Thử"
    name = departments.cell(departments.first_row, "name")
    assert (name.value, name.data_type) == ("=Văn phòng", "s")
    assert "2025" in workbook["Kế hoạch"]["B1"].value


@pytest.mark.parametrize("key", ["target", "target_h1", "number", "code"])
def test_excel_keeps_what_is_typed_into_the_register(tmp_path: Path, key: str) -> None:
    path = tmp_path / "so.xlsx"
    fill_register_template({}, path)
    (table,) = find_tables(load_workbook(path), (OBJECTIVES,))
    assert table.cell(table.first_row, key).number_format == "@", "100% would become 1"

"""How a sheet meets people: locked, filtered, printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qms_xlsx.write.parts.node import Element, element

if TYPE_CHECKING:
    from collections.abc import Iterable

    from qms_xlsx.write.parts.sheet import Worksheet

_LOCKED = {
    "sheet": "1", "objects": "0", "scenarios": "0", "formatCells": "1", "formatColumns": "0",
    "formatRows": "0", "insertColumns": "1", "insertRows": "1", "insertHyperlinks": "1",
    "deleteColumns": "1", "deleteRows": "1", "selectLockedCells": "0", "sort": "1",
    "autoFilter": "0", "pivotTables": "1", "selectUnlockedCells": "0",
}  # fmt: skip


def set_element(sheet: Worksheet, name: str, **attributes: object) -> None:
    """Set attributes of one of a sheet's elements, which others that share it do not see."""
    node = Element.parse(sheet.elements.get(name) or f"<{name}/>")
    node.attributes |= {key: str(value) for key, value in attributes.items()}
    sheet.elements = sheet.elements | {name: str(node)}


def protect(sheet: Worksheet) -> None:
    """Lock a sheet but for its inputs; widths, filters and comments stay free."""
    own = Element.parse(sheet.elements.get("sheetProtection") or "<sheetProtection/>")
    sheet.elements = sheet.elements | {
        "sheetProtection": element("sheetProtection", own.attributes | _LOCKED)
    }


def scale_to(sheet: Worksheet, scale: object) -> None:
    """Print a sheet at a scale, not fitted to the width: Excel then overlooks page breaks."""
    properties = Element.parse(sheet.elements.get("sheetPr") or "<sheetPr/>")
    properties.put(Element("pageSetUpPr", {"fitToPage": "0"}))
    sheet.elements = sheet.elements | {"sheetPr": str(properties)}
    set_element(sheet, "pageSetup", scale=scale)


def filter_by(sheet: Worksheet, cells: str, hidden: Iterable[int] = ()) -> None:
    """Let people filter cells by their columns, but not by those `hidden` (counted from 0)."""
    columns = "".join(
        f'<filterColumn colId="{column}" hiddenButton="1" showButton="1"/>' for column in hidden
    )
    sheet.elements = sheet.elements | {"autoFilter": element("autoFilter", {"ref": cells}, columns)}

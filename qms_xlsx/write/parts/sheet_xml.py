"""A sheet's part: its rows between its elements, in the order of the schema."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qms_xlsx.write.parts.book import RELATIONSHIPS
from qms_xlsx.write.parts.node import element
from qms_xlsx.write.parts.row_xml import rows_xml
from qms_xlsx.write.parts.sheet import INPUT_CELL, LAST, SCALE, area

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from qms_xlsx.write.parts.row_xml import Place
    from qms_xlsx.write.parts.sheet import Worksheet

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_ABOVE = ("sheetPr", "dimension", "sheetViews", "sheetFormatPr", "cols")
_BELOW = (
    "sheetCalcPr", "sheetProtection", "protectedRanges", "scenarios", "autoFilter", "sortState",
    "dataConsolidate", "customSheetViews", "mergeCells", "phoneticPr", "conditionalFormatting",
    "dataValidations", "hyperlinks", "printOptions", "pageMargins", "pageSetup", "headerFooter",
    "rowBreaks", "colBreaks", "customProperties", "cellWatches", "ignoredErrors", "smartTags",
    "drawing", "legacyDrawing", "legacyDrawingHF", "drawingHF", "picture", "oleObjects",
    "controls", "webPublishItems", "tableParts", "extLst",
)  # fmt: skip
"""A sheet's elements, by where its rows stand (ECMA-376, part 1: CT_Worksheet)."""
_LAST_COLUMN = "16383"


def sheet_part(sheet: Worksheet, results: Mapping[Place, Any]) -> str:
    """Return a sheet's part; formulas bear their results."""
    if sheet.whole:
        return sheet.whole
    own = sheet.elements | _own(sheet)
    above, below = _joined(own, _ABOVE), _joined(own, _BELOW)
    for mark, value in ((LAST, sheet.last), (INPUT_CELL, sheet.input_cell), (SCALE, sheet.scale)):
        above, below = above.replace(mark, str(value)), below.replace(mark, str(value))
    return f'<worksheet xmlns="{_MAIN}">{above}{rows_xml(sheet, results)}{below}</worksheet>'


def _joined(elements: Mapping[str, str], names: Iterable[str]) -> str:
    return "".join(elements[name] for name in names if name in elements)


def _own(sheet: Worksheet) -> dict[str, str]:
    """Return the elements that a sheet knows more of than their text."""
    cells = sheet.dimension
    ignored = {"sqref": cells, "numberStoredAsText": "1", "unlockedFormula": "1"}
    elements = {
        "dimension": element("dimension", {"ref": cells}),
        "cols": _columns(sheet),
        "mergeCells": _counted("mergeCells", _merged(sheet)),
        "dataValidations": _counted("dataValidations", sheet.validations),
        "hyperlinks": "".join(("<hyperlinks>", *sheet.links, "</hyperlinks>")),
        "rowBreaks": _breaks(sheet),
        # Numbers such as "1.2" are texts on purpose.
        "ignoredErrors": f"<ignoredErrors>{element('ignoredError', ignored)}</ignoredErrors>",
        "legacyDrawing": element("legacyDrawing", {"xmlns:r": RELATIONSHIPS, "r:id": "anysvml"}),
    }
    absent = (("hyperlinks", sheet.links), ("legacyDrawing", sheet.comments))
    return {n: x for n, x in elements.items() if x and n not in {k for k, own in absent if not own}}


def _columns(sheet: Worksheet) -> str:
    known = sorted(sheet.columns.keys() | sheet.widths.keys() | sheet.hidden)
    texts = (_column(sheet, column) for column in known)
    return f"<cols>{''.join(texts)}</cols>" if known else ""


def _column(sheet: Worksheet, column: int) -> str:
    hidden = ' hidden="1"' if column in sheet.hidden else ""
    own = sheet.columns.get(column) or {"width": f"{sheet.wide(column):g}", "customWidth": "1"}
    told = "".join(f' {name}="{value}"' for name, value in own.items())
    return f'<col{hidden}{told} min="{column}" max="{column}"/>'


def _merged(sheet: Worksheet) -> Iterable[str]:
    return (f'<mergeCell ref="{area(*corners)}"/>' for corners in sorted(sheet.merged))


def _breaks(sheet: Worksheet) -> str:
    ends = dict.fromkeys(sheet.breaks)
    brk = "".join(f'<brk id="{row}" min="0" max="{_LAST_COLUMN}" man="1"/>' for row in ends)
    counts = f'count="{len(ends)}" manualBreakCount="{len(ends)}"'
    return f"<rowBreaks {counts}>{brk}</rowBreaks>" if ends else ""


def _counted(name: str, items: Iterable[str]) -> str:
    own = list(items)
    return f'<{name} count="{len(own)}">{"".join(own)}</{name}>' if own else ""

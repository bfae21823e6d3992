"""A workbook's parts read to be filled, as our own tools write them and openpyxl saves them."""

from __future__ import annotations

from posixpath import join, normpath
from typing import TYPE_CHECKING, Any
from zipfile import ZipFile

from qms_xlsx.book.a1 import column
from qms_xlsx.write.parts.book import Frame, Name, Workbook
from qms_xlsx.write.parts.node import Element
from qms_xlsx.write.parts.sheet import Formula, Looks, SheetRow, Worksheet
from qms_xlsx.write.parts.styles import Styles

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import IO

_TEXTS = "xl/sharedStrings.xml"
_UP_TO = 200
"""Columns that get a width of their own where the template gives many one."""


def read_book(file: IO[bytes]) -> Workbook:
    """Return a workbook to fill."""
    with ZipFile(file) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    frame = Frame(
        parts=parts,
        workbook=Element.parse(parts.pop("xl/workbook.xml")),
        relations=Element.parse(parts.pop("xl/_rels/workbook.xml.rels")),
        types=Element.parse(parts.pop("[Content_Types].xml")),
        core=Element.parse(parts.pop("docProps/core.xml")),
        styles=Styles.parse(parts.pop("xl/styles.xml")),
    )
    parts.pop("docProps/app.xml", None)
    book = Workbook(frame, [])
    _take_sheets(book, _take_texts(frame))
    _take_names(book)
    return book


def _take_texts(frame: Frame) -> list[str]:
    """Return the texts that cells share; ours hold their own."""
    part = frame.parts.pop(_TEXTS, None)
    for node, key in ((frame.relations, "Target"), (frame.types, "PartName")):
        node.children = [o for o in node.elements() if not _TEXTS.endswith(_file(o, key))]
    return [own.text for own in Element.parse(part).elements()] if part else []


def _file(node: Element, key: str) -> str:
    """Return the file that an element speaks of; "/" where it speaks of none."""
    return node.attributes.get(key, "/").rpartition("/")[2] or "/"


def _take_sheets(book: Workbook, texts: Sequence[str]) -> None:
    frame = book.frame
    targets = {
        own.attributes["Id"]: normpath(join("/xl", own.attributes["Target"])).lstrip("/")
        for own in frame.relations.elements()
    }
    listed = frame.workbook.find("sheets")
    for own in listed.elements() if listed else ():
        path = targets[own.attributes["r:id"]]
        frame.paths.append(path)
        part = Element.parse(frame.parts.pop(path))
        book.sheets.append(_sheet(own.attributes["name"], part, texts))
        relations = frame.parts.pop(
            f"{path.replace('/worksheets/', '/worksheets/_rels/')}.rels", None
        )
        if relations:
            book.sheets[-1].relations = [str(own) for own in Element.parse(relations).elements()]


def _take_names(book: Workbook) -> None:
    named = book.frame.workbook.find("definedNames")
    for own in named.elements() if named else ():
        name = Name(own.attributes, own.text)
        book.names[name.key] = name


def _sheet(title: str, root: Element, texts: Sequence[str]) -> Worksheet:
    if root.name != "worksheet":
        return Worksheet(title, whole=str(root))
    sheet = Worksheet(title)
    for own in root.elements():
        match own.name:
            case "sheetData":
                sheet.rows = {int(row.attributes["r"]): _row(row, texts) for row in own.elements()}
            case "cols":
                _take_columns(sheet, own)
            case "mergeCells":
                sheet.merged = [_corners(m.attributes["ref"]) for m in own.elements()]
            case "dataValidations":
                sheet.validations = [str(rule) for rule in own.elements()]
            case "hyperlinks":
                sheet.links = [str(link) for link in own.elements()]
            case "rowBreaks":
                sheet.breaks = [int(one.attributes["id"]) for one in own.elements()]
            case "dimension" | "ignoredErrors":
                pass
            case name:
                sheet.elements[name] = sheet.elements.get(name, "") + str(own)
    return sheet


def _row(row: Element, texts: Sequence[str]) -> SheetRow:
    cells = {_column(cell.attributes["r"]): cell for cell in row.elements()}
    styles = {at: int(s) for at, cell in cells.items() if (s := cell.attributes.get("s"))}
    values = {at: value for at, cell in cells.items() if (value := _value(cell, texts)) is not None}
    own = {
        name: text
        for name, text in row.attributes.items()
        if name not in ("r", "ht", "customHeight")
    }
    height = row.attributes.get("ht")
    return SheetRow(Looks(styles), values, {}, own, float(height) if height else None)


def _value(cell: Element, texts: Sequence[str]) -> Any:
    formula, value, kind = cell.find("f"), cell.find("v"), cell.attributes.get("t", "n")
    if formula is not None:
        return Formula(formula.text)
    if kind == "inlineStr":
        return "".join(own.text for own in cell.elements("is"))
    if value is None or kind == "e":
        return None
    if kind == "s":
        return texts[int(value.text)]
    if kind == "b":
        return value.text == "1"
    return float(value.text) if kind == "n" else value.text


def _take_columns(sheet: Worksheet, cols: Element) -> None:
    """Give each column its own width: Excel stores neighbours of one width together."""
    for own in cols.elements():
        first, last = int(own.attributes["min"]), int(own.attributes["max"])
        for number in range(first, min(last, _UP_TO) + 1):
            rest = {k: v for k, v in own.attributes.items() if k not in ("min", "max", "hidden")}
            sheet.columns[number] = rest
            sheet.widths[number] = float(own.attributes.get("width", 13))
            if own.attributes.get("hidden") == "1":
                sheet.hidden.add(number)


def _corners(ref: str) -> tuple[int, int, int, int]:
    """Return the first row, first column, last row and last column of cells.

    >>> _corners("B1:AA12")
    (1, 2, 12, 27)
    """
    first, _, last = ref.partition(":")
    (top, left), (bottom, right) = (_place(own) for own in (first, last or first))
    return top, left, bottom, right


def _place(address: str) -> tuple[int, int]:
    letters = address.rstrip("0123456789")
    return int(address[len(letters) :]), _column(address)


def _column(address: str) -> int:
    return column(address.rstrip("0123456789")) + 1

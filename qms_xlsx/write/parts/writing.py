"""A filled workbook as the bytes of its file: the same content makes the same bytes."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING, Any

from qms_xlsx.book import look
from qms_xlsx.write.parts.archive import ArchivePart, archived
from qms_xlsx.write.parts.book import RELATIONSHIPS
from qms_xlsx.write.parts.comments import comments_part, shapes_part
from qms_xlsx.write.parts.node import DECLARATION, Element, element
from qms_xlsx.write.parts.sheet_xml import sheet_part

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import datetime

    from qms_xlsx.write.parts.book import Frame, Workbook
    from qms_xlsx.write.parts.row_xml import Place

_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_SHAPES = "application/vnd.openxmlformats-officedocument.vmlDrawing"
_BEHIND_NAMES = ("calcPr", "oleSize", "customWorkbookViews", "pivotCaches", "extLst")
_APPLICATION = (
    f'{DECLARATION}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/'
    'extended-properties"><Application>qms-xlsx</Application></Properties>'
)


def written(book: Workbook, moment: datetime, results: Mapping[Place, Any]) -> bytes:
    """Return a workbook's file, made and changed at `moment`; formulas bear their `results`."""
    if not book.frame.sealed:
        book.frame.sealed = tuple(ArchivePart.of(*part) for part in _shared(book.frame))
    own = (ArchivePart.of(*part) for part in _own(book, moment, results))
    return archived((*book.frame.sealed, *own))


def _shared(frame: Frame) -> Iterator[tuple[str, str | bytes]]:
    """Yield the parts that are the same in every workbook of a frame."""
    yield from frame.parts.items()
    yield "docProps/app.xml", _APPLICATION
    yield "xl/styles.xml", frame.styles.part()
    known = {own.attributes["Id"] for own in frame.relations.elements()}
    listed = frame.workbook.find("sheets")
    for sheet, path in zip(listed.elements() if listed else (), frame.paths, strict=True):
        if (name := sheet.attributes["r:id"]) not in known:
            to = {"Type": f"{RELATIONSHIPS}/worksheet", "Target": f"/{path}", "Id": name}
            frame.relations.children.append(Element("Relationship", to))
    yield "xl/_rels/workbook.xml.rels", str(frame.relations)


def _own(
    book: Workbook, moment: datetime, results: Mapping[Place, Any]
) -> Iterator[tuple[str, str | bytes]]:
    """Yield the parts that are a workbook's own."""
    numbers, calculates = count(1), False
    noted: list[int] = []
    for sheet, path in zip(book.sheets, book.frame.paths, strict=True):
        relations = list(sheet.relations)
        if sheet.comments:
            number = next(numbers)
            noted.append(number)
            yield f"xl/comments{number}.xml", comments_part(sheet.comments)
            yield f"xl/drawings/vmlDrawing{number}.vml", shapes_part(sheet.comments)
            relations += _to_comments(number)
        part = sheet_part(sheet, results)
        calculates |= "<f>" in part and not results
        yield path, part
        if relations:
            own = element(
                "Relationships", {"xmlns": f"{_PACKAGE}/relationships"}, "".join(relations)
            )
            yield f"{path.replace('/worksheets/', '/worksheets/_rels/')}.rels", own
    yield "xl/workbook.xml", _workbook(book, calculates=calculates)
    yield "docProps/core.xml", _properties(book, moment)
    yield "[Content_Types].xml", _types(book.frame, noted)


def _to_comments(number: int) -> tuple[str, str]:
    """Return what leads from a sheet to its comments and their boxes."""
    places = (("comments", f"../comments{number}.xml", "comments"),
              ("vmlDrawing", f"../drawings/vmlDrawing{number}.vml", "anysvml"))  # fmt: skip
    one, other = (
        element("Relationship", {"Type": f"{RELATIONSHIPS}/{kind}", "Target": at, "Id": name})
        for kind, at, name in places
    )
    return one, other


def _workbook(book: Workbook, *, calculates: bool) -> str:
    root = book.frame.workbook
    names = [Element("definedName", own.attributes, [own.formula]) for own in book.names.values()]
    root.put(Element("definedNames", {}, [*names]), before=_BEHIND_NAMES)
    by, full = str(look.CALCULATED_BY), "1" if calculates else "0"
    root.put(Element("calcPr", {"calcId": by, "fullCalcOnLoad": full}), _BEHIND_NAMES[1:])
    return str(root)


def _properties(book: Workbook, moment: datetime) -> str:
    root = book.frame.core
    kind = {"xmlns:dcterms": "http://purl.org/dc/terms/", "xsi:type": "dcterms:W3CDTF",
            "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance"}  # fmt: skip
    core = {"xmlns:dc": "http://purl.org/dc/elements/1.1/"}
    for name, attributes, text in (
        ("dc:creator", core, book.author),
        ("dc:title", core, book.title),
        ("dcterms:created", kind, f"{moment:%Y-%m-%dT%H:%M:%SZ}"),
        ("dcterms:modified", kind, f"{moment:%Y-%m-%dT%H:%M:%SZ}"),
    ):
        root.put(Element(name, attributes, [text]))
    return str(root)


def _types(frame: Frame, noted: list[int]) -> str:
    """Return what kind of part each is, comments of some numbers among them."""
    known = {own.attributes.get("PartName") for own in frame.types.elements()}
    kinds = {f"/{path}": f"{_KIND}.worksheet+xml" for path in frame.paths}
    kinds |= {f"/xl/comments{number}.xml": f"{_KIND}.comments+xml" for number in noted}
    more = [
        element("Override", {"PartName": path, "ContentType": kind})
        for path, kind in kinds.items()
        if path not in known
    ]
    if noted:
        more.append(element("Default", {"Extension": "vml", "ContentType": _SHAPES}))
    inside = "".join((*map(str, frame.types.children), *more))
    return element(frame.types.name, frame.types.attributes, inside)

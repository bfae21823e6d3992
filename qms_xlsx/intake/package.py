"""OOXML and OpenDocument packages: inspected, and rewritten as the little that is needed."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

from qms_xlsx.intake import limits, markup, notes, texts
from qms_xlsx.intake.archive import Archive, packed
from qms_xlsx.intake.cells import Cells, check_count
from qms_xlsx.intake.concealed import is_locked
from qms_xlsx.intake.faults import RefusedError, damaged, fault, refuse
from qms_xlsx.intake.formats import by_style
from qms_xlsx.intake.parts import Parts, Relation, modified, relations, workbook_part
from qms_xlsx.intake.rebuild import rebuilt
from qms_xlsx.intake.usual import is_usual, searched
from qms_xlsx.language.messages import N_

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime
    from io import BytesIO

    from qms_xlsx.domain.finding import Finding

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
# Excel's newer errors, which calamine takes for a broken file.
_NEW_ERROR = re.compile(
    rb'(<c(?=[^<>]* t="e")[^<>]*>(?:<f[^<>]*/>|<f[^<>]*>[^<]*</f>)?<v>)'
    rb"(?!#(?:DIV/0!|N/A|NAME\?|NULL!|NUM!|REF!|VALUE!)<)#[^<]*(?=</v>)"
)

_UNREAD = f'<worksheet xmlns="{_MAIN}"><sheetData/></worksheet>'.encode()


@dataclass(frozen=True, slots=True)
class Package:
    """A workbook made ready: what calamine is to read, and what it will not tell."""

    kind: str
    plain: BytesIO | None = None  # None where `rows` are read already
    rows: tuple[list[list[object]], ...] = ()
    names: tuple[str, ...] = ()
    indices: tuple[int, ...] = ()  # of these sheets among all of the workbook; () for all
    visible: tuple[bool, ...] = ()
    cells: tuple[Cells, ...] = ()
    from_1904: bool = False
    long_texts: bool = True  # whether a cell may hold more than a cell can
    modified: datetime | None = None
    warnings: tuple[Finding, ...] = ()
    notes: int = 0


@dataclass(slots=True)
class _Workbook:
    """An OOXML workbook part: its sheets that hold cells, in order."""

    names: list[str] = field(default_factory=list)
    visible: list[bool] = field(default_factory=list)
    targets: list[str] = field(default_factory=list)
    from_1904: bool = False


def _workbook(parts: Parts, part: str, links: dict[str, Relation]) -> _Workbook:
    book = _Workbook()
    for tag, attributes in markup.elements(part, parts[part]):
        if tag == "workbookPr":
            book.from_1904 = attributes.get("date1904") in ("1", "true", "on")
        elif tag == "sheet":
            link = next((links.get(v) for k, v in attributes.items() if k.endswith(" id")), None)
            if link is None or link.target not in parts:
                raise damaged(N_("a sheet is missing"))
            if len(book.names) >= limits.SHEETS:
                raise refuse("F204", limit=limits.SHEETS, actual=len(book.names) + 1)
            if link.type == "worksheet":
                book.names.append(attributes.get("name", ""))
                book.visible.append(attributes.get("state", "visible") == "visible")
                book.targets.append(link.target)
    return book


def worksheets(parts: Parts) -> dict[str, str]:
    """Return the lower-case part name of each sheet that holds cells, by the sheet's name."""
    part = workbook_part(parts)
    book = _workbook(parts, part, relations(parts, part))
    return dict(zip(book.names, book.targets, strict=True))


def ooxml(
    archive: Archive,
    parts: Parts,
    part: str,
    *,
    areas: tuple[str, ...] = (),
    mark: bytes = b"",
    exact: bool = False,
) -> Package:
    """Return an .xlsx or .xlsm workbook made ready; raise RefusedError past a limit.

    With `areas` only the sheets that hold one of them, where that can be told. Of sheets that
    nobody can type in, only those are read in which a cell starts with `mark`. With `exact` every
    sheet is written anew, also those that look as they should.
    """
    by_id = relations(parts, part)
    links = {relation.type: relation for relation in by_id.values()}
    book = _workbook(parts, part, by_id)
    shared = texts.plain(_linked(parts, links, "sharedStrings"), exact=exact)
    book = _holding(book, parts, shared, areas)
    styles = _linked(parts, links, "styles")
    _check_styles(styles)
    check_count([parts[target] for target in book.targets])
    marked = texts.holding(shared, mark) if mark else None
    sheets = _sheets(book, parts, shared, by_style(styles), marked, exact=exact)
    texts.check_expanded(shared, [data for _, data in sheets])
    macros = "vbaProject" in links or "macroEnabled" in _content_type(parts, part)
    return Package(
        "xlsm" if macros else "xlsx",
        packed(_plain_parts([data for _, data in sheets], shared)),
        names=tuple(book.names),
        visible=tuple(book.visible),
        cells=tuple(found for found, _ in sheets),
        from_1904=book.from_1904,
        long_texts=texts.may_be_long(shared, [data for _, data in sheets]),
        modified=modified(parts),
        warnings=tuple(_warnings(archive, parts, book.from_1904, macros)),
        notes=notes.in_workbook(parts.below("xl/comments")),
    )


def _holding(book: _Workbook, parts: Parts, shared: bytes, areas: tuple[str, ...]) -> _Workbook:
    """Return the workbook with the sheets that hold one of the areas; whole if not all are found.

    A sheet names a shared text by its number, which may be another cell's figure: then it stays.
    """
    wanted = [m for area in areas for m in _numbers(shared, f"#qms:{area}:".encode())]
    found = {number: [t for t in book.targets if number in parts[t]] for number in wanted}
    if not wanted or not all(found.values()):
        return book
    kept = {target for targets in found.values() for target in targets}
    places = [place for place, target in enumerate(book.targets) if target in kept]
    return _Workbook(
        [book.names[place] for place in places],
        [book.visible[place] for place in places],
        [book.targets[place] for place in places],
        book.from_1904,
    )


def _numbers(shared: bytes, start: bytes) -> list[bytes]:
    """Return how sheets name the shared texts that begin so."""
    items = [] if b"<si " in shared else shared.split(b"<si>")[1:]
    return [b"<v>%d</v>" % number for number, item in enumerate(items) if b">" + start in item]


def _sheets(
    book: _Workbook,
    parts: Parts,
    shared: bytes,
    styles: Mapping[int, str],
    marked: re.Pattern[bytes] | None,
    *,
    exact: bool,
) -> list[tuple[Cells, bytes]]:
    """Return what each sheet says, and its part as calamine is to read it."""
    made = []
    for name, target, visible in zip(book.names, book.targets, book.visible, strict=True):
        data = parts[target]
        if markup.root_name(data) != "worksheet":
            raise refuse("F308").on(name)
        locked = marked is not None and is_locked(data)
        if marked and (locked or not visible) and not texts.may_hold(data, marked):
            made.append((Cells(locked=locked), _UNREAD))
            continue
        try:
            usual = not exact and is_usual(data)
            if usual:
                found, plain = searched(data, styles), data
            else:
                found, plain = rebuilt(data, texts.count(shared), styles)
        except RefusedError as refusal:
            raise refusal.on(name, target) from None
        made.append((found, _NEW_ERROR.sub(rb"\1#VALUE!", plain) if found.errors else plain))
    return made


def _linked(parts: Parts, links: dict[str, Relation], kind: str) -> bytes:
    """Return the part that the workbook names for this, b'' if it names none."""
    link = links.get(kind)
    if link is None:
        return b""
    if link.target not in parts:
        raise damaged(N_("a part is missing"))
    return parts[link.target]


def _content_type(parts: Parts, part: str) -> str:
    types = "[content_types].xml"
    for _, attributes in markup.elements(types, parts.get(types, b"<Types/>")):
        if attributes.get("PartName", "").lower() == "/" + part:
            return attributes.get("ContentType", "")
    return ""


@lru_cache(maxsize=64)  # forms from one template have the same styles
def _check_styles(styles: bytes) -> None:
    used = styles[styles.find(b"cellXfs") : styles.rfind(b"cellXfs")]
    count = len(re.findall(rb"[<:]xf[\s/>]", used))
    if count > limits.STYLES:
        raise refuse("F208", limit=limits.STYLES, actual=count)


def _warnings(archive: Archive, parts: Parts, from_1904: bool, macros: bool) -> list[Finding]:
    found = []
    if macros or any(name.startswith("xl/macrosheets/") for name in archive.entries):
        found.append(fault("F501"))
    external = parts.below("xl/externallinks/external")
    if external:
        found.append(fault("F502"))
    if "xl/connections.xml" in parts or any(b"ddeLink" in data for data in external.values()):
        found.append(fault("F503"))
    if from_1904:
        found.append(fault("F507"))
    return found


def _plain_parts(sheets: list[bytes], shared: bytes) -> list[tuple[str, bytes]]:
    """Return the smallest workbook with these sheets: no macros, links, styles or drawings."""
    made = [("[Content_Types].xml", b"<Types/>")]
    links, listed = [], []
    for number, data in enumerate(sheets):
        made.append((f"xl/worksheets/{number}.xml", data))
        links.append(("worksheet", f"worksheets/{number}.xml"))
        listed.append(f'<sheet name="{number}" sheetId="{number + 1}" r:id="r{number}"/>')
    if shared:
        made.append(("xl/sharedStrings.xml", shared))
        links.append(("sharedStrings", "sharedStrings.xml"))
    inside = f"<sheets>{''.join(listed)}</sheets>"
    workbook = f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}">{inside}</workbook>'
    made.append(("xl/workbook.xml", workbook.encode()))
    made.append(("xl/_rels/workbook.xml.rels", _rels(links)))
    made.append(("_rels/.rels", _rels([("officeDocument", "xl/workbook.xml")])))
    return made


def _rels(links: list[tuple[str, str]]) -> bytes:
    items = "".join(
        f'<Relationship Id="r{number}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(links)
    )
    return f'<Relationships xmlns="{_RELATIONS}">{items}</Relationships>'.encode()

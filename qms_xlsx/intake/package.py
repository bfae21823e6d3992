"""OOXML and OpenDocument packages: inspected, and rewritten as the little that is needed."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass, field
from datetime import datetime, timedelta, timezone
from typing import TYPE_CHECKING

from qms_xlsx.intake import limits, markup, notes
from qms_xlsx.intake.archive import Archive, packed
from qms_xlsx.intake.cells import Cells, check_count, scan
from qms_xlsx.intake.faults import damaged, fault, refuse
from qms_xlsx.language.messages import N_

if TYPE_CHECKING:
    from io import BytesIO

    from qms_xlsx.domain.finding import Finding

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_MODIFIED = re.compile(rb"<(?:dcterms:modified|dc:date)[^<>]*>\s*([0-9T:.Z+-]{10,40})")
# Excel's newer errors, which calamine takes for a broken file.
_NEW_ERROR = re.compile(
    rb'(<c(?=[^<>]* t="e")[^<>]*>(?:<f[^<>]*/>|<f[^<>]*>[^<]*</f>)?<v>)'
    rb"(?!#(?:DIV/0!|N/A|NAME\?|NULL!|NUM!|REF!|VALUE!)<)#[^<]*(?=</v>)"
)
_STRING = re.compile(rb"uniqueCount\s*=\s*[\"']\s*([0-9]+)")
_SMALLEST_STRING = len(b"<si/>")

_VIETNAM = timezone(timedelta(hours=7))


@dataclass(frozen=True, slots=True)
class Package:
    """A workbook made ready: what calamine is to read, and what it will not tell."""

    kind: str
    plain: BytesIO
    names: tuple[str, ...] = ()  # of an OOXML workbook's sheets; an .ods tells its own
    visible: tuple[bool, ...] = ()
    cells: tuple[Cells, ...] = ()
    modified: datetime | None = None
    warnings: tuple[Finding, ...] = ()
    notes: int = 0


def xml_parts(archive: Archive) -> dict[str, bytes]:
    """Return every XML part by its lower-case name, each one whole and harmless."""
    parts = {}
    for key, entry in archive.entries.items():
        if key.endswith((".xml", ".rels")):
            parts[key] = data = archive.read(entry)
            markup.check(entry.name, data)
    return parts


def modified(parts: dict[str, bytes]) -> datetime | None:
    """Return when the file says that it was last saved."""
    match = _MODIFIED.search(parts.get("docprops/core.xml") or parts.get("meta.xml") or b"")
    try:
        saved = datetime.fromisoformat(match[1].decode()) if match else None
    except ValueError:
        return None
    if saved and saved.tzinfo is None:  # LibreOffice writes the office's own time
        return saved.replace(tzinfo=_VIETNAM)
    return saved


@dataclass(frozen=True, slots=True)
class Relation:
    """A link between two parts of a package; the type is its last word."""

    type: str
    target: str
    external: bool


def relations(parts: dict[str, bytes], part: str) -> dict[str, Relation]:
    """Return a part's relations by id, their targets as lower-case part names."""
    folder, name = posixpath.split(part)
    data = parts.get(posixpath.join(folder, "_rels", name + ".rels"))
    found = {}
    for tag, attributes in markup.elements(data) if data else ():
        if tag == "Relationship":
            target = attributes.get("Target", "").replace("\\", "/").lower()
            full = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
            kind = attributes.get("Type", "").rpartition("/")[2]
            external = attributes.get("TargetMode") == "External"
            found[attributes.get("Id", "")] = Relation(kind, full, external)
    return found


def workbook_part(parts: dict[str, bytes]) -> str:
    """Return the name of an OOXML package's workbook part, or ''."""
    for relation in relations(parts, "").values():
        if relation.type == "officeDocument":
            return relation.target
    return ""


def is_workbook(parts: dict[str, bytes], part: str) -> bool:
    """Return whether the package's main part is a workbook's."""
    return markup.root_name(parts.get(part, b"")) == "workbook"


@dataclass(slots=True)
class _Workbook:
    """An OOXML workbook part: its sheets that hold cells, in order."""

    names: list[str] = field(default_factory=list)
    visible: list[bool] = field(default_factory=list)
    targets: list[str] = field(default_factory=list)
    from_1904: bool = False


def _workbook(parts: dict[str, bytes], part: str, links: dict[str, Relation]) -> _Workbook:
    book = _Workbook()
    for tag, attributes in markup.elements(parts[part]):
        if tag == "workbookPr":
            book.from_1904 = attributes.get("date1904") in ("1", "true", "on")
        elif tag == "sheet":
            link = next((links.get(v) for k, v in attributes.items() if k.endswith(" id")), None)
            if link is None or link.target not in parts:
                raise damaged(N_("a sheet is missing"))
            if link.type == "worksheet":
                book.names.append(attributes.get("name", ""))
                book.visible.append(attributes.get("state", "visible") == "visible")
                book.targets.append(link.target)
    return book


def ooxml(archive: Archive, parts: dict[str, bytes], part: str) -> Package:
    """Return an .xlsx or .xlsm workbook made ready; raise RefusedError past a limit."""
    by_id = relations(parts, part)
    links = {relation.type: relation for relation in by_id.values()}
    book = _workbook(parts, part, by_id)
    shared = _linked(parts, links, "sharedStrings")
    styles = _linked(parts, links, "styles")
    _check_strings(shared)
    _check_styles(styles)
    check_count([parts[target] for target in book.targets])
    cells = tuple(scan(parts[target]) for target in book.targets)
    plain = packed(_plain_parts(book, parts, cells, shared, styles))
    macros = "vbaProject" in links or "macroEnabled" in _content_type(parts, part)
    return Package(
        "xlsm" if macros else "xlsx",
        plain,
        tuple(book.names),
        tuple(book.visible),
        cells,
        modified(parts),
        tuple(_warnings(archive, parts, book.from_1904, macros)),
        notes.in_workbook(parts),
    )


def _linked(parts: dict[str, bytes], links: dict[str, Relation], kind: str) -> bytes:
    """Return the part that the workbook names for this, b'' if it names none."""
    link = links.get(kind)
    if link is None:
        return b""
    if link.target not in parts:
        raise damaged(N_("a part is missing"))
    return parts[link.target]


def _content_type(parts: dict[str, bytes], part: str) -> str:
    for _, attributes in markup.elements(parts.get("[content_types].xml", b"<Types/>")):
        if attributes.get("PartName", "").lower() == "/" + part:
            return attributes.get("ContentType", "")
    return ""


def _check_strings(shared: bytes) -> None:
    claimed = _STRING.search(shared, 0, 4096)
    room = len(shared) // _SMALLEST_STRING
    if claimed and (len(claimed[1]) > 12 or int(claimed[1]) > room):
        raise refuse("F210", limit=room, actual=claimed[1].decode()[:20])


def _check_styles(styles: bytes) -> None:
    used = styles[styles.find(b"cellXfs") : styles.rfind(b"cellXfs")]
    count = len(re.findall(rb"[<:]xf[\s/>]", used))
    if count > limits.STYLES:
        raise refuse("F208", limit=limits.STYLES, actual=count)


def _warnings(
    archive: Archive, parts: dict[str, bytes], from_1904: bool, macros: bool
) -> list[Finding]:
    found = []
    if macros or any(name.startswith("xl/macrosheets/") for name in archive.entries):
        found.append(fault("F501"))
    external = [data for name, data in parts.items() if name.startswith("xl/externallinks/")]
    if external:
        found.append(fault("F502"))
    if "xl/connections.xml" in parts or any(b"ddeLink" in data for data in external):
        found.append(fault("F503"))
    if from_1904:
        found.append(fault("F507"))
    return found


def _plain_parts(
    book: _Workbook, parts: dict[str, bytes], cells: tuple[Cells, ...], shared: bytes, styles: bytes
) -> list[tuple[str, bytes]]:
    """Return the smallest workbook with these sheets: no macros, links, names or drawings."""
    made = [("[Content_Types].xml", b"<Types/>")]
    links, sheets = [], []
    for number, (target, found) in enumerate(zip(book.targets, cells, strict=True)):
        data = parts[target]
        if found.errors:
            data = _NEW_ERROR.sub(rb"\1#VALUE!", data)
        made.append((f"xl/worksheets/{number}.xml", data))
        links.append(("worksheet", f"worksheets/{number}.xml"))
        sheets.append(f'<sheet name="{number}" sheetId="{number + 1}" r:id="r{number}"/>')
    for kind, data in (("sharedStrings", shared), ("styles", styles)):
        if data:
            made.append((f"xl/{kind}.xml", data))
            links.append((kind, f"{kind}.xml"))
    dates = f'<workbookPr date1904="{int(book.from_1904)}"/>'
    workbook = (
        f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}">{dates}'
        f"<sheets>{''.join(sheets)}</sheets></workbook>"
    )
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

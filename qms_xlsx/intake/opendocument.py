"""OpenDocument workbooks (.ods): what they hold, and what they say of themselves."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qms_xlsx.intake import notes
from qms_xlsx.intake.faults import RefusedError, fault, refuse
from qms_xlsx.intake.ods_tables import Tables
from qms_xlsx.intake.package import Package
from qms_xlsx.intake.parts import modified

if TYPE_CHECKING:
    from qms_xlsx.domain.finding import Finding
    from qms_xlsx.intake.archive import Archive
    from qms_xlsx.intake.parts import Parts

MIME = b"application/vnd.oasis.opendocument.spreadsheet"
_LIBRARY = re.compile(r"(?:basic/(?!script-l[bc]\.xml)|scripts/).+\.(?:xml|py|js|bsh|class)")


def is_spreadsheet(archive: Archive, parts: Parts) -> bool:
    """Return whether the package says that it is an OpenDocument spreadsheet."""
    entry = archive.entries.get("mimetype")
    return bool("content.xml" in parts and entry and archive.read(entry).startswith(MIME))


def opendocument(archive: Archive, parts: Parts) -> Package:
    """Return what an .ods workbook holds; raise RefusedError past a limit."""
    if b"encryption-data" in _manifest(parts):
        raise refuse("F107")
    content = parts["content.xml"]
    try:
        tables = Tables().parsed(content)
    except RefusedError as refusal:
        raise refusal.on(part="content.xml") from None
    return Package(
        "ods",
        rows=tuple(table.rows for table in tables),
        names=tuple(table.name for table in tables),
        visible=tuple(table.visible for table in tables),
        cells=tuple(table.found for table in tables),
        modified=modified(parts),
        warnings=tuple(_warnings(archive, content)),
        notes=notes.in_opendocument(content),
    )


def _manifest(parts: Parts) -> bytes:
    """Return the list of parts; who cannot read it learns no password from it."""
    try:
        return parts.get("meta-inf/manifest.xml")
    except RefusedError:
        return b""


def _warnings(archive: Archive, content: bytes) -> list[Finding]:
    found = []
    if any(_LIBRARY.fullmatch(name) for name in archive.entries):
        found.append(fault("F501"))
    if b"<table:table-source" in content or b"'file://" in content:
        found.append(fault("F502"))
    if b"<office:dde-source" in content or b"<table:dde-link" in content:
        found.append(fault("F503"))
    return found

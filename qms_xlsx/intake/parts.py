"""The parts of a package, checked as they are read, and how they are linked."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from typing import TYPE_CHECKING

from qms_xlsx.intake import markup
from qms_xlsx.intake.faults import RefusedError

if TYPE_CHECKING:
    from qms_xlsx.intake.archive import Archive

_MODIFIED = re.compile(rb"<(?:dcterms:modified|dc:date)[^<>]*>\s*([0-9T:.Z+-]{10,40})")
_VIETNAM = timezone(timedelta(hours=7))


class Parts:
    """The XML parts of a package by lower-case name; each is read and checked when it is used.

    What nobody looks at (SharePoint's own XML, libraries of macros) is no reason to refuse a file.
    """

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self._read: dict[str, bytes] = {}

    def __contains__(self, name: str) -> bool:
        return name in self._archive.entries

    def __getitem__(self, name: str) -> bytes:
        if name not in self._read:
            entry = self._archive.entries[name]
            self._read[name] = markup.checked(entry.name, self._archive.read(entry))
        return self._read[name]

    def get(self, name: str, default: bytes = b"") -> bytes:
        """Return a part, the default where the package has none."""
        return self[name] if name in self._archive.entries else default

    def below(self, start: str) -> dict[str, bytes]:
        """Return the XML parts whose names start so."""
        names = (n for n in self._archive.entries if n.startswith(start) and n.endswith(".xml"))
        return {name: self[name] for name in names}


def modified(parts: Parts) -> datetime | None:
    """Return when the file says that it was last saved; one that says it badly says nothing."""
    name = "docprops/core.xml" if "docprops/core.xml" in parts else "meta.xml"
    try:
        match = _MODIFIED.search(parts.get(name))
        saved = datetime.fromisoformat(match[1].decode()) if match else None
    except ValueError:
        return None
    except RefusedError as refusal:
        if refusal.fault.code in ("F305", "F306"):
            return None
        raise
    if saved and saved.tzinfo is None:  # LibreOffice writes the office's own time
        return saved.replace(tzinfo=_VIETNAM)
    return saved


@dataclass(frozen=True, slots=True)
class Relation:
    """A link between two parts of a package; the type is its last word."""

    type: str
    target: str
    external: bool


def relations(parts: Parts, part: str) -> dict[str, Relation]:
    """Return a part's relations by id, their targets as lower-case part names."""
    folder, name = posixpath.split(part)
    links = posixpath.join(folder, "_rels", name + ".rels")
    found = {}
    for tag, attributes in markup.elements(links, parts[links]) if links in parts else ():
        if tag == "Relationship":
            target = attributes.get("Target", "").replace("\\", "/").lower()
            full = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
            kind = attributes.get("Type", "").rpartition("/")[2]
            external = attributes.get("TargetMode") == "External"
            found[attributes.get("Id", "")] = Relation(kind, full, external)
    return found


def workbook_part(parts: Parts) -> str:
    """Return the name of an OOXML package's workbook part, or ''."""
    for relation in relations(parts, "").values():
        if relation.type == "officeDocument":
            return relation.target
    return ""


def is_workbook(parts: Parts, part: str) -> bool:
    """Return whether the package's main part is a workbook's."""
    return markup.root_name(parts.get(part)) == "workbook"

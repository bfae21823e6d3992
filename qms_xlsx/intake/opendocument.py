"""OpenDocument workbooks (.ods): inspected, and rewritten as the little that is needed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qms_xlsx.intake import limits, notes
from qms_xlsx.intake.archive import Archive, packed
from qms_xlsx.intake.cells import MAX_ROWS, Cells, check_reach
from qms_xlsx.intake.concealed import MAX_COLUMNS
from qms_xlsx.intake.faults import damaged, fault, refuse
from qms_xlsx.intake.markup import check_size, parse
from qms_xlsx.intake.package import Package, modified
from qms_xlsx.language.messages import N_

if TYPE_CHECKING:
    from qms_xlsx.domain.finding import Finding
    from qms_xlsx.intake.book import Place

MIME = b"application/vnd.oasis.opendocument.spreadsheet"
_HIDDEN = ("collapse", "filter")
_NOTE, _NOTE_END = re.compile(rb"<office:annotation[\s>]"), b"</office:annotation>"
_MANIFEST = (
    b'<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>'
)


def is_spreadsheet(archive: Archive, parts: dict[str, bytes]) -> bool:
    """Return whether the package says that it is an OpenDocument spreadsheet."""
    entry = archive.entries.get("mimetype")
    return bool("content.xml" in parts and entry and archive.read(entry).startswith(MIME))


def opendocument(archive: Archive, parts: dict[str, bytes]) -> Package:
    """Return an .ods workbook made ready; raise RefusedError past a limit."""
    if b"encryption-data" in parts.get("meta-inf/manifest.xml", b""):
        raise refuse("F107")
    content = _without_notes(parts["content.xml"])
    check_size(content, limits.PARSED_BYTES)
    tables = _Parser().parsed(content)
    plain = packed(
        [
            ("mimetype", MIME),
            ("META-INF/manifest.xml", _MANIFEST),
            ("content.xml", content),
        ]
    )
    return Package(
        "ods",
        plain,
        names=tuple(tables),
        cells=tuple(tables.values()),
        modified=modified(parts),
        warnings=tuple(_warnings(archive, content)),
        notes=notes.in_opendocument(parts["content.xml"]),
    )


def _without_notes(content: bytes) -> bytes:
    """Return the content without cell notes, which calamine takes for a part of the text."""
    kept, at = [], 0
    while match := _NOTE.search(content, at):
        end = content.find(_NOTE_END, match.end())
        if end < 0:
            break
        kept.append(content[at : match.start()])
        at = end + len(_NOTE_END)
    return b"".join([*kept, content[at:]])


def _warnings(archive: Archive, content: bytes) -> list[Finding]:
    found = []
    if any(name.startswith(("basic/script", "scripts/")) for name in archive.entries):
        found.append(fault("F501"))
    if b"<table:table-source" in content or b"'file://" in content:
        found.append(fault("F502"))
    if b"<office:dde-source" in content or b"<table:dde-link" in content:
        found.append(fault("F503"))
    return found


class _Parser:
    """The tables of a content part: where they have errors and formulas, and how far they go."""

    def __init__(self) -> None:
        self.tables: dict[str, Cells] = {}
        self.found = Cells()
        self.depth = 0  # tables may stand inside cells
        self.rows = 0  # before the current one
        self.row_repeats = 1
        self.column = 0
        self.columns = 0  # declared before the rows
        self.width = 0  # of the widest row with a value
        self.count = 0

    def parsed(self, data: bytes) -> dict[str, Cells]:
        parse(data, self.start, self.end)
        return self.tables

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if name == "table:table":
            self.depth += 1
            if self.depth == 1:
                self.table(attributes)
        elif self.depth == 1 and name == "table:table-column":
            self.declare(attributes)
        elif self.depth == 1 and name == "table:table-row":
            self.row(attributes)
        elif self.depth == 1 and name in ("table:table-cell", "table:covered-table-cell"):
            self.cell(attributes)
        elif name == "text:s":  # spaces, counted instead of written
            spaces = _repeats(attributes, "text:c")
            if spaces > limits.CHARACTERS:
                raise refuse("F209", limit=limits.CHARACTERS, actual=spaces)

    def end(self, name: str) -> None:
        if name == "table:table":
            self.depth -= 1
        elif self.depth == 1 and name == "table:table-row":
            self.rows += self.row_repeats

    def table(self, attributes: dict[str, str]) -> None:
        name = attributes.get("table:name", "")
        if name in self.tables:
            raise refuse("F302", part=name)
        self.found = self.tables[name] = Cells()
        self.found.locked = attributes.get("table:protected") == "true"
        self.rows = self.width = self.columns = 0

    def declare(self, attributes: dict[str, str]) -> None:
        """Note which columns are hidden."""
        first, repeats = self.columns, _repeats(attributes, "table:number-columns-repeated")
        self.columns = min(first + repeats, MAX_COLUMNS)
        if attributes.get("table:visibility") in _HIDDEN:
            self.found.hidden_columns.update(range(first, self.columns))

    def row(self, attributes: dict[str, str]) -> None:
        self.row_repeats = _repeats(attributes, "table:number-rows-repeated")
        self.column = 0
        if attributes.get("table:visibility") in _HIDDEN:
            last = min(self.rows + self.row_repeats, MAX_ROWS)
            self.found.hidden_rows.update(range(self.rows, last))

    def cell(self, attributes: dict[str, str]) -> None:
        first, repeats = self.column, _repeats(attributes, "table:number-columns-repeated")
        self.column += repeats
        if (
            "table:number-columns-spanned" in attributes
            or "table:number-rows-spanned" in attributes
        ):
            self.merge(first, attributes)
        formula = "table:formula" in attributes
        if not formula and "office:value-type" not in attributes:
            return
        bottom = self.rows + self.row_repeats
        self.width = max(self.width, self.column)
        check_reach(bottom, self.width)
        self.count += repeats * self.row_repeats
        if self.count > limits.CELLS:
            raise refuse("F205", limit=limits.CELLS, actual=self.count)
        error = attributes.get("calcext:value-type") == "error"
        if formula or error:
            self.note(first, formula, error, "office:value-type" in attributes)

    def merge(self, column: int, attributes: dict[str, str]) -> None:
        width = _repeats(attributes, "table:number-columns-spanned")
        height = _repeats(attributes, "table:number-rows-spanned")
        if width * height > 1:
            last = self.rows + height - 1, column + width - 1
            self.found.merges.append(((self.rows, column), last))

    def note(self, first: int, formula: bool, error: bool, valued: bool) -> None:
        places: set[Place] = {
            (row, column)
            for row in range(self.rows, self.rows + self.row_repeats)
            for column in range(first, self.column)
        }
        if error:
            self.found.errors |= places
        if formula:
            self.found.formulas |= places
            if not valued:
                self.found.unvalued |= places


def _repeats(attributes: dict[str, str], name: str) -> int:
    written = attributes.get(name, "1")
    if not (written.isascii() and written.isdigit() and 1 <= len(written) <= 10):
        raise damaged(N_("its contents cannot be understood"))
    return int(written)

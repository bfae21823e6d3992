"""Single cells of a workbook written anew; every other byte of its parts stays as it was."""

from __future__ import annotations

import re
import zipfile
from dataclasses import dataclass, field
from io import BytesIO
from typing import TYPE_CHECKING
from xml.parsers import expat

from qms_xlsx.intake.archive import Archive
from qms_xlsx.intake.package import worksheets
from qms_xlsx.intake.parts import Parts
from qms_xlsx.language.text import as_xml
from qms_xlsx.write.parts.node import quoted

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

_ADDRESS = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")


class CannotPatchError(ValueError):
    """The cell cannot be written without touching anything else."""


def patch(source: Path, target: Path, sheet: str, values: Mapping[str, str]) -> None:
    """Write a copy of a workbook with other texts in some cells of a sheet, by their addresses.

    Raises CannotPatchError for cells that hold formulas, or stand where no cell can be told.
    """
    raw = source.read_bytes()
    wanted = worksheets(Parts(Archive(raw))).get(sheet)
    if wanted is None:
        raise CannotPatchError(sheet)
    with zipfile.ZipFile(BytesIO(raw)) as old, zipfile.ZipFile(target, "w") as new:
        for entry in old.infolist():
            data = old.read(entry)
            if entry.filename.replace("\\", "/").lower() == wanted:
                data = patched(data, values)
            new.writestr(entry, data)


def patched(data: bytes, values: Mapping[str, str]) -> bytes:
    """Return a sheet's XML with other texts in some cells.

    >>> sheet = b'<x><row r="2"><c r="A2" s="3"><v>1</v></c></row></x>'
    >>> patched(sheet, {"A2": ""})
    b'<x><row r="2"><c r="A2" s="3"/></row></x>'
    """
    for address, text in values.items():
        found = _Finder(address, data).look()
        data = data[: found.start] + found.cell(text).encode() + data[found.end :]
    return data


@dataclass(slots=True)
class _Finder:
    """Where a cell stands in a sheet's bytes, or where it would."""

    address: str
    _data: bytes
    start: int = -1
    end: int = -1
    prefix: str = ""
    style: str = ""
    _row: bool = False
    """Whether the parser is in the cell's row."""
    _inside: bool = False
    """Whether the parser is in the cell."""
    _ended: bool = False
    """Whether the cell has ended, and the next thing begins behind it."""
    _parser: expat.XMLParserType = field(default_factory=expat.ParserCreate)

    def look(self) -> _Finder:
        """Find the cell; CannotPatchError when its place cannot be told."""
        parser = self._parser
        parser.StartElementHandler = self._begin
        parser.EndElementHandler = self._close
        parser.DefaultHandler = self._between
        try:
            self._data.decode("utf-8")
            parser.Parse(self._data, True)
        except (expat.ExpatError, UnicodeDecodeError) as error:
            raise CannotPatchError(self.address) from error
        if self.start < 0 or self.end < 0:
            raise CannotPatchError(self.address)
        return self

    def cell(self, text: str) -> str:
        """Return the cell as it is to stand there; a blank one keeps its looks."""
        name = f"{self.prefix}c"
        style = f' s="{quoted(self.style)}"' if self.style else ""
        head = f'<{name} r="{self.address}"{style}'
        if not text:
            return f"{head}/>"
        inside = f'<{self.prefix}t xml:space="preserve">{as_xml(text)}</{self.prefix}t>'
        return f'{head} t="inlineStr"><{self.prefix}is>{inside}</{self.prefix}is></{name}>'

    def _begin(self, name: str, attributes: dict[str, str]) -> None:
        self._between()
        prefix, _, local = name.rpartition(":")
        if self._inside and local == "f":
            raise CannotPatchError(self.address)
        if local == "row":
            self._row = attributes.get("r") == _place(self.address)[1]
        elif local == "c" and self._row and self.end < 0:
            self._at_cell(attributes, f"{prefix}:" if prefix else "")

    def _at_cell(self, attributes: dict[str, str], prefix: str) -> None:
        here = attributes.get("r", "")
        if _place(here)[0] < _place(self.address)[0]:
            return
        self.start, self.prefix = self._parser.CurrentByteIndex, prefix
        if here == self.address:
            self._inside, self.style = True, attributes.get("s", "")
        else:
            self.end = self.start

    def _close(self, name: str) -> None:
        self._between()
        prefix, _, local = name.rpartition(":")
        if local == "c" and self._inside:
            self._inside, self._ended = False, True
        elif local == "row" and self._row:
            here = self._parser.CurrentByteIndex
            if self.end < 0 and self._data.startswith(
                f"</{name}".encode(), here
            ):  # not an empty one
                self.start = self.end = here
                self.prefix = f"{prefix}:" if prefix else ""
            self._row = False

    def _between(self, _: str = "") -> None:
        if self._ended:
            self.end, self._ended = self._parser.CurrentByteIndex, False


def _place(address: str) -> tuple[tuple[int, str], str]:
    """Return a cell's column, in the order of columns, and its row."""
    found = _ADDRESS.fullmatch(address)
    if found is None:
        raise CannotPatchError(address)
    return (len(found[1]), found[1]), found[2]

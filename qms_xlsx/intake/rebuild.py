"""Worksheet parts written in unusual ways, read element by element and written anew.

What a cell holds is taken as XML says it; a cell that no program writes so is left out and
named, so that one odd spot costs its cell and not the file.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from qms_xlsx.book.a1 import address
from qms_xlsx.intake import limits
from qms_xlsx.intake.cells import MAX_ROWS, Cells, CoveredCells, check_reach, place, span
from qms_xlsx.intake.concealed import true, union
from qms_xlsx.intake.faults import refuse
from qms_xlsx.intake.markup import check_size, parse
from qms_xlsx.language.text import as_xml

if TYPE_CHECKING:
    from collections.abc import Mapping

    from qms_xlsx.intake.book import Place

MAIN = (
    "",
    "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    "http://purl.oclc.org/ooxml/spreadsheetml/main",
)
_HEAD = f'<worksheet xmlns="{MAIN[1]}"><sheetData>'
_NUMBER = re.compile(r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]{1,3})?")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}(?:T[0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]+)?)?)?Z?")
_RUNS = frozenset(
    ("r", "t", "rPr", "rFont", "charset", "family", "b", "i", "strike", "outline", "shadow",
     "condense", "extend", "color", "sz", "u", "vertAlign", "scheme")
)  # fmt: skip
UNREAD = ("rPh", "phoneticPr")


@dataclass(slots=True)
class _Cell:
    """A cell as it is met."""

    at: Place
    type: str
    style: int
    kind: str = ""  # of the child that is open: v, f, is, t (in is)
    value: list[str] = field(default_factory=list)
    has_formula: bool = False
    has_value: bool = False
    odd: bool = False


def rebuilt(data: bytes, texts: int, styles: Mapping[int, str]) -> tuple[Cells, bytes]:
    """Return what a part says, and the part written anew; raise RefusedError past a limit.

    `texts` is how many shared strings there are.
    """
    check_size(data, limits.PARSED_BYTES)
    return _Parser(texts, styles).parsed(data)


class _Parser:
    """The slow and exact way: every element of the part."""

    def __init__(self, texts: int, styles: Mapping[int, str]) -> None:
        self.texts, self.styles = texts, styles
        self.found = Cells()
        self.area = CoveredCells()
        self.count = 0
        self.columns: list[tuple[bytes, bytes]] = []  # hidden ones, as they are written
        self.row = -1
        self.column = -1
        self.reach = (0, 0)
        self.skipped = 0  # how deep inside an element that is not read
        self.cell: _Cell | None = None
        self.values: dict[Place, str] = {}

    def parsed(self, data: bytes) -> tuple[Cells, bytes]:
        parse(data, self.start, self.end, self.text, separator=" ", aside=self.aside)
        self.found.hidden_columns = union(self.columns)
        for at in self.found.odd:
            self.values.pop(at, None)
        return self.found, self._written().encode()

    def _written(self) -> str:
        rows: dict[int, list[str]] = {}
        for row, column in sorted(self.values):
            rows.setdefault(row, []).append(self.values[row, column])
        lines = (f'<row r="{row + 1}">{"".join(cells)}</row>' for row, cells in rows.items())
        return f"{_HEAD}{''.join(lines)}</sheetData></worksheet>"

    def start(self, name: str, attributes: dict[str, str]) -> None:
        space, _, local = name.rpartition(" ")
        if self.skipped:
            self.skipped += 1
        elif self.cell is not None:
            self.inside(self.cell, local if space in MAIN else "?", attributes)
        elif space in MAIN:
            self.outside(local, attributes)
        else:
            self.skipped = 1

    def outside(self, name: str, attributes: dict[str, str]) -> None:
        match name:
            case "c":
                self.open(attributes)
            case "row":
                self.open_row(attributes)
            case "mergeCell":
                merged = span(attributes.get("ref", ""))
                self.area.add(*merged)
                self.found.merges.append(merged)
            case "col" if true(attributes.get("hidden")):
                columns = attributes.get("min", ""), attributes.get("max", "")
                self.columns.append((columns[0].encode(), columns[1].encode()))
            case "sheetProtection":
                self.found.locked = true(attributes.get("sheet"))
            case "extLst":
                self.skipped = 1

    def open_row(self, attributes: dict[str, str]) -> None:
        number = attributes.get("r", "").strip()
        plain = number.isascii() and number.isdigit()
        row = int(number[:9]) - 1 if plain else self.row + 1
        if not 0 <= row < MAX_ROWS:
            raise refuse("F307", reference=f"A{number[:20]}")
        self.row, self.column = row, -1
        if true(attributes.get("hidden")):
            self.found.hidden_rows.add(row)
        self.found.last_row = max(self.found.last_row, row + 1)

    def open(self, attributes: dict[str, str]) -> None:
        self.count += 1
        if self.count > limits.CELLS:
            raise refuse("F205", limit=limits.CELLS, actual=self.count)
        reference = attributes.get("r", "").strip()
        at = place(reference) if reference else (max(self.row, 0), self.column + 1)
        self.column = at[1]
        style = attributes.get("s", "")
        number = int(style) if style.isascii() and style.isdigit() and len(style) < 6 else 0
        self.cell = _Cell(at, attributes.get("t", "n").strip(), number)

    def inside(self, cell: _Cell, name: str, attributes: dict[str, str]) -> None:
        """Follow an element inside a cell; one that has no business there makes the cell odd."""
        if name in ("extLst", *UNREAD):
            self.skipped = 1
        elif cell.kind == "is":
            cell.odd = cell.odd or name not in _RUNS
            cell.kind = "t" if name == "t" else "is"
        elif cell.kind or name not in ("v", "f", "is"):
            cell.odd, self.skipped = True, 1
        else:
            self.child(cell, name, attributes)

    def child(self, cell: _Cell, name: str, attributes: dict[str, str]) -> None:
        cell.kind = name
        if name == "f":
            cell.has_formula = True
            if attributes.get("t") in ("array", "dataTable"):
                covered = span(attributes.get("ref", ""))
                self.area.add(*covered)
                self.found.cover(*covered)
        else:
            cell.odd = cell.odd or cell.has_value
            cell.has_value = True

    def text(self, text: str) -> None:
        cell = self.cell
        if cell is None or self.skipped:
            return
        if cell.kind in ("v", "t"):
            cell.value.append(text)

    def aside(self, *_: str) -> None:
        """Meet a comment or a processing instruction: nothing may hide inside a value."""
        if self.cell is not None and self.cell.kind in ("v", "is", "t"):
            self.cell.odd = True

    def end(self, name: str) -> None:
        if self.skipped:
            self.skipped -= 1
            return
        local = name.rpartition(" ")[2]
        if self.cell is None:
            return
        if local == self.cell.kind:
            self.cell.kind = "is" if local == "t" else ""
        elif local == "c":
            self.finish(self.cell)
            self.cell = None

    def finish(self, cell: _Cell) -> None:
        at, found = cell.at, self.found
        value = "".join(cell.value)
        if cell.type == "e":
            found.errors.add(at)
        if cell.has_formula:
            found.formulas.add(at)
            if not value and cell.type != "str":
                found.unvalued.add(at)
        if not value.strip() and not cell.odd:
            self.blank(cell, value)
            return
        self.reach = max(self.reach[0], at[0] + 1), max(self.reach[1], at[1] + 1)
        check_reach(*self.reach)
        written = self.canonical(cell, value)
        if cell.odd or written is None or at in self.values or at in found.odd:
            found.odd[at] = value.strip()[: limits.CHARACTERS]
            return
        self.values[at] = written

    def blank(self, cell: _Cell, value: str) -> None:
        """Keep a text that is only blanks; anything else without a value is an empty cell."""
        if value and cell.type in ("str", "inlineStr"):
            self.values[cell.at] = _text(cell.at, value)

    def canonical(self, cell: _Cell, value: str) -> str | None:
        """Return a cell as Excel would write it, None where that cannot be told."""
        head, plain = f'<c r="{address(*cell.at)}"', value.strip()
        match cell.type:
            case "n" if _NUMBER.fullmatch(plain):
                if shown := self.styles.get(cell.style):
                    self.found.shown[cell.at] = shown
                return f"{head}><v>{plain}</v></c>"
            case "s" if plain.isascii() and plain.isdigit() and int(plain[:9]) < self.texts:
                return f'{head} t="s"><v>{int(plain)}</v></c>'
            case "str" | "inlineStr":
                return _text(cell.at, value)
            case "b" if plain in ("0", "1", "true", "false"):
                return f'{head} t="b"><v>{int(plain in ("1", "true"))}</v></c>'
            case "d" if _DAY.fullmatch(plain):
                return f'{head} t="d"><v>{plain}</v></c>'
            case "e":
                return ""
        return None


def _text(at: Place, value: str) -> str:
    return f'<c r="{address(*at)}" t="str"><v>{as_xml(value)}</v></c>'

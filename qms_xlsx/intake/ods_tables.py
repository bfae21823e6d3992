"""The tables of an OpenDocument content part: values as typed, errors, formulas, what is hidden."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import product
from typing import TYPE_CHECKING

from qms_xlsx.intake import limits
from qms_xlsx.intake.cells import MAX_ROWS, Cells, CoveredCells, check_reach
from qms_xlsx.intake.concealed import MAX_COLUMNS
from qms_xlsx.intake.faults import damaged, refuse
from qms_xlsx.intake.formats import DATE, PERCENT, TIME
from qms_xlsx.intake.markup import check_size, parse
from qms_xlsx.intake.ods_values import EPOCH, moment_of, short_name, value_of, written
from qms_xlsx.language.messages import N_

if TYPE_CHECKING:
    from collections.abc import Iterable

    from qms_xlsx.intake.book import Place

_HIDDEN = ("collapse", "filter")
_UNREAD = frozenset(
    ("office:annotation", "table:shapes", "table:dde-links", "table:tracked-changes",
     "table:detective", "office:forms", "draw:frame", "draw:custom-shape", "draw:control")
)  # fmt: skip
_READ = frozenset(
    ("table:table", "table:table-column", "table:table-row", "table:table-cell",
     "table:covered-table-cell", "style:style", "style:table-properties", "table:null-date",
     "text:s", "text:tab", "text:line-break")
)  # fmt: skip
_SPANNED = frozenset(("table:number-columns-spanned", "table:number-rows-spanned"))
_PARAGRAPHS = ("text:p", "text:h")
_CELLS = ("table:table-cell", "table:covered-table-cell")
_ERROR = re.compile(r"#(?:DIV/0!|N/A|NAME\?|NULL!|NUM!|REF!|VALUE!)|Err:[0-9]{3}")
_SPACE = "\0"  # a space that was written as such; XML cannot hold this character
_BLANKS = re.compile(r"[ \t\r\n]+")


@dataclass(slots=True)
class OdsTable:
    """One table: its values by row and column while it is read, its rows at the end."""

    name: str
    visible: bool
    found: Cells = field(default_factory=Cells)
    values: dict[int, dict[int, object]] = field(default_factory=dict)
    height: int = 0
    width: int = 0

    def put(self, places: list[Place], value: object, shown: str) -> None:
        """Take in a value that stands in these places, and how it is shown."""
        for row, column in places:
            self.values.setdefault(row, {})[column] = value
        self.height = max(self.height, places[-1][0] + 1)
        self.width = max(self.width, places[-1][1] + 1)
        if shown:
            self.found.shown.update(dict.fromkeys(places, shown))

    @property
    def rows(self) -> list[list[object]]:
        """The values from A1 on, '' for an empty cell."""
        blank: list[object] = [""] * self.width
        made = []
        for number in range(self.height):
            row = list(blank)
            for column, value in self.values.get(number, {}).items():
                row[column] = value
            made.append(row)
        return made


@dataclass(slots=True)
class _Cell:
    """A cell as it is met: its attributes, and its paragraphs."""

    first: int
    last: int
    about: dict[str, str]
    paragraphs: list[list[str]] = field(default_factory=list)

    @property
    def text(self) -> str:
        if "office:string-value" in self.about:
            return self.about["office:string-value"]
        lines = ("".join(pieces).strip(" ") for pieces in self.paragraphs)
        return "\n".join(lines).replace(_SPACE, " ")


class Tables:
    """Reads a content part element by element."""

    def __init__(self) -> None:
        self.tables: list[OdsTable] = []
        self.names: set[str] = set()
        self.hidden_styles: set[str] = set()
        self.style = ""
        self.null_date = EPOCH
        self.skipped = 0  # how deep inside an element that is not read
        self.depth = 0  # tables may stand inside cells
        self.row_number = 0  # of the current row
        self.row_repeats = 1
        self.column = 0
        self.columns = 0  # declared before the rows
        self.cell: _Cell | None = None
        self.paragraph: list[str] | None = None
        self.count = self.characters = self.hidden = 0
        self.area = CoveredCells()
        self.room = limits.BOX_CELLS

    def parsed(self, data: bytes) -> list[OdsTable]:
        """Return the tables of a content part."""
        check_size(data, limits.PARSED_BYTES)
        parse(data, self._start, self._end, self._text, separator=" ")
        return self.tables

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        short = short_name(name)
        if self.skipped or short in _UNREAD:
            self.skipped += 1
            return
        if short in _PARAGRAPHS:
            self._paragraph()
        elif short in _READ:
            self._element(short, {short_name(key): value for key, value in attributes.items()})

    def _paragraph(self) -> None:
        if self.depth == 1 and self.cell is not None:
            self.paragraph = []
            self.cell.paragraphs.append(self.paragraph)

    def _element(self, short: str, about: dict[str, str]) -> None:
        if short == "table:table":
            self.depth += 1
            if self.depth == 1:
                self._table(about)
        elif self.depth == 0:
            self._setting(short, about)
        elif self.depth == 1 and self.cell is None:
            self._line(short, about)
        elif self.depth == 1 and self.paragraph is not None:
            self.paragraph += self._spaces(short, about)

    def _setting(self, name: str, about: dict[str, str]) -> None:
        """Note which styles hide a table, and what day the file counts from."""
        if name == "style:style":
            self.style = about.get("style:name", "")
        elif name == "style:table-properties" and about.get("table:display") == "false":
            self.hidden_styles.add(self.style)
        elif name == "table:null-date":
            self.null_date = moment_of(about.get("table:date-value", "")) or self.null_date

    def _line(self, name: str, about: dict[str, str]) -> None:
        if name == "table:table-column":
            self._declare(about)
        elif name == "table:table-row":
            self._row(about)
        elif name in _CELLS:
            self._open(about)

    def _spaces(self, name: str, about: dict[str, str]) -> Iterable[str]:
        """Yield what an element inside a paragraph writes: spaces, a tab, a new line."""
        if name == "text:s":
            count = _repeats(about, "text:c")
            self._add(count)
            yield _SPACE * count
        elif name == "text:tab":
            yield "\t"
        elif name == "text:line-break":
            yield "\n"

    def _text(self, text: str) -> None:
        if self.paragraph is not None and not self.skipped:
            self._add(len(text))
            self.paragraph.append(_BLANKS.sub(" ", text))

    def _add(self, characters: int) -> None:
        self.characters += characters
        if characters > limits.CHARACTERS:
            raise refuse("F209", limit=limits.CHARACTERS, actual=characters)

    def _end(self, name: str) -> None:
        if self.skipped:
            self.skipped -= 1
            return
        short = short_name(name)
        if short == "table:table":
            self.depth -= 1
            if self.depth == 0:
                self.room -= self.tables[-1].height * self.tables[-1].width
        elif self.depth != 1:
            return
        elif short in _PARAGRAPHS:
            self.paragraph = None
        elif short in _CELLS and self.cell is not None:
            self._finish(self.cell)
            self.cell = None
        elif short == "table:table-row":
            self.row_number += self.row_repeats

    def _table(self, about: dict[str, str]) -> None:
        name = about.get("table:name", "")
        if name in self.names:
            raise refuse("F302", part=name)
        if len(self.tables) >= limits.ENTRIES:
            raise refuse("F204", limit=limits.ENTRIES, actual=len(self.tables) + 1)
        self.names.add(name)
        made = OdsTable(name, about.get("table:style-name") not in self.hidden_styles)
        made.found.locked = about.get("table:protected") == "true"
        self.tables.append(made)
        self.row_number = self.columns = 0

    def _declare(self, about: dict[str, str]) -> None:
        """Note which columns are hidden."""
        first, repeats = self.columns, _repeats(about, "table:number-columns-repeated")
        self.columns = min(first + repeats, MAX_COLUMNS)
        if about.get("table:visibility") in _HIDDEN:
            self._hide(self.columns - first)
            self.tables[-1].found.hidden_columns.update(range(first, self.columns))

    def _row(self, about: dict[str, str]) -> None:
        self.row_repeats = _repeats(about, "table:number-rows-repeated")
        self.column = 0
        if about.get("table:visibility") in _HIDDEN:
            last = min(self.row_number + self.row_repeats, MAX_ROWS)
            self._hide(max(last - self.row_number, 0))
            self.tables[-1].found.hidden_rows.update(range(self.row_number, last))

    def _hide(self, count: int) -> None:
        """Count hidden rows and columns: every table may have a million."""
        self.hidden += count
        if self.hidden > limits.CELLS:
            raise refuse("F205", limit=limits.CELLS, actual=self.hidden)

    def _open(self, about: dict[str, str]) -> None:
        first, repeats = self.column, _repeats(about, "table:number-columns-repeated")
        self.column += repeats
        self.cell = _Cell(first, self.column, about)
        if _SPANNED.isdisjoint(about):
            return
        width = _repeats(about, "table:number-columns-spanned")
        height = _repeats(about, "table:number-rows-spanned")
        if width * height > 1:
            last = self.row_number + height - 1, first + width - 1
            self.area.add((self.row_number, first), last)
            self.tables[-1].found.merges.append(((self.row_number, first), last))

    def _finish(self, cell: _Cell) -> None:
        """Note what a cell holds, wherever it is repeated."""
        if not cell.paragraphs and cell.about.keys().isdisjoint(_HOLDING):
            return
        formula = "table:formula" in cell.about
        kind = cell.about.get("office:value-type", "")
        value = value_of(cell.about, cell.text, self.null_date)
        error = cell.about.get("calcext:value-type") == "error" or (
            isinstance(value, str) and bool(_ERROR.fullmatch(value))
        )
        if not formula and not error and value == "":
            return
        sheet, bottom = self.tables[-1], self.row_number + self.row_repeats
        width = max(sheet.width, cell.last)
        check_reach(bottom, width, self.room)
        self.count += (cell.last - cell.first) * self.row_repeats
        if self.count > limits.CELLS:
            raise refuse("F205", limit=limits.CELLS, actual=self.count)
        places = list(product(range(self.row_number, bottom), range(cell.first, cell.last)))
        found = sheet.found
        if formula:
            found.formulas.update(places)
            if not kind and not error:
                found.unvalued.update(places)
        if error:
            found.errors.update(places)
        elif value is None:
            found.odd.update(dict.fromkeys(places, cell.text or written(cell.about)))
        elif value != "":
            sheet.put(places, value, _SHOWN.get(kind, ""))
        found.last_row = max(found.last_row, bottom)


_SHOWN = {"date": DATE, "time": TIME, "percentage": PERCENT}
_HOLDING = frozenset(("table:formula", "office:value-type", "calcext:value-type"))


def _repeats(attributes: dict[str, str], name: str) -> int:
    written = attributes.get(name)
    if written is None:
        return 1
    if not (written.isascii() and written.isdigit() and 1 <= len(written) <= 10):
        raise damaged(N_("its contents cannot be understood"))
    return int(written)

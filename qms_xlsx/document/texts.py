"""Reads text files, web pages and sheets into a document."""

from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser
from typing import TYPE_CHECKING

from qms_xlsx.document.joining import joined
from qms_xlsx.document.lines import line_of, split_lines, unmarked
from qms_xlsx.document.model import Block, Paragraph, TextTable
from qms_xlsx.language.encodings import old_text
from qms_xlsx.language.numbers import show
from qms_xlsx.language.text import clean

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qms_xlsx.intake import Book, Sheet

_SPLIT = re.compile(r"\*{4,}|<br\s*/?>|</p>\s*<p>")
"""Where a line is two; not inside a table's row, whose cells stand between tabs."""
_NUMBER_TAB = re.compile(r"^(\s*(?:\d{1,3}|[IVX]{1,5}|[a-zđ]))\t+(?=\S)")
"""A number that a tab parts from its text, as a list pasted from Word has it."""
PAGE_NUMBER = re.compile(
    r"\s*(?:trang\s+)?[-–]?\s*\d{1,3}\s*(?:/\s*\d{1,3})?\s*[-–]?\s*$", re.IGNORECASE
)
_BLOCKS = frozenset(
    ("p", "div", "br", "li", "h1", "h2", "h3", "h4", "h5", "h6", "tr", "section", "article", "ul")
)
_SILENT = frozenset(("script", "style", "head", "noscript", "template", "svg"))
_SPAN_LIMIT = 100


def decoded(data: bytes) -> str:
    """Return the text of a file: UTF-8, UTF-16 with its mark, else the bytes of an old font."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data.decode("utf-16", "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("latin-1")


def modern(text: str) -> str:
    """Return a text typed with an old Vietnamese font in Unicode, where that is certain."""
    old = old_text(text[:20_000])
    if old is None or not old.certain:
        return text
    return "\n".join(_modern_line(line) for line in text.splitlines())


def _modern_line(line: str) -> str:
    old = old_text(line)
    return old.text if old else line


def text_blocks(text: str) -> tuple[Block, ...]:
    """Return the blocks of a plain or markdown text; tabs and pipes make tables."""
    blocks: list[Block] = []
    rows: list[tuple[str, ...]] = []
    tables, gap = 0, 0
    for number, raw in enumerate(_whole_rows(modern(text)).splitlines(), 1):
        cells = _cells(raw, inside=bool(rows) and not gap)
        if cells is not None:
            rows += [cells] if any(cells) else []
            gap = 0
            continue
        if not clean(raw) or PAGE_NUMBER.match(raw):
            gap += 1
            continue
        if rows:
            tables += 1
            blocks.append(_table(rows, f"Bảng {tables}"))
            rows = []
        plain, bold = unmarked(_NUMBER_TAB.sub(r"\1. ", raw))
        last = blocks[-1] if blocks else None
        follows = not gap and isinstance(last, Paragraph) and goes_on(last, plain, full=False)
        gap = 0
        if follows and isinstance(last, Paragraph):
            blocks[-1] = Paragraph(
                f"{last.text} {plain}", last.place, "", last.bold and bold, last.level
            )
        elif plain and not re.fullmatch(r"[-_=*\s]+", plain):
            blocks.append(Paragraph(plain, f"Dòng {number}", "", bold, _indent(raw)))
    if rows:
        blocks.append(_table(rows, f"Bảng {tables + 1}"))
    return joined(blocks)


def _indent(raw: str) -> int:
    """Return how far a bullet stands in from the margin: a list in a list."""
    expanded = raw.expandtabs(4)
    inner = expanded.lstrip()
    return len(expanded) - len(inner) if line_of(inner).style.startswith("bullet") else 0


def _whole_rows(text: str) -> str:
    lines = (line if line.count("\t") > 1 else _SPLIT.sub("\n", line) for line in text.splitlines())
    return "\n".join(lines)


def _cells(raw: str, *, inside: bool) -> tuple[str, ...] | None:
    """Return the cells of a line of a table, None for another line; inside, a tab is enough."""
    if raw.lstrip().startswith("|") and raw.count("|") > 2:
        if re.fullmatch(r"[\s|:-]+", raw):
            return ()
        return tuple(unmarked(cell)[0] for cell in raw.strip().strip("|").split("|"))
    if raw.count("\t") < (1 if inside else 2):
        return None
    return tuple(unmarked(_SPLIT.sub(" ", cell))[0] for cell in raw.split("\t"))


def goes_on(before: Paragraph, line: str, full: bool) -> bool:
    """Return whether a line is the rest of the one before, which was broken at the margin."""
    if line_of(line).style:
        return False
    if full and not before.text.endswith((";", ".", ":")) and not line.isupper():
        return True
    if full and before.text.endswith(";") and line_of(before.text).style:
        return True  # an item of a list: another would have a marker of its own
    return line[:1].islower() and not before.text.endswith((";", ".", ":", "./."))


def _table(rows: list[tuple[str, ...]], place: str) -> TextTable:
    width = max(len(row) for row in rows)
    return TextTable(tuple(row + ("",) * (width - len(row)) for row in rows), place)


def page_blocks(text: str) -> tuple[Block, ...]:
    """Return the blocks of a web page."""
    parser = _Page()
    parser.feed(modern(text))
    parser.close()
    parser.end_paragraph()
    return joined(parser.blocks)


class _Page(HTMLParser):
    """Collects what a page shows; nothing is fetched."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[Block] = []
        self._words: list[str] = []
        self._bold, self._silent, self._tables = 0, 0, 0
        self._marker: list[int | None] = []
        self._rows: list[dict[int, str]] | None = None
        self._cell: tuple[int, int] | None = None
        self._kept: dict[tuple[int, int], str] = {}
        self._said = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _SILENT:
            self._silent += 1
        elif tag in ("b", "strong", "h1", "h2", "h3"):
            self._bold += tag in ("b", "strong")
        if tag in ("ol", "ul"):
            self._marker.append(0 if tag == "ol" else None)
        if tag == "table" and self._rows is None:
            self.end_paragraph()
            self._rows, self._kept = [], {}
        elif self._rows is not None and tag == "tr":
            self._rows.append({})
        elif self._rows and tag in ("td", "th"):
            self._cell = _spans(attrs)
            self._words = []
        elif tag in _BLOCKS:
            self.end_paragraph()
            if tag == "li" and self._rows is None:
                self._words.append(self._bullet())

    def _bullet(self) -> str:
        if not self._marker or self._marker[-1] is None:
            return "- "
        self._marker[-1] = (self._marker[-1] or 0) + 1
        return f"{self._marker[-1]}. "

    def handle_endtag(self, tag: str) -> None:
        if tag in _SILENT:
            self._silent = max(0, self._silent - 1)
        elif tag in ("b", "strong"):
            self._bold = max(0, self._bold - 1)
        if tag in ("ol", "ul") and self._marker:
            self._marker.pop()
        if tag in ("td", "th") and self._rows and self._cell:
            self._end_cell()
        elif tag == "table" and self._rows is not None:
            self._end_table()
        elif tag in _BLOCKS:
            self.end_paragraph()

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self._words.append(data)

    def _end_cell(self) -> None:
        rows, (across, down) = self._rows or [], self._cell or (1, 1)
        row, at = len(rows) - 1, 0
        while at in rows[row] or (row, at) in self._kept:
            at += 1
        text = clean(" ".join(self._words))
        for column in range(at, at + across):
            rows[row][column] = text
            for below in range(1, down):
                self._kept[row + below, column] = text
        self._words, self._cell = [], None

    def _end_table(self) -> None:
        rows = self._rows or []
        for (row, column), text in self._kept.items():
            if row < len(rows):
                rows[row].setdefault(column, text)
        width = 1 + max((max(row, default=0) for row in rows), default=0)
        texts = [tuple(row.get(at, "") for at in range(width)) for row in rows if any(row.values())]
        self._rows = None
        self._words = []
        if not texts:
            return
        if width <= 2 and len(texts) <= 3:
            for text in dict.fromkeys(cell for row in texts for cell in row if cell):
                self._said += 1
                self.blocks.append(Paragraph(text, f"Đoạn {self._said}"))
            return
        self._tables += 1
        self.blocks.append(_table(texts, f"Bảng {self._tables}"))

    def end_paragraph(self) -> None:
        if self._cell is not None:
            self._words.append("\n")
            return
        text = clean(" ".join("".join(self._words).split()))
        self._words = []
        if text:
            self._said += 1
            depth, place = max(0, len(self._marker) - 1), f"Đoạn {self._said}"
            self.blocks.append(Paragraph(text, place, "", bool(self._bold), depth))


def _spans(attrs: list[tuple[str, str | None]]) -> tuple[int, int]:
    said = dict(attrs)

    def span(name: str) -> int:
        value = said.get(name) or "1"
        return min(int(value), _SPAN_LIMIT) if value.isdigit() and value != "0" else 1

    return span("colspan"), span("rowspan")


def sheet_blocks(book: Book) -> tuple[Block, ...]:
    """Return the blocks of a workbook: what stands alone in its row is a paragraph."""
    blocks: list[Block] = []
    for sheet in book.sheets:
        if sheet.visible:
            blocks += _sheet(sheet)
    return tuple(blocks)


def _sheet(sheet: Sheet) -> Iterator[Block]:
    rows = [[_shown(sheet, r, c, v) for c, v in enumerate(row)] for r, row in enumerate(sheet.rows)]
    for (top, left), (bottom, right) in sheet.merges:
        for r in range(top, min(bottom + 1, len(rows))):
            for c in range(left, min(right + 1, len(rows[r]))):
                rows[r][c] = rows[top][left] if left < len(rows[top]) else ""
    table: list[tuple[str, ...]] = []
    lines: list[int] = []
    for number, row in enumerate(rows, 1):
        texts = dict.fromkeys(text for text in row if text)
        if len(texts) == 1 and not table:
            for line in split_lines(next(iter(texts))):
                yield Paragraph(line, f"{sheet.name}, dòng {number}")
        elif texts and number - 1 not in sheet.hidden_rows:
            table.append(tuple(row))
            lines.append(number)
    if table:
        yield replace(_table(table, f"Trang {sheet.name}"), lines=tuple(lines))


def _shown(sheet: Sheet, row: int, column: int, value: object) -> str:
    if isinstance(value, bool) or value is None:
        return ""
    if isinstance(value, int | float):
        if sheet.shown.get((row, column)) == "percent":
            return f"{show(value * 100)} %"
        return show(float(value))
    return str(value).strip()

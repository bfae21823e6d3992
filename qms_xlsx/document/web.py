"""Reads a web page into a document: what it shows, and nothing that it would fetch."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html.parser import HTMLParser

from qms_xlsx.document.columns import is_heading
from qms_xlsx.document.joining import joined
from qms_xlsx.document.lines import line_of, split_lines
from qms_xlsx.document.model import Block, Paragraph
from qms_xlsx.document.numbering import formatted
from qms_xlsx.document.texts import modern, table_of
from qms_xlsx.language.text import clean

_BLOCKS = frozenset(
    ("p", "div", "br", "li", "h1", "h2", "h3", "h4", "h5", "h6", "tr", "section", "article", "ul")
)
_SILENT = frozenset(
    (
        "script",
        "style",
        "head",
        "noscript",
        "template",
        "svg",
        "nav",
        "aside",
        "footer",
        "select",
        "button",
    )
)
_SPAN_LIMIT = 100
_LOUD = ("b", "strong", "h1", "h2", "h3", "h4", "h5", "h6")
_COUNTS = {
    "a": "lowerLetter", "lower-alpha": "lowerLetter", "lower-latin": "lowerLetter",
    "A": "upperLetter", "upper-alpha": "upperLetter", "upper-latin": "upperLetter",
    "I": "upperRoman", "upper-roman": "upperRoman",
}  # fmt: skip
"""How a page says that its list counts with letters or Roman numbers."""


def page_blocks(text: str) -> tuple[Block, ...]:
    """Return the blocks of a web page."""
    parser = _Page()
    parser.feed(modern(text))
    parser.close()
    parser.end_paragraph()
    return joined(parser.blocks)


@dataclass(slots=True)
class _List:
    """A list that is open: how it counts, None for bullets, and how far."""

    form: str | None
    count: int


def _list(tag: str, said: dict[str, str | None]) -> _List:
    style = re.search(r"list-style(?:-type)?:\s*([a-z-]+)", said.get("style") or "")
    form = _COUNTS.get(said.get("type") or "") or _COUNTS.get(style[1] if style else "")
    start = said.get("start") or ""
    return _List(
        (form or "decimal") if tag == "ol" else None, int(start) - 1 if start.isdigit() else 0
    )


class _Page(HTMLParser):
    """Collects what a page shows; nothing is fetched."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[Block] = []
        self._words: list[str] = []
        self._bold, self._silent, self._tables = 0, 0, 0
        self._loud: list[bool] = []
        self._lists: list[_List] = []
        self._rows: list[dict[int, str]] | None = None
        self._cell: tuple[int, int] | None = None
        self._kept: dict[tuple[int, int], str] = {}
        self._said = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _SILENT:
            self._silent += 1
        elif tag in _LOUD:
            self._bold += 1
        if tag in ("ol", "ul"):
            self.end_paragraph()
            self._lists.append(_list(tag, dict(attrs)))
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
        own = self._lists[-1] if self._lists else None
        if own is None or own.form is None:
            return "- "
        own.count += 1
        sign = ")" if own.form.endswith("Letter") else "."
        return f"{formatted(own.form, own.count)}{sign} "

    def handle_endtag(self, tag: str) -> None:
        if tag in _SILENT:
            self._silent = max(0, self._silent - 1)
        if tag in _BLOCKS and self._rows is None:
            self.end_paragraph()
        if tag in _LOUD:
            self._bold = max(0, self._bold - 1)
        if tag in ("ol", "ul") and self._lists:
            self._lists.pop()
        if tag in ("td", "th") and self._rows and self._cell:
            self._end_cell()
        elif tag == "table" and self._rows is not None:
            self._end_table()
        elif tag in _BLOCKS:
            self.end_paragraph()

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self._words.append(" ".join(f"|{data}|".split())[1:-1])
            self._loud += [self._bold > 0] if data.strip() else []

    def _end_cell(self) -> None:
        rows, (across, down) = self._rows or [], self._cell or (1, 1)
        row, at = len(rows) - 1, 0
        while at in rows[row] or (row, at) in self._kept:
            at += 1
        lines = "".join(self._words).splitlines()
        text = "\n".join(clean(line) for line in lines if clean(line))
        for column in range(at, at + across):
            rows[row][column] = text
            for below in range(1, down):
                self._kept[row + below, column] = text
        self._words, self._loud, self._cell = [], [], None

    def _end_table(self) -> None:
        rows = self._rows or []
        for (row, column), text in self._kept.items():
            if row < len(rows):
                rows[row].setdefault(column, text)
        width = 1 + max((max(row, default=0) for row in rows), default=0)
        texts = [tuple(row.get(at, "") for at in range(width)) for row in rows if any(row.values())]
        self._rows = None
        self._words, self._loud = [], []
        if not texts:
            return
        if width <= 2 and len(texts) <= 3 and not is_heading(texts[0]):
            cells = dict.fromkeys(cell for row in texts for cell in row if cell)
            for text in (line for cell in cells for line in split_lines(cell)):
                self._said += 1
                self.blocks.append(Paragraph(text, f"Đoạn {self._said}"))
            return
        self._tables += 1
        self.blocks.append(table_of(texts, f"Bảng {self._tables}"))

    def end_paragraph(self) -> None:
        if self._cell is not None:
            self._words.append("\n")
            return
        text = clean(" ".join("".join(self._words).split()))
        bold, self._words, self._loud = bool(self._loud) and all(self._loud), [], []
        if text and line_of(f"{text} x").text != "x":  # a list's marker alone says nothing
            self._said += 1
            depth, place = max(0, len(self._lists) - 1), f"Đoạn {self._said}"
            self.blocks.append(Paragraph(text, place, "", bold, depth))


def _spans(attrs: list[tuple[str, str | None]]) -> tuple[int, int]:
    said = dict(attrs)

    def span(name: str) -> int:
        value = said.get(name) or "1"
        return min(int(value), _SPAN_LIMIT) if value.isdigit() and value != "0" else 1

    return span("colspan"), span("rowspan")

"""Reads a .pdf that has a text layer, with pdfplumber (the extra `pdf`)."""

from __future__ import annotations

from io import BytesIO
from itertools import groupby
from typing import TYPE_CHECKING, Any, NamedTuple

from qms_xlsx.document.joining import joined
from qms_xlsx.document.lines import Line, line_of
from qms_xlsx.document.model import Block, Paragraph, TextTable
from qms_xlsx.document.ruled import Band, inside, table_rows, widened
from qms_xlsx.document.texts import PAGE_NUMBER, goes_on, modern
from qms_xlsx.intake.faults import RefusedError, refuse
from qms_xlsx.language.messages import N_, Message
from qms_xlsx.language.text import clean

if TYPE_CHECKING:
    from collections.abc import Iterator

_PAGES = 300
_LETTERS_A_PAGE = 40
"""Fewer letters than this on a page on average: it is a picture of a page."""
_GAP = 30
"""Points between two words that stand in columns of their own, as in a document's head."""
_SAME_LINE = 3
_NEAR_THE_MARGIN = 0.9
"""A line that reaches so far across the text was broken because it was full."""


class _Line(NamedTuple):
    top: float
    left: float
    right: float
    text: str
    bold: bool


def pdf_blocks(data: bytes) -> tuple[Block, ...]:
    """Return the blocks of a PDF; raise RefusedError for a scan, a lock or a damaged file."""
    try:
        import pdfplumber  # noqa: PLC0415 (an extra)
        from pdfplumber.utils.exceptions import PdfminerException  # noqa: PLC0415
    except ImportError:
        raise _advised(N_("a PDF"), N_("Install the extra “pdf”, or import the .docx.")) from None
    reader = _Reader()
    try:
        with pdfplumber.open(BytesIO(data)) as pdf:
            pages = pdf.pages[:_PAGES]
            for page in pages:
                reader.read(page)
                page.close()
    except PdfminerException as error:
        if "Password" in repr(error):
            raise refuse("F107") from None
        raise refuse("F105", reason=Message(N_("its directory and its parts disagree"))) from None
    if reader.letters < _LETTERS_A_PAGE * len(pages):
        raise _advised(
            N_("a scanned PDF: pictures of pages, without text"),
            N_("Import the .docx it was printed from, or run text recognition (OCR) on it first."),
        )
    return joined(list(_filled(reader.blocks)))


def _filled(blocks: list[Block]) -> Iterator[Block]:
    """Yield the blocks without rows that hold nothing."""
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block
        elif rows := tuple(row for row in block.rows if any(row)):
            yield TextTable(rows, block.place)


class _Reader:
    """Reads page after page: lines become paragraphs, ruled tables stay tables."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.letters = 0
        self._tables = self._said = 0
        self._full = False
        self._bands: list[Band] = []

    def read(self, page: Any) -> None:
        """Add what a page shows, from top to bottom."""
        tables = sorted(page.find_tables(), key=lambda table: table.bbox[1])
        words = page.extract_words(extra_attrs=["fontname"], return_chars=True)
        self.letters += sum(len(word["text"]) for word in words)
        boxes = [table.bbox for table in tables]
        lines = list(_lines([word for word in words if not inside(word, boxes)]))
        margin = max((line.right for line in lines), default=0) - page.bbox[0]
        if len(tables) == 1 and all(PAGE_NUMBER.match(line.text) for line in lines):
            tables = [] if self._is_beside(tables[0], words) else tables
        for line in lines:
            while tables and tables[0].bbox[1] < line.top:
                self._table(tables.pop(0), words)
            self._line(line, _NEAR_THE_MARGIN * margin)
        for table in tables:
            self._table(table, words)

    def _line(self, line: _Line, margin: float) -> None:
        if PAGE_NUMBER.match(line.text):
            return
        text, last = modern(line.text), self.blocks[-1] if self.blocks else None
        together = isinstance(last, Paragraph) and last.bold == line.bold
        if together and isinstance(last, Paragraph) and goes_on(last, text, self._full):
            self.blocks[-1] = Paragraph(f"{last.text} {text}", last.place, "", last.bold)
        else:
            self._said += 1
            self.blocks.append(Paragraph(text, f"Đoạn {self._said}", "", line.bold))
        self._full = line.right >= margin

    def _table(self, table: Any, words: list[Any]) -> None:
        rows = table_rows(table, words, _text)
        if rows and len(rows[0]) > 1:
            self._tables += 1
            self._bands.append(Band.of(table, len(self.blocks)))
            self.blocks.append(TextTable(rows, f"Bảng {self._tables}"))

    def _is_beside(self, table: Any, words: list[Any]) -> bool:
        """Put a table alone on its page to the one whose further columns it holds, if there is."""
        band = widened(self._bands, table)
        left = self.blocks[band.block] if band else None
        if band is None or not isinstance(left, TextTable):
            return False
        rows = table_rows(table, words, _text)
        band.wider += 1
        whole = tuple(a + b for a, b in zip(left.rows, rows, strict=True))
        self.blocks[band.block] = TextTable(whole, left.place)
        return True


def _lines(words: list[Any]) -> Iterator[_Line]:
    """Yield the lines of a page; texts far apart in one line are lines of their own."""
    ordered = sorted(words, key=lambda word: (round(word["bottom"] / _SAME_LINE), word["x0"]))
    for _, same in groupby(ordered, key=lambda word: round(word["bottom"] / _SAME_LINE)):
        part: list[Any] = []
        for word in same:
            if part and word["x0"] - part[-1]["x1"] > _GAP:
                yield _line(part)
                part = []
            part.append(word)
        yield _line(part)


def _line(words: list[Any]) -> _Line:
    text = clean(" ".join(word["text"] for word in words))
    bold = all("Bold" in word["fontname"] for word in words)
    return _Line(words[0]["top"], words[0]["x0"], words[-1]["x1"], text, bold)


def _text(words: list[Any]) -> str:
    """Return a cell's text; in a list, each item stands in a line of its own."""
    lines = [line.text for line in _lines(words)]
    last = line_of(lines[0]) if lines else None
    text = ""
    for line in lines:
        own = line_of(line)
        begins = last is not None and _goes_on_listing(last, own)
        last = own if begins else last
        text += ("\n" if begins else " ") + line
    return "\n".join(clean(line) for line in modern(text.strip()).splitlines())


def _goes_on_listing(last: Line, own: Line) -> bool:
    """Whether a line bears the next marker of a list: a bullet, or 1.2 behind 1.1."""
    if last.style.startswith("bullet"):
        return own.style.startswith("bullet")
    (group, _, at), (same, _, following) = last.label.rpartition("."), own.label.rpartition(".")
    counted = last.style.startswith("decimal") and own.style == last.style and group == same
    return counted and int(following) == int(at) + 1


def _advised(kind: str, advice: str) -> RefusedError:
    return refuse("F215", kind=Message(kind), advice=Message(advice))

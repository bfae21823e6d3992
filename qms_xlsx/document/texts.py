"""Reads text files, web pages and sheets into a document."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from qms_xlsx.document.columns import is_heading
from qms_xlsx.document.joining import joined
from qms_xlsx.document.lines import line_of, split_lines, unmarked
from qms_xlsx.document.model import Block, Paragraph, TextTable
from qms_xlsx.language.encodings import old_text
from qms_xlsx.language.numbers import show
from qms_xlsx.language.text import clean

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qms_xlsx.intake.book import Book, Sheet

_SPLIT = re.compile(r"\*{4,}|<br\s*/?>|</p>\s*<p>")
"""Where a line is two; not inside a table's row, whose cells stand between tabs."""
_NUMBER_TAB = re.compile(r"^(\s*(?:\d{1,3}|[IVX]{1,5}|[a-zđ]))\t+(?=\S)")
"""A number that a tab parts from its text, as a list pasted from Word has it."""
_HANGING = re.compile(
    r"\b(?:ngày|trước|và|của|từ|đến|năm|tháng|các|trên|dưới|với|cho|đạt|là)$", re.IGNORECASE
)
"""A word that no line ends with, but where it was broken."""
_LABEL = re.compile(r"[A-ZÀ-ỸĐ][^:;,.\d]{2,30}:\s")
_OPEN = re.compile(
    r"[.;(]\s*(?:phối hợp|chủ trì|thời gian|thời hạn|hoàn thành|theo dõi|kết quả|minh chứng)"
    r"(?: thực hiện| hoàn thành)?\s*:$",
    re.IGNORECASE,
)
"""A label at the end of a line, whose words stand on the next."""
_HEAD_ROWS = 12
"""So far down the headings of a sheet's table may stand, below the office's own."""
_BROKEN_LINES = 4
"""So many broken lines tell where the margin was."""
_BROKEN = 45
"""An item of so many letters may be broken before a figure."""
PAGE_NUMBER = re.compile(
    r"\s*(?:trang\s+)?[-–]?\s*\d{1,3}\s*(?:/\s*\d{1,3})?\s*[-–]?\s*$", re.IGNORECASE
)


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
    tables, gap, above = 0, 0, ""
    lines = _whole_rows(modern(text)).splitlines()
    margin = _margin(lines)
    for number, raw in enumerate(lines, 1):
        cells = _cells(raw, inside=bool(rows) and not gap)
        if cells is not None:
            if rows and gap and is_heading(cells):
                tables += 1
                blocks.append(table_of(rows, f"Bảng {tables}"))
                rows = []
            rows += [cells] if any(cells) else []
            gap = 0
            continue
        if not clean(raw) or PAGE_NUMBER.match(raw):
            gap += 1
            continue
        if rows:
            tables += 1
            blocks.append(table_of(rows, f"Bảng {tables}"))
            rows = []
        plain, bold = unmarked(_NUMBER_TAB.sub(r"\1. ", raw))
        last = blocks[-1] if blocks else None
        full = _is_full(above, raw, margin)
        follows = not gap and isinstance(last, Paragraph) and goes_on(last, plain, full=full)
        gap, above = 0, raw
        if follows and isinstance(last, Paragraph):
            blocks[-1] = Paragraph(
                f"{last.text} {plain}", last.place, "", last.bold and bold, last.level
            )
        elif plain and not re.fullmatch(r"[-_=*\s]+", plain):
            blocks.append(Paragraph(plain, f"Dòng {number}", "", bold, _indent(raw)))
    if rows:
        blocks.append(table_of(rows, f"Bảng {tables + 1}"))
    return joined(blocks)


def _margin(lines: list[str]) -> int:
    """Return how many letters a line may hold in a text that was broken at a margin, else none.

    Words that go on in small letters tell where lines were broken: none of them fitted.
    """
    broken = [(a, b) for a, b in pairwise(lines) if a.strip() and b.strip()[:1].islower()]
    fitted = max((len(line) for line, _ in broken), default=0)
    too_long = min((_with_next(line, rest) for line, rest in broken), default=0)
    return too_long - 1 if len(broken) >= _BROKEN_LINES and fitted < too_long else 0


def _with_next(line: str, rest: str) -> int:
    """Return how long a line would be with the first word of the next."""
    return len(line.rstrip()) + 1 + len(rest.split(maxsplit=1)[0])


def _is_full(above: str, raw: str, margin: int) -> bool:
    """Whether a line was broken because the first word of the next did not fit into it."""
    columns = "   " in above.strip()
    fits = bool(above.strip()) and len(above.rstrip()) <= margin
    return fits and not columns and _with_next(above, raw) > margin


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
    whole = before.text.endswith((";", ".", ":")) and not _OPEN.search(before.text)
    if full and not whole and not line.isupper():
        return True
    if full and before.text.endswith(";") and line_of(before.text).style:
        return True  # an item of a list: another would have a marker of its own
    if _HANGING.search(before.text) and not _LABEL.match(line):
        return True
    if before.text.endswith((";", ".", ":")):
        return False
    figure = line[:1].isdigit() and line_of(before.text).style and len(before.text) > _BROKEN
    return line[:1].islower() or bool(figure)


def table_of(rows: list[tuple[str, ...]], place: str) -> TextTable:
    """Return a table of rows, each as wide as the widest."""
    width = max(len(row) for row in rows)
    return TextTable(tuple(row + ("",) * (width - len(row)) for row in rows), place)


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
    shown = [
        (number, row)
        for number, row in enumerate(rows, 1)
        if any(row) and (number - 1 not in sheet.hidden_rows or _alone(row))
    ]
    begin, end = _table_in([row for _, row in shown])
    for number, row in shown[:begin]:
        yield from _spoken(row, sheet, number)
    if end > begin:
        numbers, texts = zip(*shown[begin:end], strict=True)
        table = table_of([tuple(row) for row in texts], f"Trang {sheet.name}")
        yield replace(table, lines=numbers)
    for number, row in shown[end:]:
        yield from _spoken(row, sheet, number)


def _table_in(rows: list[list[str]]) -> tuple[int, int]:
    """Return where a sheet's table begins and ends: from its headings to the last row of cells.

    Without headings it begins with the first row of two cells.
    """
    wide = [at for at, row in enumerate(rows) if not _alone(row)]
    if not wide:
        return len(rows), len(rows)
    heading = next((at for at in wide[:_HEAD_ROWS] if is_heading(tuple(rows[at]))), wide[0])
    return heading, wide[-1] + 1


def _alone(row: list[str]) -> bool:
    """Whether a row holds one text, in one cell or merged across."""
    return len({text for text in row if text}) < 2


def _spoken(row: list[str], sheet: Sheet, number: int) -> Iterator[Paragraph]:
    """Yield the texts of a row beside a sheet's table as paragraphs."""
    for text in dict.fromkeys(text for text in row if text):
        for line in split_lines(text):
            yield Paragraph(line, f"{sheet.name}, dòng {number}")


def _shown(sheet: Sheet, row: int, column: int, value: object) -> str:
    if isinstance(value, bool) or value is None:
        return ""
    if isinstance(value, int | float):
        if sheet.shown.get((row, column)) == "percent":
            return f"{show(value * 100)} %"
        return show(float(value))
    return str(value).strip()

"""What makes a form a return copy: wrong cells marked, and an index of the findings in front."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from qms_xlsx import say
from qms_xlsx.book import look
from qms_xlsx.book.a1 import letters
from qms_xlsx.book.areas import ACTIONS, FINDINGS_INDEX
from qms_xlsx.book.keys import CellKey
from qms_xlsx.domain.finding import Severity
from qms_xlsx.say.findings import MARKS, fault, mend, severity
from qms_xlsx.write.form.lists import quoted
from qms_xlsx.write.form.paper import break_pages
from qms_xlsx.write.form.progress_area import NEXT_ACTION
from qms_xlsx.write.parts.comments import Comment
from qms_xlsx.write.parts.node import element
from qms_xlsx.write.parts.page import filter_by, protect, scale_to, set_element
from qms_xlsx.write.parts.sheet import LAST, SCALE, Looks, Worksheet
from qms_xlsx.write.parts.styles import boxed, filled, font
from qms_xlsx.write.review import COSTS
from qms_xlsx.write.templating import cleaned, height_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from qms_xlsx.book.keys import Entries
    from qms_xlsx.domain.finding import Finding
    from qms_xlsx.write.parts.book import Workbook
    from qms_xlsx.write.parts.sheet import CellPlace
    from qms_xlsx.write.parts.styles import Styles
    from qms_xlsx.write.review import Review

_COLUMNS = (("TT", 5), ("Mức độ", 13), ("Hậu quả", 17), ("Ô cần sửa, cần ghi", 20),
            ("Nội dung", 60), ("Cách sửa", 52), ("Mã", 8))  # fmt: skip
_LINK = 4
"""The column that leads to the cell."""
_LOOKS = {
    Severity.ERROR: (look.Colours("C0392B", "FFFFFF"), look.ERROR_FILL),
    Severity.WARNING: (look.Colours("FFD966", "4A3500"), "FFE9A8"),
    Severity.INFO: (look.Colours("FFFFFF", look.INK), "E3ECF5"),
}
"""Of each severity its colours in the index, and the fill of the cell."""
_FILLED_IN = {
    "missed_without_cause": ("cause", "remedy"),
    "at_risk_without_remedy": ("cause", "remedy"),
    "done_without_evidence": ("evidence_number",),
    "times_not_counted": ("times_done",),
    "closed_without_effectiveness": ("effectiveness",),
    "action_without_owner_or_day": ("owner", "due"),
}
"""Where what is missing is filled in, of findings that stand at their row: the first blank."""
_MENDED_IN = {
    "done_before_it_began": ("done_on",),
    "in_the_future": ("done_on", "evidence_date"),
    "state_contradicted": ("state",),
    "overdue": ("times_done", "state"),
    "action_overdue": ("state",),
}
"""Where what is typed is corrected, of findings that stand at their row: the first that is not
blank, else the last."""
_AIR = 6
"""Points above and below the words of a row."""


@dataclass(frozen=True, slots=True)
class Marking:
    """The looks of return copies: of wrong cells, and of the index in front."""

    marked: Mapping[tuple[Severity, int], int]
    """Of each severity and style the style of a cell to mend."""
    title: int
    lead: int
    heading: Looks
    weights: Mapping[Severity, int]
    middle: int
    left: int
    link: int

    @classmethod
    def of(cls, styles: Styles, marked: Iterable[int]) -> Marking:
        """Return the looks, added to a style sheet; cells of the styles `marked` may be wrong."""
        fills = [(weight, filled(own[1])) for weight, own in _LOOKS.items()]
        colours = {weight: own[0] for weight, own in _LOOKS.items()}
        return cls(
            marked={(weight, style): styles.like(style, fill=fill)
                    for weight, fill in fills for style in sorted({0, *marked})},
            title=styles.like(0, font=font(look.TITLE_SIZE, bold=True)),
            lead=styles.like(0, font=font(12, italic=True)),
            heading=Looks(dict.fromkeys(
                range(1, len(_COLUMNS) + 1),
                _dressed(styles, bold=True, centred=True, fill=look.HEADER_FILL),
            )),
            weights={w: _dressed(styles, bold=True, ink=own.ink, fill=own.fill)
                     for w, own in colours.items()},
            middle=_dressed(styles, centred=True),
            left=_dressed(styles),
            link=_dressed(styles, ink=look.LINK_INK, underlined=True),
        )  # fmt: skip

    def line(self, weight: Severity, *, linked: bool) -> Looks:
        """Return the looks of a finding's line in the index."""
        looks = dict.fromkeys(range(1, len(_COLUMNS) + 1), self.left)
        looks |= {1: self.middle, 2: self.weights[weight], len(_COLUMNS): self.middle}
        return Looks(looks | ({_LINK: self.link} if linked else {}))


def _dressed(
    styles: Styles, *, bold: bool = False, underlined: bool = False, centred: bool = False,
    ink: str = look.INK, fill: str = "",
) -> int:  # fmt: skip
    across = {"horizontal": "center"} if centred else {"horizontal": "left", "indent": "1"}
    ground = {"fill": filled(fill)} if fill else {}
    return styles.like(
        0,
        font=font(look.SIZE, bold=bold, ink=ink, underlined=underlined),
        alignment={**across, "vertical": "center", "wrapText": "1"},
        border=boxed(look.LINE),
        **ground,
    )


def mark_cells(
    marking: Marking,
    finders: Mapping[str, Callable[[str, str], CellPlace | None]],
    marks: Sequence[tuple[CellKey, Finding]],
    earlier: Entries,
) -> list[tuple[Finding, CellPlace]]:
    """Colour each cell to mend and comment it; returns the findings with their cells.

    `finders` find a cell of each area by its row key and column key. The first finding of a cell
    gives its colour, all of them its comment.
    """
    marked: list[tuple[Finding, CellPlace]] = []
    told: dict[tuple[str, int, int], list[Finding]] = {}
    for key, finding in marks:
        area, row_key, column = _to_fill(finding, key, earlier)
        cell = finders[area](row_key, column) if area in finders else None
        if cell is not None:
            marked.append((finding, cell))
            told.setdefault((cell.sheet.title, cell.row, cell.column), []).append(finding)
    cells = {(cell.sheet.title, cell.row, cell.column): cell for _, cell in marked}
    for place in sorted(cells):
        _mark(marking, cells[place], told[place])
    return marked


def _mark(marking: Marking, cell: CellPlace, findings: Sequence[Finding]) -> None:
    cell.look(marking.marked[findings[0].severity, cell.style])
    text = "\n".join(
        f"{f.code}: {fault(f, say.VIETNAMESE)}\n{mend(f, say.VIETNAMESE)}" for f in findings
    )
    height = int(30 + height_of(text, 42))
    own = (c for c in cell.sheet.comments if c.address != cell.coordinate)
    cell.sheet.comments = [
        *own, Comment(cell.coordinate, cell.row, cell.column, text, "qms-xlsx", 300, height)
    ]  # fmt: skip


def _to_fill(finding: Finding, key: CellKey, earlier: Entries) -> CellKey:
    """Return the cell that mends a finding: where the cause goes, not where the figure stands."""
    area, row, column = key
    if finding.told.name == "missed_without_action":
        code = row.rpartition(":")[0]
        begun = (r for (a, r, c), own in earlier.items()
                 if (a, c, own) == (ACTIONS.name, "objective", code))  # fmt: skip
        number = next(begun, None)
        return CellKey(ACTIONS.name, number or NEXT_ACTION, "action" if number else "objective")
    name = finding.told.name
    blank: list[str] = []
    typed: list[str] = []
    for own in _FILLED_IN.get(name) or _MENDED_IN.get(name) or ():
        held = earlier.get(CellKey(area, row, own))
        (blank if held in (None, "") else typed).append(own)
    if name in _FILLED_IN:
        column = next(iter(blank), _FILLED_IN[name][0])
    elif name in _MENDED_IN:
        column = next(iter(typed), _MENDED_IN[name][-1])
    return CellKey(area, row, column)


def index_sheet(book: Workbook, marking: Marking) -> Worksheet:
    """Put a sheet for the index of findings in front of a workbook."""
    sheet = Worksheet(FINDINGS_INDEX)
    sheet.elements = dict(_ELEMENTS)
    sheet.widths = {column: float(width) for column, (_, width) in enumerate(_COLUMNS, 1)}
    _write(sheet, 1, {1: "CÁC NỘI DUNG CẦN XEM LẠI TRONG BIỂU MẪU"}, Looks({1: marking.title}))
    _write(sheet, 2, {1: _LEAD}, Looks({1: marking.lead}))
    labels = {column: label for column, (label, _) in enumerate(_COLUMNS, 1)}
    _write(sheet, _HEAD, labels, marking.heading, 24.0)
    filter_by(sheet, f"A{_HEAD}:{letters(len(_COLUMNS) - 1)}{LAST}")
    scale_to(sheet, SCALE)
    set_element(sheet, "pageSetup", orientation="landscape", paperSize=9)
    protect(sheet)
    book.add(sheet, 0)
    titles = f"{quoted(sheet)}${_HEAD}:${_HEAD}"
    book.define("_xlnm.Print_Titles", titles, sheet)
    book.open_at(sheet, f"{letters(_LINK - 1)}{_HEAD + 1}")
    return sheet


_HEAD = 4
"""The row of the index's labels."""
_LEAD = "Bấm vào ô màu xanh để đến chỗ cần sửa, cần ghi. Sửa xong, lưu và gửi lại tệp này."
_ELEMENTS = {
    "sheetViews": (
        '<sheetViews><sheetView workbookViewId="0">'
        f'<pane ySplit="{_HEAD}" topLeftCell="A{_HEAD + 1}" activePane="bottomLeft" '
        'state="frozen"/></sheetView></sheetViews>'
    ),
    "sheetFormatPr": '<sheetFormatPr baseColWidth="8" defaultRowHeight="15"/>',
    "pageMargins": (
        '<pageMargins left="0.3" right="0.3" top="0.5" bottom="0.6" header="0.3" footer="0.3"/>'
    ),
    "headerFooter": (
        f'<headerFooter><oddFooter>&amp;C&amp;"{look.FONT},Regular"&amp;12'
        "Trang &amp;P/&amp;N</oddFooter></headerFooter>"
    ),
}


def fill_index(
    book: Workbook, marking: Marking, review: Review, marked: Sequence[tuple[Finding, CellPlace]]
) -> None:
    """List the findings in the index, each with a link to its cell."""
    sheet = book.sheets[0]
    for row, finding in enumerate(review.findings, _HEAD + 1):
        cell = next((cell for known, cell in marked if known is finding), None)
        _line(sheet, marking, row, finding, cell)
    last = sheet.last = _HEAD + len(review.findings)
    own = f"{quoted(sheet)}$A${_HEAD}:${letters(len(_COLUMNS) - 1)}${last}"
    book.define("_xlnm._FilterDatabase", own, sheet, hidden="1")
    if review.overlooked:
        last = _list_overlooked(sheet, marking, last + 2, review.overlooked)
    rows = range(_HEAD + 1, last + 1)
    break_pages(sheet, range(1, len(_COLUMNS) + 1), rows, last, (_HEAD,))


def _line(
    sheet: Worksheet, marking: Marking, row: int, finding: Finding, target: CellPlace | None
) -> None:
    place = finding.place
    shown = f"{place.sheet}!{place.cell}" if place.sheet and place.cell else place.sheet
    if target is not None:
        shown = f"{target.sheet.title}!{target.coordinate}"
    texts = (
        str(row - _HEAD),
        f"{MARKS[finding.severity]} {severity(finding.severity, say.VIETNAMESE).capitalize()}",
        COSTS[finding.excludes],
        shown,
        fault(finding, say.VIETNAMESE),
        mend(finding, say.VIETNAMESE),
        finding.code,
    )
    widths = [width for _, width in _COLUMNS]
    height = max(map(height_of, texts, widths)) + _AIR
    looks = marking.line(finding.severity, linked=target is not None)
    _write(sheet, row, dict(enumerate(texts, 1)), looks, height)
    if target is not None:
        location = f"{quoted(target.sheet)}{target.coordinate}"
        at = {"ref": f"{letters(_LINK - 1)}{row}", "location": location, "display": shown}
        sheet.links.append(element("hyperlink", at))


def _list_overlooked(
    sheet: Worksheet, marking: Marking, row: int, overlooked: Sequence[tuple[str, str]]
) -> int:
    """List what stood outside the form's cells, to be copied into them; returns the last row."""
    told = (
        "Nội dung ghi ngoài các ô của biểu mẫu: không được tính. Hãy chép vào đúng ô rồi gửi lại."
    )
    _write(sheet, row, {1: told}, Looks({1: marking.lead}))
    looks = Looks({1: marking.middle, _LINK: marking.left, _LINK + 1: marking.left})
    width = _COLUMNS[_LINK][1]
    for number, (place, words) in enumerate(overlooked, 1):
        texts = {1: str(number), _LINK: place, _LINK + 1: words}
        _write(sheet, row + number, texts, looks, height_of(words, width) + _AIR)
    return row + len(overlooked)


def _write(
    sheet: Worksheet, row: int, texts: Mapping[int, str], looks: Looks, height: float | None = None
) -> None:
    own = sheet.dress(row, looks)
    own.values = {column: cleaned(text) for column, text in texts.items()}
    own.height = height

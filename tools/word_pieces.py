"""Pieces of the papers of bao-cao.docx: styles, pages, tables, heads, signatures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docx.enum.section import WD_ORIENT
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Mm, Pt, RGBColor

from qms_xlsx.write.word.template import GAP_STYLE

if TYPE_CHECKING:
    from docx.document import Document
    from docx.section import Section
    from docx.table import Table, _Cell
    from docx.text.paragraph import Paragraph

FONT = "Times New Roman"
LEFT, JUSTIFIED, CENTRED = (
    WD_ALIGN_PARAGRAPH.LEFT, WD_ALIGN_PARAGRAPH.JUSTIFY, WD_ALIGN_PARAGRAPH.CENTER
)  # fmt: skip
NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
# name: size, bold, italic, capitals, alignment, points before and after
STYLES = {
    "VB Quốc hiệu": (13, True, False, False, CENTRED, 0, 0),
    "VB Tiêu ngữ": (14, True, False, False, CENTRED, 0, 0),
    "VB Cơ quan chủ quản": (13, False, False, True, CENTRED, 0, 0),
    "VB Cơ quan": (13, True, False, True, CENTRED, 0, 0),
    "VB Số ký hiệu": (13, False, False, False, CENTRED, 3, 0),
    "VB Địa danh": (14, False, True, False, CENTRED, 3, 0),
    "VB Tên loại": (14, True, False, False, CENTRED, 18, 0),
    "VB Trích yếu": (14, True, False, False, CENTRED, 0, 0),
    "VB Kẻ": (4, False, False, False, CENTRED, 2, 0),
    "VB Mục lớn": (14, True, False, False, JUSTIFIED, 8, 4),
    "VB Mục": (14, True, False, False, JUSTIFIED, 6, 3),
    "VB Đoạn": (14, False, False, False, JUSTIFIED, 3, 3),
    "VB Gạch": (14, False, False, False, JUSTIFIED, 3, 3),
    "VB Chú thích": (12, False, True, False, JUSTIFIED, 3, 6),
    "VB Đầu bảng": (11, True, False, False, CENTRED, 2, 2),
    "VB Ô": (11, False, False, False, LEFT, 2, 2),
    "VB Ô giữa": (11, False, False, False, CENTRED, 2, 2),
    "VB Ô phiếu": (13, False, False, False, JUSTIFIED, 3, 3),
    "VB Chức vụ": (14, True, False, False, CENTRED, 0, 0),
    "VB Họ tên": (14, True, False, False, CENTRED, 56, 0),
    "VB Ký": (13, False, True, False, CENTRED, 0, 0),
    "VB Nơi nhận": (12, True, True, False, LEFT, 0, 0),
    "VB Danh sách nhận": (11, False, False, False, LEFT, 0, 0),
    "VB Số trang": (13, False, False, False, CENTRED, 0, 0),
}
CELL, CELL_MIDDLE = "VB Ô", "VB Ô giữa"
INDENTED = ("VB Mục lớn", "VB Mục", "VB Đoạn", "VB Gạch")


def make_styles(document: Document) -> None:
    normal = document.styles["Normal"]
    normal.font.size = Pt(14)
    set_font(normal.element.get_or_add_rPr())
    usual = document.styles.element.find(qn("w:docDefaults")).find(f".//{qn('w:rPr')}")
    set_font(usual)
    usual.find(qn("w:lang")).set(qn("w:val"), "vi-VN")  # else Word underlines every word in red
    normal.paragraph_format.space_after = Pt(0)
    for name, (size, bold, italic, capitals, alignment, before, after) in STYLES.items():
        style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style, style.quick_style = normal, True
        font, shape = style.font, style.paragraph_format
        font.size, font.bold, font.italic = Pt(size), bold, italic
        font.all_caps, font.color.rgb = capitals, RGBColor(0, 0, 0)
        shape.alignment = alignment
        shape.space_before, shape.space_after = Pt(before), Pt(after)
        shape.line_spacing_rule = WD_LINE_SPACING.SINGLE
        shape.widow_control = True
        if name in INDENTED:
            shape.first_line_indent = Cm(1.27)
        if name in ("VB Mục lớn", "VB Mục"):
            shape.keep_with_next = True
            level = OxmlElement("w:outlineLvl")
            level.set(qn("w:val"), "0" if name == "VB Mục lớn" else "1")
            style.element.get_or_add_pPr().append(level)
    gap = document.styles.add_style(GAP_STYLE, WD_STYLE_TYPE.CHARACTER)
    shade = OxmlElement("w:shd")
    for key, value in (("val", "clear"), ("color", "auto"), ("fill", "FFF2A8")):
        shade.set(qn(f"w:{key}"), value)
    gap.element.get_or_add_rPr().append(shade)


def set_font(properties: object) -> None:
    fonts = properties.find(qn("w:rFonts"))  # type: ignore[attr-defined]
    if fonts is None:
        fonts = OxmlElement("w:rFonts")
        properties.insert(0, fonts)  # type: ignore[attr-defined]
    fonts.attrib.clear()
    for kind in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{kind}"), FONT)


# --- pieces ---


def line(place: Document | _Cell, text: str, style: str) -> Paragraph:
    return place.add_paragraph(text, style)


def mark(document: Document, name: str) -> None:
    """Begin a part: the mark is hidden, the part begins with a section of its own."""
    run = document.add_paragraph(style="VB Kẻ").add_run(f"#qms:{name}:1")
    run.font.hidden = True


def page(
    section: Section, *, landscape: bool = False, numbered: bool = True, first: bool = True
) -> None:
    """Shape a section's page: A4, the decree's margins, the number above the text from page 2.

    A paper's `first` section counts from 1 and hides it.
    """
    width, height = (Mm(297), Mm(210)) if landscape else (Mm(210), Mm(297))
    section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = width, height
    section.top_margin, section.bottom_margin = Mm(20), Mm(20)
    section.left_margin, section.right_margin = Mm(30), Mm(15)
    section.header_distance = section.footer_distance = Mm(10)
    section.different_first_page_header_footer = first
    section.header.is_linked_to_previous = section.first_page_header.is_linked_to_previous = False
    head = section.header.paragraphs[0]
    head.style = "VB Số trang"
    if numbered:
        for kind, text in (("begin", ""), ("", "PAGE"), ("end", "")):
            run = head.add_run()
            piece = OxmlElement("w:fldChar" if kind else "w:instrText")
            if kind:
                piece.set(qn("w:fldCharType"), kind)
            else:
                piece.text = text
            run._r.append(piece)
    counting = section._sectPr.find(qn("w:pgNumType"))
    if counting is None:
        counting = OxmlElement("w:pgNumType")
        section._sectPr.find(qn("w:cols")).addprevious(counting)
    counting.attrib.clear()
    if first:
        counting.set(qn("w:start"), "1")


def table(document: Document, widths: list[float], *, lines: bool) -> Table:
    """Return an empty table of fixed columns, widths in millimetres."""
    made = document.add_table(0, len(widths))
    made.autofit = False
    made.alignment = WD_TABLE_ALIGNMENT.CENTER
    if lines:
        made.style = "Table Grid"
    for column, width in zip(made.columns, widths, strict=True):
        column.width = Mm(width)
    properties = made._tbl.tblPr
    margins = OxmlElement("w:tblCellMar")
    for side in ("left", "right"):
        own = OxmlElement(f"w:{side}")
        own.set(qn("w:w"), "85")
        own.set(qn("w:type"), "dxa")
        margins.append(own)
    properties.find(qn("w:tblLook")).addprevious(margins)
    return made


def row(made: Table, texts: list[tuple[str, str]], *, head: bool = False) -> list[_Cell]:
    """Add a row that no page ends within; a head is repeated on every page."""
    cells = made.add_row().cells
    properties = made.rows[-1]._tr.get_or_add_trPr()
    properties.append(OxmlElement("w:cantSplit"))
    if head:
        properties.append(OxmlElement("w:tblHeader"))
    for cell, column, (text, style) in zip(cells, made.columns, texts, strict=True):
        cell.width = column.width
        cell.paragraphs[0].style = style
        cell.paragraphs[0].add_run(text)
    return list(cells)


def labels(made: Table, *texts: str) -> None:
    row(made, [(text, "VB Đầu bảng") for text in texts], head=True)


def sample(made: Table, kind: str, **columns: str) -> list[_Cell]:
    """Add the row that each item of a kind looks like: its columns, each with its style."""
    return row(made, [(f"{{{{{kind}:{key}}}}}", style) for key, style in columns.items()])


def bold(cells: list[_Cell]) -> None:
    for cell in cells:
        for run in cell.paragraphs[0].runs:
            run.bold = True


def rule(place: Document | _Cell, millimetres: float, width: float) -> Paragraph:
    """Draw a short line below what stands above, in the middle of so wide a place."""
    paragraph = line(place, "", "VB Kẻ")
    beside = Mm((width - millimetres) / 2)
    paragraph.paragraph_format.left_indent = paragraph.paragraph_format.right_indent = beside
    borders = OxmlElement("w:pBdr")
    top = OxmlElement("w:top")
    for key, value in (("val", "single"), ("sz", "6"), ("space", "1"), ("color", "000000")):
        top.set(qn(f"w:{key}"), value)
    borders.append(top)
    paragraph._p.get_or_add_pPr().insert_element_before(
        borders, "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc", "w:rPr"
    )
    return paragraph


def head(document: Document, number: str, *, room: float = 165) -> None:
    """Write the head of a paper: who writes on the left, nation and motto on the right."""
    left, right = room * 0.4, room * 0.6
    made = table(document, [left, right], lines=False)
    for pair in (((("{{parent}}", "VB Cơ quan chủ quản"),
                   ("{{organisation_in_full}}", "VB Cơ quan")),
                  ((NATION, "VB Quốc hiệu"), (MOTTO, "VB Tiêu ngữ"))),):  # fmt: skip
        cells = row(made, [side[0] for side in pair])
        for cell, (_, second), long, width in zip(
            cells, pair, (26, 68), (left, right), strict=True
        ):
            line(cell, *second)
            rule(cell, long, width)
    row(made, [(number, "VB Số ký hiệu"), ("{{dateline}}", "VB Địa danh")])


def title(document: Document, kind: str, about: str, room: float = 165) -> None:
    line(document, kind, "VB Tên loại")
    line(document, about, "VB Trích yếu")
    if room:
        rule(document, 45, room).paragraph_format.space_after = Pt(6)


def signed(document: Document, room: float = 165) -> None:
    """Write the end of a paper: who receives it on the left, who signs on the right."""
    made = table(document, [room * 0.45, room * 0.55], lines=False)
    left, right = row(made, [("Nơi nhận:", "VB Nơi nhận"), ("{{signers}}", "VB Chức vụ")])
    for text in ("- {{parent}};", "- Ban Chỉ đạo ISO;", "- Các bộ phận chuyên môn;", "- Lưu: VT."):
        line(left, text, "VB Danh sách nhận")
    line(right, "[… họ và tên]", "VB Họ tên")


def both_signed(document: Document, left: str, right: str, room: float = 165) -> None:
    made = table(document, [room / 2, room / 2], lines=False)
    cells = row(made, [(left, "VB Chức vụ"), (right, "VB Chức vụ")])
    for cell in cells:
        line(cell, "(Ký, ghi rõ họ tên)", "VB Ký")
        line(cell, "[… họ và tên]", "VB Họ tên")


def merged(one: _Cell, other: _Cell) -> None:
    whole = one.merge(other)
    for extra in whole.paragraphs[1:]:
        extra._p.getparent().remove(extra._p)

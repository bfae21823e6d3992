"""What every document of an office begins and ends with (Decree 30/2020/NĐ-CP, appendix I)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qms_xlsx.book import look

if TYPE_CHECKING:
    from qms_xlsx.domain.register import Register
    from qms_xlsx.write.summary.page import Page

NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
COMPILER = ("NGƯỜI TỔNG HỢP", "Thư ký ISO")
SIGN_HERE = "(Ký, ghi rõ họ tên)"
_ROOM = 42
"""Points left for a signature."""


def office_heading(
    page: Page, register: Register, left: tuple[int, int], right: tuple[int, int]
) -> None:
    """Write the organisation on the left, the nation's name and motto on the right."""
    size = look.SIZE + 1
    shape = {"align": "center", "font_size": size, "text_wrap": True}  # a long name takes two lines
    plain, bold = (page.book.format(**shape, bold=b) for b in (False, True))
    ruled = page.book.format(**shape, bold=True, underline=1)
    above, own = register.parent_organisation.upper(), register.organisation.upper()
    pairs = [(above, plain, NATION, bold)] if above else []
    pairs.append((own, ruled, MOTTO if above else NATION, ruled if above else bold))
    if not above:
        pairs.append(("", plain, MOTTO, ruled))
    for name, name_style, words, words_style in pairs:
        heights = page.span(*left, name, name_style), page.span(*right, words, words_style)
        page.end(max(18, *heights))


def dateline(
    page: Page, register: Register, columns: tuple[int, int], right: tuple[int, int], *, left: str
) -> None:
    """Write the document's number, and the place with a date left open for the day of signing."""
    where = f"{register.place}, " if register.place else ""
    text = f"{where}ngày        tháng        năm {register.year}"
    page.span(*columns, left, page.book.format(align="center"))
    page.span(*right, text, page.book.format(align="center", italic=True))
    page.end(18)


def signatures(
    page: Page, register: Register, left: tuple[int, int], right: tuple[int, int]
) -> None:
    """Write who compiled and who signs, with room for both signatures."""
    bold = page.book.format(bold=True, align="center", font_size=look.SIZE + 1)
    plain = page.book.format(italic=True, align="center")
    signer = [part.strip() for part in register.signer_title.replace(";", "\n").split("\n")]
    titles = [part for part in signer if part] or ["THỦ TRƯỞNG CƠ QUAN"]
    ours = [(COMPILER[0], bold), (COMPILER[1], plain)]
    theirs = [(title, bold) for title in titles] + [(SIGN_HERE, plain)]
    page.gap(8)
    for index in range(max(len(ours), len(theirs))):
        for side, lines in ((left, ours), (right, theirs)):
            if index < len(lines):
                page.span(*side, *lines[index])
        page.end(17)
    page.gap(_ROOM)

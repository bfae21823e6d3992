"""Sheet "Cơ quan": an office a row: when it reported, how it stands, what it doubts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qms_xlsx import say
from qms_xlsx.book import look
from qms_xlsx.domain.office import Doubt, Proof
from qms_xlsx.say import figures as words
from qms_xlsx.write.summary.page import Page

if TYPE_CHECKING:
    from qms_xlsx.domain.office import Office, OfficeSummary
    from qms_xlsx.write.rollup.view import Above
    from qms_xlsx.write.summary.book import SummaryBook
    from qms_xlsx.write.summary.page import Cell

NAME = "Cơ quan"
WIDTHS = (38, 170, 112, 76, 62, 62, 40, 40, 40, 40, 66, 86, 220)
HEADINGS = (
    "Hạng",
    "Cơ quan",
    "Báo cáo của kỳ",
    "Số liệu đến ngày",
    "Bộ phận đã nộp",
    "Nộp đúng hạn",
    "Đạt",
    "◆",
    "✖",
    "?",
    "Số tạm tính",
    "Căn cứ",
    "Cần lưu ý",
)
_PROOFS = {Proof.CLOSED: "✔ đã chốt", Proof.SEALED: "chưa chốt", Proof.NONE: "mẫu cũ"}
_COUNTED = ("met", "at_risk", "missed", "no_data")
_SIZE = look.SIZE - 1


def write(book: SummaryBook, above: Above) -> None:
    """Write the sheet."""
    page = Page(book, NAME, WIDTHS, footer=words.scope(above.aggregate))
    page.title("CÁC CƠ QUAN", words.scope(above.aggregate))
    note = (
        "Căn cứ: ✔ đã chốt là tệp khớp bản kê của kỳ đã chốt; chưa chốt là số liệu khớp dấu kiểm "
        "của lần tổng hợp; mẫu cũ là bảng chưa có dấu kiểm. Số tạm tính: trên tổng số kết quả."
    )
    page.wide(note, book.format(italic=True, font_size=_SIZE, text_wrap=True))
    label = book.header(font_size=_SIZE)
    page.line([(text, label) for text in HEADINGS], height=30)
    page.frozen(page.row, columns=2, seen=2)
    first = page.row
    asking = {d: set(codes) for d, codes in above.asking.items()}
    lost = {one.office for one in above.rolled.left_out}
    for office in page.fitting(above.by_rank):
        remarks = [_SAID[d] for d in _SAID if office.code in asking[d]]
        remarks += ["có số liệu không cộng được"] if office.code in lost else []
        page.line(_cells(book, above, office, remarks))
    page.sheet.autofilter(first - 1, 0, page.row - 1, len(WIDTHS) - 1)
    page.finish()


_SAID = {
    Doubt.QUESTION: "còn câu hỏi chưa trả lời",
    Doubt.READING: "cách hiểu chưa xác nhận",
    Doubt.ESTIMATE: "có số ước",
}


def _cells(book: SummaryBook, above: Above, office: Office, remarks: list[str]) -> list[Cell]:
    text, middle = book.cell(font_size=_SIZE), book.cell(font_size=_SIZE, align="center")
    count = book.figure("0;;", font_size=_SIZE, align="center")
    own, standing = office.summary, above.rolled.standing.get(office.code)
    rank, report = above.rolled.ranks.get(office.code), above.reported(office)
    counts = [getattr(standing, key) for key in _COUNTED] if standing else []
    shown: list[Cell] = [(float(number), count) for number in counts]
    shown = shown or [(None, middle)] * len(_COUNTED)
    dated = book.cell(num_format=look.DATE, align="center", font_size=_SIZE)
    if office.refused:
        remarks = [say.text(office.refused, say.VIETNAMESE)]
    return [
        (float(rank) if rank else None, middle),
        (office.name, text),
        (report.shown, book.coloured(report.colours, font_size=_SIZE)),
        (own.as_of if own else None, dated),
        (_pair(own, "received"), middle),
        (_pair(own, "on_time"), middle),
        *shown,
        (f"{standing.provisional}/{standing.figures}" if standing else None, middle),
        (_PROOFS[own.proof] if own else None, middle),
        ("; ".join(remarks) or None, text),
    ]


def _pair(own: OfficeSummary | None, key: str) -> str | None:
    """Return how many of an office's departments did something, of those that owed a report."""
    part = getattr(own, key) if own else None
    return f"{part}/{own.expected}" if own and part is not None and own.expected else None

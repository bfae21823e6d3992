"""Sheet "Tổng quan" of the level above: what is reached, who is missing, what to ask."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from qms_xlsx.book import look
from qms_xlsx.domain.finding import Severity
from qms_xlsx.domain.status import Status
from qms_xlsx.say import figures as words
from qms_xlsx.say import sentences
from qms_xlsx.write.rollup.trust import trust
from qms_xlsx.write.summary import scorecard
from qms_xlsx.write.summary.attention import ASK, BAD, RISK
from qms_xlsx.write.summary.first_page import COLUMNS, SMALL, UNIT, first_page
from qms_xlsx.write.summary.metrics import fitted
from qms_xlsx.write.summary.scorecard import LABELS, BoardLine
from qms_xlsx.write.summary.tiles import QUIET, Tile, status_tiles

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qms_xlsx.judge.results import Result
    from qms_xlsx.write.rollup.view import Above
    from qms_xlsx.write.summary.book import SummaryBook
    from qms_xlsx.write.summary.page import Columns, Page
    from qms_xlsx.write.summary.states import StateLook

_TITLE = "TỔNG HỢP MỤC TIÊU CHẤT LƯỢNG CỦA CÁC CƠ QUAN"
_MARK, _WHAT, _HOW, _WHO = (0, 0), (1, 11), (12, 18), (19, 25)
_LIST, _BOARD = (0, 25), (27, 41)
_ROWS, _SHARE = 14, 5
"""Lines of the list and of the board, and the most that one kind of matter takes."""


@dataclass(frozen=True, slots=True)
class _Matter:
    """One thing to decide on: its mark, what it is, how it stands, whose it is."""

    state: StateLook
    what: str
    how: str
    who: str
    brief: str = ""


def write(book: SummaryBook, above: Above) -> None:
    """Write the sheet."""
    shown = [*status_tiles(above.facts), *_office_tiles(above)]
    page = first_page(book, above.facts, _TITLE, _message(above), shown)
    page.gap(6)
    _lists(page, above)
    page.gap(4)
    _title(page, (0, COLUMNS - 1), "Độ tin cậy của số liệu")
    page.end(20)
    text = book.format(italic=True, text_wrap=True, font_size=SMALL)
    for said in trust(above):
        page.wide(said, text, height=15)
    page.finish()


def _message(above: Above) -> str:
    reporting = above.aggregate.reporting
    came, asked = len(reporting.received), len(reporting.expected)
    missing = "" if came == asked else f" Mới có số liệu của {came}/{asked} cơ quan."
    return sentences.headline(above.facts) + missing


def _office_tiles(above: Above) -> list[Tile]:
    reporting = above.aggregate.reporting
    came, asked = len(reporting.received), len(reporting.expected)
    refused, missing = len(reporting.rejected), asked - came - len(reporting.rejected)
    parts = [f"chưa nộp {missing}" if missing else "", f"bị loại {refused}" if refused else ""]
    beneath = ", ".join(filter(None, parts)) or "đủ các cơ quan"
    late = 0 if reporting.on_time is None else came - len(reporting.on_time)
    when = f"nộp muộn {late}" if late else "không muộn"
    sent = [o.summary for o in above.rolled.offices if o.summary]
    inside = sum(s.received or 0 for s in sent), sum(s.expected or 0 for s in sent)
    on_time = "–" if reporting.on_time is None else f"{len(reporting.on_time)}/{asked}"
    return [
        Tile("Cơ quan đã nộp", f"{came}/{asked}", beneath, "", QUIET),
        Tile(
            "Nộp đúng hạn",
            on_time,
            when if reporting.due else "không có hạn nộp",
            f"bộ phận đã nộp: {inside[0]}/{inside[1]}" if inside[1] else "",
            QUIET,
        ),
    ]


def _lists(page: Page, above: Above) -> None:
    """Write what leaders are asked for on the left, the offices that fall short on the right."""
    items = list(_matters(above))[:_ROWS]
    lines = _board(above)
    _title(page, _LIST, "Cần lãnh đạo cho ý kiến")
    _title(page, _BOARD, "Cơ quan còn nhiều chỉ tiêu chưa đạt")
    page.end(20)
    for index in range(max(len(items) or 1, len(lines))):
        if index < len(items):
            _item(page, items[index])
        elif not items and index == 0:
            page.span(*_LIST, "Không có việc gì cần cho ý kiến.", page.book.format(italic=True))
        if index < len(lines):
            scorecard.write_row(page, lines[index], _BOARD[0])
        page.end(17)
    said = (
        "Nộp: ✔ đã nộp, ◆ muộn, ✖ chưa nộp hoặc không được tính. Bảng bên phải: số chỉ tiêu đạt, "
        "◆ có nguy cơ, ✖ không đạt, ? chưa có số liệu, so với mức của chính cơ quan."
    )
    page.wide(said, page.book.format(italic=True, font_size=SMALL), height=16)


def _title(page: Page, columns: Columns, text: str) -> None:
    ink = f"#{look.HEADER_INK}"
    style = page.book.format(bold=True, font_size=12, font_color=ink, bottom=2, bottom_color=ink)
    page.span(*columns, text, style)


def _item(page: Page, item: _Matter) -> None:
    book = page.book
    plain = book.cell(top=0, text_wrap=False)
    small = book.cell(top=0, text_wrap=False, font_size=SMALL, indent=1)
    bold = book.cell(top=0, text_wrap=False, font_size=SMALL, bold=True, align="right")
    page.span(*_MARK, item.state.mark, book.coloured(item.state.colours, top=0))
    page.span(*_WHAT, fitted(item.what, _room(_WHAT), look.SIZE), plain)
    page.span(*_HOW, _fitting(item), bold)
    page.span(*_WHO, fitted(item.who, _room(_WHO) - 9, SMALL), small)


def _fitting(item: _Matter) -> str:
    """Return how a matter stands, in short where the whole has no room."""
    whole = fitted(item.how, _room(_HOW), SMALL, bold=True)
    return whole if whole == item.how or not item.brief else item.brief


def _room(columns: Columns) -> int:
    return UNIT * (columns[1] - columns[0] + 1)


def _matters(above: Above) -> Iterator[_Matter]:
    """Yield what needs a leader's word: reports first, then targets, then what was looser set."""
    reporting = above.aggregate.reporting
    owing = [code for code in reporting.missing if code not in reporting.rejected]
    for codes, how in ((owing, "chưa nộp"), (list(reporting.rejected), "không được tính")):
        if codes:
            yield _Matter(
                BAD, f"{len(codes)} cơ quan không có số liệu", how, above.several(codes, 3)
            )
    for status, state in ((Status.MISSED, BAD), (Status.AT_RISK, RISK), (Status.NO_DATA, ASK)):
        rows = above.facts.having(status)
        for result in rows[:_SHARE]:
            yield _target(above, state, result)
        if len(rows) > _SHARE:
            yield _Matter(state, f"{len(rows) - _SHARE} chỉ tiêu khác", "", "trang Mục tiêu")
    looser = [f for f in above.findings if f.code == "X615"]
    for found in looser[:_SHARE]:
        value, code, offices = (str(found.values[key]) for key in ("value", "code", "offices"))
        yield _Matter(ASK, f"Mức thấp hơn cấp trên ({code})", value, offices)
    wrong = [f for f in above.findings if f.severity is Severity.ERROR]
    if wrong:
        yield _Matter(ASK, f"{len(wrong)} lỗi trong các tệp gửi lên", "", "trang Phát hiện")


def _target(above: Above, state: StateLook, result: Result) -> _Matter:
    rows = above.rows.get(result.objective.code, [])
    short = [o.office for o in rows if o.row.status in (Status.MISSED, Status.AT_RISK)]
    wanted = words.needed(result)
    how = f"{words.brief(result)} ({wanted})" if wanted and result.actual is not None else wanted
    who = f"{len(short)} cơ quan dưới mức" if short else ""
    what = f"{result.objective.number} {result.objective.name}".strip()
    return _Matter(state, what, how, who, words.brief(result))


def _board(above: Above) -> list[BoardLine]:
    """Return the offices without figures, then those with most that is missed or at risk."""
    standing = above.rolled.standing
    worst = sorted(standing, key=lambda code: (-standing[code].missed, -standing[code].at_risk))
    worst = [code for code in worst if standing[code].missed or standing[code].at_risk]
    by_code = {office.code: office for office in above.rolled.offices}
    lines = [LABELS]
    for code in worst[: _ROWS - 2]:
        own = standing[code]
        counts = own.met, own.at_risk, own.missed, own.no_data
        lines.append(BoardLine(above.called(code), above.reported(by_code[code]), counts))
    rest = len(standing) - len(lines) + 1
    if rest:
        lines.append(BoardLine((f"và {rest} cơ quan khác, xem trang Ma trận",)))
    return lines

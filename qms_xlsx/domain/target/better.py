"""Which way is better of what a clause measures: by its words, else by what was measured before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qms_xlsx.domain.target import verbs
from qms_xlsx.domain.target.comparators import DOWN, UP
from qms_xlsx.domain.target.model import Better, Kind
from qms_xlsx.domain.target.polarity import Direction, direction
from qms_xlsx.domain.target.sharing import period
from qms_xlsx.language.lexicon import Lexicon, covered, phrases
from qms_xlsx.language.messages import doubt, message

if TYPE_CHECKING:
    from qms_xlsx.domain.target.changing import ChangeWord
    from qms_xlsx.domain.target.part import Part


ODD_SHARE = 50
"""A share at least so large of which less would be better is worth a note."""
LESS_TIME = message("Less time is taken as better.")
_MORE_FOUND = doubt("More found, or fewer committed? The words do not say which is better.")
_HOLDING = Lexicon(phrases("kiểm soát, khống chế, kiềm chế, hạn chế, kìm chế, kiểm soát tốt"))
"""With an upper limit these say that what follows is held down, not that it is dealt with."""
_FOUND_OUT = Lexicon(
    phrases(
        "bị (phát hiện|xử lý|bắt|bắt giữ|xử phạt|phạt|triệt phá|khởi tố|truy tố|thu giữ"
        "|lập biên bản|đình chỉ|tước giấy phép)"
    )
    | {"được phát hiện [,|và] (xử lý|bắt giữ|ngăn chặn|xử phạt|khởi tố|thu giữ|lập biên bản)": True}
)
"""A count of these grows when more is found and when more is done."""
BARE = Lexicon(phrases("tỷ lệ, số, số lượng, tổng, kết quả, con số, chiếm, chiếm tỷ lệ"))
_EARLY = Lexicon(phrases("sớm, sớm hạn, sớm hơn, trước hạn, trước thời hạn, vượt tiến độ"))
"""Of the days by which something is early more are better."""
_DAYS = Lexicon(phrases("[tổng] số (ngày|giờ|tháng|buổi)"))
_OF_A_NAME = ("tổng", "định", "vượt", "hạn")  # "tổng mức đầu tư", "định mức"
_RATE = Lexicon(phrases("tỷ lệ, tỷ suất, tỷ số, mức"))


def way_of(part: Part, change: ChangeWord | None) -> Direction:
    """Return which way is better of what a figure measures; what is not told is noted."""
    core = part.core
    way = _measured(part, change)
    if _same_measure(part, way) or _of_structure(part):
        part.notes.append(message("What was measured before is taken to be measured here too."))
        return Direction(part.before.better, told=True)  # type: ignore[union-attr]
    if _same_high_share(part, way):
        part.notes.append(message("What was measured before is taken to be measured here too."))
        return Direction(Better.HIGHER)
    if core.comparison.op is not None or core.value == 0:
        return way
    if core.kind == "share" and core.value >= 100:
        return Direction(Better.HIGHER)
    if _found_out(part):
        part.notes.append(_MORE_FOUND)
        return Direction(Better.NEITHER)
    if way.better is Better.NEITHER:
        part.notes.append(message("Neither more nor less of it is better in itself."))
    elif core.kind == "duration" and _EARLY.before(part.text, core.lead):
        return Direction(Better.HIGHER, told=True)
    elif core.kind == "duration" and not (way.told or period(part) or _good_days(part, way)):
        part.notes.append(LESS_TIME)
        return Direction(Better.LOWER)
    return way


def _good_days(part: Part, way: Direction) -> bool:
    """Tell a count of days or hours that are good ("Số ngày chất lượng không khí tốt")."""
    return way.likely and any(_DAYS.within(part.text, part.clause.start, part.core.lead))


def _found_out(part: Part) -> bool:
    """Tell a count of offences that were found out: it says nothing of which way is better."""
    named = _FOUND_OUT.within(part.text, part.clause.start, part.core.lead)
    return part.core.kind != "share" and not part.clause.leads and any(named)


def _measured(part: Part, change: ChangeWord | None) -> Direction:
    text, clause, core = part.text, part.clause, part.core
    if clause.leads:
        acting = not covered(text, clause.start, core.start, verbs.LIGHT)
        way = direction(text, core.number, clause.end, acting=acting, doing=verbs.ACTING)
        share_of_some = core.kind == "share" and way.better is Better.NEITHER  # "85% dân số"
        return Direction(Better.HIGHER, likely=False) if share_of_some else way
    if covered(text, clause.start, core.lead, verbs.LIGHT, BARE):  # "Tỷ lệ 1/200 hồ sơ trễ hạn"
        return direction(text, clause.start, clause.end)
    denied = core.lead and text.tokens[core.lead - 1].bare in ("khong", "chua")  # "… không đạt 5%"
    return direction(text, _subject(part, change), core.start if denied else core.lead)


def _subject(part: Part, change: ChangeWord | None) -> int:
    """Return where the measured thing begins: what is done to a rate says nothing about it."""
    text, clause, core = part.text, part.clause, part.core
    if change:
        return change.end
    start = clause.start
    while text.kind(start) == "symbol":
        start += 1
    found = verbs.NONE.at(text, start)
    start += found[0] if found else 0
    # "Hạn chế số vụ cháy từ 2 vụ trở lên" holds down, "kiểm soát ô nhiễm trên 95%" deals with it.
    if core.comparison.op in DOWN or (core.comparison.op in UP and core.kind != "share"):
        start = max((i + n for i, n, _ in _HOLDING.within(text, start, core.lead)), default=start)
    rates = (index for index, _, _ in _RATE.within(text, start, core.lead))
    return next((index for index in rates if text.fold(index - 1) not in _OF_A_NAME), start)


def _of_structure(part: Part) -> bool:
    """Tell a share under a heading ("Cơ cấu kinh tế: …"), whose meaning reaches them all."""
    before, core = part.before, part.core
    if before is None or before.better is not Better.NEITHER or core.comparison.op is not None:
        return False
    headed = any(token.fold == ":" for token in part.text.tokens[: part.clause.start])
    rated = verbs.RATES.within(part.text, part.clause.start, core.start)
    return headed and before.unit == core.unit and not (part.clause.leads or any(rated))


def _same_measure(part: Part, way: Direction) -> bool:
    """Tell whether a part ("…: nông nghiệp 35%, dịch vụ 25%") goes on with the direction before."""
    before, core, clause = part.before, part.core, part.clause
    return (
        before is not None
        and before.kind is Kind.THRESHOLD
        and before.better is not Better.HIGHER
        and before.unit == core.unit
        and not (way.told or clause.leads or core.reached)
        and not any(verbs.RATES.within(part.text, clause.start, core.start))
    )


def _same_high_share(part: Part, way: Direction) -> bool:
    """Tell whether "trọng án đạt 95% trở lên" goes on with the rate of cases solved before."""
    before, core, clause = part.before, part.core, part.clause
    return (
        before is not None
        and before.kind is Kind.THRESHOLD
        and before.better is Better.HIGHER
        and before.unit == core.unit
        and (core.comparison.op in UP or (core.comparison.op is None and core.value >= ODD_SHARE))
        and way == Direction(Better.LOWER, told=True, likely=way.likely)
        and not any(verbs.RATES.within(part.text, clause.start, core.start))
    )

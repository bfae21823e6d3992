"""For whom and when a figure is asked: in every period, of each department, of a plan."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qms_xlsx.domain.target import verbs
from qms_xlsx.domain.target.comparators import DOWN
from qms_xlsx.language.lexicon import Lexicon, covered, phrases
from qms_xlsx.language.messages import message

if TYPE_CHECKING:
    from qms_xlsx.domain.target.part import Part

PERIODS = {
    "ngày": "day",
    "tuần": "week",
    "tháng": "month",
    "quý": "quarter",
    "6 tháng": "half",
    "nửa năm": "half",
    "năm": "year",
}
"""What stands behind a slash, and the period."""
SHOWN = {period: word for word, period in reversed(PERIODS.items())}
EVERY = Lexicon(
    {
        f"({each}) {word}": period
        for word, period in PERIODS.items()
        for each in ("mỗi|hàng|hằng|từng|trong mỗi|định kỳ hàng|định kỳ hằng|định kỳ mỗi",)
    }
    | {"cây hàng năm": ""}
    | dict.fromkeys(phrases("(mỗi|hàng|hằng|từng) (học kỳ|năm học|vụ|mùa)"), "?"),
    strict=True,
)
_LATER = Lexicon({f"… / {word}": period for word, period in PERIODS.items()})
_OFFICES = (
    "phòng, bộ phận, đơn vị, ban, khoa, tổ, trường, trạm, thôn, ấp, xóm, bản, tổ dân phố, TDP"
    ", khu phố, khu dân cư, xã, phường, huyện, chi bộ, chi hội, cơ quan, phòng ban, cơ sở, khóm"
    ", tổ chuyên môn, lớp, chi đoàn, công đoàn"
)
_PEOPLE = (
    "người, cán bộ, công chức, viên chức, giáo viên, nhân viên, đảng viên, hộ, hội viên, bác sĩ"
    ", học sinh, cá nhân, đoàn viên, lao động"
)
_EACH = Lexicon(
    dict.fromkeys(phrases("bình quân (mỗi|từng) <w>, môi trường"), "")
    | {f"(mỗi|từng) {who}": "office" for who in phrases(_OFFICES)}
    | {f"(mỗi|từng) {who}": "person" for who in phrases(_PEOPLE)},
    strict=True,
)
_OCCURRING = ("frequency", "count", "none")


def period(part: Part) -> str | None:
    """Return the period in each of which a figure is asked for, if it counts what is done."""
    core = part.core
    _, *tail = (core.unit or "").split("/")
    others = [word for word in tail if word not in PERIODS]
    if core.kind in ("frequency", "count") and tail and all(map(of_offices, others)):
        return next((PERIODS[word] for word in tail if word in PERIODS), None)
    if core.kind in ("frequency", "count") and (later := _LATER.at(part.text, core.end)):
        return later[1]
    found = EVERY.within(part.text, part.clause.start, part.clause.end)
    told = [value for _, _, value in found if value]
    if told[:1] == ["?"] and core.kind in _OCCURRING:
        part.notes.append(message("The figure is asked for in a period that the calendar has not."))
        return None
    done = core.kind in _OCCURRING or core.unit in ("ngày", "giờ")
    return told[0] if told and done and core.of is None and "/" not in (core.unit or "") else None


def each(part: Part) -> bool:
    """Tell whether a figure is asked of each department; note one that is asked of each person."""
    core = part.core
    if core.kind not in _OCCURRING or core.of is not None:
        return False
    average = "binh quan" in part.around
    if average or any(map(of_offices, (core.unit or "").split("/")[1:])):
        return not average
    found = _EACH.within(part.text, part.clause.start, part.clause.end)
    # "05 tổ, mỗi tổ 5 người" only describes.
    told = {who for index, _, who in found if index < core.start or index == core.end}
    if "person" in told:
        part.notes.append(message("The figure is asked of each person."))
    return "office" in told


def of_offices(tail: str) -> bool:
    """Tell whether a unit is counted by departments or units ("sáng kiến/phòng")."""
    return tail in phrases(_OFFICES)


def of_plan(part: Part) -> bool:
    """Tell whether a percentage is of a plan, which a figure may exceed."""
    core, text = part.core, part.text
    at = core.end
    while verbs.LIMITS.at(text, at):
        at += verbs.LIMITS.at(text, at)[0]  # type: ignore[index]
    told = core.unit == "%" and core.of is None and core.comparison.op not in DOWN
    planned = told and verbs.PLAN.at(text, at) is not None
    if (
        planned
        and text.fold(at) == "chỉ"
        and covered(text, part.clause.start, core.lead, verbs.LIGHT)
    ):
        part.notes.append(message("Of which plan is not said here: the row's own is taken."))
    return planned

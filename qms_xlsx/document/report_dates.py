"""When the half-year's and the year's report are due, where the document's words tell it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from qms_xlsx.domain.deadline import Deadline
from qms_xlsx.language.plain import typed
from qms_xlsx.language.text import bare

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from qms_xlsx.document.decision import Head, LeftOut, PlanRow
    from qms_xlsx.document.model import Paragraph

_DATE = re.compile(
    r"\b\d{1,2}\s*(?:[/.-]\s*|tháng\s+)\d{1,2}(?!\d|\s?%)(?:\s*(?:[/.-]|năm)\s*\d{4})?(?![\d/])"
    r"|\bcuối tháng\s+\d{1,2}\b(?:\s*(?:/|năm)\s*\d{4})?",
    re.IGNORECASE,
)
_DUE = re.compile(r"\b(?:trước|chậm nhất|muộn nhất|hạn|vào|xong|cuối tháng)\b", re.IGNORECASE)
"""What a sentence says that sets a date; any other date only tells one."""
_REPORTS = re.compile(r"\bbáo cáo\b|\b(?:gửi|nộp)\s+(?:kết quả|số liệu|đánh giá)\b", re.IGNORECASE)
_COUNTED_FROM = re.compile(r"(?<!nhất )\b(?:từ|đến)\s+(?:hết\s+)?(?:ngày\s+)?$", re.IGNORECASE)
"""Before a date, these name an end of the period that is reported."""
_BEHIND = re.compile(r"\s*(?:\(|(?:đối với|cho|với)\b)([^;,)]*?)(?=[;,)]|\bvà\b|$)", re.IGNORECASE)
"""Words behind a date that say of which report it is: "trước 15/01 (học kỳ I)"."""
_NO_REPORT = re.compile(
    r"năm (?:học )?\d{4}(?:\s?[-–]\s?\d{4})?|h[ằà]ng năm"
    r"|(?<=học kỳ i)(?: của)? năm học|(?<=6 tháng) đầu năm|0?6 tháng\s?(?:/|một)\s?lần",
    re.IGNORECASE,
)
"""Words of years that do not say of which report a date is."""
_HALF = re.compile(r"\b(?:0?6|sáu) tháng(?! cuối)|\bhọc kỳ (?:i|1|một)\b|\bhk ?[i1]\b|\bsơ kết\b")
_WHOLE = re.compile(r"\bnăm\b|\btổng kết\b|\bhọc kỳ (?:ii|2|hai)\b|\bhk ?(?:ii|2)\b|\b12 tháng\b")
_TERM = re.compile(r"\b(?:năm học|học kỳ|hk ?(?:ii?|[12]))\b", re.IGNORECASE)
_MONTHS = ((5, 6, 7), (11, 12))
_TERM_MONTHS = ((12, 1, 2), (5, 6))
"""In which months the two reports of a year, and of a school's year, are due."""
_TERMS_END = 8
"""The month in which a school's year ends."""


class _Told(NamedTuple):
    """A date that a passage sets, and of which report, where it says so."""

    day: date
    half: bool | None


def report_dates(
    paragraphs: Iterable[Paragraph],
    actions: Iterable[PlanRow],
    head: Head,
    left_out: Iterable[LeftOut],
) -> tuple[str, str]:
    """Return the due dates of the half-year's and the year's report, empty where none are told.

    Each is day/month, with its year where that is not the year of the objectives. What two
    passages tell otherwise is told by none.
    """
    texts = [paragraph.text for paragraph in paragraphs]
    texts += [one.quote for one in left_out if "|" not in one.quote]
    school = any("nam hoc" in bare(text) for text in texts)
    pairs: dict[tuple[str, str], bool] = {}
    single: dict[bool, set[str]] = {True: set(), False: set()}
    for words, about in (*_planned(actions), *_reported(texts)):
        told = _told(words, about, head.year, school=school)
        shown = [(_shown(one.day, head.year), one.half) for one in told]
        for day, half in shown:
            if half is not None:
                single[half].add(day)
        if both := _pair(told, school=school or bool(typed(_TERM, words).search(words))):
            pair = _shown(both[0], head.year), _shown(both[1], head.year)
            pairs[pair] = pairs.get(pair, False) or "muc tieu" in bare(f"{about} {words}")
    meant = [pair for pair, own in pairs.items() if own] or list(pairs)
    if not pairs and len(single[True]) == len(single[False]) == 1:
        return single[True].pop(), single[False].pop()
    return meant[0] if len(meant) == 1 else ("", "")


def _planned(actions: Iterable[PlanRow]) -> Iterator[tuple[str, str]]:
    """Yield the deadlines of the measures that report the objectives, and what these say."""
    for action in actions:
        said = f"{action.measure} {action.evidence}"
        if re.search(r"bao cao.*\b(muc tieu|mtcl)|\b(muc tieu|mtcl).*bao cao", bare(said)):
            yield action.deadline, said


def _reported(texts: list[str]) -> Iterator[tuple[str, str]]:
    """Yield the passages that set a date for reports, and the one that announces them."""
    about = ""
    for text in dict.fromkeys(texts):
        if typed(_REPORTS, text).search(text):
            about = text if text.rstrip().endswith(":") else ""
            yield from ((s, "") for s in re.split(r";|\.\s", text) if typed(_DUE, s).search(s))
        elif about and typed(_DUE, text).search(text):
            yield text, ""
        else:
            about = ""


def _told(words: str, about: str, year: int | None, *, school: bool) -> list[_Told]:
    """Return the dates that words set, each with the report that it is of."""
    found: list[_Told] = []
    begin = 0
    for date_ in typed(_DATE, words).finditer(words):
        before = words[begin : date_.start()]
        days = Deadline.parse(date_[0], year or 2024).due
        if len(days) != 1 or typed(_COUNTED_FROM, words).search(before):
            continue
        behind = typed(_BEHIND, words).match(words, date_.end())
        begin = behind.end() if behind else date_.end()
        half = _report(before)
        half = _report(behind[1]) if half is None and behind else half
        written = bool(re.search(r"\d{4}$", date_[0]))
        found.append(_Told(days[0] if written else _in_year(days[0], half, school=school), half))
    if len(found) == 1 and found[0].half is None:
        found[0] = found[0]._replace(half=_report(about))
    return found


def _in_year(day: date, half: bool | None, *, school: bool) -> date:
    """Return a day without a year of its own in the year that it is meant in."""
    following = day.month <= _TERMS_END if school else half is False and day.month < 4
    return day.replace(year=day.year + 1) if following else day


def _report(words: str) -> bool | None:
    """Return whether words name the half-year's report or the year's; None where both or none."""
    low = typed(_NO_REPORT, words).sub("", words.lower())
    half, whole = (bool(typed(one, low).search(low)) for one in (_HALF, _WHOLE))
    return half if half != whole else None


def _pair(told: list[_Told], *, school: bool) -> tuple[date, date] | None:
    """Return the two dates of a passage that sets both: by its words, else by their months."""
    halves = [one.day for one in told if one.half]
    wholes = [one.day for one in told if one.half is False]
    if len(halves) == len(wholes) == 1:
        return halves[0], wholes[0]
    if len(told) != 2:
        return None
    (first, half), (second, whole) = sorted(told, key=lambda one: one.day)
    months = _TERM_MONTHS if school else _MONTHS
    fits = first.month in months[0] and second.month in months[1]
    return (first, second) if fits and half is not False and not whole else None


def _shown(day: date, year: int | None) -> str:
    own = f"/{day.year}" if year and day.year != year else ""
    return f"{day.day}/{day.month}{own}"

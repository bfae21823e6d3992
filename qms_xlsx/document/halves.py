"""The half-year's level ahead of the year's own: "6 tháng đạt 45%, cả năm đạt 98%"."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from qms_xlsx.document.wording import named, parsed, says_as_much, unit_words
from qms_xlsx.language.messages import Message, doubt
from qms_xlsx.language.text import bare

if TYPE_CHECKING:
    from qms_xlsx.document.wording import StatedTarget

_LEADS_ON = r"(?:(?:và|riêng|tính|đến|hết|trong|vào|phấn đấu|ngày|thời điểm)\s+)*"
_WORDS = (
    rf"{_LEADS_ON}(?:30/0?6(?:/\d{{4}})?|0?6 tháng(?: đầu năm)?|tháng 0?6|(?<=hết )quý II"
    r"|giữa năm|nửa đầu năm)(?: năm \d{4})?"
)
_HALF = re.compile(rf"[\s,;:]+{_WORDS}$", re.IGNORECASE)
"""The half of the year at the end of a name or of a level."""
_HALF_FIRST = re.compile(rf"{_WORDS}[\s,:]+(?=[^\W\d_])", re.IGNORECASE)
"""The half of the year ahead of what is measured."""
_PART = re.compile(
    rf"\s{_LEADS_ON}(?:quý (?:I|II|III|[1-3])|0?9 tháng)(?: đầu năm)?$", re.IGNORECASE
)
"""Another part of the year at the end of a level."""
_REPORTS = re.compile(r"(?:báo cáo|sơ kết|đánh giá|kiểm điểm|họp|mỗi|lần|trước|cuối|kế hoạch)$")
"""Words that a half-year says more of, and sets no level for: "báo cáo 6 tháng"."""
_YEAR = re.compile(
    rf"{_LEADS_ON}(?:cuối năm|cả năm|hết năm|31/12(?:/\d{{4}})?)(?: \d{{4}})?(?:[\s,:]+|$)",
    re.IGNORECASE,
)
"""The year, ahead of what is measured or alone."""


def part_of_year() -> Message:
    """Return the question what a level for a part of the year is meant for."""
    return doubt("This level is for a part of the year: write it in “Mức 6 tháng”.")


def with_halves(found: list[StatedTarget], begin: int) -> None:
    """Put the half-year's levels of a sentence to the year's behind them; one alone is asked."""
    own = found[begin:]
    del found[begin:]
    for clause in own:
        if found and _is_the_year(clause, found[-1]):
            _put(found, clause)
        else:
            found.append(clause)
    for at in range(begin, len(found)):
        if not found[at].half and _halved(found[at]):
            found[at] = _asked(found[at])


def _put(found: list[StatedTarget], clause: StatedTarget) -> None:
    """Put the year's level behind those for parts of it; all but the half-year's are asked."""
    half = _halved(found[-1])
    if half is not None:
        found[-1] = replace(_of_the_year(half, clause), half=half.target)
        return
    parts = [at for at, c in enumerate(found) if _PART.search(c.target) or _PART.search(c.name)]
    for at in parts:
        found[at] = _asked(found[at])
    about = next((c for c in reversed(found) if not _PART.match(f" {c.name}")), found[-1])
    found.append(_of_the_year(about, clause))


def _is_the_year(clause: StatedTarget, before: StatedTarget) -> bool:
    """Whether a clause only says that its level is the year's, or of the same as the half-year's.

    Its unit tells nothing.
    """
    year = _YEAR.match(clause.name.rpartition(": ")[2])
    if year is None:
        return False
    rest = year.string[year.end() :].removesuffix(unit_words(clause.target)).strip()
    half = _halved(before)
    return not rest or (half is not None and bare(rest) == bare(half.name))


def _asked(clause: StatedTarget) -> StatedTarget:
    note = part_of_year()
    return clause if note in clause.notes else replace(clause, notes=(*clause.notes, note))


def _halved(clause: StatedTarget) -> StatedTarget | None:
    """Return a clause without the words that it is the half-year's, None where it is not."""
    if clause.measured and (first := _HALF_FIRST.match(clause.name)):
        return replace(clause, name=named(clause.name[first.end() :]))
    for text in (clause.name, clause.target):
        half = _HALF.search(text)
        if not half or not clause.measured or _REPORTS.search(text[: half.start()].lower()):
            continue
        if text is clause.name:
            return replace(clause, name=named(text[: half.start()]))
        return replace(clause, target=text[: half.start()])
    return None


def _of_the_year(before: StatedTarget, clause: StatedTarget) -> StatedTarget:
    """Return the year's level as one of what the clause before measures, read with its name."""
    name = _PART.sub("", before.name)
    again, _ = parsed(f"{name}: {clause.target}")
    goal = again[0] if len(again) == 1 and says_as_much(again[0], clause.goal) else clause.goal
    alone, _ = parsed(clause.target)
    turned = goal.better if len(alone) == 1 and alone[0].better is not goal.better else None
    words = f"{before.words}; {clause.words}"
    return replace(clause, words=words, name=name, goal=goal, better=turned)

"""The list "Cần chú ý": what a leader should look at, worst first."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from qms_xlsx import say
from qms_xlsx.book import look
from qms_xlsx.domain.status import Status
from qms_xlsx.language.symbols import day
from qms_xlsx.say import figures as words
from qms_xlsx.say.states import MISSING, overdue
from qms_xlsx.write.summary import sentences
from qms_xlsx.write.summary.states import STATES, StateLook

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qms_xlsx.judge.results import Result
    from qms_xlsx.write.summary.facts import Facts

MOST = 12
"""Items of one kind before the rest is counted."""


@dataclass(frozen=True, slots=True)
class AttentionItem:
    """One thing to look at."""

    state: StateLook
    what: str
    who: str
    why: str


def attention(facts: Facts) -> list[AttentionItem]:
    """Return the items: missed, at risk, no data, missing reports, overdue measures, errors."""
    groups = [
        *(list(_indicators(facts, s)) for s in (Status.MISSED, Status.AT_RISK, Status.NO_DATA)),
        list(_reports(facts)),
        list(_measures(facts)),
        list(_errors(facts)),
    ]
    return [item for group in groups for item in _shortened(group)]


def _shortened(items: list[AttentionItem]) -> list[AttentionItem]:
    if len(items) <= MOST + 1:
        return items
    rest = AttentionItem(
        items[0].state, f"và {len(items) - MOST} mục khác cùng loại", "", _ELSEWHERE
    )
    return [*items[:MOST], rest]


_ELSEWHERE = "Xem đủ ở các trang Mục tiêu, Kế hoạch và Phát hiện."


def _indicators(facts: Facts, status: Status) -> Iterator[AttentionItem]:
    state = StateLook(status.mark, status.label, look.STATUS_COLOURS[status])
    for result in facts.indicators:
        if result.status is status:
            name = f"{result.objective.number} {result.objective.name}".strip()
            yield AttentionItem(state, name, _responsible(facts, result), _reason(result))


def _responsible(facts: Facts, result: Result) -> str:
    """Return the departments whose own row is not met, else those named in the register."""
    code = result.objective.code
    weak = [
        department
        for department, rows in facts.by_department.items()
        if any(r.objective.code == code and r.status is result.status for r in rows)
    ]
    if weak:
        return sentences.names(facts, weak, 3)
    return words.several(list(result.objective.departments), 3)


def _reason(result: Result) -> str:
    notes = words.reservations(result)
    return say.text(result.why, say.VIETNAMESE) + (f" ({notes})" if notes else "")


def _reports(facts: Facts) -> Iterator[AttentionItem]:
    state = StateLook("✖", MISSING, look.STATUS_COLOURS[Status.MISSED])
    due = facts.aggregate.reporting.due
    report = f"Báo cáo của kỳ (hạn {day(due)})" if due else "Báo cáo của kỳ"
    for code in facts.aggregate.reporting.missing:
        rejected = code in facts.aggregate.reporting.rejected
        why = "Bản nộp bị loại, phải nộp lại." if rejected else "Chưa có bản nộp nào cho kỳ này."
        yield AttentionItem(state, report, facts.name(code), why)
    received = StateLook("✖", "Đã nhận, chưa tính", look.STATUS_COLOURS[Status.MISSED])
    for item in facts.aggregate.not_counted:
        if item.department in facts.aggregate.reporting.waiting:
            reason = say.text(item.reason, say.VIETNAMESE)
            why = f"Bản nộp {item.file} chưa tính vì {reason}."
            yield AttentionItem(received, report, facts.name(item.department), why)


def _measures(facts: Facts) -> Iterator[AttentionItem]:
    for row in facts.overdue:
        days = row.progress.days_overdue
        colours = STATES[row.derived].colours
        who = facts.name(row.department) if row.department else row.measure.lead
        what = f"Biện pháp {row.measure.number}: {row.measure.measure}"
        yield AttentionItem(
            StateLook("✖", overdue(days), colours),
            what,
            who,
            say.text(row.progress.why, say.VIETNAMESE),
        )


def _errors(facts: Facts) -> Iterator[AttentionItem]:
    state = StateLook("✖", "Lỗi số liệu", look.STATUS_COLOURS[Status.NO_DATA])
    files = Counter(f.place.file for f in facts.errors)
    who = {f.place.file: f.department for f in facts.errors if f.department}
    for file, count in files.most_common():
        department = facts.name(who[file]) if file in who else ""
        yield AttentionItem(
            state, f"{count} lỗi phải sửa trong {file}", department, "Xem trang Phát hiện."
        )

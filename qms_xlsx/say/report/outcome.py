"""How many indicators are met, and what a reader must know before relying on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qms_xlsx.domain.status import Status
from qms_xlsx.say.counting import counted, listed

if TYPE_CHECKING:
    from qms_xlsx.say.facts import Facts
    from qms_xlsx.say.report.account import Account

_OPEN = {
    Status.NOT_DUE: "chưa đến kỳ đánh giá",
    Status.NO_DATA: "chưa có hoặc chưa đủ số liệu",
    Status.NOT_APPLICABLE: "không phát sinh hoặc chỉ theo dõi",
}


def outcome(facts: Facts) -> str:
    """Return how many indicators are met, at risk, missed and not judged yet."""
    counts, total, judged = facts.counts, len(facts.indicators), facts.judged
    if not total:
        return "Sổ mục tiêu chưa có chỉ tiêu nào."
    left = {words: counts[status] for status, words in _OPEN.items() if counts[status]}
    rest = ", ".join(f"{counted(count)} {words}" for words, count in left.items())
    if not judged:
        of = f"trong {counted(total)} chỉ tiêu"
        return f"Đến nay chưa có chỉ tiêu nào {of} đủ căn cứ đánh giá: {rest}."
    head = f"Cả {counted(total)} chỉ tiêu đã đủ căn cứ đánh giá"
    tail = ""
    if rest:
        head = f"Trong {counted(total)} chỉ tiêu có {counted(judged)} chỉ tiêu đủ căn cứ đánh giá"
        why = f"chưa đánh giá: {rest}" if len(left) > 1 else next(iter(left))
        tail = f" Còn {counted(total - judged)} chỉ tiêu {why}."
    return f"{head}: {_judged(facts)}.{tail}"


def _judged(facts: Facts) -> str:
    counts, met = facts.counts, facts.met
    above = counts[Status.EXCEEDED]
    beyond = f" (trong đó {counted(above)} chỉ tiêu vượt)" if above else ""
    parts = [
        f"{counted(met)} chỉ tiêu đạt{beyond}" if met else "chưa chỉ tiêu nào đạt",
        f"{counted(n)} có nguy cơ không đạt" if (n := counts[Status.AT_RISK]) else "",
        f"{counted(n)} không đạt" if (n := counts[Status.MISSED]) else "",
    ]
    return ", ".join(part for part in parts if part)


def reservation(account: Account) -> str:
    """Return what is provisional among the figures; nothing when nothing is."""
    shown = [result for result in account.indicators if result.actual is not None]
    provisional = [result for result in shown if result.provisional]
    if not provisional:
        return ""
    reasons = {
        "còn thiếu số liệu": any(not r.coverage.complete for r in provisional),
        "có số ước thực hiện": any(r.estimated for r in provisional),
        "cách hiểu chưa được xác nhận": any(r in account.unconfirmed for r in provisional),
    }
    why = listed((reason for reason, there in reasons.items() if there), link="hoặc")
    if len(provisional) == len(shown):
        return f"Số liệu trong bảng đều là số tạm tính vì {why}."
    return f"Dấu * chỉ số tạm tính, vì {why}."

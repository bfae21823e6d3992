"""Part I of the report: what was set out to do, who reported, how the plan goes."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from qms_xlsx.domain.progress import SOON, Derived
from qms_xlsx.say.counting import GAP, counted, gap, listed
from qms_xlsx.say.periods import day_in_words, in_words

if TYPE_CHECKING:
    from qms_xlsx.judge.results import Reporting
    from qms_xlsx.say.report.account import Account


def opening(account: Account) -> str:
    """Return the sentence that a report begins with: by which decision, about what."""
    register, aggregate = account.aggregate.register, account.aggregate
    number = register.decision_number or GAP
    day = day_in_words(register.decision_date) if register.decision_date else f"ngày {GAP}"
    return (
        f"Thực hiện Quyết định số {number} {day} về mục tiêu chất lượng năm {register.year}, "
        f"{register.organisation} báo cáo kết quả thực hiện mục tiêu chất lượng "
        f"{in_words(aggregate.period)} (số liệu tính đến {day_in_words(aggregate.as_of)}) như sau:"
    )


def direction(account: Account) -> list[str]:
    """Return what was set out to do and who has a part in it."""
    register = account.aggregate.register
    headed = sum(objective.parent not in register.by_code for objective in register.objectives)
    busy = {
        code for codes in (*register.owners.values(), *register.leads.values()) for code in codes
    }
    plan = (
        f"; kế hoạch thực hiện có {counted(n)} biện pháp" if (n := len(register.measures)) else ""
    )
    return [
        f"Năm {register.year}, {register.organisation} đề ra {counted(headed)} mục tiêu chất lượng "
        f"với {counted(len(register.indicators))} chỉ tiêu, giao cho {counted(len(busy))} bộ phận "
        f"thực hiện{plan}.",
        gap("nêu văn bản chỉ đạo, cuộc họp, kiểm tra, đánh giá nội bộ đã thực hiện trong kỳ"),
    ]


def reporting(account: Account) -> list[str]:
    """Return who handed in, who on time, and what is missing in the figures."""
    own = account.aggregate.reporting
    if not own.expected:
        return ["Kỳ này không bộ phận nào phải nộp báo cáo."]
    told = [_handed_in(account, own)]
    if own.received:
        told.append(_incomplete(account))
    if account.doubts:
        count = counted(len(account.doubts))
        told.append(gap(f"xem lại {count} số liệu đã tính mà còn nghi vấn, rồi xóa dòng này"))
    return told


def _handed_in(account: Account, own: Reporting) -> str:
    day = day_in_words(account.aggregate.as_of)
    due = f" (hạn cuối là {day_in_words(own.due)})" if own.due else ""
    total, received = len(own.expected), len(own.received)
    if not received and not own.waiting and not own.rejected:
        return f"Đến {day}, chưa bộ phận nào trong {counted(total)} bộ phận nộp báo cáo{due}."
    if not received:
        head = f"chưa có báo cáo nào được tính trong {counted(total)} bộ phận phải nộp"
    elif received == total:
        head = f"cả {counted(total)} bộ phận đã nộp báo cáo"
    else:
        head = f"{counted(received)}/{counted(total)} bộ phận đã nộp báo cáo"
    parts = [
        f"Đến {day}, {head}{due}{_punctuality(account, own)}",
        _group(account, own.waiting, "đã gửi báo cáo nhưng chưa được tính vì ngày báo cáo"),
        _group(account, own.rejected, "gửi biểu mẫu không dùng được, phải nộp lại"),
        _group(account, account.owing, "chưa nộp"),
    ]
    return "; ".join(part for part in parts if part) + "."


def _punctuality(account: Account, own: Reporting) -> str:
    if own.on_time is None or not own.received:
        return ""
    if not account.late:
        return ", đều đúng hạn"
    return (
        f", trong đó {counted(len(own.on_time))} bộ phận nộp đúng hạn, "
        f"{_group(account, account.late, 'nộp muộn')}"
    )


def _group(account: Account, codes: tuple[str, ...], what: str) -> str:
    if not codes:
        return ""
    names = listed(account.named(codes), "bộ phận")
    return f"{counted(len(codes))} bộ phận {what} ({names})"


def _incomplete(account: Account) -> str:
    """Return how many figures that are due are missing; nothing when none is."""
    (filled, due), refused = account.cells, account.rejected_cells
    if filled == due and not refused:
        return "Số liệu đến hạn báo cáo đã đầy đủ."
    parts = [
        f"còn {counted(due - filled)} trong {counted(due)} số liệu đến hạn chưa được báo cáo"
        if due > filled
        else "",
        f"{counted(refused)} số liệu bị loại vì sai sót, chờ bộ phận sửa" if refused else "",
    ]
    told = "; ".join(part for part in parts if part)
    return f"{told[:1].upper()}{told[1:]}."


def plan_progress(account: Account) -> list[str]:
    """Return how many measures of the plan are done, late, overdue and still to come."""
    total = len(account.measures)
    if not total:
        return ["Sổ mục tiêu chưa ghi biện pháp nào của kế hoạch."]
    states = Counter(row.derived for row in account.measures)
    on_time, late = states[Derived.DONE_ON_TIME], states[Derived.DONE_LATE]
    ways = f" ({counted(on_time)} đúng hạn, {counted(late)} muộn)" if on_time and late else ""
    ways = ways or (" đúng hạn" if on_time else " nhưng muộn hạn")
    parts = [
        f"{counted(on_time + late)} biện pháp đã hoàn thành{ways}" if on_time + late else "",
        *(
            f"{counted(states[state])} biện pháp {words}"
            for state, words in _STATES.items()
            if states[state]
        ),
    ]
    told = "; ".join(part for part in parts if part)
    return [f"Trong {counted(total)} biện pháp của kế hoạch có {told}."]


_STATES = {
    Derived.OVERDUE: "đã quá hạn",
    Derived.DUE_SOON: f"đến hạn trong {SOON} ngày tới",
    Derived.NOT_DUE: "chưa đến hạn",
    Derived.ONGOING: "thực hiện thường xuyên",
    Derived.ON_EVENT: "thực hiện khi có việc phát sinh",
    Derived.NOT_APPLICABLE: "không phát sinh việc phải làm",
}

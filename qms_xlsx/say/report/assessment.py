"""Part III of the report: what was reached, what was not, why, and what is done about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qms_xlsx.domain.progress import Derived
from qms_xlsx.domain.status import Status
from qms_xlsx.rules.verdicts import still_coming
from qms_xlsx.say.counting import counted, gap, lines, listed, sentence
from qms_xlsx.say.names import cited, one_line
from qms_xlsx.say.report.account import WEAK
from qms_xlsx.say.report.requests import indicators, numbers
from qms_xlsx.say.verdicts import achieved, period_level, shortfall

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qms_xlsx.judge.results import Result
    from qms_xlsx.say.report.account import Account


def achievements(account: Account) -> list[str]:
    """Return what was met, what was exceeded by how much, and the measures done in time."""
    exceeded, met = account.having(Status.EXCEEDED), account.having(Status.MET)
    told = []
    if met:
        each = numbers(result.objective for result in met)
        told.append(f"{counted(len(met))} chỉ tiêu đạt mức đề ra: {each}.")
    if exceeded:
        each = listed(map(_exceeding, exceeded), "chỉ tiêu")
        told.append(f"{counted(len(exceeded))} chỉ tiêu vượt mức đề ra: {each}.")
    if not told:
        told.append(f"{_NOTHING} đạt.")
    if done := account.standing(Derived.DONE_ON_TIME):
        told.append(f"{counted(len(done))} biện pháp hoàn thành đúng hạn: {listed(done)}.")
    return [*told, gap("bổ sung kết quả nổi bật khác, nếu có")]


def _exceeding(result: Result) -> str:
    level = period_level(result)
    beside = f", mức đề ra {level}" if level else ""
    return f"{numbers([result.objective])} ({achieved(result)}{beside})"


def shortcomings(account: Account) -> list[str]:
    """Return what was missed or is in danger, what is not known, and what is overdue."""
    own = account.aggregate.reporting
    told = falling_short(account)
    absent = [code for code in own.expected if code not in own.received]
    unknown = account.having(Status.NO_DATA)
    if unknown and not (absent and account.figureless):  # who is absent says it all
        told.append(f"Chưa có hoặc chưa đủ số liệu để đánh giá: {indicators(unknown)}.")
    if absent:
        names = listed(account.named(absent), "bộ phận")
        told.append(f"{counted(len(absent))} bộ phận chưa có báo cáo được tính trong kỳ: {names}.")
    told += lines(_overdue(account), "biện pháp")
    if late := account.standing(Derived.DONE_LATE):
        told.append(f"{counted(len(late))} biện pháp hoàn thành muộn: {listed(late)}.")
    if told:
        return told
    known = "Không có chỉ tiêu không đạt hoặc có nguy cơ không đạt" if account.judged else _NOTHING
    return [f"{known}; không có biện pháp quá hạn."]


_NOTHING = "Đến nay chưa có chỉ tiêu nào được đánh giá"


def falling_short(account: Account) -> list[str]:
    """Return how far each weak indicator is from what was wanted, and whose it is."""
    return lines((_falling_short(account, result) for result in account.weak), "chỉ tiêu")


def _falling_short(account: Account, result: Result) -> str:
    label = "không đạt" if result.status is Status.MISSED else "có nguy cơ không đạt"
    head = f"{sentence(cited(result.objective))} {label}"
    rows = account.by_objective.get(result.objective.code, ())
    weak = [_own(account, row) for row in rows if row.status in WEAK and len(rows) > 1]
    whose = f" Bộ phận chưa đạt: {listed(weak, 'bộ phận', 5)}." if weak else ""
    if isinstance(result.actual, bool):
        return f"{head}.{whose}"
    return f"{head}: {_lower(shortfall(result))}{whose}"


def _own(account: Account, row: Result) -> str:
    name = account.name(row.department)
    return name if isinstance(row.actual, bool) else f"{name} ({achieved(row)})"


def _lower(own_words: str) -> str:
    return own_words[:1].lower() + own_words[1:]


def _overdue(account: Account) -> Iterator[str]:
    """Yield the overdue measures; leads that are late by as many days stand together."""
    leads: dict[tuple[str, str, int], list[str]] = {}
    for row in account.overdue:
        key = row.measure.number, one_line(row.measure.measure), row.progress.days_overdue
        leads.setdefault(key, []).append(account.lead(row))
    for (number, what, days), names in leads.items():
        who = listed(names, "bộ phận")
        by = f"; chủ trì: {who}" if who else ""
        yield f"Biện pháp {number} ({what}) quá hạn {counted(days)} ngày{by}."


def causes(account: Account) -> list[str]:
    """Return the causes that departments state, a gap where they state none."""
    told = explained(account, "cause", gap("bổ sung nguyên nhân"))
    if overdue := account.standing(Derived.OVERDUE):
        told.append(f"Biện pháp quá hạn ({listed(overdue)}): {gap('bổ sung nguyên nhân')}.")
    return told or ["Không có chỉ tiêu hoặc biện pháp nào phải nêu nguyên nhân."]


def explained(account: Account, what: str, unknown: str) -> list[str]:
    """Return the cause or the remedy of each weak indicator, a gap for those without."""
    told: list[str] = []
    silent: list[Result] = []
    unfinished: list[Result] = []
    for result in account.weak:
        if words := _stated(account, result, what):
            told.append(f"{sentence(cited(result.objective))}: {words}.")
        else:
            (unfinished if still_coming(result) else silent).append(result)
    told = lines(told, "chỉ tiêu")
    if unfinished:
        told.append(f"{sentence(indicators(unfinished))}: còn thiếu số liệu của bộ phận.")
    if silent:
        told.append(f"{sentence(indicators(silent))}: {unknown}.")
    return told


def _stated(account: Account, result: Result, what: str) -> str:
    """Return what departments state of an indicator, each behind its name."""
    words: dict[str, list[str]] = {}
    for row in account.by_objective.get(result.objective.code, ()):
        if own := one_line(getattr(row, what)):
            words.setdefault(own, []).append(account.name(row.department))
    return "; ".join(f"{own} ({listed(names, 'bộ phận')})" for own, names in words.items())


def corrective(account: Account) -> list[str]:
    """Return how many corrective actions there are, how they stand, and where none is stated."""
    told, actions = [], account.actions
    if actions:
        closed = sum(own.closed for own in actions)
        late = sum(own.days_overdue > 0 for own in actions)
        parts = [
            f"{counted(closed)} đã đóng" if closed else "",
            f"{counted(len(actions) - closed)} đang thực hiện hoặc chờ xác minh hiệu lực"
            if closed < len(actions)
            else "",
            f"{counted(late)} quá hạn" if late else "",
        ]
        states = ", ".join(part for part in parts if part)
        told.append(f"Các bộ phận đã lập {counted(len(actions))} hành động khắc phục: {states}.")
    owing: dict[str, list[str]] = {}
    for result in account.unanswered:
        whose = owing.setdefault(numbers([result.objective]), [])
        whose.append(account.name(result.department))
    if owing:
        each = listed(f"{own} ({listed(names)})" for own, names in owing.items())
        count = counted(len(account.unanswered))
        told.append(f"{count} kết quả không đạt chưa có hành động khắc phục: chỉ tiêu {each}.")
    none = "Không có kết quả không đạt nào phải lập hành động khắc phục"
    return told or [f"{none if account.judged else _NOTHING}."]

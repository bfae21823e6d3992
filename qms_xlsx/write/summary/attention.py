"""The list "Cần lãnh đạo cho ý kiến": one line an item, equal causes folded into one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from qms_xlsx.book import look
from qms_xlsx.domain.status import Status
from qms_xlsx.language.symbols import day
from qms_xlsx.say import figures as words
from qms_xlsx.say import sentences
from qms_xlsx.say.names import one_line
from qms_xlsx.write.summary.states import StateLook

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from qms_xlsx.judge.results import MeasureResult, Result
    from qms_xlsx.say.facts import Facts

MOST = 10
"""Lines of the list: page one stays one page."""

_RED, _AMBER, _GREY = (
    look.STATUS_COLOURS[status] for status in (Status.MISSED, Status.AT_RISK, Status.NO_DATA)
)
BAD, RISK, ASK = StateLook("✖", "", _RED), StateLook("◆", "", _AMBER), StateLook("?", "", _GREY)


@dataclass(frozen=True, slots=True)
class Matter:
    """One thing to decide on: its mark, what it is, how it stands, whose it is."""

    state: StateLook
    what: str
    how: str
    departments: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    """What stands in brackets behind each department: the numbers of its indicators."""
    where: str = ""
    """What stands in place of departments: a name as the register has it, or a sheet."""
    brief: str = ""
    """How it stands, where the whole has no room."""


def named(facts: Facts, item: Matter, *, short: bool = False) -> list[str]:
    """Return the names of an item's departments, each with what is about it in brackets."""
    called = (facts.called(code) for code in item.departments)
    return with_brackets([min(own, key=len) if short else own[0] for own in called], item.about)


def with_brackets(names: Sequence[str], about: Sequence[str]) -> list[str]:
    """Return names, each with its own text in brackets where texts are given."""
    if not about:
        return list(names)
    return [f"{name} ({own})" for name, own in zip(names, about, strict=True)]


@dataclass(frozen=True, slots=True)
class _Group:
    """Items of one kind, and how those are told that find no room."""

    items: Sequence[Matter]
    rest: Callable[[int], Matter]


def attention(facts: Facts, most: int = MOST) -> list[Matter]:
    """Return what needs a leader's word: reports first, then targets, measures, actions, faults."""
    groups = [group for group in _groups(facts) if group.items]
    room = [len(group.items) for group in groups]
    while sum(room) > most and max(room) > 1:
        longest = max(room)
        last = max(index for index, rows in enumerate(room) if rows == longest)
        room[last] -= 1
    return [
        item for group, rows in zip(groups, room, strict=True) for item in _shortened(group, rows)
    ]


def _shortened(group: _Group, rows: int) -> list[Matter]:
    if len(group.items) <= rows:
        return list(group.items)
    return [*group.items[: rows - 1], group.rest(len(group.items) - rows + 1)]


def _groups(facts: Facts) -> list[_Group]:
    return [
        _Group(_reports(facts), _rest(BAD, "việc về báo cáo", "trang Nguồn")),
        _targets(facts, Status.MISSED, BAD),
        _targets(facts, Status.AT_RISK, RISK),
        _Group(_unknown(facts), _rest(ASK, "chỉ tiêu chưa có số liệu", "trang Mục tiêu")),
        _Group(_measures(facts), _rest(BAD, "biện pháp quá hạn khác", "trang Kế hoạch")),
        _Group(_actions(facts), _rest(BAD, "việc khắc phục khác", "trang Khắc phục")),
        _Group(_faults(facts), _rest(ASK, "việc khác về số liệu", "trang Phát hiện")),
    ]


def _rest(state: StateLook, what: str, where: str) -> Callable[[int], Matter]:
    return lambda n: Matter(state, f"{n} {what}", "", where=where)


def _targets(facts: Facts, status: Status, state: StateLook) -> _Group:
    items = [_indicator(facts, state, row) for row in facts.having(status)]
    return _Group(items, _rest(state, f"chỉ tiêu {status.label.lower()} khác", "trang Mục tiêu"))


def _reports(facts: Facts) -> list[Matter]:
    reporting, days, owing = facts.aggregate.reporting, facts.report_days_overdue, facts.owing
    due = f" (hạn {day(reporting.due)})" if reporting.due else ""
    items = []
    if owing:
        how = f"quá {days} ngày" if days else f"{len(owing)} bộ phận"
        whose = "tất cả các bộ phận" if owing == reporting.expected else ""
        what, state = f"Chưa nộp báo cáo của kỳ{due}", BAD if days else ASK
        items.append(Matter(state, what, how, () if whose else owing, where=whose))
    if facts.uncounted:
        what = "Báo cáo đã nhận, chưa tính được"
        items.append(Matter(BAD, what, "trang Nguồn", facts.uncounted))
    return items


def _indicator(facts: Facts, state: StateLook, result: Result) -> Matter:
    what = f"{result.objective.number} {one_line(result.objective.name)}".strip()
    weak = responsible(facts, result)
    where = "" if weak else words.several(list(result.objective.departments), 2)
    brief = _standing(result, units=False)
    return Matter(state, what, _standing(result), weak, where=where, brief=brief)


def _standing(result: Result, *, units: bool = True) -> str:
    """Return what was reached beside what was wanted, such as '97,3 / ≥ 100 %'."""
    if result.actual is None:
        return "chưa có số"
    level = words.period_target(result, units=units)
    if not level:
        return words.reached(result)
    if result.change is not None:
        return f"{words.brief(result)} / {level}"
    return f"{words.figure(result.actual, '', words.nearest(result))} / {level}"


def responsible(facts: Facts, result: Result) -> tuple[str, ...]:
    """Return the departments whose own row of an indicator has the organisation's status."""
    code = result.objective.code
    return tuple(
        department
        for department, rows in facts.by_department.items()
        if any(r.objective.code == code and r.status is result.status for r in rows)
    )


def _unknown(facts: Facts) -> list[Matter]:
    """Return one line for all indicators without figures; none where no report came at all."""
    rows = facts.having(Status.NO_DATA)
    if not rows or facts.silent:
        return []
    if len(rows) == 1:
        return [_indicator(facts, ASK, rows[0])]
    what = f"Chưa đủ số liệu: {sentences.numbered(rows, 6)}"
    return [Matter(ASK, what, f"{len(rows)} chỉ tiêu", where="trang Mục tiêu")]


def _measures(facts: Facts) -> list[Matter]:
    """Return a line for each overdue measure, whoever is late with it; the longest first."""
    late: dict[str, list[MeasureResult]] = {}
    for row in facts.overdue:
        late.setdefault(row.measure.number, []).append(row)
    return [_measure(rows) for rows in late.values()]


def _measure(rows: list[MeasureResult]) -> Matter:
    measure = rows[0].measure
    what = f"{measure.number} {one_line(measure.measure)}"
    who = tuple(r.department for r in rows if r.department)
    how = f"quá {rows[0].progress.days_overdue} ngày"
    return Matter(BAD, what, how, who, where="" if who else one_line(measure.lead))


def _actions(facts: Facts) -> list[Matter]:
    items = []
    late = [a for a in facts.actions if a.days_overdue]
    if late:
        who = tuple(dict.fromkeys(a.department for a in late))
        how = f"quá {late[0].days_overdue} ngày"
        items.append(Matter(BAD, f"{len(late)} hành động khắc phục quá hạn", how, who))
    if facts.unanswered:
        items.append(_unanswered(facts.unanswered))
    return items


def _unanswered(rows: Sequence[Result]) -> Matter:
    """Return the line on missed results for which nobody acts: each department's in brackets."""
    own: dict[str, list[str]] = {}
    for row in rows:
        if row.department:
            own.setdefault(row.department, []).append(row.objective.number or row.objective.code)
    about = tuple(words.several(numbers, 3) for numbers in own.values())
    what, how = "Không đạt mà chưa có hành động khắc phục", f"{len(rows)} kết quả"
    where = "" if own else f"chỉ tiêu {sentences.numbered(rows, 4)}"
    return Matter(BAD, what, how, tuple(own), about, where)


def _faults(facts: Facts) -> list[Matter]:
    items = []
    for found, what in (
        (facts.errors, "lỗi số liệu, chưa được tính"),
        (facts.doubts, "số liệu đã tính, cần xem lại"),
    ):
        if found:
            place = f" ({found[0].place.sheet}, ô {found[0].place.cell})" if len(found) == 1 else ""
            told = f"{len(found)} {what}{place}"
            items.append(Matter(ASK, told, "trang Phát hiện", facts.senders(found)))
    return items

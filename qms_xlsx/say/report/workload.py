"""What each department was given to do, and how much of it is done, on time, late, sent back."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

from qms_xlsx.domain.progress import Derived
from qms_xlsx.domain.status import MET, Status
from qms_xlsx.say.counting import counted, sentence

if TYPE_CHECKING:
    from collections.abc import Mapping

    from qms_xlsx.judge.results import Aggregate


@dataclass(frozen=True, slots=True, kw_only=True)
class Workload:
    """Counts of a department's indicators, measures and forms."""

    indicators: int
    met: int
    at_risk: int
    missed: int
    measures: int
    done: int
    on_time: int
    late: int
    overdue: int
    sent_back: int
    """Forms that it handed in and had to be given back for errors."""

    @property
    def not_judged(self) -> int:
        """Indicators without a verdict of the department's own."""
        return self.indicators - self.met - self.at_risk - self.missed

    @property
    def open(self) -> int:
        """Measures neither done nor overdue: not due yet, going on all the time, on event."""
        return self.measures - self.done - self.overdue


def workloads(aggregate: Aggregate, sent_back: Mapping[str, int]) -> dict[str, Workload]:
    """Return the counts of each department that has something to do, by its code."""
    register = aggregate.register
    busy = (d.code for d in register.departments if register.owned(d.code) or register.led(d.code))
    return {code: _workload(aggregate, code, sent_back.get(code, 0)) for code in busy}


def _workload(aggregate: Aggregate, code: str, sent_back: int) -> Workload:
    statuses = [r.status for r in aggregate.results if r.department == code]
    states = [row.derived for row in aggregate.measures if row.department == code]
    on_time, late = states.count(Derived.DONE_ON_TIME), states.count(Derived.DONE_LATE)
    return Workload(
        indicators=len(statuses),
        met=sum(status in MET for status in statuses),
        at_risk=statuses.count(Status.AT_RISK),
        missed=statuses.count(Status.MISSED),
        measures=len(states),
        done=on_time + late,
        on_time=on_time,
        late=late,
        overdue=states.count(Derived.OVERDUE),
        sent_back=sent_back,
    )


def total(loads: Mapping[str, Workload]) -> Workload:
    """Return the counts of all departments together."""
    names = [own.name for own in fields(Workload)]
    return Workload(**{name: sum(getattr(own, name) for own in loads.values()) for name in names})


def load_in_words(load: Workload) -> str:
    """Return a department's counts as a line above its table."""
    indicators = [f"đạt {counted(load.met)}" if load.indicators else ""]
    indicators += [f"có nguy cơ {counted(load.at_risk)}" if load.at_risk else ""]
    indicators += [f"không đạt {counted(load.missed)}" if load.missed else ""]
    measures = [f"đã xong {counted(load.done)}" if load.measures else ""]
    measures += [f"muộn {counted(load.late)}" if load.late else ""]
    measures += [f"quá hạn {counted(load.overdue)}" if load.overdue else ""]
    parts = [
        _part(load.indicators, "chỉ tiêu", indicators),
        _part(load.measures, "biện pháp", measures),
        f"trả lại {counted(load.sent_back)} biểu mẫu" if load.sent_back else "",
    ]
    return sentence("; ".join(part for part in parts if part)) + "."


def _part(count: int, noun: str, details: list[str]) -> str:
    told = ", ".join(detail for detail in details if detail)
    return f"được giao {counted(count)} {noun}: {told}" if count else ""

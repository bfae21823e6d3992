"""The level above, looked at from the sides that its sheets need."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from qms_xlsx.book import look
from qms_xlsx.domain.office import Doubt
from qms_xlsx.domain.status import Status
from qms_xlsx.judge.results import Reporting
from qms_xlsx.language.symbols import day
from qms_xlsx.say import figures as words
from qms_xlsx.say.facts import Facts
from qms_xlsx.say.states import LATE, MISSING, ON_TIME, RECEIVED, WAITING
from qms_xlsx.version import __version__
from qms_xlsx.write.summary.objectives_sheet import BEFORE, SPARK, Voice
from qms_xlsx.write.summary.states import StateLook

if TYPE_CHECKING:
    from qms_xlsx.domain.finding import Finding
    from qms_xlsx.domain.office import Office
    from qms_xlsx.domain.source import Source
    from qms_xlsx.judge.matching import Counted
    from qms_xlsx.judge.results import Aggregate, Result
    from qms_xlsx.judge.rolled import RolledUp
    from qms_xlsx.judge.selecting import Selection

_NOBODY = Reporting(expected=(), received=(), on_time=None)
_GREEN, _AMBER, _RED = (
    look.STATUS_COLOURS[status] for status in (Status.MET, Status.AT_RISK, Status.MISSED)
)
_NAMED = 4
_KINDS = ("UBND ", "Ủy ban nhân dân ", "Uỷ ban nhân dân ")


@dataclass(frozen=True)
class Above:
    """A rollup with its findings and files."""

    rolled: RolledUp
    selection: Selection
    findings: tuple[Finding, ...]
    sources: tuple[Source, ...]

    @property
    def aggregate(self) -> Aggregate:
        """What was judged."""
        return self.rolled.aggregate

    @cached_property
    def whole(self) -> Facts:
        """The run as the next level above reads it: its departments are offices."""
        own = (r for r in self.aggregate.results if r.department is None)
        return Facts(replace(self.aggregate, results=tuple(own)), self.findings, self.sources)

    @cached_property
    def facts(self) -> Facts:
        """The run as an office's own sheets show it: offices are told of in words of their own."""
        aggregate = replace(self.whole.aggregate, reporting=_NOBODY)
        return Facts(aggregate, self.findings, self.sources)

    @cached_property
    def rows(self) -> dict[str, list[Counted]]:
        """The offices' rows by the code above."""
        found: dict[str, list[Counted]] = {}
        for one in self.rolled.counted:
            found.setdefault(one.row.follows or one.row.code, []).append(one)
        return found

    @cached_property
    def names(self) -> dict[str, str]:
        """What each office is called."""
        return {office.code: office.name for office in self.rolled.offices}

    @cached_property
    def asking(self) -> dict[Doubt, list[str]]:
        """The offices with open questions, with readings to be confirmed, with estimates."""
        found: dict[Doubt, dict[str, None]] = {doubt: {} for doubt in Doubt}
        for one in self.rolled.counted:
            if one.row.doubt:
                found[one.row.doubt][one.office] = None
        return {doubt: list(offices) for doubt, offices in found.items()}

    @cached_property
    def by_rank(self) -> list[Office]:
        """The offices, the best first; then those without a verdict, then those without figures."""
        ranks = self.rolled.ranks
        last = len(self.rolled.offices) + 1

        def place(office: Office) -> tuple[bool, int]:
            return office.summary is None, ranks.get(office.code, last)

        return sorted(self.rolled.offices, key=place)

    @cached_property
    def voice(self) -> Voice:
        """What the sheet Mục tiêu says of who reports."""
        return OfficeVoice(self)

    def called(self, code: str) -> tuple[str, ...]:
        """Return what an office is called, the whole name first, then without its authority."""
        name = self.names[code]
        short = next((name.removeprefix(k) for k in _KINDS if name.startswith(k)), name)
        return (name,) if short == name else (name, short[:1].upper() + short[1:])

    def several(self, codes: list[str], most: int = _NAMED) -> str:
        """Return the short names of offices, the tail of many counted."""
        return words.several([self.called(code)[-1] for code in codes], most, "cơ quan")

    def reported(self, office: Office) -> StateLook:
        """Return how an office stands with its summary."""
        if office.refused:
            return StateLook("✖", WAITING, _RED)
        if office.summary is None:
            return StateLook("✖", MISSING, _RED)
        on_time = self.aggregate.reporting.on_time
        if on_time is None:
            return StateLook("✔", RECEIVED, _GREEN)
        known = office.code in self.on_time
        return StateLook("✔", ON_TIME, _GREEN) if known else StateLook("◆", LATE, _AMBER)

    @cached_property
    def on_time(self) -> frozenset[str]:
        """The offices whose summary was made by the due date."""
        return frozenset(self.aggregate.reporting.on_time or ())

    def about(self) -> list[str]:
        """Return what is said above the files."""
        aggregate, own = self.aggregate, self.rolled.offices
        came = sum(office.summary is not None for office in own)
        return [
            f"Lập bởi qms-xlsx {__version__} cho kỳ {aggregate.period.label} ({aggregate.period}), "
            f"số liệu tính đến ngày {day(aggregate.as_of)}: cùng các bảng tổng hợp và cùng sổ mục "
            "tiêu thì ra đúng tệp này, từng byte một.",
            f"Đã xem {len(self.sources)} tệp; {came}/{len(own)} cơ quan có bảng tổng hợp được "
            "tính. Không tệp nào bị sửa đổi.",
        ]


class OfficeVoice(Voice):
    """What the sheet Mục tiêu says of offices in place of departments."""

    reporters = "Cơ quan có số liệu"
    hidden = (SPARK, BEFORE)

    def __init__(self, above: Above) -> None:
        self.above = above

    def reported_by(self, result: Result) -> str:
        """Return how many offices gave a figure, of those that owe one."""
        pair = result.coverage.departments
        return f"{pair[0]}/{pair[1]} cơ quan" if pair and pair[1] else ""

    def reasons(self, result: Result) -> list[str]:
        """Return which offices fall short of their own targets: where to look first."""
        rows = self.above.rows.get(result.objective.code, [])
        told = []
        for status in (Status.MISSED, Status.AT_RISK):
            short = [one.office for one in rows if one.row.status is status]
            if short:
                names = self.above.several(short)
                told.append(f"{len(short)} cơ quan {status.label.lower()}: {names}")
        return told or ["Không cơ quan nào dưới mức của mình"]

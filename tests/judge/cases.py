"""Registers and submissions in a line, for the tests of aggregation."""

from __future__ import annotations

from datetime import date
from typing import Any

from qms_xlsx.domain.department import Department
from qms_xlsx.domain.finding import Place
from qms_xlsx.domain.goal import Profile
from qms_xlsx.domain.indicator import Aggregation, Component, Indicator, Objective
from qms_xlsx.domain.period import Cadence, Period, Slot, slots_of
from qms_xlsx.domain.register import Register
from qms_xlsx.domain.submission import Entry, Mark, Remark, Submission
from qms_xlsx.domain.target import Better
from qms_xlsx.judge import aggregate
from qms_xlsx.judge.results import Aggregate, Result
from qms_xlsx.read.indicators import understood
from tests.registers import added, register_of

KPS = Mark.KPS
AFTER = date(2025, 1, 31)
"""A day on which everything of 2024 has ended."""
_WORDS = {
    "over_time": Aggregation,
    "over_departments": Aggregation,
    "cadence": Cadence,
    "profile": Profile,
    "better": Better,
}


def objective(target: str, code: str = "A", **settings: Any) -> Any:
    """Return an objective, read; machine words may be given as plain text."""
    words = {k: _WORDS[k](v) if k in _WORDS and v else v for k, v in settings.items()}
    defaults: dict[str, Any] = {"name": "Chỉ tiêu", "departments": ("D1",)}
    return understood([added(Objective(code=code, target=target, **(defaults | words)))])[0]


def register(
    *objectives: Objective, departments: tuple[str, ...] = ("D1",), **info: Any
) -> Register:
    """Return a register of 2024 whose reports are due before 15/6 and 30/11."""
    defaults: dict[str, Any] = {"due_h1": date(2024, 6, 15), "due_year": date(2024, 11, 30)}
    known = tuple(Department(code=code, name=code, groups=("Tất cả",)) for code in departments)
    return register_of(
        organisation="UBND xã Thử",
        year=2024,
        objectives=objectives,
        **({"departments": known} | defaults | info),
    )


def submission(
    own: Indicator,
    values: Any,
    department: str = "D1",
    day: date = date(2024, 12, 31),
    estimate_from: str | None = None,
) -> Submission:
    """Return a form whose slots hold the values in order (pairs for ratios, None for blanks)."""
    entries: dict[tuple[str, Component], dict[Slot, Entry]] = {}
    for slot, value in zip(slots_of(own.cadence), values, strict=False):
        parts = own.parts
        shares = value if isinstance(value, tuple) else (value,) * len(parts)
        for part, share in zip(parts, shares, strict=True):
            if share is not None:
                held = (
                    float(share)
                    if isinstance(share, int) and not isinstance(share, bool)
                    else share
                )
                row = entries.setdefault((own.code, part), {})
                row[slot] = Entry(held, Place(f"{department}.xlsx", "Kết quả", f"{part}{slot}"))
    start = Slot.parse(estimate_from) if estimate_from else None
    return Submission(
        path=f"{department}.xlsx",
        department=department,
        year=2024,
        report_date=day,
        entries=entries,
        remarks={own.code: Remark(estimate_from=start)},
    )


def run(
    known: Register, *submissions: Submission, period: str = "2024", as_of: date = AFTER
) -> Aggregate:
    """Return the aggregation of submissions."""
    return aggregate(known, submissions, Period.parse(period), as_of)


def judged(own: Indicator, values: Any, period: str = "2024", **settings: Any) -> Result:
    """Return the organisation's row of one indicator reported by one department."""
    as_of = settings.pop("as_of", AFTER)
    start = settings.pop("estimate_from", None)
    told = submission(own, values, day=min(as_of, date(2024, 12, 31)), estimate_from=start)
    return run(register(own, **settings), told, period=period, as_of=as_of).organisation_row("A")

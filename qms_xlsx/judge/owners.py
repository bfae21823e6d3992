"""Who reports an indicator, what each has typed, and how far the row has come with it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from qms_xlsx.judge.figures import Typed, typed

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from qms_xlsx.domain.department import Department
    from qms_xlsx.domain.indicator import Indicator
    from qms_xlsx.domain.register import Register
    from qms_xlsx.domain.submission import Submission
    from qms_xlsx.judge.expected import Calendar


def told_by_owners(
    calendar: Calendar, indicator: Indicator, submissions: Mapping[str, Submission]
) -> list[Typed]:
    """Return what each owner typed; who closed hands on what it typed to its successor."""
    register = calendar.register
    found: dict[str, Typed] = {}
    owners = register.owners[indicator.code]
    for code in sorted(owners, key=lambda c: register.department_by_code[c].closed):
        handed = [c for c in register.predecessors.get(code, ()) if c in found]
        own = _reporter(register, indicator, code)
        before = [found.pop(c) for c in handed if calendar.took_over(own, c)]
        found[code] = typed(calendar, indicator, own, submissions.get(code), before)
    return [found[code] for code in owners if code in found]


def _reporter(register: Register, indicator: Indicator, code: str) -> Department:
    """Return an owner; who only took a row over is asked for it from the day after."""
    own = register.department_by_code[code]
    closed = [register.department_by_code[c].closed for c in register.predecessors.get(code, ())]
    if not closed or code in register.resolve(";".join(indicator.departments)):
        return own
    since = min(closed) + timedelta(days=1)
    return replace(own, active_from=max(since, own.active_from or since))


def reach_of(told: Sequence[Typed]) -> int:
    """Return the month that a row has come to: what all who report have typed moves it on."""
    asked = max(one.asked for one in told)
    latest = [one.latest for one in told if one.latest]
    return max(asked, min(latest)) if asked and latest else asked

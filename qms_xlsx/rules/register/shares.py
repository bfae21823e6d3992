"""Family R: the shares that departments are given of an objective."""

from __future__ import annotations

from math import fsum
from typing import TYPE_CHECKING

from qms_xlsx.codes.rule import Hit, Rule
from qms_xlsx.domain.goal import Goal
from qms_xlsx.domain.indicator import Aggregation
from qms_xlsx.domain.target import Kind
from qms_xlsx.judge.why import with_unit
from qms_xlsx.language.messages import message
from qms_xlsx.language.numbers import significant
from qms_xlsx.rules.register.readings import short

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qms_xlsx.domain.allocation import Allocation
    from qms_xlsx.domain.indicator import Indicator
    from qms_xlsx.domain.register import Register
    from qms_xlsx.language.messages import Message


def _shares_do_not_add_up(register: Register) -> Iterator[Hit]:
    for indicator in register.indicators:
        given = [share for share in register.allocations if share.objective == indicator.code]
        total, wanted = _total(register, indicator, given), _figure(indicator)
        if total is None or wanted is None or significant(total) == significant(wanted):
            continue
        shown = {"total": with_unit(total, indicator.unit, wanted)}
        yield Hit(
            given[0].at("target"), shown | {"target": with_unit(wanted, indicator.unit, total)}
        )


def _total(register: Register, indicator: Indicator, given: list[Allocation]) -> float | None:
    """Return what the shares of a sum come to; None unless all of them are figures."""
    asked = [s.indicator for s in given if s.indicator for _ in register.resolve(s.department)]
    figures = [_figure(own) for own in asked]
    if not figures or indicator.across is not Aggregation.SUM or None in figures:
        return None
    return fsum(figure for figure in figures if figure is not None)


def _figure(indicator: Indicator) -> float | None:
    own = indicator.goal
    plain = isinstance(own, Goal) and own.kind is Kind.THRESHOLD and isinstance(own.value, float)
    return own.value if plain and isinstance(own, Goal) and isinstance(own.value, float) else None


def _share_unread(register: Register) -> Iterator[Hit]:
    for share in register.allocations:
        reason = _reason(register, share)
        if reason is not None:
            values = {
                "value": short(share.target),
                "objective": share.objective,
                "department": share.department,
            }
            yield Hit(share.at("target"), values | {"reason": reason})


def _reason(register: Register, share: Allocation) -> Message | None:
    if share.objective not in register.indicator_by_code:
        return message("the register has no such objective.")
    codes = register.resolve(share.department)
    named = register.resolve(";".join(register.indicator_by_code[share.objective].departments))
    if not codes or not set(codes) <= set(named):
        return message("it is no department that reports the objective.")
    if share.excluded:
        return None
    own = share.indicator.goal if share.indicator else None
    return None if isinstance(own, Goal) else own.reason if own else message("no target is named.")


SHARE_RULES: tuple[Rule[Register], ...] = (
    Rule("R219", _shares_do_not_add_up),
    Rule("R220", _share_unread),
)

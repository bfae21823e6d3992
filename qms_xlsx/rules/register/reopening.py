"""Family R: who may still change figures of a closed period."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qms_xlsx.codes.rule import Hit, Rule
from qms_xlsx.domain.period import InvalidPeriod, Period
from qms_xlsx.language.near import meant
from qms_xlsx.rules.register.parties import names

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qms_xlsx.domain.register import Register


def _unknown_period(register: Register) -> Iterator[Hit]:
    for row in register.exceptions:
        try:
            Period.parse(row.period)
        except InvalidPeriod:
            yield Hit(row.at("period"), {"value": row.period})


def _unknown_party(register: Register) -> Iterator[Hit]:
    for row in register.exceptions:
        if not register.resolve(row.department):
            likely = meant(row.department, names(register))
            yield Hit(row.at("department"), {"value": row.department, "likely": likely})


def _no_reason(register: Register) -> Iterator[Hit]:
    for row in register.exceptions:
        if not row.reason:
            yield Hit(row.at("reason"), {"period": row.period, "department": row.department})


REOPENING_RULES: tuple[Rule[Register], ...] = (
    Rule("R281", _unknown_period),
    Rule("R282", _unknown_party),
    Rule("R283", _no_reason),
)

"""For every code a case that shows its fault and one that doesn't."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from qms_xlsx.domain.finding import Finding

    Found = Callable[[], list[Finding]]


@dataclass(frozen=True)
class Case:
    """How a fault comes about, and the like without it."""

    error: Found
    ok: Found


def all_cases() -> dict[str, Case]:
    """Return the cases of every family by code."""
    from tests.rules import (
        closed_cases,
        form_cases,
        passed_over_cases,
        plan_cases,
        register_cases,
        slip_cases,
        summary_cases,
        value_cases,
    )

    families = (
        register_cases,
        closed_cases,
        form_cases,
        passed_over_cases,
        value_cases,
        plan_cases,
        slip_cases,
        summary_cases,
    )
    return {code: case for family in families for code, case in family.CASES.items()}

"""Family R: what is odd in a register, row by row, before a single form is made from it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qms_xlsx.codes.rule import Rule, run
from qms_xlsx.rules.register.deadlines import DEADLINE_RULES
from qms_xlsx.rules.register.decision import DECISION_RULES
from qms_xlsx.rules.register.gathering import GATHERING_RULES
from qms_xlsx.rules.register.measures import MEASURE_RULES
from qms_xlsx.rules.register.parties import PARTY_RULES
from qms_xlsx.rules.register.reopening import REOPENING_RULES
from qms_xlsx.rules.register.shares import SHARE_RULES
from qms_xlsx.rules.register.targets import TARGET_RULES
from qms_xlsx.rules.register.tree import TREE_RULES

if TYPE_CHECKING:
    from qms_xlsx.domain.finding import Finding
    from qms_xlsx.domain.register import Register

REGISTER_RULES: tuple[Rule[Register], ...] = (
    *TARGET_RULES,
    *TREE_RULES,
    *GATHERING_RULES,
    *SHARE_RULES,
    *PARTY_RULES,
    *MEASURE_RULES,
    *DEADLINE_RULES,
    *DECISION_RULES,
    *REOPENING_RULES,
)


def lint(register: Register) -> list[Finding]:
    """Return every finding of a register, in the order of the rules."""
    return run(REGISTER_RULES, register)

"""Cases of families X and R: what later forms say of a closed period, and who is let in."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from qms_xlsx.history.settling import settle
from qms_xlsx.rules.closed import closed_findings
from tests.history.closings import closed_half
from tests.rules.cases import Case
from tests.rules.office import linted, office, submitted

if TYPE_CHECKING:
    from qms_xlsx.domain.finding import Finding
    from qms_xlsx.domain.submission import Submission

LET_IN = "period | department | reason | until\n2024-H1 | VP-TK | Đếm sót một lớp | 31/7/2024"


def sent(value: float, sha: str = "later", *, slot: str = "h1") -> Submission:
    """Return a form of the first department, handed in in July."""
    head = {"report_period": "2024-07", "report_date": "2024-07-20"}
    given = submitted({f"M-2:value.{slot}": value}, head=head, path=f"{sha}.xlsx")
    return replace(given, sha256=sha)


def later(
    *forms: Submission, before: Submission | None = None, exceptions: str = ""
) -> list[Finding]:
    """Return what is said of forms that came after the half-year was closed with `before`."""
    known = office(exceptions=exceptions)
    given = (before,) if before else ()
    settled = settle(known, forms, [closed_half(known, *given)])
    return list(closed_findings(known, settled, {s.path for s in settled.submissions}))


REPORTED = replace(sent(4.0, "first"), report_date=date(2024, 6, 14))


def reopened(line: str) -> partial[list[Finding]]:
    """Return the lint of a register with one row of exceptions."""
    return partial(linted, exceptions=f"period | department | reason | until\n{line}")


CASES = {
    "X111": Case(
        error=partial(later, sent(5.0), before=REPORTED),
        ok=partial(later, sent(4.0), before=REPORTED),
    ),
    "X112": Case(
        error=partial(later, sent(5.0)),
        ok=partial(later, sent(5.0, slot="h2")),
    ),
    "X113": Case(
        error=partial(later, sent(5.0), before=REPORTED, exceptions=LET_IN),
        ok=partial(later, sent(4.0), before=REPORTED, exceptions=LET_IN),
    ),
    "X114": Case(
        error=partial(later, before=REPORTED),
        ok=partial(later, REPORTED, before=REPORTED),
    ),
    "R281": Case(
        error=reopened("nửa năm | VP-TK | Đếm sót | 31/7/2024"),
        ok=reopened("6 tháng đầu năm 2024 | VP-TK | Đếm sót | 31/7/2024"),
    ),
    "R282": Case(
        error=reopened("2024-H1 | Văn phòg | Đếm sót | 31/7/2024"),
        ok=reopened("2024-H1 | Văn phòng | Đếm sót | 31/7/2024"),
    ),
    "R283": Case(
        error=reopened("2024-H1 | VP-TK | | 31/7/2024"),
        ok=reopened("2024-H1 | VP-TK | Đếm sót | 31/7/2024"),
    ),
}

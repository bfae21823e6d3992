"""Cases of families S and X: entries where nobody looks, and dates that cannot be right."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from functools import partial
from typing import TYPE_CHECKING

from qms_xlsx.codes.rule import run
from qms_xlsx.read.tables import Cell, Merge, Row
from qms_xlsx.rules.across import ACROSS_RULES, AcrossCase
from qms_xlsx.rules.unused import dated_ahead, older_by_mistake
from tests.rules.cases import Case
from tests.rules.form_cases import concealed, told
from tests.rules.office import form, office, read, submitted

if TYPE_CHECKING:
    from collections.abc import Callable

    from qms_xlsx.domain.finding import Finding
    from qms_xlsx.domain.submission import Submission
    from qms_xlsx.read.tables import Contents

TYPED = form({"M-2:value.h1": 4.0})
NAMED = {"M-2:value.name": "Lớp tập huấn", "M-3:answer.name": "Áp dụng HTQLCL"}
EXCHANGED = {"M-2:value.name": "Áp dụng HTQLCL", "M-3:answer.name": "Lớp tập huấn"}
AS_OF = date(2024, 6, 20)


def loose(address: str) -> Callable[[], list[Finding]]:
    """Return what is said of a form with a figure where no key looks."""
    return partial(read, concealed(TYPED, loose=(Cell(12.0, address),)))


def inserted(cells: dict[str, Cell]) -> Contents:
    """Return a form with a row of somebody's own above the others."""
    rows = TYPED.tables[1].rows
    return concealed(TYPED, rows=(Row(rows[0].number - 1, "", cells), *rows))


def unknown_rows(count: int) -> Contents:
    """Return a form with so many rows that nobody knows, a figure in each."""
    return form({"M-2:value.h1": 4.0}, more=[(f"Z-{n}:value", {"h1": 3.0}) for n in range(count)])


def kept(key: str) -> Contents:
    """Return a form whose merged cell hides another in which something is left."""
    given = form({"M-2:value.h1": 4.0, f"M-2:value.{key}": 5.0})
    number = next(r.number for r in given.tables[1].rows if r.key == "M-2:value")
    return concealed(given, merges=(Merge("(the range)", (number,), ("h1", "h2")),))


def dated(day: str, period: str = "2024", saved: date | None = None) -> Contents:
    """Return a form of this date and period, as saved on a day."""
    given = form({"M-2:value.h1": 4.0}, head={"report_date": day, "report_period": period})
    moment = datetime(saved.year, saved.month, saved.day, tzinfo=UTC) if saved else None
    return replace(given, modified=moment)


def sent(day: str, sha: str, period: str = "2024-H1") -> Submission:
    """Return a form with this report date ('' for none) and period."""
    head = {"report_date": day, "report_period": period}
    given = submitted({"M-2:value.h1": 4.0}, head=head, path=f"{sha}.xlsx")
    return replace(given, sha256=sha)


def unused(*forms: Submission, as_of: date = AS_OF) -> list[Finding]:
    """Return what is said of forms that are not counted."""
    known = [s for s in forms if s.dated is None or s.dated <= as_of]
    found = older_by_mistake(office(), known)
    covered = {s.department for s in known}
    return [u.finding for u in (*found, *dated_ahead(office(), forms, covered, as_of))]


def across(*submissions: Submission) -> list[Finding]:
    """Return what these forms say of each other."""
    return run(ACROSS_RULES, AcrossCase(office(), submissions))


CASES = {
    "S134": Case(
        partial(read, form({"M-2:value.t3": 7.0})), partial(read, form({"M-2:value.h1": 7.0}))
    ),
    "S135": Case(
        partial(read, inserted({"h1": Cell(7.0, "X5")})),
        partial(read, inserted({"name": Cell("Phần một", "C5")})),
    ),
    "S136": Case(loose("AZ6"), partial(read, TYPED)),
    "S137": Case(loose("H60"), partial(read, TYPED)),
    "S138": Case(
        partial(read, form({"M-2:value.h1": 4.0, **EXCHANGED})),
        partial(read, form({"M-2:value.h1": 4.0, **NAMED})),
    ),
    "S139": Case(partial(read, kept("h2")), partial(read, kept("note"))),
    "S140": Case(partial(read, dated("2024-01-05")), partial(read, dated("2024-11-29"))),
    "S141": Case(partial(read, dated("2022-04-30")), partial(read, dated("2025-04-20"))),
    "S142": Case(partial(read, dated("")), partial(read, dated("", saved=date(2024, 6, 12)))),
    "S143": Case(partial(read, unknown_rows(300)), partial(read, unknown_rows(100))),
    "X105": Case(
        lambda: across(
            told(4.0, "a", "2024-06-12"), told(5.0, "b", "2024-07-12", "VP-TK_sua.xlsx")
        ),
        lambda: across(
            told(4.0, "a", "2024-07-10"), told(5.0, "b", "2024-07-12", "VP-TK_sua.xlsx")
        ),
    ),
    "X106": Case(
        lambda: unused(sent("2024-11-29", "nam", "2024")),
        lambda: unused(sent("2024-06-12", "6thang"), sent("2024-11-29", "nam", "2024")),
    ),
    "X107": Case(
        lambda: unused(sent("2024-07-06", "6thang")),
        lambda: unused(sent("2024-07-06", "6thang"), as_of=date(2024, 7, 10)),
    ),
    "X108": Case(
        lambda: unused(
            sent("2024-06-12", "6thang"), sent("2024-01-05", "nam", "2024"), as_of=date(2025, 1, 9)
        ),
        lambda: unused(
            sent("2024-06-12", "6thang"), sent("2025-01-05", "nam", "2024"), as_of=date(2025, 1, 9)
        ),
    ),
    "X109": Case(
        lambda: unused(sent("", "khong-ngay"), sent("2024-06-12", "6thang")),
        lambda: unused(sent("", "khong-ngay")),
    ),
}

"""Rows of corrective actions in a form: kept from form to form, drafted for what was missed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qms_xlsx.book.areas import ACTIONS
from qms_xlsx.book.keys import CellKey
from qms_xlsx.book.labels import ACTION_STATES
from qms_xlsx.domain.status import Status
from qms_xlsx.rules.verdicts import about
from qms_xlsx.say.verdicts import shortfall

if TYPE_CHECKING:
    from collections.abc import Mapping

    from qms_xlsx.book.keys import Entries
    from qms_xlsx.domain.period import Period
    from qms_xlsx.domain.submission import Submission
    from qms_xlsx.judge.results import Aggregate, Result


def drafted_actions(
    aggregate: Aggregate, submission: Submission, earlier: Entries
) -> dict[CellKey, object]:
    """Return a row for each objective that a submission missed and has no open action for.

    The row says what was found and when; the department says why, and what it does about it
    (TCVN ISO 9001:2015, 10.2.1). `earlier` is what stands in the form already.
    """
    still_open = [row for row in action_rows(earlier).values() if is_open(row)]
    missed = [
        result
        for result in aggregate.results
        if result.department == submission.department and result.status is Status.MISSED
        if not any(about(result.objective, str(row.get("objective", ""))) for row in still_open)
    ]
    first = _next_number(earlier)
    return {
        CellKey(ACTIONS.name, str(number), column): value
        for number, result in enumerate(missed, first)
        for column, value in _draft(aggregate.period, submission, result).items()
    }


def _draft(period: Period, submission: Submission, result: Result) -> dict[str, object]:
    row: dict[str, object] = {
        "objective": result.objective.code,
        "found_on": submission.dated,
        "nonconformity": f"{period.label}: {shortfall(result)}",
        "state": ACTION_STATES[0],
    }
    if result.cause:
        row["cause"] = result.cause
    return row


def with_typed(handed_in: Entries, typed: Entries) -> dict[CellKey, object]:
    """Return a submission's entries, and beside them what was typed into the blank form since.

    Rows of actions have no key of their own: the blank form's follow the submission's, except those
    for an objective that the submission has an action for.
    """
    known = {row.get("objective") for row in action_rows(handed_in).values()}
    more = [row for row in action_rows(typed).values() if row.get("objective") not in known]
    merged = {key: value for key, value in typed.items() if key.area != ACTIONS.name}
    merged |= handed_in
    for number, row in enumerate(more, _next_number(handed_in)):
        merged |= {
            CellKey(ACTIONS.name, str(number), column): value for column, value in row.items()
        }
    return merged


def action_rows(entries: Entries) -> dict[str, dict[str, object]]:
    """Return the rows of actions among a form's entries, by their number."""
    rows: dict[str, dict[str, object]] = {}
    for (area, number, column), value in entries.items():
        if area == ACTIONS.name:
            rows.setdefault(number, {})[column] = value
    return rows


def _next_number(entries: Entries) -> int:
    return max((int(number) for number in action_rows(entries)), default=0) + 1


def is_open(row: Mapping[str, object]) -> bool:
    """Whether an action stays open: it has no day of closing, or nothing on its effectiveness."""
    return not (row.get("closed_on") and row.get("effectiveness"))

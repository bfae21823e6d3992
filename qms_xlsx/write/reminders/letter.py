"""The JSON document of `remind` (DESIGN §13)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qms_xlsx import say
from qms_xlsx.say.findings import as_json

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from qms_xlsx.domain.submission import Action
    from qms_xlsx.judge.results import Aggregate, MeasureResult
    from qms_xlsx.write.reminders.debts import Debts, Missed


def reminders_json(
    aggregate: Aggregate,
    debts: Iterable[Debts],
    notes: Mapping[str, Sequence[str]],
    files: Mapping[str, Any],
    language: str,
) -> dict[str, Any]:
    """Return what every department owes as plain values; `notes` and `files` as written."""
    return {
        "organisation": aggregate.register.organisation,
        "year": aggregate.register.year,
        "period": str(aggregate.period),
        "as_of": aggregate.as_of.isoformat(),
        "departments": [
            _debts(own, language) | {"notes": list(notes.get(own.department.code, ()))}
            for own in debts
        ],
        "files": dict(files),
    }


def _debts(debts: Debts, language: str) -> dict[str, Any]:
    return {
        "department": debts.department.code,
        "report": debts.report.value,
        "due": _day(debts.due),
        "handed_in": _day(debts.handed_in),
        "not_counted": [
            {"file": item.file, "reason": say.text(item.reason, language)}
            for item in debts.not_counted
        ],
        "missing_cells": [
            {
                "objective": blank.objective.code,
                "slots": [slot.key for slot in blank.slots],
                "running": [slot.key for slot in blank.running],
            }
            for blank in debts.blanks
        ],
        "errors": [{"file": f.place.file, **as_json(f, language)} for f in debts.errors],
        "warnings": [
            {"file": f.place.file, **as_json(f, language)} for f in (*debts.doubts, *debts.remarks)
        ],
        "overdue": [_measure(row) for row in debts.overdue],
        "due_soon": [_measure(row) for row in debts.due_soon],
        "without_evidence": [row.measure.number for row in debts.unproven],
        "missed": [_missed(missed) for missed in debts.missed],
        "at_risk": [_missed(missed) for missed in debts.at_risk],
        "actions": [_action(action, debts.as_of) for action in debts.actions],
    }


def _measure(row: MeasureResult) -> dict[str, Any]:
    progress = row.progress
    return {
        "number": row.measure.number,
        "due": _day(progress.next_due),
        "days_overdue": progress.days_overdue,
    }


def _missed(missed: Missed) -> dict[str, Any]:
    return {
        "objective": missed.result.objective.code,
        "explained": missed.explained,
        "answered": missed.answered,
    }


def _action(action: Action, as_of: date) -> dict[str, Any]:
    return {
        "objective": action.objective,
        "due": _day(action.due),
        "days_overdue": action.days_overdue(as_of),
    }


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None

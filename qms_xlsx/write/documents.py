"""The JSON document of an aggregation (DESIGN §13)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qms_xlsx import say
from qms_xlsx.history.background import Background
from qms_xlsx.language.numbers import significant
from qms_xlsx.language.symbols import answer
from qms_xlsx.say.findings import as_json
from qms_xlsx.say.readings import sentence

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from qms_xlsx.domain.closing import Restatement
    from qms_xlsx.domain.finding import Finding
    from qms_xlsx.domain.indicator import Objective
    from qms_xlsx.history.past import PastRow, PastRun
    from qms_xlsx.judge.pace import Pace
    from qms_xlsx.judge.results import Aggregate, MeasureResult, Reporting, Result

NO_BACKGROUND = Background()
PACE_KEYS = ("missing", "months_left", "per_month", "so_far", "last_year")


def aggregate_json(
    aggregate: Aggregate,
    findings: Iterable[Finding],
    files: Mapping[str, Any],
    language: str,
    background: Background,
) -> dict[str, Any]:
    """Return the whole run as plain values; `files` are those that it wrote."""
    return {
        "organisation": aggregate.register.organisation,
        "year": aggregate.register.year,
        "period": str(aggregate.period),
        "as_of": aggregate.as_of.isoformat(),
        "reporting": reporting_json(aggregate.reporting),
        "results": results_json(aggregate, language, background),
        "measures": [measure_json(measure) for measure in aggregate.measures],
        "findings": [{"file": f.place.file, **as_json(f, language)} for f in findings],
        "not_counted": [
            {
                "file": item.file,
                "department": item.department,
                "reason": say.text(item.reason, language),
            }
            for item in aggregate.not_counted
        ],
        "restatements": [restatement_json(line) for line in aggregate.restatements],
        "movement_from": _movement_from(background.before),
        "years": [_year_json(run) for run in background.years],
        "files": dict(files),
    }


def restatement_json(line: Restatement) -> dict[str, Any]:
    """Return a line of the ledger; `slot` is null where the register itself changed (`column`)."""
    before, now = line.status_reported, line.status_now
    return {
        "period": str(line.period),
        "objective": line.objective,
        "department": line.department,
        "slot": line.slot.key if line.slot else None,
        "component": line.component.value if line.component else None,
        "column": line.column or None,
        "reported": _value(line.reported),
        "now": _value(line.now),
        "counted": line.counted,
        "reason": line.reason or None,
        **line.place.as_json(),
        "since": line.since.isoformat() if line.since else None,
        "status_reported": before.value if before else None,
        "status_now": now.value if now else None,
    }


def _movement_from(before: PastRun | None) -> dict[str, Any] | None:
    """Return the run that statuses are compared with; `file` is null when it was worked out."""
    if before is None:
        return None
    return {
        "file": before.file or None,
        "period": str(before.period),
        "as_of": before.as_of.isoformat(),
        "edited": before.edited,
    }


def _year_json(run: PastRun) -> dict[str, Any]:
    """Return an earlier year that lies beside this one, and whether it is closed."""
    return {"year": run.period.year, "folder": run.folder, "closed": run.closed}


def reporting_json(reporting: Reporting) -> dict[str, Any]:
    """Return who handed in; on_time is null where no due date exists."""
    return {
        "expected": len(reporting.expected),
        "received": len(reporting.received),
        "on_time": None if reporting.on_time is None else len(reporting.on_time),
        "missing": list(reporting.missing),
    }


def results_json(
    aggregate: Aggregate, language: str, background: Background = NO_BACKGROUND
) -> list[dict[str, Any]]:
    """Return every judged figure, each with how its row is read and how it has moved."""
    register = aggregate.register

    def read(objective: Objective) -> str:
        return say.text(sentence(register, objective).sentence, language)

    known = {code: read(objective) for code, objective in register.by_code.items()}
    rows = []
    for result in aggregate.results:
        own = result.objective
        shared = own is not register.by_code[own.code]  # a department's own share
        told = read(own) if shared else known[own.code]
        rows.append(_result_json(result, told, language) | _moved(aggregate, result, background))
    return rows


def _moved(aggregate: Aggregate, result: Result, background: Background) -> dict[str, Any]:
    """Return what the run before and last year said of a row, and the pace that it needs."""
    before, then = background.row_before(result), background.row_last_year(result)
    pace = background.pace(aggregate, result)
    return {
        "before": before.status.value if before and before.status else None,
        "movement": background.movement(result),
        "last_year": _value(then.actual) if then else None,
        "last_year_status": then.status.value if then and then.status else None,
        "years": [_past_json(year, row) for year, row in background.row_by_year(result).items()],
        "pace": _pace_json(pace) if pace else None,
    }


def _past_json(year: int, row: PastRow) -> dict[str, Any]:
    return {
        "year": year,
        "actual": _value(row.actual),
        "status": row.status.value if row.status else None,
        "provisional": row.provisional,
    }


def _pace_json(pace: Pace) -> dict[str, Any]:
    return {key: _value(getattr(pace, key)) for key in PACE_KEYS}


def _result_json(result: Result, reading: str, language: str) -> dict[str, Any]:
    """Return one judged figure; percentages on the scale 0 to 100."""
    coverage = result.coverage
    covered: dict[str, Any] = {
        "slots": _pair(coverage.slots),
        "departments": _pair(coverage.departments),
    }
    if coverage.children is not None:
        covered["children"] = _pair(coverage.children)
    return {
        "objective": result.objective.code,
        "department": result.department,
        "unit": result.unit,
        "target": result.target,
        "comparator": result.comparator,
        "period_target": _value(result.period_target),
        "actual": _value(result.actual),
        "in_period": _value(result.in_period),
        "numerator": _value(result.numerator),
        "denominator": _value(result.denominator),
        "attainment": _value(result.attainment),
        "percent_of_year": _value(result.percent_of_year),
        "target_unit": result.target_unit,
        "status": result.status.value if result.status else None,
        "provisional": result.provisional,
        "reading": reading,
        "confirmed": result.objective.confirmed,
        "coverage": covered,
        "why": say.text(result.why, language),
        "sources": [place.as_json() for place in result.sources],
    }


def measure_json(row: MeasureResult) -> dict[str, Any]:
    """Return where one measure stands; `due` is the next date to meet."""
    entry = row.entry
    evidence = None
    if entry and (entry.evidence_number or entry.evidence_title or entry.evidence_date):
        evidence = {
            "number": entry.evidence_number or None,
            "date": entry.evidence_date.isoformat() if entry.evidence_date else None,
            "title": entry.evidence_title or None,
        }
    due = row.progress.next_due
    return {
        "number": row.measure.number,
        "objective": "; ".join(row.measure.objectives),
        "department": row.department,
        "state": row.derived.value,
        "due": due.isoformat() if due else None,
        "days_overdue": row.progress.days_overdue,
        "evidence": evidence,
    }


def _pair(pair: tuple[int, int] | None) -> list[int] | None:
    return list(pair) if pair is not None else None


def _value(value: float | bool | str | None) -> Any:
    """Numbers to 12 significant digits, answers as Có and Không, whole numbers as such."""
    if isinstance(value, bool):
        return answer(value)
    return significant(value) if isinstance(value, float) else value

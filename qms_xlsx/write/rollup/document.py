"""The JSON document of a rollup."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qms_xlsx import say
from qms_xlsx.say.findings import as_json
from qms_xlsx.write.documents import reporting_json, results_json

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from qms_xlsx.domain.finding import Finding
    from qms_xlsx.domain.office import Office
    from qms_xlsx.judge.matching import NotCountedRow
    from qms_xlsx.judge.rolled import RolledUp
    from qms_xlsx.judge.selecting import Selection, SetAside


def rollup_json(
    rolled: RolledUp,
    selection: Selection,
    findings: Iterable[Finding],
    files: Mapping[str, Any],
    language: str,
) -> dict[str, Any]:
    """Return the whole rollup as plain values; `files` are those that it wrote."""
    aggregate = rolled.aggregate
    return {
        "organisation": aggregate.register.organisation,
        "year": aggregate.register.year,
        "period": str(aggregate.period),
        "as_of": aggregate.as_of.isoformat(),
        "reporting": reporting_json(aggregate.reporting),
        "offices": [_office_json(rolled, office, language) for office in rolled.offices],
        "results": results_json(aggregate, language),
        "left_out": [_left_out_json(lost) for lost in rolled.left_out],
        "not_counted": [_aside_json(one, language) for one in selection.aside],
        "findings": [{"file": f.place.file, **as_json(f, language)} for f in findings],
        "files": dict(files),
    }


def _office_json(rolled: RolledUp, office: Office, language: str) -> dict[str, Any]:
    """Return an office: what it sent, and how it stands; null where there is nothing to tell."""
    own, standing = office.summary, rolled.standing.get(office.code)
    counts = ("met", "at_risk", "missed", "no_data", "provisional", "figures")
    return {
        "office": office.code,
        "name": office.name,
        "file": own.file if own else None,
        "as_of": own.as_of.isoformat() if own else None,
        "proof": own.proof.value if own else None,
        "layout": own.layout if own else None,
        "refused": say.text(office.refused, language) if office.refused else None,
        "expected": own.expected if own else None,
        "received": own.received if own else None,
        "on_time": own.on_time if own else None,
        "rank": rolled.ranks.get(office.code),
        **{key: getattr(standing, key) if standing else None for key in counts},
    }


def _left_out_json(lost: NotCountedRow) -> dict[str, Any]:
    return {
        "objective": lost.objective,
        "office": lost.office,
        "name": lost.row.name,
        "reason": lost.why.value,
        **lost.row.place.as_json(),
    }


def _aside_json(one: SetAside, language: str) -> dict[str, Any]:
    return {
        "file": one.summary.file,
        "office": one.summary.organisation,
        "reason": say.word(one.why.value, language),
        "newer": one.newer or None,
    }

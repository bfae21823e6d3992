"""An office of one row: its register, its departments' forms, and the status that comes of them."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from qms_xlsx.domain.period import Period
from qms_xlsx.judge import aggregate
from qms_xlsx.read.form import read_form
from qms_xlsx.read.register import read_register
from qms_xlsx.read.tables import Contents
from qms_xlsx.rules.register import lint
from tests.tables_helper import table_of

HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the toolkit says of a row."""

    status: str
    asked: bool
    """Whether the register's check asks something about it."""


def lines(name: str) -> list[dict[str, Any]]:
    """Return the lines of a table."""
    with (HERE / name).open(encoding="utf-8") as file:
        return [json.loads(line) for line in file]


def tables(kind: str) -> list[dict[str, Any]]:
    """Return the lines of all tables of a kind, the first table's first."""
    return [row for path in sorted(HERE.glob(f"{kind}*.jsonl")) for row in lines(path.name)]


def verdict(row: dict[str, Any]) -> Verdict:
    """Return what comes of a row that is written, filled in and judged as an office would."""
    read = read_register(_register(row))
    assert read.register is not None
    period, as_of = Period.parse(row["period"]), date.fromisoformat(row["as_of"])
    forms = (
        read_form(_form(row, read.register, code, figures), read.register)
        for code, figures in row["figures"].items()
        if figures
    )
    handed_in = [form.submission for form in forms if form.submission]
    result = aggregate(read.register, handed_in, period, as_of).organisation_row("M-1")
    told = (*read.findings, *lint(read.register))
    return Verdict(
        status=result.status.value if result.status else "none",
        asked=any(finding.code.startswith("R") for finding in told),
    )


def _register(row: dict[str, Any]) -> Contents:
    year, codes = row["year"], row["departments"]
    info = {
        "organisation": "UBND xã Mẫu",
        "year": year,
        "decision_number": "01/QĐ-UBND",
        "decision_date": f"{year}-01-02",
        "due_h1": "15/6",
        "due_year": "30/11",
        **row.get("settings", {}),
    }
    cells = {
        "number": "1",
        "code": "M-1",
        "name": row["name"],
        "target": row["target"],
        "unit": row.get("unit", ""),
        "departments": "; ".join(codes),
        **row.get("cells", {}),
    }
    plan = ["1", "M-1", "Theo dõi", codes[0], "Hàng quý"]
    return _contents(
        "so-muc-tieu.xlsx",
        table_of("info", ["key", "value"], [[key, str(value)] for key, value in info.items()]),
        table_of("departments", ["code", "name"], [[code, f"Phòng {code}"] for code in codes]),
        table_of("objectives", list(cells), [[_typed(value) for value in cells.values()]]),
        table_of("plan", ["number", "objectives", "measure", "lead", "deadline"], [plan]),
    )


def _form(row: dict[str, Any], register: Any, code: str, figures: dict[str, Any]) -> Contents:
    ended = date(row["year"], Period.parse(row["period"]).end_month, 20)
    handed_in = min(ended, date.fromisoformat(row["as_of"]))
    head = {
        "organisation": register.organisation,
        "department": code,
        "year": float(row["year"]),
        "fingerprint": register.fingerprint(code),
        "template_version": "1",
        "report_period": row["period"],
        "report_date": f"{handed_in:%d/%m/%Y}",
    }
    slots = sorted({slot for typed in figures.values() for slot in typed})
    rows: list[list[object]] = [
        [f"M-1:{component}", *(_typed(typed.get(slot, "")) for slot in slots)]
        for component, typed in figures.items()
    ]
    return _contents(
        f"{code}.xlsx",
        table_of("form", ["_", "value"], [[key, value] for key, value in head.items()]),
        table_of("results", ["_", *slots], rows),
    )


def _contents(name: str, *tables: Any) -> Contents:
    return Contents(Path(name), "xlsx", "", 0, None, tables=tables)


def _typed(value: object) -> object:
    return float(value) if isinstance(value, int) and not isinstance(value, bool) else value

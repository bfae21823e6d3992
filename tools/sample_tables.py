"""The samples' text tables: one header line, then a row a line; cells as a person typed them."""

from __future__ import annotations

import csv
import re
from datetime import date
from typing import TYPE_CHECKING

from qms_xlsx.book import areas as layout
from qms_xlsx.domain.period import SLOTS, Period, Slot

if TYPE_CHECKING:
    from pathlib import Path

    from qms_xlsx.steps.entries import EntryKey

Row = dict[str, object]

_NUMBER = re.compile(r"-?\d+(\.\d+)?")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_NUMBERS = {slot.key for slot in SLOTS} | {"times_done", "baseline_h1", "baseline_year"}
_NUMERIC_LINES = ("caution", "year")
_DAYS = {
    "report_date", "done_on", "evidence_date", "found_on", "due", "closed_on", "active_from",
    "active_to",
}  # fmt: skip
_DAY_LINES = ("decision_date",)


def text_rows(path: Path) -> list[dict[str, str]]:
    """Return a table's rows as they stand, blank cells left out."""
    with path.open(encoding="utf-8", newline="") as lines:
        table = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        return [{key: text for key, text in row.items() if text} for row in table]


def register_rows(source: Path) -> dict[str, list[Row]]:
    """Return a register's rows by area; 'info' is one row of its keys."""
    areas = (layout.DEPARTMENTS, layout.OBJECTIVES, layout.PLAN)
    rows = {area.name: [_typed(row) for row in text_rows(_table(source, area))] for area in areas}
    lines = {row["key"]: row.get("value", "") for row in text_rows(_table(source, layout.INFO))}
    info = {key: _info_value(key, text) for key, text in lines.items() if text}
    return {layout.INFO.name: [info], **rows}


def entries_of(form: dict[str, str], source: Path) -> dict[EntryKey, object]:
    """Return what a department typed in one of its forms, by area, row key and column key."""
    found: dict[EntryKey, object] = {
        ("form", "report_period", "value"): Period.parse(form["report_period"]).label,
        ("form", "report_date", "value"): date.fromisoformat(form["report_date"]),
        ("form", "prepared_by", "value"): form["prepared_by"],
    }
    for area, row_key in ((layout.RESULTS, "key"), (layout.PROGRESS, "number")):
        for row in _of_form(source, area, form["file"]):
            key = str(row.pop(row_key))
            found |= {(area.name, key, column): value for column, value in row.items()}
    for number, row in enumerate(_of_form(source, layout.ACTIONS, form["file"]), 1):
        found |= {("actions", str(number), column): value for column, value in row.items()}
    return found


def _table(source: Path, area: layout.Area) -> Path:
    return source / f"{area.name}.tsv"


def _of_form(source: Path, area: layout.Area, file: str) -> list[Row]:
    rows = [row for row in text_rows(_table(source, area)) if row.pop("file") == file]
    return [_typed(row) for row in rows]


def _typed(row: dict[str, str]) -> Row:
    return {key: _value(key, text) for key, text in row.items()}


def _value(key: str, text: str) -> object:
    """Return a cell's content: only what is wholly a number, unstripped, was typed as one."""
    if key in _NUMBERS and _NUMBER.fullmatch(text):
        return _number(text)
    if key in _DAYS and _DAY.fullmatch(text):
        return date.fromisoformat(text)
    return Slot.parse(text).label if key == "estimate_from" else text


def _info_value(key: str, text: str) -> object:
    if key in _NUMERIC_LINES:
        return _number(text)
    return date.fromisoformat(text) if key in _DAY_LINES else text


def _number(text: str) -> float:
    return float(text) if "." in text else int(text)

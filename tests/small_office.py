"""A small office of the tests' own: a register from rows, forms handed in from figures."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qms_xlsx.book.keys import CellKey
from qms_xlsx.domain.period import Period
from qms_xlsx.steps.reading import open_register
from qms_xlsx.steps.workspace import Workspace
from qms_xlsx.write.form import fill_register_template, write_form

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from pathlib import Path

INFO = {
    "organisation": "UBND xã Thử Nghiệm",
    "level": "xã",
    "decision_number": "12/QĐ-UBND",
    "decision_date": "02/01/2024",
    "due_h1": "15/6",
    "due_year": "30/11",
    "strict_before": "yes",
    "caution": 90,
}


def office(folder: Path, year: int, **rows: list[dict[str, Any]]) -> Workspace:
    """Return a year's folder with a register of these rows, by area."""
    workspace = Workspace(folder)
    workspace.make_folders()
    enter(workspace, year, **rows)
    return workspace


def enter(workspace: Workspace, year: int, **rows: list[dict[str, Any]]) -> None:
    """Write a folder's register, whatever stood there before."""
    info = INFO | {"year": year, "decision_date": f"02/01/{year}"} | rows.pop("info", [{}])[0]
    fill_register_template({"info": [info], **rows}, workspace.register)


def report(
    workspace: Workspace,
    department: str,
    day: date,
    period: str,
    figures: Mapping[str, Mapping[str, object]],
    also: Mapping[tuple[str, str, str], object] | None = None,
) -> Path:
    """Hand in a department's form: figures by row key and slot, other entries by area."""
    register, _ = open_register(workspace.register)
    entries: dict[CellKey, object] = {
        CellKey("form", "report_period", "value"): Period.parse(period).label,
        CellKey("form", "report_date", "value"): day,
        CellKey("form", "prepared_by", "value"): "Nguyễn Thị Lan",
        CellKey("form", "head", "value"): "Trần Văn Nam",
    }
    for key, slots in figures.items():
        entries |= {CellKey("results", key, slot): value for slot, value in slots.items()}
    entries |= {CellKey(*place): value for place, value in (also or {}).items()}
    place = workspace.submitted / f"{department}-{day:%Y%m%d}.xlsx"
    write_form(register, department, place, earlier=entries)
    return place

"""Family S, inside a form: whether its areas, columns, rows and locked texts are whole."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from qms_xlsx.book import areas as layout
from qms_xlsx.book import labels
from qms_xlsx.codes.rule import Hit, Rule
from qms_xlsx.domain.period import SLOTS, InvalidPeriod, Period
from qms_xlsx.domain.submission import same
from qms_xlsx.language.numbers import show
from qms_xlsx.language.text import folded
from qms_xlsx.read.cells import InvalidCell, as_date

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qms_xlsx.domain.indicator import Objective
    from qms_xlsx.domain.register import Register
    from qms_xlsx.read.form_case import FormCase
    from qms_xlsx.read.tables import Cell, Row


def _marker_doubled(case: FormCase) -> Iterator[Hit]:
    for area in layout.FORM_AREAS:
        tables = case.contents.of(area.name)
        if len(tables) > 1:
            sheets = ", ".join(f"“{table.sheet}”" for table in tables)
            yield Hit(case.contents.at(tables[1]), {"area": area.title, "sheets": sheets})


def is_stale(case: FormCase) -> bool:
    """Whether a form shows other rows than its department's in the register, or is nobody's."""
    department, cell = case.department(), case.info("fingerprint")
    known = department and case.register.fingerprint(department.code)
    return cell is None or cell.text != known


def _stale_form(case: FormCase) -> Iterator[Hit]:
    if case.department() and is_stale(case):
        yield Hit(case.info_place("fingerprint"))


def _lost_row(case: FormCase) -> Iterator[Hit]:
    department = case.department()
    measures = case.register.led(department.code) if department else ()
    names = {key: _row_name(case.register, key) for key in case.expected_keys()}
    asked = (("results", names), ("progress", {m.number: m.measure for m in measures}))
    for area, rows in asked:
        table = case.table(area)
        present = {row.key for row in table.rows} if table else set(rows)
        for key, name in rows.items():
            if key not in present:
                yield Hit(case.at(area, ""), {"row": name, "key": key})


def _duplicate_row(case: FormCase) -> Iterator[Hit]:
    for area in ("results", "progress"):
        tally = Counter(row.key for row in case.rows(area) if row.key)
        seen: set[str] = set()
        for row in case.rows(area):
            if tally[row.key] > 1 and row.key in seen:
                yield Hit(case.key_place(area, row), {"key": row.key})
            seen.add(row.key)


def _unknown_row(case: FormCase) -> Iterator[Hit]:
    for area, row in _strange_rows(case):
        if not _known(case.register, area, row):
            yield Hit(case.key_place(area, row), {"key": row.key})


def _other_departments_row(case: FormCase) -> Iterator[Hit]:
    for area, row in _strange_rows(case):
        if _known(case.register, area, row):
            name = _row_name(case.register, row.key) if area == "results" else row.key
            yield Hit(case.key_place(area, row), {"row": name, "key": row.key})


def _strange_rows(case: FormCase) -> Iterator[tuple[str, Row]]:
    """Yield the filled rows that are not the department's, each with its area."""
    department = case.department()
    measures = case.register.led(department.code) if department else ()
    own = {"results": {*case.expected_keys()}, "progress": {m.number for m in measures}}
    inputs = {"results": _SLOT_KEYS, "progress": frozenset(layout.PROGRESS_INPUTS)}
    for area, keys in own.items():
        for row in case.rows(area):
            if row.key and row.key not in keys and not inputs[area].isdisjoint(row.cells):
                yield area, row


def _known(register: Register, area: str, row: Row) -> bool:
    if area == "results":
        return row.key.rpartition(":")[0] in {o.code for o in register.indicators}
    return any(measure.number == row.key for measure in register.measures)


def _changed_locked_text(case: FormCase) -> Iterator[Hit]:
    """Yield typed texts and figures in locked cells that are not what the register says."""
    yield from _changed_results(case)
    yield from _changed_measures(case)


def _changed_results(case: FormCase) -> Iterator[Hit]:
    seen: set[tuple[str, str]] = set()
    for row in case.rows("results"):
        if ("results", row.number) in case.displaced:
            continue
        objective = case.register.by_code.get(row.key.rpartition(":")[0])
        if objective is None:
            continue
        for key in _LOCKED:
            cell = row.cells.get(key)
            first = (objective.code, key) not in seen
            seen.add((objective.code, key))
            if first and cell and cell.state == "":
                wanted = _wanted(objective, key, cell)
                if wanted is not None and not _same(cell.text, wanted, objective):
                    values = {"value": cell.text, "wanted": wanted}
                    yield Hit(case.at("results", cell.address), values)


_LOCKED = ("name", "target", "unit", "number", "component", "baseline")


def _wanted(objective: Objective, key: str, cell: Cell) -> str | None:
    """Return what the register says in a locked cell, None where the form words it itself."""
    if key == "component":
        return "–" if isinstance(cell.value, int | float) else None
    if key == "baseline":
        bases = (objective.baseline_h1, objective.baseline_year)
        known = [base for base in bases if base is not None]
        own = isinstance(cell.value, int | float) and any(same(float(cell.value), b) for b in known)
        return None if own else ", ".join(map(show, known)) or "–"
    return objective.words(key)


def _changed_measures(case: FormCase) -> Iterator[Hit]:
    measures = {measure.number: measure for measure in case.register.measures}
    for row in case.rows("progress"):
        measure = measures.get(row.key)
        if measure is None or ("progress", row.number) in case.displaced:
            continue
        for key in ("measure", "deadline"):
            cell, wanted = row.cells.get(key), measure.words(key)
            if cell and cell.state == "" and folded(cell.text) != folded(wanted):
                values = {"value": cell.text, "wanted": wanted}
                yield Hit(case.at("progress", cell.address), values)


def _same(text: str, wanted: str, objective: Objective) -> bool:
    """Whether a locked text is the register's; a target may stand with the half-year's below."""
    half = f"{objective.target} (6 tháng: {objective.target_h1})"
    return folded(text) in (folded(wanted), folded(half))


def _formula_overwritten(case: FormCase) -> Iterator[Hit]:
    """Yield figures typed over our own formulas, unless all formulas are gone (S125)."""
    for cell in () if case.formulas_lost else case.overwritten:
        yield Hit(case.at("results", cell.address), {"value": cell.text})


def _report_period_unclear(case: FormCase) -> Iterator[Hit]:
    cell = case.info("report_period")
    period = _period(cell, case.register.year)
    if period is None or period.year != case.register.year:
        yield Hit(case.info_place("report_period"), {"value": cell.text if cell else ""})


def _report_date_unclear(case: FormCase) -> Iterator[Hit]:
    cell = case.info("report_date")
    try:
        day = as_date(cell, case.register.year)
    except InvalidCell:
        day = None
    if day is None and (cell or case.contents.modified):  # S142 says that there is none at all
        yield Hit(case.info_place("report_date"), {"value": cell.text if cell else ""})


def _period(cell: Cell | None, year: int) -> Period | None:
    try:
        return Period.parse(cell.text, year) if cell else None
    except InvalidPeriod:
        return None


_SLOT_KEYS = frozenset(slot.key for slot in SLOTS)


def _row_name(register: Register, key: str) -> str:
    code, _, part = key.rpartition(":")
    objective = register.by_code.get(code)
    name = objective.name if objective else code
    return f"{name} ({labels.COMPONENTS.get(part, part).lower()})"


ROW_RULES: tuple[Rule[FormCase], ...] = (
    Rule("S102", _marker_doubled),
    Rule("S106", _stale_form),
    Rule("S107", _lost_row),
    Rule("S108", _duplicate_row),
    Rule("S109", _unknown_row),
    Rule("S110", _other_departments_row),
    Rule("S111", _changed_locked_text),
    Rule("S112", _formula_overwritten),
    Rule("S114", _report_period_unclear),
    Rule("S115", _report_date_unclear),
)

"""What the rules on whole forms look at: a workbook beside the register it should belong to."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, cached_property
from typing import TYPE_CHECKING

from qms_xlsx.book import areas as layout
from qms_xlsx.domain.finding import Place
from qms_xlsx.domain.period import SLOTS, slots_of
from qms_xlsx.read.displaced import displaced_measures, displaced_results

if TYPE_CHECKING:
    from qms_xlsx.domain.department import Department
    from qms_xlsx.domain.period import Cadence
    from qms_xlsx.domain.register import Register
    from qms_xlsx.read.tables import Cell, Contents, Row, Table


SLOT_KEYS = frozenset(slot.key for slot in SLOTS)
REMARKS = tuple(key for key in layout.RESULT_INPUTS if key not in SLOT_KEYS)
"""What is typed once for an indicator, also for both rows of a ratio."""


@dataclass(frozen=True)
class FormCase:
    """A workbook that may be a form, beside the register that it should belong to."""

    contents: Contents
    register: Register

    @property
    def file(self) -> Place:
        """The place of the file as a whole."""
        return Place(self.contents.file)

    @cached_property
    def _tables(self) -> dict[str, Table]:
        return {table.area: table for table in reversed(self.contents.tables)}

    def table(self, area: str) -> Table | None:
        """Return the first table of an area."""
        return self._tables.get(area)

    def info(self, key: str) -> Cell | None:
        """Return a value cell of the form's head, None when it is blank."""
        table = self.table("form")
        row = table.by_key().get(key) if table else None
        return row.cells.get("value") if row else None

    def info_place(self, key: str) -> Place:
        """Return where a value of the form's head stands, or should stand."""
        table = self.table("form")
        if table is None:
            return self.file
        row = table.by_key().get(key)
        column = table.columns.get("value")
        return self.contents.at(table, f"{column}{row.number}" if row and column else "")

    def department(self) -> Department | None:
        """Return the department that the form names, by code, name or alias."""
        return self._department

    @cached_property
    def _department(self) -> Department | None:
        cell = self.info("department")
        codes = self.register.resolve(cell.text) if cell else ()
        return self.register.department_by_code[codes[0]] if len(codes) == 1 else None

    def expected_keys(self) -> list[str]:
        """Return the keys of the result rows that the department's form has."""
        department = self.department()
        owned = self.register.owned(department.code) if department else ()
        return [f"{o.code}:{part}" for o in owned for part in o.parts]

    def rows(self, area: str) -> tuple[Row, ...]:
        """Return the rows of an area, none when it is missing."""
        table = self.table(area)
        return table.rows if table else ()

    def inputs(self, area: str, row: Row) -> tuple[str, ...]:
        """Return the keys of the cells that a department fills in, in a row of an area."""
        if area != layout.RESULTS.name:
            return layout.INPUTS[area]
        objective = self.register.indicator_by_code.get(row.key.rpartition(":")[0])
        slots = slots_of(objective.cadence) if objective else ()
        return (*(slot.key for slot in slots), *REMARKS)

    def at(self, area: str, address: str) -> Place:
        """Return the place of an address in an area."""
        table = self.table(area)
        return self.contents.at(table, address) if table else self.file

    def key_place(self, area: str, row: Row) -> Place:
        """Return the place of a row's machine key, in the marker's column."""
        table = self.table(area)
        return self.at(area, f"{table.marker.rstrip('0123456789')}{row.number}" if table else "")

    @cached_property
    def displaced(self) -> frozenset[tuple[str, int]]:
        """The rows whose text is another row's, sorted away from their keys: area and number."""
        found = {
            layout.RESULTS.name: displaced_results,
            layout.PROGRESS.name: displaced_measures,
        }
        return frozenset(
            (area, number)
            for area, rows in found.items()
            for number in rows(self.register, self.rows(area))
        )

    @cached_property
    def overwritten(self) -> tuple[Cell, ...]:
        """The cells of the results where figures were typed over our own formulas."""
        found: list[Cell] = []
        for row in self.rows("results"):
            objective = self.register.indicator_by_code.get(row.key.rpartition(":")[0])
            keys = computed(objective.cadence) if objective else ()
            cells = (row.cells.get(key) for key in keys)
            found += [cell for cell in cells if cell and cell.state == "" and cell.value != ""]
        return tuple(found)

    @cached_property
    def formulas_lost(self) -> bool:
        """Whether no formula is left in the results, as when a form is pasted as values."""
        states = (cell.state for row in self.rows("results") for cell in row.cells.values())
        return len(self.overwritten) > 1 and not any(s in ("formula", "unvalued") for s in states)


@cache
def computed(cadence: Cadence) -> tuple[str, ...]:
    """Return the keys of the columns that a row of this cadence fills by formula."""
    coarser = (slot.key for slot in SLOTS if slot.cadence.months > cadence.months)
    return (*coarser, "result", "period_target", "attainment", "status")

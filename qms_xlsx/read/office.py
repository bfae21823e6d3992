"""A summary as the level above reads it: what the run was, and the organisation's own rows."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from math import isclose
from typing import TYPE_CHECKING, TypeVar

from qms_xlsx.book.areas import RESULTS
from qms_xlsx.book.digest import DIGEST, digest
from qms_xlsx.book.summary_areas import JUDGED, RUN
from qms_xlsx.domain.finding import Place
from qms_xlsx.domain.indicator import Aggregation
from qms_xlsx.domain.office import Doubt, OfficeRow, OfficeSummary, Proof
from qms_xlsx.domain.period import InvalidPeriod, Period
from qms_xlsx.domain.status import Status
from qms_xlsx.language.messages import N_
from qms_xlsx.language.numbers import is_number
from qms_xlsx.language.symbols import NO, YES
from qms_xlsx.language.units import ratio_scale
from qms_xlsx.read.markers import contents
from qms_xlsx.read.tables import is_register

if TYPE_CHECKING:
    from qms_xlsx.intake.book import Book
    from qms_xlsx.read.tables import Cell, Contents, Row, Table

AREAS = (RUN.name, RESULTS.name)
"""The areas by which a summary's sheets are found; a form has the second as well."""
_ANSWERS = {YES: True, NO: False}
_LATEST_MONTH = 12
_LARGEST = 1e18
"""No office has a figure beyond this: a hundred times the nation's yearly product in đồng."""
Word = TypeVar("Word", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class NoSummary:
    """A workbook that holds no run; of our own kinds, which go their own ways, `ours` is set."""

    reason: str
    ours: bool = False
    sha256: str = ""
    size: int = 0


def office_summary(book: Book) -> OfficeSummary | NoSummary:
    """Return the run that a workbook tells of; this runs in the reading process."""
    held = contents(book)
    runs, results = held.of(RUN.name), held.of(JUDGED)
    found = _several(held, runs, results) or _summary(held, runs[0], results[0])
    return replace(found, sha256=book.sha256, size=book.size)


def _several(
    held: Contents, runs: tuple[Table, ...], results: tuple[Table, ...]
) -> NoSummary | None:
    """Return why there is not one run with its results; None where there is."""
    if not runs and not results:
        ours = is_register(held) or any(table.area == RESULTS.name for table in held.tables)
        return NoSummary(N_("it holds no results of a run"), ours)
    if len(runs) > 1 or len(results) > 1:
        return NoSummary(N_("a sheet was copied: the results stand there twice"))
    if not runs or not results:
        return NoSummary(N_("a part of the results is missing"))
    return None


def _summary(held: Contents, run: Table, results: Table) -> OfficeSummary | NoSummary:
    said = run.by_key()
    organisation = _said(said, "organisation")
    try:
        period = Period.parse(_said(said, "period"))
        as_of = date.fromisoformat(_said(said, "as_of"))
    except (InvalidPeriod, ValueError):
        return NoSummary(N_("its period or its day cannot be read"))
    if not organisation:
        return NoSummary(N_("it names no organisation"))
    own = [row for row in results.rows if row.key.startswith("/") and row.text("objective")]
    sealed = _said(said, DIGEST)
    rows = tuple(_row(results.sheet, row) for row in own)
    changed = sealed != _digest(said, own) if sealed else any(map(_contradicts_itself, rows))
    return OfficeSummary(
        organisation=organisation,
        parent=_said(said, "parent_organisation"),
        level=_said(said, "level"),
        period=period,
        as_of=as_of,
        layout=int(results.version) if results.version.isdecimal() else 0,
        expected=_count(said, "expected"),
        received=_count(said, "received"),
        on_time=_count(said, "on_time"),
        rows=rows,
        edited=_touched(own) or changed,
        saved=held.modified is None or held.modified.replace(tzinfo=None) != _midnight(as_of),
        proof=Proof.SEALED if sealed else Proof.NONE,
    )


def _touched(rows: list[Row]) -> bool:
    """Whether there is what a run never writes: a row twice, a formula, a figure beyond any."""
    return len({row.key for row in rows}) < len(rows) or any(
        cell.state or (is_number(cell.value) and not abs(cell.value) <= _LARGEST)
        for row in rows
        for cell in row.cells.values()
    )


def _contradicts_itself(row: OfficeRow) -> bool:
    """Whether a rate is not what its parts make: all that an older layout gives away."""
    if not row.denominator or row.numerator is None or not is_number(row.actual):
        return False
    share = row.numerator / row.denominator
    scales = {ratio_scale(row.unit), 100.0}
    return not any(isclose(row.actual, scale * share, rel_tol=1e-9) for scale in scales)


def _digest(said: dict[str, Row], rows: list[Row]) -> str:
    about = {key: row.cells["value"].value for key, row in said.items() if "value" in row.cells}
    return digest(about, ({k: c.value for k, c in row.cells.items()} for row in rows))


def _midnight(day: date) -> datetime:
    """Return the moment that a run gives its summary, so that the same bytes come out again."""
    return datetime.combine(day, datetime.min.time())


def _said(rows: dict[str, Row], key: str) -> str:
    return rows[key].text("value") if key in rows else ""


def _count(rows: dict[str, Row], key: str) -> int | None:
    text = _said(rows, key)
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 7 else None


def _row(sheet: str, row: Row) -> OfficeRow:
    cells = row.cells
    reach = _number(cells.get("reach"))
    return OfficeRow(
        code=row.text("objective"),
        number=row.text("number"),
        name=row.text("name"),
        follows=row.text("follows"),
        over_time=_word(Aggregation, row.text("over_time")),
        over_departments=_word(Aggregation, row.text("over_departments")),
        unit=row.text("unit"),
        target=row.text("target"),
        comparator=row.text("comparator") or None,
        year_target=_level(cells.get("year_target")),
        period_target=_level(cells.get("period_target")),
        period_upper=_number(cells.get("period_upper")),
        actual=_shown(cells.get("actual")),
        in_period=_shown(cells.get("in_period")),
        numerator=_number(cells.get("numerator")),
        denominator=_number(cells.get("denominator")),
        attainment=_number(cells.get("attainment")),
        percent_of_year=_number(cells.get("percent_of_year")),
        status=_word(Status, row.text("status")),
        provisional=bool(row.text("provisional")),
        doubt=_word(Doubt, row.text("doubt")),
        reach=int(reach) if reach is not None and 0 <= reach <= _LATEST_MONTH else None,
        slots=_pair(row.text("slots")),
        departments=_pair(row.text("departments")),
        place=Place("", sheet, _address(row)),
    )


def _address(row: Row) -> str:
    """Return where the figure stands, else where it would."""
    told = next((row.cells[key] for key in ("actual", "objective") if key in row.cells), None)
    return told.address if told else f"A{row.number}"


def _word(words: type[Word], text: str) -> Word | None:
    return words(text) if text in set(words) else None


def _number(cell: Cell | None) -> float | None:
    """Return a figure; what is none (a text, a sum that nobody has) is no figure."""
    value = cell.value if cell else None
    return float(value) if is_number(value) and abs(value) <= _LARGEST else None


def _level(cell: Cell | None) -> float | str | None:
    number = _number(cell)
    return number if number is not None or cell is None else cell.text


def _shown(cell: Cell | None) -> float | bool | str | None:
    level = _level(cell)
    return _ANSWERS.get(level, level) if isinstance(level, str) else level


def _pair(text: str) -> tuple[int, int] | None:
    first, slash, second = text.partition("/")
    whole = slash and all(part.isascii() and part.isdecimal() for part in (first, second))
    return (int(first), int(second)) if whole and len(text) < 20 else None

"""Reading a form: no cell is lost, nothing in a cell breaks it, old fonts' text is converted."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qms_xlsx.book import areas as layout
from qms_xlsx.codes.rule import run
from qms_xlsx.domain.finding import Excludes, Severity
from qms_xlsx.domain.period import SLOTS, slots_of
from qms_xlsx.read.form import FormReading, read_form
from qms_xlsx.read.tables import Cell, Row, Table
from qms_xlsx.rules.across import ACROSS_RULES, AcrossCase
from qms_xlsx.rules.plan import plan_findings
from qms_xlsx.say.findings import as_json, line
from tests.read.carried import carried
from tests.rules.office import form, office

if TYPE_CHECKING:
    from qms_xlsx.read.tables import Contents

OFFICE = office()
INPUTS = [
    (f"{objective.code}:{part}", slot.key)
    for objective in OFFICE.owned("VP-TK")
    for part in objective.parts
    for slot in slots_of(objective.cadence)
]
TYPED = (0.0, 12.0, 98.5, "KPS", "12.250", "98,5 %", "khoảng 50", "Có", "x", "tốt", -1.0, "–", "#N/A",
         "=?", "=5", 4000.0, "3/4", " ", "\u200b", "nhiều")  # fmt: skip

anything = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(10**40), 10**40).map(float),
    st.floats(allow_nan=True, allow_infinity=True),
    st.text(max_size=40),
    st.text(alphabet="0123456789.,-–/% ~<>OolIKPSkpsxvcóđạt\u00ad\u0301\u200b\x07", max_size=12),
    st.just("=1+1|cmd"),
    st.just("9" * 32_767),
    st.datetimes(datetime(1899, 12, 31), datetime(9999, 12, 31)),
    st.dates(date(1, 1, 1)),
    st.times(),
    st.timedeltas(timedelta(0), timedelta(days=40_000)),
)
states = st.sampled_from(["", "", "", "formula", "unvalued", "error"])


def with_cells(given: Contents, area: str, cells: dict[tuple[int, str], Cell]) -> Contents:
    """Return contents in which cells of an area (by row and column key) hold something else."""

    def changed(table: Table) -> Table:
        rows = []
        for number, row in enumerate(table.rows):
            own = {key: cell for (at, key), cell in cells.items() if at == number}
            rows.append(Row(row.number, row.key, row.cells | own))
        return replace(table, rows=tuple(rows))

    tables = (changed(table) if table.area == area else table for table in given.tables)
    return replace(given, tables=tuple(tables))


def total(found: FormReading) -> int:
    assert found.submission is not None
    return found.submission.cells.total


@given(st.data())
def test_every_input_cell_is_accepted_rejected_or_blank(data: st.DataObject) -> None:
    keys = data.draw(st.lists(st.sampled_from(INPUTS), unique=True))
    filled = {f"{row}.{slot}": data.draw(st.sampled_from(TYPED)) for row, slot in keys}
    found = read_form(form(filled), OFFICE)
    assert found.submission is not None
    cells = found.submission.cells
    values = [value for row in found.submission.entries.values() for value in row.values()]
    blank = len(INPUTS) - len(filled) + sum(value in (" ", "\u200b") for value in filled.values())
    assert (cells.total, cells.accepted, cells.blank) == (len(INPUTS), len(values), blank)
    errors = [f for f in found.findings if f.severity is Severity.ERROR and f.code[0] in "VX"]
    assert cells.rejected <= len(errors), "each rejected cell has its finding"


@pytest.mark.parametrize(
    "given",
    [
        form({"M-2:value.h1": 3.0}, drop="M-1:denominator"),
        form({"M-2:value.h1": 3.0}, without="h2"),
        form({"M-2:value.h1": 3.0}, more=[("M-2:value", {"h1": 9.0}), ("M-6:value", {"h1": 1.0})]),
    ],
    ids=["lost row", "lost column", "doubled and foreign rows"],
)
def test_lost_cells_count_as_blank_and_doubled_ones_once(given: Contents) -> None:
    found = read_form(given, OFFICE)
    assert total(found) == len(INPUTS)
    assert found.submission is not None
    assert found.submission.cells.accepted == 1


@settings(max_examples=300)
@given(st.data())
def test_nothing_in_a_cell_breaks_the_reading(data: st.DataObject) -> None:
    progress = "key | state | times_done | done_on | evidence_date\n1 | | | |\n2 | | | |\n3 | | | |"
    actions = (
        "objective | found_on | action | due | state | closed_on\nM-1 | | sửa | | | \n | | | | |"
    )
    given = form(progress=progress, actions=actions)
    for area, keys in (
        ("form", ("value",)),
        ("results", (*(slot.key for slot in SLOTS), "estimate_from", "cause", "note", "target")),
        ("progress", layout.PROGRESS_INPUTS),
        ("actions", layout.ACTIONS.keys),
    ):
        rows = len(next(table for table in given.tables if table.area == area).rows)
        place = st.tuples(st.integers(0, rows - 1), st.sampled_from(keys))
        drawn = data.draw(st.dictionaries(place, st.tuples(anything, states), max_size=4))
        cells = {at: Cell(value, "H14", state) for at, (value, state) in drawn.items()}
        if area == "form" and data.draw(st.booleans()):
            continue  # else most forms are refused as a whole
        given = with_cells(
            given, area, {at: cell for at, cell in cells.items() if cell.value != ""}
        )
    found = carried(read_form(given, OFFICE), given.file)
    assert all(line(finding, "vi") and as_json(finding, "vi") for finding in found.findings)
    if found.submission:
        assert total(found) == len(INPUTS)
        used = {e.place for row in found.submission.entries.values() for e in row.values()}
        out = {f.place for f in found.findings if f.excludes is Excludes.CELL}
        assert not used & out, "what a finding excludes is not counted"
        assert found.submission.cells.rejected <= len(out), "what is not counted is said"
        run(ACROSS_RULES, AcrossCase(OFFICE, (found.submission, found.submission)))
        plan_findings(OFFICE, found.submission, date(2024, 6, 20))


@given(st.permutations(range(len({row for row, _ in INPUTS}))))
def test_rows_in_any_order_read_the_same(order: list[int]) -> None:
    given = form({"M-1:numerator.h1": 9.0, "M-1:denominator.h1": 10.0, "M-2:value.h1": 3.0})
    results = next(table for table in given.tables if table.area == "results")
    shuffled = [results.rows[number] for number in order]
    tables = tuple(replace(t, rows=tuple(shuffled)) if t is results else t for t in given.tables)
    first, second = (read_form(each, OFFICE) for each in (given, replace(given, tables=tables)))
    assert first.submission == second.submission
    assert {f.code for f in first.findings} == {f.code for f in second.findings}


def test_words_of_an_old_font_are_read_in_unicode() -> None:
    text = "Häp giao ban víi c¸c bé phËn ®Ó th¸o gì v­íng m¾c"
    found = read_form(form({"M-2:value.cause": text}), OFFICE)
    assert found.submission is not None
    assert found.submission.remarks["M-2"].cause == (
        "Họp giao ban với các bộ phận để tháo gỡ vướng mắc"
    )
    [finding] = [f for f in found.findings if f.code == "V501"]
    assert finding.department == "VP-TK"


def test_a_form_of_another_department_under_this_name_is_refused() -> None:
    found = read_form(form(head={"fingerprint": OFFICE.fingerprint("TP-HT")}), OFFICE)
    assert found.submission is None
    assert [finding.code for finding in found.findings] == ["S119"]


def test_a_wrong_department_name_is_guessed_from_the_forms_own_code() -> None:
    found = read_form(form(head={"department": "Phòng họp"}), OFFICE)
    [finding] = found.findings
    assert (finding.code, finding.message.values["likely"]) == ("S105", "VP-TK")


def test_a_form_without_formulas_is_told_once_and_its_inputs_count() -> None:
    typed = {f"{row}.year": 5.0 for row in ("M-2:value", "M-5:rank")}
    found = read_form(form({"M-2:value.h1": 5.0, **typed}), OFFICE)
    assert {f.code for f in found.findings if f.code in ("S112", "S125")} == {"S125"}
    assert found.submission is not None
    assert found.submission.cells.accepted == 1

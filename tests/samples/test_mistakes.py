"""Each mistake planted in a sample is found at its cell, and no other error is."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

import pytest

from qms_xlsx import say
from qms_xlsx.domain.finding import Finding, Place, Severity
from qms_xlsx.domain.period import Period
from qms_xlsx.steps.aggregate import evaluate
from qms_xlsx.steps.intake import Intake, take_in
from qms_xlsx.steps.reading import contents_in
from tests.year_folders import NAMES, SAMPLES, THUONG_LO, year_folder, year_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from qms_xlsx.read.tables import Contents

pytestmark = pytest.mark.untraced

CODES = {
    "percent_as_text": "V113",
    "number_as_text": "V103",
    "future_slot": "V301",
    "numerator_above_denominator": "V201",
    "missing_denominator": "V202",
    "year": "S103",
}
REGISTER_ERRORS = {"loc-son-2021": {"R204"}, "bac-hong-2021": {"R233"}}
"""The decision of Lộc Sơn contradicts itself ("suy dinh dưỡng > 6,0%"), and is kept as it is."""


def contents_of(taken: Intake, name: str) -> Contents:
    """Return what a form that was taken in holds."""
    return contents_in(next(taken.opened_again([name])))


@dataclass(frozen=True)
class Mistake:
    """One mistake of forms.tsv: its kind, its file, and (where it is in a cell) row and column."""

    sample: str
    file: str
    kind: str
    row: str = ""
    column: str = ""

    def place(self, taken: Intake) -> Place:
        """Return where it stands in the workbook."""
        contents = contents_of(taken, self.file)
        if not self.row:
            table = contents.of("form")[0]
            return contents.at(table, table.by_key()["year"].cells["value"].address)
        table = contents.of("results")[0]
        return contents.at(table, f"{table.columns[self.column]}{table.by_key()[self.row].number}")


def mistakes() -> list[Mistake]:
    return [
        mistake
        for sample in NAMES
        for form in forms(sample)
        for text in (form["mistakes"] or "").split(";")
        if text and (mistake := _mistake(sample, form["file"], text)).kind in CODES
    ]


def forms(sample: str) -> list[dict[str, str]]:
    with (SAMPLES / sample / "source" / "forms.tsv").open(encoding="utf-8") as lines:
        return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def _mistake(sample: str, file: str, text: str) -> Mistake:
    kind, _, cell = text.partition("@")
    row, _, column = cell.rpartition(".")
    return Mistake(sample, file, kind.partition("=")[0], row, column)


@pytest.fixture(scope="session")
def taken_of(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Intake]:
    seen: dict[str, Intake] = {}

    def take(sample: str) -> Intake:
        if sample not in seen:
            folder = tmp_path_factory.mktemp("nam") / sample
            seen[sample] = take_in(year_folder(folder, sample))
        return seen[sample]

    return take


def findings_of(taken: Intake) -> list[Finding]:
    readings = taken.readings.values()
    opened = [finding for item in taken.opened.values() for finding in item.findings]
    return [*opened, *(finding for reading in readings for finding in reading.findings)]


@pytest.mark.parametrize("mistake", mistakes(), ids=lambda m: f"{m.sample}-{m.kind}-{m.column}")
def test_a_planted_mistake_is_found_at_its_cell(
    taken_of: Callable[[str], Intake], mistake: Mistake
) -> None:
    taken = taken_of(mistake.sample)
    place = mistake.place(taken)
    assert CODES[mistake.kind] in {f.code for f in findings_of(taken) if f.place == place}


@pytest.mark.parametrize("sample", NAMES)
def test_nothing_but_the_planted_mistakes_is_found_in_the_forms(
    taken_of: Callable[[str], Intake], sample: str
) -> None:
    taken = taken_of(sample)
    planted = {m.place(taken) for m in mistakes() if m.sample == sample}
    found = {f.place for f in findings_of(taken)}
    assert found == planted


@pytest.mark.parametrize("sample", NAMES)
def test_a_samples_register_has_only_the_errors_of_its_decision(
    taken_of: Callable[[str], Intake], sample: str
) -> None:
    errors = {f.code for f in taken_of(sample).findings if f.severity is Severity.ERROR}
    assert errors == REGISTER_ERRORS.get(sample, set())


def test_every_kind_of_mistake_occurs_in_the_richest_sample() -> None:
    assert {m.kind for m in mistakes() if m.sample == THUONG_LO} == set(CODES)


def test_a_restated_month_is_told_with_the_old_and_the_new_value(
    taken_of: Callable[[str], Intake],
) -> None:
    taken = taken_of(THUONG_LO)
    run = evaluate(taken, Period.parse("2024-H1"), date(2024, 6, 20))
    [finding] = [f for f in run.findings if f.code == "X102"]
    restated = Mistake(THUONG_LO, "DC-XD_6thang_sua.xlsx", "", "TL-5a2:numerator", "t3")
    assert finding.place == restated.place(taken)
    values = finding.message.values
    assert (values["slot"], values["old"], values["new"]) == ("T3", "28", "27")


def test_another_years_form_is_rejected_and_the_run_goes_on(
    taken_of: Callable[[str], Intake],
) -> None:
    taken = taken_of(THUONG_LO)
    assert taken.readings["QS_6thang_mau-2023.xlsx"].submission is None
    assert taken.readings["QS_6thang.xlsx"].submission is not None


def test_a_row_and_a_column_inserted_into_a_form_change_nothing(
    taken_of: Callable[[str], Intake],
) -> None:
    taken = taken_of(THUONG_LO)
    [table] = contents_of(taken, "TNTKQ_6thang.xlsx").of("results")
    [whole] = contents_of(taken, "TNTKQ_nam.xlsx").of("results")
    numbers = [row.number for row in table.rows if row.key]
    usual = [row.number for row in whole.rows if row.key]
    assert numbers != usual, "a row stands between"
    assert table.columns["t1"] != whole.columns["t1"], "a column stands before January"
    submission = taken.readings["TNTKQ_6thang.xlsx"].submission
    assert submission is not None
    figures = {key: [e.value for e in row.values()] for key, row in submission.entries.items()}
    assert figures["TL-5c1", "numerator"] == [58, 66]  # type: ignore[index]
    assert figures["TL-5c1", "denominator"] == [62, 70]  # type: ignore[index]


@pytest.mark.parametrize("sample", NAMES)
@pytest.mark.parametrize(("period", "month"), [("{}-H1", 6), ("{}", 12)])
def test_every_figure_of_a_sample_gets_a_status_with_its_reason(
    taken_of: Callable[[str], Intake], sample: str, period: str, month: int
) -> None:
    year = year_of(sample)
    run = evaluate(taken_of(sample), Period.parse(period.format(year)), date(year, month, 20))
    rows = [row for row in run.aggregate.results if row.department is None]
    assert len(rows) == len(run.aggregate.register.objectives)
    assert all(row.status and say.text(row.why, "vi") for row in rows)

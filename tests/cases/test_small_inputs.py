"""Small inputs that people or other programs really produce, each with its right value.

Every file of `files/` is a filled form or a register of a sample, changed in one way.
"""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from qms_xlsx.codes.rule import run as check
from qms_xlsx.domain.indicator import Component
from qms_xlsx.domain.period import Period
from qms_xlsx.read.form import FormReading, read_form
from qms_xlsx.rules.across import ACROSS_RULES, AcrossCase
from qms_xlsx.steps.aggregate import Run, run_aggregation
from qms_xlsx.steps.reading import open_all
from qms_xlsx.steps.remind import remind
from tests.year_folders import THUONG_LO, sample_register, year_folder

if TYPE_CHECKING:
    from qms_xlsx.domain.finding import Finding

FILES = Path(__file__).parent / "files"
LOC_SON = "loc-son-2021"
JUNE = date(2024, 6, 20)


MADE_BEFORE = "S106"
"""The forms were made when fingerprints were still worked out otherwise."""


def read(name: str, sample: str = THUONG_LO) -> tuple[FormReading, list[Finding]]:
    """Return a form as read, and what is found in it while it is opened and read."""
    [opened] = open_all([FILES / name])
    assert opened.contents is not None, opened.findings
    register = sample_register(sample)
    reading = read_form(opened.contents, register)
    return reading, [*opened.findings, *reading.findings]


def said(found: list[Finding], code: str) -> list[str]:
    """Return the cells of which a code is said."""
    return [finding.place.cell for finding in found if finding.code == code]


def value(reading: FormReading, code: str, part: Component, slot: str) -> object:
    assert reading.submission is not None
    row = reading.submission.entries[code, part]
    return next(entry.value for at, entry in row.items() if at.key == slot)


def test_60_under_a_date_format_is_60() -> None:
    reading, found = read("V116-60-read-as-59.xlsx")
    assert value(reading, "TL-3a", Component.NUMERATOR, "t3") == 60.0
    [listed] = [f for f in found if f.code == "V116"]
    assert (listed.values["value"], listed.values["read"]) == ("29/2/1900", "60")


def test_0_under_a_date_format_is_0() -> None:
    reading, found = read("date-format-0.xlsx", LOC_SON)
    assert reading.submission is not None
    assert reading.submission.cells.rejected == 0
    assert said(found, "V116") == ["H19"]
    assert said(found, "V106") == []


def test_number_formats_50_to_58_of_an_old_workbook_are_what_they_say() -> None:
    reading, found = read("xls-format-id-50.xls", LOC_SON)
    assert reading.submission is not None
    assert reading.submission.cells.rejected == 0
    assert [f.code for f in found if f.code != MADE_BEFORE] == ["F504"]


def test_noise_behind_the_twelfth_digit_is_no_difference() -> None:
    reading, found = read("V201-float-noise.xlsx")
    assert said(found, "V201") == []
    assert reading.submission is not None
    assert reading.submission.cells.rejected == 0


@pytest.mark.parametrize("name", ["dimension-A0.xlsx", "v-with-spaces.xlsx", "gnumeric.ods"])
def test_what_other_programs_open_is_read_whole(name: str) -> None:
    own, _ = read("../../../samples/thuong-lo-2024/da-nop/VP-TK_6thang.xlsx")
    other, found = read(name)
    assert [f for f in found if f.code != MADE_BEFORE] == []
    assert own.submission is not None
    assert other.submission is not None
    assert other.submission.cells == own.submission.cells
    assert plain(other) == plain(own)
    assert other.submission.report_date == own.submission.report_date


def plain(reading: FormReading) -> dict[tuple[str, Component], dict[str, object]]:
    assert reading.submission is not None
    return {
        key: {slot.key: entry.value for slot, entry in row.items()}
        for key, row in reading.submission.entries.items()
    }


@pytest.mark.parametrize(
    ("name", "code", "cells"),
    [
        ("S-keyless-row.xlsx", "S135", ["H38"]),
        ("S-keyless-measure.xlsx", "S137", ["B38"]),
        ("S-wrong-slot.xlsx", "S134", ["J36", "J37"]),
        ("other-cadence.xlsx", "S134", ["J36", "J37"]),
        ("below-the-table.xlsx", "S137", ["C63"]),
    ],
)
def test_what_stands_where_no_key_looks_is_said_at_its_cell(
    name: str, code: str, cells: list[str]
) -> None:
    _, found = read(name)
    assert said(found, code) == cells


def test_rows_sorted_away_from_their_keys_are_not_used() -> None:
    reading, found = read("sorted-visible.xlsx")
    assert said(found, "S138") == ["B25", "G26", "B29", "G30"]
    entries = plain(reading)
    for code in ("TL-3a", "TL-6"):
        assert entries[code, Component.NUMERATOR] == entries[code, Component.DENOMINATOR] == {}
    assert entries["TL-9b", Component.NUMERATOR]


def test_a_value_under_a_merge_is_said_and_not_counted() -> None:
    reading, found = read("merged-kept.xlsx")
    assert (said(found, "S131"), said(found, "S139")) == (["L25"], ["M25"])
    row = plain(reading)["TL-3a", Component.NUMERATOR]
    assert not {"t5", "t6"} & row.keys()


def run(tmp_path: Path, name: str, like: str, period: str, day: date) -> Run:
    """Return the run of a year's folder with this file in place of a department's."""
    workspace = year_folder(tmp_path / "MTCL", THUONG_LO)
    shutil.copyfile(FILES / name, workspace.submitted / like)
    return run_aggregation(workspace.root, period=Period.parse(period), as_of=day)


def reason_for(done: Run, file: str) -> str:
    document = done.as_json("en")
    return next(str(i["reason"]) for i in document["not_counted"] if i["file"] == file)


def test_a_date_with_day_and_month_exchanged_is_received_and_not_counted(tmp_path: Path) -> None:
    done = run(tmp_path, "report-date-after-as-of.xlsx", "VP-TK_6thang.xlsx", "2024-H1", JUNE)
    assert done.aggregate.reporting.waiting == ("VP-TK",)
    assert "VP-TK" not in done.aggregate.reporting.missing
    assert reason_for(done, "VP-TK_6thang.xlsx") == (
        "it is dated 06/07/2024, after 20/06/2024; 07/06/2024 may be meant"
    )
    [found] = [f for f in done.findings if f.code == "X107"]
    assert (found.place.file, found.department) == ("VP-TK_6thang.xlsx", "VP-TK")
    noted = remind(tmp_path / "MTCL", period=Period.parse("2024-H1"), as_of=JUNE)
    text = noted.notes["VP-TK"][0].read_text("utf-8-sig")
    assert "đã nhận, chưa tính vì biểu ghi ngày 06/07/2024" in text
    assert "chưa nộp" not in text


def test_a_year_report_dated_a_year_too_early_is_not_lost_silently(tmp_path: Path) -> None:
    day = date(2024, 12, 5)
    done = run(tmp_path, "year-report-dated-2024-01-05.xlsx", "VP-TK_nam.xlsx", "2024", day)
    assert done.aggregate.reporting.waiting == ("VP-TK",)
    [found] = [f for f in done.findings if f.code == "X108"]
    assert found.values["likely"] == "05/01/2025"
    assert "05/01/2025 may be meant" in reason_for(done, "VP-TK_nam.xlsx")
    assert not [f for f in done.findings if f.code == "X102" and f.place.file.startswith("VP-TK")]


def test_a_form_without_any_date_says_what_counts(tmp_path: Path) -> None:
    _, found = read("no-date-no-docprops.xlsx")
    assert said(found, "S142") == ["D9"]
    assert said(found, "S115") == []
    name = "no-date-no-docprops.xlsx"
    done = run(tmp_path, name, name, "2024-H1", JUNE)
    assert [f.place.file for f in done.findings if f.code == "X109"] == [name]
    assert "neither it nor its file says a day" in reason_for(done, name)


def test_a_restatement_within_the_noise_is_none() -> None:
    register = sample_register()
    own = [read(name)[0] for name in ("V201-float-noise.xlsx", "X102-float-noise-1.xlsx")]
    noise = [value(reading, "TL-3a", Component.NUMERATOR, "t3") for reading in own]
    assert noise == [0.30000000000000004, 0.3]
    forms = tuple(reading.submission for reading in own if reading.submission)
    restated = check(ACROSS_RULES, AcrossCase(register, forms))
    assert [(f.code, f.place.cell) for f in restated if f.code == "X102"] == [("X102", "J26")]

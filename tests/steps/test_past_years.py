"""Last year's folder beside this one: found by its register, read by its record, never written."""

from __future__ import annotations

import shutil
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from qms_xlsx.domain.period import Period
from qms_xlsx.domain.status import Status
from qms_xlsx.say import VIETNAMESE, text
from qms_xlsx.steps.aggregate import run_aggregation
from qms_xlsx.steps.close import close
from qms_xlsx.steps.forms import make_forms
from qms_xlsx.steps.past_years import folders_before, year_before
from qms_xlsx.steps.reading import open_register
from qms_xlsx.steps.validate import validate
from tests.small_office import office, report
from tests.year_folders import digests

if TYPE_CHECKING:
    from pathlib import Path

    from qms_xlsx.judge.results import Result
    from qms_xlsx.steps.workspace import Workspace

THU: dict[str, Any] = {
    "code": "THU", "name": "Thu ngân sách", "unit": "triệu đồng", "target": "tăng 10%",
    "over_time": "sum", "over_departments": "single", "cadence": "half", "departments": "TC",
}  # fmt: skip
TC = [{"code": "TC", "name": "Tài chính"}]
HALF, DAY = Period.parse("2025-H1"), date(2025, 7, 5)


@pytest.fixture
def years(tmp_path: Path) -> tuple[Workspace, Workspace]:
    """Return last year's folder (500 and 600), and this year's with 560 by June, no baseline."""
    old = office(tmp_path / "MTCL-2024", 2024, departments=TC, objectives=[THU])
    report(old, "TC", date(2025, 1, 8), "2024", {"THU:value": {"h1": 500, "h2": 600}})
    new = office(tmp_path / "MTCL-2025", 2025, departments=TC, objectives=[THU])
    report(new, "TC", date(2025, 7, 2), "2025-H1", {"THU:value": {"h1": 560}})
    return old, new


def judged(workspace: Workspace) -> Result:
    run = run_aggregation(workspace.root, period=HALF, as_of=DAY)
    return run.aggregate.organisation_row("THU")


def test_a_growth_is_judged_against_last_years_result_provisionally_and_says_so(
    years: tuple[Workspace, Workspace],
) -> None:
    old, new = years
    before = digests(old.root)
    row = judged(new)
    assert (row.status, row.provisional) == (Status.EXCEEDED, True)
    assert row.change == pytest.approx(12)  # 560 against 500
    assert "MTCL-2024" in text(row.why, VIETNAMESE)
    assert digests(old.root) == before


def test_a_closed_year_is_read_from_its_record_alone(years: tuple[Workspace, Workspace]) -> None:
    old, new = years
    close(old.root, Period.parse("2024"), as_of=date(2025, 1, 15), despite="Chốt năm")
    for form in old.submitted.iterdir():
        form.write_bytes(b"no form any more")
    assert judged(new).change == pytest.approx(12)


@pytest.mark.parametrize(
    "now",
    [
        {"baseline_h1": 560, "baseline_year": 1100},  # the register's own stands
        {"name": "Thu thuế"},  # the same code, another row
        {"unit": "tỷ đồng"},
    ],
)
def test_nothing_is_lent_over_a_baseline_or_to_another_row(
    years: tuple[Workspace, Workspace], now: dict[str, Any], tmp_path: Path
) -> None:
    shutil.rmtree(years[1].root)
    new = office(tmp_path / "MTCL-2025", 2025, departments=TC, objectives=[THU | now])
    report(new, "TC", date(2025, 7, 2), "2025-H1", {"THU:value": {"h1": 560}})
    row = judged(new)
    assert "MTCL-2024" not in text(row.why, VIETNAMESE)
    assert row.status is (Status.MISSED if "baseline_h1" in now else Status.NO_DATA)


def test_a_total_with_a_gap_lends_nothing(tmp_path: Path) -> None:
    rows = [THU | {"departments": "TC; VP", "over_departments": "sum"}]
    both = [*TC, {"code": "VP", "name": "Văn phòng"}]
    old = office(tmp_path / "MTCL-2024", 2024, departments=both, objectives=rows)
    report(old, "TC", date(2025, 1, 8), "2024", {"THU:value": {"h1": 500, "h2": 600}})
    new = office(tmp_path / "MTCL-2025", 2025, departments=both, objectives=rows)
    for code in ("TC", "VP"):
        report(new, code, date(2025, 7, 2), "2025-H1", {"THU:value": {"h1": 560}})
    assert judged(new).status is Status.NO_DATA


def test_the_form_shows_the_lent_baseline_and_is_read_without_a_fault(
    years: tuple[Workspace, Workspace],
) -> None:
    _, new = years
    form = make_forms(new.root, as_of=DAY).paths[0]
    shutil.copyfile(form, new.submitted / "TC-lai.xlsx")
    found = [f for own in validate([new.root]).files if own.kind == "form" for f in own.findings]
    assert [f.code for f in found if f.code.startswith("S")] == []


def test_a_folder_is_known_by_its_register_and_of_two_the_one_named_alike(
    years: tuple[Workspace, Workspace],
) -> None:
    old, new = years
    register, _ = open_register(new.register)
    assert {year: own.root for year, own in folders_before(new, register).items()} == {
        2024: old.root
    }
    copy = old.root.with_name("MTCL-2024 (bản sao)")
    shutil.copytree(old.root, copy)
    assert folders_before(new, register)[2024].root == old.root
    old.root.rename(old.root.with_name("nam-truoc"))
    assert folders_before(new, register) == {}  # two, and nobody can tell which counts


def test_another_office_or_a_damaged_folder_is_no_last_year(
    years: tuple[Workspace, Workspace], tmp_path: Path
) -> None:
    old, new = years
    register, _ = open_register(new.register)
    old.register.write_bytes(b"PK damaged")
    assert year_before(new, register) is None
    shutil.rmtree(old.root)
    other = [{"organisation": "UBND xã Khác"}]
    office(tmp_path / "MTCL-2024", 2024, info=other, departments=TC, objectives=[THU])
    assert folders_before(new, register) == {}
    assert judged(new).status is Status.NO_DATA

"""The illustrative province of forty communes: every figure above worked out by hand.

`tools/make_province.py` says what each commune reports. Of forty, 36 (changed after its closing) and
37 (a figure changed by hand) do not count, and 41 sent nothing: 38 communes count.
"""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING, Any

import pytest
from openpyxl import load_workbook

from qms_xlsx.domain.office import Proof
from qms_xlsx.steps.rollup import Rollup, run_rollup
from tests.year_folders import SAMPLES, digests

if TYPE_CHECKING:
    from pathlib import Path

PROVINCE = SAMPLES / "tinh-minh-hoa"
REGISTER = PROVINCE / "so-muc-tieu-tinh.xlsx"


@pytest.fixture(scope="module")
def done(tmp_path_factory: pytest.TempPathFactory) -> Rollup:
    place = tmp_path_factory.mktemp("tinh") / "tinh.xlsx"
    return run_rollup([PROVINCE / "cac-xa"], register=REGISTER, output=place)


@pytest.fixture(scope="module")
def told(done: Rollup) -> dict[str, Any]:
    return done.as_json()


def own(told: dict[str, Any], code: str) -> dict[str, Any]:
    [row] = [r for r in told["results"] if r["objective"] == code and r["department"] is None]
    return row


def test_parts_are_added_and_percentages_are_not(told: dict[str, Any]) -> None:
    # VP: 98 of 100, every fourth commune 90. Fourth ones that count: 4, 8 … 40 without 36, nine.
    # 37 communes have a form of VP (39 has none): 28 × 98 + 9 × 90 = 3,554. VH: 38 × 99 = 3,762.
    row = own(told, "T1")
    assert (row["numerator"], row["denominator"]) == (3554 + 3762, 37 * 100 + 38 * 100)
    assert row["actual"] == pytest.approx(100 * 7316 / 7500)
    assert row["status"] == "exceeded"


def test_a_sum_leaves_out_what_is_read_otherwise(told: dict[str, Any]) -> None:
    # 120 each, without 06, whose row is another one under the province's code: 37 × 120.
    # Half of 10,000 is asked; 4,440 is 88.8 %, below the caution of 90.
    row = own(told, "T2")
    assert (row["actual"], row["period_target"], row["status"]) == (4440, 5000, "missed")
    # 39's words are a question: its figure counts, but is none that need not be waited for.
    assert row["coverage"]["departments"] == [36, 41]
    assert row["provisional"]


def test_a_rate_without_its_parts_is_not_added(told: dict[str, Any]) -> None:
    # Odd communes 3 of 100, even ones 5; without 08, which gives a rate only.
    # 19 odd ones (20 without 37) and 18 even ones (20 without 36 and 08): 57 + 90 of 3,700.
    row = own(told, "T3")
    assert (row["numerator"], row["denominator"]) == (147, 3700)
    assert row["status"] == "exceeded"  # 3.97 % is below 4 %


def test_units_are_turned_into_each_other(told: dict[str, Any]) -> None:
    # 1.25 billion each, which 07 writes as 1,250 million: 38 × 1.25 of 50 is 95 %.
    row = own(told, "T4")
    assert (row["actual"], row["status"]) == (47.5, "at_risk")


def test_one_event_and_one_no_fail_all(told: dict[str, Any]) -> None:
    assert (own(told, "T5")["actual"], own(told, "T5")["status"]) == (1, "missed")  # commune 20
    assert (own(told, "T6")["actual"], own(told, "T6")["status"]) == ("Không", "missed")  # 30


def test_an_average_has_no_figure_above(told: dict[str, Any]) -> None:
    row = own(told, "T7")
    assert (row["actual"], row["status"]) == (None, "no_data")
    assert "X613" in {f["code"] for f in told["findings"]}


def test_who_reported_and_who_on_time(told: dict[str, Any]) -> None:
    assert told["reporting"] == {
        "expected": 41, "received": 38, "on_time": 37, "missing": ["X36", "X37", "X41"],
    }  # fmt: skip


def test_what_was_changed_by_hand_is_told_and_not_counted(told: dict[str, Any]) -> None:
    aside = {one["file"].split("/")[0]: one["reason"] for one in told["not_counted"]}
    assert aside == {
        "xa-36": "không đúng là bảng đã chốt",
        "xa-37": "số liệu đã bị sửa tay",
        "xa-09": "đã có bảng mới hơn của cơ quan được tính",
    }
    assert not any(r["department"] in ("X36", "X37") for r in told["results"])


def test_every_oddity_is_told_at_its_file(told: dict[str, Any]) -> None:
    found = {(f["code"], f["file"][:5]) for f in told["findings"]}
    assert found == {
        ("X601", "xa-37"), ("X602", "xa-36"), ("X603", "xa-09"), ("X606", "xa-06"),
        ("X608", "xa-08"), ("X613", "xa-01"), ("X615", "xa-05"), ("X616", "xa-39"),
    }  # fmt: skip


def test_the_doubt_of_an_office_stays_visible(told: dict[str, Any]) -> None:
    doubtful = next(o for o in told["offices"] if o["office"] == "X39")
    assert (doubtful["received"], doubtful["expected"]) == (1, 2)
    assert doubtful["provisional"] == 3  # T1 and T6, half of which is missing; T2, a question
    rows = [r for r in told["results"] if r["department"] == "X39" and r["provisional"]]
    assert [row["objective"] for row in rows] == ["T1", "T2", "T6"]


def test_an_older_layout_is_read_and_has_no_proof(done: Rollup) -> None:
    older = next(o.summary for o in done.rolled.offices if o.code == "X40")
    assert older is not None
    assert (older.layout, older.proof, older.edited) == (1, Proof.NONE, False)


def test_every_figure_names_office_file_and_cell(told: dict[str, Any]) -> None:
    for row in (r for r in told["results"] if r["department"] in ("X11", "X40")):
        [source] = row["sources"]
        assert source["file"].startswith(f"xa-{row['department'][1:]}/tong-hop-2024-H1-")
        book = load_workbook(PROVINCE / "cac-xa" / source["file"], read_only=True)
        assert book[source["sheet"]][source["cell"]].value == row["actual"]


def test_ranks_are_by_the_share_that_is_met(told: dict[str, Any]) -> None:
    # All seven met: odd communes (poor households), no fourth one, 85 points or more (ends in 5, 7
    # or 9), none of 37 and 39: 05, 07, 09, 15, 17, 19, 25, 27, 29, 35.
    first = [o["office"] for o in told["offices"] if o["rank"] == 1]
    assert first == [f"X{n:02}" for n in (5, 7, 9, 15, 17, 19, 25, 27, 29, 35)]


def test_no_file_of_the_offices_is_changed(tmp_path: Path) -> None:
    copy = shutil.copytree(PROVINCE / "cac-xa", tmp_path / "cac-xa")
    before = digests(copy)
    run_rollup([copy], output=tmp_path / "tinh.xlsx")
    assert digests(copy) == before


def test_without_a_register_the_same_rows_are_grouped(tmp_path: Path) -> None:
    done = run_rollup([PROVINCE / "cac-xa"], output=tmp_path / "tinh.xlsx")
    told = done.as_json()
    assert told["organisation"] == "UBND tỉnh Minh Họa"
    assert (own(told, "T1")["numerator"], own(told, "T1")["denominator"]) == (7316, 7500)
    assert own(told, "T2")["status"] == "not_applicable"  # a sum has no target of its own above
    assert own(told, "T2")["actual"] == 4440
    assert own(told, "T6")["status"] == "missed"
    # offices that nobody lists are known by what they sent: 40 of them, two not counted
    assert (told["reporting"]["expected"], told["reporting"]["received"]) == (40, 38)


def test_the_same_files_give_the_same_bytes(done: Rollup, tmp_path: Path) -> None:
    again = run_rollup([PROVINCE / "cac-xa"], register=REGISTER, output=tmp_path / "tinh.xlsx")
    assert again.summary is not None
    assert done.summary is not None
    assert again.summary.read_bytes() == done.summary.read_bytes()

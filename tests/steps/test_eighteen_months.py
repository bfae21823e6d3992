"""Eighteen months of a small office, every figure worked out by hand.

January 2024 to June 2025: months, a half-year that is closed, May restated in July, the year's
report with estimates, corrections in January, the closed year, the next year's folder, its first
quarter and its first half-year. The tests run in the order of the calendar.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from openpyxl import load_workbook

from qms_xlsx.domain.period import Period
from qms_xlsx.domain.status import Status
from qms_xlsx.steps.aggregate import Run, run_aggregation
from qms_xlsx.steps.close import close
from qms_xlsx.steps.next_year import turn_year
from qms_xlsx.steps.reading import open_register
from qms_xlsx.steps.trouble import StepError
from qms_xlsx.steps.verify import verify
from qms_xlsx.steps.workspace import Workspace
from tests.small_office import enter, office, report

if TYPE_CHECKING:
    pass

pytestmark = pytest.mark.untraced

ROWS: dict[str, list[dict[str, Any]]] = {
    "departments": [{"code": "VP", "name": "Văn phòng"}, {"code": "TC", "name": "Tài chính"}],
    "objectives": [
        {
            "code": "HS", "number": "1", "name": "Hồ sơ đúng hạn năm 2024", "unit": "%",
            "target": "từ 95% trở lên", "numerator_label": "Hồ sơ đúng hạn",
            "denominator_label": "Hồ sơ đã trả", "over_time": "ratio",
            "over_departments": "ratio", "cadence": "month", "departments": "VP; TC",
            "confirmed": "x",
        },
        {
            "code": "LOP", "number": "2", "name": "Lớp tập huấn", "unit": "lớp",
            "target": "24 lớp", "over_time": "sum", "over_departments": "sum",
            "cadence": "month", "departments": "VP; TC", "confirmed": "x",
        },
        {
            "code": "THU", "number": "3", "name": "Thu ngân sách", "unit": "triệu đồng",
            "target": "tăng 10% so với năm 2023", "over_time": "sum",
            "over_departments": "single", "cadence": "month", "departments": "TC",
            "baseline_h1": 500, "baseline_year": 1000, "confirmed": "x",
        },
    ],
    "plan": [
        {
            "number": "I.1", "objectives": "HS; LOP; THU", "measure": "Báo cáo tháng",
            "lead": "Văn phòng", "deadline": "Định kỳ hàng tháng",
        },
        {
            "number": "I.2", "objectives": "HS", "measure": "Xây dựng kế hoạch năm 2024",
            "lead": "Văn phòng", "deadline": "Trước 05/02/2024",
        },
    ],
}  # fmt: skip
LEAVE = {
    "period": "2024-H1", "department": "TC", "reason": "Đếm nhầm tháng 5", "until": "31/07/2024",
}  # fmt: skip
HALF, YEAR = Period.parse("2024-H1"), Period.parse("2024")


def months(*values: object) -> dict[str, object]:
    """Return values of months, January first."""
    return {f"t{month}": value for month, value in enumerate(values, 1)}


def pairs(row: str, good: list[int], of: int) -> dict[str, dict[str, object]]:
    """Return good cases of so many each month."""
    return {
        f"{row}:numerator": months(*good),
        f"{row}:denominator": months(*[of] * len(good)),
    }


def vp(workspace: Workspace, day: date, period: str, good: list[int], classes: list[int]) -> None:
    figures = pairs("HS", good, 20) | {"LOP:value": months(*classes)}
    report(workspace, "VP", day, period, figures)


def tc(
    workspace: Workspace,
    day: date,
    period: str,
    good: list[int],
    money: list[int],
    estimate: str = "",
) -> None:
    figures = pairs("HS", good, 10) | {
        "LOP:value": months(*[1] * len(good)), "THU:value": months(*money),
    }  # fmt: skip
    also = {("results", "THU:value", "estimate_from"): estimate} if estimate else None
    report(workspace, "TC", day, period, figures, also)


def run(workspace: Workspace, period: str, day: date) -> Run:
    return run_aggregation(workspace.root, period=Period.parse(period), as_of=day)


def judged(done: Run) -> dict[str, tuple[float | None, Status | None]]:
    """Return the organisation's figures and statuses, by row."""
    rows = (done.aggregate.organisation_row(code) for code in ("HS", "LOP", "THU"))
    return {r.objective.code: (_rounded(r.actual), r.status) for r in rows}


def _rounded(value: Any) -> float | None:
    return None if value is None else round(value, 4)


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    return office(tmp_path_factory.mktemp("xa") / "MTCL-2024", 2024, **ROWS)


@pytest.fixture(scope="module")
def after(workspace: Workspace) -> Workspace:
    """Return the next year's folder, made by the test that turns the year."""
    return Workspace(workspace.root.with_name("MTCL-2025"))


def test_01_february(workspace: Workspace) -> None:
    vp(workspace, date(2024, 3, 4), "2024-02", [19, 19], [1, 1])
    tc(workspace, date(2024, 3, 4), "2024-02", [10, 10], [100, 100])
    assert judged(run(workspace, "2024-02", date(2024, 3, 6))) == {
        "HS": (96.6667, Status.EXCEEDED),  # (38 + 20) / (40 + 20); 96.67 / 95 = 101.8 %
        "LOP": (4, Status.MET),  # 2 + 2 of 24 × 2/12 = 4
        "THU": (200, Status.NOT_DUE),  # a change is judged at half-year and for the year
    }


def test_02_the_half_year_is_reported_and_closed(workspace: Workspace) -> None:
    vp(workspace, date(2024, 6, 14), "2024-H1", [19] * 6, [1] * 6)
    tc(workspace, date(2024, 6, 14), "2024-H1", [10, 10, 10, 10, 8, 10], [100] * 6)
    done = run(workspace, "2024-H1", date(2024, 6, 20))
    assert judged(done) == {
        "HS": (95.5556, Status.EXCEEDED),  # (114 + 58) / (120 + 60) = 172/180; 100.6 %
        "LOP": (12, Status.MET),  # 6 + 6 of 24 × 6/12
        "THU": (600, Status.EXCEEDED),  # 600 against 500: + 20 %, 10 % wanted
    }
    assert done.errors == 0
    closed = close(workspace.root, HALF, as_of=date(2024, 6, 20))
    assert closed.open == ()


def test_03_may_is_restated_in_july_and_refused(workspace: Workspace) -> None:
    tc(workspace, date(2024, 7, 10), "2024-06", [10, 10, 10, 10, 4, 10], [100] * 6)
    done = run(workspace, "2024-H1", date(2024, 7, 12))
    assert [f.code for f in done.findings if f.code.startswith("X11")] == ["X111"]
    assert judged(done)["HS"] == (95.5556, Status.EXCEEDED)
    [line] = done.as_json()["restatements"]
    assert (line["period"], line["objective"], line["department"]) == ("2024-H1", "HS", "TC")
    assert (line["slot"], line["component"], line["reported"], line["now"]) == (
        "t5", "numerator", 8, 4,
    )  # fmt: skip
    assert (line["counted"], line["since"]) == (False, "2024-07-10")
    assert (line["status_reported"], line["status_now"]) == ("exceeded", "exceeded")
    with pytest.raises(StepError, match="đã chốt"):
        close(workspace.root, HALF, as_of=date(2024, 7, 12))


def test_04_an_exception_lets_it_in_and_the_ledger_shows_it(workspace: Workspace) -> None:
    enter(workspace, 2024, **ROWS, exceptions=[LEAVE])
    done = run(workspace, "2024-H1", date(2024, 7, 15))
    assert [f.code for f in done.findings if f.code.startswith("X11")] == ["X113"]
    # (114 + 54) / 180 = 168/180; 93.33 / 95 = 98.2 %, above the caution of 90 %
    assert judged(done)["HS"] == (93.3333, Status.AT_RISK)
    [line] = done.as_json()["restatements"]
    assert (line["counted"], line["reason"]) == (True, "Đếm nhầm tháng 5")
    assert (line["status_reported"], line["status_now"]) == ("exceeded", "at_risk")
    assert done.summary is not None
    book = load_workbook(done.summary)
    cells = [c.value for row in book["Điều chỉnh"].iter_rows() for c in row if c.value is not None]
    assert {8, 4, "T5 · tử số", "Có: Đếm nhầm tháng 5", "◆ Có nguy cơ"} <= set(cells)
    page_one = [str(c.value) for row in book["Tổng quan"].iter_rows() for c in row]
    assert any(
        "1 được tính theo số mới" in text and "1 đánh giá đã đổi" in text for text in page_one
    )


def test_05_the_years_report_has_estimates(workspace: Workspace) -> None:
    vp(workspace, date(2024, 11, 28), "2024", [19] * 12, [1] * 12)
    tc(
        workspace, date(2024, 11, 28), "2024", [10, 10, 10, 10, 4, 10] + [10] * 6,
        [100] * 10 + [110] * 2, estimate="T11",
    )  # fmt: skip
    done = run(workspace, "2024", date(2024, 12, 2))
    assert judged(done) == {
        "HS": (95.0, Status.MET),  # (228 + 114) / (240 + 120) = 342/360
        "LOP": (24, Status.MET),  # 12 + 12
        "THU": (1220, Status.EXCEEDED),  # 1000 + 2 × 110, against 1000: + 22 %
    }
    thu = done.aggregate.organisation_row("THU")
    assert (thu.estimated, thu.provisional) == (True, True)


def test_06_january_corrects_and_the_year_is_closed(workspace: Workspace) -> None:
    vp(workspace, date(2025, 1, 8), "2024", [19] * 11 + [20], [1] * 12)
    tc(
        workspace, date(2025, 1, 8), "2024", [10, 10, 10, 10, 4, 10] + [10] * 5 + [9],
        [100] * 10 + [110, 130],
    )  # fmt: skip
    done = run(workspace, "2024", date(2025, 1, 12))
    assert judged(done) == {
        "HS": (95.0, Status.MET),  # (229 + 113) / 360
        "LOP": (24, Status.MET),
        "THU": (1240, Status.EXCEEDED),  # 1000 + 110 + 130: + 24 %
    }
    assert not done.aggregate.organisation_row("THU").provisional
    assert close(workspace.root, YEAR, as_of=date(2025, 1, 15)).open == ()
    assert [verdict.differences for verdict in verify(workspace.root)] == [(), ()]


def test_07_the_next_year_is_made(workspace: Workspace, after: Workspace) -> None:
    turned = turn_year(workspace.root, as_of=date(2025, 1, 20))
    assert turned.workspace.root == after.root
    register, _ = open_register(after.register)
    known = register.by_code
    assert known["HS"].name == "Hồ sơ đúng hạn năm 2025"
    assert known["THU"].target == "tăng 10% so với năm 2024"
    baselines = {
        code: (_rounded(o.baseline_h1), _rounded(o.baseline_year), o.baseline_kind)
        for code, o in known.items()
    }
    assert baselines == {
        "HS": (93.3333, 95.0, "actual"),  # as restated: 168/180; 342/360
        "LOP": (12, 24, "actual"),
        "THU": (600, 1240, "actual"),
    }
    assert [m.deadline.text for m in register.measures] == [
        "Định kỳ hàng tháng", "Trước 05/02/2025",
    ]  # fmt: skip


def test_08_the_first_quarter_moves_and_stands_beside_last_years(after: Workspace) -> None:
    vp(after, date(2025, 3, 4), "2025-02", [19, 19], [2, 2])
    tc(after, date(2025, 3, 4), "2025-02", [10, 10], [120, 120])
    february = run(after, "2025-02", date(2025, 3, 6))
    assert judged(february)["HS"] == (96.6667, Status.EXCEEDED)  # (38 + 20) / 60
    vp(after, date(2025, 4, 4), "2025-Q1", [19, 19, 16], [2, 2, 2])
    tc(after, date(2025, 4, 4), "2025-Q1", [10, 10, 10], [120, 120, 120])
    done = run(after, "2025-Q1", date(2025, 4, 8))
    assert judged(done) == {
        "HS": (93.3333, Status.AT_RISK),  # (54 + 30) / 90; 98.2 % of 95
        "LOP": (9, Status.EXCEEDED),  # 6 + 3 of 24 × 3/12 = 6
        "THU": (360, Status.NOT_DUE),
    }
    told = {r["objective"]: r for r in done.as_json()["results"] if r["department"] is None}
    assert [(told[code]["before"], told[code]["movement"]) for code in ("HS", "LOP", "THU")] == [
        ("exceeded", "worse"), ("exceeded", "same"), ("not_due", None),
    ]  # fmt: skip
    last = {code: (_rounded(t["last_year"]), t["last_year_status"]) for code, t in told.items()}
    assert last == {
        "HS": (96.6667, "exceeded"),  # 2024: (57 + 30) / 90
        "LOP": (6, "met"),  # 3 + 3 of 6
        "THU": (300, "not_due"),
    }
    assert done.as_json()["years"] == [{"year": 2024, "folder": "MTCL-2024", "closed": True}]


def test_09_the_first_half_year_grows_on_last_years_result(after: Workspace) -> None:
    vp(after, date(2025, 7, 3), "2025-H1", [19, 19, 16, 20, 20, 20], [2, 2, 2, 1, 1, 1])
    tc(after, date(2025, 7, 3), "2025-H1", [10] * 6, [120] * 3 + [110] * 3)
    done = run(after, "2025-H1", date(2025, 7, 5))
    assert judged(done) == {
        "HS": (96.6667, Status.EXCEEDED),  # (114 + 60) / 180
        "LOP": (15, Status.EXCEEDED),  # 9 + 6 of 12
        "THU": (690, Status.EXCEEDED),  # 360 + 330 against 600: + 15 %
    }
    thu = done.aggregate.organisation_row("THU")
    assert (thu.change, thu.provisional) == (pytest.approx(15), False)
    assert done.summary is not None
    sheet = load_workbook(done.summary)["Xu hướng"]
    rows = [[c.value for c in row] for row in sheet.iter_rows() if row[0].value in ("1", "2", "3")]
    assert [[_rounded(value) for value in row[3:5]] for row in rows] == [
        [93.3333, 96.6667], [12, 15], [600, 690],
    ]  # fmt: skip
    assert rows[0][6:8] == ["6/6 · 2/2", "6/6 · 2/2"]

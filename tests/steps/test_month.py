"""A month of a secretary's life: forms out, five in, one wrong, one late, reminders, the review."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

import pytest
from openpyxl import load_workbook

from qms_xlsx import say
from qms_xlsx.domain.period import Period
from qms_xlsx.domain.status import Status
from qms_xlsx.steps.aggregate import Run, run_aggregation
from qms_xlsx.steps.forms import make_forms
from qms_xlsx.steps.init import init
from qms_xlsx.steps.remind import Reminders, remind
from qms_xlsx.write.form import fill_register_template
from qms_xlsx.write.reminders import ReportState
from tests.form_filler import actions_in, hand_in

if TYPE_CHECKING:
    from qms_xlsx.steps.workspace import Workspace
    from qms_xlsx.write.reminders import Debts

HALF = Period.parse("2024-H1")
YEAR = Period.parse("2024")
CODES = ("VP", "TC", "DC", "TP", "VH", "QS", "CA")
LATE, WRONG, WEAK = "CA", "QS", "VH"
REGISTER: dict[str, list[dict[str, object]]] = {
    "info": [
        {"key": key, "value": value}
        for key, value in {
            "organisation": "UBND xã Thử Nghiệm", "level": "xã", "year": 2024,
            "decision_number": "01/QĐ-UBND", "decision_date": "02/01/2024", "place": "Thử Nghiệm",
            "due_h1": "15/6", "due_year": "30/11", "strict_before": "yes", "caution": 90,
        }.items()
    ],
    "departments": [
        {"code": code, "name": f"Bộ phận {code}", "groups": "Các bộ phận"} for code in CODES
    ],
    "objectives": [
        {"code": "M-1", "number": "1", "name": "Hồ sơ trả đúng hạn", "target": "đạt từ 95% trở lên",
         "unit": "%", "numerator_label": "đúng hạn", "denominator_label": "đã trả",
         "better": "higher", "over_time": "ratio", "over_departments": "ratio", "cadence": "half",
         "departments": "Các bộ phận"},
        {"code": "M-2", "number": "2", "name": "Buổi tuyên truyền", "target": "70 buổi",
         "unit": "buổi", "better": "higher", "over_time": "sum", "over_departments": "sum",
         "cadence": "half", "departments": "Các bộ phận"},
    ],
    "plan": [
        {"number": "1", "objectives": "M-1", "measure": "Rà soát hồ sơ quá hạn",
         "lead": "Các bộ phận", "deadline": "Trước 15/6", "evidence": "Báo cáo rà soát"},
        {"number": "2", "objectives": "M-2", "measure": "Kế hoạch tuyên truyền", "lead": "VP",
         "deadline": "Tháng 7/2024"},
    ],
}  # fmt: skip


def entries(done: int, total: int, events: int, day: str) -> dict[tuple[str, str, str], object]:
    """Return what a department types for the half-year."""
    return {
        ("form", "report_period", "value"): "6 tháng đầu năm 2024",
        ("form", "report_date", "value"): day,
        ("results", "M-1:numerator", "h1"): done,
        ("results", "M-1:denominator", "h1"): total,
        ("results", "M-2:value", "h1"): events,
        ("progress", "1", "state"): "hoàn thành",
        ("progress", "1", "done_on"): "10/06/2024",
        ("progress", "1", "evidence_number"): "15/BC",
    }


@dataclass(frozen=True)
class Month:
    """The month's outcomes, in the order in which they came."""

    workspace: Workspace
    forms: tuple[str, ...]
    first: Reminders
    first_notes: dict[str, str]
    first_run: Run
    weak_draft: list[dict[str, object]]
    second: Reminders
    second_notes: frozenset[str]
    second_run: Run


@pytest.fixture(scope="module")
def month(tmp_path_factory: pytest.TempPathFactory) -> Month:
    workspace = init(tmp_path_factory.mktemp("nam") / "MTCL", 2024)
    fill_register_template(REGISTER, workspace.register)
    root = workspace.root
    forms = tuple(path.name for path in make_forms(root, as_of=date(2024, 6, 1)).paths)

    for code in CODES[:5]:
        done = 80 if code == WEAK else 98
        _send(workspace, code, entries(done, 100, 5, "13/06/2024"))
    _send(workspace, WRONG, entries(120, 100, 5, "14/06/2024"))
    first = remind(root, period=HALF, as_of=date(2024, 6, 18))
    first_notes = {p.name: p.read_text("utf-8-sig") for p in workspace.reminders.glob("*.txt")}
    first_run = run_aggregation(root, period=HALF, as_of=date(2024, 6, 18))

    returned = workspace.returned / f"{WRONG}.xlsx"
    mended = {
        ("results", "M-1:numerator", "h1"): 99,
        ("form", "report_date", "value"): "20/06/2024",
    }
    hand_in(returned, workspace.submitted / f"{WRONG}-sua.xlsx", mended)
    _send(workspace, LATE, entries(97, 100, 5, "21/06/2024"))
    make_forms(root, as_of=date(2024, 6, 21))
    weak = workspace.forms / f"{WEAK}-2024.xlsx"
    weak_draft = actions_in(weak)
    stated = {
        ("form", "report_date", "value"): "22/06/2024",
        ("results", "M-1:numerator", "cause"): "Thiếu người trực",
        ("results", "M-1:numerator", "remedy"): "Cử thêm người trực",
        ("actions", "1", "action"): "Lập lịch trực bộ phận",
        ("actions", "1", "owner"): "Trưởng bộ phận",
        ("actions", "1", "due"): date(2024, 9, 30),
    }
    hand_in(weak, workspace.submitted / f"{WEAK}-bo-sung.xlsx", stated)
    second = remind(root, period=HALF, as_of=date(2024, 6, 28))
    second_notes = frozenset(path.name for path in workspace.reminders.glob("*.txt"))
    second_run = run_aggregation(root, period=HALF, as_of=date(2024, 6, 28))
    return Month(workspace, forms, first, first_notes, first_run, weak_draft, second,
                 second_notes, second_run)  # fmt: skip


def _send(workspace: Workspace, code: str, typed: dict[tuple[str, str, str], object]) -> None:
    hand_in(workspace.forms / f"{code}-2024.xlsx", workspace.submitted / f"{code}.xlsx", typed)


def debts(asked: Reminders) -> dict[str, Debts]:
    return {own.department.code: own for own in asked.debts}


def codes(findings: Run, code: str) -> set[str | None]:
    return {f.department for f in findings.findings if f.code == code}


def test_every_department_gets_a_form(month: Month) -> None:
    assert month.forms == tuple(f"{code}-2024.xlsx" for code in CODES)


def test_the_first_reminder_knows_who_has_not_handed_in(month: Month) -> None:
    states = {code: own.report for code, own in debts(month.first).items()}
    assert states == dict.fromkeys(CODES[:6], ReportState.ON_TIME) | {LATE: ReportState.MISSING}


def test_the_first_reminder_asks_each_for_what_it_owes_and_no_more(month: Month) -> None:
    owed = debts(month.first)
    assert {code for code, own in owed.items() if own.errors} == {WRONG}
    assert {code for code, own in owed.items() if own.missed} == {WEAK}
    assert {code: [r.progress.days_overdue for r in own.overdue] for code, own in owed.items()} == {
        code: [4] if code == LATE else [] for code in CODES
    }
    assert month.first_notes.keys() == {f"{code}-2024-H1.txt" for code in (LATE, WRONG, WEAK)}


def test_the_note_to_the_late_one_names_the_day_and_how_long_ago(month: Month) -> None:
    note = month.first_notes[f"{LATE}-2024-H1.txt"]
    assert "chưa nộp; hạn cuối 14/06/2024, đã quá 4 ngày." in note


def test_the_note_to_the_wrong_one_names_the_cell_and_the_remedy(month: Month) -> None:
    note = month.first_notes[f"{WRONG}-2024-H1.txt"]
    (error,) = debts(month.first)[WRONG].errors
    assert (
        f"(trang “{error.place.sheet}”, ô {error.place.cell}): {say.text(error.message, 'vi')}"
        in note
    )
    assert say.text(error.hint, "vi") in note


def test_the_wrong_form_comes_back_and_only_that(month: Month) -> None:
    assert [path.name for path in month.first_run.returned] == [f"{WRONG}.xlsx"]
    row = next(r for r in month.first_run.aggregate.results
               if (r.objective.code, r.department) == ("M-1", WRONG))  # fmt: skip
    assert row.status is Status.NO_DATA


def test_the_weak_result_asks_for_a_corrective_action(month: Month) -> None:
    assert codes(month.first_run, "X502") == {WEAK}
    (draft,) = month.weak_draft
    assert draft["objective"] == "M-1"
    assert draft["found_on"] == date(2024, 6, 13)
    assert draft["nonconformity"] == (
        "6 tháng đầu năm 2024: Thực hiện 80 % (80/100), mức của kỳ ≥ 95 %."
    )
    assert "action" not in draft


def test_after_the_corrections_nobody_owes_a_report_or_a_figure(month: Month) -> None:
    owed = debts(month.second)
    states = {code: own.report for code, own in owed.items()}
    assert states == dict.fromkeys(CODES[:6], ReportState.ON_TIME) | {LATE: ReportState.LATE}
    assert not any(own.errors or own.blanks or own.missed for own in owed.values())
    assert [a.due for a in owed[WEAK].actions] == [date(2024, 9, 30)]


def test_notes_that_are_answered_are_taken_away(month: Month) -> None:
    # Nor is VP reminded of its plan for July: the window closes in 33 days.
    assert month.second_notes == {f"{WEAK}-2024-H1.txt"}
    assert debts(month.second)[LATE].nothing


def test_the_totals_are_complete(month: Month) -> None:
    aggregate = month.second_run.aggregate
    rate, count = aggregate.organisation_row("M-1"), aggregate.organisation_row("M-2")
    assert (rate.numerator, rate.denominator) == (4 * 98 + 80 + 99 + 97, 700)
    assert (count.actual, count.status) == (35, Status.MET)
    assert (len(aggregate.reporting.received), len(aggregate.reporting.on_time or ())) == (7, 6)
    assert month.second_run.returned == ()
    assert not list(month.workspace.returned.glob("*.xlsx"))


def test_the_review_sheet_says_what_the_month_came_to(month: Month) -> None:
    path = month.second_run.summary
    assert path is not None
    sheet = load_workbook(path)["Xem xét"]
    text = "\n".join(str(c.value) for row in sheet.iter_rows() for c in row if c.value is not None)
    assert "1 hành động khắc phục: 1 đang mở, 0 quá hạn" in text
    assert "0 kết quả không đạt chưa có hành động" in text
    assert "Không có biện pháp nào quá hạn." in text


def test_an_open_action_is_followed_into_the_next_form_and_gets_no_second_draft(
    month: Month,
) -> None:
    make_forms(month.workspace.root, as_of=date(2024, 7, 1))
    (row,) = actions_in(month.workspace.forms / f"{WEAK}-2024.xlsx")
    assert (row["action"], row["owner"]) == ("Lập lịch trực bộ phận", "Trưởng bộ phận")
    assert actions_in(month.workspace.forms / "VP-2024.xlsx") == []


def test_a_run_is_compared_with_what_leaders_saw_last(month: Month) -> None:
    run = run_aggregation(month.workspace.root, period=YEAR, as_of=date(2024, 12, 15))
    before = run.background.before
    assert before is not None
    assert before.file == month.second_run.summary.name
    assert before.period == HALF
    assert before.rows["M-2", None].actual == 35
    assert run.summary is not None
    sheet = load_workbook(run.summary)["Xem xét"]
    text = "\n".join(str(c.value) for row in sheet.iter_rows() for c in row if c.value is not None)
    assert f"So với bảng tổng hợp ngày {before.as_of:%d/%m/%Y} (6 tháng đầu năm 2024):" in text
    document = run.as_json()
    assert document["movement_from"] == {
        "file": before.file,
        "period": "2024-H1",
        "as_of": before.as_of.isoformat(),
        "edited": False,
    }

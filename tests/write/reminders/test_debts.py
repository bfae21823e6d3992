"""What a department owes: neither more nor less."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from qms_xlsx.codes.catalogue import finding
from qms_xlsx.domain.department import Department
from qms_xlsx.domain.finding import Finding, Place
from qms_xlsx.domain.measure import Measure
from qms_xlsx.domain.period import Period
from qms_xlsx.domain.progress import State
from qms_xlsx.domain.register import Register
from qms_xlsx.domain.submission import Action, NotCounted, ProgressEntry, Remark, Submission
from qms_xlsx.judge import aggregate
from qms_xlsx.language.messages import message
from qms_xlsx.write.reminders import Debts, ReportState, debts_of
from tests.judge.cases import objective, register, submission
from tests.registers import measure

MONTHLY = objective(
    "ít nhất 95%", unit="%", cadence="month", over_time="ratio", over_departments="ratio",
    departments=("D1", "D2"),
)  # fmt: skip
HALF = Period.parse("2024-H1")
JUNE = date(2024, 6, 20)
GOOD = [(96, 100)] * 6


def office(*measures: Measure) -> Register:
    return register(MONTHLY, departments=("D1", "D2"), measures=measures)


def form(values: list[tuple[int, int] | None] | None = None, **parts: object) -> Submission:
    told = submission(MONTHLY, GOOD if values is None else values, "D1", date(2024, 6, 13))
    return replace(told, report_period=HALF, **parts)


def owed(
    known: Register,
    *forms: Submission,
    findings: tuple[Finding, ...] = (),
    refused: dict[str, str] | None = None,
    typed: tuple[tuple[str, str, str], ...] = (),
    as_of: date = JUNE,
) -> dict[str, Debts]:
    by_file = refused or {}
    judged = aggregate(known, forms, HALF, as_of, by_file.values())
    found = debts_of(judged, findings, by_file, {"D1": typed})
    return {debts.department.code: debts for debts in found}


def error(file: str) -> Finding:
    return finding("V201", Place(file, "Kết quả", "H14"), numerator="5", denominator="4")


def doubt(file: str, code: str = "X205") -> Finding:
    return finding(code, Place(file, "Kết quả", "H14"), value="98,5", whole="100")


def test_a_doubtful_figure_that_counts_is_asked_about() -> None:
    found = owed(office(), form(), findings=(doubt("D1.xlsx"), error("khác.xlsx")))["D1"]
    assert [one.code for one in found.doubts] == ["X205"]
    assert not found.nothing
    other = owed(office(), form(), findings=(doubt("D1.xlsx", "X501"), doubt("cũ.xlsx")))["D1"]
    assert other.nothing


@pytest.mark.parametrize(
    "code", ["S107", "S112", "S136", "S137", "S141", "V302", "P103", "P304", "F501"]
)
def test_a_warning_on_a_form_that_counts_is_asked_about(code: str) -> None:
    found = owed(office(), form(), findings=(doubt("D1.xlsx", code), doubt("cũ.xlsx", code)))
    assert [one.place.file for one in found["D1"].remarks] == ["D1.xlsx"]
    assert not found["D1"].nothing


@pytest.mark.parametrize("code", ["S116", "V103", "X101", "P101"])
def test_what_is_normal_or_told_elsewhere_is_no_remark(code: str) -> None:
    assert owed(office(), form(), findings=(doubt("D1.xlsx", code),))["D1"].nothing


def test_a_complete_form_leaves_nothing_owed() -> None:
    found = owed(office(), form())
    assert found["D1"].nothing
    assert (found["D1"].report, found["D1"].handed_in) == (ReportState.ON_TIME, date(2024, 6, 13))
    assert not found["D2"].nothing


def test_a_late_form_is_said_but_no_longer_owed() -> None:
    found = owed(office(), form(report_date=date(2024, 6, 17)))["D1"]
    assert (found.report, found.nothing) == (ReportState.LATE, True)


def test_blank_cells_are_named_by_slot_and_counted_by_cell() -> None:
    (blank,) = owed(office(), form([(96, 100), None, (97, 100), None]))["D1"].blanks
    assert [slot.label for slot in blank.slots] == ["T2", "T4", "T5", "T6"]
    assert blank.cells == 8


@pytest.mark.parametrize(
    ("as_of", "running"), [(JUNE, ["t6"]), (date(2024, 6, 30), ["t6"]), (date(2024, 7, 1), [])]
)
def test_a_blank_slot_that_has_not_ended_asks_for_an_estimate(
    as_of: date, running: list[str]
) -> None:
    told = form([(96, 100), None, *[(96, 100)] * 3, None])
    [blank] = owed(office(), told, as_of=as_of)["D1"].blanks
    assert [slot.key for slot in blank.slots] == ["t2", "t6"]
    assert [slot.key for slot in blank.running] == running


def test_a_form_that_does_not_count_is_owed_beside_one_that_does() -> None:
    known = office()
    judged = aggregate(known, (form(),), HALF, JUNE)
    reason = message("it is dated {day}, after {as_of}", day="06/12/2024", as_of="20/06/2024")
    late = NotCounted("D1_sua.xlsx", "D1", reason)
    judged = replace(judged, not_counted=(late, NotCounted("hỏng.xlsx", "D1", reason)))
    [own, _] = debts_of(judged, (), {"hỏng.xlsx": "D1"}, {})
    assert own.not_counted == (late,)
    assert not own.nothing


def test_a_cell_that_holds_something_wrong_is_an_error_and_not_a_blank() -> None:
    typed = (("results", "A:numerator", "t2"),)
    findings = (error("D1.xlsx"),)
    short = form([(96, 100), None, *GOOD[:4]])
    found = owed(office(), short, typed=typed, findings=findings)["D1"]
    assert (found.blanks, found.errors) == ((), findings)


def test_blank_cells_of_a_form_that_is_missing_are_not_counted_too() -> None:
    earlier = replace(form([]), report_period=Period.parse("2024-03"))
    found = owed(office(), earlier)["D1"]
    assert (found.report, found.blanks) == (ReportState.MISSING, ())


def test_errors_of_a_refused_form_are_owed_only_while_none_was_accepted() -> None:
    findings, refused = (error("cu.xlsx"),), {"cu.xlsx": "D1"}
    alone = owed(office(), findings=findings, refused=refused)["D1"]
    assert (alone.report, alone.errors) == (ReportState.REJECTED, findings)
    mended = owed(office(), form(), findings=findings, refused=refused)["D1"]
    assert mended.nothing


def test_errors_of_a_form_that_a_newer_one_replaced_are_not_owed() -> None:
    older = form(path="cu.xlsx", report_date=date(2024, 6, 1))
    assert owed(office(), older, form(), findings=(error("cu.xlsx"),))["D1"].errors == ()


def step(number: str, deadline: str) -> Measure:
    return measure(number=number, measure=f"Việc {number}", lead="D1", deadline=deadline)


def test_measures_come_longest_overdue_first_and_then_the_next_due() -> None:
    plan = (step("1", "Trước 15/6"), step("2", "Trước 01/4"), step("3", "Chậm nhất 15/7"),
            step("4", "Chậm nhất 30/6"), step("5", "Trước 30/11"))  # fmt: skip
    found = owed(office(*plan), form())["D1"]
    days = [(r.measure.number, r.progress.days_overdue) for r in found.overdue]
    assert days == [("2", 81), ("1", 6)]
    assert [r.measure.number for r in found.due_soon] == ["4", "3"]


@pytest.mark.parametrize(
    ("shown", "owing"),
    [({}, True), ({"evidence_number": "12/BC"}, False), ({"evidence_title": "Báo cáo"}, False),
     ({"evidence_date": date(2024, 6, 1)}, False)],
)  # fmt: skip
def test_done_without_any_document_is_owed(shown: dict[str, object], owing: bool) -> None:
    entry = ProgressEntry(number="1", state=State.DONE, done_on=date(2024, 6, 1), **shown)
    found = owed(office(step("1", "Trước 15/6")), form(progress={"1": entry}))["D1"]
    assert bool(found.unproven) == owing
    assert found.overdue == ()


ACTION = Action(objective="A", action="Lập lịch trực", owner="Trưởng bộ phận")
WORDS = {"A": Remark(cause="Thiếu người", remedy="Thêm người")}


@pytest.mark.parametrize(
    ("remarks", "actions", "explained", "answered"),
    [
        ({}, (), False, False),
        (WORDS, (), True, False),
        ({}, (ACTION,), False, True),
        (WORDS, (replace(ACTION, action="", nonconformity="80 %"),), True, False),
    ],
    ids=["nothing said", "explained only", "action only", "a draft is no action"],
)
def test_a_missed_indicator_asks_for_words_and_an_action(
    remarks: dict[str, Remark], actions: tuple[Action, ...], explained: bool, answered: bool
) -> None:
    told = form([(80, 100)] * 6, remarks=remarks, actions=actions)
    (missed,) = owed(office(), told)["D1"].missed
    assert (missed.explained, missed.answered) == (explained, answered)


def test_a_missed_indicator_that_is_explained_and_answered_is_not_owed() -> None:
    told = form([(80, 100)] * 6, remarks=WORDS, actions=(ACTION,))
    assert owed(office(), told)["D1"].missed == ()


def test_an_endangered_indicator_asks_for_its_risk_and_a_measure() -> None:
    known = office()
    assert len(owed(known, form([(90, 100)] * 6))["D1"].at_risk) == 1
    assert owed(known, form([(90, 100)] * 6, remarks=WORDS))["D1"].at_risk == ()


def test_open_actions_come_overdue_first_and_closed_ones_not_at_all() -> None:
    closed = replace(ACTION, closed_on=date(2024, 6, 1), effectiveness="Không tái diễn")
    actions = (
        replace(ACTION, due=date(2024, 9, 30)),
        closed,
        replace(closed, effectiveness=""),
        replace(ACTION, due=date(2024, 6, 10)),
    )
    found = owed(office(), form(actions=actions))["D1"].actions
    assert [(a.due, a.closed_on) for a in found] == [
        (date(2024, 6, 10), None),
        (date(2024, 9, 30), None),
        (None, date(2024, 6, 1)),
    ]


def test_a_department_closed_before_the_period_ended_owes_nothing() -> None:
    closed = Department(code="D2", name="D2", active_to=date(2024, 5, 31))
    known = office(replace(step("1", "Trước 15/6"), lead="D2"))
    known = replace(known, departments=(known.departments[0], closed))
    assert owed(known, form()).keys() == {"D1"}

"""Closed periods: what was reported stands, unless the register lets a department in."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from qms_xlsx.domain.closing import Reopening
from qms_xlsx.domain.period import Period, Slot
from qms_xlsx.history.ledger import restatements
from qms_xlsx.history.records import InvalidRecord, read_record, record
from qms_xlsx.history.settling import closed_slots, settle
from qms_xlsx.judge import aggregate
from tests.history.closings import CLOSED_ON, HALF, closed_half
from tests.judge.cases import KPS, objective, register, submission

if TYPE_CHECKING:
    from qms_xlsx.domain.closing import Restatement, Settled
    from qms_xlsx.domain.register import Register
    from qms_xlsx.domain.submission import Submission

COUNT = objective("12 lớp", unit="lớp", over_time="sum", over_departments="sum", cadence="month")
KNOWN = register(COUNT, departments=("D1", "D2"))
LEAVE = Reopening(period="2024-H1", department="D1", reason="Đếm sót", until=date(2024, 7, 31))


def form(values: list[Any], day: str, code: str = "D1") -> Submission:
    """Return a form of a day, its own bytes."""
    given = submission(COUNT, values, code, day=date.fromisoformat(day))
    return replace(given, path=f"{code}-{day}.xlsx", sha256=f"{code}{day}")


JUNE = form([1, 1, 1, 1, 1, 1], "2024-06-14")
CLOSED = closed_half(KNOWN, JUNE)


def total(settled: Settled, known: Register = KNOWN, period: str = "2024-07") -> Any:
    """Return the figure of the organisation as it counts."""
    run = aggregate(known, settled.submissions, Period.parse(period), date(2024, 8, 10))
    return run.organisation_row("A").actual


def ledger(
    known: Register, *forms: Submission, closed: tuple[Any, ...] = (CLOSED,)
) -> tuple[Restatement, ...]:
    settled = settle(known, forms, closed)
    return restatements(
        known,
        closed,
        settled.changes,
        forms,
        lambda period: aggregate(known, settled.submissions, period, date(2024, 8, 10)),
        "so-muc-tieu.xlsx",
    )


def test_a_closed_slot_keeps_what_was_reported_and_an_open_one_counts() -> None:
    july = form([1, 1, 1, 1, 9, 1, 2], "2024-07-10")
    settled = settle(KNOWN, [JUNE, july], [CLOSED])
    assert total(settled) == 8
    assert [change.key.slot.key for change in settled.changes] == ["t5"]
    kept = settled.submissions[1].entries[("A", COUNT.parts[0])]
    assert kept[Slot.parse("t5")].place.file == "../chot-so/2024-H1/da-nop/D1.xlsx"


def test_nothing_changes_without_closed_periods_or_later_forms() -> None:
    assert settle(KNOWN, [JUNE], []).submissions == (JUNE,)
    assert settle(KNOWN, [JUNE], [CLOSED]).submissions == (JUNE,)


@pytest.mark.parametrize(
    ("leave", "figure"),
    [
        (LEAVE, 16),
        (replace(LEAVE, until=date(2024, 7, 9)), 8),  # too late
        (replace(LEAVE, until=None), 16),
        (replace(LEAVE, reason=""), 8),
        (replace(LEAVE, department="D2"), 8),
        (replace(LEAVE, period="2024-Q1"), 8),
        (replace(LEAVE, period="6 tháng đầu năm 2024"), 16),
    ],
)
def test_an_exception_lets_its_department_in_for_its_time_and_reason(
    leave: Reopening, figure: float
) -> None:
    known = replace(KNOWN, exceptions=(leave,))
    july = form([1, 1, 1, 1, 9, 1, 2], "2024-07-10")
    assert total(settle(known, [JUNE, july], [CLOSED]), known) == figure


def test_what_was_let_in_stands_in_the_forms_that_follow() -> None:
    known = replace(KNOWN, exceptions=(LEAVE,))
    july = form([1, 1, 1, 1, 9, 1, 2], "2024-07-10")
    august = form([1, 1, 1, 1, 9, 1, 2, 3], "2024-08-05")
    assert total(settle(known, [JUNE, july, august], [CLOSED]), known, "2024-08") == 19
    again = form([1, 1, 1, 1, 5, 1, 2, 3], "2024-08-05")  # after the leave's last day
    assert total(settle(known, [JUNE, july, again], [CLOSED]), known, "2024-08") == 19


def test_a_slot_that_became_blank_or_was_blank_is_a_change() -> None:
    july = form([1, 1, 1, None, 1, 1, 2], "2024-07-10")
    assert total(settle(KNOWN, [JUNE, july], [CLOSED])) == 8
    half = closed_half(KNOWN, form([1, 1, 1, 1, 1], "2024-06-14"))
    settled = settle(KNOWN, [form([1, 1, 1, 1, 1, 4, 2], "2024-07-10")], [half])
    assert total(settled) == 7
    assert [change.key.slot.key for change in settled.changes] == ["t6"]


def test_a_department_whose_forms_are_gone_keeps_what_it_reported() -> None:
    settled = settle(KNOWN, [], [CLOSED])
    assert total(settled) == 6
    assert [kept.department for kept in settled.kept] == ["D1"]


def test_the_ledger_says_what_was_reported_what_it_is_since_when_and_what_is_judged() -> None:
    known = replace(KNOWN, exceptions=(LEAVE,))
    july = form([1, 1, 1, 1, 9, 1, 2], "2024-07-10")
    august = form([1, 1, 1, 1, 9, 1, 2, 3], "2024-08-05")
    [line] = ledger(known, JUNE, july, august)
    assert (line.reported, line.now, line.counted) == (1.0, 9.0, True)
    assert (line.reason, line.since) == ("Đếm sót", date(2024, 7, 10))
    assert (str(line.status_reported), str(line.status_now)) == ("met", "exceeded")
    assert line.status_changed


def test_the_ledger_lists_what_does_not_count_too() -> None:
    [line] = ledger(KNOWN, JUNE, form([1, 1, 1, 1, 9, 1, 2], "2024-07-10"))
    assert (line.now, line.counted, line.status_changed) == (9.0, False, False)


def test_the_ledger_lists_what_the_register_says_otherwise() -> None:
    reworded = objective(
        "24 lớp", unit="lớp", over_time="sum", over_departments="sum", cadence="month"
    )
    known = register(reworded, departments=("D1", "D2"))
    [line] = ledger(known, JUNE)
    assert (line.department, line.column) == (None, "target")
    assert (line.reported, line.now) == ("12 lớp", "24 lớp")
    assert (str(line.status_reported), str(line.status_now)) == ("met", "missed")


def test_the_year_closed_later_decides_and_both_have_their_ledger() -> None:
    december = form([1] * 12, "2024-12-20")
    year = closed_half(KNOWN, JUNE, december, period=Period.parse("2024"), day=date(2024, 12, 31))
    january = form([1, 1, 1, 1, 7, 1, 1, 1, 1, 1, 1, 1], "2025-01-10")
    settled = settle(KNOWN, [JUNE, december, january], [CLOSED, year])
    run = aggregate(KNOWN, settled.submissions, Period.parse("2024"), date(2025, 1, 31))
    assert run.organisation_row("A").actual == 12
    lines = ledger(KNOWN, JUNE, december, january, closed=(CLOSED, year))
    assert [str(line.period) for line in lines] == ["2024-H1", "2024"]


def test_an_estimate_that_was_reported_and_stands_is_an_estimate_still() -> None:
    november = submission(COUNT, [1] * 12, day=date(2024, 11, 28), estimate_from="t11")
    november = replace(november, path="D1-11.xlsx", sha256="11")
    year = closed_half(KNOWN, november, period=Period.parse("2024"), day=date(2024, 12, 2))
    january = form([1] * 10 + [4, 4], "2025-01-10")
    for known, figure, estimated in (
        (KNOWN, 12, True),  # the estimates of November stand
        (replace(KNOWN, exceptions=(replace(LEAVE, period="2024", until=None),)), 18, False),
    ):
        settled = settle(known, [november, january], [year])
        run = aggregate(known, settled.submissions, Period.parse("2024"), date(2025, 1, 31))
        row = run.organisation_row("A")
        assert (row.actual, row.estimated) == (figure, estimated)


def test_closed_slots_are_those_that_ended_with_the_period_unless_let_in() -> None:
    known = replace(KNOWN, exceptions=(LEAVE,))
    shut = closed_slots(known, [CLOSED], "D2", date(2024, 7, 10))
    assert {slot.key for slot in shut} == {"t1", "t2", "t3", "t4", "t5", "t6", "q1", "q2", "h1"}
    assert closed_slots(known, [CLOSED], "D1", date(2024, 7, 10)) == frozenset()
    assert closed_slots(known, [CLOSED], "D1", date(2024, 8, 1)) == shut


def test_a_record_gives_back_every_figure_kps_among_them() -> None:
    given = form([1, KPS, 0, 2.5], "2024-06-14")
    read = closed_half(KNOWN, given)
    row = given.entries[("A", COUNT.parts[0])]
    assert {k.slot: e.value for k, e in read.figures.items()} == {
        s: e.value for s, e in row.items()
    }
    assert read.as_of == CLOSED_ON
    assert read.period == HALF
    assert read.seen == {given.sha256}


@pytest.mark.parametrize("text", ["", "[]", "{}", "null", '{"period": 1}', "[" * 100_000])
def test_any_other_text_is_no_record(text: str) -> None:
    with pytest.raises(InvalidRecord):
        read_record(text, "../chot-so/2024-H1")


def test_a_damaged_figure_is_no_record() -> None:
    text = record(aggregate(KNOWN, [JUNE], HALF, CLOSED_ON), ["x"], "da-nop")
    assert '"t5"' in text
    with pytest.raises(InvalidRecord):
        read_record(text.replace('"t5"', '"t55"'), "..")


def test_closed_figures_are_walked_once_however_many_departments_there_are() -> None:
    class Walked(dict[Any, Any]):
        walks = 0

        def items(self) -> Any:
            Walked.walks += 1
            return super().items()

    codes = [f"D{n}" for n in range(1, 9)]
    known = register(COUNT, departments=codes)
    june = [form([1, 1], "2024-06-14", code) for code in codes]
    closed = replace(closed_half(known, *june), figures=Walked(closed_half(known, *june).figures))
    july = [form([1, 2], "2024-07-10", code) for code in codes]
    assert len(settle(known, [*june, *july], [closed]).changes) == len(codes)
    assert Walked.walks == 1

"""How far measures are, from deadlines and reports; Thượng Lộ's plan worked out by hand."""

from __future__ import annotations

from datetime import date

import pytest

from qms_xlsx.domain.deadline import Deadline
from qms_xlsx.domain.progress import (
    Derived,
    Progress,
    Report,
    State,
    derive,
)

LENT = (date(2024, 6, 15), date(2024, 11, 30))
ALWAYS = "Thường xuyên"
ALL_YEAR = "Thường xuyên trong năm"
MONTHLY = "Định kỳ hàng tháng"
REVIEW = (
    "[Định kỳ 6 tháng/lần hoặc đột xuất/sau hoạt động ĐGNB] "
    "[Lồng ghép vào các cuộc họp giao ban tháng/quý..]"
)
PLAN = {
    "I.1": "Trước 05/01/2024",
    "I.2": "Tháng 2-3/2024",
    "I.3": "Trước ngày 30 tháng 8 hàng năm",
    "I.4": REVIEW,
    "I.5": ALWAYS,
    "I.6": "Trước 15/6 và trước 30/11 hằng năm",
    "I.7": ALWAYS,
    "II.1": "Tháng 12/2023 – Tháng 01/2024",
    "II.2": MONTHLY,
    "II.3": MONTHLY,
    "III.1": "Thường xuyên;",
    "III.2": "Định kỳ",
    "IV.": "Định kỳ",
    "V.1": ALWAYS,
    "V.2": ALWAYS,
    "V.3": "- Thường xuyên theo dõi; - Báo cáo định kỳ hàng quý",
    "V.4": "- Thường xuyên theo dõi; - Báo cáo định kỳ hàng quý.",
    "V.5": "Thường xuyên.",
    "VI.1": "Thường xuyên;",
    "VI.2": "Định kỳ",
    "VII.1": ALL_YEAR,
    "VII.2": ALL_YEAR,
    "VII.3": ALL_YEAR,
    "VIII.1": "Khi có văn bản cấp trên",
    "IX.1": ALL_YEAR,
}
DAYS = (date(2024, 2, 15), date(2024, 6, 20), date(2024, 12, 15))

# A word a day: the days overdue with a minus, else the state.
UNREPORTED = """
I.1    -42      -168      -346
I.2    not_due  -81       -259
I.3    not_due  not_due   -108
I.4    not_due  due_soon  -168
I.5    ongoing  ongoing   ongoing
I.6    not_due  -6        -184
I.7    ongoing  ongoing   ongoing
II.1   -15      -141      -319
II.2   -15      -141      -319
II.3   -15      -141      -319
III.1  ongoing  ongoing   ongoing
III.2  not_due  -6        -184
IV.    not_due  -6        -184
V.1    ongoing  ongoing   ongoing
V.2    ongoing  ongoing   ongoing
V.3    not_due  -81       -259
V.4    not_due  -81       -259
V.5    ongoing  ongoing   ongoing
VI.1   ongoing  ongoing   ongoing
VI.2   not_due  -6        -184
VII.1  ongoing  ongoing   ongoing
VII.2  ongoing  ongoing   ongoing
VII.3  ongoing  ongoing   ongoing
VIII.1 on_event on_event  on_event
IX.1   ongoing  ongoing   ongoing
"""

# What each measure's department states on the three days: state, times, done on.
REPORTED = """
I.1    in_progress          done:2024-03-22      done:2024-03-22      -42       done_late     done_late
I.2    not_started          done:2024-03-28      done:2024-03-28      not_due   done_on_time  done_on_time
I.3    none                 in_progress          done:2024-08-27      not_due   not_due       done_on_time
I.4    none                 none                 in_progress*1        not_due   due_soon      due_soon
I.5    in_progress          in_progress          done                 ongoing   ongoing       ongoing
I.6    none                 *1:2024-06-10        *2:2024-12-02        not_due   not_due       done_late
I.7    none                 not_applicable       in_progress          ongoing   not_applicable ongoing
II.1   done:2024-01-30      done:2024-01-30      done                 done_on_time done_on_time done_late
II.2   in_progress*1        in_progress*5        in_progress*10       due_soon  due_soon      -15
II.3   in_progress*1        in_progress*4        in_progress*11       due_soon  -20           due_soon
III.1  done                 in_progress          in_progress          ongoing   ongoing       ongoing
III.2  none                 done:2024-06-13      done:2024-11-26      not_due   not_due       done_on_time
IV.    none                 in_progress*1        in_progress*1        not_due   not_due       -16
V.1    in_progress          in_progress          in_progress          ongoing   ongoing       ongoing
V.2    none                 not_applicable       not_applicable       ongoing   not_applicable not_applicable
V.3    none                 in_progress*1        in_progress*2        not_due   due_soon      -76
V.4    in_progress*1        in_progress*2        in_progress*4        not_due   not_due       done_on_time
V.5    in_progress          in_progress          in_progress          ongoing   ongoing       ongoing
VI.1   in_progress          in_progress          in_progress          ongoing   ongoing       ongoing
VI.2   none                 not_started          in_progress*1        not_due   -6            -16
VII.1  in_progress          in_progress          done                 ongoing   ongoing       ongoing
VII.2  not_applicable       not_applicable       not_applicable       not_applicable not_applicable not_applicable
VII.3  in_progress          in_progress          in_progress          ongoing   ongoing       ongoing
VIII.1 none                 in_progress          done:2024-09-10      on_event  on_event      done_on_time
IX.1   in_progress          in_progress          in_progress          ongoing   ongoing       ongoing
"""


def rows(table: str) -> dict[str, list[str]]:
    return {words[0]: words[1:] for words in map(str.split, table.strip().splitlines())}


def report(text: str) -> Report | None:
    if text == "none":
        return None
    head, _, day = text.partition(":")
    state, _, times = head.partition("*")
    return Report(
        state=State(state) if state else None,
        times_done=int(times) if times else None,
        done_on=date.fromisoformat(day) if day else None,
    )


def word(progress: Progress) -> str:
    late = progress.derived is Derived.OVERDUE
    assert late == (progress.days_overdue > 0)
    return f"-{progress.days_overdue}" if late else progress.derived.value


def of_plan(number: str, stated: Report | None, as_of: date) -> Progress:
    deadline = Deadline.parse(PLAN[number], 2024)
    return derive(deadline, stated, as_of, report_dates=LENT)


@pytest.mark.parametrize("number", PLAN)
def test_a_measure_of_thuong_lo_that_nobody_reports(number: str) -> None:
    found = [word(of_plan(number, None, day)) for day in DAYS]
    assert found == rows(UNREPORTED)[number]


@pytest.mark.parametrize("number", PLAN)
def test_a_measure_of_thuong_lo_as_its_department_reports_it(number: str) -> None:
    stated = rows(REPORTED)[number]
    found = [
        word(of_plan(number, report(text), day)) for text, day in zip(stated[:3], DAYS, strict=True)
    ]
    assert found == stated[3:]


def progress(phrase: str, text: str, day: str, *, strict_before: bool = True) -> Progress:
    deadline = Deadline.parse(phrase, 2024)
    as_of = date.fromisoformat(day)
    return derive(deadline, report(text), as_of, strict_before=strict_before)


def test_the_day_named_is_late_only_where_truoc_is_strict() -> None:
    assert progress("Trước 15/6", "none", "2024-06-15").days_overdue == 1
    loose = progress("Trước 15/6", "none", "2024-06-15", strict_before=False)
    assert loose.derived is Derived.DUE_SOON
    assert progress("Chậm nhất 15/6", "none", "2024-06-15").derived is Derived.DUE_SOON


@pytest.mark.parametrize(
    ("day", "derived"),
    [
        ("2024-05-15", Derived.NOT_DUE),
        ("2024-05-16", Derived.DUE_SOON),
        ("2024-06-15", Derived.DUE_SOON),
        ("2024-06-16", Derived.OVERDUE),
    ],
)
def test_due_soon_begins_thirty_days_before_the_last_good_day(day: str, derived: Derived) -> None:
    assert progress("Chậm nhất 15/6", "none", day).derived is derived


def test_a_recurring_measure_counts_what_is_done_and_what_is_due() -> None:
    found = progress("Hàng tháng", "in_progress*4", "2024-06-20")
    assert (found.done, found.due_so_far, found.total) == (4, 5, 12)
    assert found.next_due == date(2024, 5, 31)
    assert found.days_overdue == 20


def test_being_ahead_of_a_recurring_deadline_is_not_being_done() -> None:
    found = progress("Hàng quý", "in_progress*3", "2024-06-20")
    assert found.derived is Derived.NOT_DUE
    assert found.next_due == date(2024, 12, 31)


def test_more_times_than_dates_count_as_all() -> None:
    found = progress("6 tháng/lần", "done*5:2024-12-01", "2024-12-15")
    assert (found.derived, found.done) == (Derived.DONE_ON_TIME, 2)


def test_done_without_a_count_answers_the_date_that_comes_next() -> None:
    found = progress("Trước 15/6 và trước 30/11", "done:2024-06-10", "2024-06-20")
    assert (found.derived, found.done) == (Derived.NOT_DUE, 1)


def test_a_day_that_has_not_come_does_not_count() -> None:
    assert progress("Chậm nhất 15/6", "done:2024-06-20", "2024-06-17").days_overdue == 2
    monthly = progress("Hàng tháng", "in_progress*5:2024-06-30", "2024-06-20")
    assert monthly.done == 4


def test_done_without_a_date_is_on_time_only_while_it_can_be() -> None:
    assert progress("Chậm nhất 15/6", "done", "2024-06-15").derived is Derived.DONE_ON_TIME
    late = progress("Chậm nhất 15/6", "done", "2024-06-16")
    assert late.derived is Derived.DONE_LATE
    assert "without a date" in late.why.id


def stated(
    phrase: str, as_of: str, *, report: Report, lent: tuple[date, ...] = (), since: str = ""
) -> Progress:
    begins = date.fromisoformat(since) if since else None
    deadline = Deadline.parse(phrase, 2024).since(begins)
    return derive(deadline, report, date.fromisoformat(as_of), report_dates=lent)


@pytest.mark.parametrize(
    ("phrase", "text", "as_of", "done"),
    [
        ("Hàng tháng", "done:2024-02-01", "2024-03-15", 1),  # a day late: January's, not February's
        ("Hàng tháng", "done:2024-02-14", "2024-03-15", 1),
        ("Hàng tháng", "done:2024-02-16", "2024-03-15", 2),
        ("Hàng quý", "done:2024-04-02", "2024-07-15", 1),
        ("Hàng quý", "done:2024-06-28", "2024-07-15", 2),
        ("Hàng quý", "done:2024-12-31", "2024-12-31", 4),
        ("Hàng quý", "done:2024-01-02", "2024-07-15", 1),
        ("6 tháng/lần", "done*1:2024-12-20", "2025-01-15", 1),
        ("6 tháng/lần", "done*1", "2025-01-15", 1),
        ("Chậm nhất 15/6", "done*0", "2024-06-20", 0),
        ("Chậm nhất 15/6", "in_progress*1", "2024-06-20", 0),
        ("Chậm nhất 15/6", "*1", "2024-06-20", 1),
        ("2 lần/tháng", "done*12", "2025-01-15", 6),
        ("2 lần/tháng", "in_progress*5", "2024-03-15", 2),
        ("5 lần/năm", "done*4", "2025-01-15", 0),
        ("5 lần/năm", "done*5", "2025-01-15", 1),
        ("5 lần/năm", "in_progress*5", "2024-12-15", 1),
        ("Trước 11/6 và trước 21/6", "done:2024-06-15", "2024-06-30", 1),  # as near to both
        ("Trước 11/6 và trước 21/6", "done:2024-06-16", "2024-06-30", 2),
    ],
)
def test_what_is_stated_answers_the_due_times_one_by_one(
    phrase: str, text: str, as_of: str, done: int
) -> None:
    found = progress(phrase, text, as_of)
    assert found.done == done
    assert (found.derived is Derived.OVERDUE) is (done < (found.due_so_far or 0))


@pytest.mark.parametrize(
    ("phrase", "form", "derived"),
    [
        ("Chậm nhất 15/6", date(2024, 6, 15), Derived.DONE_ON_TIME),
        ("Chậm nhất 15/6", date(2024, 6, 16), Derived.DONE_LATE),
        ("Hàng tháng", date(2024, 3, 10), Derived.OVERDUE),  # nothing is known of April and May
    ],
)
def test_what_is_done_without_a_date_was_done_by_the_form_s(
    phrase: str, form: date, derived: Derived
) -> None:
    report = Report(state=State.DONE, reported_on=form)
    assert stated(phrase, "2024-06-20", report=report).derived is derived


@pytest.mark.parametrize(
    ("phrase", "text", "as_of", "why", "values"),
    [
        (
            "Chậm nhất 15/6",
            "none",
            "2024-06-20",
            "Not reported as done",
            {"day": date(2024, 6, 15)},
        ),
        ("Hàng quý", "none", "2024-04-20", "Done {done} of {passed}", {"day": date(2024, 3, 31)}),
        ("Hàng quý", "none", "2024-01-20", "Not due before", {"day": date(2024, 3, 31)}),
        ("Hàng quý", "*1", "2024-01-20", "Done so far", {"day": date(2024, 6, 30)}),
        ("Hàng quý", "*1", "2024-06-20", "in {left} days", {"day": date(2024, 6, 30), "left": 10}),
        ("Chậm nhất 15/6", "done:2024-06-16", "2024-06-20", "after", {"done": date(2024, 6, 16)}),
    ],
)
def test_the_reason_names_the_day_that_counts(
    phrase: str, text: str, as_of: str, why: str, values: dict[str, object]
) -> None:
    found = progress(phrase, text, as_of).why
    assert why in found.id
    assert found.values.items() >= values.items()


def test_a_date_stated_counts_more_than_the_form_s() -> None:
    report = Report(state=State.DONE, done_on=date(2024, 6, 14), reported_on=date(2024, 6, 20))
    assert stated("Chậm nhất 15/6", "2024-06-20", report=report).derived is Derived.DONE_ON_TIME


def test_dates_before_the_plan_held_are_no_debts() -> None:
    assert stated("Hàng tháng", "2024-08-15", report=Report()).days_overdue > 0
    later = stated("Hàng tháng", "2024-08-15", report=Report(), since="2024-07-01")
    assert (later.due_so_far, later.total, later.days_overdue) == (1, 6, 15)
    lent = stated("Định kỳ", "2024-08-15", report=Report(), lent=LENT, since="2024-07-01")
    assert (lent.derived, lent.total) == (Derived.NOT_DUE, 1)
    for day, total in (("2024-06-14", 2), ("2024-06-15", 1)):
        lent = stated("Định kỳ", "2024-08-15", report=Report(), lent=LENT, since=day)
        assert lent.total == total


def test_a_plan_that_held_after_all_its_dates_owes_nothing() -> None:
    gone = stated("Hằng năm, trước 15/6", "2024-08-15", report=Report(), since="2024-07-01")
    assert (gone.derived, gone.total) == (Derived.NOT_DUE, None)
    assert "lie before" in gone.why.id
    done = Report(state=State.DONE, done_on=date(2024, 8, 1))
    found = stated("Hằng năm, trước 15/6", "2024-08-15", report=done, since="2024-07-01")
    assert found.derived is Derived.DONE_ON_TIME


def test_a_deadline_that_is_not_understood_is_never_overdue() -> None:
    assert progress("như trên", "none", "2024-12-31").derived is Derived.NOT_DUE
    assert progress("như trên", "done", "2024-12-31").derived is Derived.DONE_ON_TIME


def test_weekly_work_goes_on() -> None:
    assert progress("Hàng tuần", "none", "2024-06-20").derived is Derived.ONGOING


def test_work_that_begins_later_is_not_due_before() -> None:
    assert progress("Từ tháng 7/2024", "none", "2024-06-20").derived is Derived.NOT_DUE
    assert progress("Từ tháng 7/2024", "none", "2024-07-01").derived is Derived.ONGOING


def test_dinh_ky_without_lent_dates_is_ongoing() -> None:
    assert progress("Định kỳ", "none", "2024-12-20").derived is Derived.ONGOING


def test_lent_dates_follow_the_register_s_rule_for_truoc() -> None:
    deadline, day = Deadline.parse("Định kỳ", 2024), date(2024, 6, 15)
    strict = derive(deadline, None, day, report_dates=LENT)
    loose = derive(deadline, None, day, report_dates=LENT, strict_before=False)
    assert (strict.days_overdue, loose.derived) == (1, Derived.DUE_SOON)


def test_every_progress_has_a_reason() -> None:

    assert all(of_plan(number, None, day).why.id for number in PLAN for day in DAYS)

"""The sentences of the report, read aloud: each situation with its words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from qms_xlsx.codes.catalogue import finding
from qms_xlsx.domain.finding import Place
from qms_xlsx.domain.progress import State
from qms_xlsx.domain.submission import Action, ProgressEntry, Remark, Submission
from qms_xlsx.say import report as told
from qms_xlsx.say.report.workload import load_in_words, workloads
from tests.judge.cases import objective, register, run, submission
from tests.registers import measure

JUNE, IN_TIME, LATE = date(2024, 6, 20), date(2024, 6, 10), date(2024, 6, 17)
RATIO = {"unit": "%", "cadence": "half", "over_time": "ratio", "over_departments": "ratio"}
FILES = objective(
    "ít nhất 95%", code="A", number="1", name="Hồ sơ đúng hạn", departments=("Tất cả",), **RATIO
)
JOBS = objective(
    "9,267 tỷ đồng", code="B", number="2", name="Thu ngân sách", unit="tỷ đồng", cadence="half"
)
PLAN = (
    measure(number="I.1", measure="- Rà soát hồ sơ;", lead="Tất cả", deadline="Trước 15/6"),
    measure(number="I.2", measure="Họp", lead="D2", deadline="Hàng quý"),
)


def form(
    values: Any = ((98, 100),), department: str = "D1", day: date = IN_TIME, **parts: Any
) -> Submission:
    return replace(submission(FILES, values, department, day), **parts)


def account(
    *forms: Submission, period: str = "2024-H1", as_of: date = JUNE, **info: Any
) -> told.Account:
    objectives = info.pop("objectives", (FILES,))
    known = register(*objectives, departments=("D1", "D2"), **info)
    return told.Account(run(known, *forms, period=period, as_of=as_of), ())


def test_a_report_begins_with_its_decision_or_with_gaps() -> None:
    decided = {"decision_number": "59/QĐ-UBND", "decision_date": date(2024, 2, 5)}
    assert told.opening(account(**decided)) == (
        "Thực hiện Quyết định số 59/QĐ-UBND ngày 05 tháng 02 năm 2024 về mục tiêu chất lượng năm "
        "2024, UBND xã Thử báo cáo kết quả thực hiện mục tiêu chất lượng 6 tháng đầu năm 2024 (số "
        "liệu tính đến ngày 20 tháng 6 năm 2024) như sau:"
    )
    assert told.opening(account()).startswith("Thực hiện Quyết định số […] ngày […] về")


@pytest.mark.parametrize(
    ("forms", "sentence"),
    [
        ((), "chưa bộ phận nào trong 02 bộ phận nộp báo cáo (hạn cuối là ngày 14 tháng 6 năm 2024)."),
        ((form(),), "01/02 bộ phận đã nộp báo cáo (hạn cuối là ngày 14 tháng 6 năm 2024), đều đúng "
                    "hạn; 01 bộ phận chưa nộp (D2)."),
        ((form(), form(department="D2")), "cả 02 bộ phận đã nộp báo cáo (hạn cuối là ngày 14 tháng "
                                          "6 năm 2024), đều đúng hạn."),
        ((form(), form(department="D2", day=LATE)),
         "cả 02 bộ phận đã nộp báo cáo (hạn cuối là ngày 14 tháng 6 năm 2024), trong đó 01 bộ phận "
         "nộp đúng hạn, 01 bộ phận nộp muộn (D2)."),
    ],
)  # fmt: skip
def test_who_handed_in_is_said_in_one_sentence(
    forms: tuple[Submission, ...], sentence: str
) -> None:
    assert told.reporting(account(*forms))[0] == f"Đến ngày 20 tháng 6 năm 2024, {sentence}"


def test_forms_that_are_not_counted_are_neither_in_nor_missing() -> None:
    own = account(form())
    waiting = replace(own.aggregate.reporting, received=(), waiting=("D1",), rejected=("D2",))
    assert told.reporting(told.Account(replace(own.aggregate, reporting=waiting), ()))[0].endswith(
        "chưa có báo cáo nào được tính trong 02 bộ phận phải nộp (hạn cuối là ngày 14 tháng 6 năm "
        "2024); 01 bộ phận đã gửi báo cáo nhưng chưa được tính vì ngày báo cáo (D1); 01 bộ phận "
        "gửi biểu mẫu không dùng được, phải nộp lại (D2)."
    )


def test_doubtful_figures_are_looked_at_before_anybody_signs() -> None:
    own = account(form(), form(department="D2"))
    asked = finding("X205", Place("D1.xlsx", "Kết quả", "H14"), value="98,5", whole="100")
    assert told.reporting(told.Account(own.aggregate, (asked,)))[-1] == (
        "[… xem lại 01 số liệu đã tính mà còn nghi vấn, rồi xóa dòng này]"
    )


def test_missing_figures_are_counted_only_where_there_are_some() -> None:
    assert told.reporting(account(form(), form(department="D2")))[1:] == [
        "Số liệu đến hạn báo cáo đã đầy đủ."
    ]
    assert told.reporting(account(form()))[1:] == [
        "Còn 01 trong 02 số liệu đến hạn chưa được báo cáo."
    ]


@pytest.mark.parametrize(
    ("values", "period", "sentence"),
    [
        ((98, 100), "2024-H1", "Cả 01 chỉ tiêu đã đủ căn cứ đánh giá: 01 chỉ tiêu đạt (trong đó 01 "
                               "chỉ tiêu vượt)."),
        ((95, 100), "2024-H1", "Cả 01 chỉ tiêu đã đủ căn cứ đánh giá: 01 chỉ tiêu đạt."),
        ((90, 100), "2024-H1", "Cả 01 chỉ tiêu đã đủ căn cứ đánh giá: chưa chỉ tiêu nào đạt, 01 có "
                               "nguy cơ không đạt."),
        ((10, 100), "2024-H1", "Cả 01 chỉ tiêu đã đủ căn cứ đánh giá: chưa chỉ tiêu nào đạt, 01 "
                               "không đạt."),
        (None, "2024-H1", "Đến nay chưa có chỉ tiêu nào trong 01 chỉ tiêu đủ căn cứ đánh giá: 01 "
                          "chưa có hoặc chưa đủ số liệu."),
        (None, "2024-02", "Đến nay chưa có chỉ tiêu nào trong 01 chỉ tiêu đủ căn cứ đánh giá: 01 "
                          "chưa đến kỳ đánh giá."),
    ],
)  # fmt: skip
def test_the_outcome_is_told_from_what_can_be_judged(
    values: Any, period: str, sentence: str
) -> None:
    as_of = JUNE if period == "2024-H1" else date(2024, 3, 5)
    forms = [form([values], code) for code in ("D1", "D2")] if values else []
    assert told.outcome(account(*forms, period=period, as_of=as_of)) == sentence


def test_what_is_left_of_one_kind_is_said_without_counting_it_twice() -> None:
    later = objective("xếp loại tốt", code="C", number="3", name="Xếp loại", unit="xếp loại")
    own = account(form(), form(department="D2"), objectives=(FILES, later))
    assert told.outcome(own).endswith("Còn 01 chỉ tiêu chưa đến kỳ đánh giá.")


def test_an_office_without_objectives_and_plan_says_so() -> None:
    own = account(objectives=())
    assert told.outcome(own) == "Sổ mục tiêu chưa có chỉ tiêu nào."
    assert told.plan_progress(own) == ["Sổ mục tiêu chưa ghi biện pháp nào của kế hoạch."]
    assert told.reporting(own) == ["Kỳ này không bộ phận nào phải nộp báo cáo."]


def done(day: date) -> dict[str, ProgressEntry]:
    return {"I.1": ProgressEntry(number="I.1", state=State.DONE, done_on=day)}


@pytest.mark.parametrize(
    ("days", "sentence"),
    [
        ((IN_TIME, IN_TIME), "có 01 biện pháp đã hoàn thành đúng hạn; 01 biện pháp đã quá hạn."),
        ((IN_TIME, LATE), "có 01 biện pháp đã hoàn thành nhưng muộn hạn; 01 biện pháp đã quá hạn."),
        ((IN_TIME, None), "có 02 biện pháp đã quá hạn."),
    ],
)
def test_a_measure_of_a_group_is_done_when_all_have_done_it(days: Any, sentence: str) -> None:
    forms = [
        form(department=code, day=date(2024, 6, 18), progress=done(day) if day else {})
        for code, day in zip(("D1", "D2"), days, strict=True)
    ]
    own = account(*forms, measures=PLAN)
    assert told.plan_progress(own) == [f"Trong 02 biện pháp của kế hoạch {sentence}"]


def test_a_miss_is_told_with_its_figure_level_and_departments() -> None:
    own = account(form([(60, 100)]), form([(100, 100)], "D2"))
    assert told.shortcomings(own) == [
        "Chỉ tiêu 1 (Hồ sơ đúng hạn) không đạt: thực hiện 80 % (160/200), mức của kỳ ≥ 95 %. Bộ "
        "phận chưa đạt: D1 (60 %)."
    ]


def test_a_figure_and_its_level_never_contradict_in_print() -> None:
    budget = submission(JOBS, [4.62], "D1", IN_TIME)
    [line] = told.shortcomings(account(budget, objectives=(JOBS,)))
    assert line == (
        "Chỉ tiêu 2 (Thu ngân sách) có nguy cơ không đạt: thực hiện 4,62 tỷ đồng, mức của kỳ 4,63 "
        "tỷ đồng."
    )


def test_nothing_wrong_is_said_only_when_nothing_is() -> None:
    own = account(form(), form(department="D2"))
    assert told.shortcomings(own) == [
        "Không có chỉ tiêu không đạt hoặc có nguy cơ không đạt; không có biện pháp quá hạn."
    ]
    assert told.causes(own) == ["Không có chỉ tiêu hoặc biện pháp nào phải nêu nguyên nhân."]
    assert told.corrective(own) == ["Không có kết quả không đạt nào phải lập hành động khắc phục."]
    nothing = account()
    assert told.shortcomings(nothing) == [
        "02 bộ phận chưa có báo cáo được tính trong kỳ: D1 và D2."
    ]


def test_what_nobody_could_judge_is_never_called_free_of_faults() -> None:
    later = objective("xếp loại tốt", name="Xếp loại", unit="xếp loại", departments=("Tất cả",))
    told_so = account(form(), form(department="D2"), objectives=(later,))
    assert told.shortcomings(told_so) == [
        "Đến nay chưa có chỉ tiêu nào được đánh giá; không có biện pháp quá hạn."
    ]
    assert told.corrective(told_so) == ["Đến nay chưa có chỉ tiêu nào được đánh giá."]
    empty = account(form([None]), form([None], "D2"))
    assert told.shortcomings(empty) == ["Chưa có hoặc chưa đủ số liệu để đánh giá: chỉ tiêu 1."]


def test_leads_that_are_late_by_as_many_days_stand_in_one_line() -> None:
    own = account(form(), form(department="D2"), measures=PLAN[:1])
    assert told.shortcomings(own) == [
        "Biện pháp I.1 (Rà soát hồ sơ) quá hạn 06 ngày; chủ trì: D1 và D2."
    ]
    assert [(own.what, own.who) for own in told.requests(own)] == [
        ("Hoàn thành ngay biện pháp I.1 đã quá hạn", "D1 và D2")
    ]


def test_causes_stand_with_who_states_them_and_gaps_where_nobody_does() -> None:
    words = Remark(cause="Thiếu người.", remedy="Thêm người.")
    own = account(form([(60, 100)], remarks={"A": words}), form([(70, 100)], "D2"))
    assert told.causes(own) == ["Chỉ tiêu 1 (Hồ sơ đúng hạn): Thiếu người (D1)."]
    assert told.tasks(own)[0] == "Chỉ tiêu 1 (Hồ sơ đúng hạn): Thêm người (D1)."
    silent = account(form([(60, 100)]), form([(70, 100)], "D2"))
    assert told.causes(silent) == ["Chỉ tiêu 1: [… bổ sung nguyên nhân]."]
    assert told.tasks(silent)[0] == "Chỉ tiêu 1: [… bổ sung biện pháp]."


def test_corrective_actions_are_counted_and_the_missing_ones_named() -> None:
    kept = Action(objective="A", action="Thêm người", due=date(2024, 6, 15))
    own = account(form([(60, 100)], actions=(kept,)), form([(70, 100)], "D2"))
    assert told.corrective(own) == [
        "Các bộ phận đã lập 01 hành động khắc phục: 01 đang thực hiện hoặc chờ xác minh hiệu lực, "
        "01 quá hạn.",
        "01 kết quả không đạt chưa có hành động khắc phục: chỉ tiêu 1 (D2).",
    ]
    asked = [(item.what, item.who) for item in told.requests(own)]
    assert asked == [
        ("Lập hành động khắc phục đối với chỉ tiêu 1 (Hồ sơ đúng hạn)", "D2"),
        ("Thực hiện hành động khắc phục: Thêm người, hạn 15/06/2024, đã quá 05 ngày", "D1"),
    ]


def test_who_handed_in_nothing_is_asked_for_it_and_not_for_figures() -> None:
    own = account()
    assert [(item.what, item.who) for item in told.requests(own)] == [
        ("Nộp báo cáo 6 tháng đầu năm 2024", "D1 và D2")
    ]


def test_an_objective_without_a_number_goes_by_its_name() -> None:
    plain = replace(FILES, number="")
    forms = [replace(submission(plain, [(60, 100)], code, IN_TIME)) for code in ("D1", "D2")]
    own = account(*forms, objectives=(plain,))
    assert told.shortcomings(own)[0].startswith("Chỉ tiêu “Hồ sơ đúng hạn” không đạt")
    assert told.causes(own) == ["Chỉ tiêu “Hồ sơ đúng hạn”: [… bổ sung nguyên nhân]."]


@pytest.mark.parametrize(
    ("forms", "sentence"),
    [
        ((form(), form(department="D2")), ""),
        ((form(),), "Số liệu trong bảng đều là số tạm tính vì còn thiếu số liệu."),
    ],
)
def test_a_reservation_names_its_reasons(forms: tuple[Submission, ...], sentence: str) -> None:
    assert told.reservation(account(*forms)) == sentence


def test_what_is_true_of_some_figures_is_marked_and_said_once() -> None:
    more = objective(
        "ít nhất 90%", code="C", number="3", name="Hài lòng", departments=("D1",), **RATIO
    )
    both = form()
    both = replace(both, entries=both.entries | submission(more, [(95, 100)]).entries)
    own = account(both, objectives=(FILES, more))
    assert told.reservation(own) == "Dấu * chỉ số tạm tính, vì còn thiếu số liệu."


def test_a_departments_work_is_counted_by_what_is_its_own() -> None:
    forms = [form(department=code, progress=done(day), day=date(2024, 6, 18))
             for code, day in (("D1", IN_TIME), ("D2", LATE))]  # fmt: skip
    loads = workloads(account(*forms, measures=PLAN).aggregate, {"D2": 2})
    assert load_in_words(loads["D1"]) == (
        "Được giao 01 chỉ tiêu: đạt 01; được giao 01 biện pháp: đã xong 01."
    )
    assert load_in_words(loads["D2"]) == (
        "Được giao 01 chỉ tiêu: đạt 01; được giao 02 biện pháp: đã xong 01, muộn 01, quá hạn 01; "
        "trả lại 02 biểu mẫu."
    )
    second = loads["D2"]
    assert (second.done, second.on_time, second.late, second.open) == (1, 0, 1, 0)


def test_the_review_has_what_figures_tell_of_its_inputs() -> None:
    own = account(form([(90, 100)]), form([(92, 100)], "D2"), measures=PLAN)
    inputs = told.review_inputs(own)
    assert inputs["objectives"][0] == told.outcome(own)
    assert inputs["risks"][0] == "Có nguy cơ không đạt: chỉ tiêu 1."
    assert set(inputs) == {"objectives", "processes", "nonconformities", "risks"}


def test_a_long_list_is_cut_and_its_rest_counted() -> None:
    many = [
        objective(
            "100%", code=f"K{n}", number=str(n), name=f"Việc {n}", departments=("D1",), **RATIO
        )
        for n in range(1, 31)
    ]
    entries = {
        key: value for own in many for key, value in submission(own, [(1, 2)]).entries.items()
    }
    own = account(form(entries=entries), objectives=tuple(many))
    weak = [line for line in told.shortcomings(own) if "không đạt:" in line]
    assert len(weak) == 12
    assert "Và 18 chỉ tiêu khác." in told.shortcomings(own)

"""What each sheet says of the small office."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from openpyxl import load_workbook

from qms_xlsx.book import look
from qms_xlsx.domain.department import Department
from qms_xlsx.domain.finding import Code, Excludes, Finding, Place, Severity
from qms_xlsx.domain.period import Period
from qms_xlsx.domain.progress import Derived
from qms_xlsx.domain.status import Status
from qms_xlsx.domain.submission import ProgressEntry
from qms_xlsx.history.background import Background, Movement
from qms_xlsx.history.past import past_run
from qms_xlsx.judge.why import OUT_OF_REACH
from qms_xlsx.language.messages import Message
from qms_xlsx.say.facts import Facts
from qms_xlsx.say.movement import since
from qms_xlsx.say.sentences import (
    completeness,
    forms_seen,
    headline,
    names,
    out_of_reach,
    requests,
)
from qms_xlsx.write.summary import plan_sheet, scorecard
from qms_xlsx.write.summary.attention import MOST, attention, named
from qms_xlsx.write.summary.plan_sheet import last_good, on_the_way
from qms_xlsx.write.summary.states import STATES
from qms_xlsx.write.summary.strip import strip
from tests.write.summary.office import (
    AGGREGATE,
    BEFORE,
    DONE,
    FINDINGS,
    FORM,
    OBJECTIVES,
    PLAN,
    RESULTS,
    SOURCES,
    SUBMISSION,
    measured,
    opened,
    result,
    summary,
    table,
    texts,
    with_rows,
)


@pytest.fixture(scope="module")
def book(tmp_path_factory):
    return load_workbook(summary(tmp_path_factory.mktemp("summary"), background=BEFORE))


FACTS = Facts(AGGREGATE, FINDINGS, SOURCES)


class TestEveryStatus:
    @pytest.mark.parametrize("status", Status)
    @pytest.mark.parametrize("sheet", ["Mục tiêu", "Xem xét", "Dữ liệu"])
    def test_is_shown_with_mark_and_word(self, book, sheet, status):
        assert status.shown in texts(book[sheet])

    @pytest.mark.parametrize("status", Status)
    def test_takes_its_share_of_the_strip(self, book, status):
        strips = [row for row in book["Tổng quan"].iter_rows() if "▲" in str(row[0].value)]
        (strip,) = (row for row in strips if row[0].value != "▲")
        shown = [str(cell.value) for cell in strip if cell.value]
        assert any(text.startswith(status.mark) and text.endswith("1") for text in shown)

    @pytest.mark.parametrize(
        "status", [s for s in Status if s not in {Status.NOT_DUE, Status.NOT_APPLICABLE}]
    )
    def test_has_its_own_colour(self, book, status):
        cells = [c for row in book["Mục tiêu"].iter_rows() for c in row if c.value == status.shown]
        assert {cell.fill.fgColor.rgb for cell in cells} == {
            f"FF{look.STATUS_COLOURS[status].fill}"
        }

    def test_has_a_mark_of_its_own(self):
        assert len({state.mark for state in STATES.values()}) == len(STATES) == len(Derived)


def overview(facts: Facts, where) -> list[str]:
    more = {"findings": facts.findings, "sources": facts.sources, "background": facts.background}
    return texts(opened(where, facts.aggregate, **more)["Tổng quan"])


class TestOverview:
    def test_heads_the_page_as_decree_30_asks(self, book):
        found = texts(book["Tổng quan"])
        assert found[:4] == [
            "UBND HUYỆN ĐÔNG HẢI",
            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
            "UBND XÃ BÌNH AN",
            "Độc lập - Tự do - Hạnh phúc",
        ]
        assert any(
            "6 tháng đầu năm 2024 · số liệu đến ngày 20 tháng 6 năm 2024" in t for t in found
        )

    def test_opens_on_the_screen_below_the_heading_that_is_for_paper(self, book):
        assert book["Tổng quan"].sheet_view.topLeftCell == "A3"

    def test_says_its_message_first(self, book):
        assert texts(book["Tổng quan"])[5] == (
            "Đạt 2/4 chỉ tiêu đã đánh giá. Một chỉ tiêu không đạt: hồ sơ đúng hạn 96,5 % (cần 97 %)."
        )

    def test_counts_on_six_tiles_what_is_and_what_was(self, book):
        rows = [row for row in book["Tổng quan"].iter_rows(values_only=True) if any(row)]
        top = next(i for i, row in enumerate(rows) if row[0] == "Đạt và vượt")
        labels, figures = ([c for c in row if c is not None] for row in rows[top : top + 2])
        tiles = list(zip(labels, figures, strict=True))
        assert tiles == [
            ("Đạt và vượt", "✔ 2"),
            ("Có nguy cơ", "◆ 1"),
            ("Không đạt", "✖ 1"),
            ("Chưa có số liệu", "? 1"),
            ("Bộ phận đã nộp", "2/3"),
            ("Biện pháp quá hạn", "1"),
        ]
        assert [c for c in rows[top + 3] if c] == [
            f"6 tháng đầu năm 2024: {n}" for n in (2, 1, 1, 1)
        ]

    def test_says_in_words_that_the_figures_are_incomplete(self):
        assert completeness(FACTS) == (
            "Số liệu chưa đầy đủ: 1 bộ phận chưa nộp (Công an xã); 1/12 số liệu đến hạn chưa có; "
            "2 ô bị loại vì lỗi; 1 lỗi phải sửa. 1 chỉ tiêu là số tạm tính, có số ước thực hiện."
        )

    def test_says_that_they_are_complete_only_when_nothing_is_missing(self):
        reporting = replace(AGGREGATE.reporting, received=("VP", "TC", "CA"))
        whole = with_rows(RESULTS[4], reporting=reporting, submissions=())
        assert completeness(Facts(whole, ())).startswith("Số liệu đầy đủ")

    def test_errors_in_a_form_that_was_replaced_no_longer_count(self):
        replaced = tuple(replace(s, used=False) if s.path == FORM else s for s in SOURCES)
        assert Facts(AGGREGATE, FINDINGS, replaced).errors == ()

    @pytest.mark.parametrize(
        ("estimated", "said"),
        [
            ((False, False), "2 chỉ tiêu là số tạm tính."),
            ((True, False), "2 chỉ tiêu là số tạm tính, trong đó 1 có số ước thực hiện."),
            ((True, True), "2 chỉ tiêu là số tạm tính, đều có số ước thực hiện."),
        ],
    )
    def test_says_which_provisional_figures_hold_estimates(self, estimated, said):
        rows = [
            result(code, status=Status.MET, provisional=True, estimated=own)
            for code, own in zip(("1a", "1b"), estimated, strict=True)
        ]
        assert said in completeness(Facts(with_rows(*rows), ()))

    def test_counts_the_forms_once_and_says_why_some_do_not_count(self):
        assert forms_seen(FACTS) == ("Đã xem 3 biểu mẫu: 1 được tính, 1 Bản cũ, 1 không được tính")

    def test_says_which_targets_the_year_can_no_longer_reach(self, tmp_path):
        gone = Message(OUT_OF_REACH, {"sentence": "Thực hiện 97 %, chưa đạt mức ≥ 100 %."})
        run = with_rows(
            result("1a", status=Status.AT_RISK, why=gone), result("1b", status=Status.AT_RISK)
        )
        assert out_of_reach(Facts(run, ())) == "Cả năm không còn đạt được: 1a."
        book = opened(tmp_path, run)
        lines = [text for text in texts(book["Mục tiêu"]) if text.startswith("↳")]
        assert ["Cả năm không còn đạt được" in line for line in lines] == [True, False]

    def test_a_refused_form_is_never_said_to_be_missing(self):
        reporting = replace(AGGREGATE.reporting, rejected=("CA",))
        said = completeness(Facts(replace(AGGREGATE, reporting=reporting), ()))
        assert "chưa nộp" not in said
        assert "1 bộ phận có bản nộp chưa được tính (Công an xã)" in said


class TestHeadline:
    @pytest.mark.parametrize(
        ("rows", "said"),
        [
            ([("1b", Status.MET)], "Đạt 1/1 chỉ tiêu đã đánh giá."),
            ([("1b", Status.MET), ("1c", Status.EXCEEDED)], "Đạt cả 2/2 chỉ tiêu đã đánh giá."),
            (
                [("1a", Status.MISSED), ("1b", Status.MISSED), ("1c", Status.MISSED)],
                "Đạt 0/3 chỉ tiêu đã đánh giá. Ba chỉ tiêu không đạt: 1a, 1b, 1c.",
            ),
            (
                [("1a", Status.AT_RISK), ("5", Status.MET)],
                "Đạt 1/2 chỉ tiêu đã đánh giá. Một chỉ tiêu có nguy cơ: hồ sơ đúng hạn –.",
            ),
            ([("3", Status.NOT_DUE)], "Kỳ này chưa có chỉ tiêu nào đến hạn đánh giá."),
            ([("3", Status.NO_DATA)], "Chưa đủ số liệu để đánh giá chỉ tiêu nào."),
        ],
    )
    def test_says_what_is_met_and_what_is_not(self, rows, said):
        run = with_rows(*(result(code, status=status) for code, status in rows))
        assert headline(Facts(run, ())) == said

    def test_says_once_that_nobody_has_handed_in(self, tmp_path):
        reporting = replace(AGGREGATE.reporting, received=(), on_time=())
        rows = [result(o.code, status=Status.NO_DATA) for o in OBJECTIVES[1:]]
        silent = Facts(with_rows(*rows, reporting=reporting, submissions=(), measures=()), ())
        assert headline(silent).startswith("Chưa bộ phận nào nộp báo cáo của kỳ")
        assert [item.what for item in attention(silent)] == [
            "Chưa nộp báo cáo của kỳ (hạn 14/06/2024)"
        ]
        assert attention(silent)[0].where == "tất cả các bộ phận"
        assert "Chưa bộ phận nào trong 3 bộ phận nộp báo cáo." in overview(silent, tmp_path)
        blocks = texts(opened(tmp_path, silent.aggregate)["Bộ phận"])
        assert sum(text.startswith("Chưa bộ phận nào nộp") for text in blocks) == 1
        assert not any(text.startswith("Chưa có số liệu của") for text in blocks)

    def test_says_how_few_reports_it_rests_on(self):
        reporting = replace(AGGREGATE.reporting, received=("VP",))
        run = with_rows(result("1b", status=Status.MET), reporting=reporting)
        assert headline(Facts(run, ())) == (
            "Đạt 1/1 chỉ tiêu đã đánh giá. Mới có 1/3 bộ phận nộp báo cáo."
        )


class TestAttention:
    def test_lists_missing_reports_first_and_then_the_worst(self):
        assert [(item.state.mark, item.what, item.how) for item in attention(FACTS)] == [
            ("✖", "Chưa nộp báo cáo của kỳ (hạn 14/06/2024)", "quá 6 ngày"),
            ("✖", "1a Hồ sơ đúng hạn", "96,5 / ≥ 97 %"),
            ("◆", "1c Mức độ hài lòng", "88 / ≥ 90 %"),
            ("?", "2 Người được tập huấn", "12.250 người"),
            ("✖", "I.2 Báo cáo hằng tháng", "quá 53 ngày"),
            ("✖", "1 hành động khắc phục quá hạn", "quá 19 ngày"),
            ("✖", "Không đạt mà chưa có hành động khắc phục", "1 kết quả"),
            ("?", "1 lỗi số liệu, chưa được tính (Kết quả, ô H9)", "trang Phát hiện"),
        ]

    def test_says_who_owes_a_corrective_action_for_what(self, book):
        item = next(i for i in attention(FACTS) if "khắc phục" in i.what and "chưa" in i.what)
        assert named(FACTS, item) == ["Tài chính - Kế toán (1a)"]
        assert "Tài chính - Kế toán (1a)" in texts(book["Tổng quan"])

    def test_says_whose_figure_is_to_be_looked_at_again(self):
        doubt = Finding(
            Code("X102", "khác", Severity.WARNING, Excludes.NOTHING, "khác", "xem"),
            Place(FORM, "Kết quả", "G18"),
        )
        item = attention(Facts(AGGREGATE, (doubt,)))[-1]
        assert (item.what, item.departments) == (
            "1 số liệu đã tính, cần xem lại (Kết quả, ô G18)",
            ("VP",),
        )

    def test_a_report_without_a_due_day_is_asked_for_and_not_called_late(self):
        reporting = replace(AGGREGATE.reporting, due=None)
        first = attention(Facts(replace(AGGREGATE, reporting=reporting), FINDINGS, SOURCES))[0]
        assert (first.state.mark, first.what, first.how) == (
            "?",
            "Chưa nộp báo cáo của kỳ",
            "1 bộ phận",
        )

    def test_names_the_departments_that_miss_the_target(self):
        assert attention(FACTS)[1].departments == ("TC",)

    def test_folds_a_measure_that_several_departments_owe_into_one_line(self):
        late = tuple(replace(PLAN[4], department=code) for code in ("TC", "VP"))
        items = attention(Facts(replace(AGGREGATE, results=(), measures=late), ()))
        assert [item.departments for item in items if item.what.startswith("I.2")] == [("TC", "VP")]

    def test_counts_what_it_does_not_list(self):
        own = PLAN[4].measure
        late = tuple(
            replace(PLAN[4], measure=replace(own, number=f"I.{n}")) for n in range(MOST + 3)
        )
        items = attention(Facts(replace(AGGREGATE, results=(), measures=late), ()))
        assert len(items) == MOST
        assert [item.what for item in items if item.what.endswith("khác")] == [
            "6 biện pháp quá hạn khác"
        ]


class TestMovement:
    def since(self, **statuses: Status):
        rows = [replace(r, status=statuses.get(f"o{r.objective.code}", r.status)) for r in RESULTS]
        return Facts(AGGREGATE, (), background=Background(before=past_run(with_rows(*rows))))

    @pytest.mark.parametrize(
        ("then", "way"),
        [
            (Status.AT_RISK, Movement.WORSE),
            (Status.EXCEEDED, Movement.WORSE),
            (Status.MISSED, Movement.SAME),
            (Status.NOT_DUE, Movement.NEW),
        ],
    )
    def test_of_a_missed_indicator(self, then, way):
        facts = self.since(o1a=then)
        assert facts.background.movement(facts.organisation["1a"]) is way

    def test_in_words(self):
        facts = self.since(o1b=Status.MET, o1a=Status.MET, o2=Status.MET, o5=Status.NO_DATA)
        assert since(facts) == (
            "So với 6 tháng đầu năm 2024: 1 tốt lên (1b); 1 kém đi (1a); "
            "1 mới được đánh giá (5); 1 không còn căn cứ đánh giá (2)."
        )

    def test_is_read_beside_the_status(self, book):
        rows = {row["TT"]: row for row in table(book["Mục tiêu"], "Đánh giá")}
        before = "6 tháng đầu năm 2024"
        shown = {number: row[before] for number, row in rows.items()}
        (met,) = (text for number, text in shown.items() if '"1b"' in str(number))
        assert met == "▲ →"

    def test_without_an_earlier_run_says_so(self):
        assert since(FACTS) == "Chưa có lần tổng hợp trước để so sánh."


class TestStrip:
    def test_puts_each_due_date_into_its_month_and_state(self):
        months = strip(FACTS).months
        # I.1 was done late in January; I.2: VP five of twelve done, TC three, two overdue.
        assert months[Derived.DONE_LATE] == (1, *[0] * 11)
        assert months[Derived.DONE_ON_TIME] == (2, 2, 2, 1, 1, *[0] * 7)
        assert months[Derived.OVERDUE] == (0, 0, 0, 1, 1, *[0] * 7)
        assert months[Derived.DUE_SOON] == (0, 0, 0, 0, 0, 2, *[0] * 6)
        assert months[Derived.NOT_DUE] == (0, 0, 0, 0, 0, 0, 2, 2, 3, 2, 2, 2)

    def test_counts_dates_outside_the_year_apart(self):
        day = date(2023, 12, 31)
        early = replace(PLAN[0].measure, due=(day,), last_good=(day,))
        moved = replace(AGGREGATE, measures=(replace(PLAN[0], measure=early),))
        assert strip(Facts(moved, ())).outside == 1


class TestPlan:
    def test_shows_what_is_overdue_first_and_the_departments_that_stand_otherwise(self, book):
        rows = table(book["Kế hoạch"], "Chủ trì")
        assert [(r["TT (MT)"], r["Tình trạng"]) for r in rows] == [
            ("I.2 (1a, 1b)", "✖ Quá hạn 53 ngày\n1/2 bộ phận đúng tiến độ"),
            ("I.2", "✖ Quá hạn 53 ngày · 3/5"),
            ("I.2", "◆ Sắp đến hạn · 5/5"),
            ("II.1 (2)", "○ Chưa đến hạn"),
            ("I.1 (1a, 1b)", "✓ Xong, muộn · 1/1"),
        ]
        assert rows[4]["Minh chứng"] == "59/QĐ-UBND, 22/03/2024"

    @pytest.mark.parametrize(
        ("states", "said"),
        [
            ((Derived.OVERDUE, Derived.DUE_SOON, Derived.NOT_DUE), "2/3 bộ phận đúng tiến độ"),
            ((Derived.OVERDUE, Derived.DONE_LATE), "0/2 bộ phận đúng tiến độ"),
            ((Derived.OVERDUE, Derived.NOT_APPLICABLE), "0/1 bộ phận đúng tiến độ"),
            ((Derived.DUE_SOON, Derived.DONE_ON_TIME), "1/2 bộ phận đã xong"),
            ((Derived.DUE_SOON, Derived.DUE_SOON), None),
            ((Derived.ONGOING, Derived.ONGOING), None),
            ((Derived.DONE_LATE, Derived.DONE_ON_TIME), None),
        ],
    )
    def test_counts_of_a_group_only_what_is_true_so_far(self, states, said):
        rows = [measured("I.2", code, state) for code, state in zip("ABC", states, strict=False)]
        assert on_the_way(rows) == said

    def test_never_shows_one_departments_evidence_as_everybodys(self, tmp_path):
        note = ProgressEntry(number="I.2", note="Không có văn bản mới")
        given = {"VP": DONE, "TC": note}
        plan = tuple(
            replace(row, entry=given.get(row.department or ""))
            for row in PLAN
            if row.measure.number == "I.2"
        )
        rows = table(opened(tmp_path, replace(AGGREGATE, measures=plan))["Kế hoạch"], "Chủ trì")
        assert [row["Minh chứng"] for row in rows] == [
            "1/2 bộ phận có minh chứng",
            "Không có văn bản mới",
            "59/QĐ-UBND, 22/03/2024",
        ]

    def test_tells_who_was_late_with_what_is_done(self, tmp_path):
        states = {None: Derived.DONE_LATE, "VP": Derived.DONE_LATE, "TC": Derived.NOT_APPLICABLE}
        plan = tuple(measured("I.2", code, state) for code, state in states.items())
        rows = table(opened(tmp_path, replace(AGGREGATE, measures=plan))["Kế hoạch"], "Chủ trì")
        assert [(r["Biện pháp thực hiện MTCL"], r["Tình trạng"]) for r in rows] == [
            ("Báo cáo hằng tháng", "✓ Xong, muộn"),
            ("Xong, muộn: Văn phòng - Thống kê; Không phát sinh: Tài chính - Kế toán", None),
        ]

    def test_gives_the_last_good_day(self, book):
        rows = table(book["Kế hoạch"], "Chủ trì")
        days = {row["TT (MT)"]: row["Ngày cuối đúng hạn"] for row in rows}
        assert days["II.1 (2)"].date() == date(2024, 9, 30)
        early = replace(PLAN[0], progress=replace(PLAN[0].progress, next_due=date(2024, 1, 5)))
        assert last_good(early) == date(2024, 1, 4)  # "trước ngày 05/01"

    def test_name_a_few_of_very_many_departments_that_stand_alike(self, tmp_path, monkeypatch):
        monkeypatch.setattr(plan_sheet, "_NAMED", 1)
        more = (*PLAN, measured("I.2", "CA", Derived.DUE_SOON, done=5, due_so_far=5, total=12))
        sheet = load_workbook(summary(tmp_path, replace(AGGREGATE, measures=more)))["Kế hoạch"]
        assert "Văn phòng - Thống kê và 1 bộ phận khác" in texts(sheet)

    def test_can_be_filtered(self, book):
        assert book["Kế hoạch"].auto_filter.ref


class TestActions:
    def test_are_listed_overdue_first(self, book):
        rows = table(book["Khắc phục"], "Sự không phù hợp")
        assert [row["Tình trạng"] for row in rows] == [
            "✖ Quá hạn 19 ngày",
            "◆ Chờ kiểm tra hiệu lực",
            "✔ Đã đóng",
        ]

    def test_are_missed_where_a_missed_result_has_none(self, book):
        rows = table(book["Khắc phục"], "Biện pháp đã nêu")
        assert [(r["Bộ phận"], r["Chỉ tiêu"]) for r in rows] == [
            ("Tài chính - Kế toán", "1a Hồ sơ đúng hạn")
        ]

    def test_an_indicator_missed_by_nobody_alone_needs_one_too(self):
        facts = Facts(with_rows(result("5", status=Status.MISSED)), ())
        assert [r.objective.code for r in facts.unanswered] == ["5"]


class TestReview:
    def test_asks_the_leaders_for_what_only_they_can_decide(self):
        assert requests(FACTS) == [
            "Yêu cầu nộp báo cáo: Công an xã.",
            "Giao lập hành động khắc phục cho 1 kết quả không đạt chưa có hành động (chỉ tiêu 1a).",
            "Quyết định với 1 hành động khắc phục đã quá hạn.",
            "Đôn đốc 1 việc quá hạn trong kế hoạch; lâu nhất là biện pháp I.2 (53 ngày).",
            "Cho ý kiến về nguồn lực, biện pháp với các chỉ tiêu có nguy cơ: 1c.",
            "Yêu cầu bổ sung số liệu cho các chỉ tiêu: 2.",
        ]

    def test_is_one_printed_page_with_room_for_two_signatures(self, book):
        sheet = book["Xem xét"]
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert (sheet.page_setup.fitToWidth or 1, sheet.page_setup.fitToHeight or 1) == (1, 1)
        assert {"NGƯỜI TỔNG HỢP", "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"} <= set(texts(sheet))


class TestFindings:
    def test_stand_worst_first_with_what_to_do(self, book):
        rows = table(book["Phát hiện"], "Cách sửa")
        assert [(r["Mã"], r["Mức độ"], r["Ô"], r["Cách sửa"]) for r in rows] == [
            ("V201", "✖ Lỗi", "H9", "sửa"),
            ("V210", "ℹ Lưu ý", "J30", "bỏ qua"),
        ]


class TestData:
    def test_keeps_blank_zero_and_kps_apart_and_each_figure_in_its_slot(self, book):
        rows = {row["Khóa"]: row for row in table(book["Dữ liệu"], "Khóa")}
        row = rows["VP/1a:numerator"]
        assert [row[f"T{m}"] for m in range(1, 8)] == [10, 0, "KPS", 12.5, 7, None, None]
        assert (row["Tệp"], row["Trang"], row["Ô"]) == (FORM, "Kết quả", "H12:L12")
        assert row["Ước từ"] == "T5"

    def test_has_a_row_for_a_department_that_has_not_handed_in(self, book):
        rows = {row["Khóa"]: row for row in table(book["Dữ liệu"], "Khóa")}
        assert rows["TC/1a:denominator"]["Tệp"] == "Chưa nộp"

    @pytest.mark.parametrize(
        ("sheet", "marker"),
        [
            ("Dữ liệu", "#qms:data:1"),
            ("Nguồn", "#qms:provenance:1"),
            ("Kết quả đã xét", "#qms:run:1"),
            ("Kết quả đã xét", "#qms:results:2"),
        ],
    )
    def test_stands_under_a_hidden_marker(self, book, sheet, marker):
        rows = book[sheet].iter_rows(max_row=60, max_col=12)
        (cell,) = (c for row in rows for c in row if c.value == marker)
        assert book[sheet].row_dimensions[cell.row].hidden
        labels = [c.value for c in book[sheet][cell.row] if c.value]
        wanted = {"data": "t1", "provenance": "sha256", "run": "value", "results": "status"}
        assert wanted[marker.split(":")[1]] in labels


class TestProvenance:
    def test_says_what_became_of_each_file(self, book):
        rows = table(book["Nguồn"], "SHA-256")
        assert [(r["Tệp"], r["Sử dụng"]) for r in rows] == [
            ("so-muc-tieu.xlsx", "✔ Đã dùng"),
            (FORM, "✔ Đã dùng"),
            ("da-nop/cu.xlsx", "○ Không dùng"),
            ("da-nop/hong.xlsx", "✖ Bị loại"),
        ]
        assert rows[1]["SHA-256"] == "cd" * 32
        assert rows[1]["Ngày lấy từ"] == "biểu mẫu"


class TestDepartments:
    def test_get_a_scorecard_each(self, book):
        rows = table(book["Bộ phận"], "Báo cáo của kỳ")
        assert [r["Báo cáo của kỳ"] for r in rows] == [
            "✔ Nộp đúng hạn 14/06",
            "◆ Nộp muộn",
            "✖ Chưa nộp",
        ]
        assert rows[0]["Biện pháp, khắc phục"] == "xong 1/2 biện pháp; 2 khắc phục đang mở"
        assert rows[1]["✖ Không đạt"] == 1
        assert rows[1]["Biện pháp, khắc phục"] == (
            "xong 0/1 biện pháp; ✖ 1 quá hạn; ◆ 1 chưa có khắc phục"
        )

    def test_have_a_block_each_with_its_own_heading_and_cause_and_remedy_beneath(self, book):
        found = texts(book["Bộ phận"])
        heading = found.index("Văn phòng - Thống kê – ✔ nộp đúng hạn")
        assert found[heading + 1 : heading + 3] == ["ĐVT", "Mức của kỳ"]
        assert "↳ vì sao. Chưa nêu nguyên nhân. Chưa nêu biện pháp." in found

    def test_that_handed_in_nothing_say_so_once(self, book):
        assert "Chưa có số liệu của 1 chỉ tiêu: 1a." in texts(book["Bộ phận"])

    def test_say_when_their_date_is_only_the_files_own(self, tmp_path):
        undated = replace(SUBMISSION, report_date=None)
        book = opened(tmp_path, replace(AGGREGATE, submissions=(undated,)))
        rows = table(book["Bộ phận"], "Báo cáo của kỳ")
        assert rows[0]["Báo cáo của kỳ"] == "✔ Nộp đúng hạn 14/06 (theo tệp)"

    def test_show_the_periods_own_figures_where_they_are_not_those_to_date(self, tmp_path):
        assert "Trong kỳ" not in texts(opened(tmp_path)["Bộ phận"])
        quarter = replace(AGGREGATE, period=Period.parse("2024-Q2"))
        assert "Trong kỳ" in texts(opened(tmp_path, quarter)["Bộ phận"])

    @pytest.mark.parametrize(
        ("reporting", "shown"),
        [
            ({"expected": ()}, "– Không phải nộp"),
            ({"on_time": None}, "✔ Đã nộp"),
            ({"received": (), "rejected": ("VP",)}, "✖ Bị loại"),
            ({"received": (), "due": None}, "? Chưa nộp"),
            ({"received": (), "due": date(2024, 6, 30)}, "○ Chưa đến hạn nộp"),
        ],
    )
    def test_stand_otherwise_with_the_report(self, tmp_path, reporting, shown):
        changed = replace(AGGREGATE, reporting=replace(AGGREGATE.reporting, **reporting))
        rows = table(opened(tmp_path, changed)["Bộ phận"], "Báo cáo của kỳ")
        assert str(rows[0]["Báo cáo của kỳ"]).startswith(shown)


def test_figures_that_one_rounding_would_put_on_the_target_keep_their_decimals(tmp_path):
    figure = result("1a", status=Status.MISSED, comparator=">=", period_target=95.0, actual=94.996)
    sheet = opened(tmp_path, with_rows(figure))["Mục tiêu"]
    (cell,) = (c for row in sheet.iter_rows() for c in row if c.value == 94.996)
    assert cell.number_format == "#,##0.000"


def test_answers_and_kps_stand_in_the_data_as_they_were_typed(tmp_path):
    key = next(iter(SUBMISSION.entries))
    slot, entry = next(iter(SUBMISSION.entries[key].items()))
    answered = replace(SUBMISSION, entries={key: {slot: replace(entry, value=True)}})
    book = opened(tmp_path, replace(AGGREGATE, submissions=(answered,)))
    rows = {row["Khóa"]: row for row in table(book["Dữ liệu"], "Khóa")}
    assert rows["VP/1a:numerator"]["T1"] == "Có"


def test_departments_that_begin_alike_go_by_their_codes_on_a_short_board():
    register = replace(
        AGGREGATE.register,
        departments=(
            *(Department(code=f"T{n}", name=f"Trường Tiểu học số {n}") for n in range(4)),
            Department(code="VP", name="Văn phòng"),
        ),
    )
    facts = Facts(replace(AGGREGATE, register=register), FINDINGS, SOURCES)
    assert scorecard.called(facts, ["T1", "T2", "VP"]) == {
        "T1": ("Trường Tiểu học số 1", "T1"),
        "T2": ("Trường Tiểu học số 2", "T2"),
        "VP": ("Văn phòng",),
    }


def test_the_more_departments_the_fewer_are_named():
    assert names(FACTS, ["VP", "TC", "CA"], most=2) == (
        "Văn phòng - Thống kê, Tài chính - Kế toán và 1 bộ phận khác"
    )
    assert names(FACTS, ["VP"] * 5, most=2) == "Văn phòng - Thống kê và 4 bộ phận khác"

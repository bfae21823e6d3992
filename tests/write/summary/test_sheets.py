"""What each sheet says of the small office."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from openpyxl import load_workbook

from qms_xlsx.book import look
from qms_xlsx.domain.progress import Derived
from qms_xlsx.domain.status import Status
from qms_xlsx.write.summary.attention import MOST, attention
from qms_xlsx.write.summary.facts import Facts, Turn
from qms_xlsx.write.summary.sentences import completeness, movement, requests
from qms_xlsx.write.summary.states import STATES
from qms_xlsx.write.summary.strip import strip
from tests.write.summary.office import (
    AGGREGATE,
    FINDINGS,
    FORM,
    PLAN,
    RESULTS,
    SOURCES,
    SUBMISSION,
    opened,
    result,
    summary,
    table,
    texts,
    with_rows,
)


@pytest.fixture(scope="module")
def book(tmp_path_factory):
    return load_workbook(summary(tmp_path_factory.mktemp("summary"), previous=AGGREGATE))


FACTS = Facts(AGGREGATE, FINDINGS, SOURCES)


class TestEveryStatus:
    @pytest.mark.parametrize("status", Status)
    @pytest.mark.parametrize("sheet", ["Tổng quan", "Mục tiêu", "Bộ phận", "Ma trận", "Dữ liệu"])
    def test_is_shown_with_mark_and_word(self, book, sheet, status):
        assert status.shown in texts(book[sheet])

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


class TestOverview:
    def test_heads_the_page_as_decree_30_asks(self, book):
        found = texts(book["Tổng quan"])
        assert found[:4] == [
            "UBND HUYỆN ĐÔNG HẢI",
            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
            "UBND XÃ BÌNH AN",
            "Độc lập - Tự do - Hạnh phúc",
        ]
        assert "6 tháng đầu năm 2024 · số liệu tính đến ngày 20 tháng 6 năm 2024" in found

    def test_counts_the_indicators_not_their_headings(self, book):
        rows = list(book["Tổng quan"].iter_rows(values_only=True))
        counts = {row[0]: row[4] for row in rows if isinstance(row[4], int | float)}
        assert counts == {status.shown: 1 for status in Status} | {"Tổng số chỉ tiêu": 7}

    def test_says_who_has_handed_in_and_who_has_not(self, book):
        rows = [row for row in book["Tổng quan"].iter_rows(values_only=True) if row[12]]
        said = {row[12]: row[15] for row in rows}
        assert said["Tỷ lệ nộp"] == "2/3 (66,7 %)"
        assert said["Nộp đúng hạn"] == "1/3 (33,3 %)"
        assert said["Ngày cuối đúng hạn"] == "14/06/2024"
        assert said["Chưa nộp"] == "Công an xã"
        assert said["Nộp muộn"] == "Tài chính - Kế toán"
        assert said["Ô đến hạn có số"] == "11/12 (91,7 %)"
        assert said["Ô bị loại vì lỗi"] == "2 ô; 1 lỗi phải sửa"

    def test_says_in_words_that_the_figures_are_incomplete(self):
        assert completeness(FACTS) == (
            "Số liệu chưa đầy đủ: 1 bộ phận chưa nộp (Công an xã); 1/12 ô đến hạn chưa có số; "
            "2 ô bị loại vì lỗi; 1 lỗi phải sửa. 1 chỉ tiêu là số tạm tính, 1 có số ước thực hiện."
        )

    def test_says_that_they_are_complete_only_when_nothing_is_missing(self):
        reporting = replace(AGGREGATE.reporting, received=("VP", "TC", "CA"))
        whole = with_rows(RESULTS[4], reporting=reporting, submissions=())
        assert completeness(Facts(whole, ())).startswith("Số liệu đầy đủ")

    def test_errors_in_a_form_that_was_replaced_no_longer_count(self):
        replaced = tuple(replace(s, used=False) if s.path == FORM else s for s in SOURCES)
        assert Facts(AGGREGATE, FINDINGS, replaced).errors == ()


class TestAttention:
    def test_lists_the_worst_first(self):
        assert [(item.state.shown, item.what) for item in attention(FACTS)] == [
            ("✖ Không đạt", "1a Hồ sơ đúng hạn"),
            ("◆ Có nguy cơ", "1c Mức độ hài lòng"),
            ("? Chưa có số liệu", "2 Người được tập huấn"),
            ("✖ Chưa nộp", "Báo cáo của kỳ (hạn 14/06/2024)"),
            ("✖ Quá hạn 53 ngày", "Biện pháp I.2: Báo cáo hằng tháng"),
            ("✖ Lỗi số liệu", f"1 lỗi phải sửa trong {FORM}"),
        ]

    def test_a_report_without_a_due_day_names_none(self):
        reporting = replace(AGGREGATE.reporting, due=None)
        items = attention(Facts(replace(AGGREGATE, reporting=reporting), FINDINGS, SOURCES))
        assert "Báo cáo của kỳ" in [item.what for item in items]

    def test_names_the_departments_that_miss_the_target(self):
        assert attention(FACTS)[0].who == "Tài chính - Kế toán"

    def test_counts_what_it_does_not_list(self):
        late = tuple(replace(PLAN[4], department=code) for code in ["TC"] * (MOST + 3))
        items = attention(Facts(replace(AGGREGATE, results=(), measures=late), ()))
        overdue = [item for item in items if "Chưa nộp" not in item.state.label]
        assert len(overdue) == MOST + 1
        assert overdue[-1].what == "và 3 mục khác cùng loại"


class TestMovement:
    def before(self, **statuses: Status):
        rows = [replace(r, status=statuses.get(f"o{r.objective.code}", r.status)) for r in RESULTS]
        return Facts(AGGREGATE, (), previous=with_rows(*rows))

    @pytest.mark.parametrize(
        ("then", "change"),
        [
            (Status.AT_RISK, Turn.WORSE),
            (Status.EXCEEDED, Turn.WORSE),
            (Status.MISSED, Turn.SAME),
            (Status.NOT_DUE, Turn.JUDGED),
        ],
    )
    def test_of_a_missed_indicator(self, then, change):
        moved = {m.now.objective.code: m.change for m in self.before(o1a=then).movements}
        assert moved["1a"] is change

    def test_in_words(self):
        facts = self.before(o1b=Status.MET, o1a=Status.MET, o2=Status.MET, o5=Status.NO_DATA)
        assert movement(facts) == (
            "So với 6 tháng đầu năm 2024: 1 tốt lên (1b); 1 kém đi (1a); "
            "1 mới được đánh giá (5); 1 không còn căn cứ đánh giá (2); 3 không đổi."
        )

    def test_without_an_earlier_run_says_so(self):
        assert movement(FACTS) == "Chưa có kỳ trước để so sánh."


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
    def test_shows_the_matrix_with_a_row_a_department_where_a_group_leads(self, book):
        rows = table(book["Kế hoạch"], "Chủ trì")
        measures = [row for row in rows if row["Tình trạng"]]
        assert [
            (r["TT"], r["Chủ trì"], r["Tình trạng"], r["Đã làm / đến hạn"]) for r in measures
        ] == [
            ("I.1", "Văn phòng - Thống kê", "✓ Xong, muộn", "1/1"),
            ("I.2", "Các bộ phận chuyên môn", "✖ Quá hạn", "0/2 bộ phận"),
            ("I.2", "Văn phòng - Thống kê", "◆ Sắp đến hạn", "5/5"),
            ("I.2", "Tài chính - Kế toán", "✖ Quá hạn", "3/5"),
            ("II.1", "CA", "○ Chưa đến hạn", None),
        ]
        assert measures[3]["Quá hạn (ngày)"] == 53
        assert measures[0]["Minh chứng đã có"] == (
            "59/QĐ-UBND ngày 22/03/2024: Quyết định ban hành\nXong ngày 22/03/2024"
        )

    def test_opens_a_section_for_each_objective(self, book):
        rows = table(book["Kế hoạch"], "Chủ trì")
        sections = [list(row.values())[:2] for row in rows if not row["Tình trạng"]]
        assert sections == [["I", "Giải quyết thủ tục hành chính"], ["II", "Người được tập huấn"]]

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
            ("V210", "○ Lưu ý", "J30", "bỏ qua"),
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
        ("sheet", "marker"), [("Dữ liệu", "#qms:data:1"), ("Nguồn", "#qms:provenance:1")]
    )
    def test_stands_under_a_hidden_marker(self, book, sheet, marker):
        rows = book[sheet].iter_rows(max_row=60, max_col=12)
        (cell,) = (c for row in rows for c in row if c.value == marker)
        assert book[sheet].row_dimensions[cell.row].hidden
        labels = [c.value for c in book[sheet][cell.row] if c.value]
        assert {"Dữ liệu": "t1", "Nguồn": "sha256"}[sheet] in labels


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
        assert rows[1]["Ngày lấy từ"] == "Ghi trong biểu mẫu"


class TestDepartments:
    def test_get_a_scorecard_each(self, book):
        rows = table(book["Bộ phận"], "Biện pháp chủ trì")
        assert [r["Báo cáo của kỳ"] for r in rows] == [
            "✔ Nộp đúng hạn\n14/06/2024",
            "◆ Nộp muộn",
            "✖ Chưa nộp",
        ]
        assert rows[0]["Ô đến hạn đã có số"] == "5/6\n(2 ô bị loại)"
        assert rows[0]["Khắc phục đang mở"] == "○ Đang mở 2\n✖ Quá hạn 1"
        assert rows[1][Status.MISSED.shown] == 1
        assert rows[1]["Biện pháp chủ trì"] == "✖ Quá hạn 1"

    def test_say_when_their_date_is_only_the_files_own(self, tmp_path):
        undated = replace(SUBMISSION, report_date=None)
        rows = table(
            opened(tmp_path, replace(AGGREGATE, submissions=(undated,)))["Bộ phận"],
            "Biện pháp chủ trì",
        )
        assert rows[0]["Báo cáo của kỳ"] == "✔ Nộp đúng hạn\n14/06/2024 (theo tệp)"

    @pytest.mark.parametrize(
        ("reporting", "shown"),
        [
            ({"expected": ()}, "– Không phải nộp"),
            ({"on_time": None}, "✔ Đã nộp"),
            ({"received": (), "rejected": ("VP",)}, "✖ Bị loại"),
        ],
    )
    def test_stand_otherwise_with_the_report(self, tmp_path, reporting, shown):
        changed = replace(AGGREGATE, reporting=replace(AGGREGATE.reporting, **reporting))
        rows = table(opened(tmp_path, changed)["Bộ phận"], "Biện pháp chủ trì")
        assert str(rows[0]["Báo cáo của kỳ"]).startswith(shown)


def test_figures_that_one_rounding_would_put_on_the_target_keep_their_decimals(tmp_path):
    figure = result("1a", status=Status.MISSED, comparator=">=", period_target=95.0, actual=94.996)
    sheet = opened(tmp_path, with_rows(figure))["Mục tiêu"]
    (cell,) = (c for row in sheet.iter_rows() for c in row if c.value == 94.996)
    assert cell.number_format == '#,##0.000" %"'


def test_answers_and_kps_stand_in_the_data_as_they_were_typed(tmp_path):
    key = next(iter(SUBMISSION.entries))
    slot, entry = next(iter(SUBMISSION.entries[key].items()))
    answered = replace(SUBMISSION, entries={key: {slot: replace(entry, value=True)}})
    book = opened(tmp_path, replace(AGGREGATE, submissions=(answered,)))
    rows = {row["Khóa"]: row for row in table(book["Dữ liệu"], "Khóa")}
    assert rows["VP/1a:numerator"]["T1"] == "Có"

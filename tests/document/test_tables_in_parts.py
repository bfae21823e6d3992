"""Tables below headings, tables that cross names and measures, shares and totals."""

from __future__ import annotations

import pytest

from qms_xlsx.document.decision import Decision
from qms_xlsx.document.model import Document
from qms_xlsx.document.texts import text_blocks
from qms_xlsx.document.understanding import understood
from qms_xlsx.domain.period import Cadence


def read(text: str) -> Decision:
    return understood(Document(text_blocks(text)))


def test_a_table_stands_below_its_numbered_title_and_its_department_reports_it() -> None:
    decision = read("""**IV. CHỈ TIÊU GIAO CÁC TỔ NĂM HỌC 2026 - 2027**
1. Tổ Toán - Tin

STT	Nội dung	Mức phấn đấu
1	Học sinh giỏi cấp tỉnh	04 em

2. Tổ Văn phòng

STT	Nội dung	Mức phấn đấu
1	Học bạ số hoàn thành đúng hạn	100%
""")
    told = [(i.number, i.parent, i.departments) for i in decision.items if i.target]
    assert told == [
        ("IV.1.1", "IV.1", ("Tổ Toán - Tin",)),
        ("IV.2.1", "IV.2", ("Tổ Văn phòng",)),
    ]


def test_a_table_of_results_lists_no_objectives_and_is_listed_row_by_row() -> None:
    decision = read("""**I. KẾT QUẢ THỰC HIỆN NĂM 2025**

STT	Chỉ tiêu	ĐVT	Kế hoạch năm 2025
1	Thu ngân sách	tỷ đồng	12

**II. MỤC TIÊU CHẤT LƯỢNG NĂM 2026**

STT	Chỉ tiêu	ĐVT	Kế hoạch năm 2026
1	Thu ngân sách	tỷ đồng	14
""")
    assert [item.target for item in decision.items] == ["14 tỷ đồng"]
    assert any("Thu ngân sách | tỷ đồng | 12" in left.quote for left in decision.left_out)


def test_a_note_between_two_tables_ends_no_part() -> None:
    table = "Môn\tTỷ lệ Khá\tTỷ lệ Giỏi\n{}\t≥ 40%\t≥ 20%\n"
    decision = read(
        "**MỤC TIÊU CHẤT LƯỢNG NĂM 2026**\n" + table.format("Toán")
        + "\nGhi chú: tính trên học sinh có mặt.\n\n" + table.format("Văn")
    )  # fmt: skip
    assert [item.name for item in decision.items] == [
        "Tỷ lệ Khá: môn Toán", "Tỷ lệ Giỏi: môn Toán", "Tỷ lệ Khá: môn Văn", "Tỷ lệ Giỏi: môn Văn",
    ]  # fmt: skip


def test_cells_that_set_levels_are_targets_and_sizes_and_sums_are_none() -> None:
    decision = read("""**MỤC TIÊU CHẤT LƯỢNG NĂM 2026**
1. Kết quả học tập

Khối	Số học sinh	Kết quả (%)	Kết quả (%)
Khối	Số học sinh	Mức Tốt	Mức Chưa đạt
Khối 6	198	≥ 20	≤ 2,0
Khối 9	166	≥ 27	0
Cộng	364	-	-
""")
    told = [
        (i.number, i.name, i.target, i.goal and i.goal.value) for i in decision.items if i.target
    ]
    assert told == [
        ("1.1a", "Kết quả Mức Tốt: Khối 6", "≥ 20 %", 20),
        ("1.1b", "Kết quả Mức Chưa đạt: Khối 6", "≤ 2,0 %", 2),
        ("1.2a", "Kết quả Mức Tốt: Khối 9", "≥ 27 %", 27),
        ("1.2b", "Kết quả Mức Chưa đạt: Khối 9", "0 %", 0),
    ]
    quotes = [left.quote for left in decision.left_out]
    assert quotes[-2:] == ["Cộng | 364 | - | -", "Số học sinh: 198; 166"]


def test_departments_down_and_measures_across_are_targets_of_each() -> None:
    decision = read("""**MỤC TIÊU CHẤT LƯỢNG NĂM 2026**

STT	Đơn vị	Tỷ lệ hồ sơ đúng hạn	Mức độ hài lòng
1	Phòng Tư pháp	≥ 98%	≥ 90%
2	Phòng Nội vụ	≥ 97%	≥ 92%
""")
    told = [(i.name, i.target, i.departments) for i in decision.items if i.target]
    assert told == [
        ("Tỷ lệ hồ sơ đúng hạn", "≥ 98%", ("Phòng Tư pháp",)),
        ("Mức độ hài lòng", "≥ 90%", ("Phòng Tư pháp",)),
        ("Tỷ lệ hồ sơ đúng hạn", "≥ 97%", ("Phòng Nội vụ",)),
        ("Mức độ hài lòng", "≥ 92%", ("Phòng Nội vụ",)),
    ]


def test_units_of_one_kind_below_a_heading_have_shares_and_a_total_is_proved() -> None:
    decision = read("""**PHÂN BỔ MỤC TIÊU NĂM 2026**
**MỤC TIÊU CHẤT LƯỢNG NĂM 2026**

STT	Chỉ tiêu	ĐVT	Toàn tỉnh	Trong đó	Trong đó
STT	Chỉ tiêu	ĐVT	Toàn tỉnh	BHXH cơ sở A	BHXH cơ sở B
1	Thu bắt buộc	tỷ đồng	12	7	5
2	Thu tự nguyện	tỷ đồng	3	2	2
	Tổng cộng	tỷ đồng	16	9	7
""")
    shares = {item.name: dict(item.shares) for item in decision.items}
    assert shares["Thu bắt buộc"] == {"BHXH cơ sở A": "7 tỷ đồng", "BHXH cơ sở B": "5 tỷ đồng"}
    proofs = {(c.says.values["name"], c.found.values["value"]): c.agrees for c in decision.checks}
    assert proofs == {
        ("Thu bắt buộc", "12"): True,
        ("Thu tự nguyện", "4"): False,
        ("Tổng cộng", "15"): False,
        ("Tổng cộng", "16"): True,
    }
    assert [item.doubtful for item in decision.items] == [False, True, True]


def test_a_part_that_is_no_unit_has_no_share() -> None:
    decision = read("""**MỤC TIÊU CHẤT LƯỢNG NĂM 2026**

STT	Chỉ tiêu	ĐVT	Kế hoạch năm 2026	Trong đó	Trong đó
STT	Chỉ tiêu	ĐVT	Kế hoạch năm 2026	Nữ	Dân tộc
1	Đào tạo nghề	người	120	60	20
""")
    assert decision.items[0].shares == ()


def test_the_unit_above_a_table_is_that_of_its_rows() -> None:
    decision = read("""**MỤC TIÊU CHẤT LƯỢNG NĂM 2026**
Đơn vị tính: triệu đồng

STT	Chỉ tiêu	Kế hoạch năm 2026
1	Thu phí	250
2	Tỷ lệ thu đúng hạn	95%
""")
    assert [item.target for item in decision.items] == ["250 triệu đồng", "95%"]


def test_numbered_rows_are_counted_against_the_title_without_groups_and_parts() -> None:
    decision = read("""**BIỂU GIAO MỤC TIÊU CHẤT LƯỢNG NĂM 2026 (GỒM 02 CHỈ TIÊU)**

TT	Chỉ tiêu	ĐVT	Kế hoạch năm 2026
A	NÔNG NGHIỆP	-	-
1	Tổng diện tích gieo trồng	ha	60
	Trong đó: - Lúa	ha	50
	- Ngô	ha	10
2	Tỷ lệ rác được thu gom	%	100 (6/6)
""")
    assert [item.name for item in decision.items if item.target] == [
        "Tổng diện tích gieo trồng",
        "Tổng diện tích gieo trồng: lúa",
        "Tổng diện tích gieo trồng: ngô",
        "Tỷ lệ rác được thu gom",
    ]
    assert decision.items[-1].target == "100 % (6/6)"
    assert [check.agrees for check in decision.checks] == [True, True, True]


def test_a_column_of_levels_is_told_by_its_cells_whatever_it_is_called() -> None:
    decision = read("""**MỤC TIÊU CHẤT LƯỢNG NĂM 2026**

TT	Mục tiêu	Đích cần tới	Phương pháp đo	Bộ phận chịu trách nhiệm	Thời hạn
1	Hồ sơ đúng hạn	≥ 98%	Thống kê	Phòng Tư pháp	31/12/2026
2	Số cuộc kiểm tra	12 cuộc	Biên bản	Phòng Thanh tra	30/11/2026
""")
    told = [(item.name, item.target, item.departments) for item in decision.items]
    assert told == [
        ("Hồ sơ đúng hạn", "≥ 98%", ("Phòng Tư pháp",)),
        ("Số cuộc kiểm tra", "12 cuộc", ("Phòng Thanh tra",)),
    ]
    assert decision.plan == ()


def test_a_labelled_level_below_an_objective_is_its_part() -> None:
    decision = read("""**MỤC TIÊU CHẤT LƯỢNG NĂM 2026**
1. Mục tiêu 1: Nâng cao chất lượng tham mưu
   Chỉ tiêu: 100% văn bản đúng thể thức; ≤ 2% văn bản phải sửa
   Người thực hiện: Chuyên viên tổng hợp
2. Mục tiêu 2: Cải cách hành chính
   Chỉ tiêu: Kiểm tra ít nhất 30% số đơn vị
""")
    told = [(i.number, i.parent, i.departments) for i in decision.items if i.target]
    assert told == [
        ("1.1a", "1.1", ("Chuyên viên tổng hợp",)),
        ("1.1b", "1.1", ("Chuyên viên tổng hợp",)),
        ("2.1", "2", ()),
    ]


def test_an_objective_beside_its_indicators_is_their_heading() -> None:
    decision = read("""**MỤC TIÊU CHẤT LƯỢNG NĂM 2026**

STT	Mục tiêu	Chỉ số đánh giá	Chỉ tiêu	Đơn vị phụ trách
1	Nâng cao chất lượng đào tạo	Tỷ lệ tốt nghiệp đúng hạn	≥ 75%	Phòng Đào tạo
		Tỷ lệ có việc làm	≥ 85%	Phòng Công tác sinh viên
2	Công bố khoa học	Số bài báo quốc tế	120 bài	Phòng Khoa học
""")
    told = [(item.number, item.parent, item.name, item.target) for item in decision.items]
    assert told == [
        ("1", "", "Nâng cao chất lượng đào tạo", ""),
        ("1.1", "1", "Tỷ lệ tốt nghiệp đúng hạn", "≥ 75%"),
        ("1.2", "1", "Tỷ lệ có việc làm", "≥ 85%"),
        ("2", "", "Công bố khoa học", ""),
        ("2.1", "2", "Số bài báo quốc tế", "120 bài"),
    ]


def test_villages_below_one_heading_have_shares_whatever_they_are_called() -> None:
    decision = read("""**BIỂU GIAO CHỈ TIÊU NĂM 2026**

TT	Chỉ tiêu	ĐVT	Tổng xã	Chia ra các thôn	Chia ra các thôn
TT	Chỉ tiêu	ĐVT	Tổng xã	Đồng Tâm	Tân Lập
1	Trồng cây phân tán	cây	6.000	3.500	2.500
2	Tỷ lệ hộ văn hóa	%	92	93	không giao
""")
    assert [(item.target, dict(item.shares)) for item in decision.items] == [
        ("6.000 cây", {"Đồng Tâm": "3.500 cây", "Tân Lập": "2.500 cây"}),
        ("92 %", {"Đồng Tâm": "93 %"}),
    ]


def test_a_row_that_names_nothing_is_listed_and_one_that_begins_with_cong_is_no_total() -> None:
    decision = read("""**MỤC TIÊU CHẤT LƯỢNG NĂM 2026**

TT	Chỉ tiêu	ĐVT	Kế hoạch năm 2026
A	Công tác hộ tịch	-	-
1	Tổng số hồ sơ số hóa	hồ sơ	300
2	Công chức được tập huấn	người	12
		lớp	5
""")
    assert [item.name for item in decision.items] == [
        "Công tác hộ tịch", "Tổng số hồ sơ số hóa", "Công chức được tập huấn",
    ]  # fmt: skip
    assert decision.checks == ()
    assert decision.left_out[-1].quote == "lớp | 5"


def test_a_line_that_says_whose_table_it_is_gives_its_rows_and_is_no_unit() -> None:
    decision = read("""**MỤC TIÊU CHẤT LƯỢNG NĂM 2026**
Đơn vị: Phòng Kỹ thuật

STT	Mục tiêu	Chỉ tiêu
1	Số sự cố được xử lý	98
2	Tỷ lệ thất thoát nước	≤ 14%
""")
    assert [(item.target, item.departments) for item in decision.items] == [
        ("98", ("Phòng Kỹ thuật",)),
        ("≤ 14%", ("Phòng Kỹ thuật",)),
    ]


def test_figures_below_a_heading_in_per_cent_are_levels_the_whole_s_too() -> None:
    decision = read("""**MỤC TIÊU CHẤT LƯỢNG NĂM HỌC 2026 - 2027**
Chỉ tiêu theo khối lớp:

Khối	Số học sinh	Tỷ lệ Khá trở lên (%)	Tỷ lệ lên lớp (%)
Khối 6	168	58	98
Khối 7	152	60	98,5
Toàn trường	320	59	98,2
Tổng cộng	320	100	100
""")
    assert [(item.name, item.target) for item in decision.items] == [
        ("Tỷ lệ Khá trở lên: Khối 6", "58 %"), ("Tỷ lệ lên lớp: Khối 6", "98 %"),
        ("Tỷ lệ Khá trở lên: Khối 7", "60 %"), ("Tỷ lệ lên lớp: Khối 7", "98,5 %"),
        ("Tỷ lệ Khá trở lên: khối Toàn trường", "59 %"),
        ("Tỷ lệ lên lớp: khối Toàn trường", "98,2 %"),
    ]  # fmt: skip
    assert any("Tổng cộng" in left.quote for left in decision.left_out)
    assert any("Số học sinh" in left.quote for left in decision.left_out)


def test_indicators_stand_below_the_objective_beside_them_whether_it_is_numbered_or_not() -> None:
    told = {
        mark: [
            (item.number, item.parent, item.name)
            for item in read(f"""**MỤC TIÊU CHẤT LƯỢNG NĂM 2026**

Mục tiêu	Chỉ số	Cách tính	Chỉ tiêu
{mark}Bảo đảm an toàn	Tỷ lệ nhiễm khuẩn	Số ca / tổng số x 100	≤ 1,5%
{mark}Bảo đảm an toàn	Số sự cố	Đếm	0
""").items
        ]
        for mark in ("1. ", "")
    }
    assert (
        told["1. "]
        == told[""]
        == [
            ("1", "", "Bảo đảm an toàn"),
            ("1.1", "1", "Tỷ lệ nhiễm khuẩn"),
            ("1.2", "1", "Số sự cố"),
        ]
    )


def test_a_school_year_s_column_is_the_year_it_begins_in_and_parts_are_headings() -> None:
    decision = read("""KẾ HOẠCH MỤC TIÊU CHẤT LƯỢNG NĂM HỌC 2026 - 2027

Phần I. Mục tiêu chung
Giữ vững kết quả phổ cập giáo dục.

Phần II. Mục tiêu cụ thể
1. Trường đạt chuẩn 80%.

TT	Chỉ tiêu	Năm học 2025-2026	Năm học 2026-2027
1	Phòng học kiên cố (%)	88,5	92
2	Số máy tính	25	30
""")
    told = [item.target for item in decision.items if item.target]
    assert told == ["80%", "92 %", "30"]
    assert not any(item.doubtful for item in decision.items)
    assert any(left.reason.id == "a general aim without a level" for left in decision.left_out)


_HEADED = "**MỤC TIÊU CHẤT LƯỢNG NĂM 2026**\n"


@pytest.mark.parametrize("gap", ["", "\n"])
def test_headings_said_again_inside_a_table_are_no_row(gap: str) -> None:
    heads = "TT\tMục tiêu\tKết quả năm 2025\tNgưỡng đạt năm 2026\tBộ phận theo dõi\n"
    decision = read(
        f"{_HEADED}\n{heads}1\tHồ sơ đúng hạn\t97%\t≥ 98%\tVăn phòng\n{gap}{heads}"
        "2\tSố lớp tập huấn\t4 lớp\t≥ 5 lớp\tPhòng Nội vụ\n"
    )
    assert [(i.name, i.target, i.departments) for i in decision.items] == [
        ("Hồ sơ đúng hạn", "≥ 98%", ("Văn phòng",)),
        ("Số lớp tập huấn", "≥ 5 lớp", ("Phòng Nội vụ",)),
    ]


@pytest.mark.parametrize(
    ("words", "cadence"),
    [
        ("Hàng quý", Cadence.QUARTER),
        ("6 tháng/lần", Cadence.HALF),
        ("Định kỳ hằng tháng", Cadence.MONTH),
        ("01 lần/năm", Cadence.YEAR),
        ("Quý IV/2026", None),
        ("Trước 30/11", None),
        ("Trong năm", None),
    ],
)
def test_a_time_that_comes_again_beside_a_level_is_how_often_it_is_reported(
    words: str, cadence: Cadence | None
) -> None:
    decision = read(
        f"{_HEADED}\nTT\tMục tiêu\tChỉ tiêu\tThời gian\n1\tHồ sơ đúng hạn\t98%\t{words}\n"
    )
    assert [item.cadence for item in decision.items] == [cadence]


_PLAN = (
    "STT\tNội dung công việc\tNgười thực hiện\tThời gian\tKết quả\n1\t{}\tVăn phòng\tQuý I\t{}\n"
)


def test_a_plan_below_each_objective_serves_it_and_says_what_shows_it() -> None:
    decision = read(
        f"{_HEADED}Mục tiêu 1: 100% hồ sơ đúng hạn\n\n{_PLAN.format('Rà soát', 'Danh mục')}\n"
        f"Mục tiêu 2: Tỷ lệ hài lòng đạt trên 95%\n\n{_PLAN.format('Khảo sát', 'Phiếu')}"
    )
    told = [(a.number, a.objectives, a.measure, a.evidence) for a in decision.plan]
    assert told == [("1.1", ("1",), "Rà soát", "Danh mục"), ("2.1", ("2",), "Khảo sát", "Phiếu")]


def test_one_plan_behind_a_list_serves_no_single_objective() -> None:
    decision = read(
        f"{_HEADED}1. 100% hồ sơ đúng hạn\n2. Tỷ lệ hài lòng đạt trên 95%\n\n"
        f"{_PLAN.format('Rà soát', 'Danh mục')}"
    )
    assert [action.objectives for action in decision.plan] == [()]


def test_several_who_lead_for_a_part_with_headings_do_not_all_report_all_of_it() -> None:
    plan = (
        "TT\tBiện pháp\tChủ trì\tThời gian\nI\tNhiệm vụ chuyên môn\t\t\n"
        "1\tNghiệm thu\tPhòng Khoa học\tQuý I\n2\tKiểm tra\t{}\tQuý II\n"
    )
    goals = (
        "I. NHIỆM VỤ CHUYÊN MÔN\n1. Khoa học:\na) 12 đề tài;\n2. Đo lường:\na) 04 đợt kiểm tra.\n"
    )
    both, one = (
        read(f"{_HEADED}{goals}\n{plan.format(n)}") for n in ("Chi cục Đo lường", "Phòng Khoa học")
    )
    assert {item.departments for item in both.items if item.target} == {()}
    assert {item.departments for item in one.items if item.target} == {("Phòng Khoa học",)}


def test_parts_in_brackets_are_put_beside_their_own_whole() -> None:
    decision = read(
        f"{_HEADED}1. Vận động quỹ đạt 450 triệu đồng; hỗ trợ 22 nhà ở (xây mới 08 nhà, sửa chữa 13 nhà).\n"
    )
    assert [check.agrees for check in decision.checks] == [False]


@pytest.mark.parametrize(("name", "asked"), [("luật của tỉnh", True), ("Luật của tỉnh", False)])
def test_a_name_that_begins_inside_a_sentence_is_asked_about(name: str, asked: bool) -> None:
    decision = read(f"{_HEADED}\nTT\tMục tiêu\tChỉ tiêu\n1\t{name} được phổ biến\t98%\n")
    assert [item.doubtful for item in decision.items] == [asked]


_LEAST = "TT\tTên mục tiêu\tMức tối thiểu\tMục tiêu\tMức thách thức\n1\tThời gian chờ\t20 phút\t15 phút\t10 phút\n"


def test_what_is_aimed_at_wins_over_the_least_and_the_rest_is_striven_for() -> None:
    (item,) = read(f"{_HEADED}\n{_LEAST}").items
    assert (item.target, item.stretch, item.goal and item.goal.comparator) == (
        "15 phút", "10 phút", "<=",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("name", "level", "asked"),
    [("Thời gian chờ", "20 phút", True), ("Hồ sơ đúng hạn", "95%", False)],
)
def test_the_least_of_what_should_be_little_is_asked_about(
    name: str, level: str, asked: bool
) -> None:
    (item,) = read(f"{_HEADED}\nTT\tMục tiêu\tMức tối thiểu\n1\t{name}\t{level}\n").items
    assert item.doubtful is asked

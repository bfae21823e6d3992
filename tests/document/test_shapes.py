"""Layouts of other offices: annexes, plans in one table, blocks with labels, web pages, schools."""

from __future__ import annotations

from qms_xlsx.document.decision import Decision
from qms_xlsx.document.draft import draft_of
from qms_xlsx.document.model import Document
from qms_xlsx.document.texts import text_blocks
from qms_xlsx.document.understanding import understood
from qms_xlsx.document.web import page_blocks

TITLE = "**MỤC TIÊU CHẤT LƯỢNG VÀ KẾ HOẠCH NĂM 2025**\n"


def read(text: str) -> Decision:
    return understood(Document(text_blocks(TITLE + text)))


def rows(decision: Decision) -> list[tuple[str, str, str]]:
    return [(item.number, item.name, item.target) for item in decision.items if item.target]


def test_a_binding_level_stands_beside_the_one_that_is_striven_for() -> None:
    decision = read("""
1. Thu ngân sách: pháp lệnh 12 tỷ đồng, phấn đấu 13 tỷ đồng.

TT	Chỉ tiêu	Đơn vị	Pháp lệnh	Phấn đấu
2	Tỷ lệ hộ nghèo	%	≤ 2,1	1,9
3	Giao quân	%	100
""")
    assert [(i.number, i.target, i.stretch) for i in decision.items] == [
        ("1", "12 tỷ đồng", "13 tỷ đồng"),
        ("2", "≤ 2,1 %", "1,9 %"),
        ("3", "100 %", ""),
    ]
    assert draft_of(decision).rows["objectives"][1]["stretch"] == "1,9 %"


def test_the_latest_year_s_column_is_the_level_and_last_year_s_is_none() -> None:
    decision = read("""
STT	Chỉ số chất lượng	Đơn vị tính	Năm 2024	Mục tiêu 2025	Khoa/Phòng phụ trách
1	Tỷ lệ sai sót thuốc	‰	1,2	≤ 1	Khoa Dược
2	Số đề án cải tiến	đề án	10	12	Phòng Quản lý chất lượng
""")
    assert rows(decision) == [
        ("1", "Tỷ lệ sai sót thuốc", "≤ 1 ‰"),
        ("2", "Số đề án cải tiến", "12 đề án"),
    ]
    assert decision.items[0].departments == ("Khoa Dược",)


def test_departments_in_a_merged_cell_report_every_row_beside_it() -> None:
    decision = understood(
        Document(
            page_blocks("""<html><body><p>Điều 1. Ban hành mục tiêu chất lượng như sau:</p><table>
<tr><th>STT</th><th>Phòng, ban</th><th>Mục tiêu chất lượng</th><th>Chỉ tiêu</th></tr>
<tr><td rowspan=2>1</td><td rowspan=2>Phòng Tư pháp</td><td>Chứng thực trong ngày</td><td>100%</td></tr>
<tr><td>Số cuộc tuyên truyền</td><td>12 cuộc</td></tr></table></body></html>""")
        )
    )
    assert [(i.name, i.target, i.departments) for i in decision.items] == [
        ("Chứng thực trong ngày", "100%", ("Phòng Tư pháp",)),
        ("Số cuộc tuyên truyền", "12 cuộc", ("Phòng Tư pháp",)),
    ]


def test_villages_in_columns_have_shares_that_must_add_up() -> None:
    decision = read("""
STT	Nội dung chỉ tiêu	ĐVT	Tổng số	Thôn Đông	Thôn Tây
1	Trồng cây phân tán	cây	3.000	1.000	1.900
""")
    assert decision.items[0].shares == (("Thôn Đông", "1.000 cây"), ("Thôn Tây", "1.900 cây"))
    assert [check.agrees for check in decision.checks] == [False]


def test_an_objective_and_its_measure_in_one_row_are_both_taken() -> None:
    decision = read("""
TT	Mục tiêu	Chỉ tiêu	Biện pháp thực hiện	Người chịu trách nhiệm	Thời hạn
1	Hồ sơ đúng hạn	≥ 98%	Theo dõi phần mềm	Văn phòng - Thống kê	Thường xuyên
""")
    assert rows(decision) == [("1", "Hồ sơ đúng hạn", "≥ 98%")]
    (action,) = decision.plan
    assert (action.objectives, action.measure, action.lead, action.deadline) == (
        ("1",), "Theo dõi phần mềm", "Văn phòng - Thống kê", "Thường xuyên",
    )  # fmt: skip


def test_objectives_beside_several_measures_are_sections() -> None:
    decision = read("""
TT	Mục tiêu chất lượng	Biện pháp	Trách nhiệm	Thời gian
1	98% hồ sơ được giải quyết đúng hạn	Theo dõi phần mềm	Văn phòng	Thường xuyên
1	98% hồ sơ được giải quyết đúng hạn	Nhắc hồ sơ	Bộ phận Một cửa	Hằng tuần
2	Không có khiếu nại	Tiếp dân	Tư pháp	Hằng tháng
""")
    assert rows(decision)[0] == ("1", "Hồ sơ được giải quyết đúng hạn", "98%")
    assert [(a.number, a.objectives) for a in decision.plan] == [
        ("1.1", ("1",)), ("1.2", ("1",)), ("2.1", ("2",)),
    ]  # fmt: skip


def test_blocks_with_labels_are_objectives_with_their_measures() -> None:
    decision = read("""
Mục tiêu 1: Kiểm tra chất lượng hàng hóa
- Chỉ tiêu: Kiểm tra ít nhất 40 cơ sở; tỷ lệ mẫu thử nghiệm đạt trên 30%.
- Biện pháp: Xây dựng kế hoạch kiểm tra.
- Thời gian: Quý I - Quý IV.
- Người chịu trách nhiệm: Phòng Hành chính - Tổng hợp.
""")
    assert rows(decision) == [
        ("1.1a", "Kiểm tra cơ sở", "ít nhất 40 cơ sở"),
        ("1.1b", "Tỷ lệ mẫu thử nghiệm", "đạt trên 30%"),
    ]
    (action,) = decision.plan
    assert (action.objectives, action.lead, action.deadline) == (
        ("1.1a", "1.1b"), "Phòng Hành chính - Tổng hợp", "Quý I - Quý IV.",
    )  # fmt: skip


def test_who_reports_is_read_wherever_the_text_says_it() -> None:
    decision = read("""
1. Mục tiêu 1 - Giải quyết thủ tục:
+ Tỷ lệ hồ sơ đúng hạn: 99%.
+ Giao Trung tâm Phục vụ hành chính công xã chủ trì.
2. Thu ngân sách tăng 10% so với năm 2024 (Phòng Kinh tế).
3. Tỷ lệ khám phá án đạt 85% trở lên. Chủ trì: Công an xã.
4. 100% hồ sơ nộp tại Trung tâm hành chính công (Bộ phận Một cửa) đúng hạn.
""")
    told = {item.number: item.departments for item in decision.items if item.target}
    assert told == {
        "1.1": ("Trung tâm Phục vụ hành chính công xã",),
        "2": ("Phòng Kinh tế",),
        "3": ("Công an xã",),
        "4": (),
    }


def test_a_web_article_yields_this_year_s_aims_and_nothing_of_the_past() -> None:
    decision = understood(Document(text_blocks("""
UBND phường Tân Hưng công bố mục tiêu chất lượng năm 2025

Ngày 10/01/2025, UBND phường Tân Hưng ban hành Quyết định số 06/QĐ-UBND. Theo đó, mục tiêu phấn đấu:

Giải quyết đúng hạn trên 99% hồ sơ;

Giữ vững danh hiệu phường văn minh đô thị;

Năm 2024, phường đã giải quyết 12.345 hồ sơ, đạt tỷ lệ 98,7% đúng hạn.

Xem thêm: 10 phường có chỉ số cải cách hành chính cao nhất
""")))  # fmt: skip
    assert decision.head.organisation == "UBND phường Tân Hưng"
    assert len(rows(decision)) == 2
    reasons = {left.quote[:8]: left.reason.id for left in decision.left_out}
    assert reasons["Năm 2024"] == "a result of the past"
    assert "Xem thêm" in reasons


def test_a_school_s_classes_are_no_levels() -> None:
    decision = read("""
1. Phấn đấu 99,5% học sinh các khối 1, 2, 3, 4 hoàn thành chương trình; khen thưởng học sinh xuất sắc: 35%, tiêu biểu: 30%.
""")
    assert rows(decision) == [
        ("1a", "Học sinh các khối 1, 2, 3, 4 hoàn thành chương trình", "99,5%"),
        ("1b", "Khen thưởng học sinh xuất sắc", "35%"),
        ("1c", "Tiêu biểu", "30%"),
    ]


def test_two_decisions_in_one_file_are_both_read_and_told() -> None:
    two = "\n".join(
        f"Số: {n}/QĐ-UBND\nĐiều 1. Ban hành mục tiêu như sau:\n1. Thu phí đạt {n} triệu đồng.\n"
        "Điều 2. Hiệu lực từ ngày ký./."
        for n in (11, 12)
    )
    decision = understood(Document(text_blocks(two)))
    assert [item.number for item in decision.items] == ["1", "1-2"]
    says = {look.says.id for look in draft_of(decision).looks}
    assert "The document holds several decisions: {numbers}." in says


def test_a_table_that_is_neither_list_nor_plan_is_listed_row_by_row() -> None:
    decision = read("""
1. Thu phí đạt 2 tỷ đồng.

Chữ viết tắt	Nội dung	Ghi
TTHC	Thủ tục hành chính	x
""")
    quotes = [left.quote for left in decision.left_out]
    assert "TTHC | Thủ tục hành chính | x" in quotes


def test_a_clause_takes_over_what_the_one_before_has_said() -> None:
    decision = read("""
1. Tỷ lệ trẻ em suy dinh dưỡng thể nhẹ cân dưới 8%, thể thấp còi dưới 14%.
2. Sự hài lòng của người dân: đạt 95% trở lên đối với lĩnh vực hộ tịch, 90% trở lên đối với lĩnh vực đất đai.
3. 100% giáo viên đạt chuẩn, trong đó 70% đạt mức tốt.
""")
    assert [name for _, name, _ in rows(decision)] == [
        "Tỷ lệ trẻ em suy dinh dưỡng thể nhẹ cân",
        "Tỷ lệ trẻ em suy dinh dưỡng thể thấp còi",
        "Sự hài lòng của người dân",
        "Sự hài lòng của người dân đối với lĩnh vực đất đai",
        "Giáo viên đạt chuẩn",
        "Giáo viên đạt mức tốt",
    ]


def test_lines_are_counted_in_words() -> None:
    decision = read("""
Một là, giải quyết 99% hồ sơ đúng hạn.
Hai là, không có đơn thư kéo dài.
""")
    assert [(number, target) for number, _, target in rows(decision)] == [
        ("1", "99%"), ("2", "không có đơn thư kéo dài"),
    ]  # fmt: skip


def test_a_number_stands_before_a_tab_or_a_slash() -> None:
    decision = read("""
1	100% hồ sơ được tiếp nhận qua phần mềm
2	Duy trì hệ thống quản lý chất lượng
""")
    assert next((number, target) for number, _, target in rows(decision)) == ("1", "100%")
    decision = read("""
3/ Tỷ lệ hài lòng: 95%;
4/ Về công khai:
a/ Niêm yết 100% thủ tục;
""")
    assert [(i.number, i.parent, i.target) for i in decision.items if i.target] == [
        ("3", "", "95%"),
        ("4.a", "4", "100%"),
    ]


def test_a_condition_and_a_part_of_the_year_are_asked_about() -> None:
    decision = read("""
1. Không có hồ sơ trễ hẹn; nếu có thì không quá 0,5%.
2. Đến hết quý II/2025 số hóa được 50% hồ sơ; cả năm số hóa 80% hồ sơ.
""")
    asked = {item.number: item.doubtful for item in decision.items if item.target}
    assert asked == {"1": True, "2a": True, "2b": False}


def test_how_often_a_row_is_reported_is_taken_from_its_column() -> None:
    decision = read("""
TT	Mục tiêu	Đơn vị	Chỉ tiêu 2025	Kỳ báo cáo
1	Thu ngân sách	tỷ đồng	12,75	Hằng tháng
2	Tỷ lệ hộ nghèo	%	< 1	6 tháng
3	Điểm chất lượng	điểm	> 85
""")
    drafted = draft_of(decision).rows["objectives"]
    assert [row["cadence"] for row in drafted] == ["month", "half", ""]


def test_a_department_as_a_heading_reports_what_stands_below_it() -> None:
    decision = read("""
I. PHÒNG NỘI VỤ
1. 100% hồ sơ giải quyết đúng hạn;
2. Tổ chức ít nhất 02 lớp tập huấn.

STT	Mục tiêu	Chỉ tiêu
A	Phòng Tư pháp
3	Số cuộc tuyên truyền	12 cuộc
B	Phòng, chống dịch bệnh
4	Số buổi truyền thông	6 buổi
""")
    told = {item.name: item.departments for item in decision.items if item.target}
    assert told == {
        "Hồ sơ giải quyết đúng hạn": ("PHÒNG NỘI VỤ",),
        "Tổ chức lớp tập huấn": ("PHÒNG NỘI VỤ",),
        "Số cuộc tuyên truyền": ("Phòng Tư pháp",),
        "Số buổi truyền thông": (),
    }


def test_a_part_with_a_name_of_its_own_takes_over_nothing() -> None:
    decision = read("""
1. Số giường bệnh: 28 giường; số bác sĩ: 9 bác sĩ.
2. Xây dựng 02 xã nông thôn mới, 05 thôn thông minh.
3. Tỷ lệ hài lòng về y tế, giáo dục lần lượt đạt 90%, 92%.
""")
    assert [name for _, name, _ in rows(decision)][:4] == [
        "Số giường bệnh", "Số bác sĩ", "Xây dựng xã nông thôn mới", "Thôn thông minh",
    ]  # fmt: skip
    assert all(item.doubtful for item in decision.items if item.number in ("3a", "3b"))


def test_how_a_level_is_measured_is_listed_and_no_measure() -> None:
    decision = read("""
Mục tiêu 1: Nâng cao mức độ hài lòng
Chỉ số: Tỷ lệ phiếu hài lòng
Mức đạt: ≥ 95%
Phương pháp đo: phiếu khảo sát
Đơn vị chịu trách nhiệm: Văn phòng HĐND và UBND
""")
    assert rows(decision) == [("1.1", "Tỷ lệ phiếu hài lòng", "≥ 95%")]
    assert not decision.plan
    assert "phiếu khảo sát" in [one.quote for one in decision.left_out]


def test_rows_that_count_on_below_a_row_s_number_stand_below_it_beside_its_own_level() -> None:
    decision = read("""
TT	Mục tiêu	ĐVT	Chỉ tiêu 2026	Chủ trì
B	NHÀ Ở	NHÀ Ở	NHÀ Ở	NHÀ Ở
9	Số căn hộ hoàn thành	căn	1.250	Phòng Nhà ở
9.1	Dự án ngoài ngân sách	căn	900	Phòng Nhà ở
9.2	Nhà ở cho công nhân	căn	350	Phòng Nhà ở
10	Số căn hộ khởi công	căn	200	Phòng Nhà ở
-	Trong đó: nhà ở xã hội	căn	150	Phòng Nhà ở
""")
    assert [(item.number, item.parent, item.value) for item in decision.items] == [
        ("B", "", None),
        ("B.9", "B", None),
        ("B.9.0", "B.9", 1250),
        ("B.9.1", "B.9", 900),
        ("B.9.2", "B.9", 350),
        ("B.10", "B", 200),
        ("B.10.1", "B", 150),
    ]
    assert [check.agrees for check in decision.checks] == [True]

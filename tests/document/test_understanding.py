"""What a decision's lines become: objectives with their words, a plan, and what is left out."""

from __future__ import annotations

import pytest

from qms_xlsx.document.clauses import clauses
from qms_xlsx.document.decision import Decision, Item, ancestors
from qms_xlsx.document.draft import draft_of
from qms_xlsx.document.model import Document
from qms_xlsx.document.texts import text_blocks
from qms_xlsx.document.understanding import understood
from qms_xlsx.domain.target import Better

HEAD = """
ỦY BAN NHÂN DÂN XÃ SUỐI MƠ
Số: 12/QĐ-UBND
Suối Mơ, ngày 05 tháng 01 năm 2025
**QUYẾT ĐỊNH**
**Ban hành mục tiêu chất lượng năm 2025 của UBND xã Suối Mơ**
Căn cứ Luật Tổ chức chính quyền địa phương ngày 19/6/2015;
Theo đề nghị của Công chức Văn phòng - Thống kê.
**QUYẾT ĐỊNH:**
**Điều 1.** Ban hành kèm theo Quyết định này Mục tiêu chất lượng năm 2025.
**Điều 2.** Quyết định này có hiệu lực kể từ ngày ký, 100% các bộ phận thi hành.
**Nơi nhận:**
- Như Điều 2;
- Lưu: VT.
**CHỦ TỊCH**
**Người Ký Tên**
**MỤC TIÊU CHẤT LƯỢNG NĂM 2025**
UBND xã quyết tâm hoàn thành các mục tiêu sau:
"""


def read(text: str) -> Decision:
    return understood(Document(text_blocks(HEAD + text)))


def rows(decision: Decision) -> list[tuple[str, str, str, str]]:
    return [(i.number, i.parent, i.name, i.target) for i in decision.items]


def test_the_head_is_read_and_the_signer_is_not_kept() -> None:
    decision = read("1. Thu ngân sách đạt 12 tỷ đồng.")
    head = decision.head
    assert (head.organisation, head.number, str(head.day), head.year) == (
        "UBND xã Suối Mơ", "12/QĐ-UBND", "2025-01-05", 2025,
    )  # fmt: skip
    everything = repr(decision)
    assert "Người Ký Tên" not in everything


@pytest.mark.parametrize(
    ("sentence", "organisation"),
    [
        ("Ban hành mục tiêu của UBND xã Thượng Lộ quyết tâm thực hiện", "UBND xã Thượng Lộ"),
        (
            "Áp dụng tại Ủy ban nhân dân thị trấn Khe Tre năm 2025",
            "Ủy ban nhân dân thị trấn Khe Tre",
        ),
        ("Văn bản của UBND xã được ký số", ""),
        ("Mục tiêu của Sở Khoa học năm 2025", "Sở Khoa học"),
    ],
)
def test_an_organisation_is_named_whole_or_not_at_all(sentence: str, organisation: str) -> None:
    assert understood(Document(text_blocks(sentence))).head.organisation == organisation


def test_an_office_s_name_may_be_broken_and_stand_beside_the_nation_s() -> None:
    text = """ỦY BAN NHÂN DÂN
XÃ SUỐI MƠ CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT
NAM
Số: 12/KH-UBND Suối Mơ, ngày 05 tháng 01 năm 2025
"""
    head = understood(Document(text_blocks(text))).head
    assert (head.organisation, head.number, str(head.day)) == (
        "UBND xã Suối Mơ", "12/KH-UBND", "2025-01-05",
    )  # fmt: skip


def test_letters_bullets_and_sentences_become_rows_under_one_number() -> None:
    decision = read("""
1. Phấn đấu 2/2 chỉ tiêu kinh tế, cụ thể:
- Thu ngân sách: 12 tỷ đồng;
- Tỷ lệ hộ nghèo: 0,9 %.
2. Giải quyết thủ tục hành chính:
a) 100% hồ sơ được trả đúng hạn; trên 95% người dân hài lòng.
b) Không có đơn thư khiếu nại vượt cấp.
""")
    assert rows(decision) == [
        ("1", "", "Chỉ tiêu kinh tế", "2/2 chỉ tiêu"),
        ("1.1", "1", "Thu ngân sách", "12 tỷ đồng"),
        ("1.2", "1", "Tỷ lệ hộ nghèo", "0,9 %"),
        ("2", "", "Giải quyết thủ tục hành chính", ""),
        ("2.a.1", "2", "Hồ sơ được trả đúng hạn", "100%"),
        ("2.a.2", "2", "Người dân hài lòng", "trên 95%"),
        ("2.b", "2", "Đơn thư khiếu nại vượt cấp", "Không có đơn thư khiếu nại vượt cấp"),
    ]
    poor = decision.items[2]
    assert poor.better is Better.LOWER
    assert all(check.agrees for check in decision.checks)


def test_what_is_no_objective_is_left_out_with_its_reason() -> None:
    decision = read(
        "1. Thu ngân sách đạt 12 tỷ đồng.\nIII. TỔ CHỨC THỰC HIỆN\n1. Báo cáo 02 lần/năm."
    )
    assert [item.number for item in decision.items] == ["1"]
    reasons = {left.quote: left.reason.id for left in decision.left_out}
    assert reasons["1. Báo cáo 02 lần/năm."] == "organisation of the work, no objective"
    assert "legal basis" in reasons.values()
    assert reasons["- Lưu: VT."] == "recipients"


@pytest.mark.parametrize(
    ("words", "name", "target"),
    [
        ("Xây dựng 04 tuyến phố văn minh", "Xây dựng tuyến phố văn minh", "04 tuyến phố"),
        ("Tỷ lệ hộ nghèo giảm còn 2,5%", "Tỷ lệ hộ nghèo", "giảm còn 2,5%"),
        ("Mức độ hài lòng đạt tối thiểu 90%", "Mức độ hài lòng", "đạt tối thiểu 90%"),
        ("chỉ số cải cách hành chính xếp loại tốt", "Chỉ số cải cách hành chính", "xếp loại tốt"),
        ("60% đường dưới 7,5 m được rải nhựa", "Đường dưới 7,5 m được rải nhựa", "60%"),
    ],
)
def test_a_name_is_what_is_measured_and_a_target_the_words_of_its_level(
    words: str, name: str, target: str
) -> None:
    (clause,) = clauses(words)
    assert (clause.name, clause.target) == (name, target)


def test_parts_in_brackets_become_rows_and_must_add_up() -> None:
    decision = read("1. Trồng mới 200 ha (cao su 100 ha, keo 60 ha, cam 30 ha).")
    assert [(i.number, i.target) for i in decision.items if i.target] == [
        ("1a", "200 ha"), ("1b", "100 ha"), ("1c", "60 ha"), ("1d", "30 ha"),
    ]  # fmt: skip
    (check,) = decision.checks
    assert (check.found.values["value"], check.agrees) == ("190", False)


PLAN = """
1. 100% hồ sơ được trả đúng hạn.
2. 100% văn bản được ký số.

**KẾ HOẠCH THỰC HIỆN**

TT	Mục tiêu và biện pháp	Trách nhiệm thực hiện		Thời gian thực hiện	Trách nhiệm theo dõi	Minh chứng
		Chủ trì	Phối hợp
I	100% hồ sơ được trả đúng hạn
1	Niêm yết thủ tục	Văn phòng - Thống kê	Các bộ phận	Thường xuyên	QMR	Ảnh chụp
2	Báo cáo kết quả thực hiện MTCL 6 tháng và	Công chức văn phòng	Các bộ phận	Trước 15/6 và	QMR	Báo cáo

	năm	thống kê		trước 30/11
II	100% văn bản được ký số
1	Cấp chữ ký số	Tư pháp - Hộ tịch; Tài chính - Kế toán		Tháng 3/2025	QMR	Danh sách
"""


def test_the_plan_is_bound_to_objectives_and_departments() -> None:
    decision = read(PLAN)
    assert [(a.number, a.objectives, a.deadline) for a in decision.plan] == [
        ("I.1", ("1",), "Thường xuyên"),
        ("I.2", ("1",), "Trước 15/6 và trước 30/11"),
        ("II.1", ("2",), "Tháng 3/2025"),
    ]
    assert decision.plan[1].lead == "Công chức văn phòng thống kê"
    assert [p.code for p in decision.departments] == ["VP-TK", "TP-HT", "TC-KT"]
    assert "Công chức văn phòng thống kê" in decision.departments[0].aliases
    assert decision.groups == ("Các bộ phận",)
    assert (decision.due_h1, decision.due_year) == ("15/6", "30/11")


def test_a_table_of_objectives_gives_a_row_a_target_and_a_blank_one_none() -> None:
    heading = "\nSTT	Chỉ tiêu	ĐVT	Kế hoạch năm 2025	Đơn vị chủ trì\n"
    decision = read(
        heading
        + "1	Thu ngân sách	tỷ đồng	9,267	Tài chính - Kế toán\n"
        + "	Trong đó: thu thuế	tỷ đồng	5	Tài chính - Kế toán\n"
        + "2	Tỷ lệ hộ nghèo	%	0,9	Văn hóa - Xã hội\n"
        + "3	Giảm nghèo	hộ	…	Văn hóa - Xã hội\n"
    )
    assert [(i.number, i.name, i.target, i.departments) for i in decision.items] == [
        ("1", "Thu ngân sách", "9,267 tỷ đồng", ("Tài chính - Kế toán",)),
        ("1.1", "thu thuế", "5 tỷ đồng", ("Tài chính - Kế toán",)),
        ("2", "Tỷ lệ hộ nghèo", "0,9 %", ("Văn hóa - Xã hội",)),
    ]
    assert any(left.reason.id == "Its level is blank." for left in decision.left_out)


def test_a_percentage_is_proved_by_its_fraction() -> None:
    decision = read(
        "1. Số hóa 66/112 hồ sơ, đạt 58,9 %.\n2. Tỷ lệ trường đạt chuẩn: 50% (3/4 trường)."
    )
    assert [check.agrees for check in decision.checks] == [True, False]


def test_parts_in_a_table_stand_beside_their_sum_and_are_proved() -> None:
    decision = read("""
STT	Chỉ tiêu	ĐVT	Kế hoạch năm 2025
A	KINH TẾ
1	Thu ngân sách	tỷ đồng	10
-	Thu nội địa	tỷ đồng	7
-	Thu khác	tỷ đồng	2
""")
    assert [(i.number, i.parent) for i in decision.items] == [
        ("A", ""), ("A.1", "A"), ("A.1.1", "A"), ("A.1.2", "A"),
    ]  # fmt: skip
    assert [(c.found.values["value"], c.agrees) for c in decision.checks] == [("9", False)]


def test_a_blank_form_and_a_general_aim_yield_nothing() -> None:
    blank = """
| TT | Mục tiêu | Chỉ tiêu | ĐVT | Bộ phận |
|---|---|---|---|---|
| 1 | ………… | …… | … | …… |
| 2 | Tỷ lệ hồ sơ đúng hạn | ……% | % | |
"""
    assert read(blank).items == ()
    aim = read("Xây dựng nền hành chính dân chủ, hiện đại, phục vụ nhân dân.")
    assert aim.items == ()
    assert aim.left_out[-1].quote.startswith("Xây dựng nền hành chính")


def test_lines_without_any_heading_are_taken_with_a_doubt() -> None:
    text = "Cơ quan phấn đấu năm 2025\n\nThu phí đạt 1,2 tỷ đồng.\n\nNgày 12/3/2025 họp tại phòng số 5."
    decision = understood(Document(text_blocks(text)))
    assert [(i.target, i.doubtful) for i in decision.items] == [("đạt 1,2 tỷ đồng", True)]
    assert [left.quote[:4] for left in decision.left_out] == ["Cơ q", "Ngày"]


def test_a_column_a_department_gives_shares_and_one_of_six_months_the_half_year() -> None:
    decision = read("""
STT	Chỉ tiêu	ĐVT	Kế hoạch 2025	6 tháng	Phòng Kinh tế	Phòng Văn hóa	So sánh
1	Tạo việc làm	người	450	200	300	150	102
""")
    (item,) = decision.items
    assert (item.target, item.half) == ("450 người", "200 người")
    assert item.shares == (("Phòng Kinh tế", "300 người"), ("Phòng Văn hóa", "150 người"))
    rows = draft_of(decision).rows
    assert [row["department"] for row in rows["allocations"]] == ["Phòng Kinh tế", "Phòng Văn hóa"]
    assert rows["objectives"][0]["target_h1"] == "200 người"


def test_a_circle_of_numbers_ends() -> None:
    items = tuple(Item(number=n, parent=p, name=n, quote=n, place="") for n, p in ("ab", "ba"))
    assert ancestors(items) == {"a": {"b", "a"}, "b": {"a", "b"}}


def test_hundreds_of_items_keep_their_numbers() -> None:
    decision = read("\n".join(f"{n}. Thu phí loại {n} đạt {n} triệu đồng." for n in range(1, 121)))
    assert [item.number for item in decision.items] == [str(n) for n in range(1, 121)]


def test_a_kind_of_departments_is_no_department() -> None:
    decision = read(
        "1. Hồ sơ đúng hạn đạt 98%.\n\nĐiều 2. Các khoa, phòng chịu trách nhiệm thi hành."
    )
    assert "Phòng" not in [party.name for party in decision.departments]

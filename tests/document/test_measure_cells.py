"""A plan's cell with several numbered measures, and what the cells beside it say of each."""

from __future__ import annotations

from qms_xlsx.document.decision import Decision
from qms_xlsx.document.model import Document, Paragraph, TextTable
from qms_xlsx.document.understanding import understood

_HEADS = ("TT", "Mục tiêu chất lượng", "Biện pháp", "Chủ trì", "Thời hạn", "Minh chứng")
_LEVEL = "98% hồ sơ được giải quyết đúng hạn"


def read(*rows: tuple[str, ...], heads: tuple[str, ...] = _HEADS) -> Decision:
    title = Paragraph("MỤC TIÊU CHẤT LƯỢNG VÀ BIỆN PHÁP NĂM 2026", "Đoạn 1", "", True)
    return understood(Document((title, TextTable((heads, *rows), "Bảng 1"))))


def told(decision: Decision) -> list[tuple[str, str, str, str]]:
    return [(one.number, one.measure, one.lead, one.deadline) for one in decision.plan]


def test_numbered_measures_of_a_cell_take_the_lines_beside_them() -> None:
    cell = "1.1. Rà soát quy trình\n1.2. Cảnh báo hồ sơ\nsắp đến hạn"
    row = ("1", _LEVEL, cell, "Văn phòng\nPhòng Kinh tế", "Quý I\nHằng ngày", "Nhật ký")
    decision = read(row)
    assert told(decision) == [
        ("1.1", "Rà soát quy trình", "Văn phòng", "Quý I"),
        ("1.2", "Cảnh báo hồ sơ\nsắp đến hạn", "Phòng Kinh tế", "Hằng ngày"),
    ]
    assert [one.evidence for one in decision.plan] == ["Nhật ký", "Nhật ký"]
    assert [one.objectives for one in decision.plan] == [("1",), ("1",)]


def test_other_numbers_of_lines_beside_it_belong_to_each_measure() -> None:
    cell = "a) Lấy phiếu\nb) Đối thoại\nc) Họp"
    decision = read(("1", _LEVEL, cell, "Văn phòng\nPhòng Kinh tế", "Quý I", ""))
    assert {one.lead for one in decision.plan} == {"Văn phòng\nPhòng Kinh tế"}
    assert [(one.number, one.measure) for one in decision.plan] == [
        ("1.a", "Lấy phiếu"), ("1.b", "Đối thoại"), ("1.c", "Họp"),
    ]  # fmt: skip


def test_measures_beside_a_level_of_its_own_column_are_parted_too() -> None:
    heads = ("TT", "Mục tiêu", "Chỉ tiêu", "Biện pháp", "Chủ trì", "Thời hạn")
    row = ("1", "Hồ sơ đúng hạn", "98%", "1.1. Rà soát\n1.2. Nhắc", "Văn phòng\nTư pháp", "Quý I")
    assert told(read(row, heads=heads)) == [
        ("1.1", "Rà soát", "Văn phòng", "Quý I"),
        ("1.2", "Nhắc", "Tư pháp", "Quý I"),
    ]


def test_rows_beside_one_objective_that_bear_numbers_are_measures_of_their_own() -> None:
    decision = read(
        ("1", _LEVEL, "1.1. Rà soát quy trình", "Văn phòng", "Quý I", ""),
        ("1", _LEVEL, "1.2. Cảnh báo hồ sơ", "Văn phòng", "Hằng ngày", ""),
    )
    assert [number for number, *_ in told(decision)] == ["1.1", "1.2"]


def test_an_objective_s_cell_that_a_page_s_end_cuts_is_one() -> None:
    rest = "thiểu 75%; hồ sơ thanh toán đạt 60%."
    decision = read(
        ("2", "Hồ sơ trực tuyến đạt tối", "2.1. Bố trí tổ", "Trung tâm", "Từ tháng 3", "Kế"),
        ("", rest, "hỗ trợ người dân", "Phục vụ", "đến tháng 11", "hoạch"),
        ("", rest, "2.2. Tập huấn", "Phòng Văn hóa", "Quý II", "Giấy mời"),
    )
    assert [item.target for item in decision.items if item.target] == [
        "đạt tối thiểu 75%", "đạt 60%",
    ]  # fmt: skip
    assert told(decision) == [
        ("2.1", "Bố trí tổ hỗ trợ người dân", "Trung tâm Phục vụ", "Từ tháng 3 đến tháng 11"),
        ("2.2", "Tập huấn", "Phòng Văn hóa", "Quý II"),
    ]


def test_a_row_across_that_ends_in_a_full_stop_is_the_objective_that_it_numbers() -> None:
    head = "Mục tiêu 1: 98% hồ sơ đúng hạn; thu 2 tỷ đồng."
    heads = ("TT", "Nội dung", "Chủ trì", "Thời hạn")
    decision = read((head,) * 4, ("1.1", "Rà soát quy trình", "Văn phòng", "Quý I"), heads=heads)
    [row] = decision.plan
    assert (row.number, row.objectives) == ("1.1", ("1a", "1b"))


def test_a_column_may_say_by_number_which_objective_a_measure_serves() -> None:
    goals = TextTable(
        (("STT", "Chỉ tiêu", "ĐVT", "Kế hoạch"), ("1", "Thu ngân sách", "tỷ đồng", "2"),
         ("2", "Hồ sơ đúng hạn", "%", "≥ 98"), ("3", "Số hộ nghèo giảm", "hộ", "12")), "Bảng 1",
    )  # fmt: skip
    heads = ("STT", "Mục tiêu số", "Biện pháp", "Chủ trì", "Thời hạn")
    rows = (("1", "3", "Rà soát hộ", "Tư pháp", "Quý I"), ("2", "1, 2", "Giao ban", "Văn phòng",
            "Hằng tháng"))  # fmt: skip
    title = Paragraph("MỤC TIÊU CHẤT LƯỢNG NĂM 2026", "Đoạn 1", "", True)
    decision = understood(Document((title, goals, TextTable((heads, *rows), "Bảng 2"))))
    assert [(one.number, one.objectives) for one in decision.plan] == [
        ("1", ("3",)), ("2", ("1", "2")),
    ]  # fmt: skip


def test_counted_lines_beside_the_table_that_say_what_they_are_about_set_nothing() -> None:
    def line(text: str) -> Paragraph:
        return Paragraph(text, text[:2], "", False)

    table = TextTable((_HEADS, ("1", _LEVEL, "Rà soát", "Văn phòng", "Quý I", "")), "Bảng 1")
    title = Paragraph("MỤC TIÊU CHẤT LƯỢNG NĂM 2026", "Đoạn 1", "", True)
    aim, work = (
        "1. Mục đích: Nâng cao chất lượng phục vụ.",
        "3. Tổ chức thực hiện: Các phòng báo cáo.",
    )
    blocks = (title, line(aim), line("2. Mục tiêu và biện pháp thực hiện:"), table, line(work))
    decision = understood(Document(blocks))
    assert [item.quote for item in decision.items] == [_LEVEL]
    assert {aim, work} <= {one.quote for one in decision.left_out}


def test_measures_may_stand_in_rows_of_their_own_below_each_objective() -> None:
    heads = ("STT", "Mục tiêu / Biện pháp", "ĐVT", "Chỉ tiêu năm 2026", "Chủ trì", "Thời gian")
    decision = read(
        ("1", "Hồ sơ đúng hạn", "%", "≥ 98", "Văn phòng", ""),
        ("1.1", "Rà soát quy trình", "", "", "Phòng Tư pháp", "Quý I"),
        ("2", "Thu ngân sách", "tỷ đồng", "2", "Phòng Kinh tế", ""),
        ("2.1", "Giao ban với thuế", "", "", "Phòng Kinh tế", "Hằng tháng"),
        ("2.2", "Rà soát hộ kinh doanh", "", "", "Phòng Kinh tế", "Quý II"),
        heads=heads,
    )
    assert [(item.number, item.departments) for item in decision.items] == [
        ("1", ("Văn phòng",)), ("2", ("Phòng Kinh tế",)),
    ]  # fmt: skip
    assert [(row.number, row.lead, row.objectives) for row in decision.plan] == [
        ("1.1", "Phòng Tư pháp", ("1",)), ("2.1", "Phòng Kinh tế", ("2",)),
        ("2.2", "Phòng Kinh tế", ("2",)),
    ]  # fmt: skip


def test_an_objective_is_reported_by_all_who_lead_a_measure_beside_it() -> None:
    decision = read(
        ("1", _LEVEL, "Rà soát quy trình", "Văn phòng", "Quý I", ""),
        ("1", _LEVEL, "Tập huấn", "Phòng Kinh tế", "Quý II", ""),
    )
    assert [item.departments for item in decision.items] == [("Văn phòng", "Phòng Kinh tế")]


def test_a_row_across_beside_measures_is_a_heading_and_no_measure() -> None:
    head = "Cải cách hành chính, tư pháp"
    decision = read(("A", *(head,) * 5), ("1", _LEVEL, "Rà soát", "Văn phòng", "Quý I", ""))
    assert [row.measure for row in decision.plan] == ["Rà soát"]
    assert [item.name for item in decision.items if not item.target] == [head]


def test_a_column_may_be_headed_by_when_the_work_is_done() -> None:
    heads = ("STT", "Nhiệm vụ", "Đơn vị chủ trì", "Hoàn thành", "Kết quả")
    row = ("1", "Thẩm tra hồ sơ", "Phòng Nội vụ", "Quý IV/2026", "Báo cáo")
    assert told(read(row, heads=heads)) == [("1", "Thẩm tra hồ sơ", "Phòng Nội vụ", "Quý IV/2026")]

"""Figures that are no level: how many items follow, which street is meant, within which time."""

from __future__ import annotations

import pytest

from qms_xlsx.document.clauses import clauses
from qms_xlsx.document.decision import Decision
from qms_xlsx.document.model import Document
from qms_xlsx.document.texts import text_blocks
from qms_xlsx.document.understanding import understood


def read(text: str) -> Decision:
    return understood(Document(text_blocks(f"**MỤC TIÊU CHẤT LƯỢNG NĂM 2026**\n{text}")))


@pytest.mark.parametrize(
    ("heading", "name"),
    [
        ("Về kinh tế: 02 chỉ tiêu", "Về kinh tế"),
        ("Lĩnh vực kinh tế (02 chỉ tiêu)", "Lĩnh vực kinh tế"),
        ("Văn hóa - xã hội gồm 2 chỉ tiêu, cụ thể:", "Văn hóa - xã hội"),
        ("Xây dựng Đảng – 02 mục tiêu", "Xây dựng Đảng"),
        ("Về quốc phòng, an ninh có 02 nhóm chỉ tiêu:", "Về quốc phòng, an ninh"),
    ],
)
def test_how_many_items_follow_is_no_level_and_is_proved(heading: str, name: str) -> None:
    decision = read(f"a) {heading}\n(1) Thu ngân sách đạt 2 tỷ đồng.\n(2) Giảm 12 hộ nghèo.")
    assert (decision.items[0].name, decision.items[0].target) == (name, "")
    assert len(decision.items) == 3
    assert [check.agrees for check in decision.checks] == [True]


def test_a_count_that_is_wrong_fails_its_proof() -> None:
    decision = read("a) Về kinh tế: 03 chỉ tiêu\n(1) Thu ngân sách đạt 2 tỷ đồng.")
    assert [check.agrees for check in decision.checks] == [False]


def test_a_count_to_be_met_is_a_level_and_one_without_items_is_none() -> None:
    met = read("1. Hoàn thành 08/08 chỉ tiêu, cụ thể:\n- Thu ngân sách đạt 2 tỷ đồng.")
    assert met.items[0].target == "08/08 chỉ tiêu"
    counted = read("1. Thu ngân sách đạt 2 tỷ đồng.\n2. Về kinh tế: 05 chỉ tiêu.")
    assert [item.target for item in counted.items] == ["đạt 2 tỷ đồng"]


def test_items_counted_through_lettered_headings_prove_the_whole() -> None:
    whole = "**2. Các chỉ tiêu chủ yếu: gồm 2 chỉ tiêu, cụ thể:**\n"
    decision = read(
        f"{whole}a) Về kinh tế: 01 chỉ tiêu\n(1) Thu đạt 2 tỷ đồng; chi đạt 1 tỷ đồng."
        "\nb) Về xã hội: 01 chỉ tiêu\n(2) Giảm 12 hộ nghèo."
    )
    assert [check.agrees for check in decision.checks] == [True, True, True]


def test_the_title_above_a_table_counts_its_rows() -> None:
    decision = read(
        "**I. Về kinh tế: 02 chỉ tiêu**\nTT\tChỉ tiêu\tMức phấn đấu\n"
        "1\tThu ngân sách\t2 tỷ đồng\n2\tHộ nghèo giảm\t12 hộ"
    )
    assert [item.target for item in decision.items if item.target] == ["2 tỷ đồng", "12 hộ"]


@pytest.mark.parametrize(
    ("line", "name", "level"),
    [
        ("a) Lĩnh vực hoạt động xây dựng: 98%;", "Lĩnh vực hoạt động xây dựng", "98%"),
        ("a) Về đất đai: 95% trở lên;", "Về đất đai", "95% trở lên"),
        ("a) Công tác thanh tra: 12 cuộc;", "Công tác thanh tra", "12 cuộc"),
        ("a) Trong lĩnh vực hộ tịch: ≥ 99%.", "Trong lĩnh vực hộ tịch", "≥ 99%"),
    ],
)
def test_a_field_before_a_level_alone_is_what_it_measures(line: str, name: str, level: str) -> None:
    items = read(f"1. Hồ sơ giải quyết đúng hạn đạt từ 98% trở lên, trong đó:\n{line}").items
    assert (items[-1].name, items[-1].target) == (name, level)


@pytest.mark.parametrize(
    ("sentence", "name", "level"),
    [
        ("Nâng cấp, mở rộng 04 tuyến hẻm (hẻm 27 và hẻm 63 đường Bến Cũ, hẻm 5 đường Bờ Kè)",
         "Nâng cấp, mở rộng (hẻm 27 và hẻm 63 đường Bến Cũ, hẻm 5 đường Bờ Kè)", "04 tuyến hẻm"),
        ("Nâng cấp 02 tuyến hẻm (hẻm 27, hẻm 63)",
         "Nâng cấp tuyến hẻm (hẻm 27, hẻm 63)", "02 tuyến"),
        ("Cải tạo 02 trường (Tiểu học số 1, Tiểu học số 2)",
         "Cải tạo trường (Tiểu học số 1, Tiểu học số 2)", "02 trường"),
        ("Nâng cấp 02 trạm y tế (trạm 1, trạm 3)",
         "Nâng cấp trạm y tế (trạm 1, trạm 3)", "02 trạm"),
        ("Thu hút 02 dự án (dự án đường 10, dự án khu dân cư số 3)",
         "Thu hút dự án (dự án đường 10, dự án khu dân cư số 3)", "02 dự án"),
        ("Sửa chữa 02 cầu (cầu Km5 và cầu số 3)", "Sửa chữa cầu (cầu Km5 và cầu số 3)", "02 cầu"),
        ("Số hóa 100% hồ sơ năm 2024, 2025", "Số hóa hồ sơ năm 2024, 2025", "100%"),
        ("Tỷ lệ hộ nghèo còn dưới 0,35% (theo chuẩn nghèo giai đoạn 2026 - 2030)",
         "Tỷ lệ hộ nghèo (theo chuẩn nghèo giai đoạn 2026 - 2030)", "còn dưới 0,35%"),
        ("100% hộ dân tổ 5, tổ 7 và tổ 9 được cấp nước sạch",
         "Hộ dân tổ 5, tổ 7 và tổ 9 được cấp nước sạch", "100%"),
        ("Tỷ lệ hài lòng đạt 92% (theo Quyết định 56/QĐ-BYT)",
         "Tỷ lệ hài lòng (theo Quyết định 56/QĐ-BYT)", "đạt 92%"),
        ("Tỷ lệ hồ sơ đúng hạn đạt 98% (năm 2025: 96%)",
         "Tỷ lệ hồ sơ đúng hạn", "đạt 98% (năm 2025: 96%)"),
        ("100% hồ sơ được hoàn thiện, nộp lưu trữ trong vòng 15 ngày kể từ ngày ra viện",
         "Hồ sơ được hoàn thiện, nộp lưu trữ trong vòng 15 ngày kể từ ngày ra viện", "100%"),
        ("95% đơn thư được tiếp nhận, trả lời trong thời hạn 10 ngày",
         "Đơn thư được tiếp nhận, trả lời trong thời hạn 10 ngày", "95%"),
    ],
)  # fmt: skip
def test_a_figure_that_only_names_something_stands_in_the_name(
    sentence: str, name: str, level: str
) -> None:
    found = clauses(sentence)
    assert [(one.name, one.target) for one in found] == [(name, level)]
    assert not any(note.doubtful for note in found[0].notes)


@pytest.mark.parametrize(
    ("sentence", "levels"),
    [
        ("100% đơn thư được tiếp nhận, thời gian trả lời không quá 10 ngày",
         ["100%", "không quá 10 ngày"]),
        ("Thu ngân sách 86,5 tỷ đồng (trong đó thu tiền sử dụng đất 20 tỷ đồng)",
         ["86,5 tỷ đồng", "20 tỷ đồng"]),
        ("100% sự cố được báo cáo, tối thiểu 90% sự cố được phân tích trong vòng 15 ngày",
         ["100%", "tối thiểu 90%"]),
        ("Tuyển dụng 25 người (nam 12, nữ 13)", ["25 người", "12", "13"]),
        ("Hỗ trợ 14 hộ nghèo (hộ nghèo 10, hộ cận nghèo 5)", ["14 hộ nghèo", "10", "5"]),
        ("Trồng 25 cây (cây xoài 12, cây ổi 10)", ["25 cây", "12", "10"]),
        ("Hỗ trợ 15 hộ (ấp 1: 5 hộ, ấp 2: 10 hộ)", ["15 hộ", "5 hộ", "10 hộ"]),
    ],
)  # fmt: skip
def test_a_further_level_beside_the_first_stays_one(sentence: str, levels: list[str]) -> None:
    assert [one.target for one in clauses(sentence)] == levels


def test_a_general_aim_behind_its_own_heading_is_listed_and_ends_no_list() -> None:
    decision = read("1. Mục tiêu chung: Huy động mọi nguồn lực.\n2. Thu ngân sách đạt 2 tỷ đồng.")
    assert [item.number for item in decision.items] == ["2"]
    assert any("mọi nguồn lực" in left.quote for left in decision.left_out)
    levels = read("1. Mục tiêu chung: Thu ngân sách đạt 2 tỷ đồng.\n2. Giảm 12 hộ nghèo.")
    assert [item.number for item in levels.items] == ["1", "2"]


@pytest.mark.parametrize(
    "line",
    [
        "1. 100% hồ sơ thuộc thẩm quyền được thẩm định đúng hạn (Phòng Quản lý xây dựng).",
        "1. Kiểm tra công trình (Phòng Quản lý xây dựng):\na) Ít nhất 45 công trình được kiểm tra.",
    ],
)
def test_a_department_in_brackets_reports_its_line_and_what_stands_below(line: str) -> None:
    assert read(line).items[-1].departments == ("Phòng Quản lý xây dựng",)


def test_a_rank_in_a_table_is_no_figure_of_which_more_is_better() -> None:
    rows = read("TT\tChỉ tiêu\tĐVT\tMức phấn đấu\n1\tXếp hạng PAR INDEX\tThứ hạng\t≤ 20").items
    assert rows[0].goal is not None
    assert (rows[0].goal.kind.value, rows[0].goal.comparator, rows[0].value) == ("rank", "<=", 20)


@pytest.mark.parametrize(
    ("sentence", "name", "level"),
    [
        ("Giải phóng mặt bằng 02 dự án", "Giải phóng mặt bằng", "02 dự án"),
        ("Cấp phát văn bằng 120 học viên", "Cấp phát văn bằng", "120 học viên"),
        ("Thu ngân sách bằng 105% dự toán", "Thu ngân sách", "bằng 105% dự toán"),
    ],
)
def test_bang_that_ends_a_word_stays_in_the_name(sentence: str, name: str, level: str) -> None:
    [clause] = clauses(sentence)
    assert (clause.name, clause.target) == (name, level)

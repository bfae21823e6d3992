"""Measures told by lines with labels, in a part about the work."""

from __future__ import annotations

import pytest

from qms_xlsx.document.decision import Decision
from qms_xlsx.document.model import Document
from qms_xlsx.document.texts import text_blocks
from qms_xlsx.document.understanding import understood

_HEAD = "I. MỤC TIÊU CHẤT LƯỢNG NĂM 2026\n1. Hồ sơ đúng hạn: 98%.\n\nIII. NHIỆM VỤ VÀ THỜI HẠN\n"


def read(text: str) -> Decision:
    return understood(Document(text_blocks(_HEAD + text)))


@pytest.mark.parametrize(
    "told",
    [
        "1. Rà soát quy trình nội bộ.\n- Chủ trì: Văn phòng; phối hợp: Phòng Kinh tế.\n"
        "- Thời hạn: trước ngày 28/02/2026. Kết quả: quy trình được phê duyệt.",
        "1. Rà soát quy trình nội bộ\n+ Đơn vị thực hiện: Văn phòng\n+ Phối hợp: Phòng Kinh tế\n"
        "+ Thời gian hoàn thành: trước ngày 28/02/2026\n+ Sản phẩm: quy trình được phê duyệt",
        "1. Rà soát quy trình nội bộ. Chủ trì: Văn phòng; đơn vị phối hợp: Phòng Kinh tế; thời hạn:"
        " trước ngày 28/02/2026; kết quả: quy trình được phê duyệt.",
        "1. Rà soát quy trình nội bộ (Chủ trì: Văn phòng; phối hợp: Phòng Kinh tế; hoàn thành: "
        "trước ngày 28/02/2026; sản phẩm: quy trình được phê duyệt).",
    ],
)
def test_labels_say_who_leads_a_measure_by_when_and_what_shows_it(told: str) -> None:
    (action,) = read(told).plan
    assert (action.number, action.measure, action.lead, action.coordinating) == (
        "III.1", "Rà soát quy trình nội bộ", "Văn phòng", "Phòng Kinh tế",
    )  # fmt: skip
    assert action.deadline == "trước ngày 28/02/2026"
    assert action.evidence == "quy trình được phê duyệt"


def test_a_line_whose_labels_name_no_time_or_nobody_is_only_listed() -> None:
    decision = read("1. Rà soát quy trình nội bộ.\n- Chủ trì: Văn phòng.\n2. Kết quả: tốt.\n")
    assert not decision.plan
    quotes = [one.quote for one in decision.left_out]
    assert "1. Rà soát quy trình nội bộ." in quotes
    assert "- Chủ trì: Văn phòng." in quotes


def test_labels_of_one_measure_are_not_taken_for_the_next() -> None:
    decision = read(
        "1. Rà soát quy trình.\n- Chủ trì: Văn phòng.\n- Thời hạn: quý I.\n"
        "2. Khảo sát hài lòng.\n- Chủ trì: Phòng Kinh tế.\n- Thời hạn: quý II.\n"
    )
    assert [(a.lead, a.deadline) for a in decision.plan] == [
        ("Văn phòng", "quý I"),
        ("Phòng Kinh tế", "quý II"),
    ]


_BLOCK = """1. Giải quyết hồ sơ
Chỉ tiêu: hồ sơ đúng hạn đạt 98%.
Biện pháp thực hiện:
+ Rà soát quy trình (Chủ trì: Văn phòng; thời hạn: quý I/2026).
"""
_NEXT = """2. Thu ngân sách
Chỉ tiêu: thu đạt 2 tỷ đồng.
Biện pháp thực hiện:
+ Rà soát nguồn thu (Chủ trì: Phòng Kinh tế; thời hạn: quý II/2026).
"""


def test_measures_below_each_objective_serve_it() -> None:
    text = f"I. MỤC TIÊU CHẤT LƯỢNG NĂM 2026\n{_BLOCK}{_NEXT}"
    decision = understood(Document(text_blocks(text)))
    names = {item.number: item.quote for item in decision.items}
    served = [[names[number] for number in row.objectives] for row in decision.plan]
    assert [len(one) for one in served] == [1, 1]
    assert ["hồ sơ" in served[0][0], "thu đạt" in served[1][0]] == [True, True]
    assert [item.departments for item in decision.items if item.target] == [
        ("Văn phòng",), ("Phòng Kinh tế",),
    ]  # fmt: skip


def test_measures_below_the_last_objective_only_may_be_of_the_whole() -> None:
    blocks = _BLOCK.partition("Biện pháp")[0] + _NEXT
    decision = understood(Document(text_blocks(f"I. MỤC TIÊU CHẤT LƯỢNG NĂM 2026\n{blocks}")))
    assert [row.objectives for row in decision.plan] == [()]


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("Phòng Kinh tế, Hạ tầng và Đô thị chủ trì; thời gian: trước ngày 31/3/2026.",
         ("Phòng Kinh tế, Hạ tầng và Đô thị", "", "trước ngày 31/3/2026")),
        ("Văn phòng chủ trì, phối hợp với Đoàn Thanh niên phường; thời gian thực hiện: quý I và "
         "quý II/2026.", ("Văn phòng", "Đoàn Thanh niên phường", "quý I và quý II/2026")),
        ("Giao Phòng Nội vụ chủ trì; thời hạn: hằng tuần.", ("Phòng Nội vụ", "", "hằng tuần")),
        ("Ban hành quy chế: Phó Hiệu trưởng chủ trì, Tổ Toán, Tổ Văn phối hợp, thực hiện trước "
         "ngày 10/9/2026.", ("Phó Hiệu trưởng", "Tổ Toán, Tổ Văn", "trước ngày 10/9/2026")),
    ],
)  # fmt: skip
def test_who_leads_may_be_told_in_a_sentence_behind_what_is_done(
    said: str, told: tuple[str, str, str]
) -> None:
    text = f"I. MỤC TIÊU\n1. Hồ sơ đúng hạn 98%.\n\nII. BIỆN PHÁP THỰC HIỆN\n1. Rà soát sổ. {said}"
    [row] = understood(Document(text_blocks(text))).plan
    assert (row.lead, row.coordinating, row.deadline) == told


def test_a_line_may_say_who_leads_all_that_follows() -> None:
    rows = read(
        "1. Văn phòng chủ trì:\na) Rà soát quy trình. Phối hợp: các phòng. Thời gian: quý I/2026.\n"
        "b) Khảo sát người dân. Thời gian: tháng 5/2026.\n2. Phòng Kinh tế phụ trách:\n"
        "a) Rà soát nguồn thu\n+ Phối hợp: Thuế cơ sở\n+ Thời gian: hằng tháng."
    ).plan
    assert [row.number for row in rows] == ["III.1.a", "III.1.b", "III.2.a"]
    assert [(row.measure, row.lead, row.coordinating, row.deadline) for row in rows] == [
        ("Rà soát quy trình", "Văn phòng", "các phòng", "quý I/2026"),
        ("Khảo sát người dân", "Văn phòng", "", "tháng 5/2026"),
        ("Rà soát nguồn thu", "Phòng Kinh tế", "Thuế cơ sở", "hằng tháng"),
    ]


def test_brackets_at_the_end_may_say_who_leads_and_by_when() -> None:
    text = (
        "I. MỤC TIÊU\n1. Hồ sơ đúng hạn 98%.\n\nII. BIỆN PHÁP THỰC HIỆN\n"
        "1. Dự giờ, góp ý (Các tổ chuyên môn; hằng tuần).\n2. Lấy ý kiến (Văn phòng; trước 15/5/2026)."
    )
    assert [
        (row.measure, row.lead, row.deadline)
        for row in understood(Document(text_blocks(text))).plan
    ] == [
        ("Dự giờ, góp ý", "Các tổ chuyên môn", "hằng tuần"),
        ("Lấy ý kiến", "Văn phòng", "trước 15/5/2026"),
    ]


def test_measures_of_one_number_below_several_objectives_keep_their_own_and_theirs() -> None:
    blocks = (_BLOCK + _NEXT).replace("+ ", "a) ")
    decision = understood(Document(text_blocks(f"I. MỤC TIÊU CHẤT LƯỢNG NĂM 2026\n{blocks}")))
    assert len({row.number for row in decision.plan}) == 2
    assert len({row.objectives for row in decision.plan}) == 2

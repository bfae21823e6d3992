"""Who reports which objectives, told in paragraphs and tables of their own."""

from __future__ import annotations

import pytest

from qms_xlsx.document.assigning import without_party
from qms_xlsx.document.decision import Decision
from qms_xlsx.document.draft import draft_of
from qms_xlsx.document.model import Document
from qms_xlsx.document.parties import parties_of, split_parties
from qms_xlsx.document.texts import text_blocks
from qms_xlsx.document.understanding import understood

GOALS = """**MỤC TIÊU CHẤT LƯỢNG NĂM 2026**
Mục tiêu 1. Về kinh tế
- Thu ngân sách đạt 12 tỷ đồng;
- Thu phí đạt 2 tỷ đồng.
Mục tiêu 2. Về cải cách hành chính
- Tỷ lệ hồ sơ đúng hạn đạt 99%.
Mục tiêu 3. Tỷ lệ hộ nghèo dưới 2%.
**III. TỔ CHỨC THỰC HIỆN**
"""


def given(organisation: str) -> dict[str, tuple[str, ...]]:
    decision = read(organisation)
    return {item.number: item.departments for item in decision.items if item.target}


def read(organisation: str) -> Decision:
    return understood(Document(text_blocks(GOALS + organisation)))


@pytest.mark.parametrize(
    "organisation",
    [
        "1. Phòng Kinh tế theo dõi Mục tiêu 1; Văn phòng HĐND và UBND theo dõi Mục tiêu 2, 3.",
        "1. Phòng Kinh tế chủ trì thực hiện mục tiêu 1. Giao Văn phòng HĐND và UBND chủ trì mục tiêu 2 và 3.",
        "1. Phòng Kinh tế phụ trách Mục tiêu số 1, Văn phòng HĐND và UBND phụ trách các mục tiêu từ 2 đến 3.",
        "Mục tiêu 1: Phòng Kinh tế.\nMục tiêu 2 và Mục tiêu 3: Văn phòng HĐND và UBND.",
        "- Phòng Kinh tế: Mục tiêu 1.\n- Văn phòng HĐND và UBND: Mục tiêu 2, Mục tiêu 3.",
        "- Mục tiêu 1 do Phòng Kinh tế chủ trì; mục tiêu 2, 3 giao Văn phòng HĐND và UBND chủ trì.",
        "1. Phòng Kinh tế\n- Chủ trì, theo dõi Mục tiêu 1;\n- Phối hợp thực hiện Mục tiêu 2.\n"
        "2. Văn phòng HĐND và UBND:\n- Chịu trách nhiệm báo cáo các mục tiêu 2, 3.",
        "1. Phòng Kinh tế: chủ trì thực hiện Mục tiêu 1; phối hợp thực hiện Mục tiêu 3.\n"
        "2. Văn phòng HĐND và UBND: theo dõi Mục tiêu 2, 3.",
        "1. Trưởng phòng Kinh tế chịu trách nhiệm Mục tiêu 1.\n"
        "2. Chánh Văn phòng HĐND và UBND chịu trách nhiệm Mục tiêu 2, Mục tiêu 3.",
        "1. Phòng Kinh tế theo dõi các mục tiêu về kinh tế.\n"
        "2. Văn phòng HĐND và UBND có trách nhiệm theo dõi mục tiêu về cải cách hành chính và Mục tiêu 3.",
        "Mục tiêu	Đơn vị chủ trì	Ghi\nMục tiêu 1	Phòng Kinh tế	\n"
        "Mục tiêu 2, 3	Văn phòng HĐND và UBND	",
        "TT	Đơn vị chủ trì	Nội dung\n1	Phòng Kinh tế	Mục tiêu 1\n"
        "2	Văn phòng HĐND và UBND	Theo dõi Mục tiêu 2 và Mục tiêu 3",
    ],
)  # fmt: skip
def test_departments_named_by_number_report_the_objectives_of_that_number(
    organisation: str,
) -> None:
    told = given(organisation)
    assert told == {
        "1.1": ("Phòng Kinh tế",),
        "1.2": ("Phòng Kinh tế",),
        "2.1": ("Văn phòng HĐND và UBND",),
        "3": ("Văn phòng HĐND và UBND",),
    }


@pytest.mark.parametrize(
    "organisation",
    [
        "1. Phòng Kinh tế phối hợp với các phòng thực hiện Mục tiêu 1.",
        "1. Phòng Kinh tế tổng hợp kết quả Mục tiêu 1.",
        "1. Ban Chỉ đạo ISO theo dõi Mục tiêu 1, 2, 3.",
        "1. Thư ký ISO chịu trách nhiệm Mục tiêu 1, 2, 3.",
        "1. Các phòng phấn đấu hoàn thành 100% chỉ tiêu.",
        "1. Văn phòng HĐND và UBND kiểm tra, đôn đốc thực hiện Mục tiêu 1.",
        "1. Kinh phí thực hiện Mục tiêu 1 là 85 triệu đồng.",
        "1. Phòng Kinh tế chủ trì Mục tiêu 7.",
    ],
)
def test_who_only_helps_or_keeps_the_system_reports_nothing(organisation: str) -> None:
    assert set(given(organisation).values()) == {()}


def test_two_who_do_it_together_both_report() -> None:
    told = given("1. Ban Chỉ huy Quân sự và Công an xã phối hợp theo dõi Mục tiêu 3.")
    assert told["3"] == ("Ban Chỉ huy Quân sự", "Công an xã")


def test_several_of_a_kind_are_each_named_and_a_group_stays_a_group() -> None:
    told = given(
        "1. Các phòng: Nội vụ, Tư pháp chịu trách nhiệm Mục tiêu 1.\n2. Các phòng chuyên môn thực hiện Mục tiêu 3."
    )
    assert (told["1.1"], told["3"]) == (
        ("Phòng Nội vụ", "Phòng Tư pháp"),
        ("Các phòng chuyên môn",),
    )


def test_what_gives_an_objective_is_quoted_with_its_place_and_its_passage_is_listed() -> None:
    decision = read("1. Phòng Kinh tế theo dõi Mục tiêu 1.")
    first = next(item for item in decision.items if item.target)
    assert first.given == "“1. Phòng Kinh tế theo dõi Mục tiêu 1.” (Dòng 9)"
    row = draft_of(decision).rows["objectives"][1]
    assert row["note"] == f"Giao theo {first.given}"
    reasons = {left.quote: left.reason.id for left in decision.left_out}
    assert reasons["1. Phòng Kinh tế theo dõi Mục tiêu 1."].startswith("who reports what")
    assert [party.name for party in decision.departments] == ["Phòng Kinh tế"]


def test_what_the_row_itself_names_wins() -> None:
    decision = understood(Document(text_blocks(
        "**MỤC TIÊU CHẤT LƯỢNG**\n1. Thu phí đạt 2 tỷ đồng (Phòng Tài chính chủ trì).\n"
        "**II. TỔ CHỨC THỰC HIỆN**\n1. Phòng Kinh tế theo dõi Mục tiêu 1."
    )))  # fmt: skip
    assert decision.items[0].departments == ("Phòng Tài chính",)


def test_a_number_that_two_objectives_bear_gives_neither() -> None:
    decision = understood(Document(text_blocks(
        "**I. MỤC TIÊU CHẤT LƯỢNG**\n1. Thu phí đạt 2 tỷ đồng.\n**II. MỤC TIÊU PHẤN ĐẤU**\n"
        "1. Tỷ lệ hộ nghèo dưới 2%.\n**III. TỔ CHỨC THỰC HIỆN**\n1. Phòng Kinh tế theo dõi Mục tiêu 1."
    )))  # fmt: skip
    assert [item.departments for item in decision.items if item.target] == [(), ()]


def test_numbers_below_groups_are_meant_where_only_one_row_bears_them() -> None:
    decision = understood(Document(text_blocks(
        "**MỤC TIÊU CHẤT LƯỢNG**\nB1. Chuyên môn\n1) Tỷ lệ tử vong < 0,5%\nB2. Hài lòng\n"
        "2) Người bệnh hài lòng ≥ 90%\n**C. PHÂN CÔNG**\n- Mục 1: Khoa Dược\n- Mục 2: Phòng Công tác xã hội"
    )))  # fmt: skip
    told = {item.number: item.departments for item in decision.items if item.target}
    assert told == {"B1.1": ("Khoa Dược",), "B2.2": ("Phòng Công tác xã hội",)}


def test_a_department_called_by_its_kind_alone_is_one() -> None:
    decision = read(
        "1. Tổ chuyên môn chịu trách nhiệm Mục tiêu 1.\n2. Phòng Tổ chức - Hành chính: Mục tiêu 2."
    )
    assert [(party.name, party.code) for party in decision.departments] == [
        ("Tổ chuyên môn", "CM"),
        ("Phòng Tổ chức - Hành chính", "TC-HC"),
    ]


RUNNING = """**II. CÁC CHỈ TIÊU CHỦ YẾU**
1. Chỉ tiêu kinh tế (2 chỉ tiêu)
(1) Thu ngân sách: 12,5 tỷ đồng.
(2) Diện tích rau an toàn: 25 ha.
2. Chỉ tiêu văn hóa (1 chỉ tiêu)
(3) Tỷ lệ thôn văn hóa: 90%.
3. Chỉ tiêu hành chính (3 chỉ tiêu)
(4) Hồ sơ trực tuyến: ≥ 75 %.
(5) Hài lòng: > 92%.
**Phần thứ ba TỔ CHỨC THỰC HIỆN**
**III. TỔ CHỨC THỰC HIỆN**
"""


@pytest.mark.parametrize(
    ("organisation", "told"),
    [
        ("- Phòng A phụ trách chỉ tiêu 1, 2.", ["1.1", "1.2"]),
        ("- Phòng A phụ trách mục tiêu 1, 2.", ["1.1", "1.2", "2.3"]),
        ("- Mục 2: Phòng A.", []),
        ("- Mục 4: Phòng A.", ["3.4"]),
        ("- Phòng A phụ trách chỉ tiêu 1; Phòng B phụ trách các chỉ tiêu còn lại.",
         ["1.1", "1.2", "2.3", "3.4", "3.5"]),
    ],
)  # fmt: skip
def test_numbers_that_run_on_below_headings_are_told_from_those_of_the_headings(
    organisation: str, told: list[str]
) -> None:
    decision = understood(Document(text_blocks(RUNNING + organisation)))
    assert [item.number for item in decision.items if item.departments] == told
    said = [
        (c.says.values["number"], c.agrees) for c in decision.checks if "number" in c.says.values
    ]
    assert said == [("1", True), ("2", True), ("3", False)]


def test_a_line_that_says_whose_list_follows_gives_it_and_one_behind_a_list_gives_nothing() -> None:
    def told(text: str) -> dict[str, tuple[str, ...]]:
        decision = understood(Document(text_blocks(f"**MỤC TIÊU CHẤT LƯỢNG**\n{text}")))
        return {item.name: item.departments for item in decision.items if item.target}

    assert told(
        "Bộ phận: Phòng Kỹ thuật\n1. Thất thoát nước ≤ 14%.\n"
        "Bộ phận: Phòng Kinh doanh\n1. Công nợ quá hạn không quá 2%."
    ) == {"Thất thoát nước": ("Phòng Kỹ thuật",), "Công nợ quá hạn": ("Phòng Kinh doanh",)}
    assert told("1. Thất thoát nước ≤ 14%.\nBộ phận: Phòng Kỹ thuật") == {"Thất thoát nước": ()}


@pytest.mark.parametrize(
    "name",
    [
        "Phòng Lao động - Thương binh và Xã hội",
        "Phòng Quản lý công nghệ và Sở hữu trí tuệ",
        "Phòng Kế hoạch và Tổ chức cán bộ",
        "Ban Mặt trận và Đoàn thể",
    ],
)
def test_a_departments_name_is_not_cut_where_its_last_words_begin_like_another(name: str) -> None:
    assert split_parties(f"{name}, Xã An Bình") == (name, "Xã An Bình")


def test_who_heads_a_department_is_another_spelling_of_it_and_heads_of_all_are_a_group() -> None:
    said = ["Phòng Điều dưỡng", "Trưởng phòng Điều dưỡng", "Trưởng các khoa lâm sàng"]
    (party,), groups = parties_of(said, ())
    assert (party.name, party.aliases) == ("Phòng Điều dưỡng", ("Trưởng phòng Điều dưỡng",))
    assert groups == ("Trưởng các khoa lâm sàng",)


def test_who_only_gathers_the_results_of_all_reports_no_single_objective() -> None:
    decision = understood(
        Document(
            text_blocks("""**MỤC TIÊU CHẤT LƯỢNG NĂM 2026**
Mục tiêu 1: Tin báo tội phạm được giải quyết đạt trên 90%.

**KẾ HOẠCH THỰC HIỆN**

STT	Mục tiêu	Biện pháp	Chủ trì	Thời hạn
1	Mục tiêu 1	Tiếp công dân	Công an xã	Hàng tháng
2	Mục tiêu 1	Báo cáo kết quả thực hiện mục tiêu chất lượng	Văn phòng	Trước 30/11
""")
        )
    )
    assert [item.departments for item in decision.items if item.target] == [("Công an xã",)]


_LETTERED = """**MỤC TIÊU CHẤT LƯỢNG NĂM 2026**
a) Hồ sơ đúng hạn: 98%.
b) Tỷ lệ hài lòng: 95%.
c) Tỷ lệ hộ nghèo: 2%.

**TỔ CHỨC THỰC HIỆN**
"""
_NESTED = """**MỤC TIÊU CHẤT LƯỢNG NĂM 2026**
1. Cải cách hành chính
a) Hồ sơ đúng hạn: 98%.
b) Tỷ lệ hài lòng: 95%.
2. Xã hội
a) Tỷ lệ hộ nghèo: 2%.

**TỔ CHỨC THỰC HIỆN**
"""


@pytest.mark.parametrize(
    ("goals", "organisation"),
    [
        (_LETTERED, "- Mục a, b: Văn phòng.\n- Mục c: Phòng Kinh tế."),
        (_LETTERED, "Văn phòng theo dõi mục tiêu a và b; Phòng Kinh tế theo dõi mục tiêu c."),
        (_LETTERED, "- Văn phòng: mục tiêu a, mục tiêu b.\n- Phòng Kinh tế: mục tiêu c."),
        (_NESTED, "- Điểm a, b mục 1: Văn phòng.\n- Điểm a mục 2: Phòng Kinh tế."),
        (_NESTED, "Văn phòng theo dõi chỉ tiêu 1a, 1b; Phòng Kinh tế theo dõi chỉ tiêu 2.a."),
    ],
)
def test_letters_mean_the_objectives_that_bear_them(goals: str, organisation: str) -> None:
    items = understood(Document(text_blocks(goals + organisation))).items
    given = [item.departments for item in items if item.target]
    assert given == [("Văn phòng",), ("Văn phòng",), ("Phòng Kinh tế",)]


@pytest.mark.parametrize(
    "brackets",
    [
        "Văn phòng chủ trì, các khu phố phối hợp",
        "Chủ trì: Văn phòng; phối hợp: Phòng Kinh tế",
        "chủ trì: Văn phòng, phối hợp với Phòng Kinh tế",
        "Văn phòng phối hợp với Công an xã thực hiện",
        "Đơn vị chủ trì: Văn phòng. Phối hợp: các phòng",
    ],
)
def test_who_only_helps_in_brackets_reports_nothing(brackets: str) -> None:
    assert without_party(f"Hồ sơ đúng hạn: 98% ({brackets}).") == (
        "Hồ sơ đúng hạn: 98%.", ("Văn phòng",),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("brackets", "name"),
    [
        ("phụ trách: Xưởng thực hành", "Xưởng thực hành"),
        ("Đầu mối: cố vấn học tập; phối hợp: Phòng Đào tạo", "cố vấn học tập"),
        ("giao: Bộ phận Một cửa", "Bộ phận Một cửa"),
    ],
)
def test_a_label_in_brackets_says_who_reports_whatever_it_is_called(
    brackets: str, name: str
) -> None:
    assert without_party(f"Hồ sơ đúng hạn: 98% ({brackets}).")[1] == (name,)


def test_brackets_behind_a_grade_name_who_reports_it() -> None:
    text = "Chỉ số cải cách hành chính của xã xếp loại Tốt trở lên (Văn phòng HĐND và UBND)."
    assert without_party(text)[1] == ("Văn phòng HĐND và UBND",)

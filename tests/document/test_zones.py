"""What belongs to the objectives: sentences that open them, sections about the work, aims."""

from __future__ import annotations

import pytest

from qms_xlsx.document.decision import Decision
from qms_xlsx.document.model import Document
from qms_xlsx.document.texts import text_blocks
from qms_xlsx.document.understanding import understood


def read(text: str) -> Decision:
    return understood(Document(text_blocks(f"**MỤC TIÊU CHẤT LƯỢNG NĂM 2026**\n\n{text}")))


def left(decision: Decision, words: str) -> str:
    (reason,) = [one.reason.id for one in decision.left_out if words in one.quote]
    return reason


@pytest.mark.parametrize(
    "sentence",
    [
        "Căn cứ kế hoạch năm 2026, từng khoa phấn đấu thực hiện các mục tiêu sau đây:",
        "Thực hiện Nghị quyết số 12/NQ-HĐND, Ủy ban nhân dân phường giao các chỉ tiêu như sau:",
        "Trong năm 2026, Sở phấn đấu hoàn thành các mục tiêu chất lượng cụ thể:",
    ],
)
def test_a_sentence_that_announces_the_objectives_below_their_title_ends_none(
    sentence: str,
) -> None:
    decision = read(f"{sentence}\n\n1. Hồ sơ đúng hạn: 98%.\n2. Tỷ lệ hài lòng: trên 90%.\n")
    assert [item.value for item in decision.items] == [98, 90]


@pytest.mark.parametrize(
    "title",
    [
        "NHIỆM VỤ CHUYÊN MÔN",
        "KẾ HOẠCH - TÀI CHÍNH",
        "HƯỚNG DẪN, HỖ TRỢ DOANH NGHIỆP",
        "KHEN THƯỞNG, KỶ LUẬT",
    ],
)
def test_a_section_of_the_objectives_may_be_about_tasks_or_plans(title: str) -> None:
    decision = read(
        f"I. CẢI CÁCH HÀNH CHÍNH\n1. Hồ sơ đúng hạn: 98%.\nII. {title}\n1. Sáng kiến: 05."
    )
    assert [(item.number, item.value) for item in decision.items if item.target] == [
        ("I.1", 98),
        ("II.1", 5),
    ]


@pytest.mark.parametrize(
    "title",
    [
        "NHIỆM VỤ, GIẢI PHÁP",
        "NHIỆM VỤ TRỌNG TÂM",
        "KẾ HOẠCH THỰC HIỆN",
        "TỔ CHỨC THỰC HIỆN",
        "KINH PHÍ THỰC HIỆN",
    ],
)
def test_a_section_about_carrying_them_out_ends_the_objectives(title: str) -> None:
    decision = read(f"I. CẢI CÁCH HÀNH CHÍNH\n1. Hồ sơ đúng hạn: 98%.\nII. {title}\n1. Họp 02 lần.")
    assert [item.value for item in decision.items if item.target] == [98]


@pytest.mark.parametrize("ward", ["Nam Hạ", "Long Hạ", "Phú Thọ"])
def test_the_line_below_a_title_that_names_its_decision_sets_nothing(ward: str) -> None:
    line = f"(Kèm theo Quyết định số 37/QĐ-UBND ngày 14/01/2026 của UBND phường {ward})"
    decision = read(f"{line}\n\n1. Hồ sơ đúng hạn: 98%.")
    assert [item.target for item in decision.items] == ["98%"]


_LIST = "1. Hồ sơ đúng hạn: 98%.\n2. Tỷ lệ hài lòng: trên 90%.\n3. {}\n"


@pytest.mark.parametrize(
    "aim",
    [
        "Không ngừng nâng cao nhận thức của cán bộ, công chức về hệ thống.",
        "Từng bước nâng cao chất lượng công tác dược lâm sàng.",
        "Tăng cường tuyên truyền, phổ biến, giáo dục pháp luật trong nhân dân.",
        "Đẩy mạnh phong trào năng suất, chất lượng trong doanh nghiệp.",
        "Tiếp tục đổi mới phong cách phục vụ.",
    ],
)
def test_an_aim_among_levels_is_listed_and_no_objective(aim: str) -> None:
    decision = read(_LIST.format(aim))
    assert len(decision.items) == 2
    assert left(decision, aim[:30]) == "a general aim without a level"


@pytest.mark.parametrize(
    "promise",
    [
        "Duy trì hệ thống quản lý chất lượng theo TCVN ISO 9001:2015.",
        "Trường đạt chuẩn quốc gia mức độ 1.",
        "Tăng cường tiếp dân, ít nhất 02 buổi/tháng.",
    ],
)
def test_what_is_kept_reached_or_counted_among_levels_is_an_objective(promise: str) -> None:
    assert len(read(_LIST.format(promise)).items) == 3


def test_where_an_office_promises_in_words_alone_its_aims_are_its_objectives() -> None:
    decision = read(
        "1. Đẩy mạnh ứng dụng công nghệ thông tin.\n2. Nâng cao tinh thần phục vụ.\n"
        "3. Hồ sơ đúng hạn: 98%.\n"
    )
    assert len(decision.items) == 3


@pytest.mark.parametrize(
    "article",
    [
        "Điều 2. Mục tiêu chung về chất lượng năm 2026:",
        "Điều 2. Công bố mục tiêu tổng quát như sau:",
        "Điều 2. Các mục tiêu chung của đơn vị:",
    ],
)
def test_an_article_of_general_aims_sets_none_unless_one_states_a_level(article: str) -> None:
    head = "**QUYẾT ĐỊNH**\n**Về mục tiêu chất lượng năm 2026**\n"
    aims = "1. Xây dựng môi trường làm việc đoàn kết.\n2. Duy trì TCVN ISO 9001:2015."
    none = understood(Document(text_blocks(f"{head}{article}\n{aims}\nĐiều 3. Thi hành.")))
    assert none.items == ()
    assert left(none, "Xây dựng môi trường") == "a general aim without a level"
    some = understood(Document(text_blocks(f"{head}{article}\n{aims}\n3. Hồ sơ đúng hạn: 98%.")))
    assert "98%" in [item.target for item in some.items]


def test_a_heading_that_names_what_falls_sets_no_level() -> None:
    decision = read("3. Lĩnh vực giảm nghèo, bảo trợ xã hội\n3.1. Tỷ lệ hộ nghèo còn 3,1%.\n")
    assert [(item.number, item.target) for item in decision.items] == [
        ("3", ""),
        ("3.1", "còn 3,1%"),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "Phòng Kinh tế theo dõi mục tiêu 1. Văn phòng theo dõi mục tiêu 2.",
        "- Phòng Kinh tế phụ trách các mục tiêu 1, 2;",
        "Giao Phòng Kinh tế chủ trì thực hiện mục tiêu số 1.",
        "Phong Kinh te theo doi muc tieu 1.",
    ],
)
def test_a_line_behind_the_list_that_says_who_reports_what_is_no_objective(line: str) -> None:
    decision = read(f"1. Hồ sơ đúng hạn: 98%.\n2. Tỷ lệ hài lòng: trên 90%.\n\n{line}\n")
    assert [item.value for item in decision.items] == [98, 90]


def test_a_document_without_diacritics_ends_with_who_reports_by_when() -> None:
    decision = understood(
        Document(
            text_blocks(
                "MUC TIEU CHAT LUONG NAM 2026\n\n1. 100% ho so duoc giai quyet dung han.\n\n"
                "Cac phong bao cao ket qua 6 thang truoc ngay 15/6 va ca nam truoc ngay 30/11.\n"
            )
        )
    )
    assert [item.target for item in decision.items] == ["100%"]
    assert (decision.due_h1, decision.due_year) == ("15/6", "30/11")


_SECTIONS = """**KẾ HOẠCH NĂM HỌC 2026 - 2027**
**II. {title}**
{one} Đội ngũ
{levels}
- 100% giáo viên đạt chuẩn.
{work}
- Cử 05 giáo viên đi học 20 ngày.
{two} Giáo dục
{levels}
- Tỷ lệ hoàn thành chương trình: 99%.
{work}
- Phụ đạo 02 buổi/tuần.
**III. TỔ CHỨC THỰC HIỆN**
1. Họp 03 lần.
"""


@pytest.mark.parametrize("title", ["MỤC TIÊU, CHỈ TIÊU VÀ GIẢI PHÁP", "NHIỆM VỤ VÀ GIẢI PHÁP"])
@pytest.mark.parametrize(
    ("one", "two", "levels", "work"),
    [
        ("1.", "2.", "* Chỉ tiêu:", "* Giải pháp:"),
        ("1.", "2.", "a) Chỉ tiêu", "b) Nhiệm vụ, giải pháp"),
        ("1.", "2.", "Các chỉ tiêu cụ thể:", "Biện pháp thực hiện:"),
        ("2.1.", "2.2.", "+ Chỉ tiêu phấn đấu:", "+ Các giải pháp:"),
    ],
)
def test_sections_that_say_levels_and_work_in_turn_give_their_levels(
    title: str, one: str, two: str, levels: str, work: str
) -> None:
    text = _SECTIONS.format(title=title, one=one, two=two, levels=levels, work=work)
    decision = understood(Document(text_blocks(text)))
    names = {item.number: item.name for item in decision.items}
    told = [(names[i.parent], i.value) for i in decision.items if i.target]
    assert told == [("Đội ngũ", 100), ("Giáo dục", 99)]
    assert left(decision, "Cử 05 giáo viên") == "organisation of the work, no objective"

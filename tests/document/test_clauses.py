"""Sentences as decisions write them: one clause a target, each with the name that it needs."""

from __future__ import annotations

from pathlib import Path

import pytest

from qms_xlsx.document.clauses import clauses
from qms_xlsx.document.decision import Decision
from qms_xlsx.document.model import Document
from qms_xlsx.document.opening import opened_document
from qms_xlsx.document.texts import text_blocks
from qms_xlsx.document.understanding import understood
from tests.document.word_writer import W, paragraph, write_docx

HEAD = "**MỤC TIÊU CHẤT LƯỢNG NĂM 2026**\n"


def read(text: str) -> Decision:
    return understood(Document(text_blocks(HEAD + text)))


@pytest.mark.parametrize(
    ("sentence", "named"),
    [
        ("Có 5/6 trường học đạt chuẩn quốc gia, đạt tỷ lệ 83,3%.",
         [("Trường học đạt chuẩn quốc gia", "5/6 trường học")]),
        ("12/15 thôn đạt danh hiệu văn hóa, chiếm 80%; 95% hộ đạt gia đình văn hóa.",
         [("Thôn đạt danh hiệu văn hóa", "12/15 thôn"), ("Hộ đạt gia đình văn hóa", "95%")]),
        ("Thực hiện 30/32 nhiệm vụ (93,8%), không có nhiệm vụ quá hạn.",
         [("Thực hiện nhiệm vụ", "30/32 nhiệm vụ"),
          ("Nhiệm vụ quá hạn", "không có nhiệm vụ quá hạn")]),
        ("Tổng diện tích gieo trồng 79 ha; trong đó: lúa 52 ha, rau các loại 27 ha.",
         [("Tổng diện tích gieo trồng", "79 ha"), ("Tổng diện tích gieo trồng: lúa", "52 ha"),
          ("Tổng diện tích gieo trồng: rau các loại", "27 ha")]),
        ("Tỷ lệ hài lòng của người bệnh đạt ≥ 92%, nhân viên y tế đạt ≥ 88%.",
         [("Tỷ lệ hài lòng của người bệnh", "đạt ≥ 92%"),
          ("Tỷ lệ hài lòng của nhân viên y tế", "đạt ≥ 88%")]),
        ("Mức độ hài lòng của người dân đạt trên 95%; riêng lĩnh vực đất đai đạt trên 90%.",
         [("Mức độ hài lòng của người dân", "đạt trên 95%"),
          ("Mức độ hài lòng của người dân riêng lĩnh vực đất đai", "đạt trên 90%")]),
        ("100% phản ánh được xử lý, trong đó ít nhất 90% đúng hạn.",
         [("Phản ánh được xử lý", "100%"), ("Phản ánh được xử lý: đúng hạn", "ít nhất 90%")]),
        ("Trường duy trì đạt chuẩn quốc gia mức độ 1, tập thể đạt danh hiệu “Tập thể lao động xuất sắc”.",
         [("Trường", "duy trì đạt chuẩn quốc gia mức độ 1"),
          ("Tập thể", "đạt danh hiệu “Tập thể lao động xuất sắc”")]),
        ("100% cán bộ có tinh thần, thái độ phục vụ tốt, không có đơn thư.",
         [("Cán bộ có tinh thần, thái độ phục vụ tốt", "100%"), ("Đơn thư", "không có đơn thư")]),
        ("Không có học sinh xếp loại Chưa đạt.",
         [("Học sinh xếp loại Chưa đạt", "Không có học sinh xếp loại Chưa đạt")]),
        ("Tỷ lệ hộ sử dụng nước sạch 95% (nước hợp vệ sinh 100%).",
         [("Tỷ lệ hộ sử dụng nước sạch", "95%"),
          ("Tỷ lệ hộ sử dụng nước sạch: nước hợp vệ sinh", "100%")]),
        ("Tỷ lệ hộ nghèo còn 2,5% (năm 2025 là 3%).",
         [("Tỷ lệ hộ nghèo", "còn 2,5% (năm 2025 là 3%)")]),
        ("Khám có thêm 02 kỹ thuật: dưới 3,5 giờ.",
         [("Khám có thêm 02 kỹ thuật", "dưới 3,5 giờ")]),
        ("Bé chuyên cần: 5 tuổi đạt 97%, các độ tuổi khác đạt 92%.",
         [("Bé chuyên cần: 5 tuổi", "đạt 97%"),
          ("Bé chuyên cần: các độ tuổi khác", "đạt 92%")]),
        ("Tổ chức 03 lớp tập huấn, với ít nhất 150 lượt người tham gia.",
         [("Tổ chức lớp tập huấn", "03 lớp tập huấn"),
          ("Lượt người tham gia", "ít nhất 150 lượt người")]),
        ("Tuyển dụng 45 công chức, 120 viên chức.",
         [("Tuyển dụng công chức", "45 công chức"), ("Tuyển dụng viên chức", "120 viên chức")]),
        ("90% công chức đạt chuẩn tin học; trong đó 50% sử dụng thành thạo.",
         [("Công chức đạt chuẩn tin học", "90%"),
          ("Công chức đạt chuẩn tin học: sử dụng thành thạo", "50%")]),
        ("Giáo viên dạy giỏi: 15 đồng chí.", [("Giáo viên dạy giỏi", "15 đồng chí")]),
        ("Giải quyết việc làm mới cho 620 lao động.", [("Giải quyết việc làm mới", "620 lao động")]),
    ],
)  # fmt: skip
def test_each_target_has_its_level_and_a_name_that_says_what_is_measured(
    sentence: str, named: list[tuple[str, str]]
) -> None:
    assert [(clause.name, clause.target) for clause in clauses(sentence)] == named


@pytest.mark.parametrize("level", ["22/24 tổ, đạt 90%", "22/24 tổ (90%)", "22/24 tổ, chiếm 90%"])
def test_two_notations_that_do_not_agree_are_one_target_that_is_asked_about(level: str) -> None:
    decision = read(f"1. Tổ dân phố văn hóa {level}.")
    (item,) = decision.items
    assert (item.target, item.doubtful, item.goal and item.goal.value) == (level, True, 22)
    assert [(check.agrees, check.found.values["value"]) for check in decision.checks] == [
        (False, "91,7")
    ]


def test_a_date_beside_a_percentage_is_no_fraction() -> None:
    decision = read("1. Đến 30/6 thu ngân sách đạt 50%.\n2. Trước ngày 5/6 giải ngân, đạt 60%.")
    assert decision.checks == ()


def test_the_half_year_s_level_stands_beside_the_year_s() -> None:
    decision = read(
        "1. Giải ngân vốn đạt trên 95%, riêng đến hết ngày 30/6/2026 đạt tối thiểu 45%."
    )
    assert [(i.target, i.half) for i in decision.items] == [("đạt trên 95%", "đạt tối thiểu 45%")]


def test_what_a_line_is_about_is_a_heading_of_its_targets() -> None:
    decision = read(
        "6. Về xây dựng đội ngũ: có trên 90% công chức xếp loại hoàn thành tốt nhiệm vụ trở lên; "
        "không có công chức bị kỷ luật."
    )
    assert [(i.number, i.name, i.goal and i.goal.kind.value) for i in decision.items] == [
        ("6", "Về xây dựng đội ngũ", None),
        ("6a", "Công chức xếp loại hoàn thành tốt nhiệm vụ trở lên", "threshold"),
        ("6b", "Công chức bị kỷ luật", "threshold"),
    ]


def test_parts_below_a_heading_take_over_what_it_measures_and_others_keep_their_names() -> None:
    decision = read("""
1. Tổng diện tích gieo trồng:
- Lúa: 500 ha;
- Ngô: 20 ha.
2. Cải cách hành chính:
- Hồ sơ đúng hạn: 98%;
- Riêng lĩnh vực đất đai: 95%.
""")
    assert [item.name for item in decision.items if item.target] == [
        "Tổng diện tích gieo trồng: lúa",
        "Tổng diện tích gieo trồng: ngô",
        "Hồ sơ đúng hạn",
        "Riêng lĩnh vực đất đai",
    ]


def test_letters_in_a_scanned_figure_are_read_and_asked_about() -> None:
    decision = read("1. l00% hồ sơ được số hóa.\n2. Mức hài lòng đạt 9O% trở lên.\n3. Đạt loại l.")
    told = [(i.goal and i.goal.value, i.doubtful) for i in decision.items if i.target]
    assert told[:2] == [(100, True), (90, True)]


def test_who_sees_to_the_objectives_is_no_objective() -> None:
    decision = read(
        "1. Thu phí đạt 2 tỷ đồng.\nVăn phòng theo dõi, đôn đốc việc thực hiện các mục tiêu nêu trên; "
        "các phòng báo cáo kết quả 6 tháng trước ngày 05/6/2026."
    )
    assert [item.target for item in decision.items] == ["đạt 2 tỷ đồng"]
    assert decision.left_out[-1].quote.startswith("Văn phòng theo dõi")


def test_an_article_that_goes_on_in_a_second_line_opens_the_objectives() -> None:
    decision = understood(Document(text_blocks(
        "QUYẾT ĐỊNH:\nĐiều 1. Ban hành Mục tiêu chất lượng năm 2026 của UBND thị trấn Nà\n"
        "Lơi, gồm các nội dung sau:\n1. Thu phí đạt 2 tỷ đồng.\nĐiều 2. Hiệu lực từ ngày ký."
    )))  # fmt: skip
    assert [item.target for item in decision.items] == ["đạt 2 tỷ đồng"]


def test_no_report_date_is_made_up_of_how_often_reports_are_due() -> None:
    decision = read("1. Thu phí đạt 2 tỷ đồng.\n**II. TỔ CHỨC THỰC HIỆN**\nCác phòng báo cáo mục tiêu "
                    "06 tháng và cả năm trước kỳ họp.")  # fmt: skip
    assert (decision.due_h1, decision.due_year) == ("", "")


@pytest.mark.parametrize("bullet", ["\uf0b7", "·", "■", "o", "►", "\uf0a7"])
def test_bullets_of_prints_and_of_other_programs_mark_lines(bullet: str) -> None:
    decision = read(f"1. Về thu:\n{bullet} Thu phí đạt 2 tỷ đồng;\n{bullet} Không có nợ đọng.")
    assert [(i.number, i.parent) for i in decision.items if i.target] == [
        ("1.1", "1"),
        ("1.2", "1"),
    ]


def test_lists_of_word_nest_by_their_indents(tmp_path: Path) -> None:
    def level(number: int, left: int) -> str:
        return (
            f'<w:abstractNum w:abstractNumId="{number}"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/>'
            f'<w:lvlText w:val="•"/><w:pPr><w:ind w:left="{left}"/></w:pPr></w:lvl></w:abstractNum>'
        )

    def listed(text: str, number: int) -> str:
        marked = f'<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr></w:pPr>'
        return paragraph(text).replace("<w:p>", f"<w:p>{marked}")

    nums = "".join(f'<w:num w:numId="{n}"><w:abstractNumId w:val="{n}"/></w:num>' for n in (1, 2))
    lists = f"<w:numbering {W}>{level(1, 360)}{level(2, 720)}{nums}</w:numbering>"
    path = write_docx(
        tmp_path / "a.docx",
        paragraph("MỤC TIÊU CHẤT LƯỢNG NĂM 2026", bold=True),
        listed("Chất lượng phục vụ:", 1),
        listed("Thời gian chờ không quá 15 phút;", 2),
        listed("Mức độ hài lòng đạt trên 95%.", 2),
        listed("Thu phí đạt 2 tỷ đồng.", 1),
        numbering=lists,
    )
    document = opened_document(path)
    assert isinstance(document, Document)
    told = [(i.number, i.parent) for i in understood(document).items if i.target]
    assert told == [("1.1", "1"), ("1.2", "1"), ("2", "")]


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("Duy trì chứng nhận TCVN ISO 9001:2015 và không có điểm không phù hợp nặng",
         [("Duy trì chứng nhận TCVN ISO 9001:2015", "yes_no"),
          ("Điểm không phù hợp nặng", "threshold")]),
        ("Giữ vững danh hiệu xã nông thôn mới, không để tái nghèo",
         [("Giữ vững danh hiệu xã nông thôn mới", "yes_no"), ("Tái nghèo", "threshold")]),
        ("Hoàn thành chuyển đổi dữ liệu đồng thời không để xảy ra mất dữ liệu",
         [("Hoàn thành chuyển đổi dữ liệu", "yes_no"), ("Mất dữ liệu", "threshold")]),
    ],
)  # fmt: skip
def test_a_result_and_what_must_not_happen_are_two_targets(
    sentence: str, told: list[tuple[str, str]]
) -> None:
    found = clauses(sentence)
    assert [(clause.name, clause.goal.kind.value) for clause in found] == told


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("Tổng đàn gia súc 12.500 con, trong đó: trâu 500 con; bò 2.000 con; trồng 5 ha cỏ",
         ["Tổng đàn gia súc", "Tổng đàn gia súc: trâu", "Tổng đàn gia súc: bò", "Trồng cỏ"]),
        ("Tổng vốn đạt 95 tỷ đồng. Trong đó: nông nghiệp 20 tỷ đồng; y tế - giáo dục 14 tỷ đồng",
         ["Tổng vốn", "Tổng vốn: nông nghiệp", "Tổng vốn: y tế - giáo dục"]),
        ("Thời gian thẩm định không quá 15 ngày/dự án nhóm C, 20 ngày/dự án nhóm B",
         ["Thời gian thẩm định", "Thời gian thẩm định: nhóm B"]),
        ("Thẩm định: thời gian bình quân không quá 18 ngày, không quá 12 ngày đối với nhóm C",
         ["Thẩm định: thời gian bình quân", "Thẩm định: thời gian bình quân đối với nhóm C"]),
        ("Chỉ số cải cách hành chính xếp loại Tốt trở lên, thuộc nhóm 5 sở dẫn đầu của tỉnh",
         ["Chỉ số cải cách hành chính"] * 2),
        ("Mỗi phòng có ít nhất 01 sáng kiến; toàn Sở có tối thiểu 03 sáng kiến cấp tỉnh",
         ["Mỗi phòng có ít nhất 01 sáng kiến", "Toàn Sở có sáng kiến cấp tỉnh"]),
        ("Thành lập mới 01 hợp tác xã, 02 tổ hợp tác",
         ["Thành lập mới hợp tác xã", "Thành lập mới tổ hợp tác"]),
    ],
)  # fmt: skip
def test_a_further_level_is_named_by_what_was_said_before(sentence: str, names: list[str]) -> None:
    assert [clause.name for clause in clauses(sentence)] == names


@pytest.mark.parametrize(
    "sentence",
    [
        "Tổng thu ngân sách: 14.500 triệu đồng, bằng 108% dự toán huyện giao",
        "Giải ngân vốn đầu tư công đạt 95% kế hoạch, tương đương 12,5 tỷ đồng",
    ],
)
def test_a_level_said_again_in_other_terms_is_told_and_no_target(sentence: str) -> None:
    (clause,) = clauses(sentence)
    assert [note.values["words"] for note in clause.notes] == [sentence.partition(", ")[2]]


def test_a_fraction_is_not_proved_by_the_percentage_behind_a_semicolon() -> None:
    decision = read("1. 14/15 thôn đạt chuẩn; 92% gia đình đạt danh hiệu văn hóa.")
    assert decision.checks == ()


@pytest.mark.parametrize(
    ("sentence", "name", "value"),
    [
        ("Sau 6 tháng tốt nghiệp, trên 85% có việc làm đúng ngành nghề",
         "Có việc làm đúng ngành nghề (sau 6 tháng tốt nghiệp)", 85),
        ("Trong vòng 24 giờ, 100% phản ánh được tiếp nhận",
         "Phản ánh được tiếp nhận (trong vòng 24 giờ)", 100),
        ("Sau 12 tháng, tỷ lệ tái nghèo dưới 1%", "Tỷ lệ tái nghèo (sau 12 tháng)", 1),
        ("Số ca phẫu thuật loại I trở lên: 1.200 ca", "Số ca phẫu thuật loại I trở lên", 1200),
    ],
)  # fmt: skip
def test_a_time_or_a_class_ahead_of_a_level_is_none(sentence: str, name: str, value: float) -> None:
    (clause,) = clauses(sentence)
    assert (clause.name, clause.goal.value) == (name, value)


def test_a_part_is_not_read_as_the_figure_that_its_whole_is_named_by() -> None:
    whole, part = clauses("30% có trình độ thạc sĩ trở lên, trong đó 2 tiến sĩ")
    assert (whole.goal.value, part.target, part.goal.value) == (30, "2 tiến sĩ", 2)


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("Thủy lợi phí: quyết toán trước ngày 31/3/2026; không để nợ đọng",
         "Thủy lợi phí: quyết toán trước ngày 31/3/2026"),
        ("Thủy lợi phí: thu xong trước 15/9; 100% hộ được thông báo",
         "Thủy lợi phí: thu xong trước 15/9"),
    ],
)  # fmt: skip
def test_a_first_part_that_is_not_read_is_told_at_the_target_behind_it(
    sentence: str, words: str
) -> None:
    (clause,) = clauses(sentence)
    assert words in [note.values.get("words") for note in clause.notes if note.doubtful]


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        (
            "Rà soát 05 chương trình đào tạo, mỗi chương trình có ít nhất 02 doanh nghiệp góp ý",
            [("Rà soát chương trình đào tạo", 5), ("Mỗi chương trình có doanh nghiệp góp ý", 2)],
        ),
        (
            "Mở 14 lớp đào tạo nghề dưới 03 tháng cho 420 lao động nông thôn",
            [
                ("Mở lớp đào tạo nghề dưới 03 tháng", 14),
                ("Mở lớp đào tạo nghề dưới 03 tháng cho lao động nông thôn", 420),
            ],
        ),
        (
            "Mở 03 lớp bồi dưỡng cho ít nhất 90 đảng viên mới",
            [("Mở lớp bồi dưỡng", 3), ("Mở lớp bồi dưỡng cho đảng viên mới", 90)],
        ),
        ("Mở 03 lớp bồi dưỡng cho đảng viên mới", [("Mở lớp bồi dưỡng cho đảng viên mới", 3)]),
        ("Giải quyết việc làm cho 650 lao động", [("Giải quyết việc làm", 650)]),
        ("100% chi bộ sinh hoạt, mỗi quý ít nhất 01 lần", [("Chi bộ sinh hoạt", 100)]),
    ],
)
def test_what_each_of_a_count_has_or_whom_it_is_for_is_a_level_of_its_own(
    sentence: str, told: list[tuple[str, float]]
) -> None:
    assert [(clause.name, clause.goal.value) for clause in clauses(sentence)] == told


@pytest.mark.parametrize(
    ("sentence", "name", "level"),
    [
        ("Tỷ lệ chuyển tuyến trên: không quá 6%", "Tỷ lệ chuyển tuyến trên", "không quá 6%"),
        ("Số ca chuyển lên tuyến trên: dưới 300 ca", "Số ca chuyển lên tuyến trên", "dưới 300 ca"),
        ("Tỷ lệ nhiệm vụ cấp trên: 100%", "Tỷ lệ nhiệm vụ cấp trên", "100%"),
        ("Tỷ lệ khám đúng tuyến trên 90%", "Tỷ lệ khám đúng tuyến", "trên 90%"),
    ],
)
def test_a_tier_belongs_to_the_name(sentence: str, name: str, level: str) -> None:
    (clause,) = clauses(sentence)
    assert (clause.name, clause.target) == (name, level)


@pytest.mark.parametrize("topic", ["Xếp loại chất lượng tổ chức, cá nhân", "Đánh giá cuối năm"])
def test_a_grade_that_a_share_reaches_is_no_target_beside_it(topic: str) -> None:
    (clause,) = clauses(f"{topic}: có ít nhất 20% cán bộ, công chức hoàn thành xuất sắc nhiệm vụ")
    assert clause.goal.value == 20
    assert clause.name.lower().endswith("cán bộ, công chức hoàn thành xuất sắc nhiệm vụ")


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        (
            "Tỷ lệ trẻ đạt yêu cầu theo từng lĩnh vực: thể chất 98%; tình cảm, kỹ năng xã hội 96%",
            [
                "Tỷ lệ trẻ đạt yêu cầu theo từng lĩnh vực: thể chất",
                "Tỷ lệ trẻ đạt yêu cầu theo từng lĩnh vực: tình cảm, kỹ năng xã hội",
            ],
        ),
        (
            "Tỷ lệ đạt theo môn: Toán đạt 98%; Tiếng Việt đạt 97%; duy trì sĩ số 100%",
            ["Tỷ lệ đạt theo môn: Toán", "Tỷ lệ đạt theo môn: Tiếng Việt", "Duy trì sĩ số"],
        ),
        (
            "Tỷ lệ nợ thuế: dưới 5%; hộ nghèo còn 1%",
            ["Tỷ lệ nợ thuế", "Hộ nghèo"],
        ),
        ("Diện tích nhà ở đạt 27 m2/người", ["Diện tích nhà ở"]),
        (
            "So với năm 2025, giảm ít nhất 5% số vụ tai nạn, giảm 6% số người chết",
            [
                "So với năm 2025, giảm ít nhất 5% số vụ tai nạn",
                "So với năm 2025, số người chết",
            ],
        ),
        ("Cắt giảm ít nhất 30% thời gian", ["Cắt giảm ít nhất 30% thời gian"]),
    ],
)
def test_a_name_is_whole_and_takes_over_what_is_measured(sentence: str, names: list[str]) -> None:
    assert [clause.name for clause in clauses(sentence)] == names

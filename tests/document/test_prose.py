"""Objectives in running text: headings that name who leads, sayings, titles, remarks."""

from __future__ import annotations

import pytest

from qms_xlsx.document.assigning import without_party
from qms_xlsx.document.clauses import clauses
from qms_xlsx.document.decision import Decision
from qms_xlsx.document.model import Document
from qms_xlsx.document.texts import text_blocks
from qms_xlsx.document.understanding import understood
from qms_xlsx.document.web import page_blocks


def read(text: str) -> Decision:
    return understood(Document(text_blocks(f"MỤC TIÊU CHẤT LƯỢNG NĂM 2026\n\n{text}")))


def test_who_leads_a_heading_reports_all_below_it_that_names_nobody() -> None:
    decision = read(
        "1. Kinh tế (Chủ trì: Phòng Kinh tế): Hoàn thành 2/2 chỉ tiêu, gồm:\n"
        "1.1. Thu phí đạt 2 tỷ đồng, trong đó:\na) Thu chợ 1 tỷ đồng;\n"
        "1.2. Hộ nghèo còn không quá 38 hộ (Phòng Nội vụ chủ trì).\n"
    )
    told = [(i.number, i.departments) for i in decision.items if i.target]
    assert told == [
        ("1", ("Phòng Kinh tế",)),
        ("1.1.0", ("Phòng Kinh tế",)),
        ("1.1.a", ("Phòng Kinh tế",)),
        ("1.2", ("Phòng Nội vụ",)),
    ]


_PROSE = """**1. Phòng ngừa tội phạm**

Đơn vị kéo giảm ít nhất 5% số vụ phạm pháp so với năm 2025.

Triệt xóa ít nhất 03 điểm ma túy. {saying} Đội Điều tra chủ trì thực hiện các chỉ tiêu nêu trên.

**2. Xây dựng lực lượng**

Tổ chức 02 cuộc họp.
"""


@pytest.mark.parametrize(
    "saying",
    [
        "Mỗi chiến sĩ nêu cao tinh thần trực 24/24 giờ, lấy 365 ngày bình yên làm thước đo.",
        "Toàn đơn vị hãy phát huy truyền thống 78 năm xây dựng.",
        "Cán bộ khắc ghi 06 điều Bác Hồ dạy, 05 lời thề danh dự.",
        "Khi có tình huống, thực hiện phương châm “4 tại chỗ”.",
    ],
)
def test_figures_of_a_saying_are_listed_and_no_levels(saying: str) -> None:
    decision = read(_PROSE.format(saying=saying))
    assert [(i.parent, i.value, i.departments) for i in decision.items if i.target] == [
        ("1", 5, ("Đội Điều tra",)),
        ("1", 3, ("Đội Điều tra",)),
        ("2", 2, ()),
    ]
    assert saying.strip(".") in " ".join(left.quote for left in decision.left_out)


def test_a_level_stays_whatever_saying_stands_beside_it() -> None:
    decision = read("**1. Thu**\n\nVới quyết tâm cao nhất, thu phí đạt 2 tỷ đồng.\n")
    assert [item.value for item in decision.items if item.target] == [2]


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        (
            "Phấn đấu tập thể được tặng danh hiệu “Quyết thắng”, trên 70% cán bộ, chiến sĩ đạt danh hiệu "
            "“Chiến sĩ tiên tiến”",
            ["Tập thể được tặng danh hiệu “Quyết thắng”",
             "Cán bộ, chiến sĩ đạt danh hiệu “Chiến sĩ tiên tiến”"],
        ),
        (
            "100% công chức hoàn thành nhiệm vụ, cơ quan đạt danh hiệu “Tập thể xuất sắc”",
            ["Công chức hoàn thành nhiệm vụ", "Cơ quan"],
        ),
        (
            "Trên 70% cán bộ, công chức đạt danh hiệu “Lao động tiên tiến”",
            ["Cán bộ, công chức đạt danh hiệu “Lao động tiên tiến”"],
        ),
    ],
)  # fmt: skip
def test_a_title_beside_a_share_is_a_target_of_its_own(sentence: str, names: list[str]) -> None:
    assert [clause.name for clause in clauses(sentence)] == names


def test_the_list_below_a_remark_belongs_to_it() -> None:
    decision = read(
        "1. Thu phí đạt 2 tỷ đồng.\n\nGhi chú:\n\n- Năm 2025 đạt 1,8 tỷ đồng;\n\n"
        "- Đơn vị đạt dưới 80% tiến độ phải giải trình.\n"
    )
    assert [item.target for item in decision.items] == ["đạt 2 tỷ đồng"]
    assert "dưới 80%" in decision.left_out[-1].quote


def test_a_page_keeps_letters_nested_lists_headings_and_lines_in_cells() -> None:
    decision = understood(Document(page_blocks(
        "<html><nav><ul><li>Trang chủ</li></ul></nav><h1>Mục tiêu chất lượng năm 2026</h1>"
        "<p>Ngày 06/02/2026, Giám đốc Bệnh viện đa khoa Hòa Thạnh ký ban hành Quyết định số "
        "118/QĐ-BVHT như sau:</p><h3>1. An toàn</h3><ol type='a'><li>Nhiễm khuẩn dưới 1,5%;</li>"
        "<li>Không có sai sót.</li></ol><h3>2. Hài lòng</h3><ul><li>Người bệnh hài lòng:<ul>"
        "<li>Nội trú: từ 96% trở lên</li></ul></li></ul><h3>3. Chất lượng</h3><table><tr>"
        "<th>Nội dung</th><th>Mức phấn đấu năm 2026</th></tr><tr><td>Cải tiến</td><td><ul>"
        "<li>Ít nhất 10 đề án</li><li>Nghiệm thu 03 đề tài</li></ul></td></tr></table>"
    )))  # fmt: skip
    told = [(item.number, item.parent, item.value) for item in decision.items if item.target]
    assert told == [
        ("1.a", "1", 1.5), ("1.b", "1", 0), ("2.1.1", "2.1", 96), ("3.1a", "3.1", 10),
        ("3.1b", "3.1", 3),
    ]  # fmt: skip
    head = decision.head
    assert (head.organisation, head.number) == ("Bệnh viện đa khoa Hòa Thạnh", "118/QĐ-BVHT")


def test_who_is_told_to_lead_a_sentence_reports_it() -> None:
    decision = read("Giao Đội Quản lý làm nòng cốt, phối hợp Công an các xã bảo đảm 100% hồ sơ được "
                    "giải quyết đúng hạn.")  # fmt: skip
    assert [(item.target, item.departments) for item in decision.items] == [
        ("100%", ("Đội Quản lý",))
    ]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("1. Về kinh tế: (1) Thu phí 36 tỷ đồng; (2) Hộ nghèo còn 1,9%.", [36, 1.9]),
        ("1. Về xã hội, gồm: a) Tạo việc làm cho 380 lao động; b) Hộ nghèo còn 1,9%.", [380, 1.9]),
        ("1. Về đội ngũ: (i) 90% công chức đạt chuẩn; (ii) Mở 14 lớp.", [90, 14]),
        ("1. Về đội ngũ: (a) 90% công chức đạt chuẩn; (b) Mở 14 lớp.", [90, 14]),
        ("1. Về đội ngũ: 1) 90% công chức đạt chuẩn; 2) Mở 14 lớp.", [90, 14]),
    ],
)
def test_items_that_run_on_inside_a_paragraph_are_rows_below_its_head(
    text: str, values: list[float]
) -> None:
    items = [item for item in read(text).items if item.target]
    assert [(item.value, item.parent) for item in items] == [(value, "1") for value in values]


@pytest.mark.parametrize(
    ("text", "value", "later"),
    [
        ("1. Thu nhập năm 2026 đạt 72 triệu đồng, đến năm 2030 đạt 105 triệu đồng.", 72, "105"),
        ("1. Kết nạp 24 đảng viên; cả nhiệm kỳ 2025 - 2030 kết nạp 120 đảng viên.", 24, "120"),
        ("1. Tỷ lệ bao phủ đạt trên 80% (năm 2030: trên 88%).", 80, "88"),
        ("1. Hộ nghèo: năm 2025 còn 3%, năm 2026 còn 2,5%, năm 2027 còn 2%.", 2.5, "còn 2%"),
        ("1. Thu phí 36 tỷ đồng (giai đoạn 2026 - 2030 tăng bình quân 8%/năm).", 36, "8%"),
    ],
)
def test_a_level_of_a_later_year_is_listed_beside_the_years_own(
    text: str, value: float, later: str
) -> None:
    decision = read(text)
    assert [item.value for item in decision.items if item.target] == [value]
    assert later in decision.left_out[-1].quote


@pytest.mark.parametrize(
    "text", ["1. Đến năm 2030 đạt 95% hộ dùng nước sạch.", "1. Còn 38 hộ nghèo (năm 2025: 53 hộ)."]
)
def test_a_year_that_stands_alone_or_has_passed_is_left_where_it_is(text: str) -> None:
    decision = read(text)
    assert len(decision.items) == 1
    assert not any("another year" in left.reason.id for left in decision.left_out)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1. 92°/o người học có việc làm.", 92),
        ("1. Ký mới l5 thỏa thuận hợp tác.", 15),
        ("1. 1OO% nhà giáo đạt chuẩn.", 100),
    ],
)
def test_a_slip_of_a_scan_is_read_and_asked_about(text: str, value: float) -> None:
    [item] = read(text).items
    assert (item.value, item.doubtful) == (value, True)


@pytest.mark.parametrize(
    "text",
    [
        "1. 100% chi bộ sinh hoạt chuyên đề, mỗi quý ít nhất 01 lần.",
        "1. Cử ít nhất 35 nhà giáo đi thực tế, mỗi đợt không dưới 04 tuần.",
    ],
)
def test_how_often_or_how_long_each_time_is_no_target_beside_a_level(text: str) -> None:
    [item] = read(text).items
    assert item.doubtful


def test_parts_behind_trong_do_are_named_with_their_whole() -> None:
    names = [clause.name for clause in clauses("Tuyển mới 1.250 sinh viên, trong đó: nữ 520")]
    assert names == ["Tuyển mới sinh viên", "Tuyển mới sinh viên: nữ"]


_MEASURES = """1. Thu phí đạt 2 tỷ đồng.

**III. BIỆN PHÁP THỰC HIỆN**

1. Văn phòng chủ trì, phối hợp với Phòng Nội vụ xây dựng kế hoạch trước ngày 28/02/2026.
2. Giao Phòng Kinh tế rà soát nguồn thu, hoàn thành trong quý I/2026; Thuế cơ sở phối hợp thực hiện.
3. Trước ngày 25 hằng tháng, các phòng chuyên môn gửi số liệu về Văn phòng; Thư ký ISO theo dõi.
4. Phòng Kinh tế đẩy mạnh cải cách hành chính.
"""


def test_sentences_below_a_heading_of_measures_tell_who_leads_and_by_when() -> None:
    decision = read(_MEASURES)
    keys = ("number", "lead", "coordinating", "deadline", "monitor")
    assert [tuple(getattr(row, key) for key in keys) for row in decision.plan] == [
        ("III.1", "Văn phòng", "Phòng Nội vụ", "trước ngày 28/02/2026", ""),
        ("III.2", "Phòng Kinh tế", "Thuế cơ sở", "hoàn thành trong quý I/2026", ""),
        ("III.3", "các phòng chuyên môn", "", "Trước ngày 25 hằng tháng", "Thư ký ISO"),
    ]
    assert any("đẩy mạnh" in left.quote for left in decision.left_out)


def test_labelled_lines_name_the_indicator_its_level_and_who_answers_for_it() -> None:
    decision = read(
        "Mục tiêu 1: Nâng cao hài lòng khách hàng\nChỉ số đo: Tỷ lệ khách hàng hài lòng\n"
        "Giá trị: ≥ 92%\nNgười chịu trách nhiệm: Phòng Kinh doanh\n\n"
        "Mục tiêu 2: Giảm thất thoát\nChỉ số đo: Tỷ lệ thất thoát\n"
    )
    told = [(i.name, i.target, i.departments) for i in decision.items if i.target]
    assert told[0] == ("Tỷ lệ khách hàng hài lòng", "≥ 92%", ("Phòng Kinh doanh",))
    assert any(left.quote == "Chỉ số đo: Tỷ lệ thất thoát" for left in decision.left_out)


def test_numbered_indicators_hang_below_their_numbered_objective() -> None:
    decision = read("Mục tiêu 1. Thủ tục\nChỉ tiêu 1.1: 98% hồ sơ đúng hạn\n"
                    "Mục tiêu 2. Văn thư\nChỉ tiêu 2.1: không thất lạc văn bản")  # fmt: skip
    assert [(i.number, i.parent, i.value) for i in decision.items if i.target] == [
        ("1.1", "1", 98),
        ("2.1", "2", 0),
    ]


@pytest.mark.parametrize("markers", [("(i)", "(ii)"), ("(a)", "(b)"), ("Khoản 1.", "Khoản 2.")])
def test_lists_below_an_article_that_is_headed_by_its_objectives(markers: tuple[str, str]) -> None:
    one, other = markers
    text = (f"Điều 1. Các mục tiêu\n{one} 98% hồ sơ đúng hạn.\n{other} Không thất lạc hồ sơ.\n"
            "Điều 2. Hiệu lực\nQuyết định có hiệu lực từ ngày 15/3.")  # fmt: skip
    assert [(item.name, item.value) for item in read(text).items] == [
        ("Hồ sơ đúng hạn", 98),
        ("Thất lạc hồ sơ", 0),
    ]


@pytest.mark.parametrize(
    "remark",
    ["(năm 2025 đạt 97%, tăng 3 điểm %)", "(cùng kỳ 120 hồ sơ, giảm 15 hồ sơ)"],
)
def test_brackets_that_tell_of_another_year_hold_no_targets(remark: str) -> None:
    [item] = read(f"1. 100% đơn thư được xử lý đúng thời hạn {remark}.").items
    assert item.value == 100


@pytest.mark.parametrize(
    "text",
    [
        "1. 100% hồ sơ đúng hạn; phong trào thi đua sôi nổi.",
        "1. Đạt danh hiệu Tập thể lao động tiên tiến; công đoàn vững mạnh toàn diện.",
    ],
)
def test_a_part_that_is_not_read_is_told_at_its_neighbour(text: str) -> None:
    [item] = read(text).items
    assert item.doubtful
    assert text.split("; ")[1].strip(".") in str(item.notes[-1].values["words"])


def test_a_subject_before_a_colon_is_said_once_in_each_name() -> None:
    names = [clause.name for clause in clauses("Xếp loại tốt: Toán 60%, Tiếng Việt 58%, Sử 45%")]
    assert names == ["Xếp loại tốt: Toán", "Xếp loại tốt: Tiếng Việt", "Xếp loại tốt: Sử"]


def test_labelled_lines_that_are_broken_at_no_margin_stay_apart() -> None:
    decision = read("1. Mục tiêu: 98% hồ sơ đúng hạn\nNgười thực hiện: Toàn thể công chức\n"
                    "Thời gian: cả năm\nBiện pháp: niêm yết, nhắc việc")  # fmt: skip
    [item] = decision.items
    assert (item.name, item.departments) == ("Hồ sơ đúng hạn", ("Toàn thể công chức",))
    assert [(a.measure, a.deadline) for a in decision.plan] == [("niêm yết, nhắc việc", "cả năm")]


def test_a_part_of_a_sum_is_reported_by_whom_it_names() -> None:
    decision = read("1. Trồng rừng 500 ha (xã An Hưng 300 ha, xã An Quang 200 ha).\n"
                    "2. Phòng Nội vụ: xử lý 100% văn bản đến trong ngày.")  # fmt: skip
    told = [(item.value, item.departments) for item in decision.items if item.target]
    assert told == [
        (500, ()), (300, ("xã An Hưng",)), (200, ("xã An Quang",)), (100, ("Phòng Nội vụ",)),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "title",
    [
        "Điều 1. Điều chỉnh một số mục tiêu chất lượng năm 2026 như sau:",
        "Điều 1. Sửa đổi, bổ sung các chỉ tiêu năm 2026 như sau:",
    ],
)
def test_every_line_that_changes_an_earlier_decision_is_asked_about(title: str) -> None:
    lines = f"{title}\n1. Mục tiêu 2: từ 95% thành 98% hồ sơ đúng hạn.\n2. Bãi bỏ mục tiêu 5."
    items = understood(Document(text_blocks(lines))).items
    assert items
    assert all(item.doubtful for item in items)


def test_a_text_typed_without_diacritics_is_named_and_dated_all_the_same() -> None:
    decision = understood(Document(text_blocks(
        "UBND XA DONG TIEN\nSo: 12/QD-UBND\nDong Tien, ngay 10 thang 01 nam 2026\n\n"
        "MUC TIEU CHAT LUONG NAM 2026\n1. Ty le ho so dung han dat tu 97% tro len.\n"
        "2. Khong de xay ra khieu nai vuot cap."
    )))  # fmt: skip
    assert (decision.head.number, decision.head.year) == ("12/QD-UBND", 2026)
    assert [(item.name, item.target) for item in decision.items] == [
        ("Ty le ho so dung han", "dat tu 97% tro len"),
        ("Khieu nai vuot cap", "Khong de xay ra khieu nai vuot cap"),
    ]


@pytest.mark.parametrize(
    ("sentence", "lead"),
    [
        ("Phòng Quản lý công trình chủ trì, phối hợp với Phòng An toàn đập kiểm tra trước ngày 30/4.",
         "Phòng Quản lý công trình"),
        ("Phòng Quản lý xây dựng chủ trì kiểm tra trật tự trong quý I.", "Phòng Quản lý xây dựng"),
        ("Phòng Đăng ký kinh doanh rà soát hồ sơ trước ngày 30/6.", "Phòng Đăng ký kinh doanh"),
        ("Phòng Kinh tế, Hạ tầng và Đô thị chủ trì rà soát hằng tháng.",
         "Phòng Kinh tế, Hạ tầng và Đô thị"),
    ],
)  # fmt: skip
def test_who_leads_is_named_whole_whatever_deeds_the_name_holds(sentence: str, lead: str) -> None:
    (action,) = read(f"I. MỤC TIÊU\n1. Hồ sơ đúng hạn 98%.\n**II. BIỆN PHÁP**\n1. {sentence}").plan
    assert action.lead == lead


_SECTION = """**I. ĐÔ THỊ**

Tỷ lệ đô thị hóa đạt 38%.

Tỷ lệ hộ dùng nước sạch đạt 97%. {said}

**II. CƠ QUAN**

100% công chức hoàn thành nhiệm vụ.
"""


@pytest.mark.parametrize(
    "said",
    [
        "Các nội dung nêu tại mục này do Phòng Đô thị chủ trì.",
        "Các chỉ tiêu trên giao Phòng Đô thị theo dõi, báo cáo.",
        "Phòng Đô thị chủ trì thực hiện các chỉ tiêu nêu trên.",
        "Toàn bộ nhiệm vụ của phần này được giao cho Phòng Đô thị.",
    ],
)
def test_a_last_sentence_gives_all_of_its_section_to_who_it_names(said: str) -> None:
    told = [item.departments for item in read(_SECTION.format(said=said)).items if item.target]
    assert told == [("Phòng Đô thị",), ("Phòng Đô thị",), ()]


@pytest.mark.parametrize(
    "said",
    [
        "Các nội dung này do Phòng Đô thị thực hiện.",
        "Nội dung này do Phòng Đô thị chủ trì, phối hợp với Phòng Kinh tế.",
        "Giao Phòng Đô thị theo dõi.",
        "Giao Phòng Đô thị chủ trì, các phòng phối hợp.",
    ],
)
def test_a_last_sentence_gives_its_paragraph_to_who_it_names(said: str) -> None:
    told = [item.departments for item in read(_SECTION.format(said=said)).items if item.target]
    assert told == [(), ("Phòng Đô thị",), ()]


def test_a_level_before_the_sentence_that_gives_it_stays() -> None:
    said = "Tổ chức đánh giá nội bộ 02 lần trong năm. Giao Phòng Đô thị theo dõi."
    items = [item for item in read(_SECTION.format(said=said)).items if item.target]
    assert [(item.value, item.departments) for item in items][1:3] == [
        (97, ("Phòng Đô thị",)),
        (2, ("Phòng Đô thị",)),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "Giao Phòng Đô thị tham mưu 02 văn bản.",
        "Trường hợp chậm 5 ngày, các phòng báo cáo.",
    ],
)
def test_a_sentence_that_says_what_is_done_gives_nothing(line: str) -> None:
    assert without_party(f"Hộ nghèo còn 1%. {line}")[1] == ()

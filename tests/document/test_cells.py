"""Cells that say more than one thing, that are merged, or that a page's end cuts."""

from __future__ import annotations

import pytest

from qms_xlsx.document.decision import Decision, Item
from qms_xlsx.document.joining import joined
from qms_xlsx.document.model import Document, Paragraph, TextTable
from qms_xlsx.document.understanding import understood

_TITLE = Paragraph("MỤC TIÊU CHẤT LƯỢNG NĂM 2026", "Đoạn 1", "", True)


def table(*rows: str) -> TextTable:
    """Return a table of lines: blanks around bars, “//” for a line's end in a cell."""
    cells = [[cell.strip() for cell in row.split("|")] for row in rows]
    return TextTable(tuple(tuple(c.replace(" // ", "\n") for c in row) for row in cells), "Bảng 1")


def read(*blocks: TextTable) -> Decision:
    return understood(Document((_TITLE, *joined(list(blocks)))))


def rows(*blocks: TextTable) -> list[tuple[str, str, str]]:
    return [_told(item) for item in read(*blocks).items if item.target]


def _told(item: Item) -> tuple[str, str, str]:
    return item.name, item.target, item.goal.kind.value if item.goal else "?"


@pytest.mark.parametrize(
    ("name", "cell", "told"),
    [
        (
            "Giải quyết hồ sơ",
            "- Đúng hạn: ≥ 99%; // - Trước hạn: ≥ 65%.",
            [
                ("Giải quyết hồ sơ: đúng hạn", "≥ 99%", "threshold"),
                ("Giải quyết hồ sơ: trước hạn", "≥ 65%", "threshold"),
            ],
        ),
        (
            "Hồ sơ trực tuyến",
            "từ 80% trở lên, trong đó hồ sơ toàn trình từ 65% trở lên",
            [
                ("Hồ sơ trực tuyến", "từ 80% trở lên", "threshold"),
                ("Hồ sơ trực tuyến: hồ sơ toàn trình", "từ 65% trở lên", "threshold"),
            ],
        ),
        (
            "Chỉ số cải cách hành chính",
            "Xếp loại Tốt trở lên; tăng ít nhất 05 bậc so với năm 2025",
            [
                ("Chỉ số cải cách hành chính", "Xếp loại Tốt trở lên", "grade"),
                (
                    "Chỉ số cải cách hành chính",
                    "tăng ít nhất 05 bậc so với năm 2025",
                    "reduction",
                ),
            ],
        ),
        (
            "Hồ sơ bệnh án điện tử",
            "100% khoa lâm sàng, hoàn thành trước ngày 30/9/2026",
            [
                (
                    "Hồ sơ bệnh án điện tử",
                    "100% khoa lâm sàng, hoàn thành trước ngày 30/9/2026",
                    "threshold",
                )
            ],
        ),
    ],
)
def test_a_cell_of_several_levels_gives_a_row_for_each(
    name: str, cell: str, told: list[tuple[str, str, str]]
) -> None:
    assert rows(table("TT | Mục tiêu | Chỉ tiêu", f"1 | {name} | {cell}")) == told


@pytest.mark.parametrize(
    ("name", "level", "value"),
    [
        ("Vụ ngộ độc thực phẩm từ 30 người mắc trở lên", "Không để xảy ra", 0),
        ("Hồ sơ phải yêu cầu bổ sung quá 01 lần", "Không để phát sinh", 0),
        ("Tàu cá dài trên 15 m có thiết bị giám sát", "98%", 98),
    ],
)
def test_a_figure_in_a_rows_name_is_no_level(name: str, level: str, value: float) -> None:
    items = read(table("TT | Chỉ tiêu | Mức phấn đấu", f"1 | {name} | {level}")).items
    assert [item.value for item in items] == [value]


def test_a_figure_beside_a_change_is_that_change() -> None:
    head = "TT | Chỉ tiêu | ĐVT | Kế hoạch năm | Tiến độ 6 tháng"
    decision = read(table(head, "1 | Số vụ cháy giảm so với năm 2025 | % | 20 | 10",
                          "2 | Sản lượng thịt hơi | 1.000 tấn | 89,75 | 43,2"))  # fmt: skip
    assert [(item.target, item.half) for item in decision.items] == [
        ("giảm 20 % so với năm 2025", "giảm 10 % so với năm 2025"),
        ("89,75 nghìn tấn", "43,2 nghìn tấn"),
    ]


_HEAD = (
    "TT | Mục tiêu | Chỉ tiêu | Biện pháp | Chủ trì | Thời gian thực hiện | Trách nhiệm theo dõi"
)


def test_measures_beside_one_merged_objective_all_serve_it() -> None:
    decision = read(table(_HEAD, "1 | Hồ sơ đúng hạn | ≥ 99% | 1.1. Niêm yết | Phòng A | Quý I | QMR",
                          "1 | Hồ sơ đúng hạn | ≥ 99% | 1.2. Nhắc việc | Phòng B | Hằng ngày | QMR",
                          "2 | Thời gian chờ | Không quá 15 phút | Lấy số tự động | Tổ C | Quý II | QMR",
                          "2 | Thời gian chờ | Không quá 15 phút | Thêm quầy | Tổ D | Quý III | QMR",
                          ))  # fmt: skip
    assert [(item.number, item.target) for item in decision.items] == [
        ("1", "≥ 99%"),
        ("2", "Không quá 15 phút"),
    ]
    assert [(a.number, a.measure, a.objectives) for a in decision.plan] == [
        ("1.1", "Niêm yết", ("1",)),
        ("1.2", "Nhắc việc", ("1",)),
        ("2", "Lấy số tự động", ("2",)),
        ("2.2", "Thêm quầy", ("2",)),
    ]


def test_a_row_cut_by_a_pages_end_is_whole_in_all_that_share_its_cells() -> None:
    """The next page repeats the headings, one of them cut; its end slides into the first row."""
    first = table(_HEAD, "1 | Phản ánh | - Đúng hạn: 100%; // - Về thái độ: không | 1.1. Trực | Tổ A | Quý I | QMR",
                  "1 | Phản ánh | - Đúng hạn: 100%; // - Về thái độ: không | 1.2. Công khai trên trang | Tổ B | Trong 03 ngày | QMR",
                  )  # fmt: skip
    second = table(_HEAD.replace(" theo dõi", ""),
                   " | | có. | tin điện tử | | kể từ 01/3/2026 | theo dõi",
                   "2 | Thời gian chờ | Không quá 15 phút | 2.1. Thêm quầy | Tổ D | Quý III | QMR")  # fmt: skip
    decision = read(first, second)
    assert [item.target for item in decision.items if item.target] == [
        "100%",
        "không có",
        "Không quá 15 phút",
    ]
    assert [(a.measure, a.deadline, a.monitor) for a in decision.plan] == [
        ("Trực", "Quý I", "QMR"),
        ("Công khai trên trang tin điện tử", "Trong 03 ngày kể từ 01/3/2026", "QMR"),
        ("Thêm quầy", "Quý III", "QMR"),
    ]


def test_a_list_without_headings_is_read_and_its_rows_across_name_who_reports() -> None:
    decision = read(table("CÔNG AN XÃ | CÔNG AN XÃ | CÔNG AN XÃ", "1 | Khám phá án | Trên 85%",
                          "2 | Số vụ tai nạn | Giảm từ 10% trở lên so với năm 2025",
                          "TỔ VĂN PHÒNG | TỔ VĂN PHÒNG | TỔ VĂN PHÒNG", "1 | Hồ sơ số | 100%"))  # fmt: skip
    told = [(item.target, item.departments) for item in decision.items if item.target]
    assert told == [
        ("Trên 85%", ("CÔNG AN XÃ",)),
        ("Giảm từ 10% trở lên so với năm 2025", ("CÔNG AN XÃ",)),
        ("100%", ("TỔ VĂN PHÒNG",)),
    ]


def test_of_several_years_the_one_that_the_document_is_dated_in_is_the_level() -> None:
    title = Paragraph("MỤC TIÊU CHẤT LƯỢNG GIAI ĐOẠN 2025 - 2027", "", "", True)
    day = Paragraph("Bình An, ngày 10 tháng 01 năm 2026", "")
    years = table("TT | Chỉ tiêu | ĐVT | Năm 2025 | Năm 2026 | Năm 2027",
                  "1 | Hồ sơ đúng hạn | % | 95 | 96 | 98")  # fmt: skip
    assert [item.target for item in understood(Document((day, title, years))).items] == ["96 %"]


def test_a_column_of_a_later_year_is_listed_beside_the_years_own() -> None:
    decision = read(table("TT | Chỉ tiêu | ĐVT | Mục tiêu năm 2026 | Mục tiêu năm 2030",
                          "1 | Hồ sơ trực tuyến | % | 80 | 95"))  # fmt: skip
    assert [item.target for item in decision.items] == ["80 %"]
    assert decision.left_out[-1].quote == "Mục tiêu năm 2030: 95"


@pytest.mark.parametrize(
    ("head", "row", "level"),
    [
        ("TT | Mục tiêu | Quý I | Quý II | Cả năm", "1 | Số hồ sơ quốc tịch | 40 | 60 | 100", "100"),
        ("Chỉ số | 2025 (thực hiện) | 2026 (mục tiêu)", "Số phép thử | 42 | 48", "48"),
        ("TT | Nội dung | Mức hiện tại | Mức mong muốn", "1 | Thời gian cấp | 12 ngày | 9 ngày",
         "9 ngày"),
        ("TT | Chỉ tiêu | Hiện trạng | Đích", "1 | Tỷ lệ nợ đọng | 8% | dưới 3%", "dưới 3%"),
        ("TT | KPI | Trọng số (%) | ĐVT | Chỉ tiêu 2026", "1 | Số sáng kiến | 30 | cái | 04", "04 cái"),
        ("TT | Mục tiêu | Chỉ tiêu năm 2025 | Kết quả năm 2025 | Chỉ tiêu năm 2026",
         "1 | Đơn thư tồn | ≤ 3 vụ | 2 vụ | không có", "không có"),
        ("TT | Mục tiêu | Kế hoạch thực hiện | Người thực hiện | Chỉ tiêu đạt được",
         "1 | Phục vụ | Tập huấn | Văn phòng | 95% khách hàng hài lòng",
         "95% khách hàng hài lòng"),
        ("TT | Mục tiêu | Kế hoạch | Thực hiện", "1 | Hồ sơ đúng hạn (%) | 98 | 97", "98 %"),
        ("TT | Tiêu chí | ĐVT | Tối thiểu | Tối đa", "1 | Thời gian chờ | phút | 5 | 15",
         "từ 5 đến 15 phút"),
        ("TT | Tiêu chí | ĐVT | Tối đa", "1 | Thời gian chờ | phút | 15", "tối đa 15 phút"),
        ("TT | Tiêu chí | ĐVT | Tối thiểu", "1 | Thời gian ôn | giờ | 5", "tối thiểu 5 giờ"),
    ],
)  # fmt: skip
def test_the_level_is_the_years_and_not_what_is_now(head: str, row: str, level: str) -> None:
    assert [item.target for item in read(table(head, row)).items] == [level]


@pytest.mark.parametrize(
    ("head", "row"),
    [
        ("TT | Mục tiêu | Phương án 1 | Phương án 2", "1 | Tỷ lệ hồ sơ đúng hạn | 95% | 98%"),
        ("TT | Mục tiêu | Cột A", "1 | Số giờ đào tạo | 24"),
        ("TT | Mục tiêu | Mức 1 | Mức 2", "1 | Tỷ lệ hồ sơ đúng hạn | ≥ 90% | ≥ 95%"),
        ("TT | Chỉ tiêu | ĐVT | Tỉnh giao | Huyện giao", "1 | Thu ngân sách | tỷ đồng | 10 | 11"),
    ],
)
def test_figures_that_no_heading_explains_are_asked_about(head: str, row: str) -> None:
    [item] = [one for one in read(table(head, row)).items if one.target]
    assert item.doubtful
    assert row.rpartition("| ")[2] in " ".join(
        str(value) for note in item.notes for value in note.values.values()
    )


def test_a_sheet_of_months_gives_its_levels_and_one_without_levels_nothing() -> None:
    months = " | ".join(f"T{month}" for month in range(1, 13))
    figures = " | ".join(["7"] * 12)
    head, row = (
        f"TT | Mục tiêu | ĐVT | Chỉ tiêu | {months}",
        f"1 | Kiểm tra | lượt | 120 | {figures}",
    )
    assert [item.target for item in read(table(head, row)).items] == ["120 lượt"]
    without = table(head.replace("Chỉ tiêu | ", ""), row.replace("120 | ", ""))
    decision = read(without)
    assert decision.items == ()
    assert any("Kiểm tra" in left.quote for left in decision.left_out)


def test_a_table_of_departments_gives_each_its_levels_and_lists_plain_figures() -> None:
    decision = read(table("Đơn vị | Hồ sơ đúng hạn | Sáng kiến", "Phòng Nội vụ | ≥ 98% | 02",
                          "Thanh tra | ≥ 95% | 01"))  # fmt: skip
    told = [(item.name, item.target, item.departments) for item in decision.items]
    assert told == [
        ("Hồ sơ đúng hạn", "≥ 98%", ("Phòng Nội vụ",)),
        ("Hồ sơ đúng hạn", "≥ 95%", ("Thanh tra",)),
    ]
    assert decision.left_out[-1].quote == "Sáng kiến: 02; 01"


def test_a_column_of_units_in_capitals_names_no_department() -> None:
    decision = read(table("TT | Nội dung | Đơn vị | Chỉ tiêu | Đơn vị thực hiện",
                          "1 | Thu ngân sách | Tỷ đồng | 12 | Phòng Tài chính",
                          "2 | Hộ nghèo | % | 2,1 | Thanh tra"))  # fmt: skip
    told = [(item.target, item.departments) for item in decision.items]
    assert told == [("12 Tỷ đồng", ("Phòng Tài chính",)), ("2,1 %", ("Thanh tra",))]


def test_a_row_that_a_page_cuts_is_whole_without_numbers_too_and_its_objective_goes_on() -> None:
    cut = table(
        "Mục tiêu | Chỉ số | Chỉ tiêu | Đơn vị chủ trì",
        "Nâng cao sự hài | Hài lòng của | ≥ 93% | Phòng Điều",
        "lòng của người bệnh | người bệnh nội trú | | dưỡng",
        "lòng của người bệnh | Hài lòng của nhân viên | ≥ 85% | Phòng Tổ chức",
    )
    assert [(i.number, i.name, i.departments) for i in read(cut).items] == [
        ("1", "Nâng cao sự hài lòng của người bệnh", ()),
        ("1.1", "Hài lòng của người bệnh nội trú", ("Phòng Điều dưỡng",)),
        ("1.2", "Hài lòng của nhân viên", ("Phòng Tổ chức",)),
    ]


def test_a_table_whose_levels_stand_on_another_page_is_asked_about_row_by_row() -> None:
    decision = read(
        table(
            "TT | Mục tiêu",
            "1 | Số xã đạt chuẩn nông thôn mới",
            "2 | Cán bộ được bồi dưỡng",
            "3 | Trồng rừng tập trung",
            "4 | 5",
        )
    )
    assert [item.doubtful for item in decision.items if item.target] == [True] * 3
    assert any(left.quote == "4 | 5" for left in decision.left_out)
    full = read(
        table(
            "TT | Mục tiêu",
            "1 | Số hồ sơ đúng hạn đạt 98%",
            "2 | Trồng 5 ha rừng",
            "3 | Duy trì chứng nhận ISO",
        )
    )
    assert not any(item.doubtful for item in full.items)

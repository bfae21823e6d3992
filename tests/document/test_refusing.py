"""Texts that are no decision give no row, and say why; nothing is invented."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from qms_xlsx.cli import main
from qms_xlsx.document.decision import Decision
from qms_xlsx.document.model import Document
from qms_xlsx.document.texts import text_blocks
from qms_xlsx.document.understanding import understood

MINUTES = """UBND XÃ HÒA BÌNH
Số: 88/BB-UBND
**BIÊN BẢN**
**Họp giao ban tháng 4, đánh giá thực hiện mục tiêu chất lượng**
I. Thành phần: 15/18 người, vắng 3.
- Thu ngân sách đạt 2,3 tỷ đồng, bằng 21% kế hoạch năm.
- Công an xã: tuần tra ít nhất 3 buổi/tuần.

TT	Nội dung	Người thực hiện	Thời hạn
1	Hoàn thành hồ sơ	Công chức Địa chính	30/4

Cuộc họp kết thúc lúc 11 giờ."""
CONTRACT = """**HỢP ĐỒNG MUA BÁN**
Điều 1. Hàng hóa: 50 máy tính, bảo hành tối thiểu 24 tháng.
1. Bên A giao hàng đúng hạn 100%.
2. Phạt vi phạm không quá 8%."""
BUDGET = """**DỰ TOÁN CHI NGÂN SÁCH NĂM 2026**
STT	Chỉ tiêu	Đơn vị tính	Kế hoạch năm 2026
1	Chi lương	triệu đồng	3.200
2	Chi hoạt động	triệu đồng	1.400"""
LIFE = """**SƠ YẾU LÝ LỊCH**
**MỤC TIÊU NGHỀ NGHIỆP**
Trở thành chuyên viên cao cấp, hoàn thành 100% nhiệm vụ.
- Tin học văn phòng: 90%"""
REPORT = """UBND XÃ HÒA BÌNH
Số: 45/BC-UBND
**BÁO CÁO**
**Kết quả công tác năm 2025**
1. Tỷ lệ hồ sơ đúng hạn đạt 98,5%, phấn đấu giữ vững.
2. Thu ngân sách đạt 12,3 tỷ đồng."""
RECIPE = """Phở bò
- 1 kg xương ống bò, 500 g bắp bò
1. Ninh xương trong 6 giờ, giữ lửa dưới 90 độ.
2. Nước dùng đạt 80% độ trong thì tắt lửa."""
LETTER = """Kính gửi: Anh Nam,
Hợp đồng có giá trị 450 triệu đồng, đợt 1 là 30% trong vòng 10 ngày.
Trân trọng,"""
NOTICE = """UBND PHƯỜNG 5
Số: 77/TB-UBND
**THÔNG BÁO**
**Về việc nghỉ lễ Quốc khánh**
1. Thời gian nghỉ: 02 ngày.
2. Phân công trực: mỗi bộ phận ít nhất 01 người.
3. Treo cờ 100% hộ gia đình."""
README = """# A toolkit
Start the server with two workers and 85% of memory; see goals.md.
- `run --year 2024` takes 17 ms a form
- 200 forms of 9 to 14 indicators"""
FORM = """**MỤC TIÊU CHẤT LƯỢNG NĂM 20…**
1. ........................ đạt ...... %
2. Tỷ lệ ................ đạt từ .....% trở lên

STT	Mục tiêu	Đơn vị tính	Chỉ tiêu	Bộ phận
1	.......	.......	.......	......."""


LISTED = """**LỊCH CÔNG TÁC TUẦN 12**
Thứ	Nội dung	Thời gian	Chủ trì
Hai	Đánh giá mục tiêu chất lượng	8 giờ	Văn phòng
Ba	Tiếp ít nhất 05 công dân	7 giờ	Phòng Tư pháp"""
WANTED = """**THÔNG BÁO TUYỂN DỤNG**
1. 05 nhân viên, kinh nghiệm ít nhất 2 năm.
Chỉ tiêu: 07 người."""
NEWS = """Xã Hòa Bình hoàn thành vượt mức nhiều chỉ tiêu năm 2025
Theo báo cáo của UBND xã Hòa Bình, năm 2025 thu ngân sách đạt 12,5 tỷ đồng, vượt 8% kế hoạch."""
PROPOSAL = """UBND XÃ A
Số: 12/TTr-UBND
**TỜ TRÌNH**
Trụ sở xuống cấp 60%, cần 850 triệu đồng. Mục tiêu: bảo đảm chỗ làm việc cho 25 cán bộ."""

REVIEW = """UBND PHƯỜNG A
**BIÊN BẢN**
**Họp xem xét của lãnh đạo về kết quả thực hiện mục tiêu chất lượng năm 2025**
1. Thư ký báo cáo kết quả thực hiện Mục tiêu chất lượng năm 2025 ban hành theo Quyết định số 7/QĐ-UBND:
- Hồ sơ nộp trực tuyến mới đạt 66,4%.
- Phần mềm gián đoạn 03 ngày."""
PLAIN_MINUTES = """UBND XÃ TÂN HÒA
Biên bản
Họp giao ban tháng 01 về việc thực hiện mục tiêu chất lượng năm 2026
1. Mục tiêu tháng 02:
- Phấn đấu thu ngân sách đạt 15%;"""
CONCLUSIONS = """UBND TỈNH A
**THÔNG BÁO**
**Kết luận của Phó Chủ tịch UBND tỉnh tại cuộc họp về các chỉ tiêu năm 2026**
2. Phấn đấu hoàn thành các chỉ tiêu, cụ thể:
a) Sở Tài chính đôn đốc giải ngân đạt 70%."""
SCORES = """**PHIẾU ĐÁNH GIÁ MỨC ĐỘ HOÀN THÀNH MỤC TIÊU CHẤT LƯỢNG**
STT	Mục tiêu	Chỉ tiêu	Tự chấm
1	Hồ sơ đúng hạn	≥ 98%	98,7%"""
AUDIT_PLAN = """**KẾ HOẠCH ĐÁNH GIÁ NỘI BỘ NĂM 2026**
1. Mục tiêu
- Đánh giá 100% phòng, đơn vị;"""
INSPECTION = """UBND PHƯỜNG 3
**KẾ HOẠCH**
**Kiểm tra việc thực hiện mục tiêu chất lượng năm 2026**
I. MỤC TIÊU
1. Kiểm tra ít nhất 05 hồ sơ mỗi bộ phận."""
INVITATION = """**GIẤY MỜI**
**Dự họp xem xét dự thảo mục tiêu chất lượng năm 2026**
1. Nội dung: xem xét mục tiêu, chỉ tiêu năm 2026, cụ thể:
- Hồ sơ đúng hạn 98%;"""
ASKED = """UBND XÃ E
V/v báo cáo kết quả thực hiện mục tiêu chất lượng năm 2026
Báo cáo kết quả thực hiện mục tiêu chất lượng gồm các nội dung sau:
1. Số mục tiêu đạt, chưa đạt, tỷ lệ 100%."""
TOTALS = """**BẢNG TỔNG HỢP KẾT QUẢ THỰC HIỆN MỤC TIÊU CHẤT LƯỢNG NĂM 2025**
TT	Mục tiêu	Chỉ tiêu	Kết quả
1	Hồ sơ đúng hạn	98%	99%"""

ONE_LINE = """UBND PHƯỜNG A
BIÊN BẢN Họp xem xét của lãnh đạo về Hệ thống quản lý chất lượng và các mục tiêu chất lượng năm 2026 của phường
**Mục tiêu chất lượng**
- Hồ sơ nộp trực tuyến đạt 66,4%."""
SCORED = """**BẢNG CHẤM ĐIỂM THỰC HIỆN MỤC TIÊU CHẤT LƯỢNG QUÝ I NĂM 2026**
TT	Mục tiêu	Chỉ tiêu	Kết quả
1	Hồ sơ đúng hạn	98%	99%"""
HANDBOOK = """**SỔ TAY CHẤT LƯỢNG**
**6.2 Mục tiêu chất lượng**
- Mục tiêu chất lượng phải đo lường được, ví dụ 98% hồ sơ đúng hạn."""


def read(text: str) -> Decision:
    return understood(Document(text_blocks(text)))


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (MINUTES, "the minutes of a meeting"),
        (CONTRACT, "a contract"),
        (BUDGET, "a budget or a bill"),
        (LIFE, "a curriculum vitae"),
        (REPORT, "a report of results"),
        (RECIPE, "Nothing in it says"),
        (LETTER, "Nothing in it says"),
        (NOTICE, "Nothing in it says"),
        (README, "Nothing in it says"),
        (FORM, "The lines of its list are blank"),
        (LISTED, "a timetable or a list"),
        (WANTED, "an announcement"),
        (NEWS, "Nothing in it says"),
        (PROPOSAL, "a proposal"),
        (REVIEW, "the minutes of a meeting"),
        (PLAIN_MINUTES, "the minutes of a meeting"),
        (CONCLUSIONS, "the conclusions of a meeting"),
        (SCORES, "a slip"),
        (AUDIT_PLAN, "a plan of audits"),
        (INSPECTION, "a plan of audits"),
        (INVITATION, "a letter"),
        (ASKED, "a report of results"),
        (TOTALS, "a report of results"),
        (ONE_LINE, "the minutes of a meeting"),
        (SCORED, "a slip"),
        (HANDBOOK, "a rule or an instruction"),
    ],
)
def test_a_text_that_is_no_decision_gives_no_row_and_says_why(text: str, why: str) -> None:
    decision = read(text)
    assert (decision.items, decision.plan) == ((), ())
    assert decision.why is not None
    assert why in f"{decision.why.id} {decision.why.values.get('kind', '')}"


@pytest.mark.parametrize("text", [MINUTES, CONTRACT, BUDGET, REPORT, NOTICE])
def test_what_such_a_text_states_is_listed_and_not_lost(text: str) -> None:
    told = " ".join(left.quote for left in read(text).left_out)
    figures = [line for line in text.splitlines() if line[:1].isdigit() and "\t" not in line]
    assert all(line.split(". ", 1)[-1] in told for line in figures)


def test_minutes_that_put_objectives_below_a_heading_of_their_own_are_read() -> None:
    decision = read(
        "**BIÊN BẢN HỌP XEM XÉT CỦA LÃNH ĐẠO**\n**MỤC TIÊU CHẤT LƯỢNG NĂM 2027**\n1. Thu phí đạt 2 tỷ đồng."
    )
    told = [(item.target, item.doubtful, decision.why) for item in decision.items]
    assert told == [("đạt 2 tỷ đồng", True, None)]


@pytest.mark.parametrize(
    "title",
    [
        "**KẾ HOẠCH**\n\n**Giám sát, đo lường mục tiêu chất lượng năm 2026**",
        "**BẢNG THEO DÕI MỤC TIÊU CHẤT LƯỢNG NĂM 2026**",
        "**QUYẾT ĐỊNH**\n\n**Về việc giao chỉ tiêu thanh tra năm 2026**",
        "V/v đăng ký mục tiêu chất lượng năm 2026",
    ],
)
def test_what_follows_or_gives_objectives_may_set_them(title: str) -> None:
    decision = read(f"{title}\n\n**MỤC TIÊU**\n\nTT\tMục tiêu\tChỉ tiêu\n1\tHồ sơ đúng hạn\t98%")
    assert [(item.target, item.doubtful) for item in decision.items] == [("98%", False)]


REPORT_WITH_AIMS = """UBND XÃ B
Xã B, ngày 05 tháng 01 năm 2026
**BÁO CÁO**
**Kết quả thực hiện mục tiêu chất lượng năm 2025**
**I. MỤC TIÊU CHẤT LƯỢNG NĂM 2025**
1. Hồ sơ đúng hạn đạt 98,2%.
**II. MỤC TIÊU CHẤT LƯỢNG NĂM 2026**
1. Hồ sơ đúng hạn đạt từ 98,5% trở lên.
**III. TỔ CHỨC THỰC HIỆN**
1. Văn phòng tổng hợp 100% báo cáo."""


def test_of_a_report_only_the_part_of_this_years_objectives_is_read_and_the_rest_is_listed() -> (
    None
):
    decision = read(REPORT_WITH_AIMS)
    assert [(item.target, item.doubtful) for item in decision.items] == [
        ("đạt từ 98,5% trở lên", True)
    ]
    told = [(left.quote, left.reason.id) for left in decision.left_out]
    assert ("Hồ sơ đúng hạn đạt 98,2%.", "This is {kind}: it sets no objectives.") in told
    assert any("tổng hợp 100%" in quote for quote, _ in told)


@pytest.mark.parametrize(
    "opening",
    [
        "Trên cơ sở đánh giá kết quả thực hiện mục tiêu năm 2025, xã ban hành mục tiêu năm 2026 như sau:",
        "Xã phấn đấu thực hiện các mục tiêu năm 2026 như sau:",
    ],
)
def test_objectives_announced_behind_a_look_back_are_read(opening: str) -> None:
    decision = read(f"**QUYẾT ĐỊNH**\n{opening}\n1. Hồ sơ đúng hạn đạt 98%.")
    assert [item.target for item in decision.items] == ["đạt 98%"]


def test_what_was_reached_of_objectives_announces_none() -> None:
    decision = read(
        "Xã Hòa Bình có 15 mục tiêu, kết quả thực hiện các mục tiêu như sau:\n- Giảm 12 hộ nghèo."
    )
    assert decision.items == ()


def test_a_list_that_is_called_after_its_objectives_is_read() -> None:
    decision = read(
        "**DANH SÁCH MỤC TIÊU CHẤT LƯỢNG NĂM 2027**\nSTT	Mục tiêu	Chỉ tiêu\n1	Thu phí	2 tỷ đồng"
    )
    assert [item.target for item in decision.items] == ["2 tỷ đồng"]


def test_the_command_line_says_why_nothing_was_taken_and_writes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "bien-ban.txt"
    path.write_text(MINUTES, encoding="utf-8")
    told = CliRunner().invoke(main, ["import", str(path), "-o", str(tmp_path / "so.xlsx")])
    assert "Đây là biên bản họp" in told.output
    assert not (tmp_path / "so.xlsx").exists()
    made = CliRunner().invoke(main, ["init", str(tmp_path / "MTCL"), "--from", str(path)])
    assert made.exit_code == 2
    assert "Đây là biên bản họp" in made.output

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

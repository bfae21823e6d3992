"""Which direction is better, told from what is measured."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from qms_xlsx.domain.target.model import Better
from qms_xlsx.domain.target.scan import Lexicon, phrases

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qms_xlsx.domain.target.scan import Text

# Things of which fewer are better; dealing with them turns it round ("giải quyết đơn khiếu nại").
_BAD = """
hộ nghèo, cận nghèo, hộ cận nghèo, tỷ lệ nghèo, nghèo đa chiều, người nghèo, suy dinh dưỡng
thấp còi, nhẹ cân, béo phì, khiếu nại, tố cáo, khiếu kiện, tranh chấp, đơn thư, vượt cấp, vi phạm
sai phạm, sai sót, lỗi, sinh con thứ, con thứ 3, con thứ ba, sinh thứ 3, tăng dân số
tăng tự nhiên, phát triển dân số, dân số tự nhiên, tai nạn, tội phạm, phạm tội, phạm pháp
thất nghiệp, thiếu việc làm, tử vong, tỷ suất chết, chết, mắc bệnh, ca mắc, nhiễm, bệnh
dịch bệnh, cháy, nổ, cháy nổ, bỏ học, lưu ban, tảo hôn, hôn nhân cận huyết, cận huyết thống
bạo lực, xâm hại, tệ nạn, ma túy, nghiện, mại dâm, nợ đọng, nợ xấu, nợ thuế, nợ, thất thoát
thất thu, lãng phí, tham nhũng, tiêu cực, ô nhiễm, phát thải, hao hụt, tổn thất, thất thoát nước
phàn nàn, than phiền, kiến nghị, phản ánh, thiệt hại, hư hỏng, sự cố, mù chữ, tái nghèo, nhà tạm
nhà dột nát, lạm phát, chỉ số giá, bị kỷ luật, bị xử lý kỷ luật, vi phạm kỷ luật, điểm nóng
tồn đọng, tồn, học sinh yếu, yếu, kém, yếu kém, phá rừng, cháy rừng, lấn chiếm, trộm cắp
chênh lệch giới tính, tỷ số giới tính, mất cân bằng giới tính, hộ đói, bị thương, thương vong
sách nhiễu, phiền hà, nhũng nhiễu, chất thải rắn chôn lấp, chôn lấp, bệnh tật, ngộ độc, tái phạm
tái nghiện, nghèo, trốn thuế, sự không phù hợp, điểm không phù hợp, lỗi không phù hợp
thủ tục rườm rà, ùn tắc, tỷ lệ chết, dị tật, trẻ tử vong, ly hôn, mua bán người, tín dụng đen
bị trả lại, trả lại, bị hủy, khuyết điểm, phức tạp, đột xuất phát sinh, học sinh bỏ học, vụ việc
"""
# Ways of doing that are bad whoever does them; only making up for them turns it round.
_BADLY = """
trễ hạn, quá hạn, chậm hạn, trễ hẹn, sai hạn, chậm trễ, bị trễ, chậm muộn, không đúng hạn
không đúng quy định, chưa đúng hạn, không hài lòng, chưa hài lòng, không đạt, chưa đạt
không đạt chuẩn, chưa đạt chuẩn, chưa được, không được, không hợp lệ, sai quy định, thiếu sót
không hoàn thành, chưa hoàn thành, chưa giải quyết, bị trả, thiếu hụt, không có việc làm, chậm
trễ, chưa có, chưa qua đào tạo, không bảo đảm, không đảm bảo, chưa tham gia, tồn đọng, mất, sai
quá thời hạn, trái quy định
"""
# What is spent: less is better, unless what is measured is pleasure or saving.
_COST = """
thời gian, thời hạn, thời hạn giải quyết, chi phí, tiêu hao, tiêu thụ điện, mức tiêu thụ
giá thành, thời lượng chờ
"""
_DEALING = """
giải quyết, xử lý, khắc phục, giảm, hạn chế, kiểm soát, thoát, xóa, xoá, phòng, chống
phòng chống, phòng ngừa, ngăn chặn, điều tra, khám phá, phát hiện, thu hồi, trả lời, hỗ trợ
tiếp nhận, hòa giải, đấu tranh, bài trừ, cai, điều trị, chữa, không, quản lý, giảm nghèo
thoát nghèo, xóa nghèo, chấm dứt, đẩy lùi, thu, thu nợ, trợ giúp, giúp, giúp đỡ, dập tắt, bảo vệ
truy quét, triệt phá, tiếp công dân, kiềm chế, cảm hóa, vận động, tuyên truyền, tư vấn, tập huấn
đào tạo, kiểm tra, giám sát, thanh tra, xóa mù chữ, xóa đói, phòng cháy, chữa cháy, khám bệnh
chữa bệnh, khám chữa bệnh, thu gom, truy bắt, xét xử, thi hành, cung cấp, khống chế, rà soát
"""
_MENDING = """
khắc phục, xin lỗi, giảm, hạn chế, chấm dứt, thông báo xin lỗi, thư xin lỗi, văn bản xin lỗi
không để, không có, không, kiểm soát
"""
_GOOD = """
được, có, tham gia, đúng hạn, trước hạn, hài lòng, thoát, thoát nghèo, sử dụng, thụ hưởng
tiếp cận, đạt, hoàn thành, đăng ký, khỏi, thành công, đúng quy định, đúng thời hạn, sớm hạn
bao phủ, vay vốn, dùng, hưởng, vươn lên, có thẻ
"""
# Of these neither more nor less is better in itself.
_MOOT = """
chi ngân sách, chi ngân sách nhà nước, tổng chi, chi thường xuyên, chi đầu tư, chi cân đối
chi thường xuyên ngân sách, dự toán chi, cơ cấu, tỷ trọng, nhập khẩu, số dư
"""
# Nor of these, unless something good is said of them ("dân số được dùng nước sạch").
_PEOPLE = """
quy mô dân số, dân số trung bình, tổng dân số, mật độ dân số, dân số, tổng số dân, biên chế
lao động nông nghiệp, tỷ suất sinh, mức sinh
"""
# Names that hold a good or a bad word and mean neither.
_PLAIN = """
chủ yếu, thiết yếu, trọng yếu, cơ yếu, yếu tố, bệnh viện, giường bệnh, bảo tồn, không gian
không khí
không dùng tiền mặt, không phù hợp với, có hạt, sai số, nổi bật, vật liệu nổ, cơ quan, cơ sở
"""
_SURELY_GOOD = """
hài lòng, đúng hạn, trước hạn, đúng thời hạn, bao phủ, nước sạch, thu ngân sách, đạt chuẩn
bảo hiểm y tế, qua đào tạo, có việc làm, trực tuyến, được giải quyết, thu nhập, sản lượng
năng suất, che phủ, độ che phủ rừng, tham gia, hoàn thành
"""


def _table(**lists: str) -> Lexicon[str]:
    table: dict[str, str] = {}
    for sort, joined in lists.items():
        table |= dict.fromkeys(phrases(joined), sort)
    return Lexicon(table)


_MARKS = _table(
    good=_GOOD,
    dealing=_DEALING,
    bad=_BAD,
    badly=_BADLY,
    cost=_COST,
    moot=_MOOT,
    people=_PEOPLE,
    plain=_PLAIN,
    sure=_SURELY_GOOD,
    mending=_MENDING,
)


@dataclass(frozen=True, slots=True)
class Direction:
    """The better direction, and whether what is measured says so (else it is the default)."""

    better: Better
    told: bool = False


def direction(
    text: Text, start: int, end: int, *, acting: bool = False, doing: Lexicon[bool] | None = None
) -> Direction:
    """Return which way is better for what these tokens measure.

    `acting` when a verb before the figure deals with what follows ("giải quyết 95% đơn khiếu nại");
    `doing` are further verbs that deal with what stands after them ("100% cán bộ ký cam kết …").
    """
    spent = spending = settled = False
    sign, told, moot, dealing, mending = Better.HIGHER, False, False, acting, False
    for sort in _marks(text, start, end, doing):
        moot = moot or (sort in ("moot", "people") and not dealing)
        settled = settled or (sort in ("good", "sure") and not spending)
        spending = spending or sort == "moot"
        spent = spent or (sort == "cost" and not told and not dealing)
        if spent:
            sign, told = Better.LOWER, True
        elif sort in ("bad", "badly") or (sort == "cost" and not told):
            turned = mending if sort == "badly" else dealing
            sign, told = (Better.HIGHER if turned else Better.LOWER), True
        elif sort == "sure" or (sort in ("good", "mending") and sign is Better.LOWER):
            sign, told = Better.HIGHER, True
        dealing = dealing or sort in ("dealing", "mending")
        mending = mending or sort == "mending"
    if moot and not told and not settled:
        return Direction(Better.NEITHER, told=True)
    return Direction(sign, told)


def _marks(text: Text, start: int, end: int, doing: Lexicon[bool] | None) -> Iterator[str]:
    index = start
    while index < end:
        mark = _MARKS.at(text, index)
        verb = doing.at(text, index) if doing else None
        if verb and (mark is None or verb[0] > mark[0]):
            mark = (verb[0], "dealing")
        if mark and index + mark[0] <= end:
            yield mark[1]
        index += mark[0] if mark else 1

"""What is counted, and the small words that end a noun."""

from __future__ import annotations

from functools import cache

from qms_xlsx.language.lexicon import Lexicon, phrases
from qms_xlsx.language.units import MONEY, NUMERALS, POINTS, SHARES

COUNTED = """
người, tuổi, hộ, hộ dân, hộ gia đình, hộ nghèo, hộ kinh doanh, nhân khẩu, khẩu, lao động
học sinh, trẻ em, trẻ, cháu, em, cán bộ, công chức, viên chức, đảng viên, đoàn viên, hội viên
thành viên, công dân, đại biểu, học viên, bệnh nhân, thanh niên, phụ nữ, nông dân, chuyên gia
bác sĩ, bác sỹ, đối tượng, gia đình, cá nhân, cơ sở, tổ chức, con, con gia súc, cây, cây xanh
con lợn, con trâu, con bò, đàn, gốc, giống, ha, m, m2, m², m3, m³, km, km2, km², mét, mét vuông
mét khối, cm, héc ta, hecta, sào, công đất, kg, tạ, tấn, yến, g, gam, lít, ml, lít nước, tấn rác
kwh, mw, kw, mb, lần, lượt, lượt người, lượt khách, lượt hộ, lượt hồ sơ, lượt truy cập, phút, giờ
ngày, ngày làm việc, ngày công, tuần, tháng, năm, buổi, buổi họp, kỳ, đợt, ca, giờ làm việc, giây
h, phiên, phiên họp, quý, ngày đêm, điểm, sao, bậc, hạng, chỉ tiêu, tiêu chí, mục tiêu, nhiệm vụ
nội dung, chỉ số, nhóm, chỉ số thành phần, hồ sơ, bộ hồ sơ, văn bản, đơn, đơn thư, vụ, vụ việc
vụ án, cuộc, cuộc họp, trường hợp, ý kiến, phiếu, kiến nghị, thủ tục, thủ tục hành chính, tthc
dịch vụ, dịch vụ công, quy trình, biểu mẫu, báo cáo, tài liệu, bản, bài, tin, tin bài, bài viết
sáng kiến, sáng kiến kinh nghiệm, giải pháp, đề tài, đề án, dự án, công trình, mô hình, sản phẩm
lớp, lớp tập huấn, lớp học, khóa, phòng học, trường, trường học, xã, phường, thôn, ấp, xóm, tổ
tdp, tổ dân phố, khu phố, khu dân cư, khu, huyện, tỉnh, đơn vị, cơ quan, bộ phận, phòng, ban
chi bộ, chi hội, câu lạc bộ, hợp tác xã, htx, doanh nghiệp, tổ hợp tác, trang trại, gia trại
cửa hàng, chợ, cánh đồng, nhà, căn, căn nhà, ngôi nhà, nhà văn hóa, nhà ở, tuyến
nhà tình nghĩa, tuyến đường, tuyến phố, tuyến đường giao thông, ngõ, ngõ phố, ngõ xóm, cầu, cống
kênh, đường, trạm, điểm nóng, điểm trường, suất quà, suất, phần quà, giường, giường bệnh, máy
máy tính, thiết bị, bộ, chiếc, cái, xe, phương tiện, thuê bao, tài khoản, thẻ, giấy chứng nhận, giấy
chứng chỉ, hợp đồng, cuộc kiểm tra, cuộc thanh tra, cuộc giám sát, cuộc đối thoại, hội nghị
hội thảo, hội thi, chuyên đề, chương trình, kế hoạch, nghị quyết, chuyến, chốt, camera, cụm
tỷ lệ, thôn bản, thôn/bản, xóm/bản, di tích, lễ hội, giải, huy chương, bàn thắng, giao dịch, món
sổ, cuốn, đầu sách, thửa, thửa đất, lô, hố, bể, hố rác, thùng, thùng rác, công tơ, đồng hồ, vườn
vườn mẫu, ao, lồng, lồng bè, đầu điểm, đơn vị máu, trẻ sơ sinh, dân, vạn dân, hồ sơ tthc
hồ sơ trực tuyến, sai sót, lỗi, vi phạm, tai nạn, đám cháy, nguồn tin, máu, hố ga, bóng, bóng đèn
cột, cột đèn, trụ, đèn, biển, pano, áp phích, khẩu hiệu, băng rôn, tờ rơi, clip, video, cuộc thi
phong trào, hoạt động, gương, điển hình, tập thể, hội, hội đồng, tổ công nghệ số, điểm cầu
giao ban, yêu cầu, phản ánh, cuộc gọi, tin nhắn, góp ý, khiếu nại, tố cáo, đơn khiếu nại
đơn tố cáo, quyết định, biên bản, khoản, mục, hạng mục, phần mềm, hệ thống, cơ sở dữ liệu
dữ liệu, trang, website, vị trí, chức danh, biên chế
"""
_PERIODS = (
    "năm, tháng, quý, tuần, ngày, vụ, kỳ, 6 tháng, nửa năm, buổi, giờ, nhiệm kỳ, học kỳ, năm học"
)
_ENDING = """
được, đạt, so với, và, hoặc, của, theo, trong, trên, dưới, tại, ở, do, từ, đến, trước, sau, cho
để, là, có, không, mỗi, với, về, bằng, bị, đã, đang, sẽ, phải, hay, như, nhằm, khi, nếu, thì, mà
trở, lên, xuống, còn, vào, qua, ra, bởi, các, những, này, đó, nhất, tới, khoảng
trở lên, trở xuống, đúng
hoàn thành, thực hiện, tham gia, sử dụng, đăng ký, giữ, duy trì, đảm bảo, bảo đảm, tiếp tục
thuộc, hàng, hằng, hàng năm, hằng năm, hàng tháng, hàng quý, mới, tối thiểu, tối đa, ít nhất
tăng, giảm, kế hoạch, dự toán, cùng kỳ, năng suất, diện tích, sản lượng, tỷ lệ, trở đi, trong đó
luôn, chưa, vượt, cao hơn, thấp hơn
"""

_SITTINGS = ("buổi", "cuộc", "phiên", "số")
_RECURRING = ("năm", "tháng", "quý", "tuần", "kỳ", "6 tháng")
_AGES = ("tuổi", "tháng tuổi")
_DURATIONS = ("giây", "phút", "giờ", "ngày", "tuần", "tháng", "năm", "quý", "h")
_DIVISIBLE = frozenset(
    phrases(
        "ha, km, km2, km², m3, m³, cm, sào, công, kg, tạ, tấn, yến, g, gam, lít, ml, kWh, MW, kw"
        "\nmb, vạn, héc, hecta, độ, công suất, mét, tỷ, hệ số"
    )
)
_LENGTHS = ("m", "mét", "cm", "m2", "m²", "mét vuông")


def kind_of(unit: str | None) -> str:
    """Return what sort of thing a unit measures: a share, money, a duration and so on."""
    if unit is None:
        return "none"
    head, _, per = unit.partition("/")
    if unit in ("%", "‰") or head in ("%", "‰"):
        return "share"
    if unit == POINTS:
        return "points"
    if head in MONEY.values():
        return "money"
    if head == "điểm":
        return "score"
    if head in ("lần", "kỳ", "đợt") or (head in _SITTINGS and per) or _regular(head, per):
        return "frequency"
    if head.split()[0] in _DURATIONS:
        return "duration"
    return "size" if head in _LENGTHS else "count"


def whole(unit: str) -> bool:
    """Tell whether what is counted comes in whole pieces ("hồ sơ"), not in parts ("ha", "điểm")."""
    head = unit.partition("/")[0]
    return kind_of(unit) in ("count", "frequency") and head.split()[0] not in _DIVISIBLE


def _regular(head: str, per: str) -> bool:
    """Tell "02 ngày/tháng", how often people are received, from a duration."""
    return head in ("ngày", "giờ", "tiết") and per in _RECURRING


@cache
def units() -> Lexicon[tuple[str, str]]:
    """Return every unit known: its sort and its tidy spelling."""
    known: dict[str, tuple[str, str]] = {}
    known |= {phrase: ("counted", phrase) for phrase in phrases(COUNTED)}
    known |= {"tdp": ("counted", "TDP"), "tthc": ("counted", "TTHC"), "htx": ("counted", "HTX")}
    known |= {"h": ("counted", "giờ"), "bác sỹ": ("counted", "bác sĩ"), "hecta": ("counted", "ha")}
    known |= {"héc ta": ("counted", "ha"), "kwh": ("counted", "kWh"), "mw": ("counted", "MW")}
    known |= {f"m {n}": ("counted", f"m{n}") for n in (2, 3)} | {"km 2": ("counted", "km2")}
    known |= {word: ("scale", word) for word in NUMERALS}
    known |= {written: ("money", tidy) for written, tidy in MONEY.items()}
    known |= {written: ("share", sign) for written, sign in SHARES.items()}
    known |= {"điểm %": ("points", POINTS), POINTS: ("points", POINTS)}
    return Lexicon(known)


@cache
def endings() -> Lexicon[bool]:
    """Return the words that a noun does not reach over."""
    return Lexicon(phrases(_ENDING))


@cache
def periods() -> Lexicon[str]:
    """Return what a frequency is counted in."""
    return Lexicon({period: period for period in phrases(_PERIODS)})

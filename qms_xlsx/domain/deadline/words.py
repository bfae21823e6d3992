"""The vocabulary of deadlines, each word once, with what it does in a sentence."""

from __future__ import annotations

from enum import Enum, auto
from functools import cache
from typing import Any, NamedTuple

from qms_xlsx.domain.deadline.values import Edge, Every
from qms_xlsx.language.text import bare, folded


class Kind(Enum):
    """The part that a word plays."""

    NUMBER = auto()
    ROMAN = auto()
    DATE = auto()  # day, month, year or None
    MONTH_YEAR = auto()
    DASHED = auto()  # 30-9: a date or a range, as its neighbours say
    CLOCK = auto()
    REFERENCE = auto()  # 59/QĐ-UBND
    UNIT = auto()
    HALF = auto()
    EACH = auto()
    TIMES = auto()
    EDGE = auto()
    ORDINAL = auto()
    WORKING = auto()
    BEFORE = auto()
    LATEST = auto()
    FROM = auto()
    AFTER = auto()
    TO = auto()
    DASH = auto()
    SLASH = auto()
    COMMA = auto()
    AND = auto()
    OR = auto()
    STOP = auto()
    SOFT = auto()  # brackets and colons: they explain what stands before
    IN = auto()
    FILLER = auto()
    NEXT = auto()
    THIS = auto()
    PERIODIC = auto()
    YEARLY = auto()
    ONGOING = auto()
    EVENT = auto()  # value: whether the words after it tell the event
    WITHIN = auto()
    MORE = auto()  # ít nhất, tối thiểu before a count
    PERIOD = auto()
    WEEKDAY = auto()
    LUNAR = auto()
    DATA = auto()
    DOCUMENT = auto()
    STAGE = auto()
    ONWARD = auto()
    LATER = auto()  # years past the plan's
    OTHER_YEAR = auto()  # a year or season that is not the calendar's
    DEPENDS = auto()  # on what another document says
    NEGATION = auto()
    NUMERAL = auto()
    WORD = auto()
    END = auto()


# Alternatives stand between bars. A single word counts only as it is written here, unless the
# whole text is without diacritics: "năm" is a year, "nam" in "Việt Nam" is not.
_VOCABULARY: tuple[tuple[Kind, Any, str], ...] = (
    (Kind.UNIT, Every.DAY, "ngày|mùng|mồng|ngày mùng|ngày mồng"),
    (Kind.UNIT, Every.WEEK, "tuần"),
    (Kind.UNIT, Every.MONTH, "tháng"),
    (Kind.UNIT, Every.QUARTER, "quý|quí"),
    (Kind.UNIT, Every.YEAR, "năm"),
    (Kind.HALF, None, "nửa|nữa"),
    (Kind.EACH, None, "hàng|hằng|mỗi|mỗi một|từng|các|tất cả các|vào các|mọi"),
    (Kind.TIMES, None, "lần|cuộc|đợt|buổi|phiên|lượt|báo cáo một lần"),
    (Kind.EDGE, Edge.FIRST, "đầu|đầu tiên"),
    (Kind.EDGE, Edge.MIDDLE, "giữa"),
    (Kind.EDGE, Edge.LAST, "cuối|cuối cùng"),
    (Kind.ORDINAL, None, "thứ"),
    (Kind.WORKING, None, "làm việc"),
    (Kind.BEFORE, None, "trước|sớm hơn"),
    (
        Kind.LATEST,
        None,
        "chậm nhất|muộn nhất|trễ nhất|không quá|không muộn hơn|không chậm hơn|không trễ hơn"
        "|không muộn quá|không chậm quá|đến hết|cho đến hết|tới hết|hết|hạn|hạn cuối"
        "|hạn cuối cùng|hạn chót|thời hạn|hạn nộp|hạn báo cáo|kết thúc|trước khi kết thúc"
        "|trước khi hết|khi hết|trước hoặc trong|trước và trong|chậm nhất là|tối đa đến"
        "|kéo dài đến|khi kết thúc",
    ),
    (Kind.FROM, None, "từ|kể từ|bắt đầu|bắt đầu từ|tính từ|khởi công"),
    (Kind.AFTER, None, "sau"),
    (Kind.TO, None, "đến|tới|cho đến|cho tới|đến trước"),
    (Kind.AND, None, "và|với|cùng với|rồi|lẫn"),
    (Kind.OR, None, "hoặc|hay|hoặc là"),
    (Kind.IN, None, "trong|cả|toàn|trong cả|vào|nội trong|ngay trong|trong suốt cả"),
    (
        Kind.FILLER,
        None,
        "của|là|thuộc|ở|tại|theo|khoảng|dịp|vào dịp|nhân dịp|lễ|thời điểm|thời gian"
        "|hoàn thành|xong|thực hiện|báo cáo|gửi|nộp|gửi báo cáo|nộp báo cáo|tổng hợp|lập"
        "|sơ kết|tổng kết|chế độ|một cách|tổ chức|triển khai|ban hành|tập trung"
        "|khoảng thời gian|chính thức|phải|được|đó|kể cả|tức|cụ thể|riêng|liền kề trước",
    ),
    (
        Kind.NEXT,
        1,
        "tiếp theo|kế tiếp|liền kề|liền sau|kế sau|tiếp sau|sau đó|liền kề sau|sau liền kề|kế"
        "|kế tiếp sau|tiếp",
    ),
    (Kind.NEXT, -1, "liền trước|trước đó|trước liền kề"),
    (Kind.THIS, None, "nay|này|kế hoạch|hiện tại|hiện hành"),
    (
        Kind.PERIODIC,
        None,
        "định kỳ|định kì|thường kỳ|thường kì|theo định kỳ|theo định kì|định kỳ theo",
    ),
    (Kind.YEARLY, None, "thường niên|hàng niên"),
    (
        Kind.ONGOING,
        None,
        "thường xuyên|liên tục|thường trực|quanh năm|suốt năm|trong suốt năm|xuyên suốt"
        "|suốt cả năm|trong suốt|thường xuyên liên tục|lâu dài|thường nhật|mọi lúc|duy trì"
        "|quanh|suốt|mọi thời điểm|không gián đoạn",
    ),
    (Kind.ONGOING, None, "giờ hành chính|trong giờ hành chính"),
    (
        Kind.EVENT,
        False,
        "đột xuất|đột suất|bất thường|kịp thời|phát sinh|khi cần|khi cần thiết|đột ngột"
        "|bất cứ lúc nào|ngay lập tức|lập tức|tức thời|tức thì|ngay tức khắc",
    ),
    (
        Kind.EVENT,
        True,
        "khi|mỗi khi|ngay khi|sau khi|ngay sau khi|ngay sau|trước khi|nếu có|trong trường hợp"
        "|trường hợp|tùy|tùy theo|tuỳ theo|theo yêu cầu|theo chỉ đạo|theo đề nghị"
        "|theo hướng dẫn|theo văn bản|theo công văn|theo thông báo|theo giấy mời"
        "|theo triệu tập|theo thực tế|theo tình hình|theo nhu cầu|theo đề xuất|theo vụ việc"
        "|theo sự việc|theo lịch triệu tập|có yêu cầu|có phát sinh|lúc có|bất kỳ khi nào"
        "|theo sự chỉ đạo|theo từng vụ việc|kể từ khi|từ khi|kể từ ngày ký|từ ngày ký"
        "|kể từ ngày nhận|kể từ ngày nhận được|từ ngày nhận|từ ngày nhận được"
        "|kể từ ngày ban hành|kể từ ngày có|từ lúc|kể từ lúc|kể từ thời điểm|từ thời điểm"
        "|theo phát sinh|theo kế hoạch của cấp trên|theo kế hoạch cấp trên|có văn bản",
    ),
    (Kind.WORD, None, "ngay"),
    (Kind.CLOCK, None, "hết giờ hành chính|cuối giờ hành chính|hết giờ làm việc|cuối giờ"),
    (Kind.WITHIN, None, "trong vòng|trong thời hạn|trong thời gian|trong khoảng"),
    (Kind.MORE, None, "ít nhất|tối thiểu|không ít hơn|không dưới|tối đa|đều đặn|chỉ"),
    (Kind.PERIOD, None, "kỳ|kỳ báo cáo|kì"),
    (Kind.WEEKDAY, None, "chủ nhật"),
    (Kind.LUNAR, None, "âm lịch"),
    (
        Kind.DATA,
        None,
        "số liệu|chốt số liệu|thời gian chốt số liệu|thời điểm chốt số liệu|lấy số liệu"
        "|kỳ số liệu|thời gian lấy số liệu|số liệu tính từ|số liệu tính đến"
        "|kỳ báo cáo tính từ|kỳ báo cáo từ|chốt|chốt đến|chốt từ|thời điểm lấy số liệu"
        "|tính số liệu|kỳ báo cáo được tính từ|kỳ tính từ|số liệu báo cáo"
        "|thời gian tính số liệu|thời kỳ báo cáo|thời kỳ tính từ|thời kỳ số liệu",
    ),
    (
        Kind.DOCUMENT,
        None,
        "quyết định|nghị định|nghị quyết|công văn|thông tư|chỉ thị|luật|công điện|tờ trình",
    ),
    (Kind.STAGE, None, "giai đoạn|nhiệm kỳ|thời kỳ"),
    (Kind.OTHER_YEAR, None, "năm học|năm tài chính|niên khóa|niên độ|học kỳ|vụ|mùa"),
    (
        Kind.DEPENDS,
        None,
        "theo kế hoạch|theo quy định|theo chương trình|theo tiến độ|theo lịch|theo lộ trình"
        "|theo kế hoạch riêng|theo thời hạn",
    ),
    (
        Kind.LATER,
        None,
        "những năm tiếp theo|các năm tiếp theo|những năm sau|các năm sau",
    ),
    (Kind.ONWARD, None, "trở đi|về sau|trở về sau"),
    (Kind.NEGATION, None, "không|chưa|không phải|trừ|ngoại trừ|bỏ"),
    (Kind.NUMERAL, 1, "một|nhất"),
    (Kind.NUMERAL, 2, "hai"),
    (Kind.NUMERAL, 3, "ba"),
    (Kind.NUMERAL, 4, "bốn|tư"),
    (Kind.NUMERAL, 6, "sáu"),
    (Kind.NUMERAL, 7, "bảy|bẩy"),
    (Kind.NUMERAL, 8, "tám"),
    (Kind.NUMERAL, 9, "chín"),
    (Kind.NUMERAL, 10, "mười"),
    (Kind.NUMERAL, 11, "mười một"),
    (Kind.NUMERAL, 12, "mười hai"),
    (Kind.NUMERAL, 15, "mười lăm"),
    (Kind.NUMERAL, 20, "hai mươi"),
    (Kind.NUMERAL, 25, "hai mươi lăm|hai lăm"),
    (Kind.NUMERAL, 30, "ba mươi"),
    # Common words that only look like ours once their marks are lost or misread.
    (
        Kind.WORD,
        None,
        "phấn đấu|phần đầu|phân đầu|bắt buộc|lần đầu|hàng hóa|khách hàng|ngân hàng|cửa hàng"
        "|hàng hải|hàng đầu|đứng đầu|người đứng đầu|đầu tư|ban đầu|đầu mối|đầu vào|đầu ra"
        "|quy định|quy chế|quy trình|quy hoạch|quy mô|quy phạm|quy ước|quy luật|việt nam"
        "|miền nam|nam giới|kỳ họp|ngày hội|ngày lễ|ngày công|ngày nghỉ|tuần lễ|hết hạn"
        "|đến hạn|đúng hạn|trễ hạn|quá hạn|trước hạn|có thời hạn|hết hiệu lực|các bộ phận"
        "|các phòng|các đơn vị|các cơ quan|các cuộc họp|cuộc họp|hội nghị|một số|một phần"
        "|một cửa|pháp luật|tháng hành động|tháng thanh niên|quý vị|ngày vì|hạn chế",
    ),
)

TIME = frozenset(
    {
        Kind.NUMBER,
        Kind.NUMERAL,
        Kind.DATE,
        Kind.DASHED,
        Kind.UNIT,
        Kind.CLOCK,
        Kind.MONTH_YEAR,
        Kind.EDGE,
        Kind.STAGE,
    }
)
"""Kinds that begin a time: "trước" before one of them sets a limit."""
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
ROMAN = {numeral: value for value, numeral in enumerate(_ROMAN, 1)}


class Entry(NamedTuple):
    """A phrase of the vocabulary: its words as written, with and without marks."""

    written: tuple[str, ...]
    bare: tuple[str, ...]
    kind: Kind
    value: Any


@cache
def entries() -> dict[str, tuple[Entry, ...]]:
    """Return the phrases by their first word without marks, the longest first."""
    table: dict[str, list[Entry]] = {}
    for kind, value, alternatives in _VOCABULARY:
        for phrase in alternatives.split("|"):
            written = tuple(folded(phrase).split())
            plain = tuple(bare(word) for word in written)
            table.setdefault(plain[0], []).append(Entry(written, plain, kind, value))
    return {
        first: tuple(sorted(found, key=lambda entry: -len(entry.written)))
        for first, found in table.items()
    }


@cache
def single_words() -> frozenset[str]:
    """Return the words that mean something by themselves."""
    found = (entry.written for entries_ in entries().values() for entry in entries_)
    return frozenset(written[0] for written in found if len(written) == 1)

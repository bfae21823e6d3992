"""What a row is: its kind of target first, then its periods, its unit, its labels, its words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from qms_xlsx.domain.meaning import asking, shares
from qms_xlsx.domain.meaning.model import SaidRow, Sort
from qms_xlsx.domain.meaning.rhythm import CADENCE_NAMES, rhythm
from qms_xlsx.domain.meaning.signs import WEIGHTS, Found, Sign, counting
from qms_xlsx.domain.question import Question
from qms_xlsx.domain.target import Better, Kind
from qms_xlsx.domain.target.nouns import kind_of
from qms_xlsx.language.scanner import scan
from qms_xlsx.language.text import folded
from qms_xlsx.language.units import NUMERALS

if TYPE_CHECKING:
    from qms_xlsx.domain.target import Target
    from qms_xlsx.language.messages import Message

SCORES = ("điểm", "sao", "bậc", "hạng")
DURATIONS = ("giây", "phút", "giờ", "ngày", "ngày làm việc", "tuần")
MEASURES = ("ha", "km", "m", "m2", "m²", "km2", "km²", "mét")
LISTED = ("tiêu chí", "chỉ tiêu", "chỉ số")
_PERIODS = (
    *("năm", "tháng", "quý", "tuần", "ngày", "vụ", "kỳ", "6 tháng"),
    *("năm học", "học kỳ", "nhiệm kỳ"),
)
_FLOWS = frozenset({Sign.MAKING, Sign.DOING, Sign.DRIVING, Sign.AMOUNT, Sign.EVENT})
_MAKING = frozenset({Sign.MAKING, Sign.DOING})
_STANDS = frozenset({Sign.STATE, Sign.STANDING})


@dataclass(frozen=True, slots=True)
class Sorted:
    """What a row is, and what is doubtful about it."""

    sort: Sort
    notes: tuple[Message, ...] = ()


def only_target(row: SaidRow) -> Target | None:
    """Return a row's one target, None where there is none or several."""
    return row.targets[0] if len(row.targets) == 1 else None


def unit_of(row: SaidRow) -> str:
    """Return the unit that a row is counted in, folded."""
    target = only_target(row)
    unit = folded(row.unit or (target.unit if target else "") or "")
    scale, _, rest = unit.partition(" ")
    return rest if scale in NUMERALS and rest in (*WEIGHTS, *MEASURES) else unit


def doubtful_target(row: SaidRow) -> Question | None:
    """Return what the target itself leaves open, which no way of gathering figures answers."""
    target = only_target(row)
    if target is None or target.kind not in (Kind.THRESHOLD, Kind.RANGE):
        return None
    if target.comparator == "=" and target.value == 0:
        return None
    if _change_in_name(row, target):
        return asking.change_or_level(row.called)
    return asking.within_limits(row.called) if _two_sided(row, target) else None


def sort_of(row: SaidRow) -> Sorted | Question:
    """Return what a row is, or what its words leave open."""
    target = only_target(row)
    kind = target.kind if target else Kind.THRESHOLD
    if kind is Kind.CHILDREN and shares.of_plan(row):
        return Sorted(Sort.PLAN)
    if kind in (Kind.GRADE, Kind.RANK, Kind.CHILDREN):
        return Sorted(Sort.SCORE)
    if kind is Kind.YES_NO:
        return Sorted(Sort.ANSWER)
    if target and target.comparator == "=" and target.value == 0:
        if row.numerator_label or _is_share(unit_of(row)):
            return Sorted(Sort.PART)
        gone = "không còn" in folded(row.said)
        return Sorted(Sort.ZERO, (asking.NO_LONGER,) if gone else ())
    if kind in (Kind.GROWTH, Kind.REDUCTION):
        return Sorted(Sort.CHANGE)
    found = _measured(row, target)
    return found if isinstance(found, Question) else Sorted(*found)


def _measured(row: SaidRow, target: Target | None) -> tuple[Sort, tuple[Message, ...]] | Question:
    unit = unit_of(row)
    if row.numerator_label or row.denominator_label:
        return shares.labelled(row, share=_is_share(unit))
    if _is_share(unit) or (target and _is_share(folded(target.unit or ""))):
        return shares.unlabelled(row)
    beat = rhythm(row, unit)
    if isinstance(beat, Question):
        return beat
    if beat is not None and target and _at_most(target):
        other = row.cadence not in (None, beat.cadence)
        return (
            asking.limit_of_a_period(row.called, CADENCE_NAMES[beat.cadence])
            if other
            else (Sort.CEILING, ())
        )
    if beat is not None:
        return Sort.RHYTHM, beat.notes
    if unit in SCORES and not _counts(row):
        return Sort.SCORE, ()
    mean = _mean(counting(row.said))
    lasts = unit in DURATIONS and not _NUMBER.match(folded(row.name))
    if lasts and target and _at_most(target) and not mean:
        return Sort.LONGEST, (asking.SLOWEST,)
    asks = not unit and _works(row, counting(row.said))
    return asking.counts_what(row.called) if asks else counted(row, unit, target)


def counted(
    row: SaidRow, unit: str, target: Target | None
) -> tuple[Sort, tuple[Message, ...]] | Question:
    """Return whether a count or an amount adds up or stands, by the words beside it."""
    text = row.said
    found = counting(text)
    signs = {f.sign for f in found}
    each = target is not None and target.each
    mean = _mean(found) or _TIME.match(folded(row.name)) is not None
    if (per_head(unit) and not each) or mean or _quotient(row.name, target):
        return Sort.RATE, ()
    happens = _happens(unit)
    if unit in LISTED and Sign.NEW not in signs:
        return Sort.STOCK, ()
    if Sign.NEW in signs or Sign.HELD in signs:
        both = {Sign.NEW, Sign.HELD} <= signs
        if both and not happens:
            return asking.adds_up_or_stands(row.called)
        return (Sort.FLOW if Sign.NEW in signs or happens else Sort.STOCK), ()
    if _made_passively(text, found):
        return Sort.FLOW, ()
    opening = (0, _length(row.name) + 1)
    found = tuple(f for f in found if f.sign is not Sign.DOING or f.start in opening)
    first = next((f for f in found if f.sign in _FLOWS | _STANDS | {Sign.OPEN}), None)
    adds = happens or unit.split("/", maxsplit=1)[0] in WEIGHTS
    if first is not None and not (adds and first.sign in (Sign.STATE, Sign.OPEN)):
        return _by_first(row, first, signs)
    if adds and (happens or first is not None):
        return Sort.FLOW, ()
    return _by_nothing(row, unit, signs, target)


def _by_first(
    row: SaidRow, first: Found, signs: set[Sign]
) -> tuple[Sort, tuple[Message, ...]] | Question:
    both = first.sign is Sign.DRIVING and bool(signs & _STANDS)
    if first.sign in _STANDS and _HARMED.search(folded(row.name)):
        return asking.adds_up_or_stands(row.called)
    if first.sign is Sign.STANDING and unit_of(row) in MEASURES:
        both = both or any(f.sign is Sign.MAKING for f in counting(row.name))  # "kiên cố hóa"
    if first.sign is Sign.OPEN or both or _does(row, first):
        return asking.adds_up_or_stands(row.called)
    if first.sign in _STANDS and Sign.OPEN in signs:
        return Sort.STOCK, (asking.COUNTED_THINGS,)
    return (Sort.STOCK if first.sign in _STANDS else Sort.FLOW), ()


_HARMED = re.compile(r"\bbị\b|đuối nước|bạo lực|thương vong|mất tích|vi phạm|tử nạn")
"""Harm may add up: "Diện tích rừng bị cháy", "Số trẻ đuối nước"."""

_BORN = (
    *("thành lập", "tuyển", "tuyển dụng", "kết nạp", "ra mắt", "hình thành", "nhập ngũ"),
    *("lắp đặt", "xây dựng", "xây", "sửa chữa", "nâng cấp", "cải tạo", "trồng", "ban hành"),
    *("phát hành", "cấp", "trao", "tặng", "tổ chức", "mở", "khởi công", "bàn giao", "xuất bản"),
    *("tạo việc làm", "giải quyết việc làm"),
)
_FIELD = re.compile(r"(?:công tác|phong trào|chất lượng|hiệu quả|nâng cao|tăng cường) ")
_LISTED = re.compile(r"\b(?:tổng|toàn xã|toàn phường|trên địa bàn)\b")
_NUMBER = re.compile(r"(?:tổng )?số(?: lượng)? ")


def _length(text: str) -> int:
    return len(scan(text).tokens)


def _works(row: SaidRow, found: tuple[Found, ...]) -> bool:
    """Tell whether a name is of a field of work, so that a bare number counts nothing known."""
    first = next((f for f in found if f.sign in _FLOWS | {Sign.OPEN}), None)
    named = _NUMBER.match(folded(row.name)) or first is None or first.start == 0
    field = bool(_FIELD.match(folded(row.name)))
    return field or (not named and first is not None and first.sign in (*_MAKING, Sign.DRIVING))


def _does(row: SaidRow, first: Found) -> bool:
    """Tell whether a verb says what the things counted do ("Số hộ nộp thuế", "Số bàn khám")."""
    opening = _NUMBER.match(folded(row.name))
    if opening is None or first.phrase in _BORN:
        return False
    after = first.start - _length(opening[0])
    named = after > 0 and first.start < _length(row.name)
    return named and first.sign in (Sign.MAKING, Sign.DRIVING)


def _by_nothing(
    row: SaidRow, unit: str, signs: set[Sign], target: Target | None
) -> tuple[Sort, tuple[Message, ...]] | Question:
    if target and target.of is not None:
        return Sort.STOCK, ()
    listed = _NUMBER.match(folded(row.name)) or _LISTED.search(folded(row.name))
    harmed = _HARMED.search(folded(row.name)) or (target and target.better is Better.LOWER)
    if Sign.BODY in signs and unit not in MEASURES and listed and not harmed:
        return Sort.STOCK, (asking.COUNTED_THINGS,)
    if unit.split("/", maxsplit=1)[0] in WEIGHTS:
        return Sort.FLOW, (asking.WEIGHED,)
    return asking.adds_up_or_stands(row.called)


def per_head(unit: str) -> bool:
    """Tell whether a unit is a quotient of two things ("tạ/ha", "triệu đồng/người/năm")."""
    return any(part.strip() not in _PERIODS for part in unit.split("/")[1:])


_TIME = re.compile(r"(?:rút ngắn |giảm |cắt giảm )?(?:thời gian|thời hạn)\b")
_PER = re.compile(
    r"trên (?P<n>một|mỗi|vạn|1|1000|1\.000|10000|10\.000|100000|100\.000) "
    r"(?:ha|héc|đơn vị|người|dân|hộ|trẻ|km|lao động|học sinh|phụ nữ|giường)"
)


_SLASH = re.compile(
    r"[^\W\d_] ?/ ?(?:0?1 )?(?:ha|héc ta|người|đầu người|hộ|lao động|sào|công|vạn dân|km|m2|khẩu"
    r"|con|trang trại|hội viên|học sinh|cán bộ|đơn vị diện tích)\b"
)


def _quotient(name: str, target: Target | None) -> bool:
    """Tell whether a name divides one thing by another ("số bác sĩ trên 10.000 người")."""
    if _SLASH.search(folded(name)):
        return True
    match = _PER.search(folded(name))
    said = match["n"].replace(".", "") if match else ""
    own = target.value if target else None
    return bool(match) and not (said.isdigit() and own == float(said))


def _is_share(unit: str) -> bool:
    return unit.startswith(("%", "‰")) or unit == "điểm phần trăm"


def _mean(found: tuple[Found, ...]) -> bool:
    means = [f for f in found if f.sign is Sign.AVERAGE]
    said = any(f.phrase.startswith(("bình quân", "trung bình")) for f in means)
    first = next((f for f in found if f.sign is not Sign.BODY), None)
    return said or (first is not None and first.sign is Sign.AVERAGE)


def _happens(unit: str) -> bool:
    """Tell whether a unit counts what happens ("lượt", "cuộc", "hồ sơ")."""
    found = counting(unit.split("/", maxsplit=1)[0])
    return bool(found) and found[0].sign is Sign.EVENT


def _two_sided(row: SaidRow, target: Target) -> bool:
    """Tell a range of a state ("18 - 25 độ C"), which is missed above it as below it."""
    neither = row.better is None and target.better is Better.NEITHER
    often = kind_of(target.unit or row.unit) in ("frequency", "none") and target.unit is not None
    return target.kind is Kind.RANGE and neither and not often


_CHANGING = re.compile(r"(?:giảm|tăng|hạ|nâng|rút ngắn)(?! cường| cao| tốc| trưởng)\b")
_CHANGED = re.compile(
    r"(?<!tốc độ )(?<!tỷ lệ )(?<!tỉ lệ )(?<!mức )(?<!số )\b(?:giảm|tăng)"
    r"(?: (?:trong (?:năm|kỳ)|hằng năm|hàng năm|mỗi năm|bình quân.*|so với .*))?$"
)
"""A name that ends in its change: "Số hộ nghèo giảm trong năm"."""
_LEVEL = re.compile(r"\b(?:xuống|còn|lên|đến|từ|đạt|dưới|trên|không quá)\b")


def _change_in_name(row: SaidRow, target: Target | None) -> bool:
    """Tell whether a name asks for a change and its target only writes a number."""
    bare_number = target is not None and not target.explicit
    name = folded(row.name)
    changing = _CHANGING.match(name) or _CHANGED.search(name)
    return bool(bare_number and changing and not _LEVEL.search(folded(row.said)))


def _counts(row: SaidRow) -> bool:
    """Tell whether "điểm" counts places or things ("Xây dựng 02 điểm du lịch"), not a score."""
    found = counting(row.said)
    made = bool(found) and found[0].sign is Sign.MAKING and found[0].start == 0
    return made or any(f.phrase.startswith("điểm ") for f in found)


def _made_passively(text: str, found: tuple[Found, ...]) -> bool:
    """Tell whether something was made, given or done ("được hỗ trợ", "đã giải quyết")."""
    tokens = scan(text)
    return any(f.sign in _MAKING and tokens.fold(f.start - 1) in ("được", "đã") for f in found)


def _at_most(target: Target) -> bool:
    return target.comparator in ("<", "<=") or target.better is Better.LOWER

"""Grades and titles, each on the ordered scale of its own family."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from qms_xlsx.language.lexicon import Lexicon, phrases
from qms_xlsx.language.text import bare, folded

if TYPE_CHECKING:
    from collections.abc import Mapping

    from qms_xlsx.language.scanner import Text

GRADE_SCALES: Mapping[str, tuple[str, ...]] = {
    "quality": ("xuất sắc", "tốt", "khá", "trung bình", "yếu", "kém"),
    "task": (
        "hoàn thành xuất sắc nhiệm vụ",
        "hoàn thành tốt nhiệm vụ",
        "hoàn thành nhiệm vụ",
        "không hoàn thành nhiệm vụ",
    ),
    "person": (
        "chiến sĩ thi đua toàn quốc",
        "chiến sĩ thi đua cấp tỉnh",
        "chiến sĩ thi đua cơ sở",
        "lao động tiên tiến",
    ),
    "collective": ("tập thể lao động xuất sắc", "tập thể lao động tiên tiến"),
    "praise": ("cờ thi đua", "bằng khen", "giấy khen"),
    "urban": (
        "đô thị loại đặc biệt",
        "đô thị loại I",
        "đô thị loại II",
        "đô thị loại III",
        "đô thị loại IV",
        "đô thị loại V",
    ),
    "level": ("mức độ 5", "mức độ 4", "mức độ 3", "mức độ 2", "mức độ 1"),
    "stars": ("5 sao", "4 sao", "3 sao", "2 sao", "1 sao"),
    "letters": ("loại A", "loại B", "loại C", "loại D"),
    "class": ("hạng đặc biệt", "hạng I", "hạng II", "hạng III", "hạng IV", "hạng V"),
    "clean": ("trong sạch, vững mạnh tiêu biểu", "trong sạch, vững mạnh"),
}
"""The scales, best first."""
LOWEST = ("trung bình", "yếu", "kém", "không hoàn thành nhiệm vụ")
"""Grades that nobody aims at."""

ALIASES = {
    "hoàn thành xuất sắc": "hoàn thành xuất sắc nhiệm vụ",
    "hoàn thành tốt": "hoàn thành tốt nhiệm vụ",
    "hoàn thành tốt chức trách, nhiệm vụ": "hoàn thành tốt nhiệm vụ",
    "hoàn thành xuất sắc các nhiệm vụ": "hoàn thành xuất sắc nhiệm vụ",
    "hoàn thành tốt các nhiệm vụ": "hoàn thành tốt nhiệm vụ",
    "hoàn thành": "hoàn thành nhiệm vụ",
    "không hoàn thành": "không hoàn thành nhiệm vụ",
    "HTXSNV": "hoàn thành xuất sắc nhiệm vụ",
    "HTTNV": "hoàn thành tốt nhiệm vụ",
    "HTNV": "hoàn thành nhiệm vụ",
    "chiến sỹ thi đua toàn quốc": "chiến sĩ thi đua toàn quốc",
    "chiến sỹ thi đua cấp tỉnh": "chiến sĩ thi đua cấp tỉnh",
    "chiến sỹ thi đua cơ sở": "chiến sĩ thi đua cơ sở",
    "CSTĐCS": "chiến sĩ thi đua cơ sở",
    "CSTĐ cơ sở": "chiến sĩ thi đua cơ sở",
    "CSTĐ cấp cơ sở": "chiến sĩ thi đua cơ sở",
    "chiến sĩ thi đua cấp cơ sở": "chiến sĩ thi đua cơ sở",
    "CSTĐ cấp tỉnh": "chiến sĩ thi đua cấp tỉnh",
    "LĐTT": "lao động tiên tiến",
    "tập thể LĐTT": "tập thể lao động tiên tiến",
    "tập thể LĐXS": "tập thể lao động xuất sắc",
    "tập thể tiên tiến": "tập thể lao động tiên tiến",
    "giỏi": "tốt",
    "trong sạch vững mạnh": "trong sạch, vững mạnh",
    "trong sạch vững mạnh tiêu biểu": "trong sạch, vững mạnh tiêu biểu",
    "trong sạch và vững mạnh": "trong sạch, vững mạnh",
    **{f"loại: {letter}": f"loại {letter}" for letter in "ABCD"},
    "đô thị loại 1": "đô thị loại I",
    "đô thị loại 2": "đô thị loại II",
    "đô thị loại 3": "đô thị loại III",
    "đô thị loại 4": "đô thị loại IV",
    "đô thị loại 5": "đô thị loại V",
    "năm sao": "5 sao",
    "bốn sao": "4 sao",
    "ba sao": "3 sao",
    "mức độ I": "mức độ 1",
    "mức độ II": "mức độ 2",
    "mức độ III": "mức độ 3",
    "mức độ IV": "mức độ 4",
    **{f"{n} sao OCOP": f"{n} sao" for n in range(1, 6)},
    **{f"{word} {n}": f"mức độ {n}" for n in range(1, 6) for word in ("mức", "cấp độ", "bậc độ")},
}
"""Other ways to write a grade."""

LEADS = {
    "quality": "xếp loại",
    "task": "xếp loại",
    "person": "danh hiệu",
    "collective": "danh hiệu",
    "praise": "được tặng",
    "urban": "đạt",
    "level": "đạt",
    "stars": "đạt",
    "letters": "xếp",
    "class": "đạt",
    "clean": "danh hiệu",
}
"""What is written before a grade."""

_ORDER = {
    name: (family, index)
    for family, names in GRADE_SCALES.items()
    for index, name in enumerate(names)
}
# What announces a grade: the word alone ("thực hiện tốt") says nothing.
_ANNOUNCING = Lexicon(
    phrases(
        """
        xếp loại, xếp hạng, xếp, đạt loại, loại, hạng, đạt mức, mức, mức độ, danh hiệu, đạt
        đạt kết quả, phân loại, đánh giá, công nhận, nhóm, tặng, ở mức, từ mức, từ loại, khối, :
        ít nhất, tối thiểu, thuộc loại, đạt danh hiệu, công nhận là, xếp thứ hạng, thuộc nhóm
        chuẩn, xếp loại chất lượng, chuẩn quốc gia, lên, chất lượng mức, xếp ở mức
        xếp loại ở mức, xếp loại từ
        """
    )
)
_RATING = Lexicon(
    phrases(
        "xếp loại, xếp, đạt mức, mức, mức độ, đánh giá, phân loại, ở mức, từ mức, được xếp loại, :"
    )
)
_FAR = Lexicon(
    phrases("xếp loại, phân loại, đạt loại, danh hiệu, đạt kiểm định, kiểm định chất lượng")
)
_AND_UP = Lexicon(phrases("trở lên"))
_DUTIES = Lexicon(
    phrases("được giao, chính trị, chuyên môn, trọng tâm, của, theo, về, công tác, năm, kế hoạch")
)
_SELF_EVIDENT = ("person", "collective", "urban", "clean")
_ALONE = ("letters", "class", "praise")


def grade_rank(name: str) -> tuple[str, int] | None:
    """Return a grade's family and its place in it, 0 the best; None for an unknown name.

    >>> grade_rank("Tốt"), grade_rank("chiến sĩ thi đua cơ sở"), grade_rank("giải nhất")
    (('quality', 1), ('person', 2), None)
    """
    return _by_text().get(folded(name))


def grade_at(text: Text, index: int) -> tuple[int, str, bool] | None:
    """Return a grade that begins here: its tokens, its name, whether "trở lên" is said."""
    found = _level_at(text, index) or _names().at(text, index)
    if not found:
        return None
    size, name = found
    if name in LOWEST and not _AND_UP.at(text, index + size):
        return None  # nobody aims at it
    if text.kind(index) == "level":
        up = text.tokens[index].bare.endswith(" tro len")
        return (1, name, up) if _announced(text, index, size, name) else None
    above = _AND_UP.at(text, index + size)
    if not (_announced(text, index, size, name) or (above and _ORDER[name][0] != "level")):
        return None
    return above[0] + size if above else size, name, bool(above)


def _level_at(text: Text, index: int) -> tuple[int, str] | None:
    """Return the grade that a level is ("mức độ 2 trở lên"), grouped as one name before."""
    if text.kind(index) != "level":
        return None
    place = _by_bare().get(text.tokens[index].bare.removesuffix(" tro len"))
    return (1, GRADE_SCALES[place[0]][place[1]]) if place else None


def named_at(text: Text, index: int) -> bool:
    """Tell whether a grade's name stands here, announced or not."""
    return _names().at(text, index) is not None


def _announced(text: Text, index: int, size: int, name: str) -> bool:
    family = _ORDER[name][0]
    if family == "task":
        return _task_rated(text, index, size, name)
    if family in _SELF_EVIDENT or (family in _ALONE and _alone(text, index, size)):
        return True
    if family in ("quality", "level") and _announced_far(text, index, size):
        return True
    return _ANNOUNCING.before(text, index) is not None


def _alone(text: Text, index: int, size: int) -> bool:
    """Tell whether the grade is all that is written, or all of its clause."""
    opens = index == 0 or text.kind(index - 1) == "symbol"
    return opens and text.kind(index + size) in ("", "symbol")


def _announced_far(text: Text, index: int, size: int) -> bool:
    """Tell whether "xếp loại" stands a few words before a grade that ends its clause."""
    ends = text.kind(index + size) in ("", "symbol")
    return ends and any(_FAR.within(text, max(0, index - 7), index))


def _task_rated(text: Text, index: int, size: int, name: str) -> bool:
    """Tell a rating ("hoàn thành tốt nhiệm vụ") from work ("hoàn thành nhiệm vụ được giao")."""
    if _RATING.before(text, index):
        return True
    whole = text.tokens[index + size - 1].bare in ("vu", "htxsnv", "httnv", "htnv")
    working = _DUTIES.at(text, index + size) or name == "hoàn thành nhiệm vụ"
    return whole and not working


@cache
def _by_text() -> dict[str, tuple[str, int]]:
    known = {folded(name): place for name, place in _ORDER.items()}
    return known | {folded(alias): _ORDER[name] for alias, name in ALIASES.items()}


@cache
def _by_bare() -> dict[str, tuple[str, int]]:
    return {bare(name): place for name, place in _by_text().items()}


@cache
def _names() -> Lexicon[str]:
    return Lexicon({**{name: name for name in _ORDER}, **ALIASES}, strict=True)

"""Places in an order: "top 3", "nhóm 10 đơn vị dẫn đầu", "từ thứ 4 trở lên"."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from qms_xlsx.domain.target.classing import classed
from qms_xlsx.language.cursor import Cursor
from qms_xlsx.language.lexicon import Lexicon, grouped, phrases
from qms_xlsx.language.messages import Message, message
from qms_xlsx.language.numerals import ORDINALS, ROMAN
from qms_xlsx.language.text import bare

if TYPE_CHECKING:
    from qms_xlsx.language.scanner import Text, Token

_PLACES = {**ROMAN, **{bare(word): place for word, place in ORDINALS.items()}, **ORDINALS}
_AMONG = Lexicon(phrases("trong, thuộc, vào, nằm trong"))
_GROUP = Lexicon(
    {"top": "top", "top đầu": "top", "tốp": "top", "tốp đầu": "top", "nhóm": "group", "số": "some"}
)
_LEADING = Lexicon(
    phrases("… [<w>] [<w>] [<w>] [<w>] (dẫn đầu|đứng đầu|cao nhất|tốt nhất|hàng đầu|đầu)")
)
_UNTOLD = Lexicon(phrases("(nhóm|tốp|top) (dẫn đầu|đứng đầu|hàng đầu|đầu|cuối)"))
_NOT_AMONG = Lexicon(
    phrases("(nằm ngoài|ngoài|thoát khỏi|ra khỏi|thoát) (nhóm|tốp|top|số)")
    | phrases("không [để] [bị] [nằm|thuộc|xếp|đứng|ở|rơi] [trong|vào|ở] (nhóm|tốp|top|số|trong)")
)
_LAST = Lexicon(phrases("… (cuối|cuối cùng|thấp nhất) [bảng|bảng xếp hạng]"))
_OFFICES = Lexicon(phrases("(địa phương|đơn vị|tỉnh|huyện|xã|phường)"))
_FROM = Lexicon(phrases("từ, tối thiểu, ít nhất"))
_NO_LOWER = Lexicon(
    dict.fromkeys(("≤", "<=", "⩽", "≦", "=<", "< =", "không quá", "không vượt quá", "tối đa"), True)
)
_AT_LEAST = Lexicon(dict.fromkeys(("≥", ">=", "⩾", "≧", "=>", "> =", ">"), True))
FALLING = message("A falling rank is asked for: is a smaller number meant?")
_LIMITING = ("dưới", "trên", "hơn", "quá")
_HOLDING = Lexicon({"xếp": "xếp"} | dict.fromkeys(phrases("(đứng|đạt|giữ|xếp ở) [ở]"), ""))
_PLACE = Lexicon(phrases("vị trí, vị thứ, thứ hạng, xếp hạng, hạng, xếp thứ hạng, thứ bậc"))
_WIDE = ("", "toàn", "cả", "/", "trong", "trên")  # "Thứ 3 toàn tỉnh"
_NTH = Lexicon(phrases("thứ"))
_RAISING = ("nâng", "thăng", "tăng")  # "Nâng hạng 02 sản phẩm"
_LOWER = Lexicon(phrases("# (-|đến)"))
_LEFT = Lexicon(phrases("[thứ|hạng|vị trí] # (lên|xuống|còn|về) [thứ|hạng|vị trí]"))
_LEFT_NTH = Lexicon(phrases("thứ # lên"))
_MOVED = Lexicon(phrases("từ [thứ|hạng|vị trí] # (lên|xuống|còn|về) [thứ|hạng|vị trí] #"))
"""A place that is left for a better one ("thứ hạng từ 7 lên 5"), and both of them."""
_OF = Lexicon(phrases("/, trên, trong số, trong tổng số, trên tổng số"))
_WITHIN = Lexicon(
    phrases(
        "trong [tổng] [số] # (đơn vị|địa phương|tỉnh|huyện|quận|xã|phường|thị trấn|thành phố|sở"
        "|ngành|cơ quan|phòng|ban|trường|chi cục|khoa)"
    )
)
"""How many places there are, with who is ranked: "thứ 3 trở lên trong 8 huyện"."""
_INSIDE = Lexicon(phrases("trong [tổng] [số]"))
_COUNTED = Lexicon(phrases("(trong|trên) (số|tổng số)"))
_UP = Lexicon(phrases("… trở lên"))
_FIRST = Lexicon(
    phrases(
        "(đứng đầu|dẫn đầu|đứng thứ nhất) [toàn|cả] "
        "(tỉnh|huyện|thị xã|thành phố|cụm|khối|nước|quận|xã|phường|ngành)"
    )
)


_FAR, _JOINING = 24, ("-", "(", ")", ",", "&", "“", "”", '"')
"""Words and signs that the name of a ranking has at the most, and the signs that it may hold."""
_TELLING = frozenset(("top", "nhom", "trong", "thuoc", "vao", "nam", "so", "tu", "toi", "it"))


@dataclass(frozen=True, slots=True)
class Rank:
    """A place to be reached, between two tokens."""

    start: int
    end: int
    place: float | None
    of: float | None = None
    explicit: bool = True
    notes: tuple[Message, ...] = ()


def with_ranks(text: Text) -> tuple[Text, list[Rank]]:
    """Return the text with each rank made one token, and the ranks that it asks for."""
    found: dict[int, Rank] = {}

    def name_at(text: Text, index: int) -> tuple[int, str] | None:
        rank = rank_at(text, index)
        if rank is None:
            return None
        found[text.tokens[index].start] = rank
        return rank.end - rank.start, "rank"

    ranked = grouped(text, name_at)
    places = {t.start: i for i, t in enumerate(ranked.tokens)}
    return ranked, [replace(r, start=places[s], end=places[s] + 1) for s, r in found.items()]


def rank_at(text: Text, index: int) -> Rank | None:
    """Return the place in an order that begins at this token."""
    raised = text.fold(index - 1) in _RAISING and not any(_MOVED.within(text, index, index + _FAR))
    if raised or classed(text, index, _PLACE):
        return None
    for parse in _CHOICES:
        rank = parse(Cursor(text, index))
        if rank and (rank.of is None or rank.place is None or rank.of >= rank.place):
            falls = _falls(text, rank)
            return replace(rank, place=None, notes=(FALLING,)) if falls else rank
    return None


def place_or_step(words: str) -> Message:
    """Ask whether "5 hạng" is a place, or so many places up."""
    return message("“{words}” may be a place, or so many places up: write which.", words=words)


def _falls(text: Text, rank: Rank) -> bool:
    """Tell a place that is left for a worse one ("thứ hạng từ 5 lên 7")."""
    moved = next((i for i, _, _ in _MOVED.within(text, rank.start, rank.end)), rank.end)
    left = next((t.raw for t in text.tokens[moved : rank.end] if t.kind == "number"), None)
    return rank.place is not None and left is not None and float(left) < rank.place


def _parse_not_last(at: Cursor) -> Rank | None:
    """Parse "không nằm trong nhóm 3 đơn vị cuối trong số 15", which is place 12 or better."""
    start = at.at
    number = at.slot("#") if at.take(_NOT_AMONG) else None
    if number is None or not at.take(_LAST):
        return None
    while at.text.kind(at.at) == "word" and not _OF.at(at.text, at.at):
        at.at += 1
    of, last = _parse_of(at), float(number.raw)
    if of is None:
        return Rank(start, at.at, None, notes=(_ask_how_many(last),))
    place = message(
        "Not among the last {last} of {of} is place {place} or better.",
        last=last,
        of=of,
        place=of - last,
    )
    return Rank(start, at.at, of - last, of, notes=(place,))


def _parse_untold(at: Cursor) -> Rank | None:
    """Parse "nằm trong nhóm dẫn đầu", which says not how many lead."""
    start = at.at
    if not at.take(_UNTOLD):
        return None
    return Rank(start, at.at, None, notes=(message("How many places the group has is not said."),))


def _ask_how_many(last: float) -> Message:
    return message("Not among the last {last}: of how many is not said.", last=last)


def _parse_group(at: Cursor) -> Rank | None:
    start = at.at
    inside = at.take(_AMONG)
    group = at.take(_GROUP)
    number = at.slot("#") if inside or group else None
    if number is None:
        return None
    if _LAST.at(at.text, at.at):
        return Rank(start, at.at, None, notes=(_ask_how_many(float(number.raw)),))
    of = _parse_of(at)
    told = at.take(_LEADING) or (group == "group" and (at.take(_OFFICES) or inside))
    told = told or group == "top"
    return _rank(at, start, number, of or _parse_of(at)) if told else None


def _parse_nth(at: Cursor) -> Rank | None:
    """Parse "[từ] [xếp ở vị trí] thứ 3 [trên 9] [trở lên]"."""
    start = at.at
    at.take(_FROM)
    held = at.take(_HOLDING) is not None
    held = at.take(_PLACE) or held
    at.take(_FROM)
    held = at.take(_LEFT_NTH) or held
    nth = at.take(_NTH)
    at.take(_NO_LOWER)
    number = at.slot("<nth>") if nth else None
    if number is None:
        return None
    opens = start == 0 and at.text.fold(at.at) in _WIDE
    of = _parse_of(at)
    up = at.take(_UP)
    held = held or opens or at.text.fold(start - 1) in ("lên", "hơn")  # "Vươn lên thứ 3"
    return _rank(at, start, number, of or _parse_of(at), up=bool(up)) if held or up else None


def _parse_place(at: Cursor) -> Rank | None:
    """Parse "xếp hạng 5/9", "vị trí: từ 1 đến 3 trở lên", "xếp 5/9"."""
    start = at.at
    at.take(_FROM)
    held = at.take(_HOLDING)
    place = at.take(_PLACE)
    if not place:
        return _parse_fraction(at, start) if held == "xếp" else None
    at.mark(":")
    at.take(_FROM)
    at.mark("số")
    limited = at.take(_NO_LOWER)
    at.take(_LOWER)
    at.take(_LEFT)
    falling = at.take(_AT_LEAST)
    number = at.slot("#")
    if number is None:
        return _parse_far(at, start)
    if falling:
        return Rank(start, at.at, None, notes=(FALLING,))
    if at.text.fold(at.at).startswith(("%", "‰", "sao")):
        return None
    of = _parse_of(at)
    up = at.take(_UP) or limited
    return _rank(at, start, number, of or _parse_of(at), up=bool(up))


def _parse_fraction(at: Cursor, start: int) -> Rank | None:
    number = at.slot("#")
    of = _parse_of(at)
    return _rank(at, start, number, of) if number and of else None


def _parse_far(at: Cursor, start: int) -> Rank | None:
    """Parse "thứ hạng chỉ số PAR-Index: ≤ 3", which ends its wording."""
    first = at.at
    while at.at < first + _FAR and _names(at.text, at.at):
        at.at += 1
    named = at.at > first
    grouped = at.text.fold(at.at - 1) in ("top", "tốp", "nhóm")
    at.mark(":")
    falling = at.take(_AT_LEAST)
    limited = at.take(_NO_LOWER)
    at.take(_LEFT)
    denied = at.text.fold(start - 1) == "không"  # "Không xếp hạng dưới 10"
    grouped = grouped or (at.text.fold(at.at - 1) in _LIMITING and not (limited or denied))
    number = at.slot("#") if named and not grouped else None
    if falling and number:
        return Rank(start, at.at, None, notes=(FALLING,))
    of = _parse_of(at)
    return _rank(at, start, number, of, up=bool(limited)) if number and at.ended else None


def _names(text: Text, index: int) -> bool:
    """Tell whether a token may be of a ranking's name ("PAR-Index năm 2026 (cấp xã)")."""
    if text.kind(index) == "symbol":
        return text.fold(index) in _JOINING
    return text.kind(index) not in ("number", "") and _NO_LOWER.at(text, index) is None


def _parse_first(at: Cursor) -> Rank | None:
    start = at.at
    return Rank(start, at.at, 1.0) if at.take(_FIRST) else None


def _parse_of(at: Cursor) -> float | None:
    start = at.at
    opened = at.mark("(")
    listed = opened or at.mark(",")
    told = at.take(_COUNTED if listed else _OF) or (opened and at.take(_AMONG))
    told = told or (_WITHIN.at(at.text, at.at) and at.take(_INSIDE))
    number = at.slot("#") if told else None
    if number is None:
        at.at = start
        return None
    return float(number.raw)


def _rank(at: Cursor, start: int, number: Token, of: float | None, *, up: bool = False) -> Rank:
    place = float(_PLACES.get(number.fold) or _PLACES.get(number.bare) or number.raw)
    told = up or (at.text.tokens[start].bare in _TELLING and not _MOVED.at(at.text, start))
    notes = (
        () if told or place == 1 else (message("Place {number} or better is meant.", number=place),)
    )
    return Rank(start, at.at, place, of, told, notes)


_CHOICES = (_parse_not_last, _parse_group, _parse_untold, _parse_nth, _parse_place, _parse_first)

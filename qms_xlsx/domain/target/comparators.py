"""How wordings compare: the phrases of each comparator, and what several of them say together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from qms_xlsx.language.lexicon import Lexicon, phrases
from qms_xlsx.language.messages import Message, message

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

COMPARATORS: Mapping[str, str] = {
    ">=": """
        ít nhất, tối thiểu, không dưới, không thấp hơn, không ít hơn, không nhỏ hơn, không kém
        không kém hơn, lớn hơn hoặc bằng, bằng hoặc lớn hơn, bằng hoặc cao hơn, cao hơn hoặc bằng
        bằng hoặc hơn, thấp nhất, thấp nhất là, chí ít, bằng và trên, bằng hoặc trên
        trên hoặc bằng, không dưới mức, đạt và vượt, bằng và vượt, ít ra, không thua
        không được dưới, không được thấp hơn, chạm mốc, >=, ≥, ⩾, ≧, =>, > =, = >, tối thiểu từ
    """,
    ">": """
        trên, hơn, lớn hơn, cao hơn, nhiều hơn, vượt, vượt quá, vượt trên, vượt mức, quá, >, ＞
    """,
    "<=": """
        không quá, tối đa, không vượt quá, không vượt, nhiều nhất, cao nhất, không cao hơn
        không lớn hơn, không nhiều hơn, không trên, không hơn, nhỏ hơn hoặc bằng
        bằng hoặc nhỏ hơn, bằng hoặc thấp hơn, thấp hơn hoặc bằng, dưới hoặc bằng, bằng hoặc dưới
        không được quá, không được vượt quá, trong vòng, cao nhất là, chậm nhất, chậm nhất là
        trong thời hạn, không vượt mức, khống chế ở mức, kiềm chế ở mức
        trong thời gian không quá, không được trên, <=, ≤, ⩽, ≦, =<, < =, = <
    """,
    "<": """
        dưới, nhỏ hơn, ít hơn, thấp hơn, chưa đến, chưa tới, không đến, không tới, không đầy
        chưa đầy, kém, <, ＜
    """,
    "=": """
        đúng bằng
    """,
}
"""The phrases of each comparator; the first one is the canonical word."""

# They say the side, and give way to a comparator that says more ("xuống dưới", "từ trên").
LEANING: Mapping[str, str] = {
    ">=": """
        từ, đạt từ, đạt mức từ, từ mức
    """,
    "<=": """
        trong, dừng ở mức, dừng lại ở
    """,
}
# Where a change arrives: with these a figure is a level, not the size of a change.
LEVELS: Mapping[str, str] = {
    ">=": """
        lên, lên đến, lên tới, lên mức, tăng lên, nâng lên, lên thành, đạt đến, đạt tới, lên đạt
        lên trên mức, lên ít nhất
    """,
    "<=": """
        còn, xuống, xuống còn, chỉ còn, giảm còn, giảm xuống, giảm xuống còn, xuống mức, còn lại
        hạ xuống, rút xuống, xuống đến, xuống tới, còn ở mức, còn tối đa
    """,
}
AFTER: Mapping[str, str] = {
    ">=": """
        trở lên, hoặc hơn, hoặc cao hơn, hoặc nhiều hơn, là tối thiểu, là ít nhất, và hơn thế
        là mức tối thiểu, tối thiểu
    """,
    "<=": """
        trở xuống, hoặc thấp hơn, hoặc ít hơn, là tối đa, là nhiều nhất, là mức tối đa, trở lại
        tối đa
    """,
}
_FILLING = """
là, đạt, =, bằng, đạt được, phải, phải đạt, có, mức, ở mức, được, cũng, số, phấn đấu, phải có
đạt mức, cần, cần đạt, đạt ở mức, đạt tỷ lệ, tỷ lệ, thêm, thực hiện, tổ chức, hoàn thành
đến, tới, bình quân
"""
_ABOUT = """
khoảng, gần, xấp xỉ, ước đạt, ước, trên dưới, độ, ngót, gần đạt, chừng, ~, ≈, vào khoảng, tầm
"""
UP, DOWN = frozenset({">=", ">"}), frozenset({"<=", "<"})


@dataclass(frozen=True, slots=True)
class Comparison:
    """What the words around a figure say: the comparator, and how it was told."""

    op: str | None
    leaned: bool = False
    notes: tuple[Message, ...] = ()
    conflict: bool = False


def _table(*tables: tuple[Mapping[str, str], str]) -> dict[str, tuple[str, str]]:
    return {
        phrase: (role, op)
        for table, role in tables
        for op, joined in table.items()
        for phrase in phrases(joined)
    }


BEFORE_NUMBER = Lexicon(
    _table(
        (COMPARATORS, "says"),
        (LEANING, "leans"),
        (LEVELS, "level"),
        ({"": _FILLING}, "fills"),
        ({"": _ABOUT}, "about"),
    )
    | {":": ("fills", ""), "：": ("fills", "")}
    | {"trở lên": ("stops", ""), "trở xuống": ("stops", "")}
)
AFTER_NUMBER = Lexicon({p: op for op, joined in AFTER.items() for p in phrases(joined)})
CANONICAL = {op: next(iter(phrases(joined))) for op, joined in COMPARATORS.items()}


def combined(said: Sequence[str], leaning: Sequence[str], after: str | None) -> Comparison:
    """Return what several comparators around one figure say together."""
    ops = {*said, *([after] if after else [])}
    if ops & UP and ops & DOWN:
        return Comparison(None, notes=(_contradict(),), conflict=True)
    if "=" in ops and len(ops) > 1:
        ops.discard("=")
    if not ops:
        return Comparison(leaning[0], leaned=True) if leaning else Comparison(None)
    notes = [_strict_and_inclusive(ops)] if len(ops) > 1 else []
    if leaning and after != "<=" and {*leaning, *ops} & UP and {*leaning, *ops} & DOWN:
        notes.append(_contradict())
    inclusive = ">=" if ops & UP else "<="
    leaned = bool(leaning) and after is None and bool(ops & UP)
    return Comparison(inclusive if len(ops) > 1 else ops.pop(), leaned, notes=tuple(notes))


def _contradict() -> Message:
    return message("The words set a lower and an upper limit on the same figure.")


def _strict_and_inclusive(ops: set[str]) -> Message:
    if ops & UP:
        return message("“above” and “or more” are said at once: the limit itself is taken as good.")
    return message("“below” and “or less” are said at once: the limit itself is taken as good.")

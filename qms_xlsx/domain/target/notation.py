"""One figure written twice: "50% (2/4 trường)", "3 trường = 100%", "9/10 thôn (90%)"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from qms_xlsx.language.lexicon import Lexicon, phrases
from qms_xlsx.language.numbers import show, significant

if TYPE_CHECKING:
    from qms_xlsx.domain.target.quantity import Quantity
    from qms_xlsx.language.scanner import Text

_NEAR = 0.05
"""How far from a whole number a count may be that a percentage and its part give."""
# They join a figure to its second notation; the weak ones do so only beside a fraction.
_EQUALS = Lexicon(
    dict.fromkeys(
        phrases("bằng, tương đương, tương ứng, tương ứng với, chiếm, tức, tức là, ứng với"), True
    )
    | {"(": True, "=": True}
    | dict.fromkeys(phrases("đạt tỷ lệ, tỷ lệ, đạt, hay, chiếm tỷ lệ, với tỷ lệ"), False)
    | {",": False, ":": False}
)


def twice(text: Text, first: Quantity, second: Quantity) -> bool:
    """Tell whether two figures are one, written twice ("12/15 xã, đạt tỷ lệ 80%")."""
    fraction = first.of is not None or second.of is not None
    alike = (first.kind == "share") == (second.kind == "share")
    spans = first.upper or second.upper
    if alike or spans or not (fraction or joined(first, second)):
        return False
    first, second = sorted((first, second), key=lambda q: q.number)
    index, strong, named = first.end, False, False
    while index < second.number:
        found = _EQUALS.at(text, index)
        if not found:
            # "9/10 thôn văn hóa đạt 90%": more of the noun may stand between.
            if not (fraction and text.tokens[index].kind == "word" and not (strong or named)):
                return False
            index += 1
            continue
        strong = strong or found[1]
        named = True
        index += found[0]
    if not strong and text.kind(second.end) == "word" and joined(first, second) is None:
        return False  # "12/12 thôn văn hóa, 95% gia đình …": two demands
    return named and (fraction or strong)


def _counted(share: Quantity, counted: Quantity) -> float | None:
    """Return the whole that a share and a count give."""
    if share.unit != "%":
        return None
    if counted.of:
        return counted.of
    if counted.kind not in ("count", "none"):
        return None
    return significant(counted.value / share.value * 100) if share.value else None


def joined(core: Quantity, other: Quantity) -> Quantity | None:
    """Return a figure with what its second notation adds; None where they do not agree."""
    share, counted = (core, other) if core.kind == "share" else (other, core)
    whole = _counted(share, counted)
    if not whole or abs(counted.value / whole * 100 - share.value) > _slack(share.value):
        return None
    if core is counted and counted.of:
        return core
    near = abs(whole - round(whole)) <= _NEAR
    if not (near or counted.of):
        return None
    # Of an amount ("11,4/12,5 tỷ đồng") no whole is kept.
    return replace(share, of=round(whole)) if near else share


def _slack(value: float) -> float:
    """Return a unit of the last digit that a percentage shows: people cut figures, too."""
    _, _, decimals = show(value).partition(",")
    return float(10.0 ** -len(decimals))

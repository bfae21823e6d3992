"""One figure written twice: "50% (2/4 trường)", "3 trường = 100%", "9/10 thôn (90%)"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from qms_xlsx.language.lexicon import Lexicon, phrases
from qms_xlsx.language.numbers import significant

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
    kinds = {first.kind == "share", second.kind == "share"}
    if kinds != {True, False} or first.upper or second.upper:
        return False
    first, second = sorted((first, second), key=lambda q: q.number)
    fraction = first.of is not None or second.of is not None
    if not fraction and joined(first, second) is None:
        return False
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
    if (
        not whole
        or (not counted.of and abs(whole - round(whole)) > _NEAR)
        or abs(counted.value / whole * 100 - share.value) > _slack(share.value)
    ):
        return None
    if core is counted:
        return core if counted.of else replace(share, of=round(whole))
    nearest = round(whole)  # of an amount ("11,4/12,5 tỷ đồng") no whole is kept
    return replace(core, of=nearest) if abs(whole - nearest) <= _NEAR else core


def _slack(value: float) -> float:
    """Half a unit of the last digit that the percentage shows."""
    shown = f"{value:.4f}".rstrip("0").partition(".")[2]
    return float(10.0 ** -len(shown) * (1.0 if len(shown) < 2 else 0.6))

"""One figure written twice: "50% (2/4 trường)", "3 trường = 100%", "9/10 thôn (90%)"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from qms_xlsx.domain.numbers import significant
from qms_xlsx.domain.target.clauses import Clause
from qms_xlsx.domain.target.comparators import Comparison
from qms_xlsx.domain.target.quantities import Quantity
from qms_xlsx.domain.target.scan import Lexicon, phrases
from qms_xlsx.i18n import Message, message

if TYPE_CHECKING:
    from qms_xlsx.domain.target.scan import Text

_EQUALS = Lexicon(
    phrases(
        "bằng, tương đương, tương ứng, chiếm, đạt tỷ lệ, tỷ lệ, tức, tức là, đạt, hay, ứng với, chiếm tỷ lệ"
    )
    | dict.fromkeys("(,=:", True)
)


def paired(text: Text, clause: Clause, figures: list[Quantity]) -> tuple[Clause, Message | None]:
    """Join a figure with its second notation; also return the conflict, if they do not agree."""
    core = clause.core
    if not isinstance(core, Quantity):
        return clause, None
    for other in figures:
        if (
            other is core
            or not clause.start <= other.start < clause.end
            or not _next_to(text, core, other)
        ):
            continue
        if _counted(core, other) is None and _counted(other, core) is None:
            continue
        joined = _joined(core, other)
        if joined is None:
            return clause, _disagree(core, other)
        if joined.comparison.op == "=":
            joined = replace(joined, comparison=Comparison(None))
        notes = [n for n in clause.notes if n.values.get("words") != _words(text, other)]
        return replace(clause, core=joined, notes=notes), None
    return clause, None


def same_figure(text: Text, before: Clause, after: Clause) -> bool:
    """Tell whether a clause only repeats the figure before it ("12/15 xã, đạt tỷ lệ 80%")."""
    first, second = before.core, after.core
    if not isinstance(first, Quantity) or not isinstance(second, Quantity):
        return False
    return _next_to(text, first, second) and {first.of is None, second.of is None} == {True, False}


def _next_to(text: Text, core: Quantity, other: Quantity) -> bool:
    first, second = sorted((core, other), key=lambda q: q.number)
    between = text.tokens[first.end : second.number]
    if not between:
        return False
    index, equal = first.end, False
    while index < second.number:
        found = _EQUALS.at(text, index)
        if not found:
            return first.of is not None and second.kind == "share" and equal
        equal = True
        index += found[0]
    return True


def _counted(share: Quantity, counted: Quantity) -> float | None:
    """Return the whole that a share and a count give."""
    if share.unit != "%" or counted.kind == "share":
        return None
    if counted.of:
        return counted.of
    return significant(counted.value / share.value * 100) if share.value else None


def _joined(core: Quantity, other: Quantity) -> Quantity | None:
    share, counted = (core, other) if core.kind == "share" else (other, core)
    whole = _counted(share, counted)
    if not whole or abs(counted.value / whole * 100 - share.value) > _slack(share.value):
        return None
    if core is counted:
        return core if counted.of else replace(share, of=round(whole))
    return replace(core, of=round(whole))


def _slack(value: float) -> float:
    """Half a unit of the last digit that the percentage shows."""
    shown = f"{value:.4f}".rstrip("0").partition(".")[2]
    return float(10.0 ** -len(shown) * (1.0 if len(shown) < 2 else 0.6))


def _words(text: Text, quantity: Quantity) -> str:
    return text.raw[text.tokens[quantity.start].start : text.tokens[quantity.end - 1].end]


def _disagree(core: Quantity, other: Quantity) -> Message:
    share, counted = (core, other) if core.kind == "share" else (other, core)
    return message(
        "The two notations do not agree: {share}% is not {n} of {of}.",
        share=share.value,
        n=counted.value,
        of=counted.of or "?",
    )

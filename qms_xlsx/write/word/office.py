"""What every paper of an office bears: who writes, where, by which number, who signs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qms_xlsx.say.counting import GAP
from qms_xlsx.say.periods import day_in_words, in_words
from qms_xlsx.write.word.paragraphs import NO_BREAK

if TYPE_CHECKING:
    from qms_xlsx.domain.register import Register
    from qms_xlsx.judge.results import Aggregate

_SHORT, _WHOLE = "UBND", "Ủy ban nhân dân"
_ONE_LINE = 24
"""Letters of a name that fit on the line below "Ủy ban nhân dân"."""
_ANYBODY = ("THỦ TRƯỞNG CƠ QUAN",)


def office_fields(aggregate: Aggregate) -> dict[str, str]:
    """Return the fields of a paper's head and of its sentences."""
    register = aggregate.register
    where = f"{register.place}, " if register.place else ""
    return {
        "organisation": register.organisation,
        "organisation_in_full": in_full(register.organisation),
        "parent": register.parent_organisation,
        "symbol": symbol(register),
        "dateline": f"{where}ngày {GAP} tháng {GAP} năm {aggregate.as_of.year}",
        "place": register.place or GAP,
        "year": str(register.year),
        "period": in_words(aggregate.period),
        "as_of": day_in_words(aggregate.as_of),
    }


def in_full(name: str) -> str:
    r"""Return an office's name as it stands at the head of its papers (Decree 30/2020).

    >>> in_full("UBND xã Thượng Lộ")
    'Ủy ban nhân dân xã\xa0Thượng\xa0Lộ'
    """
    begin, _, rest = name.partition(" ")
    if begin != _SHORT or not rest:
        return name
    short = len(rest) <= _ONE_LINE
    return f"{_WHOLE} {rest.replace(' ', NO_BREAK) if short else rest}"


def symbol(register: Register) -> str:
    """Return what the office signs its papers with, as its decision does: 59/QĐ-UBND → UBND."""
    _, _, after = register.decision_number.rpartition("/")
    _, _, office = after.partition("-")
    return office.strip() or GAP


def signers(register: Register) -> tuple[str, ...]:
    """Return the lines above the signature, such as 'TM. ỦY BAN NHÂN DÂN' and 'CHỦ TỊCH'."""
    parts = (part.strip() for part in register.signer_title.replace("\n", ";").split(";"))
    return tuple(part for part in parts if part) or _ANYBODY

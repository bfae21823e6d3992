"""Limits told by what must not be: "không để … vượt quá 2%", "không trả lại hồ sơ quá 1 lần"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from qms_xlsx.domain.target import verbs
from qms_xlsx.domain.target.governing import skip_light
from qms_xlsx.language.lexicon import Lexicon, phrases
from qms_xlsx.language.messages import doubt

if TYPE_CHECKING:
    from qms_xlsx.domain.target.changing import ChangeWord
    from qms_xlsx.domain.target.part import Part

_OTHER = {">": "<=", "<": ">="}
_NOT = Lexicon(phrases("(không|chưa) [được|nên|thể] [phép] [để]"))
_PASSING = frozenset(("qua", "vuot"))


def turn(part: Part) -> None:
    """Turn the comparator round where the words forbid what it says."""
    core = part.core
    op = _OTHER.get(core.comparison.op or "")
    if op and (_forbidden(part) or _denied(part)):
        core.comparison = replace(core.comparison, op=op, denied=True)


def undenied(change: ChangeWord) -> ChangeWord:
    """Return the change that is limited: "không tăng quá 2%" limits a growth."""
    return replace(change, way=change.way.removeprefix("not-"))


def _forbidden(part: Part) -> bool:
    start, end = part.clause.start, part.core.start
    kept = (way for _, _, way in verbs.CHANGES.within(part.text, start, end))
    none = any(verbs.NONE.within(part.text, start, end))
    return none or any(way in ("not-up", "not-down") for way in kept)


def _denied(part: Part) -> bool:
    """Tell a deed that is denied ("Không trả lại hồ sơ quá 1 lần").

    It is asked: "Không dùng tiền mặt trên 80%" names a share by what it is not.
    """
    text, core, clause = part.text, part.core, part.clause
    start, end = skip_light(text, clause.start), core.start
    found = _NOT.at(text, start)
    if found is None and _PASSING & set(text.bare_words(end, core.number).split()):
        start, found = next(((i, (n, w)) for i, n, w in _NOT.within(text, start, end)), (0, None))
    if found is None or start + found[0] >= core.number:
        return False
    deed = start + found[0]
    told = found[0] > 1 or any(own.at(text, deed) for own in (verbs.ACTING, verbs.DOING))
    if core.comparison.op == "<" and not told:
        return False  # "Không hài lòng dưới 5%"
    words = text.raw_words(start, core.end)
    part.notes.append(doubt("“{words}” is read as a limit that is not to be passed.", words=words))
    return True

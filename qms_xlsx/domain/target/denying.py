"""Limits told by what must not be: "không để … vượt quá 2%", "không trả lại hồ sơ quá 1 lần"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from qms_xlsx.domain.target import verbs
from qms_xlsx.domain.target.governing import right_after, skip_light
from qms_xlsx.language.lexicon import Lexicon, phrases
from qms_xlsx.language.messages import doubt

if TYPE_CHECKING:
    from qms_xlsx.domain.target.changing import ChangeWord
    from qms_xlsx.domain.target.part import Part

_OTHER = {">": "<=", "<": ">=", ">=": "<"}
_NOT = Lexicon(phrases("(không|chưa) [được|nên|thể] [phép] [để]"))
_PASSING = frozenset(("qua", "vuot"))


def turn(part: Part) -> None:
    """Turn the comparator round where the words forbid what it says."""
    core = part.core
    op = _OTHER.get(core.comparison.op or "")
    from_on = core.comparison.op == ">="
    if op and (_none_from(part) if from_on else _forbidden(part) or _denied(part)):
        core.comparison = replace(core.comparison, op=op, denied=True)


def undenied(change: ChangeWord) -> ChangeWord:
    """Return the change that is limited: "không tăng quá 2%" limits a growth."""
    return replace(change, way=change.way.removeprefix("not-"))


def _forbidden(part: Part) -> bool:
    text, start, end = part.text, part.clause.start, part.core.start
    if any(way in ("not-up", "not-down") for _, _, way in verbs.CHANGES.within(text, start, end)):
        return True
    for index, size, _ in verbs.NONE.within(text, start, end):
        # "Tỷ lệ thôn không có tội phạm trên 80%" tells of which villages.
        if index + size == end or not any(verbs.RATES.within(text, start, index)):
            return True
    return False


def _none_from(part: Part) -> bool:
    """Tell "không để xảy ra từ 2 vụ trở lên", of which one is still good."""
    text, core = part.text, part.core
    if core.upper is not None or core.kind == "share":
        return False
    nones = list(verbs.NONE.within(text, part.clause.start, core.number))
    ended = any(right_after(text, index + size, core) for index, size, _ in nones)
    return ended or (not nones and _denied(part))


def _denied(part: Part) -> bool:
    """Tell a deed that is denied ("Không trả lại hồ sơ quá 1 lần").

    It is asked: "Không dùng tiền mặt trên 80%" names a share by what it is not.
    """
    text, core, clause = part.text, part.core, part.clause
    start, end = skip_light(text, clause.start), core.start
    found = _NOT.at(text, start)
    if found is None and _PASSING & set(text.bare_words(end, core.number).split()):
        start, found = next(((i, (n, w)) for i, n, w in _NOT.within(text, start, end)), (0, None))
    if found is None or start + found[0] > core.start:
        return False
    deed = start + found[0]
    told = found[0] > 1 or any(own.at(text, deed) for own in (verbs.ACTING, verbs.DOING))
    if core.comparison.op == "<" and not told:
        return False  # "Không hài lòng dưới 5%"
    words = text.raw_words(start, core.end)
    part.notes.append(doubt("“{words}” is read as a limit that is not to be passed.", words=words))
    return True

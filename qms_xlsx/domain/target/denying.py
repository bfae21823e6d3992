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
    from qms_xlsx.language.messages import Message

_OTHER = {">": "<=", "<": ">=", ">=": "<"}
_NOT = Lexicon(phrases("(không|chưa) [được|nên|thể] [phép] [để]"))
_PASSING = frozenset(("qua", "vuot"))


def turn(part: Part) -> None:
    """Turn the comparator round where the words forbid what it says."""
    core = part.core
    if not core.comparison.op and core.value and _none_from(part):
        part.notes.append(_limit(part, part.clause.start))  # "Không để xảy ra 02 vụ cháy"
        core.comparison = replace(core.comparison, op="<", denied=True)
        return
    op = _OTHER.get(core.comparison.op or "")
    from_on = core.comparison.op == ">="
    if op and (_none_from(part) if from_on else _forbidden(part) or _denied(part)):
        core.comparison = replace(core.comparison, op=op, denied=True)


def undenied(change: ChangeWord) -> ChangeWord:
    """Return the change that is limited: "không tăng quá 2%" limits a growth."""
    return replace(change, way=change.way.removeprefix("not-"))


def _forbidden(part: Part) -> bool:
    text, start, end = part.text, part.clause.start, part.core.start
    kept = (way for _, _, way in verbs.CHANGES.within(text, start, end))
    # "Tỷ lệ thôn không có tội phạm trên 80%" tells of which villages.
    nones = [
        index
        for index, size, _ in verbs.NONE.within(text, start, end)
        if index + size == end or not any(verbs.RATES.within(text, start, index))
    ]
    if nones and nones[0] > skip_light(text, start) and not _passing(part):
        part.notes.append(_limit(part, start))  # "Thôn không có tội phạm trên 80%"
    return bool(nones) or any(way in ("not-up", "not-down") for way in kept)


def _passing(part: Part) -> bool:
    words = part.text.bare_words(part.core.start, part.core.number)
    return bool(_PASSING & set(words.split()))


def _limit(part: Part, start: int) -> Message:
    words = part.text.raw_words(start, part.core.end)
    return doubt("“{words}” is read as a limit that is not to be passed.", words=words)


def _none_from(part: Part) -> bool:
    """Tell "không để xảy ra từ 2 vụ trở lên", of which one is still good."""
    text, core = part.text, part.core
    if core.upper is not None or core.kind == "share":
        return False
    ends = [index + n for index, n, _ in verbs.NONE.within(text, part.clause.start, core.number)]
    return any(right_after(text, end, core) for end in ends) or (not ends and _denied(part))


def _denied(part: Part) -> bool:
    """Tell a deed that is denied ("Không trả lại hồ sơ quá 1 lần").

    It is asked: "Không dùng tiền mặt trên 80%" names a share by what it is not.
    """
    text, core, clause = part.text, part.core, part.clause
    start, end = skip_light(text, clause.start), core.start
    found = _NOT.at(text, start)
    if found is None and _passing(part):
        start, found = next(((i, (n, w)) for i, n, w in _NOT.within(text, start, end)), (0, None))
    if found is None or start + found[0] > core.start:
        return False
    deed = start + found[0]
    told = found[0] > 1 or any(own.at(text, deed) for own in (verbs.ACTING, verbs.DOING))
    if core.comparison.op == "<" and not told:
        return False  # "Không hài lòng dưới 5%"
    part.notes.append(_limit(part, start))
    return True

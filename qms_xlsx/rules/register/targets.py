"""Family R: targets that cannot be read, contradict their row, or cannot be measured."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qms_xlsx.codes.rule import Hit, Rule
from qms_xlsx.domain.goal import Fault, NoGoal
from qms_xlsx.domain.indicator import Heading, Indicator
from qms_xlsx.domain.period import Cadence
from qms_xlsx.language.messages import message
from qms_xlsx.language.text import folded
from qms_xlsx.read.indicators import ABOUT_DIRECTION
from qms_xlsx.rules.register.readings import short, with_targets

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from qms_xlsx.domain.indicator import Objective
    from qms_xlsx.domain.question import Option
    from qms_xlsx.domain.register import Register
    from qms_xlsx.language.messages import Message

_NOTHING_MEASURABLE = "Nothing measurable is named: it is read as yes or no."
SAID_ELSEWHERE = (_NOTHING_MEASURABLE, "The change names no baseline.")
"""Notes of the reading that have a rule of their own here."""
_VAGUE = (
    "tận tâm",
    "có trách nhiệm",
    "tinh thần trách nhiệm",
    "hiểu dân",
    "nhiệt tình",
    "thân thiện",
    "hài lòng",
    "chuyên nghiệp",
    "phẩm chất",
    "nắm vững",
    "thành thạo",
)
_VERIFIABLE = re.compile(
    r"đạt (?:tiêu )?chuẩn(?! mực)|danh hiệu|công nhận|chứng nhận|chứng chỉ|duy trì|áp dụng|tuân thủ"
    r"|ban hành|đúng (?:các )?(?:quy|hạn|thời)|theo (?:quyết định|kế hoạch|đề án)|được cấp"
    r"|phê duyệt|phiếu|khảo sát|vi phạm|kỷ luật"
)


def _target_not_understood(register: Register) -> Iterator[Hit]:
    for objective in register.objectives:
        found = objective.reading
        if found and not found.understood:
            reason = next(iter(found.notes), "")
            values = {"value": short(objective.target), "reason": reason}
            yield Hit(objective.at("target"), values)


def _target_in_doubt(register: Register) -> Iterator[Hit]:
    return (hit for note, hit in _noted(register) if note.doubtful)


def _target_read_with_a_note(register: Register) -> Iterator[Hit]:
    return (hit for note, hit in _noted(register) if not note.doubtful)


def _noted(register: Register) -> Iterator[tuple[Message, Hit]]:
    for objective in register.objectives:
        if objective.reading is None or _fault(objective):
            continue
        told = {*SAID_ELSEWHERE, *(ABOUT_DIRECTION if objective.better else ())}
        for note in objective.reading.notes:
            if note.id not in told:
                values = {"value": short(objective.target), "note": note}
                yield note, Hit(objective.at("target"), values)


def _several_targets(register: Register) -> Iterator[Hit]:
    for objective in register.objectives:
        targets = objective.reading.targets if objective.reading else ()
        if len(targets) > 1:
            read = "; ".join(str(target) for target in targets)
            yield Hit(objective.at("target"), {"value": short(objective.target), "read": read})


def _contradictory_direction(register: Register) -> Iterator[Hit]:
    yield from _without_goal(register, Fault.DIRECTION)


def _fraction_for_a_percentage(register: Register) -> Iterator[Hit]:
    yield from _without_goal(register, Fault.FRACTION)


def _without_goal(register: Register, fault: Fault, key: str = "target") -> Iterator[Hit]:
    for indicator in register.indicators:
        own = indicator.goal
        if isinstance(own, NoGoal) and own.fault is fault:
            yield Hit(indicator.at(key), {"reason": own.reason})


def _fault(objective: Objective) -> Fault | None:
    own = objective.goal if isinstance(objective, Indicator | Heading) else None
    return own.fault if isinstance(own, NoGoal) else None


def _unit_not_convertible(register: Register) -> Iterator[Hit]:
    for objective, target in with_targets(register):
        if _fault(objective) is Fault.UNIT:
            yield Hit(objective.at("unit"), {"written": target.unit, "unit": objective.unit})


def _unmeasurable(register: Register) -> Iterator[Hit]:
    """TCVN ISO 9001:2015, 6.2.1 b): quality objectives are measurable."""
    for objective, _ in with_targets(register):
        notes = {note.id for note in objective.reading.notes} if objective.reading else set()
        if _NOTHING_MEASURABLE in notes and not _VERIFIABLE.search(folded(objective.target)):
            yield Hit(objective.at("target"), {"value": short(objective.target)})


def _vague_quality(register: Register) -> Iterator[Hit]:
    for objective, target in with_targets(register):
        words = folded(objective.target)
        vague = next((word for word in _VAGUE if word in words), None)
        labels = f"{objective.numerator_label} {objective.denominator_label}"
        counted = f"{words} {folded(labels)}"
        if target.unit == "%" and vague and not _VERIFIABLE.search(counted):
            yield Hit(objective.at("target"), {"value": short(objective.target), "word": vague})


def _half_year_of_a_yearly_row(register: Register) -> Iterator[Hit]:
    for objective in register.indicators:
        if objective.target_h1 and objective.cadence is Cadence.YEAR:
            yield Hit(objective.at("target_h1"), {"value": objective.target_h1})


def _half_year_not_understood(register: Register) -> Iterator[Hit]:
    yield from _without_goal(register, Fault.HALF, "target_h1")


def _stretch_unfit(register: Register) -> Iterator[Hit]:
    yield from _without_goal(register, Fault.STRETCH, "stretch")


def _question(register: Register) -> Iterator[Hit]:
    for indicator in register.indicators:
        asked = indicator.question
        if asked is not None:
            yield Hit(
                indicator.at("over_time"), {"ask": asked.ask, "options": _options(asked.options)}
            )
        elif _fault(indicator) is Fault.QUESTION and isinstance(indicator.goal, NoGoal):
            values = {"ask": indicator.goal.reason, "options": message("write it plainly")}
            yield Hit(indicator.at("target"), values)


def _options(options: Sequence[Option]) -> Message:
    """Return the answers that there are, each with its consequence, as one message."""
    told = [
        message("“{answer}” ({consequence})", answer=o.answer, consequence=o.consequence)
        for o in options
    ]
    whole = told[0]
    for one in told[1:]:
        whole = message("{before}; {one}", before=whole, one=one)
    return whole


TARGET_RULES: tuple[Rule[Register], ...] = (
    Rule("R201", _target_not_understood),
    Rule("R202", _target_in_doubt),
    Rule("R203", _several_targets),
    Rule("R204", _contradictory_direction),
    Rule("R205", _unit_not_convertible),
    Rule("R206", _unmeasurable),
    Rule("R207", _half_year_of_a_yearly_row),
    Rule("R208", _half_year_not_understood),
    Rule("R209", _vague_quality),
    Rule("R210", _target_read_with_a_note),
    Rule("R216", _fraction_for_a_percentage),
    Rule("R217", _stretch_unfit),
    Rule("R218", _question),
)

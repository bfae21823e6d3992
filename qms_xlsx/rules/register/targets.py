"""Family R: targets that cannot be read, contradict their row, or cannot be measured."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qms_xlsx.codes.rule import Hit, Rule
from qms_xlsx.domain.period import Cadence
from qms_xlsx.judge.goals import NoGoal, fraction_for_percentage, goal
from qms_xlsx.language.text import folded
from qms_xlsx.language.units import factor
from qms_xlsx.rules.register.readings import CHANGES, reading, short, with_targets

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qms_xlsx.domain.register import Objective, Register
    from qms_xlsx.domain.target import Target
    from qms_xlsx.language.messages import Message

_MEASURES = ("%", "đồng", "USD", "kg", "m", "ha", "m3", "phút")
"""One unit of each sort that has a scale; what is counted has none."""
_NOTHING_MEASURABLE = "Nothing measurable is named: it is read as yes or no."
SAID_ELSEWHERE = (_NOTHING_MEASURABLE, "The change names no baseline.")
"""Notes of the reading that have a rule of their own here."""
ABOUT_DIRECTION = frozenset(
    {
        "The words do not say which way is better: more is taken so.",
        "The words do not say which way is better: less is taken so.",
    }
)
"""Notes that the register's own “Chiều tốt” answers."""
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
        found = reading(objective.target) if objective.target else None
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
        if not objective.target or isinstance(goal(objective), NoGoal):
            continue
        told = {*SAID_ELSEWHERE, *(ABOUT_DIRECTION if objective.better else ())}
        for note in reading(objective.target).notes:
            if note.id not in told:
                values = {"value": short(objective.target), "note": note}
                yield note, Hit(objective.at("target"), values)


def _several_targets(register: Register) -> Iterator[Hit]:
    for objective in register.objectives:
        targets = reading(objective.target).targets if objective.target else ()
        if len(targets) > 1:
            read = "; ".join(str(target) for target in targets)
            yield Hit(objective.at("target"), {"value": short(objective.target), "read": read})


def _contradictory_direction(register: Register) -> Iterator[Hit]:
    for objective, target in with_targets(register):
        found = goal(objective)
        elsewhere = _strange_unit(objective, target) or fraction_for_percentage(objective, target)
        if isinstance(found, NoGoal) and not elsewhere:
            yield Hit(objective.at("target"), {"reason": found.reason})


def _fraction_for_a_percentage(register: Register) -> Iterator[Hit]:
    for objective, target in with_targets(register):
        if fraction_for_percentage(objective, target):
            yield Hit(objective.at("target"), {"reason": _reason(objective)})


def _reason(objective: Objective) -> Message | str:
    found = goal(objective)
    return found.reason if isinstance(found, NoGoal) else ""


def _unit_not_convertible(register: Register) -> Iterator[Hit]:
    for objective, target in with_targets(register):
        if _strange_unit(objective, target):
            yield Hit(objective.at("unit"), {"written": target.unit, "unit": objective.unit})


def _strange_unit(objective: Objective, target: Target) -> bool:
    """Whether the words' unit and the row's differ in sort: hectares and files, or per cent."""
    written, unit = target.unit, objective.unit
    if target.kind in CHANGES or not written or not unit:
        return False
    # What each is counted by ("/người/năm", "% hồ sơ") may be left unsaid on one side.
    written, unit = (_sort(text) for text in (written, unit))
    return factor(written, unit) is None and (_has_scale(written) or _has_scale(unit))


def _sort(unit: str) -> str:
    return unit[0] if unit.startswith(("%", "‰")) else unit.partition("/")[0]


def _has_scale(unit: str) -> bool:
    return any(factor(unit, measure) is not None for measure in _MEASURES)


def _unmeasurable(register: Register) -> Iterator[Hit]:
    """TCVN ISO 9001:2015, 6.2.1 b): quality objectives are measurable."""
    for objective, _ in with_targets(register):
        notes = {note.id for note in reading(objective.target).notes}
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
    for objective, target in with_targets(register):
        if not objective.target_h1:
            continue
        targets = reading(objective.target_h1).targets
        if len(targets) != 1 or targets[0].kind is not target.kind:
            yield Hit(objective.at("target_h1"), {"value": objective.target_h1})


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
)

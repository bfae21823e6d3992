"""Family R: targets that cannot be read, contradict their row, or cannot be measured."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qms_xlsx.aggregate.goals import NoGoal, goal
from qms_xlsx.checks.register.readings import CHANGES, reading, with_targets
from qms_xlsx.checks.rule import Hit, Rule
from qms_xlsx.domain.finding import Severity
from qms_xlsx.domain.period import Cadence
from qms_xlsx.domain.target import Kind
from qms_xlsx.domain.text import folded
from qms_xlsx.domain.units import factor
from qms_xlsx.i18n import N_

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qms_xlsx.domain.register import Objective, Register
    from qms_xlsx.domain.target import Target

_MEASURES = ("%", "đồng", "USD", "kg", "m", "ha", "m3", "phút")
"""One unit of each sort that has a scale; what is counted has none."""
_VAGUE = (
    "tận tâm",
    "trách nhiệm",
    "hiểu dân",
    "nhiệt tình",
    "thân thiện",
    "hài lòng",
    "chuyên nghiệp",
    "hiện đại",
    "hiệu quả",
    "đẩy mạnh",
    "tăng cường",
    "nâng cao",
    "chú trọng",
    "quan tâm",
    "phẩm chất",
    "tuyên truyền",
)
_VERIFIABLE = re.compile(
    r"đạt (?:tiêu )?chuẩn|danh hiệu|công nhận|chứng nhận|chứng chỉ|duy trì|áp dụng|tuân thủ"
    r"|ban hành|đúng (?:các )?(?:quy|hạn|thời)|theo (?:quyết định|kế hoạch|đề án)"
    r"|được (?:cấp|phê duyệt)"
)


def _target_not_understood(register: Register) -> Iterator[Hit]:
    for objective in register.objectives:
        if objective.target and not reading(objective.target).understood:
            reasons = " ".join(str(note) for note in reading(objective.target).notes)
            values = {"value": objective.target, "reasons": reasons}
            yield Hit(objective.at("target"), values)


def _target_read_with_a_note(register: Register) -> Iterator[Hit]:
    for objective in register.objectives:
        found = reading(objective.target) if objective.target else None
        for note in found.notes if found and found.understood else ():
            yield Hit(objective.at("target"), {"value": objective.target, "note": note})


def _several_targets(register: Register) -> Iterator[Hit]:
    for objective in register.objectives:
        targets = reading(objective.target).targets if objective.target else ()
        if len(targets) > 1:
            read = "; ".join(str(target) for target in targets)
            yield Hit(objective.at("target"), {"value": objective.target, "read": read})


def _contradictory_direction(register: Register) -> Iterator[Hit]:
    for objective, target in with_targets(register):
        found = goal(objective)
        if isinstance(found, NoGoal) and not _strange_unit(objective, target):
            yield Hit(objective.at("target"), {"reason": found.reason})


def _unit_not_convertible(register: Register) -> Iterator[Hit]:
    for objective, target in with_targets(register):
        if _strange_unit(objective, target):
            yield Hit(objective.at("unit"), {"written": target.unit, "unit": objective.unit})


def _strange_unit(objective: Objective, target: Target) -> bool:
    """Whether the words' unit and the row's differ in sort: hectares and files, or per cent."""
    written, unit = target.unit, objective.unit
    if target.kind in CHANGES or not written or not unit:
        return False
    if unit.startswith(("%", "‰")):
        unit = unit[0]  # "% hồ sơ"
    return factor(written, unit) is None and (_has_scale(written) or _has_scale(unit))


def _has_scale(unit: str) -> bool:
    return any(factor(unit, measure) is not None for measure in _MEASURES)


def _unmeasurable(register: Register) -> Iterator[Hit]:
    """TCVN ISO 9001:2015, 6.2.1 b): quality objectives are measurable."""
    for objective, target in with_targets(register):
        counted = objective.numerator_label or objective.target
        words = folded(objective.target if target.kind is Kind.YES_NO else counted)
        vague = next((word for word in _VAGUE if word in words), None)
        asked = target.kind is Kind.YES_NO or target.unit == "%"
        if asked and vague and not _VERIFIABLE.search(words):
            yield Hit(objective.at("target"), {"value": objective.target, "word": vague})


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
    Rule(
        code="R201",
        name="target_not_understood",
        severity=Severity.ERROR,
        message=N_("The target “{value}” is not understood, so it gets no status. {reasons}"),
        hint=N_("Write one figure with its unit, such as “ít nhất 95 %”, or “đạt chuẩn …”."),
        check=_target_not_understood,
    ),
    Rule(
        code="R202",
        name="target_read_with_a_note",
        severity=Severity.WARNING,
        message=N_("The target “{value}” can be read otherwise. {note}"),
        hint=N_("If that reading is wrong, write the target more plainly."),
        check=_target_read_with_a_note,
    ),
    Rule(
        code="R203",
        name="several_targets",
        severity=Severity.ERROR,
        message=N_("The cell holds several targets ({read}), so it gets no status: “{value}”."),
        hint=N_("Give each target a row of its own below this one."),
        check=_several_targets,
    ),
    Rule(
        code="R204",
        name="contradictory_direction",
        severity=Severity.ERROR,
        message=N_("{reason} It gets no status until this is mended."),
        hint=N_("Correct the sign of the target, or the column “Chiều tốt”."),
        check=_contradictory_direction,
    ),
    Rule(
        code="R205",
        name="unit_not_convertible",
        severity=Severity.ERROR,
        message=N_(
            "The target is in “{written}” but the row in “{unit}”; one cannot be turned "
            "into the other."
        ),
        hint=N_("Correct the column “Đơn vị tính”, or the target."),
        check=_unit_not_convertible,
    ),
    Rule(
        code="R206",
        name="unmeasurable",
        severity=Severity.WARNING,
        message=N_(
            "“{word}” cannot be measured (TCVN ISO 9001:2015, 6.2.1 b): two people may judge "
            "“{value}” differently."
        ),
        hint=N_(
            "Say what is counted: a share of satisfied answers, a certificate, a number of cases."
        ),
        check=_unmeasurable,
    ),
    Rule(
        code="R207",
        name="half_year_of_a_yearly_row",
        severity=Severity.WARNING,
        message=N_("There is a half-year target “{value}”, but the row is reported once a year."),
        hint=N_("Empty “Mức 6 tháng”, or choose the cadence “half”."),
        check=_half_year_of_a_yearly_row,
    ),
    Rule(
        code="R208",
        name="half_year_not_understood",
        severity=Severity.WARNING,
        message=N_("The half-year target “{value}” does not read like the year's; it is not used."),
        hint=N_("Write it as the year's target is written, with the half-year's figure."),
        check=_half_year_not_understood,
    ),
)

"""A register with every kind of indicator, and random fills for its form."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import cycle, product
from typing import TYPE_CHECKING

from qms_xlsx.book.labels import KPS
from qms_xlsx.domain.department import Department
from qms_xlsx.domain.goal import Goal, Profile
from qms_xlsx.domain.indicator import RATIO, Aggregation, Component, Indicator, Objective
from qms_xlsx.domain.period import Cadence, slots_of
from qms_xlsx.domain.register import Register
from qms_xlsx.domain.target import GRADE_SCALES, Better
from qms_xlsx.language.symbols import NO, YES
from tests.registers import added, register_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from random import Random

YEAR = 2024
OWN, OTHER = "VP", "DC"
HIGHER, LOWER, NEITHER = Better.HIGHER, Better.LOWER, Better.NEITHER
SUM, LAST, AVERAGE = Aggregation.SUM, Aggregation.LAST, Aggregation.AVERAGE
MIN, MAX, RATIO_HOW = Aggregation.MIN, Aggregation.MAX, Aggregation.RATIO
ALL, WORST, SINGLE = Aggregation.ALL, Aggregation.WORST, Aggregation.SINGLE

# target, half-year target, unit, better
NUMBERS = (
    ("đạt từ 97 trở lên", "", "điểm", HIGHER),
    ("trên 95,5 điểm", "", "điểm", HIGHER),
    ("dưới 2,3", "", "ngày", LOWER),
    ("không quá 30 ngày", "12 ngày", "ngày", LOWER),
    ("450 người", "200 người", "người", HIGHER),
    ("450 người", "", "người", LOWER),
    ("450 người", "", "người", NEITHER),
    ("5 tuyến đường", "", "tuyến", HIGHER),
    ("7 vụ", "", "vụ", LOWER),
    ("0 hồ sơ", "", "hồ sơ", LOWER),
    ("không để phát sinh", "", "vụ", LOWER),
    ("12,25 tỷ đồng", "6 tỷ đồng", "triệu đồng", HIGHER),
    ("9/10 TDP", "", "TDP", HIGHER),
    ("từ 80 đến 85 điểm", "", "điểm", HIGHER),
    ("từ 80 đến 85 điểm", "", "điểm", LOWER),
    ("01 - 02 lần/năm", "", "lần", NEITHER),
)
# target, unit, better, baselines
CHANGES = (
    ("tăng 15%", "tấn", HIGHER, 40.0, 90.0),
    ("giảm 5%", "vụ", LOWER, 50.0, 100.0),
    ("giảm 5%", "vụ", LOWER, None, 100.0),
    ("tăng 15%", "tấn", HIGHER, 0.0, 0.0),
    ("giảm tỷ lệ sinh con thứ 3", "trường hợp", LOWER, 30.5, 60.0),
    ("tăng 2 điểm phần trăm", "điểm", HIGHER, 60.0, 61.5),
)
SHARES = (
    ("100%", "", "%", HIGHER),
    ("tối thiểu 90%", "", "%", HIGHER),
    ("dưới 2,3%", "", "%", LOWER),
    ("đạt 60 tạ/ha trở lên", "", "tạ/ha", HIGHER),
    ("không quá 9‰", "", "‰", LOWER),
    ("dưới 50 ca/100.000 dân", "", "ca/100.000 dân", LOWER),
    ("0%", "", "%", LOWER),
)
PROFILES = (None, Profile.LINEAR, Profile.SAME, Profile.YEAR_END)


def parity_register() -> Register:
    """Return a register whose department VP owns every kind of indicator."""
    objectives = tuple(_objectives())
    numbered = tuple(
        replace(added(o), code=f"X{i}", name=o.target) for i, o in enumerate(objectives, 1)
    )
    departments = tuple(Department(code=code, name=f"Bộ phận {code}") for code in (OWN, OTHER))
    return register_of(
        organisation="UBND xã Thử",
        year=YEAR,
        departments=departments,
        objectives=numbered,
        due_h1=date(YEAR, 6, 15),
        due_year=date(YEAR, 11, 30),
    )


def _objectives() -> Iterator[Objective]:
    own = {"code": "", "name": "", "departments": (OWN,)}
    ways = cycle(product((SUM, LAST, AVERAGE, MIN, MAX, WORST, SINGLE), PROFILES))
    for (target, half, unit, better), cadence in product(NUMBERS, Cadence):
        for _ in range(2):
            how, profile = next(ways)
            yield Objective(**own, target=target, target_h1=half, unit=unit, better=better,
                            over_time=how, profile=profile, cadence=cadence)  # fmt: skip
    for (target, unit, better, half, year), cadence in product(CHANGES, Cadence):
        yield Objective(**own, target=target, unit=unit, better=better, over_time=next(ways)[0],
                        cadence=cadence, baseline_h1=half, baseline_year=year)  # fmt: skip
    ways = cycle(product((RATIO_HOW, SUM, LAST, AVERAGE, MIN, MAX), PROFILES))
    for (target, half, unit, better), cadence in product(SHARES, Cadence):
        for _ in range(2):
            how, profile = next(ways)
            yield Objective(**own, target=target, target_h1=half, unit=unit, better=better,
                            over_time=how, over_departments=RATIO_HOW, profile=profile,
                            cadence=cadence)  # fmt: skip
    yield from _worded(own)
    yield from _shared(own)


def _worded(own: dict) -> Iterator[Objective]:
    """Answers, grades and ranks."""
    for how, profile, cadence in product((ALL, LAST), (None, Profile.SAME), Cadence):
        yield Objective(**own, target="đạt chuẩn nông thôn mới", better=HIGHER, over_time=how,
                        profile=profile, cadence=cadence)  # fmt: skip
    for how, cadence in product((ALL, LAST), Cadence):
        yield Objective(**own, target="100% các bộ phận", unit="%", better=HIGHER, over_time=how,
                        over_departments=ALL, cadence=cadence)  # fmt: skip
    for how, profile, cadence in product((LAST, WORST), (None, Profile.SAME), Cadence):
        yield Objective(**own, target="xếp loại tốt trở lên", better=HIGHER, over_time=how,
                        profile=profile, cadence=cadence)  # fmt: skip
    for how, profile, cadence in product((LAST, WORST), (None, Profile.SAME), Cadence):
        yield Objective(**own, target="top 3", unit="hạng", better=LOWER, over_time=how,
                        profile=profile, cadence=cadence)  # fmt: skip


def _shared(own: dict) -> Iterator[Objective]:
    """Totals that two departments add to, and targets that nobody understands."""
    both = {**own, "departments": (OWN, OTHER)}
    for target in ("450 người", "0 vụ"):
        yield Objective(**both, target=target, unit=target.split()[1], over_time=SUM,
                        over_departments=SUM, cadence=Cadence.MONTH)  # fmt: skip
    yield Objective(**own, target="làm cho tốt hơn nữa nhé", unit="việc", cadence=Cadence.MONTH)
    yield Objective(**own, target="đạt > 6 %", unit="%", better=LOWER, over_time=LAST,
                    cadence=Cadence.HALF)  # fmt: skip


def random_fill(
    register: Register, random: Random, department: str = OWN
) -> dict[tuple[str, str, str], object]:
    """Return what a department typed: figures near their targets, blanks, zeros and KPS."""
    typed: dict[tuple[str, str, str], object] = {}
    for objective in register.owned(department):
        blank = random.choice((0.0, 0.0, 0.2, 0.6, 1.0))
        kps = random.choice((0.0, 0.0, 0.2, 1.0))
        level = random.choice((0.0, 0.3, 0.93, 0.999, 1.0, 1.0, 1.0004, 1.2, 2.0))
        for slot in slots_of(objective.cadence):
            values = _values(objective, level, random)
            for part, value in zip(objective.parts, values, strict=True):
                if random.random() >= blank:
                    given = KPS if random.random() < kps else value
                    typed["results", f"{objective.code}:{part}", slot.key] = given
    return typed


def _values(objective: Indicator, level: float, random: Random) -> tuple[object, ...]:
    match objective.parts[0]:
        case Component.ANSWER:
            return (random.choice((YES, YES, YES, NO)) if level < 1 else YES,)
        case Component.GRADE:
            return (random.choice(GRADE_SCALES["quality"][: 2 if level >= 1 else 6]),)
        case Component.RANK:
            return (random.choice((1, 2, 3, 3, 4, 8)),)
    target, jitter = _target(objective), random.choice((1.0, 1.0, 0.9, 1.1))
    if objective.parts == RATIO:
        whole = random.choice((0, 1, 7, 40, 200))
        part = whole * target * level * jitter / _scale(objective)
        return (round(min(part, whole) if _scale(objective) > 1 else part, 2), whole)
    slots = len(slots_of(objective.cadence)) if objective.over_time is SUM else 1
    return (round(target * level * jitter / slots, random.choice((0, 1, 3))),)


def _target(objective: Indicator) -> float:
    found = objective.goal
    if objective.baseline_year is not None:
        change = 1.15 if objective.better is HIGHER else 0.95
        return (objective.baseline_year or 10.0) * change
    known = isinstance(found, Goal) and isinstance(found.value, int | float)
    return float(found.value or 2.0) if known else 6.0


def _scale(objective: Indicator) -> float:
    return {"%": 100.0, "‰": 1000.0}.get(objective.unit, 1.0)

"""What a target is, and what reading a wording gives."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, ClassVar

if TYPE_CHECKING:
    from qms_xlsx.language.messages import Message


PLACES = ("bậc", "hạng", "thứ hạng")
"""Units of a rank, and of a change of rank."""


class Kind(StrEnum):
    """What is compared: a figure, a change, an answer, a grade, a rank or the children met."""

    THRESHOLD = "threshold"
    RANGE = "range"
    GROWTH = "growth"
    REDUCTION = "reduction"
    YES_NO = "yes_no"
    GRADE = "grade"
    RANK = "rank"
    CHILDREN = "children"


class Better(StrEnum):
    """The direction in which a figure improves."""

    HIGHER = "higher"
    LOWER = "lower"
    NEITHER = "neither"


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """One thing to be reached, read from the words of a decision.

    `comparator` is None for an answer; `value` is None for an answer and for an improvement
    without a number, a grade's name for a grade, the low end of a range. A growth or a
    reduction holds the size of the change, relative in per cent unless its unit is
    "điểm phần trăm" or a unit of its own. A better rank is a smaller number, so that "tăng 2 bậc"
    is a reduction.

    `per` names the period in each of which the figure is asked for ("01 lần/tháng": "month");
    `each` asks it of every department or unit; `of_plan` is per cent of a plan, which a figure may
    exceed; `by` holds the words of the day by which it is due ("trước 31/12/2026").
    """

    kind: Kind
    comparator: str | None
    value: float | str | None
    upper: float | None = None
    of: float | None = None
    unit: str | None = None
    better: Better
    baseline: str | None = None
    explicit: bool
    per: str | None = None
    each: bool = False
    of_plan: bool = False
    by: str | None = None

    @classmethod
    def parse(cls, text: str) -> Reading | Unknown:
        """Return the targets that a wording states, or why it is not understood.

        >>> [str(t) for t in Target.parse("Tỷ lệ hộ nghèo : dưới 2,3%").targets]
        ['dưới 2,3%']
        >>> Target.parse("Tỷ lệ hộ nghèo").understood
        False
        """
        from qms_xlsx.domain.target.grammar import read  # noqa: PLC0415 (it makes targets)

        return read(text)

    def __str__(self) -> str:
        from qms_xlsx.domain.target.canonical import wording  # noqa: PLC0415 (it reads targets)

        return wording(self)


@dataclass(frozen=True, slots=True)
class Reading:
    """The targets of a wording, with a note on everything that could be read otherwise."""

    text: str
    targets: tuple[Target, ...]
    notes: tuple[Message, ...] = ()
    understood: ClassVar[bool] = True


@dataclass(frozen=True, slots=True)
class Unknown:
    """A wording that states no target that can be told, with the reason."""

    text: str
    notes: tuple[Message, ...] = ()
    understood: ClassVar[bool] = False
    targets: ClassVar[tuple[Target, ...]] = ()

"""What a deadline is made of: days, dates, spans of months, cycles and plain marks."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, StrEnum, auto

from qms_xlsx.domain.deadline.values import LAST, MONTHS_OF, Edge, Every


class Join(Enum):
    """How a piece is tied to the one before it."""

    NEAR = auto()  # nothing between them
    LIST = auto()
    RANGE = auto()
    APART = auto()  # other words between them


class Limit(Enum):
    """What a piece is said to be."""

    BEFORE = auto()
    BY = auto()
    FROM = auto()
    AFTER = auto()
    EXCEPT = auto()


STARTS = (Limit.FROM, Limit.AFTER)


class DatelessSort(StrEnum):
    """Marks that carry no date."""

    ONGOING = "ongoing"
    EVENT = "event"
    PERIODIC = "periodic"
    LUNAR = "lunar"
    DATA = "data"
    WEEKDAY = "weekday"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Days:
    """Days of a month that is named elsewhere; with `first`, a stretch that ends on the day."""

    days: tuple[int, ...]
    first: int | None = None
    part: Edge | None = None  # of a longer period: "đầu quý" lies in its first month


@dataclass(frozen=True, slots=True)
class Point:
    """A day of the year, as it is written."""

    day: int
    month: int
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Span:
    """Days from the first to the last, both included."""

    first: int
    last: int
    year: int | None = None
    first_year: int | None = None
    first_day: int = 1
    last_day: int = LAST
    closed: bool = False  # its words give both ends: "từ tháng 3 đến tháng 5"


@dataclass(frozen=True, slots=True)
class Cycle:
    """Months in which a date falls, over and over; no months where the dates are not told."""

    every: Every | None
    months: tuple[int, ...] = ()
    days: tuple[int, ...] = (LAST,)
    year: int | None = None
    times: int = 1  # asked for by each date
    plain: bool = True  # says how often, not when
    weak: bool = False  # a bare "quý": perhaps only the name of a report


@dataclass(frozen=True, slots=True)
class YearOf:
    """A year, for what stands beside it."""

    year: int
    relative: bool = False  # "năm sau"
    whole: bool = False  # "cả năm": a period of its own where it stands in a list


@dataclass(frozen=True, slots=True)
class Tag:
    """A word that says the kind and no date."""

    sort: DatelessSort


Body = Days | Point | Span | Cycle | YearOf | Tag


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of the sentence, with what ties it to the others."""

    body: Body
    join: Join = Join.NEAR
    limit: Limit | None = None
    clause: int = 0
    timed: bool = False
    told: bool = False  # what is to be done stands before it: "…, sơ kết trong tháng 7"


Pieces = list[Piece]


def cycle(every: Every, *, weak: bool = False) -> Cycle:
    """Return the plain cycle, due at each period's end."""
    return Cycle(every, MONTHS_OF.get(every, ()), weak=weak)


def start(body: Point | Span) -> tuple[int, int]:
    """Return the month and the day on which a date or a span begins."""
    return (body.month, body.day) if isinstance(body, Point) else (body.first, body.first_day)

"""A deadline as an official reads it, and in the words of a plan."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Self

from qms_xlsx.domain.deadline.values import LAST, MONTHS_OF, STEP, DeadlineKind, Every, exact
from qms_xlsx.language.messages import message
from qms_xlsx.language.symbols import day as shown

if TYPE_CHECKING:
    from qms_xlsx.language.messages import Message

DAY = timedelta(days=1)
_EVERY = {
    Every.YEAR: "hằng năm",
    Every.HALF: "06 tháng/lần",
    Every.QUARTER: "hằng quý",
    Every.MONTH: "hằng tháng",
    Every.WEEK: "hằng tuần",
    Every.DAY: "hằng ngày",
}
_PERIODS = {
    Every.YEAR: "năm",
    Every.HALF: "6 tháng",
    Every.QUARTER: "quý",
    Every.MONTH: "tháng",
    Every.WEEK: "tuần",
    Every.DAY: "ngày",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadline:
    """What a deadline's words say; without kinds they were not understood."""

    text: str
    kinds: tuple[DeadlineKind, ...] = ()
    every: Every | None = None
    times: int = 1
    """How many times each due date asks for: "02 lần/tháng" has twelve dates and asks for 24."""
    start: date | None = None
    due: tuple[date, ...] = ()
    strict: bool = False
    begins: date | None = None
    """The day before which nothing that comes back is owed."""
    dropped: tuple[date, ...] = ()
    """Its dates before that day."""
    notes: tuple[Message, ...] = ()
    doubts: tuple[Message, ...] = ()
    """Those of the notes that tell of words left out."""

    @classmethod
    def parse(cls, text: str, year: int) -> Self:
        """Return how the words read in a plan for the year; never raises.

        >>> [str(day) for day in Deadline.parse("Trước 15/6 và trước 30/11 hằng năm", 2024).due]
        ['2024-06-15', '2024-11-30']
        >>> Deadline.parse("như trên", 2024).understood
        False
        """
        from qms_xlsx.domain.deadline.reading import read  # noqa: PLC0415 (forms hold no wordings)

        found = read(text, year)
        return cls(
            text=text,
            kinds=found.kinds,
            every=found.every,
            times=found.times,
            start=found.start,
            due=found.due,
            strict=found.strict,
            notes=tuple(found.notes.said),
            doubts=tuple(found.notes.doubts),
        )

    @classmethod
    def of_date(cls, day: date, precision: Every = Every.DAY) -> Self:
        """Return the deadline of a cell that holds a date; its format tells how much is shown.

        >>> str(Deadline.of_date(date(2024, 5, 1), Every.MONTH))
        'Từ ngày 01/05/2024 đến ngày 31/05/2024'
        """
        if precision not in STEP:
            # Typed "5/2024" or "5-24" becomes the first of May in a cell of dates.
            first = message("A first of the month may stand for the whole month typed.")
            notes = (first,) if day.day == 1 else ()
            return cls(text=shown(day), kinds=(DeadlineKind.BY,), due=(day,), notes=notes)
        months = STEP[precision]
        start = day.replace(month=(day.month - 1) // months * months + 1, day=1)
        end = exact(start.year, start.month + months - 1, LAST) or day
        text = f"{day:%m/%Y}" if precision is Every.MONTH else f"{start:%m/%Y} - {end:%m/%Y}"
        return cls(text=text, kinds=(DeadlineKind.WINDOW,), start=start, due=(end,))

    @property
    def understood(self) -> bool:
        """Whether the words could be read at all."""
        return bool(self.kinds)

    @property
    def comes_back(self) -> bool:
        """Whether it falls due again and again, in the year or from year to year."""
        return DeadlineKind.RECURRING in self.kinds or self.every is not None

    @property
    def lends_report_dates(self) -> bool:
        """Whether the register lends its report dates: "Định kỳ", and nothing says how often."""
        recurring = DeadlineKind.RECURRING in self.kinds and self.every is None
        return recurring and not self.due and not self.dropped

    def last_good_days(self, *, strict_before: bool = True) -> tuple[date, ...]:
        """Return the last day on time for each due date; "trước" ends on the day before."""
        early = self.strict and strict_before
        return tuple(day - DAY if early else day for day in self.due)

    def since(self, day: date | None, *, strict_before: bool = True) -> Self:
        """Return the deadline in a plan that holds from the day: what came back before is no debt.

        >>> len(Deadline.parse("Hằng tháng", 2024).since(date(2024, 7, 1)).due)
        6
        """
        if day is None or not self.comes_back:
            return self
        good = dict(zip(self.due, self.last_good_days(strict_before=strict_before), strict=True))
        kept = tuple(due for due in self.due if good[due] >= day)
        dropped = tuple(due for due in self.due if good[due] < day)
        return replace(self, due=kept, dropped=(*self.dropped, *dropped), begins=day)

    def __str__(self) -> str:
        if not self.kinds:
            return self.text
        parts = [self._dated()]
        if DeadlineKind.ONGOING in self.kinds:
            since = not parts[0] and self.start
            parts.append(f"Thường xuyên từ ngày {shown(since)}" if since else "Thường xuyên")
        if DeadlineKind.ON_EVENT in self.kinds:
            parts.append("Khi phát sinh")
        return "; ".join(part for part in parts if part)

    def _dated(self) -> str:
        every = self._often()
        if DeadlineKind.RECURRING in self.kinds:
            head = f"Định kỳ {every}".strip()
            return head if self._at_ends() else f"{head}, {self._listed()}"
        if DeadlineKind.WINDOW in self.kinds and len(self.due) == 1 and self.start:
            end = "đến trước" if self.strict else "đến"
            period = f"Từ ngày {shown(self.start)} {end} ngày {shown(self.due[0])}"
            return f"{period} {every}".strip()
        text = f"{self._listed()} {every}".strip() if self.due else ""
        return text[:1].upper() + text[1:]

    def _often(self) -> str:
        if self.every and self.times > 1:
            return f"{self.times:02} lần/{_PERIODS[self.every]}"
        return _EVERY[self.every] if self.every else ""

    def _at_ends(self) -> bool:
        """Return whether the dates are the ends of the year's periods, which go without saying."""
        if not self.due:
            return True
        year = self.due[0].year
        months = MONTHS_OF.get(self.every, ()) if self.every else ()
        return not self.strict and self.due == tuple(exact(year, month, LAST) for month in months)

    def _listed(self) -> str:
        before = "trước" if self.strict else "chậm nhất"
        return f"{before} ngày " + ", ".join(shown(day) for day in self.due)

"""The years before: folders that lie beside this one, only ever read."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from qms_xlsx.book.areas import INFO
from qms_xlsx.domain.period import Period, Slot
from qms_xlsx.history.baselines import judged_by_figures
from qms_xlsx.history.kept_year import known
from qms_xlsx.history.lending import BASELINES, leaning, lend
from qms_xlsx.history.past import past_run
from qms_xlsx.history.settling import lets_in, reported, settle
from qms_xlsx.judge import aggregate
from qms_xlsx.language.text import bare
from qms_xlsx.steps.closed import closed_for, closed_periods, kept_year
from qms_xlsx.steps.reading import open_all, open_register
from qms_xlsx.steps.trouble import StepError
from qms_xlsx.steps.workspace import Workspace
from qms_xlsx.steps.year_reading import read_year

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from qms_xlsx.domain.closing import ClosedPeriod
    from qms_xlsx.domain.register import Register
    from qms_xlsx.domain.submission import Submission
    from qms_xlsx.history.kept_year import Known
    from qms_xlsx.history.past import PastRun
    from qms_xlsx.judge.results import Aggregate, Result

MOST = 24
"""How many folders beside this one are looked into."""
BACK = 4
"""How many years before this one are shown beside it."""
_YEAR = Slot.parse("year")
_STATED = ("organisation", "year")


@dataclass(frozen=True, slots=True)
class PastYear:
    """A year that went before: what it said when it was closed, or says on a day."""

    workspace: Workspace
    register: Register
    submissions: tuple[Submission, ...]
    as_of: date
    closed: bool

    def judged(self, slot: Slot) -> Aggregate:
        """Return what it says of one of its periods."""
        period = Period(self.register.year, slot)
        return aggregate(self.register, self.submissions, period, self.as_of)

    def results(self) -> Mapping[str, Mapping[Slot, Result]]:
        """Return the organisation's results of the half-year and the year, as far as they were due.

        Each is provisional by its figures alone; so is one of a period that had not ended.
        """
        register = judged_by_figures(self.register)
        plain = replace(self, register=register)
        found: dict[str, dict[Slot, Result]] = {}
        for slot in BASELINES.values():
            final = self.ended(slot)
            if not final and not register.covered(slot, self.as_of):
                continue
            for own in plain.judged(slot).results:
                if own.department is None:
                    one = replace(own, provisional=own.provisional or not final)
                    found.setdefault(own.objective.code, {})[slot] = one
        return found

    def ended(self, slot: Slot) -> bool:
        """Whether a period had ended when the year was last looked at."""
        register = self.register
        return register.period_rule.end(register.year, slot) < self.as_of


def past_year(workspace: Workspace, day: date) -> PastYear:
    """Return a year by its closed record, else by the forms that were there on a day.

    Raises StepError when the folder cannot be read.
    """
    register, _ = open_register(workspace.register)
    periods = closed_periods(workspace)

    def settled() -> tuple[Submission, ...]:
        return settle(register, read_year(workspace).received, periods).submissions

    return as_it_ended(workspace, register, periods, settled, day)


def as_it_ended(
    workspace: Workspace,
    register: Register,
    periods: Iterable[ClosedPeriod],
    settled: Callable[[], tuple[Submission, ...]],
    day: date,
) -> PastYear:
    """Return a year as it was closed, else by its settled forms as of a day.

    The forms are asked, too, when the register lets somebody change what was closed.
    """
    whole = _whole(register.year)
    closed = next((own for own in periods if own.period == whole), None)
    if closed is None or lets_in(register, whole):
        return PastYear(workspace, register, settled(), day, closed is not None)
    found = (reported([closed], department.code) for department in register.departments)
    return PastYear(workspace, register, tuple(filter(None, found)), closed.as_of, closed=True)


def folders_before(workspace: Workspace, register: Register) -> dict[int, Workspace]:
    """Return the folders of the same office's earlier years beside this one, by year.

    A folder is known by the manifest of its closed year, else by its register. Of two for one year
    the one that is named as this is taken; without such a name neither: nobody can tell.
    """
    beside, this = list(_beside(workspace, register.year)), register.year
    office = bare(register.organisation)
    found: dict[int, list[Workspace]] = {}
    for own in beside:
        for year in range(this - BACK, this):
            if bare(closed_for(own, _whole(year)) or "") == office:
                found.setdefault(year, []).append(own)
    if this - 1 not in found:  # of the others no year counts that is not closed
        open_ = [
            own for own, name, year in _stated(beside) if (bare(name), year) == (office, this - 1)
        ]
        found[this - 1] = open_
    taken: dict[int, Workspace] = {}
    for year, folders in found.items():
        alike = workspace.root.absolute().name.replace(str(this), str(year))
        named = [own for own in folders if own.root.name == alike]
        if len(folders) == 1 or named:
            taken[year] = (named or folders)[0]
    return taken


def _stated(folders: Sequence[Workspace]) -> Iterator[tuple[Workspace, str, int]]:
    """Yield the office and the year that each folder's register states, its rows unread."""
    opened = open_all([own.register for own in folders])
    for own, item in zip(folders, opened, strict=True):
        for info in item.contents.of(INFO.name)[:1] if item.contents else ():
            rows = info.by_key()
            name, year = (rows[key].text("value") if key in rows else "" for key in _STATED)
            if year.isdecimal():
                yield own, name, int(year)


def _beside(workspace: Workspace, year: int) -> Iterator[Workspace]:
    """Yield the folders beside this one that may be a year's, likely names first."""
    root = workspace.root.absolute()

    def unlikely(path: Path) -> tuple[bool, str]:
        return not any(str(year - back) in path.name for back in range(1, 5)), path.name

    with suppress(OSError):
        folders = [p for p in root.parent.iterdir() if p != root and not p.name.startswith(".")]
        places = (Workspace(path) for path in sorted(folders, key=unlikely))
        in_use = (own for own in places if own.in_use)
        yield from (own for own, _ in zip(in_use, range(MOST), strict=False))


def year_before(workspace: Workspace, register: Register) -> PastYear | None:
    """Return last year, where its folder lies beside this one and can be read."""
    return _read(folders_before(workspace, register).get(register.year - 1), register)


def runs_before(
    workspace: Workspace, register: Register, slot: Slot
) -> Iterator[tuple[PastRun, Mapping[str, Known]]]:
    """Yield a period of the years before that lie beside this one, and by what rows are known.

    Oldest first. Those before last year only when they are closed: their results, kept when they
    were closed, are all that is read of them.
    """
    for year, own in sorted(folders_before(workspace, register).items()):
        name = own.root.name
        if kept := kept_year(own, _whole(year)):
            yield replace(kept.runs[slot], folder=name, closed=True), kept.rows
        elif past := _read(own, register):
            run = past_run(past.judged(slot))
            yield replace(run, folder=name, closed=past.closed), known(past.register.objectives)


def _read(beside: Workspace | None, register: Register) -> PastYear | None:
    """Return a folder's year; None where it cannot be read.

    Whatever was handed in for it by the end of this year counts: the day of a run is no matter.
    """
    with suppress(StepError, OSError):
        return past_year(beside, date(register.year, 12, 31)) if beside else None
    return None


def _whole(year: int) -> Period:
    return Period(year, _YEAR)


def with_lent_baselines(workspace: Workspace, register: Register) -> Register:
    """Return a register with last year's results where a change has no baseline of its own."""
    before = year_before(workspace, register) if leaning(register) else None
    if before is None:
        return register
    return lend(register, before.register, before.results(), before.workspace.root.name)

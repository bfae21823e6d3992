"""Family X: what several submissions say of each other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

from qms_xlsx.codes.rule import Hit, Rule
from qms_xlsx.domain.finding import Place
from qms_xlsx.domain.indicator import Aggregation
from qms_xlsx.domain.submission import Mark, same
from qms_xlsx.language.numbers import show
from qms_xlsx.language.symbols import NOTHING, answer

if TYPE_CHECKING:
    from qms_xlsx.domain.period import Slot
    from qms_xlsx.domain.register import Register
    from qms_xlsx.domain.submission import Entry, Submission, Value


@dataclass(frozen=True)
class AcrossCase:
    """All accepted submissions of a register, oldest first."""

    register: Register
    submissions: tuple[Submission, ...]

    @cached_property
    def rounds(self) -> dict[str, list[Submission]]:
        """Each department's submissions, oldest first."""
        found: dict[str, list[Submission]] = {}
        for submission in sorted(self.submissions, key=lambda s: s.order):
            found.setdefault(submission.department, []).append(submission)
        return found

    @cached_property
    def successions(self) -> list[tuple[Submission, Submission]]:
        """Every pair of an older submission and the one that followed it."""
        return [pair for own in self.rounds.values() for pair in pairwise(own)]


def _superseded(case: AcrossCase) -> Iterator[Hit]:
    """Yield once a department what replaced forms of the very same period.

    A form of a later period that replaces an earlier one is how a year goes: no finding.
    """
    for department, own in case.rounds.items():
        replaced = [o for o, n in pairwise(own) if o.sha256 != n.sha256 or not o.sha256]
        newest = own[-1]
        again = [s for s in replaced if s.report_period == newest.report_period]
        if again:
            older = ", ".join(s.path for s in again)
            values = {"newer": newest.path, "department": department, "older": older}
            yield Hit(Place(again[-1].path), values)


def _handed_in_twice(case: AcrossCase) -> Iterator[Hit]:
    for older, newer in case.successions:
        if older.sha256 and older.sha256 == newer.sha256:
            yield Hit(Place(older.path), {"newer": newer.path})


def _restatement(case: AcrossCase) -> Iterator[Hit]:
    return (hit for hit, estimate in _restated(case) if not estimate)


def _estimate_restated(case: AcrossCase) -> Iterator[Hit]:
    return (hit for hit, estimate in _restated(case) if estimate)


def _restated(case: AcrossCase) -> Iterator[tuple[Hit, bool]]:
    """Yield what a newer form says otherwise, and whether it had been an estimate."""
    for older, newer in case.successions:
        for (code, part), before in older.entries.items():
            objective = case.register.by_code[code]
            after = newer.entries.get((code, part), {})
            for slot, entry in sorted(before.items()):
                now = after.get(slot)
                if now is not None and same(now.value, entry.value):
                    continue
                values = {
                    "slot": slot.label,
                    "name": objective.name,
                    "old": value_shown(entry.value),
                    "new": value_shown(now.value) if now else NOTHING,
                    "older": older.path,
                }
                place = now.place if now else Place(newer.path)
                yield Hit(place, values), _estimated(case.register, older, code, slot)


def _estimated(register: Register, submission: Submission, code: str, slot: Slot) -> bool:
    """Whether a slot was an estimate when it was reported: said so, or not over yet."""
    remark = submission.remarks.get(code)
    start = remark.estimate_from if remark else None
    if start is not None and slot.months[0] >= start.months[0]:
        return True
    day = submission.dated
    return day is None or register.period_rule.end(register.year, slot) >= day


def _owners_differ(case: AcrossCase) -> Iterator[Hit]:
    newest = {department: own[-1] for department, own in case.rounds.items()}
    for objective in case.register.indicators:
        owners = case.register.owners[objective.code]
        if objective.over_departments is not Aggregation.SINGLE or len(owners) < 2:
            continue
        told: dict[tuple[object, Slot], tuple[str, Entry]] = {}
        for department in owners:
            submission = newest.get(department)
            for key, row in submission.entries.items() if submission else ():
                if key[0] != objective.code:
                    continue
                for slot, entry in row.items():
                    first, known = told.setdefault((key[1], slot), (department, entry))
                    if not same(known.value, entry.value):
                        values = {
                            "name": objective.name,
                            "slot": slot.label,
                            "first": f"{first}: {value_shown(known.value)}",
                            "second": f"{department}: {value_shown(entry.value)}",
                        }
                        yield Hit(entry.place, values)


def value_shown(value: Value) -> str:
    """Return a cell's value as a finding quotes it."""
    if isinstance(value, Mark):
        return value.value
    if isinstance(value, bool):
        return answer(value)
    return show(value) if isinstance(value, float) else value


ACROSS_RULES: tuple[Rule[AcrossCase], ...] = (
    Rule("X101", _superseded),
    Rule("X102", _restatement),
    Rule("X103", _handed_in_twice),
    Rule("X104", _owners_differ),
    Rule("X105", _estimate_restated),
)

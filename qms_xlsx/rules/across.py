"""Family X: what several submissions say of each other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

from qms_xlsx.codes.rule import Hit, Rule
from qms_xlsx.domain.finding import Place
from qms_xlsx.domain.register import Aggregation
from qms_xlsx.domain.submission import Mark
from qms_xlsx.language.numbers import show

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
    for older, newer in case.successions:
        if older.sha256 != newer.sha256 or not older.sha256:
            yield Hit(Place(older.path), {"newer": newer.path, "department": newer.department})


def _handed_in_twice(case: AcrossCase) -> Iterator[Hit]:
    for older, newer in case.successions:
        if older.sha256 and older.sha256 == newer.sha256:
            yield Hit(Place(older.path), {"newer": newer.path})


def _restatement(case: AcrossCase) -> Iterator[Hit]:
    for older, newer in case.successions:
        for (code, part), before in older.entries.items():
            objective = case.register.by_code[code]
            after = newer.entries.get((code, part), {})
            for slot, entry in sorted(before.items()):
                if not _final(case.register, older, code, slot):
                    continue
                now = after.get(slot)
                if now is None or now.value != entry.value:
                    values = {
                        "slot": slot.label,
                        "name": objective.name,
                        "old": _shown(entry.value),
                        "new": _shown(now.value) if now else "–",
                        "older": older.path,
                    }
                    yield Hit(now.place if now else Place(newer.path), values)


def _final(register: Register, submission: Submission, code: str, slot: Slot) -> bool:
    """Whether a slot was over and no estimate when it was reported."""
    remark = submission.remarks.get(code)
    start = remark.estimate_from if remark else None
    estimate = start is not None and slot.months[0] >= start.months[0]
    day = submission.dated
    return not estimate and day is not None and register.period_rule.end(register.year, slot) < day


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
                    if known.value != entry.value:
                        values = {
                            "name": objective.name,
                            "slot": slot.label,
                            "first": f"{first}: {_shown(known.value)}",
                            "second": f"{department}: {_shown(entry.value)}",
                        }
                        yield Hit(entry.place, values)


def _shown(value: Value) -> str:
    if isinstance(value, Mark):
        return value.value
    if isinstance(value, bool):
        return "Có" if value else "Không"
    return show(value) if isinstance(value, float) else value


ACROSS_RULES: tuple[Rule[AcrossCase], ...] = (
    Rule("X101", _superseded),
    Rule("X102", _restatement),
    Rule("X103", _handed_in_twice),
    Rule("X104", _owners_differ),
)

"""The restatement ledger: every figure of a closed period that reads otherwise today."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from qms_xlsx.domain.closing import Restatement
from qms_xlsx.domain.finding import Place
from qms_xlsx.domain.submission import Mark, same_entry
from qms_xlsx.history.records import rows_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from qms_xlsx.domain.closing import ClosedPeriod, FigureKey, LateChange
    from qms_xlsx.domain.period import Period
    from qms_xlsx.domain.register import Register
    from qms_xlsx.domain.submission import Entry, Submission
    from qms_xlsx.judge.results import Aggregate

Judge = Callable[["Period"], "Aggregate"]
"""What judges a closed period by today's forms and register."""


def restatements(
    register: Register,
    closed: Iterable[ClosedPeriod],
    changes: Sequence[LateChange],
    received: Iterable[Submission],
    judge: Judge,
    source: str,
) -> tuple[Restatement, ...]:
    """Return the ledger: changed figures, then what the register says otherwise, period by period.

    `received` are all forms as they came, `source` is the register's file.
    """
    rounds: dict[str, list[Submission]] = {}
    for submission in sorted(received, key=lambda s: s.order):
        rounds.setdefault(submission.department, []).append(submission)
    told: list[Restatement] = []
    for own in closed:
        found = [*_figures(own, changes, rounds), *_words(register, own, source)]
        if found:
            told += _judged(found, own, judge(own.period))
    return tuple(told)


def _figures(
    closed: ClosedPeriod, changes: Iterable[LateChange], rounds: Mapping[str, list[Submission]]
) -> Iterator[Restatement]:
    for change in changes:
        key = change.key
        if not closed.covers(key.slot):
            continue
        reported = closed.figures.get(key)
        if same_entry(reported, change.now):
            continue
        yield Restatement(
            period=closed.period,
            objective=key.objective,
            department=key.department,
            slot=key.slot,
            component=key.component,
            reported=_shown(reported),
            now=_shown(change.now),
            counted=change.admitted is not None,
            reason=change.admitted.reason if change.admitted else "",
            place=change.now.place if change.now else Place(change.submission.path),
            since=_since(key, change.now, rounds[key.department]),
        )


def _since(key: FigureKey, now: Entry | None, own: Sequence[Submission]) -> date | None:
    """Return the day of the first form from which on the figure reads as it does today."""
    since: date | None = None
    for submission in reversed(own):
        entry = submission.entries.get((key.objective, key.component), {}).get(key.slot)
        if not same_entry(entry, now):
            break
        since = submission.dated
    return since


def _words(register: Register, closed: ClosedPeriod, source: str) -> Iterator[Restatement]:
    """Yield what the register says of an objective otherwise than when the period was closed."""
    today = rows_of(register)
    for code in dict.fromkeys((*closed.rows, *today)):
        before, now = closed.rows.get(code, {}), today.get(code, {})
        # A row that is new, or gone, is one change and not one a column.
        columns = dict.fromkeys((*before, *now)) if before and now else ("name",)
        for column in columns:
            if before.get(column) == now.get(column):
                continue
            row = register.by_code.get(code)
            place = row.at(column) if row else Place()
            yield Restatement(
                period=closed.period,
                objective=code,
                department=None,
                column=column,
                reported=before.get(column),
                now=now.get(column),
                counted=True,
                place=Place(source, place.sheet, place.cell),
            )


def _judged(
    found: Iterable[Restatement], closed: ClosedPeriod, today: Aggregate
) -> Iterator[Restatement]:
    """Yield the lines with what was said of their objective, then and by today's figures."""
    now = {r.objective.code: r.status for r in today.results if r.department is None}
    for line in found:
        yield replace(
            line,
            status_reported=closed.statuses.get((line.objective, None)),
            status_now=now.get(line.objective),
        )


def _shown(entry: Entry | None) -> float | bool | str | None:
    if entry is None:
        return None
    return entry.value.value if isinstance(entry.value, Mark) else entry.value

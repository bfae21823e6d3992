"""The results of a closed year, period by period: what later years show beside their own."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from qms_xlsx.domain.period import Period, Slot
from qms_xlsx.domain.status import Status
from qms_xlsx.domain.submission import Mark
from qms_xlsx.history.past import Key, PastRow, PastRun
from qms_xlsx.history.records import InvalidRecord
from qms_xlsx.judge.items import Pair
from qms_xlsx.judge.results import Coverage

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from qms_xlsx.domain.indicator import Objective
    from qms_xlsx.judge.items import Item
    from qms_xlsx.judge.results import Aggregate, Result, Series

Known = tuple[str, str]
"""By what a row is known from year to year: its name and its unit."""


@dataclass(frozen=True, slots=True)
class KeptYear:
    """What a closed year said of each of its periods."""

    rows: Mapping[str, Known]
    """The objectives by code."""
    runs: Mapping[Slot, PastRun]


def known(objectives: Iterable[Objective]) -> dict[str, Known]:
    """Return by what each row is known in another year, by code."""
    return {own.code: (own.name, own.unit) for own in objectives}


def keep_year(runs: Iterable[Aggregate]) -> str:
    """Return the results of a year's periods as JSON that any program can read."""
    given = tuple(runs)
    told = {
        "as_of": given[0].as_of.isoformat(),
        "year": given[0].period.year,
        "rows": known(given[0].register.objectives),
        "periods": {run.period.slot.key: list(map(_row, run.results)) for run in given},
    }
    return json.dumps(told, ensure_ascii=False, separators=(",", ":"), allow_nan=False)


def _row(result: Result) -> list[Any]:
    coverage = result.coverage
    return [
        result.objective.code,
        result.department,
        result.status.value if result.status else None,
        result.actual,
        result.provisional,
        coverage.slots,
        coverage.departments,
        [] if result.department else [[slot.key, _plain(item)] for slot, item in result.series],
    ]


def _plain(item: Item | Mark) -> Any:
    """Return an item as JSON has it: a pair as two numbers, KPS as null."""
    if isinstance(item, Pair):
        return [item.numerator, item.denominator]
    return None if isinstance(item, Mark) else item


def read_kept_year(text: str) -> KeptYear:
    """Return the results of a closed year; raises InvalidRecord for any other text."""
    try:
        told = json.loads(text)
        day, year = date.fromisoformat(told["as_of"]), int(told["year"])
        runs = {
            (slot := Slot.parse(key)): PastRun(
                period=Period(year, slot), as_of=day, rows=dict(map(_past, rows))
            )
            for key, rows in told["periods"].items()
        }
        return KeptYear({str(c): (str(n), str(u)) for c, (n, u) in told["rows"].items()}, runs)
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise InvalidRecord(str(error)) from error


def _past(line: list[Any]) -> tuple[Key, PastRow]:
    code, department, status, actual, provisional, slots, departments, series = line
    return (str(code), department), PastRow(
        status=Status(status) if status else None,
        actual=_figure(actual),
        series=_series(series),
        provisional=bool(provisional),
        coverage=Coverage(slots=_pair(slots), departments=_pair(departments)),
    )


def _figure(value: Any) -> float | bool | str | None:
    if value is not None and not isinstance(value, bool | int | float | str):
        raise TypeError(value)
    return value if isinstance(value, bool | str | None) else float(value)


def _series(told: list[list[Any]]) -> Series:
    return tuple((Slot.parse(key), _item(value)) for key, value in told)


def _item(value: Any) -> Item | Mark:
    if isinstance(value, list):
        return Pair(*map(float, value))
    figure = _figure(value)
    return Mark.KPS if figure is None else figure


def _pair(told: list[Any] | None) -> tuple[int, int] | None:
    return (int(told[0]), int(told[1])) if told else None

"""The figures of a closed period as they are kept: JSON that any program can read."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, Any

from qms_xlsx.domain.closing import ClosedPeriod, FigureKey
from qms_xlsx.domain.finding import Place
from qms_xlsx.domain.indicator import Component
from qms_xlsx.domain.period import Period, Slot
from qms_xlsx.domain.register import SEEN_OF_INDICATORS
from qms_xlsx.domain.status import Status
from qms_xlsx.domain.submission import Entry, Mark
from qms_xlsx.language.numbers import is_number

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from qms_xlsx.domain.indicator import Objective
    from qms_xlsx.domain.register import Register
    from qms_xlsx.domain.submission import Value
    from qms_xlsx.judge.results import Aggregate

OWNERS = "departments"
"""Who reports an objective, beside what a department sees of its row."""


class InvalidRecord(ValueError):
    """A text that is no record of a closed period."""


def record(aggregate: Aggregate, seen: Iterable[str], folder: str) -> str:
    """Return what was reported of a period; forms are named within `folder` of the record."""
    return json.dumps(
        {
            "period": str(aggregate.period),
            "as_of": aggregate.as_of.isoformat(),
            "seen": sorted(seen),
            "rows": rows_of(aggregate.register),
            "results": [_result(r.objective, r.department, r.status) for r in aggregate.results],
            "figures": [
                [
                    s.department,
                    code,
                    part.value,
                    slot.key,
                    *_told(entry, folder),
                ]
                for s in aggregate.submissions
                for (code, part), row in s.entries.items()
                for slot, entry in row.items()
                if slot.end_month <= aggregate.period.end_month
            ],
            "estimates": [
                [s.department, code, remark.estimate_from.key]
                for s in aggregate.submissions
                for code, remark in s.remarks.items()
                if remark.estimate_from
            ],
        },
        ensure_ascii=False,
        indent=0,
        allow_nan=False,
    )


def rows_of(register: Register) -> dict[str, dict[str, str]]:
    """Return what the register says of each objective, by the machine names of its columns."""
    return {code: _said(register, row) for code, row in register.by_code.items()}


def _said(register: Register, row: Objective) -> dict[str, str]:
    owners = register.owners.get(row.code, ())
    said = {key: row.words(key) for key in SEEN_OF_INDICATORS} | {OWNERS: "; ".join(owners)}
    return {key: words for key, words in said.items() if words}


def _result(objective: Objective, department: str | None, status: Status | None) -> list[Any]:
    return [objective.code, department, status.value if status else None]


def _plain(value: Value) -> float | bool | str | None:
    """Return a value as JSON has it; null is KPS."""
    return None if isinstance(value, Mark) else value


def _told(entry: Entry, folder: str) -> tuple[float | bool | str | None, str, str, str]:
    """Return value, file, sheet and cell; what an earlier closing kept is named where it lies."""
    file, sheet, cell = entry.place.file, entry.place.sheet, entry.place.cell
    kept = file if file.startswith("../") else f"{folder}/{file}"
    return _plain(entry.value), kept, sheet, cell


def read_record(text: str, home: str) -> ClosedPeriod:
    """Return the closed period of a record that lies in the folder `home`, as da-nop/ sees it.

    Raises InvalidRecord for any other text.
    """
    try:
        told = json.loads(text)
        return ClosedPeriod(
            period=Period.parse(told["period"]),
            as_of=date.fromisoformat(told["as_of"]),
            figures=dict(_figure(line, home) for line in told["figures"]),
            statuses={
                (str(code), department): Status(status) if status else None
                for code, department, status in told["results"]
            },
            rows={str(code): _texts(row) for code, row in told["rows"].items()},
            seen=frozenset(map(str, told["seen"])),
            estimates={
                (str(department), str(code)): Slot.parse(slot)
                for department, code, slot in told["estimates"]
            },
        )
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise InvalidRecord(str(error)) from error


def _figure(line: list[Any], home: str) -> tuple[FigureKey, Entry]:
    department, code, part, slot, value, file, sheet, cell = line
    key = FigureKey(str(department), str(code), Component(part), Slot.parse(slot))
    place = Place(file if file.startswith("../") else f"{home}/{file}", str(sheet), str(cell))
    if value is None:
        return key, Entry(Mark.KPS, place)
    if not isinstance(value, bool | int | float | str):
        raise TypeError(line)
    return key, Entry(float(value) if is_number(value) else value, place)


def _texts(row: Mapping[str, Any]) -> dict[str, str]:
    return {str(key): str(words) for key, words in row.items()}

"""The rows of a table of objectives, each below the one that it belongs to."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from qms_xlsx.document.assigning import department_of
from qms_xlsx.document.cut_rows import whole_rows
from qms_xlsx.document.decision import Item, LeftOut, PlanRow
from qms_xlsx.document.labels import Labels
from qms_xlsx.document.lines import line_of
from qms_xlsx.document.measure_cells import measures_in
from qms_xlsx.document.table_rows import PART, TOTAL, row_items
from qms_xlsx.document.zones import Zone
from qms_xlsx.language.messages import Message, message
from qms_xlsx.language.text import bare

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from qms_xlsx.document.columns import Columns
    from qms_xlsx.document.model import TextTable

_WORDS = re.compile(r"[^\W\d_]{2}")
_INNER = 9
"""How deep an indicator stands that is told beside its objective: below any row."""
_NOTE = re.compile(r"((tong so|tong cong|cong)\W*$|(ghi chu|nguoi lap|chu thich|noi nhan)\b)")


def rows_of(
    table: TextTable, columns: Columns, titled: str = ""
) -> Iterator[Item | LeftOut | PlanRow]:
    """Yield what a table's rows give; `titled` is the department that its title names."""
    reader = _RowReader(table, columns, titled)
    for index, row, inner in _by_indicator(whole_rows(table, columns), columns):
        yield from reader.read(index, row, inner=inner)


@dataclass(slots=True)
class _Above:
    """A row that others may stand below."""

    depth: int
    number: str
    name: str


@dataclass(slots=True)
class _Objective:
    """The objective that the last row gave; rows beside its merged cells say more measures."""

    said: tuple[str, ...] = ()
    number: str = ""
    targets: tuple[str, ...] = ()
    measures: int = 0


class _RowReader:
    """Reads row after row, each below the last one that stands higher."""

    def __init__(self, table: TextTable, columns: Columns, titled: str) -> None:
        self.table, self.columns, self.titled = table, columns, titled
        self._above: list[_Above] = []
        self._counts: dict[str, int] = {}
        self._labels = Labels()
        self._owner = titled
        """The department whose rows follow, where a row across the table names one."""
        self._last = _Objective()

    def read(
        self, index: int, row: tuple[str, ...], *, inner: bool
    ) -> Iterator[Item | LeftOut | PlanRow]:
        """Yield what a row gives; `inner` where it is an indicator of the objective above."""
        columns, place = self.columns, self.table.at(index)
        if columns.combined and columns.objective_of(row) == self._last.said:
            yield from self._measures(row, place, columns.get(row, "measure"))
            return
        name, label = _named(row, columns)
        serves = columns.mixed and columns.get(row, "deadline") and not columns.get(row, "value")
        if not _WORDS.search(name):
            if any(character.isdigit() for character in name + columns.get(row, "value")):
                yield _left(row, place, message("Its row does not say what is measured."))
        elif _is_note(row, columns, name):
            yield _left(row, place, Message(Zone.NOTE.value))
        elif serves:
            yield from self._measures(row, place, name, label)
        else:
            depth = _INNER if inner else _depth(label, name)
            yield from self._objective(row, name, label, depth, place)

    def _objective(
        self, row: tuple[str, ...], name: str, label: str, depth: int, place: str
    ) -> Iterator[Item | LeftOut | PlanRow]:
        """Yield the items of a row, and the measure that stands beside them."""
        while self._above and self._above[-1].depth >= depth:
            self._above.pop()
        top = self._above[-1] if self._above else _Above(0, "", "")
        number = self._labels.own(_number(label, top.number, self._counts))
        found = list(row_items(row, name, number, top.number, self.columns, place, top.name))
        if all(isinstance(one, Item) and not one.target for one in found):
            self._owner = department_of(name) or self.titled
        yield from (_owned(one, self._owner) for one in found)
        items = [one for one in found if isinstance(one, Item)]
        if items:
            self._above.append(_Above(depth, number, items[0].name))
        across = self.columns.get(row, "measure") == self.columns.get(row, "name")
        measure = self.columns.get(row, "measure") if self.columns.combined and not across else ""
        if measure or self.columns.mixed:
            targets = tuple(item.number for item in items if item.target)
            self._last = _Objective(self.columns.objective_of(row), number, targets)
        if measure:
            yield from self._measures(row, place, measure)

    def _measures(
        self, row: tuple[str, ...], place: str, measure: str, label: str = ""
    ) -> Iterator[PlanRow]:
        """Yield the measures beside the last objective, each by its own number if it bears one."""
        last = self._last
        keys = ("lead", "coordinating", "deadline", "monitor", "evidence")
        fields = {key: self.columns.get(row, key) for key in keys}
        for told in measures_in(measure, fields):
            last.measures += 1
            own = label or told.number or (str(last.measures) if last.measures > 1 else "")
            yield PlanRow(
                number=own if "." in own else f"{last.number}.{own}".rstrip("."),
                measure=told.words,
                quote=told.quote,
                place=place,
                objectives=last.targets,
                **told.fields,
            )


def _named(row: tuple[str, ...], columns: Columns) -> tuple[str, str]:
    """Return a row's name and its number; each may stand in the other's column."""
    if "number" not in columns.at:
        line = line_of(columns.get(row, "name"))
        return line.text if line.label else columns.get(row, "name"), line.label
    name, label = columns.get(row, "name"), columns.get(row, "number").rstrip(".) ")
    return (label, "") if not name and label and not label.isdigit() else (name, label)


def _left(row: tuple[str, ...], place: str, reason: Message) -> LeftOut:
    return LeftOut(" | ".join(dict.fromkeys(filter(None, row))), place, reason)


def _owned(row: Item | LeftOut, owner: str) -> Item | LeftOut:
    """Return a target that names nobody as the owner's of its part of the table."""
    if not owner or not isinstance(row, Item) or not row.target:
        return row
    return row if row.departments or row.shares else replace(row, departments=(owner,))


def _by_indicator(
    rows: Iterable[tuple[int, tuple[str, ...]]], columns: Columns
) -> Iterator[tuple[int, tuple[str, ...], bool]]:
    """Yield rows; an objective beside its indicators becomes a row above them, which are inner."""
    at, named, number = (columns.at.get(key) for key in ("indicator", "name", "number"))
    last: tuple[str, ...] = ()
    for index, row in rows:
        if at is None or named is None or not row[at] or row[at] == row[named]:
            yield index, row, False
            continue
        heading = tuple(text if c in (named, number) else "" for c, text in enumerate(row))
        if row[named] and heading != last:
            yield index, heading, False
            last = heading
        own = {named: row[at], number: ""}
        yield index, tuple(own.get(c, text) for c, text in enumerate(row)), True


def _is_note(row: tuple[str, ...], columns: Columns, name: str) -> bool:
    """Whether a row below the list only counts it or explains it."""
    valued = any(columns.get(row, key) not in ("", name) for key in ("value", "unit"))
    return bool(_NOTE.match(bare(name))) and not valued


def _depth(label: str, name: str) -> int:
    if not label and TOTAL.match(bare(name)):
        return 2
    if re.fullmatch(r"[A-HĐ]", label):
        return 0
    if re.fullmatch(r"[IVX]+", label):
        return 1
    if re.fullmatch(r"\d+(\.\d+)*", label):
        return 2 + label.count(".")
    if re.fullmatch(r"[a-zđ]\d?", label):
        return 6
    return 8 if PART.match(name) or not label or label in "-+*•" else 7


def _number(label: str, parent: str, counts: dict[str, int]) -> str:
    if re.fullmatch(r"[A-HĐ]|[IVX]+", label):
        return f"{parent}.{label}" if parent else label
    if label and label not in "-+*•":
        above = parent.rpartition(".")[2]
        if above and label.startswith(f"{above}."):  # "9.1" below "B.9"
            return f"{parent}{label.removeprefix(above)}"
        if label.startswith(f"{parent}.") or not parent:
            return label
        return f"{parent}.{label}"
    counts[parent] = counts.get(parent, 0) + 1
    return f"{parent}.{counts[parent]}" if parent else str(counts[parent])

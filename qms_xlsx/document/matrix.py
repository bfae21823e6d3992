"""A table that crosses names and measures: "Môn | Tỷ lệ Khá | Tỷ lệ Chưa đạt", a level a cell."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qms_xlsx.document.cells import PARTIES, PARTY
from qms_xlsx.document.decision import Item, LeftOut
from qms_xlsx.document.table_rows import BLANK
from qms_xlsx.document.wording import parsed
from qms_xlsx.document.zones import Zone
from qms_xlsx.language.messages import Message, message
from qms_xlsx.language.text import bare, clean

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qms_xlsx.document.standing import Standing
    from qms_xlsx.domain.target import Target

_COUNT = re.compile(r"(stt|tt|so tt)$")
_TOTAL = re.compile(r"(tong( so| cong)?|cong|toan truong|chung)\W*$")
_WHOLE = re.compile(r"(toan truong|chung)\W*$")
"""A row of the whole: its shares are levels of their own, and add nothing up."""
_UNIT = re.compile(r"\s*\((%|[^()\d]{1,12})\)")
"""The unit that a heading names in brackets."""
_EARLIER = re.compile(r"\b(thuc hien|uoc|ket qua (nam|dat duoc)|nam truoc)\b")


def crosses(one: Standing) -> bool:
    """Return whether a table of the objectives part sets a level in each cell."""
    inside = one.zone in (Zone.OBJECTIVES, Zone.TITLE) and not one.reported
    heads, rows = _parted(one.table.rows)
    return inside and bool(_levels(heads, rows))


def crossed(one: Standing) -> Iterator[Item | LeftOut]:
    """Yield a target for each cell that sets a level, named by its column and its row.

    A row that adds up the others is left out.
    """
    heads, rows = _parted(one.table.rows)
    columns, first = _levels(heads, rows), len(one.table.rows) - len(rows)
    names = _names(heads)
    for index, row in enumerate(rows, 1):
        place = one.table.at(first + index - 1)
        shares = all("%" in _with_unit(heads[column], row[column]) for column in columns)
        if _TOTAL.match(bare(row[names])) and not (shares and _WHOLE.match(bare(row[names]))):
            yield LeftOut(" | ".join(filter(None, row)), place, Message(Zone.NOTE.value))
            continue
        cells = [column for column in columns if not BLANK.fullmatch(row[column])]
        for order, column in enumerate(cells):
            number = f"{index}{chr(ord('a') + order) if len(cells) > 1 else ''}"
            yield _cell(
                row, (heads[column], row[column]), (heads[names], row[names]), number, place
            )
    yield from _unread(one, heads, {names, *columns}, rows)


def _unread(
    one: Standing, heads: tuple[str, ...], read: set[int], rows: tuple[tuple[str, ...], ...]
) -> Iterator[LeftOut]:
    """Yield the columns of figures that set no levels by a sign or a word."""
    reason = message("Only figures: nothing says that they are levels to be reached.")
    parts = [row for row in rows if not _TOTAL.match(bare(row[_names(heads)]))]
    for column, head in enumerate(heads):
        cells = [row[column] for row in parts if re.search(r"\d", row[column])]
        if cells and column not in read and not _COUNT.match(bare(head)):
            yield LeftOut(f"{head}: {'; '.join(cells)}", one.table.place, reason)


def _cell(
    row: tuple[str, ...], cell: tuple[str, str], named: tuple[str, str], number: str, place: str
) -> Item:
    """Return the target of a cell: its column's words, its level, whose row it is."""
    (head, words), (about, label) = cell, named
    level = _with_unit(head, words)
    head = clean(_UNIT.sub("", head))
    goal = _level(f"{head}: {level}") or _level(level)
    party = bool(PARTY.match(label) or PARTIES.match(bare(about)))
    return Item(
        number=number,
        name=head if party else f"{head}: {_named(about, label)}",
        target=level,
        unit=goal.unit or "" if goal else "",
        goal=goal,
        quote=" | ".join(dict.fromkeys(filter(None, row))),
        place=place,
        departments=(label,) if party else (),
    )


def _with_unit(head: str, words: str) -> str:
    """Return a cell's level with the unit that its heading names, where it is only a figure."""
    unit = _UNIT.search(head)
    return f"{words} {unit[1]}" if unit and words[-1:].isdigit() else words


def _parted(
    rows: tuple[tuple[str, ...], ...],
) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    """Return a table's headings, those of several rows as one, and the rows below them."""
    end = 1
    while end < len(rows) and rows[end][0] == rows[0][0]:
        end += 1
    joined = (
        " ".join(dict.fromkeys(filter(None, column))) for column in zip(*rows[:end], strict=True)
    )
    return tuple(joined), rows[end:]


def _named(about: str, label: str) -> str:
    """Return what a row is, with what its column is called: "môn Toán"."""
    low = about[:1].lower() + about[1:]
    return label if bare(about) in bare(label) else f"{low} {label}"


def _names(heads: tuple[str, ...]) -> int:
    """Return the column of the names: the first that does not count the rows."""
    return next((at for at, head in enumerate(heads) if not _COUNT.match(bare(head))), 0)


def _levels(heads: tuple[str, ...], rows: tuple[tuple[str, ...], ...]) -> list[int]:
    """Return the columns that set levels: a cell by a sign or word, and no cell anything else."""
    found = []
    for at, head in enumerate(heads):
        cells = [_with_unit(head, row[at]) for row in rows if not BLANK.fullmatch(row[at])]
        goals = [_level(cell) for cell in cells]
        signs = sum(goal is not None and _sets_level(goal) for goal in goals)
        if (
            at > _names(heads)
            and not _EARLIER.search(bare(head))
            and all(goals)
            and signs * 2 > len(cells)
        ):
            found.append(at)
    return found


def _sets_level(goal: Target) -> bool:
    """Whether a level is said to be one, and is not only a figure."""
    return goal.value is not None and (goal.explicit or goal.unit == "%")


def _level(words: str) -> Target | None:
    targets, _ = parsed(words)
    return targets[0] if len(targets) == 1 else None

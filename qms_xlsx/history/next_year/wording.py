"""Words of a row moved into the next year, each change kept for a look."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from qms_xlsx.history.next_year.model import Carried, Handed
from qms_xlsx.language.messages import message
from qms_xlsx.language.years import moved_on

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qms_xlsx.book.areas import Area
    from qms_xlsx.domain.finding import Place
    from qms_xlsx.history.next_year.model import Values

_AMOUNTS = frozenset({"target", "target_h1", "stretch"})
"""Columns whose bare numbers are amounts."""


def reworded(
    values: Values,
    keys: tuple[str, ...],
    area: Area,
    year: int,
    *,
    row: int,
    name: str,
    source: Place,
) -> Iterator[Carried]:
    """Move the years in the texts of a row on; yields each change, and what near them stays."""
    for key in keys:
        text = values.get(key)
        if not isinstance(text, str):
            continue
        moved = moved_on(text, year, amounts=key in _AMOUNTS)
        line = Carried(
            how=Handed.MOVED,
            says=message("{name}: “{column}”", name=name, column=area.column(key).label),
            before=text,
            now=moved.text,
            source=source,
            area=area.name,
            row=row,
            key=key,
        )
        if moved.text != text:
            values[key] = moved.text
            yield line
        for passage in moved.kept:
            says = message("{name}: this year stays as it is; is it right still?", name=name)
            yield replace(line, how=Handed.ASKED, says=says, before=passage, now=passage)

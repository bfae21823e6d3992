"""What goes into the places of a Word template: fields, lists, rows of tables, repeated parts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

TableRow = tuple[str, Mapping[str, str]]
"""The kind of a row, which names the template's row that it looks like, and its cells by column."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Filling:
    """The texts of one document, by the names that stand in the template.

    A paragraph or table that has nothing to say is left out.
    """

    fields: Mapping[str, str] = field(default_factory=dict)
    """`{{organisation}}` within a line."""
    lists: Mapping[str, Sequence[str]] = field(default_factory=dict)
    """`{{causes}}` alone in a paragraph: a paragraph for each text."""
    tables: Mapping[str, Sequence[TableRow]] = field(default_factory=dict)
    """`{{results:name}}` in a table's row: a row for each item."""
    parts: Mapping[str, Sequence[Filling]] = field(default_factory=dict)
    """What stands between `{{#slips}}` and `{{/slips}}`, for each item."""
    left_out: frozenset[str] = frozenset()
    """Columns that say nothing this time, such as 'results:period_level'."""

    def within(self, outer: Filling) -> Filling:
        """Return the same, what it does not name taken from the document around it."""
        return replace(self, fields={**outer.fields, **self.fields})

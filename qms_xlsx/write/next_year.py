"""The next year's register, with the sheet that lists all that was carried over, or was not."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING
from urllib.parse import quote

from qms_xlsx import say
from qms_xlsx.language.messages import N_, message
from qms_xlsx.say import VIETNAMESE
from qms_xlsx.write.front_sheet import Listing, in_front
from qms_xlsx.write.register import fill_register_template

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from qms_xlsx.domain.finding import Place
    from qms_xlsx.history.next_year import Carried, NextYear
    from qms_xlsx.language.messages import Message
    from qms_xlsx.write.parts.book import Workbook
    from qms_xlsx.write.templating import TemplateTable

CARRIED_SHEET = "Đã chuyển"
_COLUMNS = (
    (N_("No."), 5),
    (N_("What"), 58),
    (N_("Last year"), 40),
    (N_("This year"), 40),
    (N_("Where it is from"), 26),
    (N_("Go to"), 18),
)
_FROM, _GO_TO = 5, 6


def write_next_year(made: NextYear, intro: Message, old: str, path: Path) -> None:
    """Write the new register; its first sheet leads to everything that came into it.

    `intro` says where the figures are from; `old` is last year's folder as seen from the new one.
    """

    def also(book: Workbook, tables: Mapping[str, TemplateTable]) -> None:
        def fill(listing: Listing) -> None:
            _Carried(listing, tables, old).fill(made, intro)

        in_front(book, {CARRIED_SHEET: fill})

    fill_register_template(made.rows, path, also=also)


class _Carried:
    """Fills the sheet, part by part."""

    def __init__(self, blank: Listing, tables: Mapping[str, TemplateTable], old: str) -> None:
        self._listing, self._tables = blank.of(_COLUMNS, VIETNAMESE), tables
        self._old = old

    def fill(self, made: NextYear, intro: Message) -> None:
        """Write the title, where the figures are from, and each part with its lines."""
        title = message("Register of {year}: what came over from last year", year=str(made.year))
        self._listing.title(say.text(title, VIETNAMESE), 14)
        self._listing.title(say.text(intro, VIETNAMESE))
        self._listing.headings(frozen=True)
        for how, lines in groupby(made.carried, key=lambda one: one.how):
            own = list(lines)
            self._listing.title(f"{say.word(how.value, VIETNAMESE)} ({len(own)})", 12)
            for number, line in enumerate(own, 1):
                says = say.text(line.says, VIETNAMESE)
                self._listing.line(number, says, line.before, line.now, _shown(line.source))
                self._lead_back(line.source)
                self._lead_on(line)

    def _lead_back(self, source: Place) -> None:
        """Link a line's source to last year's folder, when it is a cell there."""
        if source.sheet and source.cell:
            target = quote(f"{self._old}/{source.file}")
            self._listing.lead_out(_FROM, target, source.sheet, source.cell)

    def _lead_on(self, line: Carried) -> None:
        """Link a line to its cell in this register."""
        table = self._tables.get(line.area)
        if table is None or not line.key:
            return
        if table.lines:
            self._listing.lead_on(_GO_TO, table, table.lines[line.key], "value")
        else:
            self._listing.lead_on(_GO_TO, table, table.first_row + line.row, line.key)


def _shown(source: Place) -> str:
    """Return where something stood: a cell of the register, or another file."""
    return f"{source.sheet}!{source.cell}" if source.sheet and source.cell else str(source)

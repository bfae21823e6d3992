"""A draft register: the rows of a decision behind a first sheet that says what needs a look."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from qms_xlsx import say
from qms_xlsx.language.messages import N_
from qms_xlsx.write.front_sheet import Listing, in_front
from qms_xlsx.write.register import fill_register_template

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from qms_xlsx.document.comparing import Difference
    from qms_xlsx.document.decision import Check, LeftOut
    from qms_xlsx.document.draft import Draft, Look
    from qms_xlsx.write.parts.book import Workbook
    from qms_xlsx.write.templating import TemplateTable

LOOKS_SHEET = "Cần xem"
_COLUMNS = (
    (N_("No."), 5),
    (N_("What to look at"), 62),
    (N_("Words of the document"), 62),
    (N_("Place"), 26),
    (N_("Go to"), 22),
)
_GO_TO = len(_COLUMNS)
COMPARED_SHEET = "So sánh"
_COMPARED = (
    (N_("Change"), 16),
    (N_("No. before"), 9),
    (N_("Objective before"), 42),
    (N_("Level before"), 26),
    (N_("No. now"), 9),
    (N_("Objective now"), 42),
    (N_("Level now"), 26),
)


def write_draft(
    draft: Draft,
    looks: Sequence[Look],
    left_out: Sequence[LeftOut],
    checks: Sequence[Check],
    path: Path,
    language: str = say.VIETNAMESE,
    differences: Sequence[Difference] = (),
) -> None:
    """Write a draft register; the first sheet leads to every row that needs a look.

    `differences` from another register stand on a sheet of their own behind it.
    """

    def also(book: Workbook, tables: Mapping[str, TemplateTable]) -> None:
        def fill(listing: Listing) -> None:
            _Looks(listing, tables, language).fill(looks, left_out, checks)

        sheets: dict[str, Callable[[Listing], object]] = {LOOKS_SHEET: fill}
        if differences:
            sheets[COMPARED_SHEET] = partial(_compared, differences, language)
        in_front(book, sheets)

    fill_register_template(draft.rows, path, also=also)


def _compared(differences: Sequence[Difference], language: str, blank: Listing) -> None:
    """Fill the sheet that compares a draft with the register beside it."""
    listing = blank.of(_COMPARED, language)
    listing.title(say.word(N_("The draft beside the register that stands here"), language), 14)
    listing.headings(frozen=True)
    for one in differences:
        texts = [say.word(one.change.value, language)]
        for stated in (one.before, one.now):
            texts += [stated.number, stated.name, stated.target] if stated else ["", "", ""]
        listing.line(*texts, numbered=False)


class _Looks:
    """Fills the first sheet, part by part."""

    def __init__(self, blank: Listing, tables: Mapping[str, TemplateTable], language: str) -> None:
        self._listing, self._tables = blank.of(_COLUMNS, language), tables
        self._language = language

    def fill(
        self, looks: Sequence[Look], left_out: Sequence[LeftOut], checks: Sequence[Check]
    ) -> None:
        line = self._listing.line
        self._title(N_("Draft register: what to look at before it is used"), 14)
        self._title(N_("Needs a look"), 12)
        self._listing.headings()
        for number, look in enumerate(looks, 1):
            line(number, say.text(look.says, self._language), look.quote, look.place)
            self._lead_on(look)
        if not looks:
            line("", say.word(N_("Nothing."), self._language))
        self._title(N_("What the document says twice"), 12)
        for number, check in enumerate(checks, 1):
            mark = say.word(N_("✔ agrees") if check.agrees else N_("✖ disagrees"), self._language)
            says, found = (say.text(m, self._language) for m in (check.says, check.found))
            line(number, f"{mark}: {says}", found, check.place)
        self._title(N_("What was not taken"), 12)
        for number, left in enumerate(left_out, 1):
            line(number, say.text(left.reason, self._language), left.quote, left.place)

    def _title(self, message_id: str, size: int) -> None:
        self._listing.title(say.word(message_id, self._language), size)

    def _lead_on(self, look: Look) -> None:
        table = self._tables.get(look.area)
        if table is not None:
            self._listing.lead_on(_GO_TO, table, table.first_row + look.row, look.key)

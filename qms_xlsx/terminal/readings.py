"""The readings of a register on the terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from qms_xlsx.language.messages import N_, message
from qms_xlsx.say import text, word

if TYPE_CHECKING:
    from qms_xlsx.say.readings import RowReading
    from qms_xlsx.steps.readings import Readings


def show(told: Readings, language: str) -> None:
    """Print each row's reading with its example and its doubts, and where the workbook is."""
    console = Console(highlight=False)
    listing = Table(show_lines=True)
    for heading in (N_("No."), N_("Objective"), N_("Reading")):
        listing.add_column(word(heading, language), overflow="fold")
    for row in told.rows:
        own = row.objective
        listing.add_row(
            escape(own.number or own.code),
            escape(f"{own.name}\n{own.target}".strip()),
            _cell(row, language),
        )
    console.print(listing)
    for file in told.spared:
        console.print(escape(text(file.said, language)), style="bold yellow", soft_wrap=True)
    counts = {"provisional": told.provisional, "unread": told.unread, "path": str(told.path or "–")}
    last = message(
        "{provisional} rows to be looked at and confirmed, {unread} to be mended. To sign: {path}",
        **counts,
    )
    console.print(escape(text(last, language)), soft_wrap=True)


def _cell(row: RowReading, language: str) -> str:
    lines = [escape(text(row.sentence, language))]
    if row.example is not None:
        lines.append(f"[dim]{escape(text(row.example, language))}[/]")
    lines += (f"[yellow]◆ {escape(text(note, language))}[/]" for note in row.notes)
    for option in row.question.options if row.question else ():
        answer, consequence = (text(m, language) for m in (option.answer, option.consequence))
        lines.append(escape(f"  • {answer}: {consequence}"))
    return "\n".join(lines)
